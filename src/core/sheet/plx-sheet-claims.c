/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sheet/plx-sheet-proof.h"
#include "sheet/plx-sheet-words.h"

/* Sentences begin this far from the left, so that the letters of the sources stand free. */
#define INDENT 2.2

static inline PlxSentenceRef
ref_at (GArray *refs,
        guint   index)
{
  return g_array_index (refs, PlxSentenceRef, index);
}

static guint
count_shown (PlxProof             *self,
             const PlxClaimRecord *claim)
{
  guint n = 0;

  for (guint i = 0; i < claim->refs->len; i++)
    n += plx_passages_is_shown (self->passages, ref_at (claim->refs, i));

  return n;
}

/* The words in which a sentence differs are underlined, where it has them as they are told. */
static void
mark_differences (PangoLayout          *layout,
                  const PlxClaimRecord *claim,
                  PlxSentenceRef        ref)
{
  const char *text = pango_layout_get_text (layout);

  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);

      for (guint j = 0; difference->says != NULL && j < difference->refs->len &&
                        difference->says[j] != NULL; j++)
        {
          PlxSentenceRef each = ref_at (difference->refs, j);
          const char *says = difference->says[j];
          const char *found = *says != '\0' ? strstr (text, says) : NULL;

          if (each.article == ref.article && each.sentence == ref.sentence && found != NULL)
            plx_proof_dress (layout, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
                             found - text, found - text + strlen (says));
        }
    }
}

static void
add_sentence (PlxProof             *self,
              const PlxClaimRecord *claim,
              guint                 index,
              PlxFace               face,
              const char           *tag)
{
  double indent = plx_proof_em (self, INDENT);
  PlxSentenceRef ref = ref_at (claim->refs, index);
  guint32 origin = index < claim->origin_of->len
                   ? g_array_index (claim->origin_of, guint32, index) : PLX_NONE;
  g_autofree char *sentence = plx_analysis_dup_sentence (self->analysis, ref);
  g_autofree char *text = NULL;
  gsize length;
  PangoLayout *layout;

  g_strstrip (sentence);
  length = strlen (sentence);

  if (origin < g_strv_length (claim->origins))
    /* Translators: a sentence, and whom it is taken from */
    text = g_strdup_printf (_("%s (after %s)"), sentence, claim->origins[origin]);

  layout = plx_proof_layout (self->context, self->options->font_size, face,
                             text != NULL ? text : sentence,
                             plx_flow_get_width (self->flow) - indent);
  mark_differences (layout, claim, ref);
  if (text != NULL && g_str_has_prefix (text, sentence))
    {
      plx_proof_dress (layout, pango_attr_style_new (PANGO_STYLE_ITALIC), length, G_MAXUINT);
      plx_proof_dress (layout, pango_attr_scale_new (0.9), length, G_MAXUINT);
    }

  plx_proof_cell (self, PLX_FACE_META_BOLD, tag, 0, indent);
  plx_flow_cell (self->flow, layout, indent);
  plx_flow_row (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.25));
}

static gboolean
says_shown (PlxProof                  *self,
            const PlxDifferenceRecord *difference,
            guint                      index)
{
  return plx_passages_is_shown (self->passages, ref_at (difference->refs, index));
}

/* “A, C: “three” · B: “four””: who says the same is named together, and only who is shown.
 * Empty where less than two of them are: one alone does not differ. */
