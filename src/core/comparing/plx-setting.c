/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-setting"

#include "config.h"

#include "comparing/plx-differing.h"

#include <string.h>

/* Words that start a part of the sentence that tells of something else. */
#define BORDERS "; : – — -- ( ) “ ” \" ... who whom whose which where when while before after " \
                "since because although though until unless that as if whether but than and"

/* Of a list, "and" is no border: it stands between two words that are not told of each other. */
#define JOINS "and"

#define HOURS "dawn daybreak sunrise noon midday sunset dusk nightfall dark midnight breakfast " \
              "lunch dinner"

/* Where other names stand around two facts, so many words have to be the same. */
#define OTHER_NAMES_WORDS 4

/* How many words from a fact what surrounds it reaches. */
#define FAR 12

/**
 * plx_member_token_at:
 * @self: a sentence of a claim
 * @byte: a place in it
 *
 * Returns: the first token that ends after @byte
 */
guint
plx_member_token_at (PlxMember *self,
                     guint32    byte)
{
  guint i = 0;

  while (i + 1 < self->tokens->len && plx_tokens_at (self->tokens, i)->end <= byte)
    i++;

  return i;
}

/* "before dawn", "since 2018", "after 18 hours" */
static gboolean
is_time (PlxMember *self,
         guint      token)
{
  const char *next = plx_tokens_word (self->tokens, token + 1);

  if (plx_tokens_among (self->tokens, token, "before after") &&
      plx_tokens_use (self->tokens, token + 2, PLX_LEX (UNIT) | PLX_LEX (PERIOD)))
    return TRUE;

  return plx_tokens_among (self->tokens, token, "before after since until") &&
         (plx_tokens_among (self->tokens, token + 1, HOURS) ||
          (strlen (next) == 4 && strspn (next, "0123456789") == 4));
}

/* Whether a new clause starts at an "and" or "that": only then does a verb follow soon; for the
 * others their word is enough. */
static gboolean
is_border (PlxMember *self,
           guint      token)
{
  if (!plx_tokens_among (self->tokens, token, BORDERS))
    return FALSE;
  if (is_time (self, token))
    return FALSE;
  if (!plx_tokens_among (self->tokens, token, JOINS))
    return TRUE;

  return token > 0 && g_str_equal (plx_tokens_word (self->tokens, token - 1), ",");
}

/**
 * plx_member_get_setting:
 * @self: a sentence of a claim
 * @start: first byte of some words of it
 * @end: the byte after the last
 *
 * Finds the part of the sentence in which the words stand: up to the words that start another
 * clause.
 *
 * Returns: the part
 */
PlxSetting
plx_member_get_setting (PlxMember *self,
                        guint32    start,
                        guint32    end)
{
  PlxSetting setting;
  guint from = plx_member_token_at (self, start);
  guint to = from, first = from, last;

  while (to + 1 < self->tokens->len && plx_tokens_at (self->tokens, to + 1)->start < end)
    to++;
  last = to;
  /* "900 farmers who blocked the road": what follows is told of them. */
  if (plx_tokens_among (self->tokens, last + 1, "who which that"))
    last++;
  while (first > 0 && from - first < FAR && !is_border (self, first - 1))
    first--;
  while (last + 1 < self->tokens->len && last - to < FAR && !is_border (self, last + 1))
    last++;

  setting.start = plx_tokens_at (self->tokens, first)->start;
  setting.end = plx_tokens_at (self->tokens, last)->end;
  setting.skip_start = start;
  setting.skip_end = end;
  setting.loosely = FALSE;

  return setting;
}

static gboolean
is_in (PlxMember        *self,
       const PlxSetting *setting,
       const PlxTerm    *term)
{
  guint32 start = term->start - self->offset, end = term->end - self->offset;

  if (start < setting->start || end > setting->end ||
      (start >= setting->skip_start && end <= setting->skip_end))
    return FALSE;

  return term->kind == PLX_TERM_WORD || term->kind == PLX_TERM_NAME;
}

/* Words that are used alike may say the same ("visit", "tour") or the opposite ("arrive",
 * "leave"), so they count only where no more is asked than the same topic. */
static gboolean
is_same_term (const PlxTerm *a,
              const PlxTerm *b,
              gboolean       loosely)
{
  return a->id == b->id || (a->root != 0 && a->root == b->root) ||
         (loosely && a->kind == PLX_TERM_WORD && b->kind == PLX_TERM_WORD && a->cluster != 0 &&
          a->cluster == b->cluster);
}

