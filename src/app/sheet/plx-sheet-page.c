/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-page"

#include "config.h"

#include "sheet/plx-sheet-page.h"

#include <glib/gi18n.h>

/* Pixels for a point: above this a page would be too wide to read its lines. */
#define MAX_SCALE 1.45
#define MIN_WIDTH 200

/**
 * PlxSheetPage:
 *
 * A page of the sheet as it will print, as wide as there is room for.
 *
 * It is drawn once into a texture, and only while it is near what is seen; a long sheet would
 * take hundreds of megabytes otherwise. Paper is white in the dark, too.
 *
 * The screen reader is given the page's text.
 */
struct _PlxSheetPage
{
  GtkWidget   parent_instance;

  PlxSheet   *sheet;
  guint       page;
  gboolean    near;
  GdkTexture *texture; /* nullable: of the size that it was drawn for */
};

G_DEFINE_FINAL_TYPE (PlxSheetPage, plx_sheet_page, GTK_TYPE_WIDGET)

static void
plx_sheet_page_dispose (GObject *object)
{
  PlxSheetPage *self = PLX_SHEET_PAGE (object);

  g_clear_object (&self->texture);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (plx_sheet_page_parent_class)->dispose (object);
}

static GtkSizeRequestMode
plx_sheet_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_sheet_page_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PlxSheetPage *self = PLX_SHEET_PAGE (widget);
  double width, height;

  plx_sheet_get_page_size (self->sheet, &width, &height);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = width * MAX_SCALE;
    }
  else
    {
      *minimum = *natural = (for_size < 0 ? MIN_WIDTH : for_size) * height / width;
    }
}

static GdkTexture *
draw (PlxSheetPage *self,
      int           width,
      int           height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;
  double paper_width, paper_height;
  gsize stride;

  plx_sheet_get_page_size (self->sheet, &paper_width, &paper_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / paper_width, height / paper_height);
  plx_sheet_draw_page (self->sheet, self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8X8, bytes, stride);
#else
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_X8R8G8B8, bytes, stride);
#endif

  return texture;
}

static void
plx_sheet_page_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PlxSheetPage *self = PLX_SHEET_PAGE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (width <= 0 || height <= 0 || !self->near)
    return;

  if (self->texture != NULL && gdk_texture_get_width (self->texture) != width * scale)
    g_clear_object (&self->texture);
  if (self->texture == NULL)
    self->texture = draw (self, width * scale, height * scale);

  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
plx_sheet_page_class_init (PlxSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_sheet_page_dispose;
  widget_class->get_request_mode = plx_sheet_page_get_request_mode;
  widget_class->measure = plx_sheet_page_measure;
  widget_class->snapshot = plx_sheet_page_snapshot;

  gtk_widget_class_set_css_name (widget_class, "plx-sheet-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plx_sheet_page_init (PlxSheetPage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
plx_sheet_page_new (PlxSheet *sheet,
                    guint     page)
{
  PlxSheetPage *self = g_object_new (PLX_TYPE_SHEET_PAGE, NULL);

  self->page = page;
  plx_sheet_page_set_sheet (self, sheet);

  return GTK_WIDGET (self);
}

/**
 * plx_sheet_page_set_sheet:
 * @self: a page
 * @sheet: a sheet that has a page of the same number
 *
 * Shows the page of another sheet, such as the same one made with other options.
 */
void
plx_sheet_page_set_sheet (PlxSheetPage *self,
                          PlxSheet     *sheet)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PLX_IS_SHEET_PAGE (self));
  g_return_if_fail (PLX_IS_SHEET (sheet));
  g_return_if_fail (self->page < plx_sheet_get_n_pages (sheet));

  g_set_object (&self->sheet, sheet);
  g_clear_object (&self->texture);

  /* Translators: the number of a page, and how many pages there are */
  label = g_strdup_printf (_("Page %u of %u"), self->page + 1, plx_sheet_get_n_pages (sheet));
  text = plx_sheet_dup_page_text (sheet, self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * plx_sheet_page_set_near:
 * @self: a page
 * @near: whether it is seen, or soon will be
 *
 * A page that is far away is not drawn, and takes no memory.
 */
void
plx_sheet_page_set_near (PlxSheetPage *self,
                         gboolean      near)
{
  g_return_if_fail (PLX_IS_SHEET_PAGE (self));

  if (self->near == near)
    return;

  self->near = near;
  if (!near)
    g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
