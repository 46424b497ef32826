/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-preview-renderer"

#include "config.h"

#include "sheet/plx-preview-renderer.h"

#include <math.h>

/* How many pixels a picture may have: one of an A4 page three times as large as on paper. Where
 * more is asked for it is drawn smaller, and a little less sharp. */
#define MAX_PIXELS (9 * 1000 * 1000)

/* How much memory pictures may take that nobody looks at. */
#define SPARE_BYTES (64 * 1024 * 1024)

/* How many pages before and after those that are seen are drawn as well. */
#define AHEAD 2

typedef struct
{
  guint       page;
  int         width;   /* that was asked for */
  gboolean    is_old;  /* of the sheet before this one */
  GdkTexture *texture;
  char       *text;    /* what is read aloud */
} Picture;

/**
 * PlxPreviewRenderer:
 *
 * Draws the pages of a sheet into pictures, off the main thread, and keeps some of them.
 *
 * Only one page is drawn at a time, and which one is decided when the one before is done. Who
 * scrolls through hundreds of pages so never waits for those that went by.
 *
 * When the sheet is replaced by another of the same paper, pictures of the old one are given until
 * the new ones are there: what the user changes then shows without a flash of white.
 *
 * Signals: `drawn (guint page)`: there is a picture of a page, or a better one. Emitted on the main
 * thread.
 */
struct _PlxPreviewRenderer
{
  GObject        parent_instance;

  PlxSheetPages *sheet;       /* nullable */
  GQueue         pictures;    /* of Picture; the last used first */
  guint          first;       /* the pages that are seen, */
  guint          end;
  int            width;       /* and how many pixels wide; 0 while nothing is wanted */
  GCancellable  *cancellable; /* nullable: of the page that is being drawn */
};

enum
{
  SIGNAL_DRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxPreviewRenderer, plx_preview_renderer, G_TYPE_OBJECT)

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_object (&picture->texture);
  g_free (picture->text);
  g_free (picture);
}

typedef struct
{
  PlxSheetPages *sheet;
  guint          page;
  int            width;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->sheet);
  g_free (order);
}

static GdkTexture *
draw (PlxSheetPages *sheet,
      guint          page,
      int            width,
      int            height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  double paper_width, paper_height;
  gsize stride = cairo_image_surface_get_stride (surface);

  plx_sheet_pages_get_size (sheet, &paper_width, &paper_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / paper_width, height / paper_height);
  plx_sheet_pages_draw (sheet, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  return gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8X8, bytes, stride);
#else
  return gdk_memory_texture_new (width, height, GDK_MEMORY_X8R8G8B8, bytes, stride);
#endif
}

static void
draw_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Order *order = task_data;
  Picture *picture;
  double paper_width, paper_height, ratio, width;

  if (g_task_return_error_if_cancelled (task))
    return;

  plx_sheet_pages_get_size (order->sheet, &paper_width, &paper_height);
  ratio = paper_height / paper_width;
  width = MAX (1, MIN (order->width, sqrt (MAX_PIXELS / ratio)));

  picture = g_new0 (Picture, 1);
  picture->page = order->page;
  picture->width = order->width;
  picture->texture = draw (order->sheet, order->page, width, MAX (1, width * ratio));
  picture->text = plx_sheet_pages_dup_text (order->sheet, order->page);
  g_task_return_pointer (task, picture, picture_free);
}

static GList *
find (PlxPreviewRenderer *self,
      guint               page)
{
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    if (((Picture *) link->data)->page == page)
      return link;

  return NULL;
}

static gboolean
is_missing (PlxPreviewRenderer *self,
            guint               page)
{
  GList *link = find (self, page);
  const Picture *picture = link != NULL ? link->data : NULL;

  return picture == NULL || picture->is_old || picture->width != self->width;
}

/* What is seen comes first, then what is next to it, the nearest first. */
static gboolean
find_next (PlxPreviewRenderer *self,
           guint              *page)
{
  guint n = self->sheet != NULL && self->width > 0 ? plx_sheet_pages_get_n_pages (self->sheet) : 0;

  for (*page = self->first; *page < MIN (self->end, n); (*page)++)
    if (is_missing (self, *page))
      return TRUE;

  for (guint i = 0; i < AHEAD; i++)
    {
      *page = self->end + i;
      if (*page < n && is_missing (self, *page))
        return TRUE;

      *page = self->first - 1 - i;
      if (i < self->first && *page < n && is_missing (self, *page))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_wanted (PlxPreviewRenderer *self,
           guint               page)
{
  return page + AHEAD >= self->first && page < self->end + AHEAD;
}

static void
tidy_up (PlxPreviewRenderer *self)
{
  gsize spare = 0;

  for (GList *link = self->pictures.head, *next; link != NULL; link = next)
    {
      Picture *picture = link->data;

      next = link->next;
      if (is_wanted (self, picture->page))
        continue;

      spare += (gsize) gdk_texture_get_width (picture->texture) *
               gdk_texture_get_height (picture->texture) * 4;
      if (spare > SPARE_BYTES)
        {
          picture_free (picture);
          g_queue_delete_link (&self->pictures, link);
        }
    }
}

static void draw_next (PlxPreviewRenderer *self);

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  PlxPreviewRenderer *self = PLX_PREVIEW_RENDERER (source);
  Picture *picture = g_task_propagate_pointer (G_TASK (result), NULL);
  GList *before;
  guint page;

  /* Whoever has cancelled it has asked for another. */
  if (picture == NULL)
    return;
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      picture_free (picture);
      return;
    }

  g_clear_object (&self->cancellable);
  page = picture->page;
  before = find (self, page);
  if (before != NULL)
    {
      picture_free (before->data);
      g_queue_delete_link (&self->pictures, before);
    }
  g_queue_push_head (&self->pictures, picture);
  tidy_up (self);
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0, page);
  draw_next (self);
}

