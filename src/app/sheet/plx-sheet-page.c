/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-page"

#include "config.h"

#include "sheet/plx-sheet-page.h"

#include <glib/gi18n.h>

/**
 * PlxSheetPage:
 *
 * A page of the sheet as it will print. Paper is white in the dark, too.
 *
 * It shows the picture that it is given, and is an empty page until then. The screen reader is
 * given the page's text.
 */
struct _PlxSheetPage
{
  GtkWidget   parent_instance;

  guint       page;
  guint       n_pages; /* 0 while nobody knows */
  GdkTexture *texture; /* nullable */
  char       *text;    /* nullable until the page is drawn */
};

G_DEFINE_FINAL_TYPE (PlxSheetPage, plx_sheet_page, GTK_TYPE_WIDGET)

static void
plx_sheet_page_finalize (GObject *object)
{
  PlxSheetPage *self = PLX_SHEET_PAGE (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (plx_sheet_page_parent_class)->finalize (object);
}

static void
plx_sheet_page_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PlxSheetPage *self = PLX_SHEET_PAGE (widget);
  graphene_rect_t bounds;

  if (self->texture == NULL)
    return;

  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_LINEAR,
                                      &bounds);
}

static void
plx_sheet_page_class_init (PlxSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_sheet_page_finalize;
  widget_class->snapshot = plx_sheet_page_snapshot;

  gtk_widget_class_set_css_name (widget_class, "plx-sheet-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plx_sheet_page_init (PlxSheetPage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
update_label (PlxSheetPage *self)
{
  g_autofree char *label = NULL;

  if (self->n_pages > 0)
    /* Translators: the number of a page, and how many pages there are */
    label = g_strdup_printf (_("Page %u of %u"), self->page + 1, self->n_pages);
  else
    /* Translators: the number of a page */
    label = g_strdup_printf (_("Page %u"), self->page + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * plx_sheet_page_new:
 * @page: which page it is, the first is 0
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
plx_sheet_page_new (guint page)
{
  PlxSheetPage *self = g_object_new (PLX_TYPE_SHEET_PAGE, NULL);

  self->page = page;
  update_label (self);

  return GTK_WIDGET (self);
}

guint
plx_sheet_page_get_page (PlxSheetPage *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PAGE (self), 0);

  return self->page;
}

/**
 * plx_sheet_page_set_n_pages:
 * @self: a page
 * @n_pages: how many pages there are, or 0 while that is not known
 */
void
plx_sheet_page_set_n_pages (PlxSheetPage *self,
                            guint         n_pages)
{
  g_return_if_fail (PLX_IS_SHEET_PAGE (self));

  if (self->n_pages == n_pages)
    return;

  self->n_pages = n_pages;
  update_label (self);
}

/**
 * plx_sheet_page_set_picture:
 * @self: a page
 * @texture: (nullable): what it looks like, of any size
 * @text: (nullable): what is read aloud of it
 */
void
plx_sheet_page_set_picture (PlxSheetPage *self,
                            GdkTexture   *texture,
                            const char   *text)
{
  g_return_if_fail (PLX_IS_SHEET_PAGE (self));
  g_return_if_fail (texture == NULL || GDK_IS_TEXTURE (texture));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (text != NULL && g_set_str (&self->text, text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}
