/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* What the user notes on texts and entities, and how texts are highlighted. */

/**
 * plx_session_list_text_notes:
 * @self: a session
 * @article: an article of its analysis, by its place
 * @start: the first byte of a stretch of its text
 * @end: the byte after the last
 *
 * Returns: (transfer full) (element-type PlxTextNotePlace): the notes on that stretch, the oldest
 *   first; of use until `notes-changed`
 */
GArray *
plx_session_list_text_notes (PlxSession *self,
                             guint       article,
                             guint32     start,
                             guint32     end)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  if (plx_session_get_analysis (self) == NULL)
    return g_array_new (FALSE, FALSE, sizeof (PlxTextNotePlace));

  return plx_text_notes_list (&self->text_notes, plx_session_get_said (self, PLX_SAYING_NOTE),
                              self->analysis, self->ids, article, start, end);
}

/**
 * plx_session_make_text_note:
 * @self: a session with an analysis
 * @article: an article of it, by its place
 * @start: the first byte of some words of its text
 * @end: the byte after the last
 *
 * Returns: (transfer full) (nullable): an empty note on these words, or `NULL` where no sentence
 *   has them
 */
PlxNote *
plx_session_make_text_note (PlxSession *self,
                            guint       article,
                            guint32     start,
                            guint32     end)
{
  g_autoptr (PlxNote) note = NULL;

  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);
  g_return_val_if_fail (plx_session_get_analysis (self) != NULL, NULL);

  note = plx_note_new_on_text (self->ids[article], "");
  plx_text_notes_anchor (note, plx_analysis_get_annotation (self->analysis, article), start, end);

  return note->anchors->len > 0 ? g_steal_pointer (&note) : NULL;
}

/* The first sentence that names it, so that one can be led there. */
static void
anchor_entity (PlxSession *self,
               PlxNote    *note,
               guint32     entity)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, i);

      for (guint k = 0; k < annotation->mentions->len; k++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, k);

          if (mention->entity != entity || mention->sentence >= annotation->sentences->len)
            continue;

          g_ptr_array_add (note->anchors,
                           plx_anchor_new_at (annotation, mention->sentence, self->ids[i]));
          return;
        }
    }
}

/**
 * plx_session_dup_entity_note:
 * @self: a session with an analysis of a story
 * @entity: an entity of it, by its place
 *
 * Returns: (transfer full): what is noted on the entity, or an empty note on it
 */
PlxNote *
plx_session_dup_entity_note (PlxSession *self,
                             guint32     entity)
{
  const PlxEntityRecord *record;
  GPtrArray *notes;
  PlxNote *note;

  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);
  g_return_val_if_fail (plx_session_get_analysis (self) != NULL, NULL);

  record = plx_analysis_get_entity (self->analysis, entity);
  notes = plx_session_get_said (self, PLX_SAYING_NOTE);
  for (guint i = 0; i < notes->len; i++)
    {
      note = g_ptr_array_index (notes, i);
      if (note->subject == PLX_NOTE_ON_ENTITY && g_strcmp0 (note->entity, record->name) == 0)
        return plx_note_copy (note);
    }

  note = plx_note_new_on_entity (plx_story_get_id (plx_session_get_story (self)), record->name,
                                 "");
  anchor_entity (self, note, entity);

  return note;
}

/**
 * plx_session_write_note:
 * @self: a session in which a story is open
 * @note: a note; an empty one goes
 * @label: what the user does, translated; of the history, and told when it is done
 *
 * Writes a note; the user can undo it.
 */
void
plx_session_write_note (PlxSession    *self,
                        const PlxNote *note,
                        const char    *label)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_return_if_fail (note != NULL);

  g_ptr_array_add (notes, (gpointer) note);
  plx_session_say (self, PLX_SAYING_NOTE, notes, NULL, label);
}

/**
 * plx_session_find_note:
 * @self: a session
 * @id: the number of a note
 *
 * Returns: (transfer none) (nullable): the note, where the open story has it
 */
const PlxNote *
plx_session_find_note (PlxSession *self,
                       gint64      id)
{
  GPtrArray *notes;

  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  notes = plx_session_get_said (self, PLX_SAYING_NOTE);
  for (guint i = 0; i < notes->len; i++)
    if (((const PlxNote *) notes->pdata[i])->id == id)
      return notes->pdata[i];

  return NULL;
}

/**
 * plx_session_show_note:
 * @self: a session with an analysis
 * @note: a note on something of the open story
 *
 * Shows what it is on: a text in its article, a claim beside other sources.
 *
 * Returns: whether that is there
 */
gboolean
plx_session_show_note (PlxSession    *self,
                       const PlxNote *note)
{
  g_autoptr (PlxAnchorIndex) index = NULL;
  PlxSentenceRef ref;

  g_return_val_if_fail (PLX_IS_SESSION (self), FALSE);
  g_return_val_if_fail (note != NULL, FALSE);

  if (plx_session_get_analysis (self) == NULL)
    return FALSE;

  index = plx_anchor_index_new (self->analysis->annotations, self->ids);
  for (guint i = 0; i < note->anchors->len; i++)
    if (plx_anchor_index_find (index, note->anchors->pdata[i], &ref))
      {
        if (note->subject == PLX_NOTE_ON_CLAIM)
          plx_session_compare_sentence (self, ref);
        else
          plx_session_show_sentence (self, ref);
        return TRUE;
      }

  return FALSE;
}
