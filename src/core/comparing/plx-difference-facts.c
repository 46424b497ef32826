/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-facts"

#include "config.h"

#include "comparing/plx-differing.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"

#define YEARS 40

/* How far a figure may be from the round one that stands for it. */
#define ROUNDED 0.06

/* And how far beyond the round one that is told as the least. */
#define FLOORED 1.25
#define DAY_MINUTES (24 * 60)

typedef struct
{
  PlxFactKind        kind;
  gboolean         (*fit) (const PlxFact *a, const PlxFact *b);
} Sort;

/* A fact of one of the members. */
typedef struct
{
  guint          at;
  PlxMember     *member;
  const PlxFact *fact;
} Found;

/* Who writes 1,900 for 1,923 has rounded, and says so no more often than not: whether one is what
 * the other comes to, when it is cut to the places that it tells. */
static gboolean
is_rounded (const PlxFact *round,
            const PlxFact *exact)
{
  double step = 1, value = round->low;

  if (round->is_rough || value < 100 || value != round->high)
    return FALSE;
  while (fmod (value, step * 10) == 0)
    step *= 10;

  return step >= 100 && fabs (exact->low - value) <= MIN (step / 2, value * ROUNDED);
}

/* "More than 100" is said of 112, too. */
static gboolean
is_floor (const PlxFact *round,
          const PlxFact *exact)
{
  return round->low >= 100 && fmod (round->low, 100) == 0 && exact->low >= round->low &&
         exact->low <= FLOORED * round->low;
}

/* "At least 32" and "at least 41" can both be true, and still the one has counted more. */
static gboolean
numbers_fit (const PlxFact *a,
             const PlxFact *b)
{
  if (a->is_least && b->is_least)
    return fabs (a->low - b->low) <= 0.1 * MAX (a->low, b->low) || is_floor (a, b) ||
           is_floor (b, a);

  if (is_rounded (a, b) || is_rounded (b, a))
    return TRUE;

  return a->low <= b->high + 1e-9 && b->low <= a->high + 1e-9;
}

static gboolean
clocks_fit (const PlxFact *a,
            const PlxFact *b)
{
  for (int day = -1; day <= 1; day++)
    {
      if (a->low + day * DAY_MINUTES <= b->high && b->low <= a->high + day * DAY_MINUTES)
        return TRUE;
    }

  return FALSE;
}

static gboolean
orders_fit (const PlxFact *a,
            const PlxFact *b)
{
  return a->low == b->low;
}

/* The day of an article is often that of the page and not that of the report, so a month whose
 * year is not told may be that of any year. */
static gboolean
dates_fit (const PlxFact *a,
           const PlxFact *b)
{
  if (!a->is_rough && !b->is_rough)
    return a->low <= b->high && b->low <= a->high;

  for (int year = -YEARS; year <= YEARS; year++)
    {
      double shift = floor (year * 365.25);

      if (a->low + shift <= b->high + 1 && b->low <= a->high + shift + 1)
        return TRUE;
    }

  return FALSE;
}

static const Sort sorts[] = {
  { PLX_FACT_NUMBER, numbers_fit },
  { PLX_FACT_DATE, dates_fit },
  { PLX_FACT_CLOCK, clocks_fit },
  { PLX_FACT_ORDER, orders_fit },
};

static const PlxFact *
fact_at (PlxMember *member,
         guint      i)
{
  return &g_array_index (member->facts, PlxFact, i);
}

/* Whether a word of the other fact is the key: "121 member states" and "123 members" count the
 * same. */
static gboolean
is_key_in (PlxMember     *member,
           const PlxFact *fact,
           guint32        key)
{
  if (fact->key == key)
    return TRUE;

  for (guint i = 0; i < member->tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (member->tokens, i);

      if (token->is_content && token->stem == key && token->start >= fact->start &&
          token->end <= fact->end)
        return TRUE;
    }

  return FALSE;
}

/* Before or after what: it takes much the same words outside too, which may stand on either side
 * of it. */
static gboolean
orders_meet (const Found *a,
             const Found *b)
{
  PlxSetting in_a = { 0, G_MAXUINT32, a->fact->start, a->fact->end, TRUE };
  PlxSetting in_b = { 0, G_MAXUINT32, b->fact->start, b->fact->end, TRUE };
  PlxShare share = plx_settings_share (a->member, &in_a, b->member, &in_b);

  return share.words + share.names >= 2 || (share.words == 1 && MIN (share.of_a, share.of_b) < 3);
}

static gboolean
is_percent (const Found *found)
{
  return found->fact->key == plx_word_hash ("percent", strlen ("percent")) ||
         found->fact->key == plx_word_hash ("%", 1);
}

