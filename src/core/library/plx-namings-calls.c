/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-private.h"

/* What is asked of the library about what the user says of names. */

static GPtrArray *
copy_namings (GPtrArray *namings)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);

  for (guint i = 0; namings != NULL && i < namings->len; i++)
    g_ptr_array_add (copy, plx_naming_copy (g_ptr_array_index (namings, i)));

  return copy;
}

/**
 * plx_library_name_async:
 * @self: a library
 * @namings: (nullable) (element-type PlxNaming): what the user says
 * @forget: (nullable) (element-type PlxNaming): what the user has said and does not say any more
 * @label: what the user does, in words, for undo
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Remembers what the user says of names, as one step of the history. Each naming takes the place
 * of the one that it replaces and keeps of it what it says nothing of. Ends with
 * plx_library_change_finish().
 */
void
plx_library_name_async (PlxLibrary          *self,
                        GPtrArray           *namings,
                        GPtrArray           *forget,
                        const char          *label,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_name);
  job->namings = copy_namings (namings);
  job->forget = copy_namings (forget);
  job->label = g_strdup (label);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_name_async, "[parallax] name");
}

/**
 * plx_library_list_namings_async:
 * @self: a library
 * @story: (nullable): a story of it, or `NULL` for all that was said
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for what the user has said of the names in a story: in the story, in its articles and their
 * mentions, and in the whole library. It does not wait for what is being written.
 */
void
plx_library_list_namings_async (PlxLibrary          *self,
                                PlxStory            *story,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  job = plx_job_new (plx_work_list_namings);
  job->story = story != NULL ? plx_story_get_id (story) : 0;
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_namings_async, "[parallax] list namings");
}

/**
 * plx_library_list_namings_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxNaming) (nullable): the namings, the oldest first; or
 *   `NULL` on error
 */
GPtrArray *
plx_library_list_namings_finish (PlxLibrary    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_ptr_array_ref (job->namings);
}
