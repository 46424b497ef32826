/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-anchor.h"

G_BEGIN_DECLS

#define PLX_TYPE_NOTE (plx_note_get_type ())

/**
 * PlxNote:
 * @id: its number in the library, or 0 while it has none
 * @story: id of the story
 * @anchors: (element-type PlxAnchor): the sentences of the claim when it was written
 * @body: what the user has written
 * @changed: when it was last changed, in seconds since 1970
 *
 * A note of the user's on a claim. The claim is the one that has most of its sentences.
 */
typedef struct
{
  gint64     id;
  gint64     story;
  GPtrArray *anchors;
  char      *body;
  gint64     changed;
} PlxNote;

GType    plx_note_get_type (void);

PlxNote *plx_note_new      (gint64         story,
                            const char    *body);
PlxNote *plx_note_copy     (const PlxNote *self);
void     plx_note_free     (PlxNote       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNote, plx_note_free)

G_END_DECLS
