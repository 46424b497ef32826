/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include <glib/gi18n-lib.h>

#include "library/plx-library-private.h"

/**
 * plx_library_load_story_async:
 * @self: a library
 * @story: a story of it
 * @cancellable: (nullable): gives up before the story is read
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Fills a story's list of articles. Once filled it is kept true to the file.
 */
void
plx_library_load_story_async (PlxLibrary          *self,
                              PlxStory            *story,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  /* On the writer's thread: between two changes, so that none is missed or applied twice. */
  job = plx_job_new_for_story (plx_work_load_story, story);
  plx_library_push (self, self->writer, job, cancellable, callback, user_data,
                    plx_library_load_story_async, "[parallax] load story");
}

/**
 * plx_library_load_story_finish:
 * @self: a library
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: whether the list of the story is filled now
 */
gboolean
plx_library_load_story_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return plx_library_change_finish (self, result, error);
}

/**
 * plx_library_add_async:
 * @self: a library
 * @story: (nullable): the story to add to, or `NULL` for a new one
 * @title: (nullable): the new story's title; not used where there is a @story
 * @documents: (element-type PlxDocument): the documents
 * @cancellable: (nullable): takes everything back, as long as it is not committed
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Adds documents, all or none. A document that the library has already is not
 * stored twice, only joined to the story.
 */
void
plx_library_add_async (PlxLibrary          *self,
                       PlxStory            *story,
                       const char          *title,
                       GPtrArray           *documents,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));
  g_return_if_fail (documents != NULL);

  job = plx_job_new_for_story (plx_work_add, story);
  job->text = g_strdup (title ? title : "");
  job->documents = plx_items_copy (documents, (GBoxedCopyFunc) plx_document_ref,
                                   (GDestroyNotify) plx_document_unref);

  /* Translators: an entry of the history, after “Undo:” */
  job->label = documents->len == 0
    ? g_strdup (_("Add a Story"))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u Article", "Add %u Articles",
                                    documents->len), documents->len);

  plx_library_push (self, self->writer, job, cancellable, callback, user_data,
                    plx_library_add_async, "[parallax] add documents");
}

/**
 * plx_library_add_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the story, or `NULL` on error
 */
PlxStory *
plx_library_add_finish (PlxLibrary    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  const PlxJob *job;
  PlxStory *story;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));
  story = plx_mirror_find_story (self->mirror, job->story);

  return story ? g_object_ref (story) : NULL;
}

/**
 * plx_library_set_document_async:
 * @self: a library
 * @article: an article of it
 * @document: its text and metadata from now on
 * @label: what the user does, in words, for undo
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Changes an article. What differs between the article's document and @document
 * is what the user changed: it goes onto whatever is there by the time it is written, so
 * that changes in quick succession do not undo each other.
 */
void
plx_library_set_document_async (PlxLibrary          *self,
                                PlxArticle          *article,
                                PlxDocument         *document,
                                const char          *label,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_ARTICLE (article));
  g_return_if_fail (document != NULL);
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_set_document);
  job->article = plx_article_get_id (article);
  job->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_ptr_array_add (job->documents, plx_document_ref (plx_article_get_document (article)));
  g_ptr_array_add (job->documents, plx_document_ref (document));
  job->label = g_strdup (label);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_set_document_async, "[parallax] set document");
}

/**
 * plx_library_rename_story_async:
 * @self: a library
 * @story: one of its stories
 * @title: its new title
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Gives a story a new title, as one step of the history; see
 * plx_library_change_finish().
 */
void
plx_library_rename_story_async (PlxLibrary          *self,
                                PlxStory            *story,
                                const char          *title,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (title != NULL);

  job = plx_job_new_for_story (plx_work_rename_story, story);
  job->text = g_strdup (title);
  job->label = g_strdup (_("Rename Story"));
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_rename_story_async, "[parallax] rename story");
}