/* Two sentences report the same; where each has one number of a kind, it is that of the same. They
 * have something else in common, so that the claim is not trusted alone. */
static gboolean
are_sole (const Found *a,
          const Found *b)
{
  PlxSetting in_a = { 0, G_MAXUINT32, a->fact->start, a->fact->end, TRUE };
  PlxSetting in_b = { 0, G_MAXUINT32, b->fact->start, b->fact->end, TRUE };
  PlxShare share;
  gboolean is_bare = a->fact->key == 0 || b->fact->key == 0;

  if (a->fact->kind != PLX_FACT_NUMBER || !a->fact->is_sole || !b->fact->is_sole ||
      a->fact->is_rank || b->fact->is_rank || a->fact->is_sum != b->fact->is_sum ||
      a->fact->is_time || b->fact->is_time ||
      (is_bare ? a->fact->is_sum || is_percent (a) || is_percent (b)
               : a->fact->group != b->fact->group))
    return FALSE;
  share = plx_settings_share (a->member, &in_a, b->member, &in_b);

  return share.words >= 1u + is_bare || (share.words > 0 && share.names > 0);
}

/* "a two-day summit" and "a five-year plan" measure two things. */
static gboolean
measure_others (const PlxFact *a,
                const PlxFact *b)
{
  return a->is_time && b->is_time && a->group != a->key && b->group != b->key &&
         a->group != b->group;
}

/* Whether two facts tell of the same thing. */
static gboolean
meet (const Found *a,
      const Found *b)
{
  if (a->fact->kind != b->fact->kind || a->fact->is_rank != b->fact->is_rank)
    return FALSE;
  if (are_sole (a, b))
    return TRUE;
  /* A village of 900 people has not 900 dead. */
  if (a->fact->is_fate != b->fact->is_fate || measure_others (a->fact, b->fact))
    return FALSE;
  if ((a->fact->kind == PLX_FACT_NUMBER && (a->fact->key == 0 || b->fact->key == 0)) ||
      (!is_key_in (b->member, b->fact, a->fact->key) &&
       !is_key_in (a->member, a->fact, b->fact->key)))
    return FALSE;
  if (a->fact->kind == PLX_FACT_ORDER)
    return a->fact->key == b->fact->key && orders_meet (a, b);

  return plx_facts_meet (a->member, a->fact, b->member, b->fact);
}

/* Whether a number stands in the other sentence, whatever it counts there: then the two more often
 * tell of several things in another order. */
static gboolean
has_number (PlxMember     *member,
            const PlxFact *fact)
{
  for (guint i = 0; fact->value != 0 && !fact->is_rank && i < member->tokens->len; i++)
    {
      g_autofree char *plain = NULL;
      const char *word = plx_tokens_word (member->tokens, i);
      guint number = plx_stem_number_word (word);
      GString *digits;

      if (number != G_MAXUINT && number > 0 && number == fact->value)
        return TRUE;
      if (!g_ascii_isdigit (*word))
        continue;
      digits = g_string_new (word);
      g_string_replace (digits, ",", "", 0);
      plain = g_string_free_and_steal (digits);
      if (g_ascii_strtod (plain, NULL) == fact->value)
        return TRUE;
    }

  return FALSE;
}

/* Whether the other sentence has the same anywhere: then the two agree, whatever else stands in
 * them. */
static gboolean
is_said_by (const Found *a,
            PlxMember   *member,
            const Sort  *sort)
{
  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = fact_at (member, i);

      if (fact->kind == sort->kind && (is_key_in (member, fact, a->fact->key) ||
                                       is_key_in (a->member, a->fact, fact->key)) &&
          sort->fit (a->fact, fact))
        return TRUE;
    }

  return sort->kind == PLX_FACT_NUMBER && has_number (member, a->fact);
}

/* "On Friday" may come out as two days where one page is older than its report. */
static gboolean
is_same_date (const Found *a,
              const Found *b)
{
  gsize n = a->fact->end - a->fact->start;

  return a->fact->kind == PLX_FACT_DATE && n == b->fact->end - b->fact->start &&
         g_ascii_strncasecmp (a->member->node->text + a->fact->start,
                              b->member->node->text + b->fact->start, n) == 0;
}

static gboolean
differ (const Found *a,
        const Found *b,
        const Sort  *sort)
{
  return !sort->fit (a->fact, b->fact) && !is_same_date (a, b) && meet (a, b) &&
         !is_said_by (a, b->member, sort) &&
         !is_said_by (b, a->member, sort) &&
         (plx_facts_oppose (a->member, a->fact, b->member, b->fact) ||
          (are_sole (a, b) && a->member->ref.article != b->member->ref.article));
}

