/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-words"

#include "config.h"

#include "compare/plx-claim-words.h"

#include <glib/gi18n.h>

#include "compare/plx-claim-order.h"
#include "compare/plx-compare-words.h"
#include "comparing/plx-change-words.h"
#include "language/plx-language.h"
#include "model/plx-field.h"
#include "window/plx-labels.h"

/* What the matrix says of a claim and of its sentences, to those who look and those who listen. */

PlxClaimStand
plx_claim_words_get_stand (PlxClaimItem *item)
{
  if (plx_claim_item_get_n_sources (item) < 2)
    return PLX_CLAIM_STAND_ONLY;

  return plx_claim_item_get_n_kinds (item) > 0 ? PLX_CLAIM_STAND_DIFFER : PLX_CLAIM_STAND_AGREE;
}

static const char *
only_source (PlxClaimItem *item)
{
  guint n = plx_analysis_get_n_articles (plx_claim_item_get_analysis (item));

  for (guint i = 0; i < n; i++)
    {
      guint n_refs;

      if (plx_claim_item_get_refs (item, i, &n_refs) != NULL)
        return plx_claim_item_get_sources (item)[i];
    }

  return "";
}

/* A language in which differences are told by numbers and the like only, where a source of the
 * claim is written in one: that no difference was found means less there. */
static char *
dup_partial_language (PlxClaimItem *item)
{
  GArray *refs = plx_claim_item_get_record (item)->refs;

  for (guint i = 0; i < refs->len; i++)
    {
      guint article = g_array_index (refs, PlxSentenceRef, i).article;
      PlxDocument *document =
        plx_analysis_get_annotation (plx_claim_item_get_analysis (item), article)->document;
      const char *tag = document->fields[PLX_FIELD_LANGUAGE];

      if (tag != NULL && !plx_language_is_full (tag))
        return plx_field_dup_display (PLX_FIELD_LANGUAGE, tag);
    }

  return NULL;
}

/**
 * plx_claim_words_agreement:
 * @item: a row
 *
 * Returns: (transfer full): whether its sources agree, as a glyph and in words
 */
char *
plx_claim_words_agreement (PlxClaimItem *item)
{
  g_autofree char *kinds = NULL;
  g_autofree char *language = NULL;

  switch (plx_claim_words_get_stand (item))
    {
    case PLX_CLAIM_STAND_ONLY:
      /* Translators: only one source says it; the source follows */
      return g_strdup_printf (_("◇ only %s"), only_source (item));

    case PLX_CLAIM_STAND_DIFFER:
      kinds = plx_compare_words_kinds (plx_claim_item_get_record (item));
      /* Translators: the sources differ; what in follows, as “place, date” */
      return g_strdup_printf (_("≠ differ: %s"), kinds);

    case PLX_CLAIM_STAND_AGREE:
    default:
      language = dup_partial_language (item);
      /* Translators: the sources agree on a claim; %s is a language */
      if (language != NULL)
        return g_strdup_printf (_("= agree, as far as %s is understood"), language);
      /* Translators: the sources agree on a claim */
      return g_strdup (_("= agree"));
    }
}

/**
 * plx_claim_words_counts:
 * @item: a row
 * @arrangement: how the matrix is arranged
 *
 * Returns: (transfer full): how many sources and origins it has, and that an article leaves it
 *   out where the rows follow that article; empty where there is nothing to say
 */
char *
plx_claim_words_counts (PlxClaimItem   *item,
                        PlxArrangement *arrangement)
{
  guint n_sources = plx_claim_item_get_n_sources (item);
  guint n_origins = plx_claim_item_get_n_origins (item);
  gboolean is_left_out = plx_claim_order_left_out (item, arrangement);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources),
                                              n_sources);
  g_autofree char *origins = g_strdup_printf (ngettext ("%u origin", "%u origins", n_origins),
                                              n_origins);
  g_autofree char *counts = NULL;

  if (n_sources < 2 && !is_left_out)
    return g_strdup ("");

  /* Translators: “4 sources, 3 origins” */
  counts = g_strdup_printf (_("%s, %s"), sources, origins);
  if (!is_left_out)
    return g_steal_pointer (&counts);

  /* Translators: an article leaves a claim out; its source, then “4 sources, 3 origins” */
  return g_strdup_printf (_("left out by %s – %s"),
                          plx_claim_item_get_sources (item)[plx_arrangement_get_order_of (
                            arrangement)], counts);
}

