/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-facts"

#include "config.h"

#include "comparing/plx-facts.h"

#include <string.h>

#include "comparing/plx-fact-times.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-tokens.h"
#include "comparing/plx-word-table.h"
#include "language/facts/plx-quantities.h"

/* How many words after a number or "before" the word may stand that it goes with. */
#define REACH 4

#define ALONE_WORDS "first second third last only largest biggest smallest highest lowest " \
                    "deadliest worst best oldest youngest latest longest fastest strongest"
#define TIMES "week month year night day days weeks months years time spring summer autumn fall " \
              "winter monday tuesday wednesday thursday friday saturday sunday"
#define FIXED "place lady responder responders amendment class hand degree grade floor thing " \
              "name"
#define PARTS "half quarter century party largest biggest most straight"
#define PERSONS "people persons men women children civilians soldiers troops police officers " \
                "passengers workers residents protesters demonstrators victims villagers " \
                "students others"
/* How many words from a number "killed" or "injured" may stand. */
#define FATE_REACH 5

/* What becomes of those who are counted, which may be told by a verb, a noun or an adjective. */
static const char * const fates[] = {
  "killed kill kills killing dead died die dying deaths perished drowned slain fatal fatalities "
  "lives toll bodies",
  "injured injuring injuries wounded wounding hurt",
  "arrested arrest arrests detained detentions custody jailed",
  "missing unaccounted disappeared",
  "rescued saved survived survivors survivor",
  "escaped fled escape flee evacuated displaced evacuation homeless uprooted",
  "infected infections infection cases ill sick hospitalised hospitalized patients",
  "jobs redundancies redundant layoffs",
};

/* Groups of numbers; they need only be the same everywhere. */
#define PEOPLE_GROUP 100
#define BARE_GROUP 101

/* How much is lost where a figure is converted. */
#define CONVERTED 0.03

/* Keeps "the third minister" from "three ministers". */
#define RANK_KEY 0x52414e4b

typedef struct
{
  GArray *tokens;
  GArray *facts;
} Search;

/* How far from what is told the number may lie. */
typedef struct
{
  double low;
  double high;
} Bound;

static const Bound bounds[] = {
  [PLX_HEDGE_EXACT] = { 1, 1 },
  [PLX_HEDGE_ABOUT] = { 0.9, 1.1 },
  [PLX_HEDGE_NEARLY] = { 0.9, 1.02 },
  [PLX_HEDGE_JUST_OVER] = { 1, 1.1 },
  [PLX_HEDGE_AT_LEAST] = { 1, 1.4 },
  [PLX_HEDGE_MORE_THAN] = { 1, 1.4 },
  [PLX_HEDGE_AT_MOST] = { 0.5, 1 },
  [PLX_HEDGE_FEWER_THAN] = { 0.5, 1 },
  [PLX_HEDGE_BETWEEN] = { 1, 1 },
  /* "Hundreds" may be a few of them or many. */
  [PLX_HEDGE_VAGUE] = { 1, 2 },
};

/* What one unit is in another one; who converts rounds. */
typedef struct
{
  const char *symbol;
  const char *base;
  double      factor;
} Conversion;

static const Conversion conversions[] = {
  { "km", "m", 1000 },      { "mi", "m", 1609.344 },   { "ft", "m", 0.3048 },
  { "yd", "m", 0.9144 },    { "nmi", "m", 1852 },      { "in", "m", 0.0254 },
  { "cm", "m", 0.01 },      { "mm", "m", 0.001 },      { "g", "kg", 0.001 },
  { "mg", "kg", 1e-6 },     { "t", "kg", 1000 },       { "lb", "kg", 0.45359 },
  { "oz", "kg", 0.02835 },  { "acre", "ha", 0.40469 }, { "gal", "l", 3.78541 },
  { "mph", "km/h", 1.60934 }, { "kn", "km/h", 1.852 }, { "kW", "W", 1000 },
  { "MW", "W", 1e6 },       { "GW", "W", 1e9 },        { "MWh", "kWh", 1000 },
  { "TWh", "kWh", 1e9 },    { "min", "s", 60 },        { "h", "s", 3600 },
  { "day", "s", 86400 },    { "week", "s", 604800 },   { "month", "s", 2629800 },
  { "year", "s", 31557600 },
};