static char *
dup_who_says_what (PlxProof                  *self,
                   const PlxDifferenceRecord *difference)
{
  GString *text = g_string_new (NULL);
  guint n = difference->says != NULL ? MIN (difference->refs->len,
                                            g_strv_length (difference->says)) : 0;
  guint n_told = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) tags = g_string_new (NULL);
      gboolean told = !says_shown (self, difference, i);
      guint32 last = PLX_NONE;

      for (guint j = 0; j < n && !told; j++)
        {
          guint32 article = ref_at (difference->refs, j).article;
          g_autofree char *tag = plx_words_dup_tag (article);

          if (!says_shown (self, difference, j) ||
              !g_str_equal (difference->says[i], difference->says[j]))
            continue;

          told = j < i;
          if (article == last)
            continue;

          last = article;
          g_string_append_printf (tags, "%s%s", tags->len > 0 ? ", " : "", tag);
        }

      if (told)
        continue;

      g_string_append (text, n_told > 0 ? " · " : "");
      /* Translators: the letters of sources, and what they say */
      g_string_append_printf (text, _("%s: “%s”"), tags->str, difference->says[i]);
      n_told++;
    }

  if (n_told < 2)
    g_string_truncate (text, 0);

  return g_string_free_and_steal (text);
}

static void
add_difference (PlxProof                  *self,
                const PlxDifferenceRecord *difference)
{
  double indent = plx_proof_em (self, INDENT);
  double inner = indent + plx_proof_em (self, 0.7);
  g_autofree char *says = dup_who_says_what (self, difference);
  const char *kind = plx_words_difference (difference->kind);
  gboolean about = difference->about != NULL && *difference->about != '\0';
  g_autofree char *text = g_strconcat (kind, about ? " – " : "", about ? difference->about : "",
                                       ".  ", says, NULL);
  PangoLayout *layout;

  if (*says == '\0')
    return;

  layout = plx_proof_layout (self->context, self->options->font_size, PLX_FACE_META, text,
                             plx_flow_get_width (self->flow) - inner);
  plx_proof_dress (layout, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, strlen (kind));
  plx_flow_bar (self->flow, indent);
  plx_flow_cell (self->flow, layout, inner);
  plx_flow_row (self->flow);
}

/* “not in D, E”: of the sources that are shown, those that are silent. */
static char *
dup_silent (PlxProof             *self,
            const PlxClaimRecord *claim)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      g_autofree char *tag = plx_words_dup_tag (i);
      gboolean reports = FALSE;

      for (guint j = 0; j < claim->refs->len; j++)
        reports |= ref_at (claim->refs, j).article == i;

      if (!reports && plx_proof_shows (self, i))
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? ", " : "", tag);
    }

  if (tags->len == 0)
    return g_strdup ("");

  /* Translators: followed by the letters of sources that do not report a claim */
  return g_strdup_printf (_(" · silent: %s"), tags->str);
}

static void
add_claim_head (PlxProof             *self,
                const PlxClaimRecord *claim,
                guint                 number)
{
  double indent = plx_proof_em (self, INDENT);
  double width = plx_flow_get_width (self->flow) - indent;
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *agreement = plx_words_dup_agreement (claim);
  g_autofree char *silent = dup_silent (self, claim);
  g_autofree char *line = g_strconcat (agreement, silent, NULL);

  plx_proof_cell (self, PLX_FACE_META, place, 0, indent);
  plx_proof_cell (self, PLX_FACE_LABEL, claim->label != NULL ? claim->label : "", indent, width);
  plx_flow_row (self->flow);
  plx_flow_keep_with_next (self->flow);
  plx_proof_cell (self, PLX_FACE_META, line, indent, width);
  plx_flow_row (self->flow);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.35));
}

/* What the user has noted on a claim. */
static void
add_notes (PlxProof *self,
           guint     place)
{
  GPtrArray *notes = self->options->notes;
  char **bodies = notes != NULL && place < notes->len ? g_ptr_array_index (notes, place) : NULL;

  for (guint i = 0; bodies != NULL && bodies[i] != NULL; i++)
    {
      /* Translators: what the user has noted on a claim */
      g_autofree char *note = g_strdup_printf (_("Note: %s"), bodies[i]);

      plx_proof_cell (self, PLX_FACE_META, note, plx_proof_em (self, INDENT),
                      plx_flow_get_width (self->flow) - plx_proof_em (self, INDENT));
      plx_flow_row (self->flow);
    }
}