/**
 * plx_library_set_filter_async:
 * @self: a library
 * @story: one of its stories
 * @filter: what of it is shown from now on
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Keeps a filter with its story, as one step of the history; see
 * plx_library_change_finish().
 */
void
plx_library_set_filter_async (PlxLibrary          *self,
                              PlxStory            *story,
                              PlxFilter           *filter,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (filter != NULL);

  job = plx_job_new_for_story (plx_work_set_filter, story);
  job->filter = plx_filter_ref (filter);
  job->label = g_strdup (_("Change Filter"));
  plx_mirror_expect_filter (self->mirror, job->story, filter);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_set_filter_async, "[parallax] set filter");
}

/**
 * plx_library_leave_story_async:
 * @self: a library
 * @story: a story of it
 * @article: an article of the story
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Takes an article out of a story. Out of its last one, it goes to the trash.
 */
void
plx_library_leave_story_async (PlxLibrary          *self,
                               PlxStory            *story,
                               PlxArticle          *article,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (PLX_IS_ARTICLE (article));

  job = plx_job_new_for_story (plx_work_leave_story, story);
  job->article = plx_article_get_id (article);
  job->label = g_strdup (_("Take Article Out of Story"));
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_leave_story_async, "[parallax] leave story");
}

/**
 * plx_library_remove_story_async:
 * @self: a library
 * @story: a story of it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Moves a story to the trash, with those of its articles that no other story has.
 */
void
plx_library_remove_story_async (PlxLibrary          *self,
                                PlxStory            *story,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  job = plx_job_new_for_story (plx_work_remove_story, story);
  job->label = g_strdup (_("Move Story to Trash"));
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_remove_story_async, "[parallax] remove story");
}

/**
 * plx_library_undo_async:
 * @self: a library
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Takes the latest change back. Where there is none it does nothing.
 */
void
plx_library_undo_async (PlxLibrary          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->writer, plx_job_new (plx_work_undo), NULL, callback, user_data,
                    plx_library_undo_async, "[parallax] undo");
}

/**
 * plx_library_redo_async:
 * @self: a library
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Does again what was taken back last. Where there is nothing it does nothing.
 */
void
plx_library_redo_async (PlxLibrary          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->writer, plx_job_new (plx_work_redo), NULL, callback, user_data,
                    plx_library_redo_async, "[parallax] redo");
}

/**
 * plx_library_list_articles_async:
 * @self: a library
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for the articles of all stories. It reads them, and does not wait for what is being
 * written.
 */
void
plx_library_list_articles_async (PlxLibrary          *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->reader, plx_job_new (plx_work_list_articles), cancellable,
                    callback, user_data, plx_library_list_articles_async,
                    "[parallax] list articles");
}

/**
 * plx_library_list_articles_finish:
 * @self: a library
 * @result: what the callback was given
 * @memberships: (out) (transfer full) (element-type PlxMembership): which story has which article
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxDocument) (nullable): the articles, or `NULL` on error
 */
GPtrArray *
plx_library_list_articles_finish (PlxLibrary    *self,
                                  GAsyncResult  *result,
                                  GArray       **memberships,
                                  GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));
  *memberships = g_array_ref (job->memberships);

  return g_ptr_array_ref (job->documents);
}

/**
 * plx_library_refresh_async:
 * @self: a library
 * @callback: (scope async) (nullable): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Brings the objects of the model up to date with what other programs have
 * written since, if anything. A window does this when it comes to the front.
 */
void
plx_library_refresh_async (PlxLibrary          *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  job = plx_job_new (plx_work_refresh);
  job->loaded = plx_mirror_list_loaded (self->mirror);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_refresh_async, "[parallax] refresh");
}

/**
 * plx_library_change_finish:
 * @self: a library
 * @result: what came with the callback of any call that only succeeds or fails
 * @error: return location for an error
 *
 * Returns: whether it was done; where it was not, the library is as before
 */
