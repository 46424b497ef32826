/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pages.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-pages-private.h"

/**
 * PlxSheetPages:
 *
 * A sheet as pages: drawn the same in the window, by the printer and in a PDF.
 *
 * The pages are counted from the first to the last; one that is counted can be drawn while others
 * are not. Of a page is kept where it begins in the content, and when it is drawn those parts are
 * set once more, so that many pages take no more memory than a few.
 *
 * Its methods may be called from any thread; those that draw wait for each other. `n-pages` and
 * `complete` are notified on the main context of who has begun to make it.
 */
struct _PlxSheetPages
{
  GObject           parent_instance;

  PlxSheetContent  *content;
  PlxSheetForm      form;
  PlxSheetMemos    *memos;
  GMainContext     *context;    /* where to notify */

  GMutex            mutex;      /* over the fields up to the next mutex */
  GCond             cond;       /* told when counting ends */
  GArray           *starts;     /* PlxSheetCursor, by page */
  GPtrArray        *places;     /* PlxSheetPlace */
  GHashTable       *ids;        /* id to one of places */
  gboolean          is_complete;
  gboolean          is_given_up;
  gboolean          is_notifying;
  GStrv             missing;    /* nullable: names of scripts */

  GMutex            desk_mutex; /* over desk, which is Pango's and so for one thread at a time */
  PlxSheetDesk     *desk;
};

/* What of the properties is notified from where they are counted. */
typedef enum
{
  PROP_N_PAGES = 1,
  PROP_COMPLETE,
} PlxSheetPagesProperty;

static GParamSpec *props[PROP_COMPLETE + 1];

G_DEFINE_FINAL_TYPE (PlxSheetPages, plx_sheet_pages, G_TYPE_OBJECT)

static void
place_free (gpointer data)
{
  PlxSheetPlace *place = data;

  g_free (place->title);
  g_free (place->id);
  g_free (place);
}

static void
plx_sheet_pages_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlxSheetPages *self = PLX_SHEET_PAGES (object);

  switch ((PlxSheetPagesProperty) prop_id)
    {
    case PROP_N_PAGES:
      g_value_set_uint (value, plx_sheet_pages_get_n_pages (self));
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, plx_sheet_pages_is_complete (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sheet_pages_finalize (GObject *object)
{
  PlxSheetPages *self = PLX_SHEET_PAGES (object);

  g_clear_pointer (&self->desk, plx_sheet_desk_free);
  g_clear_pointer (&self->content, plx_sheet_content_unref);
  g_clear_pointer (&self->memos, plx_sheet_memos_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_strfreev);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->desk_mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (plx_sheet_pages_parent_class)->finalize (object);
}

static void
plx_sheet_pages_class_init (PlxSheetPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_sheet_pages_get_property;
  object_class->finalize = plx_sheet_pages_finalize;

  /* How many pages are counted so far. */
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Whether all of them are. */
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_sheet_pages_init (PlxSheetPages *self)
{
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->desk_mutex);
  g_cond_init (&self->cond);
  self->memos = plx_sheet_memos_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (PlxSheetCursor));
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Makes pages of which none is counted. */
PlxSheetPages *
plx_sheet_pages_begin (PlxSheetContent *content,
                       GMainContext    *context)
{
  PlxSheetPages *self = g_object_new (PLX_TYPE_SHEET_PAGES, NULL);

  self->content = plx_sheet_content_ref (content);
  self->context = context != NULL ? g_main_context_ref (context) : NULL;
  plx_sheet_form_init (&self->form, plx_sheet_content_get_plan (content));

  return self;
}

static gboolean
notify_cb (gpointer data)
{
  PlxSheetPages *self = data;

  g_mutex_lock (&self->mutex);
  self->is_notifying = FALSE;
  g_mutex_unlock (&self->mutex);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
  if (plx_sheet_pages_is_complete (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);

  return G_SOURCE_REMOVE;
}

/* Called with the mutex held. However quickly pages are counted, one notification waits at most. */
static void
notify (PlxSheetPages *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->context == NULL || self->is_notifying)
    return;

  self->is_notifying = TRUE;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[parallax] pages counted");
  g_source_set_callback (source, notify_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/* For the one who counts: a page begins. */
void
plx_sheet_pages_add_page (PlxSheetPages        *self,
                          const PlxSheetCursor *start)
{
  g_mutex_lock (&self->mutex);
  g_array_append_val (self->starts, *start);
  if (self->starts->len > 1)
    notify (self);
  g_mutex_unlock (&self->mutex);
}

/* For the one who counts: something has its page. */
void
plx_sheet_pages_add_place (PlxSheetPages       *self,
                           const PlxSheetPlace *place)
{
  PlxSheetPlace *kept = g_memdup2 (place, sizeof *place);

  kept->title = g_strdup (place->title);
  kept->id = g_strdup (place->id);
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->places, kept);
  if (kept->id != NULL && !g_hash_table_contains (self->ids, kept->id))
    g_hash_table_insert (self->ids, kept->id, kept);
  g_mutex_unlock (&self->mutex);
}

/* For the one who counts: that was all, or nobody wants more. */
void
plx_sheet_pages_end (PlxSheetPages *self,
                     gboolean       is_complete,
                     GHashTable    *missing)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (missing), (GCompareFunc) strcmp);
  g_autoptr (GStrvBuilder) strv = g_strv_builder_new ();

  for (GList *l = names; l != NULL; l = l->next)
    g_strv_builder_add (strv, l->data);

  g_mutex_lock (&self->mutex);
  self->missing = g_strv_builder_end (strv);
  self->is_complete = is_complete;
  self->is_given_up = !is_complete;
  notify (self);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

PlxSheetContent *
plx_sheet_pages_get_content (PlxSheetPages *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), NULL);

  return self->content;
}

