/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-notes.h"
#include "library/plx-library-private.h"
#include "library/plx-saying-rows.h"

/* What is asked of the library about what the user says of stories, whatever it is of. */

/**
 * plx_library_say_async:
 * @self: a library
 * @saying: of what kind it is; both arrays have what [enum@Saying] tells
 * @items: (nullable): what the user says
 * @take_back: (nullable): what the user has said, as it was listed, and does not say any more
 * @label: what the user does, in words, for undo
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Remembers what the user says, as one step of the history. Ends with
 * plx_library_change_finish().
 */
void
plx_library_say_async (PlxLibrary          *self,
                       PlxSaying            saying,
                       GPtrArray           *items,
                       GPtrArray           *take_back,
                       const char          *label,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  const PlxSayingRows *rows;
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (saying < PLX_N_SAYINGS);
  g_return_if_fail (label != NULL);

  rows = plx_saying_rows (saying);
  job = plx_job_new (plx_work_say);
  job->saying = saying;
  job->items = plx_items_copy (items, rows->copy, rows->free);
  job->take_back = plx_items_copy (take_back, rows->copy, rows->free);
  job->label = g_strdup (label);
  plx_library_push (self, self->writer, job, NULL, callback, user_data, plx_library_say_async,
                    "[parallax] say");
}

/**
 * plx_library_list_said_async:
 * @self: a library
 * @saying: a kind of what the user says
 * @story: (nullable): a story of it; `NULL` only for namings, where it asks for all
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for what the user has said that bears on a story. It does not wait for what is being
 * written.
 */
void
plx_library_list_said_async (PlxLibrary          *self,
                             PlxSaying            saying,
                             PlxStory            *story,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (saying < PLX_N_SAYINGS);
  g_return_if_fail (story != NULL ? PLX_IS_STORY (story) : saying == PLX_SAYING_NAMING);

  job = plx_job_new_for_story (plx_work_list_said, story);
  job->saying = saying;
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_said_async, "[parallax] list what was said");
}

/**
 * plx_library_list_said_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was said, the oldest first; or `NULL` on error
 */
GPtrArray *
plx_library_list_said_finish (PlxLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return plx_library_items_finish (self, result, error);
}

/**
 * plx_library_list_notes_async:
 * @self: a library
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for all notes on what is not in the trash. It does not wait for what is being written.
 */
void
plx_library_list_notes_async (PlxLibrary          *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->reader, plx_job_new (plx_work_list_notes), cancellable, callback,
                    user_data, plx_library_list_notes_async, "[parallax] list notes");
}

/**
 * plx_library_list_notes_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxNoteLine) (nullable): the notes by story, the newest
 *   story first; or `NULL` on error
 */
GPtrArray *
plx_library_list_notes_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return plx_library_items_finish (self, result, error);
}
