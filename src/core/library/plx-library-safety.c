/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library-safety.h"

#include <glib/gi18n-lib.h>

#include "library/plx-copy.h"
#include "library/plx-library-private.h"
#include "library/plx-restore.h"

/* What is asked for on a thread of its own. */
typedef struct
{
  char            *library; /* its file */
  char            *path;    /* nullable: another one */
  PlxBackupReason  reason;
} Request;

static void
request_free (Request *self)
{
  g_free (self->library);
  g_free (self->path);
  g_free (self);
}

static GTask *
task_new (PlxLibrary          *self,
          const char          *library,
          const char          *path,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->library = g_canonicalize_filename (library, NULL);
  request->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_task_set_source_tag (task, tag);
  g_task_set_static_name (task, "[parallax] safety of the library");
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_set_check_cancellable (task, FALSE);

  return task;
}

static void
return_pointer (GTask          *task,
                gpointer        value,
                GDestroyNotify  free_value,
                GError         *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, free_value);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  PlxLibrary *library = plx_library_open (request->library, &error);

  return_pointer (task, library, g_object_unref, error);
}

/**
 * plx_library_open_async:
 * @path: (type filename): the library's file; made, with its folder, where it is missing
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Does what plx_library_open() does, without keeping anybody waiting.
 */
void
plx_library_open_async (const char          *path,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = task_new (NULL, path, NULL, NULL, callback, user_data, plx_library_open_async);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * plx_library_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the library; or `NULL` on error
 */
PlxLibrary *
plx_library_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
back_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GError *error = NULL;
  char *path = NULL;

  if (request->reason == PLX_BACKUP_DAILY)
    plx_backup_make_due (request->library, now, &path, cancellable, &error);
  else
    path = plx_backup_make (request->library, request->reason, now, cancellable, &error);

  return_pointer (task, path, g_free, error);
}

/**
 * plx_library_back_up_async:
 * @self: a library
 * @reason: why; a daily one is made only where it is due
 * @cancellable: (nullable): stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Copies the library as it is at one moment into the folder “backups” beside it.
 */
void
plx_library_back_up_async (PlxLibrary          *self,
                           PlxBackupReason      reason,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  task = task_new (self, self->path, NULL, cancellable, callback, user_data,
                   plx_library_back_up_async);
  ((Request *) g_task_get_task_data (task))->reason = reason;
  g_task_run_in_thread (task, back_up_in_thread);
}

/**
 * plx_library_back_up_finish:
 * @self: a library
 * @result: what the callback was given
 * @path: (out) (optional) (nullable) (transfer full) (type filename): the backup; `NULL` where none
 *   was due
 * @error: return location for an error
 *
 * Returns: whether it was made or not due
 */
