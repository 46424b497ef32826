/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-strip"

#include "config.h"

#include "compare/plx-matrix-strip.h"

#include <adwaita.h>

/* A part of the matrix that is scrolled: what is in it goes under the heads beside it, is not
 * seen there, and cannot be hit. So the heads can come first for those who listen. */

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  *minimum = *natural = 0;
}

/**
 * plx_matrix_strip_new:
 * @allocate: gives the children of the strip their places
 *
 * Whoever puts children into the strip takes them out before it lets go of the strip.
 *
 * Returns: (transfer floating): a part that is scrolled
 */
GtkWidget *
plx_matrix_strip_new (GtkCustomAllocateFunc allocate)
{
  GtkWidget *strip = g_object_new (ADW_TYPE_BIN,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                                   "overflow", GTK_OVERFLOW_HIDDEN,
                                   NULL);

  gtk_widget_set_layout_manager (strip, gtk_custom_layout_new (NULL, measure, allocate));

  return strip;
}

/**
 * plx_matrix_strip_put:
 * @child: a child of a strip, or of the widget that a strip is in
 * @x: where it stands, from the start of the line
 * @y: how far down
 * @width: how wide it is
 * @height: how high it is
 *
 * Allocates it, from right to left where the line runs so.
 */
void
plx_matrix_strip_put (GtkWidget *child,
                      int        x,
                      int        y,
                      int        width,
                      int        height)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  if (gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (parent) - x - width;

  /* Whoever allocates must have measured. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}
