/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-anchor.h"

G_BEGIN_DECLS

/**
 * PlxNoteSubject:
 * @PLX_NOTE_ON_CLAIM: a claim of a story: the one that has most of the note's sentences
 * @PLX_NOTE_ON_TEXT: words of an article, in whatever story it is
 * @PLX_NOTE_ON_ENTITY: an entity of a story
 *
 * What a note is on.
 */
typedef enum
{
  PLX_NOTE_ON_CLAIM,
  PLX_NOTE_ON_TEXT,
  PLX_NOTE_ON_ENTITY,
} PlxNoteSubject;

/**
 * PlxHighlight:
 * @PLX_HIGHLIGHT_NONE: not at all
 * @PLX_HIGHLIGHT_MARK: as with a marker
 * @PLX_HIGHLIGHT_IMPORTANT: as what matters most
 * @PLX_HIGHLIGHT_DOUBT: as what is to be checked
 *
 * How the text of a note is highlighted.
 */
typedef enum
{
  PLX_HIGHLIGHT_NONE,
  PLX_HIGHLIGHT_MARK,
  PLX_HIGHLIGHT_IMPORTANT,
  PLX_HIGHLIGHT_DOUBT,
} PlxHighlight;

#define PLX_N_HIGHLIGHTS (PLX_HIGHLIGHT_DOUBT + 1)

const char   *plx_highlight_to_nick   (PlxHighlight  highlight);
PlxHighlight  plx_highlight_from_nick (const char   *nick);

#define PLX_TYPE_NOTE (plx_note_get_type ())

/**
 * PlxNote:
 * @id: its number in the library, or 0 while it has none
 * @subject: what it is on
 * @story: id of the story, or 0 where it is on text
 * @article: id of the article, where it is on text, or 0
 * @entity: (nullable): what the entity was called, where it is on one
 * @anchors: (element-type PlxAnchor): the sentences of the claim when it was written; of a text,
 *   those in which it stands, each with its words in what it says
 * @body: what the user has written; it may be empty where a text is highlighted
 * @highlight: how the text is highlighted
 * @changed: when it was last changed, in seconds since 1970
 *
 * A note of the user's.
 */
typedef struct
{
  gint64          id;
  PlxNoteSubject  subject;
  gint64          story;
  gint64          article;
  char           *entity;
  GPtrArray      *anchors;
  char           *body;
  PlxHighlight    highlight;
  gint64          changed;
} PlxNote;

GType    plx_note_get_type (void);

PlxNote *plx_note_new      (gint64         story,
                            const char    *body);
PlxNote *plx_note_copy     (const PlxNote *self);
PlxNote *plx_note_new_on_text (gint64      article,
                               const char *body);
PlxNote *plx_note_new_on_entity (gint64      story,
                                 const char *entity,
                                 const char *body);
void     plx_note_free     (PlxNote       *self);
gboolean plx_note_is_empty (const PlxNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNote, plx_note_free)

G_END_DECLS