/* So that one finds a kind again without reading. */
static const char *
glyph (PlxDifferenceKind kind)
{
  static const char * const glyphs[] = {
    [PLX_DIFFERENCE_NUMBER] = "#",
    [PLX_DIFFERENCE_DATE] = "◔",
    [PLX_DIFFERENCE_NAME] = "@",
    [PLX_DIFFERENCE_PLACE] = "⌖",
    [PLX_DIFFERENCE_WORDING] = "≈",
    [PLX_DIFFERENCE_ATTRIBUTION] = "“",
    [PLX_DIFFERENCE_CERTAINTY] = "?",
    [PLX_DIFFERENCE_NEGATION] = "¬",
    [PLX_DIFFERENCE_ACTOR] = "→",
    [PLX_DIFFERENCE_QUOTATION] = "”",
    [PLX_DIFFERENCE_ORDER] = "⇄",
  };

  return kind < G_N_ELEMENTS (glyphs) && glyphs[kind] != NULL ? glyphs[kind] : "≠";
}

static gboolean
is_told (const PlxDifferenceRecord *difference,
         guint                      i)
{
  for (guint j = 0; j < i; j++)
    {
      if (g_str_equal (difference->says[i], difference->says[j]))
        return TRUE;
    }

  return FALSE;
}

/* Sources that say the same share a line; each is named once. */
static void
append_saying (GString                   *out,
               PlxClaimItem              *item,
               const PlxDifferenceRecord *difference,
               guint                      i)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *saying = g_markup_escape_text (difference->says[i], -1);
  g_autofree char *escaped = NULL;
  guint last = PLX_NONE;

  for (guint j = i; j < difference->refs->len; j++)
    {
      guint article = g_array_index (difference->refs, PlxSentenceRef, j).article;

      if (article == last || !g_str_equal (difference->says[j], difference->says[i]))
        continue;
      g_ptr_array_add (names, (char *) plx_claim_item_get_sources (item)[article]);
      last = article;
    }

  list = plx_compare_words_names (names);
  escaped = g_markup_escape_text (list, -1);
  g_string_append_c (out, '\n');
  /* Translators: who says what, as in “The Daily: nineteen passengers” */
  g_string_append_printf (out, _("%s: <b>%s</b>"), escaped, saying);
}

/**
 * plx_claim_words_difference:
 * @item: a row
 * @difference: a difference of it, by its place
 *
 * Returns: (transfer full): what differs and below that what each source says, as markup
 */
char *
plx_claim_words_difference (PlxClaimItem *item,
                            guint         difference)
{
  const PlxDifferenceRecord *record =
    g_ptr_array_index (plx_claim_item_get_record (item)->differences, difference);
  g_autofree char *about = g_markup_escape_text (record->about, -1);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "<b>%s</b>  %s – %s", glyph (record->kind),
                          plx_label_difference (record->kind), about);
  for (guint i = 0; record->says[i] != NULL; i++)
    {
      if (!is_told (record, i))
        append_saying (out, item, record, i);
    }

  return g_string_free_and_steal (out);
}

/**
 * plx_claim_words_silents:
 * @item: a row
 * @arrangement: how the matrix is arranged
 *
 * Returns: (transfer full) (nullable): which of the sources that are shown say nothing of it
 */
