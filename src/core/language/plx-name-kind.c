/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-kind"

#include "config.h"

#include "language/plx-name-kind.h"

#include <math.h>
#include <string.h>

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
  else if (of > first && (head & PLX_CUE_EVENT_HEAD))
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
weigh_before (const PlxToken *tokens,
              guint           first,
              double          score[N_GUESSES])
{
  const PlxToken *before = first > 0 ? &tokens[first - 1] : NULL;

  if (before == NULL || !before->is_word)
    {
      /* "Lagos, Nigeria" read from its end. */
      if (first >= 2 && is_mark (tokens, first, first - 1, ",") && tokens[first - 2].is_capital &&
          tokens[first - 2].use.place >= 6)
        score[PLACE] += 1.0;
      return;
    }

  if (g_str_equal (before->lower, "the"))
    {
      score[PERSON] -= 2.5;
      score[ORGANIZATION] += 0.8;
      score[PLAIN] += 0.4;
    }
  else if (g_str_equal (before->lower, "in"))
    score[PLACE] += 2.2;
  else if (before->cues & PLX_CUE_PLACE_STRONG)
    score[PLACE] += 2.0;
  else if (g_str_equal (before->lower, "a") || g_str_equal (before->lower, "an"))
    {
      score[PERSON] -= 1.0;
      score[PLAIN] += 0.6;
    }
  else if (g_str_equal (before->lower, "to") || g_str_equal (before->lower, "into"))
    score[PLACE] += 0.6;
  else if (before->cues & PLX_CUE_PLACE_BEFORE)
    score[PLACE] += 1.2;
  else if (g_str_equal (before->lower, "of") && first >= 2 &&
           (tokens[first - 2].cues & PLX_CUE_PLACE_OF))
    score[PLACE] += 1.5;
  else if (g_str_equal (before->lower, "by") || g_str_equal (before->lower, "with"))
    score[PERSON] += 0.4;
  else if (before->cues & PLX_CUE_PERSON_VERB)
    score[PERSON] += 1.0;
  else if (before->cues & PLX_CUE_ORG_NOUN)
    score[ORGANIZATION] += 1.0;
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

  if (has_cue (tokens, n_tokens, after, PLX_CUE_PERSON_VERB))
    score[PERSON] += 1.0;
  if (has_cue (tokens, n_tokens, after, PLX_CUE_PERSON_NOUN) && !tokens[after].is_capital)
    score[PERSON] += 2.0;
  if (has_cue (tokens, n_tokens, after, PLX_CUE_TITLE | PLX_CUE_ROLE) && !tokens[after].is_capital)
    {
      score[ORGANIZATION] += 1.0;
      score[PERSON] -= 0.7;
    }
  if (has_cue (tokens, n_tokens, after, PLX_CUE_PLACE_NOUN) && !tokens[after].is_capital)
    score[PLACE] += 1.5;
  if (has_cue (tokens, n_tokens, after, PLX_CUE_ORG_NOUN) && !tokens[after].is_capital)
    score[ORGANIZATION] += 1.2;
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
