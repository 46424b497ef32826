/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-facts"

#include "config.h"

#include "comparing/plx-facts.h"

#include <stdlib.h>
#include <string.h>

#include "comparing/plx-fact-times.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-tokens.h"

/* How many words after a number or "before" the word may stand that it goes with. */
#define REACH 4

#define ALONE_WORDS "first second third last only largest biggest smallest highest lowest " \
                    "deadliest worst best oldest youngest latest longest fastest strongest"
#define TIMES "week month year night day days weeks months years time spring summer autumn fall " \
              "winter monday tuesday wednesday thursday friday saturday sunday"
#define FIXED "place lady responder responders amendment class hand degree grade floor thing " \
              "name"
#define PARTS "half quarter century party largest biggest most straight"
#define CURRENCIES "$ € £ ¥ us$ usd eur gbp"
#define PERSONS "people persons men women children civilians soldiers troops police officers " \
                "passengers workers residents protesters demonstrators victims villagers " \
                "students others"
#define DEAD "killed dead died deaths dying perished killing"
#define HURT "injured wounded hurt injuries injuring wounding"
#define PLURALS "people children men women police troops percent"

/* How many words from a number "killed" or "injured" may stand. */
#define HARM_REACH 5

/* What no stem hashes to is fine for a key; it need only be the same everywhere. */
#define DEAD_KEY 1
#define HURT_KEY 2

/* Keeps "the third minister" from "three ministers". */
#define RANK_KEY 0x52414e4b

typedef struct
{
  GArray *tokens;
  GArray *facts;
} Search;

/* What stands before a number, and between which multiples of it the number may then lie. */
typedef struct
{
  const char *words;
  double      low;
  double      high;
} Bound;

static const Bound bounds[] = {
  { "at least", 1, 2 }, { "more than", 1, 2 }, { "fewer than", 0.5, 1 }, { "less than", 0.5, 1 },
  { "no fewer than", 1, 2 }, { "no less than", 1, 2 }, { "no more than", 0.5, 1 },
  { "not more than", 0.5, 1 }, { "just over", 1, 1.1 }, { "just under", 0.9, 1 },
  { "slightly more than", 1, 1.1 }, { "as many as", 0.5, 1 }, { "as much as", 0.5, 1 },
  { "at most", 0.5, 1 }, { "up to", 0.5, 1 }, { "close to", 0.9, 1.05 }, { "over", 1, 2 },
  { "under", 0.5, 1 }, { "nearly", 0.9, 1 }, { "almost", 0.9, 1 }, { "about", 0.9, 1.1 },
  { "around", 0.9, 1.1 }, { "roughly", 0.9, 1.1 }, { "approximately", 0.9, 1.1 },
  { "some", 0.9, 1.1 }, { "estimated", 0.9, 1.1 }, { "nearing", 0.9, 1 },
};

typedef struct
{
  const char *word;
  double      value;
} Scale;

static const Scale scales[] = {
  { "dozen", 12 }, { "hundred", 1e2 }, { "thousand", 1e3 }, { "million", 1e6 },
  { "billion", 1e9 }, { "trillion", 1e12 },
};

/* "Hundreds" may be a few of them or many. */
static const Scale vague_scales[] = {
  { "dozens", 10 }, { "scores", 20 }, { "hundreds", 1e2 }, { "thousands", 1e3 },
  { "millions", 1e6 }, { "billions", 1e9 },
};

static double
scale_in (const Scale *list,
          guint        n,
          const char  *word)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (word, list[i].word))
        return list[i].value;
    }

  return 0;
}

static double
scale_of (const char *word)
{
  return scale_in (scales, G_N_ELEMENTS (scales), word);
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

/* The words of a bound that end before @at. Returns where they start, or @at. */
static guint
read_bound (Search  *self,
            guint    at,
            PlxFact *fact)
{
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_auto (GStrv) words = g_strsplit (bounds[i].words, " ", -1);
      guint n = g_strv_length (words);
      guint same = 0;

      while (n <= at && same < n &&
             g_str_equal (plx_tokens_word (self->tokens, at - n + same), words[same]))
        same++;
      if (same < n)
        continue;

      fact->low *= bounds[i].low;
      fact->high *= bounds[i].high;
      fact->is_rough = TRUE;
      fact->is_least = bounds[i].low >= 1 && bounds[i].high >= 2;
      return at - n;
    }

  return at;
}

/* "2.5 million", "nineteen", "two dozen". Returns the token after it, or @at for none. */
static guint
read_plain_number (Search *self,
                   guint   at,
                   double *value)
{
  guint next = at + 1;

  *value = number_of (plx_tokens_word (self->tokens, at));
  if (*value < 0)
    return at;
  for (; scale_of (plx_tokens_word (self->tokens, next)) > 0; next++)
    *value *= scale_of (plx_tokens_word (self->tokens, next));

  return next;
}

