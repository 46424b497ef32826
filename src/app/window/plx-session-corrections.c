/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* How the user corrects the claims of the open story, and notes something on them. It is written
 * first; that it changed comes back from the library, as after an undo, and the story is compared
 * again. */

typedef struct
{
  PlxSession *session;
  char       *label;
} Edit;

static Edit *
edit_new (PlxSession *session,
          const char *label)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->session = g_object_ref (session);
  edit->label = g_strdup (label);

  return edit;
}

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->session);
  g_free (edit->label);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_signal_emit_by_name (edit->session, "changed", edit->label, NULL);
  else
    g_signal_emit_by_name (edit->session, "failed", error);
}

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

  return plx_story_corrections_get_all (plx_session_get_story_corrections (self));
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

  corrections = plx_story_corrections_look_up (plx_session_get_story_corrections (self),
                                               plx_session_get_articles (self));

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
  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (plx_session_get_library (self) != NULL);
  g_return_if_fail (label != NULL);

  plx_library_correct_async (plx_session_get_library (self), corrections, take_back, label,
                             written_cb, edit_new (self, label));
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

  return plx_story_corrections_list_notes (plx_session_get_story_corrections (self),
                                           plx_session_get_analysis (self),
                                           plx_session_get_articles (self), claim);
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
  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (plx_session_get_library (self) != NULL);
  g_return_if_fail (notes != NULL);
  g_return_if_fail (label != NULL);

  plx_library_note_async (plx_session_get_library (self), notes, label, written_cb,
                          edit_new (self, label));
}
