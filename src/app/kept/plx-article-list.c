/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-article-list"

#include "config.h"

#include "kept/plx-article-list.h"

#include <string.h>

/* How many articles are read at once, and how many such pages are kept: some screens of them. */
#define PAGE 64
#define N_PAGES 24

/* Items that somebody has asked for, by their place. */
typedef struct
{
  guint           n;     /* which page it is */
  PlxArticleItem *items[PAGE];
} Page;

struct _PlxArticleList
{
  GObject          parent_instance;

  PlxLibrary      *library;
  PlxArticleOrder  order;
  char            *tag;       /* nullable */
  GArray          *ids;       /* gint64; never NULL */
  GQueue           pages;     /* Page; that which was used last stands first */
  GHashTable      *alive;     /* gint64 to GWeakRef of PlxArticleItem: somebody may have it still */
  GCancellable    *listing;   /* nullable; while the ids are read */
  GCancellable    *reading;   /* cancelled when it is disposed of */
};

enum
{
  SIGNAL_LISTED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
page_free (gpointer data)
{
  Page *page = data;

  for (guint i = 0; i < PAGE; i++)
    g_clear_object (&page->items[i]);
  g_free (page);
}

/* A page on its way: its items stay even if the page does not. */
typedef struct
{
  PlxArticleList *list;
  GPtrArray      *items;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->list);
  g_ptr_array_unref (self->items);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
    plx_library_read_lines_finish (PLX_LIBRARY (object), result, &error);

  if (lines == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (request->list, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  for (guint i = 0; i < lines->len; i++)
    plx_article_item_take (request->items->pdata[i], lines->pdata[i]);
}

static void
read_items (PlxArticleList *self,
            GPtrArray      *items)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Request *request = g_new0 (Request, 1);

  request->list = g_object_ref (self);
  request->items = g_ptr_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    {
      const gint64 id = plx_article_item_get_id (items->pdata[i]);

      g_array_append_val (ids, id);
    }
  plx_library_read_lines_async (self->library, ids, self->reading, read_cb, request);
}

static void
read_page (PlxArticleList *self,
           Page           *page)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < PAGE && page->items[i] != NULL; i++)
    g_ptr_array_add (items, g_object_ref (page->items[i]));
  read_items (self, items);
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer user_data)
{
  g_autoptr (GObject) item = g_weak_ref_get (value);

  return item == NULL;
}

/* The same item for as long as a row shows it, wherever its article stands by then. */
static PlxArticleItem *
dup_item (PlxArticleList *self,
          gint64          id)
{
  GWeakRef *ref = g_hash_table_lookup (self->alive, &id);
  PlxArticleItem *item = ref != NULL ? g_weak_ref_get (ref) : NULL;

  if (item != NULL)
    return item;

  if (g_hash_table_size (self->alive) > 4 * N_PAGES * PAGE)
    g_hash_table_foreach_remove (self->alive, is_gone, NULL);

  item = plx_article_item_new (id);
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, item);
  g_hash_table_insert (self->alive, g_memdup2 (&id, sizeof id), ref);

  return item;
}

/* What rows show may be other than it was, also where they stay as they are. */
static void
read_again (PlxArticleList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_foreach_remove (self->alive, is_gone, NULL);
  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PlxArticleItem *item = g_weak_ref_get (value);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  if (items->len > 0)
    read_items (self, items);
}

static Page *
page_new (PlxArticleList *self,
          guint           n)
{
  Page *page = g_new0 (Page, 1);

  page->n = n;
  for (guint i = 0; i < PAGE && n * PAGE + i < self->ids->len; i++)
    page->items[i] = dup_item (self, g_array_index (self->ids, gint64, n * PAGE + i));

  return page;
}

/* There are few pages, and the one that is asked for is nearly always among the first. */
static Page *
find_page (PlxArticleList *self,
           guint           n)
{
  Page *page;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    if (((Page *) link->data)->n == n)
      {
        g_queue_unlink (&self->pages, link);
        g_queue_push_head_link (&self->pages, link);
        return link->data;
      }

  page = page_new (self, n);
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > N_PAGES)
    page_free (g_queue_pop_tail (&self->pages));
  read_page (self, page);

  return page;
}

static GType
plx_article_list_get_item_type (GListModel *model)
{
  return PLX_TYPE_ARTICLE_ITEM;
}