/* Whether an earlier term of the setting is the same. */
static gboolean
is_repeated (PlxMember        *self,
             const PlxSetting *setting,
             guint             index)
{
  GArray *terms = self->node->terms->terms;

  for (guint i = 0; i < index; i++)
    {
      const PlxTerm *term = &g_array_index (terms, PlxTerm, i);

      if (is_in (self, setting, term) &&
          is_same_term (term, &g_array_index (terms, PlxTerm, index), FALSE))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_settings_share:
 * @a: a sentence of a claim
 * @in_a: a part of it
 * @b: another sentence
 * @in_b: a part of that
 *
 * Counts the words and names that two parts have in common, apart from the words that each part
 * surrounds.
 *
 * Returns: how many, and of how many
 */
PlxShare
plx_settings_share (PlxMember        *a,
                    const PlxSetting *in_a,
                    PlxMember        *b,
                    const PlxSetting *in_b)
{
  GArray *terms_a = a->node->terms->terms;
  GArray *terms_b = b->node->terms->terms;
  PlxShare share = { 0 };

  for (guint i = 0; i < terms_a->len; i++)
    {
      const PlxTerm *x = &g_array_index (terms_a, PlxTerm, i);

      if (!is_in (a, in_a, x) || is_repeated (a, in_a, i))
        continue;
      share.of_a++;
      share.names_a += x->kind != PLX_TERM_WORD;
      for (guint j = 0; j < terms_b->len; j++)
        {
          const PlxTerm *y = &g_array_index (terms_b, PlxTerm, j);

          if (!is_in (b, in_b, y) || !is_same_term (x, y, in_a->loosely))
            continue;
          share.words += x->kind == PLX_TERM_WORD;
          share.names += x->kind != PLX_TERM_WORD;
          break;
        }
    }

  for (guint j = 0; j < terms_b->len; j++)
    {
      const PlxTerm *y = &g_array_index (terms_b, PlxTerm, j);

      if (!is_in (b, in_b, y) || is_repeated (b, in_b, j))
        continue;
      share.of_b++;
      share.names_b += y->kind != PLX_TERM_WORD;
    }

  return share;
}

/**
 * plx_share_is_enough:
 * @share: what two parts have in common
 *
 * Two facts are about the same thing when what surrounds them is largely the same: a name alone
 * does not do, since the articles of a story name the same over and over.
 *
 * Returns: whether it is enough
 */
gboolean
plx_share_is_enough (PlxShare share)
{
  guint shared = share.words + share.names;
  guint least = MIN (share.of_a, share.of_b);

  if (share.words == 0)
    return FALSE;

  return shared >= 2 ? 3 * shared >= least : least == 1;
}

/**
 * plx_facts_share:
 * @a: a sentence of a claim
 * @fact_a: something that it says
 * @b: another sentence
 * @fact_b: something that that one says
 *
 * Returns: what stands around both, and in them: that the same thing is counted is one word more
 */
PlxShare
plx_facts_share (PlxMember     *a,
                 const PlxFact *fact_a,
                 PlxMember     *b,
                 const PlxFact *fact_b)
{
  PlxSetting in_a = plx_member_get_setting (a, fact_a->start, fact_a->end);
  PlxSetting in_b = plx_member_get_setting (b, fact_b->start, fact_b->end);
  PlxShare share = plx_settings_share (a, &in_a, b, &in_b);
  guint bonus = fact_a->is_telling && fact_b->is_telling && fact_a->key == fact_b->key;

  share.words += bonus;
  share.of_a += bonus;
  share.of_b += bonus;

  return share;
}

/**
 * plx_facts_meet:
 * @a: a sentence of a claim
 * @fact_a: something that it says
 * @b: another sentence
 * @fact_b: something that that one says
 *
 * Returns: whether both stand in much the same words
 */
gboolean
plx_facts_meet (PlxMember     *a,
                const PlxFact *fact_a,
                PlxMember     *b,
                const PlxFact *fact_b)
{
  PlxShare share = plx_facts_share (a, fact_a, b, fact_b);

  /* "Peru declared an emergency" and "Chile declared an emergency" are two. */
  if (share.names == 0 && share.names_a > 0 && share.names_b > 0 &&
      share.words < OTHER_NAMES_WORDS)
    return FALSE;

  return plx_share_is_enough (share);
}
