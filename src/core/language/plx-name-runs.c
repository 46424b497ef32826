/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-runs"

#include "config.h"

#include "language/plx-finder.h"

#include "language/plx-words.h"

static const char *const and_words[] = { "and", "&", NULL };

/**
 * plx_finder_is_name_word:
 * @self: the sentence
 * @at: a token, or the end
 *
 * Returns: whether the token can be part of a name
 */
gboolean
plx_finder_is_name_word (const PlxFinder *self,
                         guint            at)
{
  const PlxToken *token;

  if (at >= self->n_tokens)
    return FALSE;

  token = &self->tokens[at];
  if (token->known_tokens > 0)
    return TRUE;
  if (!token->is_word || !token->is_capital || g_str_equal (token->lower, "'s"))
    return FALSE;
  if (token->is_first && self->text[token->end - 1] != '.' &&
      plx_words_is_starter (self->text, token->start, token->end))
    return FALSE;
  if (g_str_equal (token->lower, "jan") && self->text[token->end - 1] != '.' &&
      at + 1 < self->n_tokens && self->tokens[at + 1].is_capital)
    return TRUE;
  if (token->cues & PLX_CUE_MONTH)
    return (token->cues & PLX_CUE_GIVEN_MONTH) && at > 0 && self->tokens[at - 1].is_capital &&
           self->tokens[at - 1].use.person >= 6;
  if (token->is_letter)
    return at > 0 && self->tokens[at - 1].is_capital && !self->tokens[at - 1].is_letter;

  if (g_str_equal (token->lower, "the") || g_str_has_suffix (token->lower, "n't"))
    return FALSE;

  /* Other small words within a heading. */
  return !(token->is_known && token->use.small >= 8 && token->use.plain >= 8 &&
           token->end - token->start <= 4 && (token->cues & ~PLX_CUE_PARTICLE) == 0);
}

/* "Food and Farming Forum": common words tied together by what follows them. */
static gboolean
is_pair_of_words (const PlxFinder *self,
                  guint            at)
{
  guint end = at + 1;

  if (self->tokens[at - 1].known_tokens > 0 || self->tokens[at - 1].use.person >= 4 ||
      plx_finder_has (self, at - 1, PLX_CUE_ORG_TAIL | PLX_CUE_EVENT_TAIL | PLX_CUE_LAW_TAIL) ||
      self->tokens[at - 1].use.small < 3 || self->tokens[at + 1].known_tokens > 0)
    return FALSE;

  while (plx_finder_is_name_word (self, end + 1))
    end++;

  return end > at + 1 && plx_finder_has (self, end, PLX_CUE_ORG_TAIL | PLX_CUE_EVENT_TAIL |
                                    PLX_CUE_LAW_TAIL);
}

/* Whether "of" may tie what follows to the name from @first: not to "Mr Roe of Oslo". */
static gboolean
has_head (const PlxFinder *self,
          guint            first,
          guint            at)
{
  for (guint i = at; i > first; i--)
    {
      if (plx_finder_has (self, i - 1, PLX_CUE_TITLE) &&
          !plx_finder_has (self, i - 1, PLX_CUE_ORG_HEAD))
        return FALSE;
      if (plx_finder_has (self, i - 1, PLX_CUE_ORG_HEAD | PLX_CUE_LAW_HEAD | PLX_CUE_EVENT_HEAD |
                     PLX_CUE_PLACE_HEAD))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_finder_is_office:
 * @self: the sentence
 * @at: a token
 *
 * Returns: whether it is the "of" in the title of an office: "Secretary of State"
 */
gboolean
plx_finder_is_office (const PlxFinder *self,
                      guint            at)
{
  return at > 0 && plx_finder_is (self, at, "of") &&
         plx_finder_has (self, at - 1, PLX_CUE_TITLE) &&
         plx_finder_has (self, plx_finder_is (self, at + 1, "the") ? at + 2 : at + 1,
                         PLX_CUE_PORTFOLIO);
}

/* How many tokens from @at tie the name that began at @first to a name word after them. */
static guint
count_ties (const PlxFinder *self,
            guint            first,
            guint            at)
{
  const guint next = plx_finder_is (self, at + 1, "the") ? at + 2 : at + 1;

  if (at >= self->n_tokens || at == first)
    return 0;

  if (plx_finder_is_name_word (self, next) && plx_finder_is (self, at, "of") &&
      (has_head (self, first, at) || plx_finder_is_office (self, at)))
    return next - at;
  if (plx_finder_is_name_word (self, next) && plx_finder_is (self, at, "for") &&
      plx_finder_has (self, at - 1, PLX_CUE_ORG_HEAD) &&
      (at - 1 == first || !plx_finder_is (self, at - 1, "party")))
    return next - at;

  if (plx_finder_is_one_of (self, at, and_words) && plx_finder_is_name_word (self, at + 1))
    {
      if (plx_finder_is (self, at, "&") || is_pair_of_words (self, at))
        return 1;
      for (guint i = first; i < at; i++)
        {
          if ((plx_finder_is (self, i, "of") || plx_finder_is (self, i, "for")) &&
              self->tokens[at + 1].use.person <= 2 && self->tokens[at + 1].use.place <= 3 &&
              self->tokens[at + 1].known_tokens == 0 &&
              self->tokens[at - 1].known_tokens == 0 && !plx_finder_is (self, at + 2, "of"))
            return 1;
        }
    }

  if (plx_finder_has (self, at, PLX_CUE_PARTICLE) && !self->tokens[at].is_capital &&
      plx_finder_is_name_word (self, at + 1))
    return 1;
  if (plx_finder_has (self, at, PLX_CUE_PARTICLE) &&
      plx_finder_has (self, at + 1, PLX_CUE_PARTICLE) &&
      plx_finder_is_name_word (self, at + 2))
    return 2;

  return 0;
}

/**
 * plx_finder_find_end:
 * @self: the sentence
 * @first: a name word
 *
 * Returns: the token after the last of the name words that begin at @first, and of those
 *   that are tied to them: "Ministry of Trade and Industry"
 */
guint
plx_finder_find_end (const PlxFinder *self,
                     guint            first)
{
  guint at = first;

  while (at < self->n_tokens)
    {
      guint ties;

      if (plx_finder_is_name_word (self, at))
        {
          at += MAX (1, self->tokens[at].known_tokens);
          continue;
        }

      ties = count_ties (self, first, at);
      if (ties == 0)
        break;
      at += ties;
    }

  return at;
}