static const Conversion *
find_conversion (const PlxQuantity *quantity)
{
  for (guint i = 0; quantity->unit != NULL && i < G_N_ELEMENTS (conversions); i++)
    {
      if (g_str_equal (conversions[i].symbol, quantity->unit))
        return &conversions[i];
    }

  return NULL;
}

/* Miles and kilometres, weeks and days are told in one, with as much slack as a conversion by hand
 * has. */
static void
convert (PlxFact           *fact,
         const PlxQuantity *quantity)
{
  const Conversion *conversion = find_conversion (quantity);

  if (conversion == NULL)
    return;
  fact->low *= conversion->factor * (1 - CONVERTED);
  fact->high *= conversion->factor * (1 + CONVERTED);
}

static void
set_bounds (PlxFact           *fact,
            const PlxQuantity *quantity,
            const char        *text)
{
  PlxHedge hedge = quantity->hedge;

  /* Who says "a hundred" has not counted them. */
  if (hedge == PLX_HEDGE_EXACT && strncmp (text + quantity->number_start, "a ", 2) == 0)
    hedge = PLX_HEDGE_ABOUT;
  fact->low = quantity->low * bounds[hedge].low;
  fact->high = quantity->high * bounds[hedge].high;
  fact->is_rough = hedge != PLX_HEDGE_EXACT;
  fact->is_least = hedge == PLX_HEDGE_AT_LEAST || hedge == PLX_HEDGE_MORE_THAN;
  fact->is_most = hedge == PLX_HEDGE_AT_MOST || hedge == PLX_HEDGE_FEWER_THAN;
  fact->is_bound = fact->is_least || fact->is_most;
  fact->is_range = hedge == PLX_HEDGE_BETWEEN;
  convert (fact, quantity);
}

/* The first token that ends after @byte. */
static guint
token_at (Search  *self,
          guint32  byte)
{
  guint i = 0;

  while (i + 1 < self->tokens->len && plx_tokens_at (self->tokens, i)->end <= byte)
    i++;

  return i;
}

static gboolean
is_number (Search *self,
           guint   i)
{
  const char *word = plx_tokens_word (self->tokens, i);

  return g_ascii_isdigit (word[0]) || (plx_stem_number_word (word) != G_MAXUINT &&
                                       plx_stem_number_word (word) > 0);
}

/* Which of the fates a word tells, or `G_MAXUINT`. */
static guint
fate_of (Search *self,
         guint   i)
{
  for (guint k = 0; k < G_N_ELEMENTS (fates); k++)
    {
      if (plx_tokens_among (self->tokens, i, fates[k]))
        return k;
    }

  return G_MAXUINT;
}

/* Whom the dead and the wounded are counted among differs from article to article; that they are
 * counted does not. Returns the word that tells it. */
static guint
find_fate (Search *self,
           guint   first,
           guint   last)
{
  for (guint i = last + 1; i < self->tokens->len && i <= last + FATE_REACH; i++)
    {
      /* In "killed six people and wounded 20" the wounded are the next ones. */
      if (fate_of (self, i) != G_MAXUINT &&
          (i + 1 >= self->tokens->len || !is_number (self, i + 1)))
        return i;
      if (!plx_tokens_at (self->tokens, i)->is_word ||
          is_number (self, i))
        break;
    }

  for (guint i = first; i-- > 0 && first - i <= FATE_REACH;)
    {
      if (fate_of (self, i) != G_MAXUINT)
        return i;
      if (!plx_tokens_at (self->tokens, i)->is_word ||
          is_number (self, i))
        break;
    }

  return G_MAXUINT;
}

/* "60 squatters had been detained": whatever they are called, they are people. */
static guint
find_passive_fate (Search *self,
                   guint   last)
{
  for (guint i = last + 2; i < self->tokens->len && i <= last + FATE_REACH; i++)
    {
      if (plx_tokens_among (self->tokens, i - 1, "was were been being are") &&
          fate_of (self, i) != G_MAXUINT)
        return i;
      if (!plx_tokens_at (self->tokens, i - 1)->is_word || is_number (self, i - 1))
        break;
    }

  return G_MAXUINT;
}

