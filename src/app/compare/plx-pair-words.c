/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-words"

#include "config.h"

#include "compare/plx-pair-words.h"

#include <glib/gi18n.h>

#include "compare/plx-compare-words.h"
#include "comparing/plx-change-words.h"
#include "window/plx-labels.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

static const char *
source_of (const PlxPairModel *model,
           const char * const *sources,
           PlxPairSide         side)
{
  return sources[model->article[side]];
}

static const PlxPairLink *
nth_link (const PlxPairModel *model,
          PlxPairSide         side,
          guint               place)
{
  return plx_pair_model_link (model, plx_pair_model_nth (model, side, place));
}

static char *
dup_place (const PlxPairModel *model,
           PlxPairSide         side,
           guint32             sentence)
{
  PlxSentenceRef ref = { model->article[side], sentence };
  guint paragraph;

  switch (plx_analysis_get_place (model->analysis, ref, &paragraph))
    {
    case PLX_PLACE_HEADLINE:
      /* Translators: where in an article a sentence stands */
      return g_strdup (_("headline"));

    case PLX_PLACE_STANDFIRST:
      /* Translators: the sentence or two below the headline */
      return g_strdup (_("standfirst"));

    case PLX_PLACE_LEAD:
      /* Translators: the first paragraph of an article */
      return g_strdup (_("lead"));

    case PLX_PLACE_PARAGRAPH:
    default:
      return g_strdup_printf (_("paragraph %u"), paragraph);
    }
}

/* Which sentence of its paragraph it is; 0 where there is only one. */
static guint
number_in_paragraph (const PlxPairModel *model,
                     PlxPairSide         side,
                     guint32             sentence)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (model->analysis, model->article[side]);
  const PlxSentenceSpan *spans = (const PlxSentenceSpan *) annotation->sentences->data;
  guint32 first = sentence, last = sentence;

  while (first > 0 && spans[first - 1].block == spans[sentence].block)
    first--;
  while (last + 1 < annotation->sentences->len && spans[last + 1].block == spans[sentence].block)
    last++;

  return first == last ? 0 : sentence - first + 1;
}

/* “lead, sentence 2” */
static char *
dup_exact_place (const PlxPairModel *model,
                 PlxPairSide         side,
                 guint32             sentence)
{
  g_autofree char *place = dup_place (model, side, sentence);
  guint number = number_in_paragraph (model, side, sentence);

  if (number == 0)
    return g_steal_pointer (&place);

  /* Translators: a paragraph, and which of its sentences */
  return g_strdup_printf (_("%s, sentence %u"), place, number);
}

/* The source, and the places of all sentences of it that are tied to one. */
static char *
dup_partners (const PlxPairModel *model,
              const char * const *sources,
              PlxPairSide         side,
              guint32             sentence)
{
  guint n, first = plx_pair_model_find (model, side, sentence, &n);
  GString *out = g_string_new (source_of (model, sources, !side));
  g_autofree char *last = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *place = dup_place (model, !side, nth_link (model, side, i)->sentence[!side]);

      if (g_strcmp0 (place, last) != 0)
        g_string_append_printf (out, ", %s", place);
      g_set_str (&last, place);
    }

  return g_string_free_and_steal (out);
}

static gboolean
is_moved (const PlxPairModel *model,
          PlxPairSide         side,
          guint32             sentence)
{
  guint n, first = plx_pair_model_find (model, side, sentence, &n);

  for (guint i = first; i < first + n; i++)
    if (nth_link (model, side, i)->is_moved)
      return TRUE;

  return FALSE;
}

/* What the right article does with the left one, whichever side is looked at. */
static char *
dup_change (const PlxPairModel *model,
            const char * const *sources,
            PlxPairSide         side,
            guint32             sentence)
{
  g_autoptr (PlxWording) own = plx_pair_model_new_wording (model, side, sentence);
  g_autoptr (PlxWording) other = plx_pair_model_new_partners (model, side, sentence);

  return plx_change_words_dup (source_of (model, sources, RIGHT), side == LEFT ? own : other,
                               side == LEFT ? other : own);
}

static gboolean
has_ref (const PlxDifferenceRecord *difference,
         guint32                    article,
         guint32                    sentence)
{
  for (guint i = 0; i < difference->refs->len; i++)
    {
      const PlxSentenceRef *ref = &g_array_index (difference->refs, PlxSentenceRef, i);

      if (ref->article == article && ref->sentence == sentence)
        return TRUE;
    }

  return FALSE;
}

