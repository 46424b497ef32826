/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-corrector"

#include "config.h"

#include "corrections/plx-corrector.h"

#include <glib/gi18n.h>

#include "corrections/plx-correction-words.h"

struct _PlxCorrector
{
  GObject     parent_instance;

  PlxSession *session;
};

G_DEFINE_FINAL_TYPE (PlxCorrector, plx_corrector, G_TYPE_OBJECT)

static void
plx_corrector_dispose (GObject *object)
{
  g_clear_object (&PLX_CORRECTOR (object)->session);

  G_OBJECT_CLASS (plx_corrector_parent_class)->dispose (object);
}

static void
plx_corrector_class_init (PlxCorrectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_corrector_dispose;
}

static void
plx_corrector_init (PlxCorrector *self)
{
}

/**
 * plx_corrector_new:
 * @session: a session
 *
 * Returns: (transfer full): a corrector of the claims of its open story
 */
PlxCorrector *
plx_corrector_new (PlxSession *session)
{
  PlxCorrector *self = g_object_new (PLX_TYPE_CORRECTOR, NULL);

  self->session = g_object_ref (session);

  return self;
}

PlxSession *
plx_corrector_get_session (PlxCorrector *self)
{
  g_return_val_if_fail (PLX_IS_CORRECTOR (self), NULL);

  return self->session;
}

static void
apply (PlxCorrector  *self,
       PlxCorrection *correction,
       const char    *label)
{
  g_autoptr (GPtrArray) corrections = g_ptr_array_new ();

  g_ptr_array_add (corrections, correction);
  plx_session_correct (self->session, corrections, NULL, label);
}

static PlxSentenceRef
ref_at (GArray *refs,
        guint   i)
{
  return g_array_index (refs, PlxSentenceRef, i);
}

static gboolean
has_ref (GArray         *refs,
         PlxSentenceRef  ref)
{
  for (guint i = 0; i < refs->len; i++)
    if (plx_sentence_ref_is (&ref, &g_array_index (refs, PlxSentenceRef, i)))
      return TRUE;

  return FALSE;
}

static char *
dup_short (PlxClaimTarget *target,
           PlxSentenceRef  ref)
{
  g_autofree char *text = plx_claim_target_dup_sentence (target, ref);

  return plx_words_dup_short (text);
}

/**
 * plx_corrector_bring:
 * @self: a corrector
 * @target: a sentence
 * @other: another one of the same analysis
 *
 * Says that both report the same: the first comes to the claim of the other.
 */
void
plx_corrector_bring (PlxCorrector   *self,
                     PlxClaimTarget *target,
                     PlxSentenceRef  other)
{
  g_autoptr (PlxCorrection) correction = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *its = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_CORRECTOR (self));
  g_return_if_fail (plx_claim_target_has_sentence (target));

  correction = plx_correction_new (PLX_CORRECTION_TOGETHER, target->story);
  plx_claim_target_add (target, correction, 0, target->ref);
  plx_claim_target_add (target, correction, 1, other);
  mine = dup_short (target, target->ref);
  its = dup_short (target, other);
  /* Translators: an entry of the history; the beginnings of two sentences */
  label = g_strdup_printf (_("Put “%1$s” with “%2$s”"), mine, its);
  apply (self, correction, label);
}

/* The chosen ones are a claim of their own, the rest of the claim is another. */
static PlxCorrection *
part (PlxClaimTarget *target,
      GArray         *chosen)
{
  GArray *refs = plx_claim_target_get_record (target)->refs;
  PlxCorrection *correction = plx_correction_new (PLX_CORRECTION_APART, target->story);

  for (guint i = 0; i < refs->len; i++)
    plx_claim_target_add (target, correction, has_ref (chosen, ref_at (refs, i)) ? 0 : 1,
                          ref_at (refs, i));

  return correction;
}

/**
 * plx_corrector_expel:
 * @self: a corrector
 * @target: a sentence of a claim of several
 *
 * Says that the sentence does not belong to the claim.
 */
void
plx_corrector_expel (PlxCorrector   *self,
                     PlxClaimTarget *target)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  g_autoptr (PlxCorrection) correction = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_CORRECTOR (self));
  g_return_if_fail (plx_claim_target_has_sentence (target));

  g_array_append_val (chosen, target->ref);
  correction = part (target, chosen);
  mine = dup_short (target, target->ref);
  /* Translators: an entry of the history; the beginning of a sentence, and what a claim is about */
  label = g_strdup_printf (_("Take “%1$s” out of “%2$s”"), mine,
                           plx_claim_target_get_record (target)->label);
  apply (self, correction, label);
}

/**
 * plx_corrector_join:
 * @self: a corrector
 * @target: a claim
 * @other: another one of the same analysis
 *
 * Says that both report the same.
 */
void
plx_corrector_join (PlxCorrector   *self,
                    PlxClaimTarget *target,
                    guint           other)
{
  const PlxClaimRecord *mine = plx_claim_target_get_record (target);
  const PlxClaimRecord *its = plx_analysis_get_claim (target->analysis, other);
  g_autoptr (PlxCorrection) correction = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_CORRECTOR (self));

  correction = plx_correction_new (PLX_CORRECTION_TOGETHER, target->story);
  for (guint i = 0; i < mine->refs->len; i++)
    plx_claim_target_add (target, correction, 0, ref_at (mine->refs, i));
  for (guint i = 0; i < its->refs->len; i++)
    if (!has_ref (mine->refs, ref_at (its->refs, i)))
      plx_claim_target_add (target, correction, 1, ref_at (its->refs, i));

  /* Translators: an entry of the history; what two claims are about */
  label = g_strdup_printf (_("Join “%1$s” with “%2$s”"), mine->label, its->label);
  apply (self, correction, label);
}

