/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* How the user corrects the claims of the open story, and notes something on them. */

/**
 * plx_session_get_corrections:
 * @self: a session
 *
 * Returns: (transfer none) (element-type PlxCorrection): what the user has said of the claims in
 *   the open story, the oldest first; empty where there is none
 */
GPtrArray *
plx_session_get_corrections (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return plx_session_get_said (self, PLX_SAYING_CORRECTION);
}

/**
 * plx_session_list_correction_states:
 * @self: a session in which a story is compared
 *
 * Returns: (transfer full) (element-type PlxCorrectionState): what has become of each of
 *   plx_session_get_corrections()
 */
GArray *
plx_session_list_correction_states (PlxSession *self)
{
  g_autoptr (PlxCorrections) corrections = NULL;

  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);
  g_return_val_if_fail (plx_session_get_analysis (self) != NULL, NULL);

  corrections = plx_corrections_new (plx_session_get_said (self, PLX_SAYING_CORRECTION),
                                     self->ids,
                                     self->articles->len,
                                     plx_story_get_id (plx_session_get_story (self)));

  return plx_corrections_list_states (corrections, plx_session_get_analysis (self)->annotations);
}

/**
 * plx_session_correct:
 * @self: a session in which a story is open
 * @corrections: (nullable) (element-type PlxCorrection): what the user says of claims
 * @take_back: (nullable) (element-type PlxCorrection): what the user does not say any more
 * @label: what the user does, translated; of the history, and told when it is done
 *
 * Remembers what the user says of claims; the user can undo it.
 */
void
plx_session_correct (PlxSession *self,
                     GPtrArray  *corrections,
                     GPtrArray  *take_back,
                     const char *label)
{
  plx_session_say (self, PLX_SAYING_CORRECTION, corrections, take_back, label);
}

/**
 * plx_session_list_notes:
 * @self: a session
 * @claim: a claim of its analysis, by its place
 *
 * Returns: (transfer container) (element-type PlxNote): the notes on it, the oldest first; of use
 *   until `notes-changed`
 */
GPtrArray *
plx_session_list_notes (PlxSession *self,
                        guint       claim)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  if (plx_session_get_analysis (self) == NULL)
    return g_ptr_array_new ();

  return plx_note_places_list (&self->note_places, plx_session_get_said (self, PLX_SAYING_NOTE),
                               self->analysis, self->ids, claim);
}

/**
 * plx_session_write_notes:
 * @self: a session in which a story is open
 * @notes: (element-type PlxNote): what the user has written; one without a word goes
 * @label: what the user does, translated; of the history, and told when it is done
 *
 * Writes notes; the user can undo it.
 */
void
plx_session_write_notes (PlxSession *self,
                         GPtrArray  *notes,
                         const char *label)
{
  g_return_if_fail (notes != NULL);

  plx_session_say (self, PLX_SAYING_NOTE, notes, NULL, label);
}