/* The differences of a sentence with those that it is tied to, each once, as markup. */
static GPtrArray *
tell_differences (const PlxPairModel *model,
                  const char * const *sources,
                  PlxPairSide         side,
                  guint32             sentence)
{
  guint n, first = plx_pair_model_find (model, side, sentence, &n);
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = first; i < first + n; i++)
    {
      const PlxPairLink *link = nth_link (model, side, i);
      const PlxClaimRecord *claim = plx_analysis_get_claim (model->analysis, link->claim);

      for (guint j = 0; j < claim->differences->len; j++)
        {
          PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, j);

          if (has_ref (difference, model->article[LEFT], link->sentence[LEFT]) &&
              has_ref (difference, model->article[RIGHT], link->sentence[RIGHT]) &&
              g_hash_table_add (seen, difference))
            g_ptr_array_add (told, plx_compare_words_difference (
              difference, sources, model->article[LEFT], model->article[RIGHT]));
        }
    }

  return told;
}

static void
append_line (GString    *out,
             const char *markup)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", markup);
}

static void
append_escaped_line (GString    *out,
                     const char *sign,
                     const char *text)
{
  g_autofree char *line = g_markup_printf_escaped ("%s %s", sign, text);

  append_line (out, line);
}

/**
 * plx_pair_words_heading:
 * @model: two articles
 * @sources: what the articles of its analysis are called
 * @side: a side
 * @sentence: a sentence of it
 *
 * Returns: (transfer full): where it stands, and where what it is tied to does
 */
char *
plx_pair_words_heading (const PlxPairModel *model,
                        const char * const *sources,
                        PlxPairSide         side,
                        guint32             sentence)
{
  g_autofree char *place = dup_place (model, side, sentence);
  g_autofree char *partners = NULL;

  if (plx_pair_model_kind (model, side, sentence) == PLX_PAIR_ALONE)
    /* Translators: a source, and where in its article */
    return g_strdup_printf (_("%s, %s"), source_of (model, sources, side), place);

  partners = dup_partners (model, sources, side, sentence);

  /* Translators: a source, where in its article; a source with its place that tells the same */
  return g_strdup_printf (_("%s, %s ↔ %s"), source_of (model, sources, side), place, partners);
}

/**
 * plx_pair_words_foot:
 * @model: two articles
 * @sources: what the articles of its analysis are called
 * @side: a side
 * @sentence: a sentence of it
 *
 * Returns: (transfer full): how it stands to the other article, as markup
 */
char *
plx_pair_words_foot (const PlxPairModel *model,
                     const char * const *sources,
                     PlxPairSide         side,
                     guint32             sentence)
{
  PlxPairKind kind = plx_pair_model_kind (model, side, sentence);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *change = NULL;
  GString *out;

  if (!plx_pair_model_is_compared (model, side, sentence))
    return g_markup_escape_text (_("Headlines and bylines are not compared."), -1);
  if (kind == PLX_PAIR_ALONE)
    /* Translators: only one of two articles says something; which one follows */
    return g_markup_printf_escaped (_("◇ Of the two, only %s says this."),
                                    source_of (model, sources, side));

  out = g_string_new (NULL);
  differences = tell_differences (model, sources, side, sentence);
  change = dup_change (model, sources, side, sentence);
  for (guint i = 0; i < differences->len; i++)
    append_line (out, g_ptr_array_index (differences, i));

  if (kind == PLX_PAIR_SAME)
    append_escaped_line (out, "=", _("The same word for word."));
  else if (kind == PLX_PAIR_REWORDED)
    append_escaped_line (out, "≈", change);
  else
    append_escaped_line (out, "✎", change);
  if (is_moved (model, side, sentence))
    append_escaped_line (out, "⤨", _("Told in another place."));

  return g_string_free_and_steal (out);
}

static void
append_clause (GString    *out,
               const char *clause)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", clause);
}

/**
 * plx_pair_words_describe:
 * @model: two articles
 * @sources: what the articles of its analysis are called
 * @side: a side
 * @sentence: a sentence of it
 *
 * Tells all that can be seen of a sentence besides its words: where it stands, what it is tied to
 * and how they differ.
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
plx_pair_words_describe (const PlxPairModel *model,
                         const char * const *sources,
                         PlxPairSide         side,
                         guint32             sentence)
{
  g_autofree char *place = dup_exact_place (model, side, sentence);
  g_autofree char *partners = NULL;
  g_autofree char *change = NULL;
  g_autofree char *tied = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GString *out = g_string_new (place);

  if (!plx_pair_model_is_compared (model, side, sentence))
    return g_string_free_and_steal (out);
  if (plx_pair_model_kind (model, side, sentence) == PLX_PAIR_ALONE)
    {
      g_autofree char *only = g_strdup_printf (_("only %s says this"),
                                               source_of (model, sources, side));

      append_clause (out, only);
      return g_string_free_and_steal (out);
    }

  partners = dup_partners (model, sources, side, sentence);
  /* Translators: a sentence is tied to one of another source, which follows with its place */
  tied = g_strdup_printf (_("tied to %s"), partners);
  append_clause (out, tied);
  if (is_moved (model, side, sentence))
    append_clause (out, _("told in another place"));

  differences = tell_differences (model, sources, side, sentence);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *plain = NULL;

      if (pango_parse_markup (g_ptr_array_index (differences, i), -1, 0, NULL, &plain, NULL, NULL))
        append_clause (out, plain);
    }
  change = dup_change (model, sources, side, sentence);
  append_clause (out, change);

  return g_string_free_and_steal (out);
}

