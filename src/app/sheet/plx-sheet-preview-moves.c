/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-preview"

#include "config.h"

#include "sheet/plx-sheet-preview-private.h"

/* Points of the paper that are seen above a place to which one goes. */
#define ABOVE_PLACE 24

guint
plx_sheet_preview_get_page (PlxSheetPreview *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), 0);

  return self->page;
}

/**
 * plx_sheet_preview_go_to:
 * @self: pages
 * @page: a page; the last one where there are fewer
 *
 * Scrolls to a page. Where the focus was on a page, it goes there, too.
 */
void
plx_sheet_preview_go_to (PlxSheetPreview *self,
                         guint            page)
{
  GtkAdjustment *adjustment;
  graphene_rect_t top, bounds;

  g_return_if_fail (PLX_IS_SHEET_PREVIEW (self));

  adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  if (self->layout.n_pages == 0 || self->layout.scale <= 0 || adjustment == NULL)
    return;

  page = MIN (page, self->layout.n_pages - 1);
  plx_preview_layout_get_page (&self->layout, 0, &top);
  plx_preview_layout_get_page (&self->layout, page, &bounds);
  self->is_moving = TRUE;
  gtk_adjustment_set_value (adjustment, bounds.origin.y - top.origin.y);
  self->is_moving = FALSE;

  plx_sheet_preview_turned (self, page);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * plx_sheet_preview_go_to_place:
 * @self: pages
 * @page: one of them
 * @y: a place on it, in points from the top of the paper
 *
 * Goes to a page, and on it so far down that the place is seen at the top.
 */
void
plx_sheet_preview_go_to_place (PlxSheetPreview *self,
                               guint            page,
                               double           y)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  graphene_rect_t bounds;

  plx_sheet_preview_go_to (self, page);
  if (adjustment == NULL || page >= self->layout.n_pages || self->layout.scale <= 0)
    return;

  /* Pages that are seen whole stay so. */
  plx_preview_layout_get_page (&self->layout, page, &bounds);
  if (bounds.size.height <= self->layout.height)
    return;

  self->is_moving = TRUE;
  gtk_adjustment_set_value (adjustment, bounds.origin.y + (y - ABOVE_PLACE) * self->layout.scale);
  self->is_moving = FALSE;
  plx_sheet_preview_turned (self, page);
}

/**
 * plx_sheet_preview_show:
 * @self: pages
 * @page: one of them
 *
 * Goes to a page once sizes that were asked for have been given out.
 */
void
plx_sheet_preview_show (PlxSheetPreview *self,
                        guint            page)
{
  self->is_turning = TRUE;
  plx_sheet_preview_turned (self, page);
}

/**
 * plx_sheet_preview_scroll:
 * @self: pages
 * @screens: how many screenfuls down, or up where it is negative
 *
 * Scrolls; the focus goes to the page that is looked at then.
 */
void
plx_sheet_preview_scroll (PlxSheetPreview *self,
                          double           screens)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (adjustment == NULL)
    return;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                        screens * gtk_adjustment_get_page_size (adjustment));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * plx_sheet_preview_pan:
 * @self: pages
 * @screens: how many screenfuls to the right, or to the left where it is negative
 *
 * Returns: whether pages are so wide that there is something to be seen at the side
 */
gboolean
plx_sheet_preview_pan (PlxSheetPreview *self,
                       double           screens)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (adjustment == NULL || self->layout.content_width <= self->layout.width)
    return FALSE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                        screens * gtk_adjustment_get_page_size (adjustment));

  return TRUE;
}

PlxPreviewFit
plx_sheet_preview_get_fit (PlxSheetPreview *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), PLX_PREVIEW_FIT_AUTO);

  return self->layout.fit;
}

double
plx_sheet_preview_get_zoom (PlxSheetPreview *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), 1);

  /* What was asked for last, even if nobody has laid it out yet. */
  if (self->layout.fit == PLX_PREVIEW_FIT_NOT || self->layout.scale <= 0)
    return self->layout.zoom;

  return plx_preview_layout_get_zoom (&self->layout);
}

/**
 * plx_sheet_preview_set_fit:
 * @self: pages
 * @fit: what decides how large pages are; with `PLX_PREVIEW_FIT_NOT` they stay as they are
 */
void
plx_sheet_preview_set_fit (PlxSheetPreview *self,
                           PlxPreviewFit    fit)
{
  g_return_if_fail (PLX_IS_SHEET_PREVIEW (self));

  self->layout.zoom = plx_sheet_preview_get_zoom (self);
  self->layout.fit = fit;
  plx_sheet_preview_notify_soon (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * plx_sheet_preview_set_zoom_at:
 * @self: pages
 * @zoom: how large pages are, 1 being as on paper
 * @x: the place in what is seen that is not to move, in pixels
 * @y: likewise
 */
void
plx_sheet_preview_set_zoom_at (PlxSheetPreview *self,
                               double           zoom,
                               double           x,
                               double           y)
{
  self->layout.fit = PLX_PREVIEW_FIT_NOT;
  self->layout.zoom = CLAMP (zoom, PLX_PREVIEW_MIN_ZOOM, PLX_PREVIEW_MAX_ZOOM);
  graphene_point_init (&self->anchor, x, y);
  plx_sheet_preview_notify_soon (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * plx_sheet_preview_set_zoom:
 * @self: pages
 * @zoom: how large pages are, 1 being as on paper
 *
 * Shows pages larger or smaller, whatever room there is; what is in the middle stays there.
 */
void
plx_sheet_preview_set_zoom (PlxSheetPreview *self,
                            double           zoom)
{
  g_return_if_fail (PLX_IS_SHEET_PREVIEW (self));

  plx_sheet_preview_set_zoom_at (self, zoom, self->layout.width / 2.0, self->layout.height / 2.0);
}