static guint
plx_article_list_get_n_items (GListModel *model)
{
  return PLX_ARTICLE_LIST (model)->ids->len;
}

static gpointer
plx_article_list_get_item (GListModel *model,
                           guint       position)
{
  PlxArticleList *self = PLX_ARTICLE_LIST (model);

  if (position >= self->ids->len)
    return NULL;

  return g_object_ref (find_page (self, position / PAGE)->items[position % PAGE]);
}

static void
init_list (GListModelInterface *iface)
{
  iface->get_item_type = plx_article_list_get_item_type;
  iface->get_n_items = plx_article_list_get_n_items;
  iface->get_item = plx_article_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxArticleList, plx_article_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list))

static gboolean
has_same_ids (PlxArticleList *self,
              GArray         *ids)
{
  return self->ids->len == ids->len &&
         (ids->len == 0 || memcmp (self->ids->data, ids->data, ids->len * sizeof (gint64)) == 0);
}

/* Only what differs is told, so that who looks at the list stays where he is. */
static void
take_ids (PlxArticleList *self,
          GArray         *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint start = 0, end = 0;

  self->ids = g_array_ref (ids);
  while (start < MIN (old->len, ids->len) &&
         g_array_index (old, gint64, start) == g_array_index (ids, gint64, start))
    start++;
  while (end < MIN (old->len, ids->len) - start &&
         g_array_index (old, gint64, old->len - 1 - end) ==
           g_array_index (ids, gint64, ids->len - 1 - end))
    end++;

  /* Pages hold items by their place. */
  g_queue_clear_full (&self->pages, page_free);
  g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                              ids->len - start - end);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxArticleList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = plx_library_list_ids_finish (PLX_LIBRARY (object), result, &error);

  if (self->listing == NULL || g_task_get_cancellable (G_TASK (result)) != self->listing)
    return;

  g_clear_object (&self->listing);
  if (ids == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  if (!has_same_ids (self, ids))
    take_ids (self, ids);
  read_again (self);
  g_signal_emit (self, signals[SIGNAL_LISTED], 0);
}

static void
refresh (PlxArticleList *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  if (self->library == NULL)
    return;

  self->listing = g_cancellable_new ();
  plx_library_list_ids_async (self->library, self->order, self->tag, self->listing, listed_cb,
                              g_object_ref (self));
}

static void
plx_article_list_dispose (GObject *object)
{
  PlxArticleList *self = PLX_ARTICLE_LIST (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plx_article_list_parent_class)->dispose (object);
}

static void
plx_article_list_finalize (GObject *object)
{
  PlxArticleList *self = PLX_ARTICLE_LIST (object);

  g_queue_clear_full (&self->pages, page_free);
  g_clear_pointer (&self->alive, g_hash_table_unref);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->tag, g_free);

  G_OBJECT_CLASS (plx_article_list_parent_class)->finalize (object);
}

static void
plx_article_list_class_init (PlxArticleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_article_list_dispose;
  object_class->finalize = plx_article_list_finalize;

  signals[SIGNAL_LISTED] =
    g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plx_article_list_init (PlxArticleList *self)
{
  g_queue_init (&self->pages);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->alive = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, weak_ref_free);
  self->reading = g_cancellable_new ();
}

/**
 * plx_article_list_new:
 * @library: a library
 *
 * Returns: (transfer full): a list of its articles, the newest first; empty until `listed`
 */
PlxArticleList *
plx_article_list_new (PlxLibrary *library)
{
  PlxArticleList *self = g_object_new (PLX_TYPE_ARTICLE_LIST, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "articles-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

/**
 * plx_article_list_set:
 * @self: a list
 * @order: in what order
 * @tag: (nullable): a tag that the articles are to have, or `NULL` for all
 *
 * Lists other articles, or the same in another order.
 */
void
plx_article_list_set (PlxArticleList  *self,
                      PlxArticleOrder  order,
                      const char      *tag)
{
  g_return_if_fail (PLX_IS_ARTICLE_LIST (self));

  if (!g_set_str (&self->tag, tag) && self->order == order)
    return;

  self->order = order;
  refresh (self);
}

/**
 * plx_article_list_get_id:
 * @self: a list
 * @position: a place in it
 *
 * Returns: the article there, or 0; nothing is read for that
 */
gint64
plx_article_list_get_id (PlxArticleList *self,
                         guint           position)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_LIST (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}
