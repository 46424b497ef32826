/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-facts"

#include "config.h"

#include "comparing/plx-facts.h"

#include <stdlib.h>
#include <string.h>

#include "comparing/plx-times.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-tokens.h"

/* How many words after "not" or "reportedly" the word may stand that it goes with. */
#define REACH 4

#define ROUGH_WORDS "about around nearly almost over roughly approximately some least than to"
#define ROUGH_STARTS "about around nearly almost over roughly approximately some at more less " \
                     "fewer up"
#define HEDGES "reportedly allegedly likely unlikely possibly perhaps probably apparently " \
               "supposedly purportedly may might could expected believed thought rumoured " \
               "rumored planning plans planned considering appears seems suspected presumed " \
               "intends"
#define DENIALS "not never cannot refuse refused refuses refusing " \
                "decline declined declines declining deny denied denies denying skip skipped " \
                "skipping miss missed missing avoid avoided avoids avoiding fail failed fails " \
                "reject rejected rejects rejecting inability unable unwilling"
#define ALONE_WORDS "first second third last only largest biggest smallest highest lowest " \
                    "deadliest worst best oldest youngest latest longest fastest strongest"
#define TIMES "week month year night day days weeks months years time spring summer autumn fall " \
              "winter monday tuesday wednesday thursday friday saturday sunday"
#define PLURALS "people children men women police troops percent"

typedef struct
{
  GArray *tokens;
  GArray *facts;
} Search;

static double
scale_of (const char *word)
{
  static const struct
  {
    const char *word;
    double      value;
  } scales[] = {
    { "hundred", 1e2 }, { "thousand", 1e3 }, { "million", 1e6 }, { "billion", 1e9 },
    { "trillion", 1e12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (g_str_equal (word, scales[i].word))
        return scales[i].value;
    }

  return 0;
}

/* The number that a token is, or -1; "20th" is an order and no number. */
static double
number_of (const char *word)
{
  g_autoptr (GString) plain = NULL;
  char *end = NULL;
  guint value;
  double number;

  if (!g_ascii_isdigit (word[0]))
    {
      value = plx_stem_number_word (word);

      return value != G_MAXUINT && value > 0 ? (double) value : -1;
    }

  plain = g_string_new (word);
  g_string_replace (plain, ",", "", 0);
  number = g_ascii_strtod (plain->str, &end);

  return *end == '\0' || g_str_equal (end, "%") ? number : -1;
}

static gboolean
is_plural (Search *self,
           guint   i)
{
  const char *word = plx_tokens_word (self->tokens, i);

  return plx_tokens_among (self->tokens, i, PLURALS) ||
         (strlen (word) > 3 && g_str_has_suffix (word, "s"));
}

/* What is counted: in "19,000 deported Ukrainian children" the plural that ends the run. */
static guint
counted_noun (Search *self,
              guint   from)
{
  for (guint i = from; i < self->tokens->len && i < from + REACH; i++)
    {
      if (g_str_equal (plx_tokens_word (self->tokens, i), "%"))
        return i;
      if (!plx_tokens_at (self->tokens, i)->is_content)
        return G_MAXUINT;
      if (is_plural (self, i))
        return i;
    }

  return G_MAXUINT;
}

static guint
skip_rough (Search *self,
            guint   at)
{
  guint start = at;

  while (start > 0 && at - start < 2 && plx_tokens_among (self->tokens, start - 1, ROUGH_WORDS))
    start--;
  if (start < at && start > 0 && plx_tokens_among (self->tokens, start - 1, ROUGH_STARTS))
    start--;

  return start < at && plx_tokens_among (self->tokens, start, ROUGH_STARTS) ? start : at;
}

static void
find_numbers (Search *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      double value = number_of (plx_tokens_word (self->tokens, i));
      guint next = i + 1, start, noun;
      PlxFact fact = { .kind = PLX_FACT_NUMBER };

      if (value < 0)
        continue;
      for (; scale_of (plx_tokens_word (self->tokens, next)) > 0; next++)
        value *= scale_of (plx_tokens_word (self->tokens, next));

      noun = counted_noun (self, next);
      if (noun == G_MAXUINT)
        continue;

      start = skip_rough (self, i);
      fact.start = plx_tokens_at (self->tokens, start)->start;
      fact.end = plx_tokens_at (self->tokens, noun)->end;
      fact.key = plx_tokens_at (self->tokens, noun)->stem;
      fact.key_start = plx_tokens_at (self->tokens, noun)->start;
      fact.key_end = plx_tokens_at (self->tokens, noun)->end;
      fact.low = fact.high = value;
      fact.is_rough = start < i;
      g_array_append_val (self->facts, fact);
      i = noun;
    }
}

/* A word such as "not" goes with the next word that tells something. */
static guint
next_content (Search      *self,
              guint        from,
              PlxFactKind  kind)
{
  for (guint i = from; i < self->tokens->len && i < from + REACH; i++)
    {
      PlxToken *token = plx_tokens_at (self->tokens, i);

      /* "not an ICC signatory" denies the signatory and not the ICC. */
      if (token->is_content && !(kind == PLX_FACT_DENIAL && token->is_capital) &&
          !g_str_has_suffix (token->folded, "ly"))
        return i;
    }

  return G_MAXUINT;
}

