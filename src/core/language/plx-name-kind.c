/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-kind"

#include "config.h"

#include "language/plx-name-kind.h"

#include <math.h>
#include <string.h>

/* How much what stands around a name counts, against its own words. */
#define SURROUNDING_WEIGHT 0.8

/* What a stretch may be, by [struct@WordUse]. */
enum
{
  PERSON,
  ORGANIZATION,
  PLACE,
  OTHER,
  PLAIN,
  N_GUESSES,
};

/* How much likelier a name of each kind stands beside a word, in logarithms, measured once on the
 * texts from which the table of words is (data/language/en/README.md). A line is for a word or,
 * where it has none, for words of a cue that are written small; the first that fits counts. */
typedef struct
{
  const char *word; /* nullable */
  guint       cues;
  double      weights[N_GUESSES];
} Surrounding;

static const Surrounding before_names[] = {
  { "the", 0, { -1.63, 1.26, 0.22, 0.60, -0.45 } },
  { "in", 0, { -1.91, -0.90, 2.60, -0.30, 0.00 } },
  { "of", 0, { -0.29, -0.15, 0.80, -0.03, -0.34 } },
  { "a", 0, { -2.09, 0.56, 0.16, 0.98, 0.39 } },
  { "an", 0, { -2.18, 0.16, 0.06, 1.82, 0.14 } },
  { "on", 0, { -1.72, -0.12, -0.01, 0.24, 1.61 } },
  { "to", 0, { -0.25, 0.10, 1.06, -0.34, -0.56 } },
  { "by", 0, { 0.79, 0.51, -0.54, -0.16, -0.60 } },
  { "from", 0, { -0.61, 0.18, 1.08, -0.27, -0.39 } },
  { "for", 0, { -0.56, 0.29, -0.04, 0.18, 0.13 } },
  { "at", 0, { -1.63, 1.39, 1.13, -0.25, -0.64 } },
  { "into", 0, { -1.77, -0.83, 1.60, 0.94, 0.06 } },
  { "and", 0, { 0.21, -0.24, 0.25, 0.23, -0.44 } },
  { "(", 0, { -1.02, 0.95, -0.80, 0.65, 0.22 } },
  { "'s", 0, { 0.07, 0.38, -0.80, 0.22, 0.12 } },
  { NULL, PLX_CUE_PLACE_STRONG, { -1.63, -0.87, 3.01, 0.00, -1.59 } },
  { NULL, PLX_CUE_PLACE_BEFORE, { -1.00, -0.20, 1.60, 0.00, -0.40 } },
  { NULL, PLX_CUE_ORG_NOUN, { -0.78, 2.40, -2.29, -0.32, 1.00 } },
};

static const Surrounding after_names[] = {
  { "said", 0, { 2.25, 0.91, -0.92, -2.23, -0.01 } },
  { "has", 0, { 1.60, 1.13, 0.54, -1.49, -1.78 } },
  { "is", 0, { 0.62, 0.36, 0.28, -0.18, -1.07 } },
  { "was", 0, { 1.19, -0.03, -0.50, -0.13, -0.54 } },
  { "'s", 0, { 1.08, 0.33, 1.13, -2.24, -0.30 } },
  { "and", 0, { 0.34, 0.16, 0.43, -0.08, -0.85 } },
  { ".", 0, { -0.12, 0.10, 0.60, -0.35, -0.24 } },
  { "(", 0, { 0.66, 0.60, -0.51, 0.52, -1.26 } },
  { ")", 0, { -0.36, 0.88, -0.22, 0.27, -0.57 } },
  { NULL, PLX_CUE_PERSON_VERB, { 2.00, 1.51, -0.29, -2.21, -1.00 } },
  { NULL, PLX_CUE_PLACE_NOUN, { -3.54, -1.21, 2.26, 0.30, 0.00 } },
  { NULL, PLX_CUE_ORG_NOUN, { -2.97, 1.48, -0.10, 0.30, -0.31 } },
  { NULL, PLX_CUE_PERSON_NOUN, { 1.60, -0.45, -0.40, 0.00, -0.76 } },
  { NULL, PLX_CUE_TITLE | PLX_CUE_ROLE, { -2.08, 1.39, -0.08, 0.00, -0.71 } },
};

static gboolean
has_cue (const PlxToken *tokens,
         guint           n_tokens,
         guint           at,
         guint           cues)
{
  return at < n_tokens && tokens[at].is_word && (tokens[at].cues & cues) != 0;
}

