/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mirror"

#include "config.h"

#include "library/plx-mirror.h"

#include "library/plx-merge.h"

static GHashTable *
table_new (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, value_free);
}

static gpointer
key_new (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

PlxMirror *
plx_mirror_new (void)
{
  PlxMirror *self = g_new0 (PlxMirror, 1);

  self->stories = g_list_store_new (PLX_TYPE_STORY);
  self->known_stories = table_new (g_object_unref);
  self->known_articles = table_new (g_object_unref);
  self->loaded = table_new (NULL);
  self->coming_filters = table_new ((GDestroyNotify) plx_filter_unref);

  return self;
}

void
plx_mirror_free (PlxMirror *self)
{
  g_object_unref (self->stories);
  g_hash_table_unref (self->known_stories);
  g_hash_table_unref (self->known_articles);
  g_hash_table_unref (self->loaded);
  g_hash_table_unref (self->coming_filters);
  g_free (self);
}

/* Where a story stands, or where it would: they go by their numbers, newest first. */
static gboolean
find_place (PlxMirror *self,
            gint64     id,
            guint     *place)
{
  guint low = 0, high = g_list_model_get_n_items (G_LIST_MODEL (self->stories));

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (PlxStory) story = g_list_model_get_item (G_LIST_MODEL (self->stories), middle);

      if (plx_story_get_id (story) == id)
        {
          *place = middle;
          return TRUE;
        }

      if (plx_story_get_id (story) > id)
        low = middle + 1;
      else
        high = middle;
    }

  *place = low;

  return FALSE;
}

static void
apply_documents (PlxMirror  *self,
                 GHashTable *documents)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, documents);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64 id = *(gint64 *) key;
      PlxArticle *article = g_hash_table_lookup (self->known_articles, &id);

      if (article == NULL)
        g_hash_table_insert (self->known_articles, key_new (id), plx_article_new (id, value));
      else if (!plx_document_equal (plx_article_get_document (article), value))
        plx_article_set_document (article, value);
    }
}

/* Changes the list from the first article that differs to the last, and only these. */
static void
sync_articles (GListStore *store,
               GPtrArray  *wanted)
{
  guint n_now = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint start = 0, same_end = 0;

  while (start < MIN (n_now, wanted->len))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), start);

      if (item != g_ptr_array_index (wanted, start))
        break;
      start++;
    }

  while (same_end < MIN (n_now, wanted->len) - start)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store),
                                                        n_now - 1 - same_end);

      if (item != g_ptr_array_index (wanted, wanted->len - 1 - same_end))
        break;
      same_end++;
    }

  if (start < MAX (n_now, wanted->len) - same_end)
    g_list_store_splice (store, start, n_now - start - same_end,
                         wanted->len > 0 ? wanted->pdata + start : NULL,
                         wanted->len - start - same_end);
}

static void
fill_articles (PlxMirror         *self,
               PlxStory          *story,
               const PlxStoryRow *row)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; row->articles != NULL && i < row->articles->len; i++)
    {
      PlxArticle *article = g_hash_table_lookup (self->known_articles,
                                                 &g_array_index (row->articles, gint64, i));

      if (article != NULL)
        g_ptr_array_add (wanted, article);
    }

  sync_articles (plx_story_get_articles (story), wanted);
}

static gboolean
knows_articles (PlxMirror         *self,
                const PlxStoryRow *row)
{
  if (row->articles == NULL)
    return FALSE;

  for (guint i = 0; i < row->articles->len; i++)
    if (!g_hash_table_contains (self->known_articles,
                                &g_array_index (row->articles, gint64, i)))
      return FALSE;

  return TRUE;
}

/* Who sets one filter after the other sees the last one, not each as it reaches the disk. */
static void
set_filter (PlxMirror         *self,
            PlxStory          *story,
            const PlxStoryRow *row)
{
  PlxFilter *coming = g_hash_table_lookup (self->coming_filters, &row->id);
  PlxFilter *filter = coming ? coming : row->filter;
  g_autofree char *now = plx_filter_to_string (plx_story_get_filter (story));
  g_autofree char *wanted = plx_filter_to_string (filter);

  if (!g_str_equal (now, wanted))
    plx_story_set_filter (story, filter);
}

static void
remove_story (PlxMirror *self,
              gint64     id)
{
  PlxStory *story = g_hash_table_lookup (self->known_stories, &id);
  guint place;

  g_hash_table_remove (self->loaded, &id);
  if (find_place (self, id, &place))
    g_list_store_remove (self->stories, place);

  if (story != NULL)
    {
      g_list_store_remove_all (plx_story_get_articles (story));
      plx_story_set_extent (story, 0, 0, 0);
    }
}

