/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-private.h"

/* What the library keeps for views of a story, which alone know what it means. */

/**
 * plx_library_save_state_async:
 * @self: a library
 * @story: one of its stories
 * @view: which view it is of
 * @state: how it is shown there, in words of the view's own
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Keeps how a story is shown. It is no step of the history; what was kept for the view before is
 * replaced, and it is gone with the story. Ends with plx_library_change_finish().
 */
void
plx_library_save_state_async (PlxLibrary          *self,
                              PlxStory            *story,
                              const char          *view,
                              const char          *state,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (view != NULL);
  g_return_if_fail (state != NULL);

  job = plx_job_new_for_story (plx_work_save_state, story);
  job->text = g_strdup (view);
  job->state = g_strdup (state);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_save_state_async, "[parallax] save state");
}

/**
 * plx_library_load_state_async:
 * @self: a library
 * @story: a story of it
 * @view: which view asks
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks how a story was shown. Where nothing is kept, the error is `PLX_LIBRARY_ERROR_NOT_FOUND`.
 */
void
plx_library_load_state_async (PlxLibrary          *self,
                              PlxStory            *story,
                              const char          *view,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (view != NULL);

  job = plx_job_new_for_story (plx_work_load_state, story);
  job->text = g_strdup (view);
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_load_state_async, "[parallax] load state");
}

/**
 * plx_library_load_state_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was kept, or `NULL` on error
 */
char *
plx_library_load_state_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_strdup (job->state);
}
