/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-page"

#include "config.h"

#include "sheet/plx-sheet-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sheet/plx-sheet-pages.h"

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
  GArray     *links;   /* nullable until they are asked for; PlxSheetPageLink */
  double      width;   /* of the paper, in points */
  guint       link;    /* the one that was chosen with the keys, from 1, or 0 */
  char       *told;    /* nullable: what is said of it */
};

G_DEFINE_FINAL_TYPE (PlxSheetPage, plx_sheet_page, GTK_TYPE_WIDGET)

static void
plx_sheet_page_finalize (GObject *object)
{
  PlxSheetPage *self = PLX_SHEET_PAGE (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (plx_sheet_page_parent_class)->finalize (object);
}

/* Shows which link has been chosen: by a frame, as the focus is shown. */
static void
snapshot_link (PlxSheetPage *self,
               GtkSnapshot  *snapshot)
{
  const PlxSheetPageLink *link = &g_array_index (self->links, PlxSheetPageLink, self->link - 1);
  const float scale = gtk_widget_get_width (GTK_WIDGET (self)) / self->width;
  const float widths[] = { 2, 2, 2, 2 };
  GskRoundedRect outline;
  GdkRGBA colors[4];

  adw_accent_color_to_standalone_rgba (
    adw_style_manager_get_accent_color (adw_style_manager_get_default ()), FALSE, &colors[0]);
  for (guint i = 1; i < G_N_ELEMENTS (colors); i++)
    colors[i] = colors[0];
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (link->x * scale - 3, link->y * scale - 1,
                                                        link->width * scale + 6,
                                                        link->height * scale + 2), 3);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
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
  if (self->link > 0)
    snapshot_link (self, snapshot);
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
  if (self->told != NULL)
    {
      g_autofree char *page = g_steal_pointer (&label);

      /* Translators: a link that was chosen, and the page on which it is */
      label = g_strdup_printf (_("%1$s, %2$s"), self->told, page);
    }

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

/**
 * plx_sheet_page_set_links:
 * @self: a page
 * @links: (transfer full) (nullable) (element-type PlxSheetPageLink): what on it leads somewhere
 * @width: of the paper, in points
 */
void
plx_sheet_page_set_links (PlxSheetPage *self,
                          GArray       *links,
                          double        width)
{
  g_return_if_fail (PLX_IS_SHEET_PAGE (self));

  g_clear_pointer (&self->links, g_array_unref);
  self->links = links;
  self->width = width;
  if (self->link == 0)
    return;

  self->link = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether it was told its links, be it none. */
gboolean
plx_sheet_page_has_links (PlxSheetPage *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PAGE (self), FALSE);

  return self->links != NULL;
}

/**
 * plx_sheet_page_find_link:
 * @self: a page that was told its links
 * @x: a place on it, in pixels
 * @y: likewise
 *
 * Returns: (transfer none) (nullable): where the link leads that is there
 */
const char *
plx_sheet_page_find_link (PlxSheetPage *self,
                          double        x,
                          double        y)
{
  double scale;

  g_return_val_if_fail (PLX_IS_SHEET_PAGE (self), NULL);

  scale = gtk_widget_get_width (GTK_WIDGET (self)) / MAX (self->width, 1);
  for (guint i = 0; self->links != NULL && scale > 0 && i < self->links->len; i++)
    {
      const PlxSheetPageLink *link = &g_array_index (self->links, PlxSheetPageLink, i);

      if (x / scale >= link->x && x / scale <= link->x + link->width &&
          y / scale >= link->y && y / scale <= link->y + link->height)
        return link->target;
    }

  return NULL;
}

/* Where the link leads that was chosen with the keys, or `NULL`. */
const char *
plx_sheet_page_get_link (PlxSheetPage *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PAGE (self), NULL);

  return self->link > 0 ? g_array_index (self->links, PlxSheetPageLink, self->link - 1).target
                        : NULL;
}

/**
 * plx_sheet_page_tell_link:
 * @self: a page
 * @words: (nullable): what is said of the link that was chosen
 */
void
plx_sheet_page_tell_link (PlxSheetPage *self,
                          const char   *words)
{
  g_return_if_fail (PLX_IS_SHEET_PAGE (self));

  if (g_set_str (&self->told, words))
    update_label (self);
}

/**
 * plx_sheet_page_move_link:
 * @self: a page that was told its links
 * @direction: 1 for the next link, -1 for the one before
 *
 * Chooses a link; beyond the last there is none, and then the first again.
 *
 * Returns: (transfer none) (nullable): where it leads
 */
const char *
plx_sheet_page_move_link (PlxSheetPage *self,
                          int           direction)
{
  g_return_val_if_fail (PLX_IS_SHEET_PAGE (self), NULL);
  g_return_val_if_fail (self->links != NULL, NULL);

  self->link = (self->link + self->links->len + 1 + (direction > 0 ? 1 : -1)) %
               (self->links->len + 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return plx_sheet_page_get_link (self);
}