/**
 * plx_sheet_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many pages can be drawn; more may follow while it is not complete
 */
guint
plx_sheet_pages_get_n_pages (PlxSheetPages *self)
{
  guint n;

  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), 0);

  g_mutex_lock (&self->mutex);
  /* The last one has its end only when the next one begins. */
  n = self->starts->len - (self->is_complete || self->starts->len == 0 ? 0 : 1);
  g_mutex_unlock (&self->mutex);

  return n;
}

/* Whether all pages are counted. */
gboolean
plx_sheet_pages_is_complete (PlxSheetPages *self)
{
  gboolean is_complete;

  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), FALSE);

  g_mutex_lock (&self->mutex);
  is_complete = self->is_complete;
  g_mutex_unlock (&self->mutex);

  return is_complete;
}

/* The size of the paper as it lies, in points. */
void
plx_sheet_pages_get_size (PlxSheetPages *self,
                          double        *width,
                          double        *height)
{
  g_return_if_fail (PLX_IS_SHEET_PAGES (self));

  *width = self->form.width;
  *height = self->form.height;
}

/* Where a page begins and ends. Its places are only there once all pages are counted, and then do
 * not change. */
gboolean
plx_sheet_pages_get_leaf (PlxSheetPages *self,
                          guint          page,
                          PlxSheetLeaf  *leaf)
{
  const PlxSheetCursor end = { G_MAXUINT, G_MAXUINT, G_MAXUINT };
  gboolean is_there;

  g_mutex_lock (&self->mutex);
  is_there = page + 1 < self->starts->len || (self->is_complete && page < self->starts->len);
  if (is_there)
    {
      leaf->start = g_array_index (self->starts, PlxSheetCursor, page);
      leaf->end = page + 1 < self->starts->len
                  ? g_array_index (self->starts, PlxSheetCursor, page + 1) : end;
      leaf->page = page;
      leaf->n_pages = self->is_complete ? self->starts->len : 0;
      leaf->places = self->is_complete ? self->ids : NULL;
    }
  g_mutex_unlock (&self->mutex);

  return is_there;
}

/* A desk of its own for who counts or writes all pages. */
PlxSheetDesk *
plx_sheet_pages_create_desk (PlxSheetPages *self)
{
  return plx_sheet_desk_new (self->content, self->memos);
}

static PlxSheetDesk *
lock_desk (PlxSheetPages *self)
{
  g_mutex_lock (&self->desk_mutex);
  if (self->desk == NULL)
    self->desk = plx_sheet_pages_create_desk (self);

  return self->desk;
}

/**
 * plx_sheet_pages_draw:
 * @self: pages
 * @page: one that is counted, the first is 0
 * @cr: where to; the origin is the paper's upper left corner and a unit is a point
 *
 * Draws a page. The paper itself is not filled.
 */
void
plx_sheet_pages_draw (PlxSheetPages *self,
                      guint          page,
                      cairo_t       *cr)
{
  PlxSheetLeaf leaf;

  g_return_if_fail (PLX_IS_SHEET_PAGES (self));

  if (!plx_sheet_pages_get_leaf (self, page, &leaf))
    return;

  plx_sheet_desk_draw (lock_desk (self), &leaf, cr);
  g_mutex_unlock (&self->desk_mutex);
}

