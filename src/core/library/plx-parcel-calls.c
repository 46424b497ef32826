/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include <glib/gi18n-lib.h>

#include "library/plx-library-private.h"
#include "library/plx-rows.h"

/**
 * plx_library_load_parcel_async:
 * @self: a library
 * @story: a story of it
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Reads all that there is of a story, but for the bytes of what its articles were read from. It
 * waits for what is being written.
 */
void
plx_library_load_parcel_async (PlxLibrary          *self,
                               PlxStory            *story,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  job = plx_job_new (plx_work_load_parcel);
  job->story = plx_story_get_id (story);
  plx_library_push (self, self->writer, job, cancellable, callback, user_data,
                    plx_library_load_parcel_async, "[parallax] pack a story");
}

/**
 * plx_library_load_parcel_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the story; or `NULL` on error
 */
PlxParcel *
plx_library_load_parcel_finish (PlxLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return plx_parcel_ref (job->parcel);
}

/**
 * plx_library_add_parcel_async:
 * @self: a library
 * @parcel: a story out of another library, or of this one
 * @cancellable: (nullable): takes everything back, as long as it is not committed
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Adds a story as it is, with all that was said of it, as one change. Its articles are not changed
 * by what is remembered of their outlets. One that the library has in just this state is not
 * stored twice. Ends with plx_library_add_finish().
 */
void
plx_library_add_parcel_async (PlxLibrary          *self,
                              PlxParcel           *parcel,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (parcel != NULL);

  job = plx_job_new (plx_work_add_parcel);
  job->parcel = plx_parcel_ref (parcel);
  job->label = g_strdup (_("Open Bundle"));
  plx_library_push (self, self->writer, job, cancellable, callback, user_data,
                    plx_library_add_parcel_async, "[parallax] unpack a story");
}

/**
 * plx_library_read_original:
 * @self: a library
 * @sha256: the SHA-256 of what an article was read from
 * @error: return location for an error
 *
 * Reads the bytes that an article was read from, and checks them. It blocks on the disk, and may be
 * called from any thread as long as the library is not closed.
 *
 * Returns: (transfer full) (nullable): the bytes; or `NULL` on error
 */
GBytes *
plx_library_read_original (PlxLibrary  *self,
                           const char  *sha256,
                           GError     **error)
{
  g_autoptr (PlxDb) db = NULL;

  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  db = plx_db_open_reader (self->path, error);

  return db != NULL ? plx_rows_read_original (db, sha256, error) : NULL;
}