gboolean
plx_library_change_finish (PlxLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * plx_library_items_finish:
 * @self: a library
 * @result: what came with the callback of a call that asks for items
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the items, or `NULL` on error
 */
GPtrArray *
plx_library_items_finish (PlxLibrary    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_ptr_array_ref (job->items);
}

/**
 * plx_library_save_analysis_async:
 * @self: a library
 * @story: one of its stories
 * @key: of all on which the analysis depends
 * @analysis: what was found in its articles
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Keeps an analysis, so that the story opens at once next time. It is no step of the history;
 * one under the same key is replaced, and only the last few of a story are kept. See
 * plx_library_change_finish().
 */
void
plx_library_save_analysis_async (PlxLibrary          *self,
                                 PlxStory            *story,
                                 const char          *key,
                                 PlxAnalysis         *analysis,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (key != NULL);
  g_return_if_fail (analysis != NULL);

  job = plx_job_new_for_story (plx_work_save_analysis, story);
  job->text = g_strdup (key);
  job->analysis = plx_analysis_ref (analysis);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_save_analysis_async, "[parallax] save analysis");
}

/**
 * plx_library_load_analysis_async:
 * @self: a library
 * @story: a story of it
 * @key: the key under which it was saved
 * @documents: (element-type PlxDocument): the documents that it was made of, in their order
 * @cancellable: (nullable): gives up before it is read
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Finds what was computed for a story. Where there is nothing under the key the
 * error is `PLX_LIBRARY_ERROR_NOT_FOUND`; where what there is does not fit the documents,
 * `PLX_LIBRARY_ERROR_CORRUPT`. In both cases it can be computed again.
 */
void
plx_library_load_analysis_async (PlxLibrary          *self,
                                 PlxStory            *story,
                                 const char          *key,
                                 GPtrArray           *documents,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (key != NULL);
  g_return_if_fail (documents != NULL);

  job = plx_job_new_for_story (plx_work_load_analysis, story);
  job->text = g_strdup (key);
  job->documents = plx_items_copy (documents, (GBoxedCopyFunc) plx_document_ref,
                                   (GDestroyNotify) plx_document_unref);
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_load_analysis_async, "[parallax] load analysis");
}

/**
 * plx_library_load_analysis_finish:
 * @self: a library
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the analysis that was kept; `NULL` on error
 */
PlxAnalysis *
plx_library_load_analysis_finish (PlxLibrary    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return plx_analysis_ref (job->analysis);
}

/**
 * plx_library_search_async:
 * @self: a library
 * @query: what is looked for
 * @limit: how many hits are wanted
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Searches the kept text, headlines, outlets and authors of all articles, and what else the query
 * asks of them. It has a connection and a thread of its own and does not wait for what is being
 * written.
 *
 * The best hits come first: a word in a headline weighs more than one in the name of an outlet,
 * and that more than one in the text; rare words weigh more than frequent ones. Where there are
 * more than some thousand hits, only those are weighed that came into the library last, and the
 * more articles there are, the longer must a word be to find those that it begins, so that the
 * answer does not keep one waiting; how many there are in all is told exactly. Where no word is
 * looked for, the articles of the latest days come first.
 */
void
plx_library_search_async (PlxLibrary          *self,
                          PlxQuery            *query,
                          guint                limit,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (query != NULL);

  job = plx_job_new (plx_work_search);
  job->query = plx_query_ref (query);
  job->limit = limit;
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_search_async, "[parallax] search");
}

/**
 * plx_library_search_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxHit) (nullable): the hits, the best first; or
 *   `NULL` on error
 */
GPtrArray *
plx_library_search_finish (PlxLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return plx_library_items_finish (self, result, error);
}

/**
 * plx_library_search_get_n_found:
 * @result: what the callback of plx_library_search_async() was given
 *
 * Returns: how many articles have what was looked for, of which only the best were given; 0 where
 *   the search failed
 */
guint
plx_library_search_get_n_found (GAsyncResult *result)
{
  const PlxJob *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, plx_library_search_async), 0);

  job = g_task_get_task_data (G_TASK (result));

  return job->n_found;
}