static void
add_claim (PlxProof *self,
           guint     place,
           guint     number)
{
  const PlxClaimRecord *claim = plx_analysis_get_claim (self->analysis, place);
  guint hidden = claim->refs->len - count_shown (self, claim);

  plx_flow_begin_group (self->flow);
  add_claim_head (self, claim, number);

  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxSentenceRef ref = ref_at (claim->refs, i);
      g_autofree char *tag = plx_words_dup_tag (ref.article);

      if (plx_passages_is_shown (self->passages, ref))
        add_sentence (self, claim, i, PLX_FACE_TEXT, tag);
    }

  for (guint i = 0; i < claim->differences->len; i++)
    add_difference (self, g_ptr_array_index (claim->differences, i));
  add_notes (self, place);

  if (hidden > 0)
    {
      g_autofree char *note =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sentence is hidden by the filter.",
                                      "%u sentences are hidden by the filter.", hidden),
                         hidden);

      plx_proof_cell (self, PLX_FACE_META, note, plx_proof_em (self, INDENT),
                      plx_flow_get_width (self->flow) - plx_proof_em (self, INDENT));
      plx_flow_row (self->flow);
    }

  plx_flow_end_group (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 1.2));
}

static void
add_single_claims_of (PlxProof *self,
                      guint     article)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (self->analysis, i);

      for (guint j = 0; j < claim->refs->len && claim->n_sources < 2; j++)
        {
          PlxSentenceRef ref = ref_at (claim->refs, j);

          if (ref.article != article || !plx_passages_is_shown (self->passages, ref))
            continue;

          if (!begun)
            {
              PlxDocument *document = plx_analysis_get_document (self->analysis, article);
              g_autofree char *tag = plx_words_dup_tag (article);
              g_autofree char *source = plx_words_dup_source (document);
              double indent = plx_proof_em (self, INDENT);

              plx_flow_space (self->flow, plx_proof_em (self, 0.8));
              plx_proof_cell (self, PLX_FACE_LABEL, tag, 0, indent);
              plx_proof_cell (self, PLX_FACE_LABEL, source, indent,
                              plx_flow_get_width (self->flow) - indent);
              plx_flow_row (self->flow);
              plx_flow_keep_with_next (self->flow);
              plx_flow_space (self->flow, plx_proof_em (self, 0.2));
              begun = TRUE;
            }

          add_sentence (self, claim, j, PLX_FACE_SMALL, "");
          add_notes (self, i);
        }
    }
}

static char *
dup_summary (guint n_several,
             guint n_differ,
             guint n_single)
{
  g_autofree char *several =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim stands in more than one source",
                                  "%u claims stand in more than one source", n_several),
                     n_several);
  g_autofree char *single =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stands in one source only",
                                  "%u stand in one source only", n_single), n_single);

  /* Translators: “9 claims stand in more than one source”, how many of them differ, “23 stand in
   * one source only” */
  return g_strdup_printf (_("%s; the sources differ in %u of them. %s."), several, n_differ,
                          single);
}

/* What more than one source reports, with what they say differently; then what only one does. */
void
plx_proof_add_claims (PlxProof *self)
{
  guint n_several = 0, n_differ = 0, n_single = 0, number = 0;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < self->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (self->analysis, i);

      if (count_shown (self, claim) == 0)
        continue;
      n_several += claim->n_sources > 1;
      n_differ += claim->n_sources > 1 && claim->differences->len > 0;
      n_single += claim->n_sources < 2;
    }

  if (n_several + n_single == 0)
    return;

  summary = dup_summary (n_several, n_differ, n_single);
  plx_proof_heading (self, _("Claims and differences"));
  plx_proof_paragraph (self, PLX_FACE_META, summary);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 1));

  for (guint i = 0; i < self->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (self->analysis, i);

      if (claim->n_sources > 1 && count_shown (self, claim) > 0)
        add_claim (self, i, ++number);
    }

  if (n_single == 0)
    return;

  plx_proof_heading (self, _("In one source only"));
  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    add_single_claims_of (self, i);
}