static PlxStory *
ensure_story (PlxMirror         *self,
              const PlxStoryRow *row)
{
  PlxStory *story = g_hash_table_lookup (self->known_stories, &row->id);

  if (story != NULL)
    return story;

  story = plx_story_new (row->id, row->title);
  g_hash_table_insert (self->known_stories, key_new (row->id), story);

  return story;
}

static void
apply_story (PlxMirror         *self,
             const PlxStoryRow *row,
             gboolean           load)
{
  PlxStory *story;
  guint place;
  gboolean stands;

  if (!row->exists)
    {
      remove_story (self, row->id);
      return;
    }

  story = ensure_story (self, row);
  stands = find_place (self, row->id, &place);

  /* A story that has just been made comes with its articles: nobody need read them again. */
  if (load || (!stands && knows_articles (self, row)))
    g_hash_table_add (self->loaded, key_new (row->id));

  plx_story_set_title (story, row->title);
  set_filter (self, story, row);
  if (plx_mirror_is_loaded (self, row->id) && row->articles != NULL)
    fill_articles (self, story, row);
  plx_story_set_extent (story, row->n_articles, row->first_day, row->last_day);

  if (!stands)
    g_list_store_insert (self->stories, place, story);
}

/* At the start all stories come at once, and the list tells of them once. */
static void
fill_stories (PlxMirror *self,
              GPtrArray *rows)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const PlxStoryRow *row = g_ptr_array_index (rows, i);
      PlxStory *story = ensure_story (self, row);

      plx_story_set_filter (story, row->filter);
      plx_story_set_extent (story, row->n_articles, row->first_day, row->last_day);
      g_ptr_array_add (stories, story);
    }

  g_list_store_splice (self->stories, 0, 0, stories->pdata, stories->len);
}

static void
remove_others (PlxMirror *self,
               GPtrArray *rows)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, &((PlxStoryRow *) g_ptr_array_index (rows, i))->id);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->stories)); i > 0; i--)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (G_LIST_MODEL (self->stories), i - 1);
      gint64 id = plx_story_get_id (story);

      if (!g_hash_table_contains (ids, &id))
        remove_story (self, id);
    }
}

/**
 * plx_mirror_apply:
 * @self: a mirror
 * @report: what has changed
 *
 * Brings the objects up to date: only what differs is changed and notified.
 */
void
plx_mirror_apply (PlxMirror       *self,
                  const PlxReport *report)
{
  apply_documents (self, report->documents);

  if (report->all && g_hash_table_size (self->known_stories) == 0)
    {
      fill_stories (self, report->stories);
      return;
    }

  if (report->all)
    remove_others (self, report->stories);

  for (guint i = 0; i < report->stories->len; i++)
    apply_story (self, g_ptr_array_index (report->stories, i), report->load);
}

/**
 * plx_mirror_find_story:
 * @self: a mirror
 * @id: a story's number
 *
 * Returns: (transfer none) (nullable): the story, where it is listed
 */
PlxStory *
plx_mirror_find_story (PlxMirror *self,
                       gint64     id)
{
  guint place;

  return find_place (self, id, &place) ? g_hash_table_lookup (self->known_stories, &id) : NULL;
}

/**
 * plx_mirror_find_article:
 * @self: a mirror
 * @id: an article's number
 *
 * Returns: (transfer none) (nullable): the article, where it was ever read
 */
PlxArticle *
plx_mirror_find_article (PlxMirror *self,
                         gint64     id)
{
  return g_hash_table_lookup (self->known_articles, &id);
}

gboolean
plx_mirror_is_loaded (PlxMirror *self,
                      gint64     story)
{
  return g_hash_table_contains (self->loaded, &story);
}

/**
 * plx_mirror_list_loaded:
 * @self: a mirror
 *
 * Returns: (transfer full) (element-type gint64): the stories whose lists are filled
 */
GArray *
plx_mirror_list_loaded (PlxMirror *self)
{
  GArray *loaded = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->loaded);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (loaded, *(gint64 *) key);

  return loaded;
}

/**
 * plx_mirror_expect_filter:
 * @self: a mirror
 * @story: a story
 * @filter: a filter that is about to be written
 *
 * Until it is written, or forgotten, the story shows no older one.
 */
void
plx_mirror_expect_filter (PlxMirror *self,
                          gint64     story,
                          PlxFilter *filter)
{
  g_hash_table_insert (self->coming_filters, key_new (story), plx_filter_ref (filter));
}

/**
 * plx_mirror_forget_filter:
 * @self: a mirror
 * @story: a story
 * @filter: a filter that was written, or could not be
 *
 * Stops waiting for a filter; does nothing where a later one is waited for.
 */
void
plx_mirror_forget_filter (PlxMirror *self,
                          gint64     story,
                          PlxFilter *filter)
{
  if (g_hash_table_lookup (self->coming_filters, &story) == filter)
    g_hash_table_remove (self->coming_filters, &story);
}
