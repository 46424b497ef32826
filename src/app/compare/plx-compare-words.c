/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-compare-words"

#include "config.h"

#include "compare/plx-compare-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-terms.h"
#include "comparing/plx-tokens.h"
#include "window/plx-labels.h"

/* Two sentences that share less of their content words than this are told apart by reading them:
 * marks on nearly every word would only be noise. */
#define LEAST_SHARED 0.5

#define TINT_ALPHA 0x2800

/* So many sources are named where many say the same; of the others it is told how many they are. */
#define MAX_NAMED 5

static gboolean
in_a_difference (GArray   *spans,
                 PlxToken *token)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxWordSpan *span = &g_array_index (spans, PlxWordSpan, i);

      if (token->start < span->end)
        return span->differs && token->end > span->start;
    }

  return FALSE;
}

/* What is worth a mark: a word with a meaning of its own, and a “not”. */
static gboolean
tells_something (PlxToken *token)
{
  return token->is_content || (token->is_word && plx_terms_is_negation (token->folded));
}

/* “Sudan’s” and “Sudanese”, or a word that has only moved, are nothing that the other lacks. */
static gboolean
is_lacking (PlxToken *token,
            GArray   *spans,
            GArray   *others)
{
  if (!tells_something (token) || !in_a_difference (spans, token))
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    if (plx_tokens_at (others, i)->stem == token->stem)
      return FALSE;

  return TRUE;
}

static double
shared_part (GArray *tokens,
             GArray *spans,
             GArray *others)
{
  guint n = 0, shared = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (tokens, i);

      n += token->is_content;
      shared += token->is_content && !is_lacking (token, spans, others);
    }

  return n > 0 ? (double) shared / n : 1;
}

static void
add_mark (PangoAttrList  *attributes,
          PangoAttribute *attribute,
          guint32         start,
          guint32         end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark_run (PangoAttrList *attributes,
          guint32        start,
          guint32        end)
{
  g_autoptr (GdkRGBA) accent =
    adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());

  add_mark (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  add_mark (attributes, pango_attr_background_new (accent->red * 0xffff, accent->green * 0xffff,
                                                   accent->blue * 0xffff), start, end);
  add_mark (attributes, pango_attr_background_alpha_new (TINT_ALPHA), start, end);
}

/* A run reaches over the little words between two that are marked, and never ends in one. */
static void
mark_lacking (PangoAttrList *attributes,
              GArray        *tokens,
              GArray        *spans,
              GArray        *others)
{
  guint32 start = 0, end = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (tokens, i);

      if (is_lacking (token, spans, others))
        {
          start = end > 0 ? start : token->start;
          end = token->end;
        }
      else if (end > 0 && (tells_something (token) || !in_a_difference (spans, token)))
        {
          mark_run (attributes, start, end);
          end = 0;
        }
    }

  if (end > 0)
    mark_run (attributes, start, end);
}

/**
 * plx_compare_words_mark:
 * @own: a sentence
 * @other: (nullable): the sentence that it is laid beside
 *
 * Marks the words of a sentence that the other has not: underlined, and tinted for those who
 * see the tint. Only two wordings of one sentence are marked: they share half of what they
 * consist of.
 *
 * Returns: (transfer full): the marks
 */
PangoAttrList *
plx_compare_words_mark (const PlxWording *own,
                        const PlxWording *other)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) spans_other = NULL;
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) others = NULL;
  PlxWordText text, text_other;

  if (other == NULL)
    return attributes;

  text = plx_wording_read (own);
  text_other = plx_wording_read (other);
  plx_comparing_word_diff (&text, &text_other, &spans, &spans_other);
  tokens = plx_tokens_new (own->text, 0, strlen (own->text));
  others = plx_tokens_new (other->text, 0, strlen (other->text));
  if (shared_part (tokens, spans, others) >= LEAST_SHARED &&
      shared_part (others, spans_other, tokens) >= LEAST_SHARED)
    mark_lacking (attributes, tokens, spans, others);

  return attributes;
}