static gboolean
is_mark (const PlxToken *tokens,
         guint           n_tokens,
         guint           at,
         const char     *mark)
{
  return at < n_tokens && g_str_equal (tokens[at].lower, mark);
}

/* Where the first "of" or "for" stands inside a name, or @first. */
static guint
find_of (const PlxToken *tokens,
         guint           first,
         guint           last)
{
  for (guint i = first + 1; i < last; i++)
    {
      if (g_str_equal (tokens[i].lower, "of") || g_str_equal (tokens[i].lower, "for"))
        return i;
    }

  return first;
}

/**
 * plx_name_kind_from_cues:
 * @tokens: a sentence
 * @first: first token of a name of several
 * @last: the last
 * @kind: (out): what it names
 *
 * Tells what a name names by the words in it that say so: “Bank”, “Treaty”, “River”.
 *
 * Returns: whether it has such a word
 */
gboolean
plx_name_kind_from_cues (const PlxToken *tokens,
                         guint           first,
                         guint           last,
                         PlxKind        *kind)
{
  const guint tail = tokens[last].cues;
  const guint of = find_of (tokens, first, last);
  guint head = tokens[first].cues;

  if (first == last)
    return FALSE;

  if (of > first)
    head = tokens[of - 1].cues;

  if ((tail & PLX_CUE_LAW_TAIL) || (of > first && (head & PLX_CUE_LAW_HEAD)))
    *kind = PLX_KIND_LAW;
  else if ((of > first && (head & PLX_CUE_EVENT_HEAD)) ||
           (tokens[first].cues & PLX_CUE_EVENT_START))
    *kind = PLX_KIND_EVENT;
  else if (of > first && (head & PLX_CUE_ORG_HEAD))
    *kind = PLX_KIND_ORGANIZATION;
  else if (of > first && (head & PLX_CUE_PLACE_HEAD))
    *kind = PLX_KIND_PLACE;
  else if ((tail & PLX_CUE_ORG_TAIL) && !(tail & PLX_CUE_EVENT_TAIL))
    *kind = PLX_KIND_ORGANIZATION;
  else if (tail & PLX_CUE_EVENT_TAIL)
    *kind = PLX_KIND_EVENT;
  else if (tail & PLX_CUE_PLACE_TAIL)
    *kind = PLX_KIND_PLACE;
  else if ((head & PLX_CUE_PLACE_HEAD) && tokens[last].use.person <= 7)
    *kind = PLX_KIND_PLACE;
  else
    return FALSE;

  return TRUE;
}

/* "Economic Development": words that are mostly written small, and seldom are names. */
static gboolean
is_all_common (const PlxToken *tokens,
               guint           first,
               guint           last)
{
  for (guint i = first; i <= last; i++)
    {
      if (tokens[i].is_capital && (!tokens[i].is_known || tokens[i].use.small < 6))
        return FALSE;
    }

  return TRUE;
}

/* The words themselves: what each is mostly part of, the first and the last counting most. */
static void
weigh_words (const PlxToken *tokens,
             guint           first,
             guint           last,
             double          score[N_GUESSES])
{
  guint n = 0;

  for (guint i = first; i <= last; i++)
    {
      const PlxWordUse *use = &tokens[i].use;
      const guint8 shares[N_GUESSES] = { use->person, use->organization, use->place, use->other,
                                         use->plain };

      if (!tokens[i].is_capital)
        continue;

      n++;
      for (guint j = 0; j < N_GUESSES; j++)
        score[j] += log ((shares[j] + 0.4) / 10.0);
    }

  for (guint j = 0; n > 1 && j < N_GUESSES; j++)
    score[j] *= 1.4 / n;

  if (n == 2 || n == 3)
    score[PERSON] += 0.8;
  if (n >= 4)
    score[ORGANIZATION] += 0.5;
  if (n >= 2)
    score[PLAIN] += is_all_common (tokens, first, last) ? 0.5 : -1.0;
  if (find_of (tokens, first, last) > first)
    score[PERSON] -= 3.0;
  if (n >= 2 && tokens[first].use.person >= 6)
    score[PERSON] += 1.0;
}

static void
weigh_surrounding (const PlxToken    *token,
                   const Surrounding *lines,
                   gsize              n_lines,
                   double             score[N_GUESSES])
{
  for (gsize i = 0; i < n_lines; i++)
    {
      const gboolean fits = lines[i].word != NULL ? g_str_equal (lines[i].word, token->lower)
                                                  : (token->cues & lines[i].cues) != 0 &&
                                                      !token->is_capital;

      if (!fits)
        continue;

      for (guint j = 0; j < N_GUESSES; j++)
        score[j] += SURROUNDING_WEIGHT * lines[i].weights[j];
      return;
    }
}

