/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-private.h"

/**
 * plx_library_list_uncounted_async:
 * @self: a library
 * @engine: the version of what counts countries
 * @limit: how many texts are wanted
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for texts of articles in which countries were not counted, or by an older version. An
 * article that came in with its counts, or whose text was changed back, is not among them.
 */
void
plx_library_list_uncounted_async (PlxLibrary          *self,
                                  guint                engine,
                                  guint                limit,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  job = plx_job_new (plx_work_list_uncounted);
  job->engine = engine;
  job->limit = limit;
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_uncounted_async, "[parallax] list uncounted articles");
}

/**
 * plx_library_list_uncounted_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxUncounted) (nullable): the texts, none where all are
 *   counted; or `NULL` on error
 */
GPtrArray *
plx_library_list_uncounted_finish (PlxLibrary    *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return plx_library_items_finish (self, result, error);
}

/**
 * plx_library_save_counts_async:
 * @self: a library
 * @counted: (element-type PlxUncounted): what was listed, with the counts; what has none is left
 *   as it is
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Keeps which countries texts mention. It is no change of the user's; see
 * plx_library_change_finish().
 */
void
plx_library_save_counts_async (PlxLibrary          *self,
                               GPtrArray           *counted,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (counted != NULL);

  job = plx_job_new (plx_work_save_counts);
  job->items = g_ptr_array_ref (counted);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_save_counts_async, "[parallax] save counts of countries");
}