gboolean
plx_library_back_up_finish (PlxLibrary    *self,
                            GAsyncResult  *result,
                            char         **path,
                            GError       **error)
{
  g_autofree char *made = NULL;
  GError *why = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  made = g_task_propagate_pointer (G_TASK (result), &why);
  if (why != NULL)
    {
      plx_library_note_damage (self, why);
      g_propagate_error (error, why);
      return FALSE;
    }

  if (path != NULL)
    *path = g_steal_pointer (&made);

  return TRUE;
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Request *request = data;

  g_task_return_pointer (task, plx_backup_list (request->library),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * plx_library_list_backups_async:
 * @self: a library
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Looks for the backups of the library.
 */
void
plx_library_list_backups_async (PlxLibrary          *self,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  task = task_new (self, self->path, NULL, NULL, callback, user_data,
                   plx_library_list_backups_async);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * plx_library_list_backups_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxBackup): its backups, the newest first
 */
GPtrArray *
plx_library_list_backups_finish (PlxLibrary    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plx_library_restore_async:
 * @self: a library
 * @backup: (type filename): the file of a backup, or any library
 * @cancellable: (nullable): stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Puts a backup in the place of the library, after making a backup of what is there. What can be
 * undone is then what could be undone in the backup. Ends with plx_library_change_finish().
 */
void
plx_library_restore_async (PlxLibrary          *self,
                           const char          *backup,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (backup != NULL);

  job = plx_job_new (plx_work_restore);
  job->text = g_canonicalize_filename (backup, NULL);
  job->loaded = plx_mirror_list_loaded (self->mirror);
  plx_library_push (self, self->writer, job, cancellable, callback, user_data,
                    plx_library_restore_async, "[parallax] restore");
}

static void
return_done (GTask    *task,
             gboolean  done,
             GError   *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, done);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  gboolean done = FALSE;

  if (g_str_equal (request->library, request->path))
    error = g_error_new (PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
                         "Exporting the library: %s is the library itself", request->path);
  else
    done = plx_copy_make (request->library, request->path, cancellable, &error);

  return_done (task, done, error);
}

/**
 * plx_library_export_async:
 * @self: a library
 * @path: (type filename): the file to be made; it takes the place of one that is there
 * @cancellable: (nullable): stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Copies the library, as it is at one moment, into one file: a library itself. Ends with
 * plx_library_safety_finish().
 */
void
plx_library_export_async (PlxLibrary          *self,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (path != NULL);

  task = task_new (self, self->path, path, cancellable, callback, user_data,
                   plx_library_export_async);
  g_task_run_in_thread (task, export_in_thread);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  g_autoptr (PlxDb) db = plx_db_open_reader (request->library, &error);
  gboolean is_whole = db != NULL && plx_copy_check (db, &error);

  return_done (task, is_whole, error);
}

/* What damage is found is told as damage that is met with elsewhere is. */
static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  plx_library_note_damage (PLX_LIBRARY (source), error);
  g_task_return_error (task, error);
}

/**
 * plx_library_check_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Reads all of the library and looks whether it is whole. Where it is not, the library tells so
 * with its signal `damaged`, too. Ends with plx_library_safety_finish().
 */
void
plx_library_check_async (PlxLibrary          *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GTask *outer;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  outer = task_new (self, self->path, NULL, cancellable, callback, user_data,
                    plx_library_check_async);
  task = task_new (self, self->path, NULL, cancellable, checked_cb, outer,
                   plx_library_check_async);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * plx_library_safety_finish:
 * @self: a library
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: whether it was done, or the library is whole
 */
gboolean
plx_library_safety_finish (PlxLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * plx_library_import_async:
 * @self: a library
 * @path: (type filename): the file of another one
 * @cancellable: (nullable): takes everything back, as long as it is not committed
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Adds all stories of another library, as one change. An article that is here already is not
 * stored twice. Ends with plx_library_change_finish().
 */
void
plx_library_import_async (PlxLibrary          *self,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (path != NULL);

  job = plx_job_new (plx_work_import);
  job->text = g_canonicalize_filename (path, NULL);
  /* Translators: an entry of the history, after “Undo:” */
  job->label = g_strdup (_("Import Library"));
  plx_library_push (self, self->writer, job, cancellable, callback, user_data,
                    plx_library_import_async, "[parallax] import library");
}

static void
salvage_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Request *request = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GError *error = NULL;
  PlxSalvage *saved = plx_salvage_in_place (request->library, now, &request->path, cancellable,
                                            &error);

  return_pointer (task, saved, (GDestroyNotify) plx_salvage_free, error);
}

/**
 * plx_library_salvage_async:
 * @path: (type filename): the file of a damaged library that nobody has open
 * @cancellable: (nullable): stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Puts in the place of a damaged library what can still be read of it.
 */
void
plx_library_salvage_async (const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = task_new (NULL, path, NULL, cancellable, callback, user_data, plx_library_salvage_async);
  g_task_run_in_thread (task, salvage_in_thread);
}

/**
 * plx_library_salvage_finish:
 * @result: what the callback was given
 * @damaged: (out) (transfer full) (type filename): where the damaged file is now
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was saved and lost; or `NULL` on error
 */
PlxSalvage *
plx_library_salvage_finish (GAsyncResult  *result,
                            char         **damaged,
                            GError       **error)
{
  PlxSalvage *saved;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  saved = g_task_propagate_pointer (G_TASK (result), error);
  if (saved != NULL)
    *damaged = g_strdup (((Request *) g_task_get_task_data (G_TASK (result)))->path);

  return saved;
}
