/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library-articles.h"

#include <glib/gi18n-lib.h>

#include "library/plx-library-private.h"

/* What is asked of the library about all of its articles, in whatever story they are. */

void
plx_article_line_free (PlxArticleLine *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_strfreev (self->tags);
  g_free (self);
}

/**
 * plx_library_list_ids_async:
 * @self: a library
 * @order: in what order
 * @tag: (nullable): a tag that they are to have, or `NULL` for all
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for the numbers of all articles that are not in the trash. It does not wait for what is
 * being written.
 */
void
plx_library_list_ids_async (PlxLibrary          *self,
                            PlxArticleOrder      order,
                            const char          *tag,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (order < PLX_N_ARTICLE_ORDERS);

  job = plx_job_new (plx_work_list_ids);
  job->order = order;
  job->text = g_strdup (tag);
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_ids_async, "[parallax] list all articles");
}

/**
 * plx_library_list_ids_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the numbers, or `NULL` on error
 */
GArray *
plx_library_list_ids_finish (PlxLibrary    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_array_ref (job->articles);
}

/**
 * plx_library_read_lines_async:
 * @self: a library
 * @articles: (element-type gint64): numbers of articles
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for what a list tells of articles. It does not wait for what is being written.
 */
void
plx_library_read_lines_async (PlxLibrary          *self,
                              GArray              *articles,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (articles != NULL);

  job = plx_job_new (plx_work_read_lines);
  job->articles = g_array_copy (articles);
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_read_lines_async, "[parallax] read lines");
}

/**
 * plx_library_read_lines_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxArticleLine) (nullable): one for each of the numbers,
 *   in their order; or `NULL` on error
 */
GPtrArray *
plx_library_read_lines_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return plx_library_items_finish (self, result, error);
}

/**
 * plx_library_gather_async:
 * @self: a library
 * @story: (nullable): the story to add to, or `NULL` for a new one
 * @title: (nullable): the new story's title; not used where there is a @story
 * @articles: (element-type gint64): articles of the library
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Puts articles into a story, as one step of the history. They stay in the stories that have them.
 */
void
plx_library_gather_async (PlxLibrary          *self,
                          PlxStory            *story,
                          const char          *title,
                          GArray              *articles,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));
  g_return_if_fail (articles != NULL);

  job = plx_job_new_for_story (plx_work_gather, story);
  job->text = g_strdup (title != NULL ? title : "");
  job->articles = g_array_copy (articles);
  /* Translators: an entry of the history */
  job->label = g_strdup_printf (story != NULL
    ? g_dngettext (GETTEXT_PACKAGE, "Add %u Article to Story", "Add %u Articles to Story",
                   articles->len)
    : g_dngettext (GETTEXT_PACKAGE, "Make a Story of %u Article",
                   "Make a Story of %u Articles", articles->len), articles->len);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_gather_async, "[parallax] gather");
}

/**
 * plx_library_load_loose_async:
 * @self: a library
 * @article: an article of it
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for an article to be read by itself, whatever story has it.
 */
void
plx_library_load_loose_async (PlxLibrary          *self,
                              gint64               article,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  /* On the writer's thread: between two changes, so that none is missed. */
  job = plx_job_new (plx_work_load_loose);
  job->article = article;
  plx_library_push (self, self->writer, job, cancellable, callback, user_data,
                    plx_library_load_loose_async, "[parallax] load an article");
}

/**
 * plx_library_load_loose_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a story of number 0 that has the article and is called after
 *   it; or `NULL` on error
 */
PlxStory *
plx_library_load_loose_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  const PlxJob *job;
  PlxArticle *article;
  PlxStory *story;
  PlxDay day;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));
  article = plx_mirror_find_article (self->mirror, job->article);
  day = plx_document_get_day (plx_article_get_document (article));
  story = plx_story_new (0, plx_article_get_title (article));
  g_list_store_append (plx_story_get_articles (story), article);
  plx_story_set_extent (story, 1, day, day);

  return story;
}