/* In "a five-year suspension" the years are those of the suspension. */
static guint32
following_noun (Search            *self,
                const PlxQuantity *quantity)
{
  guint first = token_at (self, quantity->number_start);
  guint last = token_at (self, quantity->end - 1);

  /* The words may be cut at the hyphen or not. */
  if (last + 1 >= self->tokens->len ||
      (strchr (plx_tokens_word (self->tokens, first), '-') == NULL &&
       !g_str_equal (plx_tokens_word (self->tokens, first + 1), "-")) ||
      !plx_tokens_at (self->tokens, last + 1)->is_content)
    return 0;

  return plx_tokens_at (self->tokens, last + 1)->stem;
}

static void
set_measured (Search            *self,
              const PlxQuantity *quantity,
              PlxFact           *fact)
{
  const Conversion *conversion = find_conversion (quantity);
  const char *unit = conversion != NULL ? conversion->base
                     : quantity->unit != NULL ? quantity->unit : "percent";

  fact->key = plx_word_hash (unit, strlen (unit));
  fact->key_start = MIN (quantity->number_end, quantity->end - 1);
  fact->is_sum = quantity->kind == PLX_QUANTITY_MONEY;
  fact->is_time = quantity->kind == PLX_QUANTITY_DURATION;
  fact->group = fact->key ^ following_noun (self, quantity);
}

/* Which key a number has: what is counted, the unit, or what becomes of those who are counted.
 * Returns whether it has one; a bare number may yet be set beside one that has. */
static gboolean
set_counted (Search            *self,
             const PlxQuantity *quantity,
             PlxFact           *fact)
{
  guint first = token_at (self, quantity->number_start);
  guint last = token_at (self, quantity->end - 1);
  gboolean is_bare = quantity->counted_end == 0, of_people;
  guint at = G_MAXUINT;
  PlxToken *key = plx_tokens_at (self->tokens, last);

  fact->key_start = is_bare ? quantity->number_start : key->start;
  fact->key_end = quantity->end;
  of_people = !is_bare && (plx_tokens_among (self->tokens, last, PERSONS) ||
                           plx_tokens_use (self->tokens, last, PLX_LEX (ROLE)));
  if (!is_bare && fate_of (self, last) != G_MAXUINT)
    at = last;
  else if (is_bare || of_people)
    at = find_fate (self, first, last);
  else
    at = find_passive_fate (self, last);

  fact->key = is_bare ? 0 : key->stem;
  fact->group = is_bare ? BARE_GROUP : of_people ? PEOPLE_GROUP : key->stem;
  fact->is_telling = at != G_MAXUINT || !plx_tokens_among (self->tokens, last, PERSONS " " TIMES);
  if (at != G_MAXUINT)
    {
      key = plx_tokens_at (self->tokens, at);
      fact->key = fact->group = 1 + fate_of (self, at);
      fact->is_fate = TRUE;
      fact->key_start = key->start;
      fact->key_end = key->end;
    }
  if (at == last + 1)
    fact->end = key->end;

  return !is_bare || at != G_MAXUINT;
}

/* "the third minister to resign": which one of the ministers it is. */
static gboolean
set_ranked (Search            *self,
            const PlxQuantity *quantity,
            PlxFact           *fact)
{
  guint noun = token_at (self, quantity->counted_start);
  PlxToken *last = plx_tokens_at (self->tokens, token_at (self, quantity->end - 1));

  if (quantity->counted_end == 0 ||
      plx_tokens_among (self->tokens, noun, TIMES " " FIXED " " PARTS))
    return FALSE;
  fact->is_rank = TRUE;
  fact->key_start = quantity->counted_start;
  fact->key_end = quantity->counted_end;
  fact->key = last->stem ^ RANK_KEY;

  return TRUE;
}

/* Ages, shares and scores tell whose they are too far off to have a key; two sentences that have
 * one each are held side by side. */
static void
set_keyless (const PlxQuantity *quantity,
             PlxFact           *fact)
{
  double low = quantity->low * bounds[quantity->hedge].low;
  double high = quantity->high * bounds[quantity->hedge].high;

  fact->key_start = fact->start;
  fact->key_end = fact->end;
  fact->low = MIN (low, high);
  fact->high = MAX (low, high);
  fact->is_rough = quantity->hedge != PLX_HEDGE_EXACT;
  fact->kind = PLX_FACT_AGE;
  if (quantity->kind == PLX_QUANTITY_SCORE)
    fact->kind = PLX_FACT_SCORE;
  if (quantity->kind != PLX_QUANTITY_SHARE)
    return;
  fact->kind = PLX_FACT_SHARE;
  fact->low *= 100;
  fact->high *= 100;
}