static guint
count_alone (const PlxPairModel *model,
             PlxPairSide         side)
{
  guint n = 0;

  for (guint32 i = 0; i < plx_pair_model_n_sentences (model, side); i++)
    n += plx_pair_model_is_compared (model, side, i) &&
         plx_pair_model_kind (model, side, i) == PLX_PAIR_ALONE;

  return n;
}

/* “9 pairs of sentences: = 5 the same, ≠ 4 differ.” What there is none of is not told. */
static void
append_pairs (GString     *out,
              guint        n,
              const guint *counts)
{
  guint n_differ = counts[PLX_PAIR_DIFFERS];
  /* Translators: of some pairs of sentences, how many are just the same */
  g_autofree char *same = g_strdup_printf (_("= %u the same"), counts[PLX_PAIR_SAME]);
  /* Translators: of some pairs of sentences, how many tell the same otherwise */
  g_autofree char *reworded = g_strdup_printf (_("≈ %u in other words"),
                                               counts[PLX_PAIR_REWORDED]);
  /* Translators: of some pairs of sentences, how many tell something else */
  g_autofree char *differ = g_strdup_printf (ngettext ("≠ %u differs", "≠ %u differ", n_differ),
                                             n_differ);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) told = NULL;
  g_autofree char *list = NULL;

  if (counts[PLX_PAIR_SAME] > 0)
    g_strv_builder_add (parts, same);
  if (counts[PLX_PAIR_REWORDED] > 0)
    g_strv_builder_add (parts, reworded);
  if (n_differ > 0)
    g_strv_builder_add (parts, differ);
  told = g_strv_builder_end (parts);
  list = g_strjoinv (_(", "), told);

  g_string_append_printf (out, ngettext ("%u pair of sentences: ", "%u pairs of sentences: ", n),
                          n);
  g_string_append_printf (out, "%s.", list);
}

/**
 * plx_pair_words_summary:
 * @model: two articles
 * @sources: what the articles of its analysis are called
 *
 * Returns: (transfer full): in a sentence or two, what both say and what only one does
 */
char *
plx_pair_words_summary (const PlxPairModel *model,
                        const char * const *sources)
{
  guint counts[PLX_PAIR_ALONE + 1] = { 0 };
  guint n = model->links->len;
  g_autoptr (GString) out = g_string_new (NULL);

  if (n == 0)
    return g_strdup_printf (_("%s and %s have no sentence in common: neither says anything that "
                              "the other says too."), source_of (model, sources, LEFT),
                            source_of (model, sources, RIGHT));

  for (guint i = 0; i < n; i++)
    counts[plx_pair_model_link (model, i)->kind]++;
  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    counts[PLX_PAIR_ALONE] += count_alone (model, side);
  if (counts[PLX_PAIR_SAME] == n && counts[PLX_PAIR_ALONE] == 0)
    return g_strdup (_("Both say the same, word for word."));

  append_pairs (out, n, counts);
  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    {
      guint n_alone = count_alone (model, side);

      if (n_alone > 0)
        /* Translators: how many sentences only one source has; the source, the number */
        g_string_append_printf (out, _(" ◇ Only %s: %u."), source_of (model, sources, side),
                                n_alone);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * plx_pair_words_copy:
 * @analysis: an analysis
 * @source: what an article of it is called
 * @article: which one
 * @text: words of it
 *
 * Returns: (transfer full): the words, with who said them, when, and where that is found
 */
char *
plx_pair_words_copy (PlxAnalysis *analysis,
                     const char  *source,
                     guint        article,
                     const char  *text)
{
  PlxDocument *document = plx_analysis_get_document (analysis, article);
  const char *address = document->fields[PLX_FIELD_ADDRESS];
  PlxDay day = plx_analysis_get_day (analysis, article);
  GString *out = g_string_new (NULL);

  /* Translators: words that are copied, and whose they are */
  g_string_append_printf (out, _("“%s”\n— %s"), text, source);
  if (day != 0)
    {
      g_autofree char *on = plx_label_day (day);

      g_string_append_printf (out, ", %s", on);
    }
  if (address != NULL)
    g_string_append_printf (out, ", %s", address);

  return g_string_free_and_steal (out);
}
