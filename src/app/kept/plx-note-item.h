/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/plx-library-notes.h"

G_BEGIN_DECLS

#define PLX_TYPE_NOTE_ITEM (plx_note_item_get_type ())

/**
 * PlxNoteItem:
 *
 * A note of the library, for a list of all. Properties, none of which ever changes: `group`, the
 * title of the story; `title`, what was written, or the words that are highlighted; `details`, what
 * it is on; `words`, all of these, to be searched in.
 */
G_DECLARE_FINAL_TYPE (PlxNoteItem, plx_note_item, PLX, NOTE_ITEM, GObject)

PlxNoteItem   *plx_note_item_new       (const PlxNoteLine *line);
const PlxNote *plx_note_item_get_note  (PlxNoteItem       *self);
gint64         plx_note_item_get_story (PlxNoteItem       *self);

G_END_DECLS