static void
find_numbers (Search     *self,
              const char *text,
              GArray     *quantities)
{
  for (guint i = 0; i < quantities->len; i++)
    {
      const PlxQuantity *quantity = &g_array_index (quantities, PlxQuantity, i);
      PlxFact fact = { .kind = PLX_FACT_NUMBER, .start = quantity->start, .end = quantity->end };
      gboolean has_key = FALSE;

      switch (quantity->kind)
        {
        case PLX_QUANTITY_COUNT:
          has_key = set_counted (self, quantity, &fact) || fact.group == BARE_GROUP;
          break;

        case PLX_QUANTITY_MONEY:
        case PLX_QUANTITY_PERCENT:
        case PLX_QUANTITY_MEASURE:
        case PLX_QUANTITY_DURATION:
          set_measured (self, quantity, &fact);
          has_key = TRUE;
          break;

        case PLX_QUANTITY_RANK:
          has_key = set_ranked (self, quantity, &fact);
          break;

        case PLX_QUANTITY_SHARE:
        case PLX_QUANTITY_AGE:
        case PLX_QUANTITY_SCORE:
          set_keyless (quantity, &fact);
          g_array_append_val (self->facts, fact);
          break;

        default:
          break;
        }
      if (!has_key)
        continue;
      fact.key_end = fact.key_end != 0 ? fact.key_end : quantity->end;
      fact.value = quantity->low == quantity->high ? quantity->low : 0;
      set_bounds (&fact, quantity, text);
      g_array_append_val (self->facts, fact);
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
                                              "which who amid as and but because while") ||
          plx_tokens_use (self->tokens, i, PLX_LEX (SAY) | PLX_LEX (AUXILIARY) | PLX_LEX (MODAL)))
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
 * plx_facts_set_sole:
 * @facts: (element-type PlxFact): what a sentence says
 *
 * Marks the numbers that are the only ones of their group, so that no other could be meant: a bare
 * one where there is none else, those of people where no others are counted.
 */
void
plx_facts_set_sole (GArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      PlxFact *fact = &g_array_index (facts, PlxFact, i);

      fact->is_sole = fact->group != 0;
      for (guint k = 0; k < facts->len && fact->is_sole; k++)
        {
          const PlxFact *other = &g_array_index (facts, PlxFact, k);

          if (k != i && other->group != 0 && !other->is_rank && !fact->is_rank)
            fact->is_sole = other->group != fact->group && fact->group != BARE_GROUP;
        }
    }
}

/**
 * plx_facts_find_with_tokens:
 * @text: a sentence
 * @day: the day of its article, or 0
 * @tokens: (out) (transfer full) (element-type PlxToken): its words and marks
 *
 * Finds what another sentence of the same claim may say differently: numbers with what they
 * count, times, and the words that single out.
 *
 * Returns: (transfer full) (element-type PlxFact): the facts
 */
GArray *
plx_facts_find_with_tokens (const char  *text,
                            PlxDay       day,
                            GArray     **tokens)
{
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) times = plx_fact_times_read (lexemes, day);
  g_autoptr (GArray) quantities = plx_quantities_find (lexemes, times);
  Search search = {
    plx_tokens_new (text, 0, strlen (text)),
    g_array_new (FALSE, FALSE, sizeof (PlxFact)),
  };

  find_numbers (&search, text, quantities);
  plx_facts_set_sole (search.facts);
  find_alone_and_order (&search);
  plx_fact_times_find (search.tokens, times, day, search.facts);
  *tokens = search.tokens;

  return search.facts;
}

/**
 * plx_facts_find:
 * @text: a sentence
 * @day: the day of its article, or 0
 *
 * As [func@facts_find_with_tokens], without its words and marks.
 *
 * Returns: (transfer full) (element-type PlxFact): the facts
 */
GArray *
plx_facts_find (const char *text,
                PlxDay      day)
{
  g_autoptr (GArray) tokens = NULL;

  return plx_facts_find_with_tokens (text, day, &tokens);
}