static guint
set_range (PlxFact *fact,
           double   low,
           double   high,
           guint    next)
{
  fact->low = low;
  fact->high = high;

  return next;
}

/* "hundreds of", "tens of thousands of", "several hundred", "a dozen". */
static guint
read_vague_number (Search  *self,
                   guint    at,
                   PlxFact *fact)
{
  double scale = scale_in (vague_scales, G_N_ELEMENTS (vague_scales),
                           plx_tokens_word (self->tokens, at));
  guint next = at + 1;

  if (plx_tokens_among (self->tokens, at, "tens") &&
      plx_tokens_among (self->tokens, at + 2, "thousands millions"))
    scale = 10;
  if (scale > 0 && plx_tokens_among (self->tokens, next, "of"))
    {
      double more = scale_in (vague_scales, G_N_ELEMENTS (vague_scales),
                              plx_tokens_word (self->tokens, next + 1));

      if (more > 0 && plx_tokens_among (self->tokens, next + 2, "of"))
        return set_range (fact, scale * more, 10 * scale * more, next + 3);
      return set_range (fact, 2 * scale, 20 * scale, next + 1);
    }

  scale = scale_of (plx_tokens_word (self->tokens, next));
  if (scale > 0 && plx_tokens_among (self->tokens, at, "several few"))
    return set_range (fact, 2 * scale, 9 * scale, next + 1);
  if (scale > 0 && plx_tokens_among (self->tokens, at, "a"))
    return set_range (fact, 0.9 * scale, 1.1 * scale, next + 1);

  return at;
}

/* A number with how sure it is. Returns the token after it, or @at for none; @start gets the
 * token that it starts at. */
static guint
read_number (Search  *self,
             guint    at,
             PlxFact *fact,
             guint   *start)
{
  double value, other;
  guint next = read_plain_number (self, at, &value);
  guint after;

  *start = at;
  if (next == at)
    {
      next = read_vague_number (self, at, fact);
      fact->is_rough = TRUE;
      return next;
    }

  fact->low = fact->high = value;
  after = read_plain_number (self, next + 1, &other);
  /* "10 to 15", "between 10 and 15". */
  if (after > next + 1 && other > value &&
      (plx_tokens_among (self->tokens, next, "to or - –") ||
       (at > 0 && plx_tokens_among (self->tokens, at - 1, "between") &&
        plx_tokens_among (self->tokens, next, "and"))))
    {
      fact->high = other;
      fact->is_rough = TRUE;
      return after;
    }
  if (at > 0 && plx_tokens_among (self->tokens, at - 1, CURRENCIES))
    at--;
  *start = read_bound (self, at, fact);

  return next;
}

/* Whom the dead and the wounded are counted among differs from article to article; that they are
 * counted does not. Returns the word that tells it. */
static guint
find_harm (Search *self,
           guint   first,
           guint   last)
{
  for (guint i = last + 1; i < self->tokens->len && i <= last + HARM_REACH; i++)
    {
      if (plx_tokens_among (self->tokens, i, DEAD " " HURT))
        return i;
      if (!plx_tokens_at (self->tokens, i)->is_word ||
          number_of (plx_tokens_word (self->tokens, i)) >= 0)
        break;
    }

  for (guint i = first; i-- > 0 && first - i <= HARM_REACH;)
    {
      if (plx_tokens_among (self->tokens, i, DEAD " " HURT))
        return i;
      if (!plx_tokens_at (self->tokens, i)->is_word ||
          number_of (plx_tokens_word (self->tokens, i)) >= 0)
        break;
    }

  return G_MAXUINT;
}

/* Which key a number has: what is counted, money, or the dead and the hurt. Returns the last
 * token of the number with it, or G_MAXUINT when it counts nothing. */
static guint
set_counted (Search  *self,
             guint    at,
             guint    next,
             PlxFact *fact)
{
  guint noun = counted_noun (self, next);
  guint last = noun != G_MAXUINT ? noun : next - 1;
  guint harm = G_MAXUINT;
  guint key = noun;

  if (at > 0 && plx_tokens_among (self->tokens, at - 1, CURRENCIES))
    {
      fact->is_sum = TRUE;
      key = at - 1;
      last = next - 1;
    }
  else if (noun == G_MAXUINT || plx_tokens_among (self->tokens, noun, PERSONS))
    {
      harm = find_harm (self, at, last);
      key = harm != G_MAXUINT ? harm : noun;
    }
  if (key == G_MAXUINT)
    return G_MAXUINT;

  fact->key = plx_tokens_at (self->tokens, key)->stem;
  if (harm != G_MAXUINT)
    fact->key = plx_tokens_among (self->tokens, harm, DEAD) ? DEAD_KEY : HURT_KEY;
  fact->key_start = plx_tokens_at (self->tokens, key)->start;
  fact->key_end = plx_tokens_at (self->tokens, key)->end;

  return harm != G_MAXUINT && harm == last + 1 ? harm : last;
}