static char *
name_difference (const Found *found)
{
  g_autofree char *key = plx_member_dup_words (found->member, found->fact->key_start,
                                               found->fact->key_end);

  switch (found->fact->kind)
    {
    case PLX_FACT_NUMBER:
      if (found->fact->is_sum)
        return g_strdup ("how much money");
      if (found->fact->is_rank)
        return g_strdup_printf ("which %s it is", key);
      return g_strdup_printf ("how many %s", key);

    case PLX_FACT_DATE:
      return g_strdup ("when it was");

    case PLX_FACT_CLOCK:
      return g_strdup ("at what time");

    case PLX_FACT_ORDER:
      return g_strdup_printf ("before or after: %s", key);

    case PLX_FACT_ALONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What a member says of that which two others say differently, or `NULL`. */
static char *
say (PlxMember   *member,
     const Found *a,
     const Found *b)
{
  for (guint i = 0; i < member->facts->len; i++)
    {
      Found own = { 0, member, fact_at (member, i) };

      if (meet (&own, a) || meet (&own, b))
        return plx_member_dup_words (member, own.fact->start, own.fact->end);
    }

  return NULL;
}

static const char *
rule_of (const PlxFact *a,
         const PlxFact *b)
{
  switch (a->kind)
    {
    case PLX_FACT_NUMBER:
      if (a->is_rank)
        return PLX_RULE_NUMBER_RANK;
      if (a->is_bound || b->is_bound)
        return PLX_RULE_NUMBER_BOUND;
      if (a->is_rough || b->is_rough)
        return PLX_RULE_NUMBER_ROUGH;
      return a->is_sum ? PLX_RULE_NUMBER_MONEY : PLX_RULE_NUMBER_EXACT;

    case PLX_FACT_DATE:
      return a->high - a->low < 7 && b->high - b->low < 7 ? PLX_RULE_DATE_DAY
                                                          : PLX_RULE_DATE_PERIOD;

    case PLX_FACT_CLOCK:
      return PLX_RULE_DATE_CLOCK;

    case PLX_FACT_ORDER:
      return PLX_RULE_ORDER;

    case PLX_FACT_ALONE:
    default:
      g_return_val_if_reached (PLX_RULE_WORDING_ALONE);
    }
}

static void
add (PlxClaimRecord *claim,
     GArray         *members,
     const Found    *a,
     const Found    *b,
     const Sort     *sort)
{
  g_autofree char **says = g_new0 (char *, members->len);

  for (guint k = 0; k < members->len; k++)
    {
      const Found *own = k == a->at ? a : k == b->at ? b : NULL;

      says[k] = own != NULL ? plx_member_dup_words (own->member, own->fact->start, own->fact->end)
                            : say (&g_array_index (members, PlxMember, k), a, b);
    }

  plx_claim_add_difference (claim, rule_of (a->fact, b->fact), name_difference (a), members, says);
  for (guint k = 0; k < members->len; k++)
    g_free (says[k]);
}

/* A fact of another member that cannot be true along with the given one. */
static gboolean
find_other (GArray      *members,
            const Found *a,
            const Sort  *sort,
            Found       *b)
{
  for (guint j = a->at + 1; j < plx_members_bound (members); j++)
    {
      *b = (Found) { j, &g_array_index (members, PlxMember, j), NULL };
      for (guint y = 0; y < b->member->facts->len; y++)
        {
          b->fact = fact_at (b->member, y);
          if (b->fact->kind == sort->kind && differ (a, b, sort))
            return TRUE;
        }
    }

  return FALSE;
}

static void
find_sort (PlxClaimRecord *claim,
           GArray         *members,
           const Sort     *sort)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      Found a = { i, &g_array_index (members, PlxMember, i), NULL };
      Found b;

      for (guint x = 0; x < a.member->facts->len; x++)
        {
          a.fact = fact_at (a.member, x);
          if (a.fact->kind != sort->kind ||
              g_hash_table_contains (done, GUINT_TO_POINTER (a.fact->key)) ||
              !find_other (members, &a, sort, &b))
            continue;
          add (claim, members, &a, &b, sort);
          g_hash_table_add (done, GUINT_TO_POINTER (a.fact->key));
          g_hash_table_add (done, GUINT_TO_POINTER (b.fact->key));
          if (sort->kind == PLX_FACT_ORDER)
            return;
        }
    }
}

/**
 * plx_differences_find_facts:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds numbers of the same thing, days and times of the day of the same event that cannot be
 * true together, and what is put before something here and after it there.
 */
void
plx_differences_find_facts (PlxClaimRecord *claim,
                            GArray         *members)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    find_sort (claim, members, &sorts[i]);
}