/**
 * plx_corrector_split:
 * @self: a corrector
 * @target: a claim
 * @chosen: (element-type PlxSentenceRef): some of its sentences, and not all
 *
 * Says that these are a claim of their own.
 */
void
plx_corrector_split (PlxCorrector   *self,
                     PlxClaimTarget *target,
                     GArray         *chosen)
{
  g_autoptr (PlxCorrection) correction = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_CORRECTOR (self));

  correction = part (target, chosen);
  /* Translators: an entry of the history; what a claim is about */
  label = g_strdup_printf (_("Split “%s”"), plx_claim_target_get_record (target)->label);
  apply (self, correction, label);
}

/**
 * plx_corrector_dismiss:
 * @self: a corrector
 * @target: a claim
 * @difference: a difference of it, by its place
 *
 * Says that this is no difference.
 */
void
plx_corrector_dismiss (PlxCorrector   *self,
                       PlxClaimTarget *target,
                       guint           difference)
{
  GPtrArray *differences = plx_claim_target_get_record (target)->differences;
  const PlxDifferenceRecord *record;
  g_autoptr (PlxCorrection) correction = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_CORRECTOR (self));
  g_return_if_fail (difference < differences->len);

  record = g_ptr_array_index (differences, difference);
  correction = plx_correction_new (PLX_CORRECTION_DISMISS, target->story);
  correction->difference = record->kind;
  correction->about = g_strdup (record->about);
  for (guint i = 0; i < record->refs->len; i++)
    {
      plx_claim_target_add (target, correction, 0, ref_at (record->refs, i));
      g_set_str (&((PlxAnchor *) correction->anchors->pdata[i])->says, record->says[i]);
    }

  /* Translators: an entry of the history; what a difference is about: “how many guests” */
  label = g_strdup_printf (_("Dismiss the difference: %s"), record->about);
  apply (self, correction, label);
}

/**
 * plx_corrector_take_back:
 * @self: a corrector
 * @correction: what the user has said
 * @what: the same in words
 *
 * Forgets it.
 */
void
plx_corrector_take_back (PlxCorrector  *self,
                         PlxCorrection *correction,
                         const char    *what)
{
  g_autoptr (GPtrArray) take_back = g_ptr_array_new ();
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_CORRECTOR (self));

  g_ptr_array_add (take_back, correction);
  /* Translators: an entry of the history; what the user had said of a claim */
  label = g_strdup_printf (_("Take back: %s"), what);
  plx_session_correct (self->session, NULL, take_back, label);
}

/**
 * plx_corrector_dup_note:
 * @self: a corrector
 * @target: a claim
 *
 * Returns: (transfer full): what the user has noted on it, or the empty string; claims that have
 *   become one have both their notes
 */
char *
plx_corrector_dup_note (PlxCorrector   *self,
                        PlxClaimTarget *target)
{
  g_autoptr (GPtrArray) notes = plx_session_list_notes (self->session, target->claim);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "",
                            ((const PlxNote *) g_ptr_array_index (notes, i))->body);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_anchors (PlxNote        *note,
             PlxClaimTarget *target)
{
  GArray *refs = plx_claim_target_get_record (target)->refs;

  g_ptr_array_set_size (note->anchors, 0);
  for (guint i = 0; i < refs->len; i++)
    {
      const PlxSentenceRef ref = ref_at (refs, i);

      g_ptr_array_add (note->anchors,
                       plx_anchor_new_at (plx_analysis_get_annotation (target->analysis,
                                                                       ref.article),
                                          ref.sentence,
                                          g_array_index (target->articles, gint64, ref.article)));
    }
}

/**
 * plx_corrector_set_note:
 * @self: a corrector
 * @target: a claim
 * @text: what is noted on it; without a word there is no note any more
 *
 * Notes something on a claim, in the place of what was there.
 */
void
plx_corrector_set_note (PlxCorrector   *self,
                        PlxClaimTarget *target,
                        const char     *text)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *body = g_strstrip (g_strdup (text));
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_CORRECTOR (self));

  old = plx_session_list_notes (self->session, target->claim);
  notes = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_note_free);
  for (guint i = 0; i < old->len; i++)
    {
      PlxNote *note = plx_note_copy (g_ptr_array_index (old, i));

      g_set_str (&note->body, i == 0 ? body : "");
      g_ptr_array_add (notes, note);
    }
  if (old->len == 0 && *body != '\0')
    g_ptr_array_add (notes, plx_note_new (target->story, body));
  if (notes->len == 0)
    return;

  add_anchors (g_ptr_array_index (notes, 0), target);
  /* Translators: an entry of the history; what a claim is about */
  label = g_strdup_printf (*body != '\0' ? _("Note on “%s”") : _("Remove the note on “%s”"),
                           plx_claim_target_get_record (target)->label);
  plx_session_write_notes (self->session, notes, label);
}