char *
plx_claim_words_silents (PlxClaimItem   *item,
                         PlxArrangement *arrangement)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint n = plx_arrangement_get_n_columns (arrangement);

  for (guint i = 0; i < n; i++)
    {
      guint article = plx_arrangement_get_column (arrangement, i);
      guint n_refs;

      if (plx_claim_item_get_refs (item, article, &n_refs) == NULL &&
          !plx_claim_item_is_filtered (item, article))
        g_ptr_array_add (names, (char *) plx_claim_item_get_sources (item)[article]);
    }
  if (names->len == 0)
    return NULL;

  list = plx_compare_words_names (names);

  /* Translators: the sources that say nothing about a claim follow */
  return g_strdup_printf (_("Silent: %s"), list);
}

/**
 * plx_claim_words_silent:
 * @item: a row
 * @article: an article of which no sentence of it is shown
 *
 * Returns: (transfer full): that it is silent, or that the filter hides what it says, for those
 *   who listen
 */
char *
plx_claim_words_silent (PlxClaimItem *item,
                        guint         article)
{
  const char *source = plx_claim_item_get_sources (item)[article];

  if (plx_claim_item_is_filtered (item, article))
    /* Translators: %s is a source */
    return g_strdup_printf (_("%s: hidden by the filter"), source);

  /* Translators: %s is a source */
  return g_strdup_printf (_("%s says nothing of this"), source);
}

/**
 * plx_claim_words_place:
 * @analysis: an analysis
 * @ref: a sentence of it
 *
 * Returns: (transfer full): how far up in its article the sentence stands
 */
char *
plx_claim_words_place (PlxAnalysis    *analysis,
                       PlxSentenceRef  ref)
{
  guint paragraph;

  switch (plx_analysis_get_place (analysis, ref, &paragraph))
    {
    case PLX_PLACE_HEADLINE:
      /* Translators: where in an article a sentence stands */
      return g_strdup (_("headline"));

    case PLX_PLACE_STANDFIRST:
      /* Translators: where in an article a sentence stands: in the lines under the headline */
      return g_strdup (_("standfirst"));

    case PLX_PLACE_LEAD:
      /* Translators: where in an article a sentence stands: in its first paragraph */
      return g_strdup (_("lead"));

    case PLX_PLACE_PARAGRAPH:
    default:
      /* Translators: where in an article a sentence stands */
      return g_strdup_printf (_("paragraph %u"), paragraph);
    }
}

/**
 * plx_claim_words_note:
 * @item: a row
 * @ref: a sentence of it
 *
 * Returns: (transfer full): where in its article the sentence stands and whom it is from
 */
char *
plx_claim_words_note (PlxClaimItem   *item,
                      PlxSentenceRef  ref)
{
  g_autofree char *place = plx_claim_words_place (plx_claim_item_get_analysis (item), ref);
  const char *origin = plx_claim_item_get_origin (item, ref);

  if (origin == NULL)
    return g_steal_pointer (&place);

  /* Translators: where a sentence stands and whom it is from: “paragraph 14 · from Reuters” */
  return g_strdup_printf (_("%s · from %s"), place, origin);
}

/**
 * plx_claim_words_passage:
 * @item: a row
 * @ref: a sentence of it
 * @own: the sentence
 * @other: (nullable): the sentence that it is laid beside
 *
 * Returns: (transfer full): whose sentence it is, where it stands, and how it differs, for those
 *   who listen
 */
char *
plx_claim_words_passage (PlxClaimItem     *item,
                         PlxSentenceRef    ref,
                         const PlxWording *own,
                         const PlxWording *other)
{
  const char *source = plx_claim_item_get_sources (item)[ref.article];
  g_autofree char *note = plx_claim_words_note (item, ref);
  const char *saying = plx_claim_item_get_saying (item, ref);
  GString *out = g_string_new (source);

  if (*note != '\0')
    g_string_append_printf (out, ", %s", note);
  g_string_append_printf (out, ": %s", own->text);
  if (other != NULL)
    {
      g_autofree char *change = plx_change_words_dup (source, other, own);

      g_string_append_printf (out, " %s", change);
    }
  if (saying != NULL)
    /* Translators: which words of a sentence are what sources differ in */
    g_string_append_printf (out, _(" Differs in: %s."), saying);

  return g_string_free_and_steal (out);
}