/* "third" or "3rd"; 0 for none. */
static guint
rank_of (const char *word)
{
  static const char * const ranks[] = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  };
  char *end = NULL;
  guint value;

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      if (g_str_equal (word, ranks[i]))
        return i + 1;
    }

  if (!g_ascii_isdigit (word[0]))
    return 0;
  value = strtoul (word, &end, 10);

  return value < 1000 && (g_str_equal (end, "st") || g_str_equal (end, "nd") ||
                          g_str_equal (end, "rd") || g_str_equal (end, "th")) ? value : 0;
}

/* "the third minister to resign": which one of the ministers it is. */
static void
find_ranks (Search *self)
{
  for (guint i = 0; i + 1 < self->tokens->len; i++)
    {
      guint rank = rank_of (plx_tokens_word (self->tokens, i));
      PlxToken *noun = plx_tokens_at (self->tokens, i + 1);
      PlxFact fact = { .kind = PLX_FACT_NUMBER, .low = rank, .high = rank, .is_rank = TRUE };

      if (rank == 0 || !noun->is_content || noun->is_capital ||
          plx_tokens_among (self->tokens, i + 1, TIMES " " FIXED " " PARTS) ||
          rank_of (noun->folded) > 0 || number_of (noun->folded) >= 0)
        continue;

      fact.start = plx_tokens_at (self->tokens, i)->start;
      fact.end = fact.key_end = noun->end;
      fact.key_start = noun->start;
      fact.key = noun->stem ^ RANK_KEY;
      g_array_append_val (self->facts, fact);
    }
}

static void
find_numbers (Search *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      PlxFact fact = { .kind = PLX_FACT_NUMBER };
      guint start, last;
      guint next = read_number (self, i, &fact, &start);

      if (next == i)
        continue;
      last = set_counted (self, i, next, &fact);
      if (last == G_MAXUINT)
        continue;

      fact.start = plx_tokens_at (self->tokens, start)->start;
      fact.end = plx_tokens_at (self->tokens, last)->end;
      g_array_append_val (self->facts, fact);
      i = last;
    }
}

static guint
next_content (Search *self,
              guint   from)
{
  for (guint i = from; i < self->tokens->len && i < from + REACH; i++)
    {
      if (plx_tokens_at (self->tokens, i)->is_content)
        return i;
    }

  return G_MAXUINT;
}

/* "first state dinner at home since": the words after "first" up to one that starts another
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
      plx_tokens_among (self->tokens, at + 1, TIMES " " FIXED) ||
      g_str_has_suffix (plx_tokens_word (self->tokens, at + 1), "ed"))
    return;

  /* "the only one of" singles out, "only two agreed" does not. */
  if (plx_tokens_among (self->tokens, at, "only") &&
      (at == 0 || !plx_tokens_among (self->tokens, at - 1, "the his her its their")))
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

/* "before the vote", "after the second vote": the noun that ends the first run of telling
 * words may be what another sentence puts on the other side. */
static void
add_order (Search *self,
           guint   at)
{
  gboolean before = g_str_equal (plx_tokens_word (self->tokens, at), "before");
  guint last = next_content (self, at + 1);
  guint first;
  PlxFact fact = { .kind = PLX_FACT_ORDER, .start = plx_tokens_at (self->tokens, at)->start,
                   .low = before ? -1 : 1 };

  if (last == G_MAXUINT)
    return;
  first = last;
  while (last + 1 < self->tokens->len && plx_tokens_at (self->tokens, last + 1)->is_content)
    last++;
  /* "after the court ordered": it is the court. */
  if (last > first && g_str_has_suffix (plx_tokens_word (self->tokens, last), "ed"))
    last--;

  fact.key = plx_tokens_at (self->tokens, last)->stem;
  fact.end = fact.key_end = plx_tokens_at (self->tokens, last)->end;
  fact.key_start = plx_tokens_at (self->tokens, last)->start;
  g_array_append_val (self->facts, fact);
}

static void
find_alone_and_order (Search *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      if (plx_tokens_among (self->tokens, i, ALONE_WORDS))
        add_alone (self, i);
      else if (plx_tokens_among (self->tokens, i, "before after since following"))
        add_order (self, i);
    }
}

/**
 * plx_facts_find:
 * @text: a sentence
 * @day: the day of its article, or 0
 *
 * Finds what another sentence of the same claim may say differently: numbers with what they
 * count, times, and the words that single out.
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
  find_ranks (&search);
  find_alone_and_order (&search);
  plx_fact_times_find (search.tokens, day, search.facts);
  g_array_unref (search.tokens);

  return search.facts;
}
