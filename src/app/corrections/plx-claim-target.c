/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-target"

#include "config.h"

#include "corrections/plx-claim-target.h"

/**
 * plx_claim_target_new:
 * @session: a session
 * @claim: a claim of its analysis, by its place
 * @ref: (nullable): a sentence of the claim, where that is meant
 *
 * Returns: (transfer full) (nullable): what is to be corrected; `NULL` where there is no such claim
 */
PlxClaimTarget *
plx_claim_target_new (PlxSession           *session,
                      guint                 claim,
                      const PlxSentenceRef *ref)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  g_autoptr (GStrvBuilder) sources = g_strv_builder_new ();
  PlxClaimTarget *self;

  if (analysis == NULL || claim >= analysis->claims->len)
    return NULL;

  self = g_rc_box_new0 (PlxClaimTarget);
  self->analysis = plx_analysis_ref (analysis);
  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->story = plx_story_get_id (plx_session_get_story (session));
  self->claim = claim;
  self->ref = ref != NULL ? *ref : (PlxSentenceRef) { PLX_NONE, PLX_NONE };
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxArticle *article = plx_session_find_article (session, i);
      const gint64 id = plx_article_get_id (article);

      g_array_append_val (self->articles, id);
      g_strv_builder_add (sources, plx_session_get_source (session, i));
    }
  self->sources = g_strv_builder_end (sources);

  return self;
}

/**
 * plx_claim_target_new_at:
 * @session: a session
 * @ref: a sentence of its analysis
 *
 * Returns: (transfer full) (nullable): the sentence, in the first claim that has it; `NULL` where
 *   none has
 */
PlxClaimTarget *
plx_claim_target_new_at (PlxSession     *session,
                         PlxSentenceRef  ref)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);

  for (guint i = 0; analysis != NULL && i < analysis->claims->len; i++)
    {
      GArray *refs = plx_analysis_get_claim (analysis, i)->refs;

      for (guint k = 0; k < refs->len; k++)
        if (plx_sentence_ref_is (&ref, &g_array_index (refs, PlxSentenceRef, k)))
          return plx_claim_target_new (session, i, &ref);
    }

  return NULL;
}

PlxClaimTarget *
plx_claim_target_ref (PlxClaimTarget *self)
{
  return g_rc_box_acquire (self);
}

static void
target_clear (gpointer data)
{
  PlxClaimTarget *self = data;

  plx_analysis_unref (self->analysis);
  g_array_unref (self->articles);
  g_strfreev (self->sources);
}

void
plx_claim_target_unref (PlxClaimTarget *self)
{
  g_rc_box_release_full (self, target_clear);
}

const PlxClaimRecord *
plx_claim_target_get_record (PlxClaimTarget *self)
{
  return plx_analysis_get_claim (self->analysis, self->claim);
}

gboolean
plx_claim_target_has_sentence (PlxClaimTarget *self)
{
  return self->ref.article != PLX_NONE;
}

char *
plx_claim_target_dup_sentence (PlxClaimTarget *self,
                               PlxSentenceRef  ref)
{
  return plx_analysis_dup_sentence (self->analysis, ref);
}

/**
 * plx_claim_target_add:
 * @self: what is to be corrected
 * @correction: a correction that is being made
 * @side: 0 or 1
 * @ref: a sentence of the same analysis
 *
 * Lets the correction speak of a sentence.
 */
void
plx_claim_target_add (PlxClaimTarget *self,
                      PlxCorrection  *correction,
                      guint           side,
                      PlxSentenceRef  ref)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, ref.article);

  plx_correction_add (correction, side,
                      plx_anchor_new_at (annotation, ref.sentence,
                                         g_array_index (self->articles, gint64, ref.article)));
}

gboolean
plx_sentence_ref_is (const PlxSentenceRef *self,
                     const PlxSentenceRef *other)
{
  return self->article == other->article && self->sentence == other->sentence;
}