static void
draw_next (PlxPreviewRenderer *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order;
  guint page;

  if (self->cancellable != NULL || !find_next (self, &page))
    return;

  order = g_new0 (Order, 1);
  order->sheet = g_object_ref (self->sheet);
  order->page = page;
  order->width = self->width;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_source_tag (task, draw_next);
  g_task_set_static_name (task, "[parallax] draw page");
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
cancel (PlxPreviewRenderer *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
plx_preview_renderer_finalize (GObject *object)
{
  PlxPreviewRenderer *self = PLX_PREVIEW_RENDERER (object);

  g_queue_clear_full (&self->pictures, picture_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (plx_preview_renderer_parent_class)->finalize (object);
}

static void
plx_preview_renderer_class_init (PlxPreviewRendererClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_preview_renderer_finalize;

  signals[SIGNAL_DRAWN] =
    g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plx_preview_renderer_init (PlxPreviewRenderer *self)
{
  g_queue_init (&self->pictures);
}

/**
 * plx_preview_renderer_new:
 *
 * Returns: (transfer full): a renderer that has no sheet yet
 */
PlxPreviewRenderer *
plx_preview_renderer_new (void)
{
  return g_object_new (PLX_TYPE_PREVIEW_RENDERER, NULL);
}

static gboolean
is_same_paper (PlxSheetPages *a,
               PlxSheetPages *b)
{
  double width_a, height_a, width_b, height_b;

  if (a == NULL || b == NULL)
    return FALSE;

  plx_sheet_pages_get_size (a, &width_a, &height_a);
  plx_sheet_pages_get_size (b, &width_b, &height_b);

  return width_a == width_b && height_a == height_b;
}

/**
 * plx_preview_renderer_set_sheet:
 * @self: a renderer
 * @sheet: (nullable): a sheet
 *
 * Draws pages of another sheet from now on.
 */
void
plx_preview_renderer_set_sheet (PlxPreviewRenderer *self,
                                PlxSheetPages      *sheet)
{
  g_return_if_fail (PLX_IS_PREVIEW_RENDERER (self));
  g_return_if_fail (sheet == NULL || PLX_IS_SHEET_PAGES (sheet));

  if (self->sheet == sheet)
    return;

  cancel (self);
  if (!is_same_paper (self->sheet, sheet))
    g_queue_clear_full (&self->pictures, picture_free);
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    ((Picture *) link->data)->is_old = TRUE;

  g_set_object (&self->sheet, sheet);
  draw_next (self);
}

/**
 * plx_preview_renderer_refresh:
 * @self: a renderer
 *
 * Draws the pages once more: on each stands how many there are, which nobody knew before.
 */
void
plx_preview_renderer_refresh (PlxPreviewRenderer *self)
{
  g_return_if_fail (PLX_IS_PREVIEW_RENDERER (self));

  cancel (self);
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    ((Picture *) link->data)->is_old = TRUE;
  draw_next (self);
}

/**
 * plx_preview_renderer_want:
 * @self: a renderer
 * @first: the first page that is seen
 * @end: the page after the last that is seen
 * @width: how wide they are, in pixels of the screen
 *
 * Asks for pictures of pages. Those that there are already are given at once by
 * [method@PreviewRenderer.get], the others once `drawn` tells of them.
 */
void
plx_preview_renderer_want (PlxPreviewRenderer *self,
                           guint               first,
                           guint               end,
                           int                 width)
{
  g_return_if_fail (PLX_IS_PREVIEW_RENDERER (self));
  g_return_if_fail (first <= end);

  if (self->first == first && self->end == end && self->width == width)
    {
      /* There may be more pages than when it was asked last. */
      draw_next (self);
      return;
    }

  self->first = first;
  self->end = end;
  self->width = width;
  tidy_up (self);
  draw_next (self);
}

/**
 * plx_preview_renderer_get:
 * @self: a renderer
 * @page: a page
 * @text: (out) (optional) (nullable) (transfer none): what is read aloud of it; `NULL` unless it
 *   is of this very sheet
 *
 * Gives the best picture that there is of a page. It may be of another size than is wanted, or of
 * the sheet before.
 *
 * Returns: (transfer none) (nullable): the picture, or `NULL` where there is none yet
 */
GdkTexture *
plx_preview_renderer_get (PlxPreviewRenderer  *self,
                          guint                page,
                          const char         **text)
{
  GList *link;
  Picture *picture;

  g_return_val_if_fail (PLX_IS_PREVIEW_RENDERER (self), NULL);

  if (text != NULL)
    *text = NULL;
  link = find (self, page);
  if (link == NULL)
    return NULL;

  picture = link->data;
  g_queue_unlink (&self->pictures, link);
  g_queue_push_head_link (&self->pictures, link);
  if (text != NULL && !picture->is_old)
    *text = picture->text;

  return picture->texture;
}

/**
 * plx_preview_renderer_is_idle:
 * @self: a renderer
 *
 * Returns: whether everything that is wanted is drawn
 */
gboolean
plx_preview_renderer_is_idle (PlxPreviewRenderer *self)
{
  g_return_val_if_fail (PLX_IS_PREVIEW_RENDERER (self), FALSE);

  return self->cancellable == NULL;
}