static void
weigh_before (const PlxToken *tokens,
              guint           first,
              double          score[N_GUESSES])
{
  if (first == 0)
    return;

  weigh_surrounding (&tokens[first - 1], before_names, G_N_ELEMENTS (before_names), score);

  /* "city of", and "Lagos, Nigeria" read from its end. */
  if (first >= 2 && ((is_mark (tokens, first, first - 1, "of") &&
                      (tokens[first - 2].cues & PLX_CUE_PLACE_OF)) ||
                     (is_mark (tokens, first, first - 1, ",") && tokens[first - 2].is_capital &&
                      tokens[first - 2].use.place >= 6)))
    score[PLACE] += 1.0;
}

static gboolean
is_age (const PlxToken *tokens,
        guint           n_tokens,
        guint           at)
{
  return at < n_tokens && tokens[at].is_number && tokens[at].end - tokens[at].start == 2;
}

static void
weigh_after (const PlxToken *tokens,
             guint           n_tokens,
             guint           last,
             double          score[N_GUESSES])
{
  const guint after = last + 1;

  if (after < n_tokens)
    weigh_surrounding (&tokens[after], after_names, G_N_ELEMENTS (after_names), score);

  if (is_mark (tokens, n_tokens, after, "(") && after + 1 < n_tokens)
    {
      if (tokens[after + 1].is_acronym && tokens[after + 1].kind != PLX_KIND_COUNTRY)
        score[ORGANIZATION] += 1.5;
      else if (tokens[after + 1].known_tokens > 0 && tokens[after + 1].kind == PLX_KIND_COUNTRY)
        score[PERSON] += 2.0;
    }
  if (is_mark (tokens, n_tokens, after, ","))
    {
      if (is_age (tokens, n_tokens, after + 1) && is_mark (tokens, n_tokens, after + 2, ","))
        score[PERSON] += 3.0;
      else if (after + 1 < n_tokens && tokens[after + 1].known_tokens > 0 &&
               (tokens[after + 1].kind == PLX_KIND_COUNTRY ||
                tokens[after + 1].kind == PLX_KIND_PLACE))
        score[PLACE] += 1.2;
      else if (has_cue (tokens, n_tokens, after + 1, PLX_CUE_PERSON_VERB))
        score[PERSON] += 0.8;
    }
}

/**
 * plx_name_kind_guess:
 * @tokens: a sentence
 * @n_tokens: how many they are
 * @first: first token of a name
 * @last: the last
 * @after_title: whether a title such as “President” stands before it
 * @beside: what the name names that stands right before it, in a list or before a bracket;
 *   `PLX_KIND_OTHER` if none does
 * @kind: (out): what it names
 *
 * Weighs what a stretch of capitalised words names, by how the words are used elsewhere
 * and by what stands around them.
 *
 * Returns: whether it is a name at all
 */
gboolean
plx_name_kind_guess (const PlxToken *tokens,
                     guint           n_tokens,
                     guint           first,
                     guint           last,
                     gboolean        after_title,
                     PlxKind         beside,
                     PlxKind        *kind)
{
  static const PlxKind kinds[] = { PLX_KIND_PERSON, PLX_KIND_ORGANIZATION, PLX_KIND_PLACE,
                                   PLX_KIND_OTHER };
  double score[N_GUESSES] = { 0 };
  guint best = PERSON;

  weigh_words (tokens, first, last, score);
  weigh_before (tokens, first, score);
  weigh_after (tokens, n_tokens, last, score);

  if (after_title)
    score[PERSON] += 2.5;
  if (tokens[first].is_first && first == last && tokens[first].is_known)
    score[PLAIN] += tokens[first].use.small >= 4 ? 3.0 : 0.3;
  if (first == last && tokens[first].is_known && tokens[first].use.small >= 7)
    score[PLAIN] += 1.0;
  if (beside == PLX_KIND_PERSON)
    score[PERSON] += 1.2;
  else if (beside == PLX_KIND_ORGANIZATION)
    score[ORGANIZATION] += 1.2;
  else if (beside == PLX_KIND_PLACE || beside == PLX_KIND_COUNTRY)
    score[PLACE] += 1.2;

  for (guint j = 1; j < N_GUESSES; j++)
    {
      if (score[j] > score[best])
        best = j;
    }

  if (best == PLAIN || (best == OTHER && first == last))
    return FALSE;

  *kind = kinds[best];

  return TRUE;
}
