/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library-trash.h"

#include <glib/gi18n-lib.h>

#include "library/plx-library-private.h"
#include "library/plx-trash-rows.h"

/* What is asked of the library about its trash, and what its threads do for it. */

void
plx_trashed_free (PlxTrashed *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->from);
  g_free (self);
}

void
plx_purge_free (PlxPurge *self)
{
  g_free (self->label);
  g_free (self);
}

typedef gboolean (*RowFunc) (PlxDb   *db,
                             gint64   id,
                             GError **error);

static gboolean
run_on_each (PlxDb    *db,
             GArray   *ids,
             RowFunc   func,
             GError  **error)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!func (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

gboolean
plx_work_trash (PlxDb         *db,
                PlxJob        *job,
                GCancellable  *cancellable,
                GError       **error)
{
  return run_on_each (db, job->articles, plx_rows_trash_article, error);
}

gboolean
plx_work_untrash (PlxDb         *db,
                  PlxJob        *job,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return run_on_each (db, job->stories, plx_rows_restore_story, error) &&
         run_on_each (db, job->articles, plx_rows_restore_article, error);
}

gboolean
plx_work_list_trash (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return (job->items = plx_rows_list_trash (db, error)) != NULL;
}

gboolean
plx_work_weigh_purge (PlxDb         *db,
                      PlxJob        *job,
                      GCancellable  *cancellable,
                      GError       **error)
{
  PlxPurge *purge;

  if (!plx_db_begin (db, error))
    return FALSE;

  if ((purge = plx_rows_weigh_purge (db, job->stories, job->articles, error)))
    {
      job->items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_purge_free);
      g_ptr_array_add (job->items, purge);
    }
  plx_db_rollback (db);

  return purge != NULL;
}

gboolean
plx_work_purge (PlxDb         *db,
                PlxJob        *job,
                GCancellable  *cancellable,
                GError       **error)
{
  if (!plx_db_begin (db, error))
    return FALSE;

  if (!plx_rows_purge (db, job->stories, job->articles, error) ||
      !(job->report = plx_report_new_for_purge (db, error)))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  return plx_db_commit (db, error);
}

static PlxJob *
job_new (PlxWork  work,
         GArray  *stories,
         GArray  *articles)
{
  PlxJob *job = plx_job_new (work);

  job->stories = stories != NULL ? g_array_copy (stories) : NULL;
  job->articles = articles != NULL ? g_array_copy (articles) : NULL;

  return job;
}

/**
 * plx_library_trash_async:
 * @self: a library
 * @articles: (element-type gint64): articles that are not in the trash
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Moves articles to the trash, as one step of the history.
 */
void
plx_library_trash_async (PlxLibrary          *self,
                         GArray              *articles,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (articles != NULL);

  job = job_new (plx_work_trash, NULL, articles);
  /* Translators: an entry of the history */
  job->label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Article to Trash",
                                             "Move %u Articles to Trash", articles->len),
                                articles->len);
  plx_library_push (self, self->writer, job, NULL, callback, user_data, plx_library_trash_async,
                    "[parallax] trash");
}

/**
 * plx_library_untrash_async:
 * @self: a library
 * @stories: (nullable) (element-type gint64): stories in the trash
 * @articles: (nullable) (element-type gint64): articles in the trash
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Brings them back, as one step of the history: a story with the articles that went with it.
 */
void
plx_library_untrash_async (PlxLibrary          *self,
                           GArray              *stories,
                           GArray              *articles,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  job = job_new (plx_work_untrash, stories, articles);
  job->label = g_strdup (_("Restore From Trash"));
  plx_library_push (self, self->writer, job, NULL, callback, user_data, plx_library_untrash_async,
                    "[parallax] restore");
}

/**
 * plx_library_list_trash_async:
 * @self: a library
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for what is in the trash. It does not wait for what is being written.
 */
void
plx_library_list_trash_async (PlxLibrary          *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->reader, plx_job_new (plx_work_list_trash), cancellable, callback,
                    user_data, plx_library_list_trash_async, "[parallax] list trash");
}

/**
 * plx_library_list_trash_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxTrashed) (nullable): what is in the trash, the latest
 *   first; or `NULL` on error
 */
GPtrArray *
plx_library_list_trash_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return plx_library_items_finish (self, result, error);
}

/**
 * plx_library_weigh_purge_async:
 * @self: a library
 * @stories: (nullable) (element-type gint64): as for plx_library_purge_async()
 * @articles: (nullable) (element-type gint64): likewise
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks what it would mean to delete this for ever.
 */
void
plx_library_weigh_purge_async (PlxLibrary          *self,
                               GArray              *stories,
                               GArray              *articles,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->writer, job_new (plx_work_weigh_purge, stories, articles),
                    cancellable, callback, user_data, plx_library_weigh_purge_async,
                    "[parallax] weigh purge");
}

/**
 * plx_library_weigh_purge_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what would go, or `NULL` on error
 */
PlxPurge *
plx_library_weigh_purge_finish (PlxLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_autoptr (GPtrArray) items = plx_library_items_finish (self, result, error);

  return items != NULL ? g_ptr_array_steal_index (items, 0) : NULL;
}

/**
 * plx_library_purge_async:
 * @self: a library
 * @stories: (nullable) (element-type gint64): stories in the trash
 * @articles: (nullable) (element-type gint64): articles in the trash; all of the trash where both
 *   are `NULL`
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Deletes for ever what is in the trash, with the articles that went with the stories, and what
 * they were read from. The history up to the last change that speaks of any of it is forgotten.
 */
void
plx_library_purge_async (PlxLibrary          *self,
                         GArray              *stories,
                         GArray              *articles,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->writer, job_new (plx_work_purge, stories, articles), NULL,
                    callback, user_data, plx_library_purge_async, "[parallax] purge");
}

/**
 * plx_library_get_n_moved:
 * @self: a library
 * @result: what the callback of a change was given
 *
 * Returns: how many articles the change took out of the trash because they came in again, or moved
 *   there because they left their last story
 */
guint
plx_library_get_n_moved (PlxLibrary   *self,
                         GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  return ((const PlxJob *) g_task_get_task_data (G_TASK (result)))->n_changed;
}