/* Words that go with the very next word that tells something; the others, such as "avoided" and
 * "planning", have a noun as their object, and its adjectives stand between. */
static gboolean
is_plain_operator (Search *self,
                   guint   at)
{
  const char *word = plx_tokens_word (self->tokens, at);

  return plx_tokens_among (self->tokens, at, "not never cannot may might could unlikely perhaps") ||
         g_str_has_suffix (word, "n't") || g_str_has_suffix (word, "ly");
}

static guint
operator_target (Search      *self,
                 guint        at,
                 PlxFactKind  kind)
{
  guint target = next_content (self, at + 1, kind);
  guint last = target;

  if (target == G_MAXUINT || is_plain_operator (self, at) ||
      plx_tokens_among (self->tokens, target - 1, "to"))
    return target;

  while (last + 1 < self->tokens->len && last - target < REACH &&
         plx_tokens_at (self->tokens, last + 1)->is_content &&
         !plx_tokens_at (self->tokens, last + 1)->is_capital)
    last++;

  return last;
}

static void
add_operator (Search      *self,
              PlxFactKind  kind,
              guint        at)
{
  guint target = operator_target (self, at, kind);
  PlxFact fact = { .kind = kind, .start = plx_tokens_at (self->tokens, at)->start };

  if (target == G_MAXUINT)
    return;

  fact.end = plx_tokens_at (self->tokens, target)->end;
  fact.key = plx_tokens_at (self->tokens, target)->stem;
  fact.key_start = plx_tokens_at (self->tokens, target)->start;
  fact.key_end = plx_tokens_at (self->tokens, target)->end;
  g_array_append_val (self->facts, fact);
}

/* "first official visit abroad since": the words after "first" up to one that starts another
 * part of the sentence say what it is the first of. */
static void
add_alone (Search *self,
           guint   at)
{
  PlxToken *token = plx_tokens_at (self->tokens, at);
  PlxFact fact = { .kind = PLX_FACT_ALONE, .start = token->start, .key = token->stem,
                   .key_start = token->start, .key_end = token->end };
  guint last = at;
  guint n = 0;

  /* "last week" is a time, and "only to" singles out nothing that has a name. */
  if (at + 1 >= self->tokens->len || !plx_tokens_at (self->tokens, at + 1)->is_content ||
      plx_tokens_among (self->tokens, at + 1, TIMES))
    return;

  for (guint i = at + 1; i < self->tokens->len && n < 8; i++)
    {
      PlxToken *next = plx_tokens_at (self->tokens, i);

      if (!next->is_word || plx_tokens_among (self->tokens, i, "since after before when that "
                                              "which who amid as and but because while"))
        break;
      n++;
      if (next->is_content)
        last = i;
    }

  if (last == at)
    return;

  fact.end = plx_tokens_at (self->tokens, last)->end;
  g_array_append_val (self->facts, fact);
}

/* "before the warrant", "after the arrest warrant": the noun that ends the first run of telling
 * words may be what another sentence puts on the other side. */
static void
add_order (Search *self,
           guint   at)
{
  gboolean before = g_str_equal (plx_tokens_word (self->tokens, at), "before");
  guint last = next_content (self, at + 1, PLX_FACT_ORDER);
  PlxFact fact = { .kind = PLX_FACT_ORDER, .start = plx_tokens_at (self->tokens, at)->start,
                   .low = before ? -1 : 1 };

  if (last == G_MAXUINT)
    return;
  while (last + 1 < self->tokens->len && plx_tokens_at (self->tokens, last + 1)->is_content)
    last++;

  fact.key = plx_tokens_at (self->tokens, last)->stem;
  fact.end = fact.key_end = plx_tokens_at (self->tokens, last)->end;
  fact.key_start = plx_tokens_at (self->tokens, last)->start;
  g_array_append_val (self->facts, fact);
}

static gboolean
is_denial (Search *self,
           guint   i)
{
  const char *word = plx_tokens_word (self->tokens, i);

  return plx_tokens_among (self->tokens, i, DENIALS) || g_str_has_suffix (word, "n't");
}

static void
find_operators (Search *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      if (plx_tokens_among (self->tokens, i, ALONE_WORDS))
        add_alone (self, i);
      else if (plx_tokens_among (self->tokens, i, "before after since following"))
        add_order (self, i);
      else if (is_denial (self, i))
        add_operator (self, PLX_FACT_DENIAL, i);
      else if (plx_tokens_among (self->tokens, i, HEDGES) &&
               !(plx_tokens_at (self->tokens, i)->is_capital && i > 0))
        add_operator (self, PLX_FACT_HEDGE, i);
    }
}

/**
 * plx_facts_find:
 * @text: a sentence
 * @day: the day of its article, or 0
 *
 * Finds what another sentence of the same claim may say differently: numbers with what they
 * count, times, and the words that hedge, deny or single out.
 *
 * Returns: (transfer full) (element-type PlxFact): the facts
 */
GArray *
plx_facts_find (const char *text,
                PlxDay      day)
{
  Search search = {
    plx_tokens_new (text, 0, strlen (text)),
    g_array_new (FALSE, FALSE, sizeof (PlxFact)),
  };

  find_numbers (&search);
  find_operators (&search);
  plx_times_find (search.tokens, day, search.facts);
  g_array_unref (search.tokens);

  return search.facts;
}
