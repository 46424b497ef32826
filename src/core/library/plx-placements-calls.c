/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-private.h"

/* What is asked of the library about what the user does with the nodes of a story's graph. */

/**
 * plx_library_place_async:
 * @self: a library
 * @placements: (element-type PlxPlacement): what the user does with nodes; one that says nothing
 *   makes the library forget what was done with its entity
 * @label: what the user does, in words, for undo
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Remembers where nodes lie and which are hidden, as one step of the history. Ends with
 * plx_library_change_finish().
 */
void
plx_library_place_async (PlxLibrary          *self,
                         GPtrArray           *placements,
                         const char          *label,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (placements != NULL);
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_place);
  job->placements = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_placement_free);
  for (guint i = 0; i < placements->len; i++)
    g_ptr_array_add (job->placements, plx_placement_copy (g_ptr_array_index (placements, i)));
  job->label = g_strdup (label);
  plx_library_push (self, self->writer, job, NULL, callback, user_data, plx_library_place_async,
                    "[parallax] place");
}

/**
 * plx_library_list_placements_async:
 * @self: a library
 * @story: a story of it
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for what the user has done with the nodes of a story's graph. It does not wait for what is
 * being written.
 */
void
plx_library_list_placements_async (PlxLibrary          *self,
                                   PlxStory            *story,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  job = plx_job_new (plx_work_list_placements);
  job->story = plx_story_get_id (story);
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_placements_async, "[parallax] list placements");
}

/**
 * plx_library_list_placements_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxPlacement) (nullable): what was done, the oldest
 *   first; or `NULL` on error
 */
GPtrArray *
plx_library_list_placements_finish (PlxLibrary    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_ptr_array_ref (job->placements);
}