/**
 * plx_compare_words_stress:
 * @attributes: marks of a sentence
 * @text: the sentence
 * @words: some words of it
 *
 * Makes words of a sentence heavy: those that a difference consists of.
 */
void
plx_compare_words_stress (PangoAttrList *attributes,
                          const char    *text,
                          const char    *words)
{
  const char *at = strstr (text, words);

  if (at != NULL && *words != '\0')
    add_mark (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), at - text,
              at - text + strlen (words));
}

/**
 * plx_compare_words_names:
 * @names: (element-type utf8): what some sources are called
 *
 * Returns: (transfer full): the names; of very many the first, and how many more there are
 */
char *
plx_compare_words_names (GPtrArray *names)
{
  GString *out = g_string_new (NULL);
  guint n = names->len > MAX_NAMED ? MAX_NAMED - 1 : names->len;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (names, i));
  if (n < names->len)
    /* Translators: how many more sources there are than those named before */
    g_string_append_printf (out, ngettext (" and %u more", " and %u more", names->len - n),
                            names->len - n);

  return g_string_free_and_steal (out);
}

static guint32
article_of (const PlxDifferenceRecord *difference,
            guint                      i)
{
  return g_array_index (difference->refs, PlxSentenceRef, i).article;
}

static gboolean
is_asked (guint32 article,
          guint32 left,
          guint32 right)
{
  return left == PLX_NONE || article == left || article == right;
}

/* Sources that say the same share a place; each is named once. */
static void
append_saying (GString                   *out,
               const PlxDifferenceRecord *difference,
               guint                      i,
               const char * const        *sources,
               guint32                    left,
               guint32                    right)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *saying = g_markup_escape_text (difference->says[i], -1);
  g_autofree char *escaped = NULL;
  guint32 last = PLX_NONE;

  for (guint j = i; j < difference->refs->len; j++)
    {
      guint32 article = article_of (difference, j);

      if (article == last || !is_asked (article, left, right) ||
          !g_str_equal (difference->says[j], difference->says[i]))
        continue;
      g_ptr_array_add (names, (char *) sources[article]);
      last = article;
    }

  list = plx_compare_words_names (names);
  escaped = g_markup_escape_text (list, -1);
  /* Translators: who says what, as in “The Daily: nineteen passengers” */
  g_string_append_printf (out, _("%s: <b>%s</b>"), escaped, saying);
}

/**
 * plx_compare_words_difference:
 * @difference: a difference
 * @sources: what the articles of its analysis are called
 * @left: the first of two articles of which it is told, or `PLX_NONE` for all
 * @right: the second of them
 *
 * Returns: (transfer full): the difference in words, as markup
 */
char *
plx_compare_words_difference (const PlxDifferenceRecord *difference,
                              const char * const        *sources,
                              guint32                    left,
                              guint32                    right)
{
  g_autofree char *about = g_markup_escape_text (difference->about, -1);
  GString *out = g_string_new (NULL);
  guint n = g_strv_length (difference->says);

  g_string_append_printf (out, "≠ %s – %s.", plx_label_difference (difference->kind), about);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_told = !is_asked (article_of (difference, i), left, right);

      for (guint j = 0; j < i && !is_told; j++)
        is_told = is_asked (article_of (difference, j), left, right) &&
                  g_str_equal (difference->says[i], difference->says[j]);
      if (is_told)
        continue;
      g_string_append (out, out->str[out->len - 1] == '.' ? " " : "; ");
      append_saying (out, difference, i, sources, left, right);
    }

  return g_string_free_and_steal (out);
}

/**
 * plx_compare_words_kinds:
 * @claim: a claim
 *
 * Returns: (transfer full): of which kinds its differences are, each once
 */
char *
plx_compare_words_kinds (const PlxClaimRecord *claim)
{
  GString *out = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);
      g_autofree char *lower = NULL;

      if ((seen & (1u << difference->kind)) != 0)
        continue;
      seen |= 1u << difference->kind;
      lower = g_utf8_strdown (plx_label_difference (difference->kind), -1);
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", lower);
    }

  return g_string_free_and_steal (out);
}
