/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-known-story"

#include "config.h"

#include "window/plx-known-story.h"

#include "model/plx-article.h"

/* Whoever opens the same files again wants the story that he has made of them. */

/**
 * Search:
 * @documents: (element-type PlxDocument): what the story is to have
 * @texts: (element-type utf8): their texts, each once
 * @candidate: which story is looked at
 */
typedef struct
{
  GPtrArray  *documents;
  GHashTable *texts;
  guint       candidate;
} Search;

static void look_at_candidate (GTask *task);

static void
search_free (gpointer data)
{
  Search *self = data;

  g_ptr_array_unref (self->documents);
  g_hash_table_unref (self->texts);
  g_free (self);
}

static gboolean
story_has_all (PlxStory   *story,
               GHashTable *texts)
{
  GListModel *articles = G_LIST_MODEL (plx_story_get_articles (story));
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      const char *text = plx_article_get_document (article)->text->str;

      /* The text stays as it was read whatever the user cuts or corrects. */
      if (g_hash_table_contains (texts, text))
        g_hash_table_add (there, (gpointer) text);
    }

  return g_hash_table_size (there) == g_hash_table_size (texts);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Search *self = g_task_get_task_data (task);
  GListModel *stories = plx_library_get_stories (PLX_LIBRARY (object));
  g_autoptr (PlxStory) story = g_list_model_get_item (stories, self->candidate);

  if (!plx_library_load_story_finish (PLX_LIBRARY (object), result, &error))
    {
      g_debug ("A story is not looked at: %s", error->message);
    }
  else if (story != NULL && story_has_all (story, self->texts))
    {
      g_task_return_pointer (task, g_steal_pointer (&story), g_object_unref);
      return;
    }

  self->candidate++;
  look_at_candidate (task);
}

static void
look_at_candidate (GTask *task)
{
  PlxLibrary *library = g_task_get_source_object (task);
  GListModel *stories = plx_library_get_stories (library);
  Search *self = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  for (; self->candidate < g_list_model_get_n_items (stories); self->candidate++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, self->candidate);

      if (plx_story_get_n_articles (story) < g_hash_table_size (self->texts))
        continue;

      plx_library_load_story_async (library, story, g_task_get_cancellable (task), loaded_cb,
                                    g_object_ref (task));
      return;
    }

  g_task_return_pointer (task, NULL, NULL);
}

/**
 * plx_known_story_find_async:
 * @library: a library
 * @documents: (element-type PlxDocument): articles
 * @cancellable: (nullable): stops it
 * @callback: called when it is found, or there is none
 * @user_data: for @callback
 *
 * Looks for a story that has all of these articles.
 */
void
plx_known_story_find_async (PlxLibrary          *library,
                            GPtrArray           *documents,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  Search *self = g_new0 (Search, 1);

  self->documents = g_ptr_array_ref (documents);
  self->texts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < documents->len; i++)
    g_hash_table_add (self->texts, ((PlxDocument *) documents->pdata[i])->text->str);

  g_task_set_source_tag (task, plx_known_story_find_async);
  g_task_set_static_name (task, "[parallax] find a story");
  g_task_set_task_data (task, self, search_free);
  look_at_candidate (task);
}

/**
 * plx_known_story_find_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the story; `NULL` where there is none, or with @error set
 */
PlxStory *
plx_known_story_find_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
