/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-private.h"

/* What is asked of the library about what the user says of claims, and notes on them. */

static GPtrArray *
copy_corrections (GPtrArray *corrections)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_correction_free);

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    g_ptr_array_add (copy, plx_correction_copy (g_ptr_array_index (corrections, i)));

  return copy;
}

/**
 * plx_library_correct_async:
 * @self: a library
 * @corrections: (nullable) (element-type PlxCorrection): what the user says
 * @take_back: (nullable) (element-type PlxCorrection): what the user has said and takes back
 * @label: what the user does, in words, for undo
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Remembers what the user says of the claims of a story, as one step of the history. Ends with
 * plx_library_change_finish().
 */
void
plx_library_correct_async (PlxLibrary          *self,
                           GPtrArray           *corrections,
                           GPtrArray           *take_back,
                           const char          *label,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_correct);
  job->corrections = copy_corrections (corrections);
  job->take_back = copy_corrections (take_back);
  job->label = g_strdup (label);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_correct_async, "[parallax] correct");
}

/**
 * plx_library_list_corrections_async:
 * @self: a library
 * @story: a story of it
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for what the user has said of the claims of a story. It does not wait for what is being
 * written.
 */
void
plx_library_list_corrections_async (PlxLibrary          *self,
                                    PlxStory            *story,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  job = plx_job_new (plx_work_list_corrections);
  job->story = plx_story_get_id (story);
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_corrections_async, "[parallax] list corrections");
}

/**
 * plx_library_list_corrections_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxCorrection) (nullable): what was said, the oldest
 *   first; or `NULL` on error
 */
GPtrArray *
plx_library_list_corrections_finish (PlxLibrary    *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_ptr_array_ref (job->corrections);
}

/**
 * plx_library_note_async:
 * @self: a library
 * @notes: (element-type PlxNote): what the user has written; one without a word goes
 * @label: what the user does, in words, for undo
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Writes notes, as one step of the history. Ends with plx_library_change_finish().
 */
void
plx_library_note_async (PlxLibrary          *self,
                        GPtrArray           *notes,
                        const char          *label,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (notes != NULL);
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_note);
  job->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_note_free);
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (job->notes, plx_note_copy (g_ptr_array_index (notes, i)));
  job->label = g_strdup (label);
  plx_library_push (self, self->writer, job, NULL, callback, user_data, plx_library_note_async,
                    "[parallax] note");
}

/**
 * plx_library_list_notes_async:
 * @self: a library
 * @story: a story of it
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for what the user has noted on the claims of a story. It does not wait for what is being
 * written.
 */
void
plx_library_list_notes_async (PlxLibrary          *self,
                              PlxStory            *story,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  job = plx_job_new (plx_work_list_notes);
  job->story = plx_story_get_id (story);
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_notes_async, "[parallax] list notes");
}

/**
 * plx_library_list_notes_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxNote) (nullable): the notes, the oldest first; or
 *   `NULL` on error
 */
GPtrArray *
plx_library_list_notes_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_ptr_array_ref (job->notes);
}
