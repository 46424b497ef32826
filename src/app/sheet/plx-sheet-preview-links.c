/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-preview"

#include "config.h"

#include <glib/gi18n.h>

#include "sheet/plx-sheet-page.h"
#include "sheet/plx-sheet-preview-private.h"

/* Where links are is asked for once somebody points at a page, or looks for them with the keys. */
static void
load_links (PlxSheetPreview *self,
            PlxSheetPage    *page)
{
  double width, height;

  if (plx_sheet_page_has_links (page) || self->sheet == NULL)
    return;

  plx_sheet_pages_get_size (self->sheet, &width, &height);
  plx_sheet_page_set_links (page,
                            plx_sheet_pages_list_links (self->sheet,
                                                        plx_sheet_page_get_page (page)), width);
}

/* Another sheet has others. */
void
plx_sheet_preview_forget_links (PlxSheetPreview *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    plx_sheet_page_set_links (page, NULL, 0);
}

/* The link under the pointer, or `NULL`; also where pages are so small that they stand in rows,
 * since a click is to open one there. */
static const char *
find_link (PlxSheetPreview *self,
           double           x,
           double           y)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (self->layout.n_columns > 1 || child == NULL || !PLX_IS_SHEET_PAGE (child) ||
      !gtk_widget_compute_point (GTK_WIDGET (self), child, &GRAPHENE_POINT_INIT (x, y), &point))
    return NULL;

  load_links (self, PLX_SHEET_PAGE (child));

  return plx_sheet_page_find_link (PLX_SHEET_PAGE (child), point.x, point.y);
}

/**
 * plx_sheet_preview_follow:
 * @self: pages
 * @target: an address, or `#` and an id
 *
 * Goes to where a link leads: to a place on the sheet, or to a page of the web, which whatever the
 * user has for that opens.
 *
 * Returns: whether it leads anywhere
 */
gboolean
plx_sheet_preview_follow (PlxSheetPreview *self,
                          const char      *target)
{
  g_autofree char *scheme = NULL;
  guint page;
  double y;

  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  if (*target == '#')
    {
      if (self->sheet == NULL || !plx_sheet_pages_find (self->sheet, target + 1, &page, &y))
        return FALSE;
      plx_sheet_preview_go_to_place (self, page, y);
      return TRUE;
    }

  /* Addresses come from strangers. */
  scheme = g_uri_parse_scheme (target);
  if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0 &&
      g_strcmp0 (scheme, "mailto") != 0)
    return FALSE;

  {
    g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (target);

    gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                             NULL, NULL);
  }

  return TRUE;
}

/* Follows the link under the pointer. Gives whether there is one. */
gboolean
plx_sheet_preview_follow_at (PlxSheetPreview *self,
                             double           x,
                             double           y)
{
  g_autofree char *target = g_strdup (find_link (self, x, y));

  return target != NULL && plx_sheet_preview_follow (self, target);
}

/* The page with the focus, or the one that is looked at. */
static PlxSheetPage *
find_page (PlxSheetPreview *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL ? PLX_SHEET_PAGE (child)
                       : g_hash_table_lookup (self->children, GUINT_TO_POINTER (self->page));
}

/* Chooses another link on the page that is looked at, and tells a screen reader where it leads: by
 * what the page with the focus is called, which is read when it changes. */
gboolean
plx_sheet_preview_move_link (PlxSheetPreview *self,
                             int              direction)
{
  PlxSheetPage *page = find_page (self);
  g_autofree char *words = NULL;
  const char *target;
  guint to;
  double y;

  if (page == NULL)
    return FALSE;

  load_links (self, page);
  target = plx_sheet_page_move_link (page, direction);
  if (target == NULL)
    {
      plx_sheet_page_tell_link (page, NULL);
      return TRUE;
    }

  if (*target == '#' && plx_sheet_pages_find (self->sheet, target + 1, &to, &y))
    /* Translators: a link on a page of the sheet, and to which page it leads */
    words = g_strdup_printf (_("Link to page %u"), to + 1);
  else
    /* Translators: a link on a page of the sheet, and the address to which it leads */
    words = g_strdup_printf (_("Link to %s"), target);
  plx_sheet_page_tell_link (page, words);

  return TRUE;
}

/* Follows the link that was chosen with the keys. Gives whether there is one. */
gboolean
plx_sheet_preview_follow_link (PlxSheetPreview *self)
{
  PlxSheetPage *page = find_page (self);
  g_autofree char *target = page != NULL ? g_strdup (plx_sheet_page_get_link (page)) : NULL;

  return target != NULL && plx_sheet_preview_follow (self, target);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           PlxSheetPreview          *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_link (self, x, y) != NULL ? "pointer" : NULL);
}

/* Shows by the pointer what can be clicked. */
void
plx_sheet_preview_init_links (PlxSheetPreview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
