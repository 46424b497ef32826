/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

/**
 * PlxNoteLine:
 * @note: a note
 * @story: id of the story to which it belongs, or 0 where it is on an article that is in none
 * @story_title: (nullable): its title
 * @article_title: (nullable): the headline or file name of the article, where it is on text
 *
 * What a list tells of a note.
 */
typedef struct
{
  PlxNote *note;
  gint64   story;
  char    *story_title;
  char    *article_title;
} PlxNoteLine;

void       plx_note_line_free            (PlxNoteLine         *self);

/* Not a change: all notes on what is not in the trash. */
void       plx_library_list_notes_async  (PlxLibrary          *self,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GPtrArray *plx_library_list_notes_finish (PlxLibrary          *self,
                                          GAsyncResult        *result,
                                          GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNoteLine, plx_note_line_free)

G_END_DECLS