/**
 * plx_sheet_pages_dup_text:
 * @self: pages
 * @page: one that is counted, the first is 0
 *
 * Gives the text of a page as it is read aloud.
 *
 * Returns: (transfer full): the text
 */
char *
plx_sheet_pages_dup_text (PlxSheetPages *self,
                          guint          page)
{
  PlxSheetLeaf leaf;
  char *text;

  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), NULL);

  if (!plx_sheet_pages_get_leaf (self, page, &leaf))
    return g_strdup ("");

  text = plx_sheet_desk_dup_text (lock_desk (self), &leaf);
  g_mutex_unlock (&self->desk_mutex);

  return text;
}

static void
page_link_clear (gpointer data)
{
  g_free (((PlxSheetPageLink *) data)->target);
}

static void
add_link (const char *target,
          double      x,
          double      y,
          double      width,
          double      height,
          gpointer    data)
{
  PlxSheetPageLink link = { x, y, width, height, g_strdup (target) };

  g_array_append_val ((GArray *) data, link);
}

/**
 * plx_sheet_pages_list_links:
 * @self: pages
 * @page: one that is counted, the first is 0
 *
 * Finds what can be clicked on a page: addresses and the numbers of sources.
 *
 * Returns: (transfer full) (element-type PlxSheetPageLink): its links, as they are read
 */
GArray *
plx_sheet_pages_list_links (PlxSheetPages *self,
                            guint          page)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (PlxSheetPageLink));
  cairo_surface_t *nowhere;
  cairo_t *cr;
  PlxSheetLeaf leaf;
  PlxSheetDesk *desk;

  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), links);

  g_array_set_clear_func (links, page_link_clear);
  if (!plx_sheet_pages_get_leaf (self, page, &leaf))
    return links;

  /* Where links are is known when the page is drawn; here nobody looks at that. */
  nowhere = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (nowhere);
  desk = lock_desk (self);
  desk->add_link = add_link;
  desk->link_data = links;
  plx_sheet_desk_draw (desk, &leaf, cr);
  desk->add_link = NULL;
  desk->link_data = NULL;
  g_mutex_unlock (&self->desk_mutex);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);

  return links;
}

/**
 * plx_sheet_pages_find:
 * @self: pages
 * @id: of a section, heading, source …
 * @page: (out): the page on which it stands
 * @y: (out): how far from the top of the paper, in points
 *
 * Returns: whether it is among the pages that are counted
 */
gboolean
plx_sheet_pages_find (PlxSheetPages *self,
                      const char    *id,
                      guint         *page,
                      double        *y)
{
  const PlxSheetPlace *place;

  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), FALSE);

  g_mutex_lock (&self->mutex);
  place = g_hash_table_lookup (self->ids, id);
  if (place != NULL)
    {
      *page = place->page;
      *y = place->y + self->form.margin + (place->page > 0 ? self->form.top : 0);
    }
  g_mutex_unlock (&self->mutex);

  return place != NULL;
}

/**
 * plx_sheet_pages_dup_warning:
 * @self: pages
 *
 * Says what cannot be printed: letters that no font on this computer has. On the pages the name of
 * their script stands for them.
 *
 * Returns: (transfer full) (nullable): a message for the user, or `NULL` where all is printed or
 *   not all pages are counted
 */
char *
plx_sheet_pages_dup_warning (PlxSheetPages *self)
{
  g_autofree char *names = NULL;

  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), NULL);

  g_mutex_lock (&self->mutex);
  names = self->missing != NULL && *self->missing != NULL ? g_strjoinv (", ", self->missing)
                                                          : NULL;
  g_mutex_unlock (&self->mutex);

  return names == NULL ? NULL :
    /* Translators: %s are names of scripts, such as “Han, Tibetan” */
    g_strdup_printf (_("No font on this computer has the letters of: %s. The pages name the "
                       "script where they should stand. With a font for them installed, they are "
                       "printed."), names);
}

/* Tells of each heading in order, once all pages are counted. */
void
plx_sheet_pages_foreach_place (PlxSheetPages        *self,
                               PlxSheetBreakerPlace  func,
                               gpointer              data)
{
  for (guint i = 0; i < self->places->len; i++)
    func (g_ptr_array_index (self->places, i), data);
}

/* Waits until all pages are counted. Gives whether they are. */
gboolean
plx_sheet_pages_wait (PlxSheetPages *self)
{
  gboolean is_complete;

  g_mutex_lock (&self->mutex);
  while (!self->is_complete && !self->is_given_up)
    g_cond_wait (&self->cond, &self->mutex);
  is_complete = self->is_complete;
  g_mutex_unlock (&self->mutex);

  return is_complete;
}
