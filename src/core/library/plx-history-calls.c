/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library-history.h"

#include "library/plx-library-private.h"

/* What is asked of the library about its history as a whole. */

G_DEFINE_BOXED_TYPE (PlxChange, plx_change, plx_change_copy, plx_change_free)

PlxChange *
plx_change_copy (const PlxChange *self)
{
  PlxChange *copy = g_memdup2 (self, sizeof *self);

  copy->label = g_strdup (self->label);

  return copy;
}

void
plx_change_free (PlxChange *self)
{
  g_free (self->label);
  g_free (self);
}

/**
 * plx_library_list_history_async:
 * @self: a library
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for all changes that can be undone or redone. It comes after what is being written.
 */
void
plx_library_list_history_async (PlxLibrary          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  /* On the writer's thread: a place in the history is only of use with what was made last. */
  plx_library_push (self, self->writer, plx_job_new (plx_work_list_history), cancellable,
                    callback, user_data, plx_library_list_history_async,
                    "[parallax] list history");
}

/**
 * plx_library_list_history_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxChange) (nullable): the changes, the newest first; or
 *   `NULL` on error
 */
GPtrArray *
plx_library_list_history_finish (PlxLibrary    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return plx_library_items_finish (self, result, error);
}

/**
 * plx_library_travel_async:
 * @self: a library
 * @change: the number of a change in its history
 * @after: whether to go to where that change had just been made, and not to before it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Goes to a place in the history: undoes or redoes the changes that lie between it and now, all of
 * them or, where one cannot be, none.
 */
void
plx_library_travel_async (PlxLibrary          *self,
                          gint64               change,
                          gboolean             after,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  job = plx_job_new (plx_work_travel);
  job->change = change;
  job->after = after;
  plx_library_push (self, self->writer, job, NULL, callback, user_data, plx_library_travel_async,
                    "[parallax] travel");
}
