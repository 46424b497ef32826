/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-facts"

#include "config.h"

#include "comparing/plx-differing.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-fact-fit.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"

/* How alike two nouns are used that may stand for the same things. */
#define ALIKE 0.7



/* A fact of one of the members. */
typedef struct
{
  guint          at;
  PlxMember     *member;
  const PlxFact *fact;
} Found;

static const PlxFactKind kinds[] = {
  PLX_FACT_NUMBER, PLX_FACT_DATE, PLX_FACT_CLOCK, PLX_FACT_ORDER, PLX_FACT_LAST, PLX_FACT_AGE,
  PLX_FACT_SHARE, PLX_FACT_SCORE,
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

static gboolean
find_place (const Found  *found,
            PlxWordPlace *place)
{
  guint last = plx_member_token_at (found->member, found->fact->key_end - 1);
  const char *word = plx_tokens_word (found->member->tokens, last);

  return plx_word_place (plx_word_hash (word, strlen (word)), place);
}

/* "Prisoners" and "inmates" may be the same people. */
static gboolean
count_alike (const Found *a,
             const Found *b)
{
  PlxWordPlace place_a = { 0 }, place_b = { 0 };

  if (a->fact->is_sum || b->fact->is_sum || a->fact->is_time || b->fact->is_time ||
      !a->fact->is_telling || !b->fact->is_telling)
    return FALSE;

  return find_place (a, &place_a) && find_place (b, &place_b) &&
         plx_word_places_cosine (&place_a, &place_b) >= ALIKE;
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
               : a->fact->group != b->fact->group && !count_alike (a, b)))
    return FALSE;
  share = plx_settings_share (a->member, &in_a, b->member, &in_b);

  return share.words >= 1u + is_bare || (share.words > 0 && share.names > 0);
}

static guint
n_sums (PlxMember *member)
{
  guint n = 0;

  for (guint i = 0; i < member->facts->len; i++)
    n += fact_at (member, i)->is_sum;

  return n;
}

/* The price in pounds and the price in euros. What a dollar is worth that day nobody knows here,
 * so it is only told that they are two; where an article converts, it tells both. */
static gboolean
are_other_currencies (const Found *a,
                      const Found *b)
{
  PlxShare share;

  if (!a->fact->is_sum || !b->fact->is_sum || a->fact->key == b->fact->key ||
      n_sums (a->member) > 1 || n_sums (b->member) > 1)
    return FALSE;
  share = plx_facts_share (a->member, a->fact, b->member, b->fact);

  return share.words + share.names >= 2 && plx_member_opposes (a->member, b->member);
}

/* Whether a date is the only one of its sentence; the last day for something is of another sort. */
static gboolean
is_sole_date (const Found *found)
{
  for (guint i = 0; i < found->member->facts->len; i++)
    {
      const PlxFact *fact = fact_at (found->member, i);

      if (fact != found->fact && fact->kind == PLX_FACT_DATE &&
          fact->is_deadline == found->fact->is_deadline)
        return FALSE;
    }

  return found->fact->kind == PLX_FACT_DATE;
}

/* Of two sentences that report the same, each with one date, it is the date of that, in whatever
 * words. */
static gboolean
are_sole_dates (const Found *a,
                const Found *b)
{
  PlxSetting in_a, in_b;
  PlxShare share;
  guint shared, least;

  if (!is_sole_date (a) || !is_sole_date (b))
    return FALSE;
  in_a = plx_member_get_setting (a->member, a->fact->start, a->fact->end);
  in_b = plx_member_get_setting (b->member, b->fact->start, b->fact->end);
  in_a.loosely = in_b.loosely = TRUE;
  share = plx_settings_share (a->member, &in_a, b->member, &in_b);
  shared = share.words + share.names;
  least = MIN (share.of_a, share.of_b);
  if (share.words == 0 || (share.names == 0 && share.names_a > 0 && share.names_b > 0))
    return FALSE;

  if (a->fact->is_deadline && b->fact->is_deadline)
    return shared >= 2 && 3 * shared >= least;

  return shared >= 3 ? 5 * shared >= 2 * least
                     : 2 * shared >= least && plx_member_opposes (a->member, b->member);
}

/* "a two-day summit" and "a five-year plan" measure two things. */
static gboolean
measure_others (const PlxFact *a,
                const PlxFact *b)
{
  return a->is_time && b->is_time && a->group != a->key && b->group != b->key &&
         a->group != b->group;
}

/* Ages, shares and scores have nothing that they count: each sentence has one of them, and much
 * the same besides. */
static gboolean
are_sole_of_kind (const Found *a,
                  const Found *b)
{
  PlxSetting in_a = { 0, G_MAXUINT32, a->fact->start, a->fact->end, FALSE };
  PlxSetting in_b = { 0, G_MAXUINT32, b->fact->start, b->fact->end, FALSE };
  const Found *sides[] = { a, b };
  PlxShare share;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      guint n = 0;

      for (guint k = 0; k < sides[i]->member->facts->len; k++)
        n += fact_at (sides[i]->member, k)->kind == sides[i]->fact->kind;
      if (n != 1)
        return FALSE;
    }
  share = plx_settings_share (a->member, &in_a, b->member, &in_b);
  if (share.names == 0 && share.names_a > 0 && share.names_b > 0)
    return FALSE;

  return share.words > 0 && share.words + share.names >= 2;
}

/* Whether two facts tell of the same thing. */
static gboolean
meet (const Found *a,
      const Found *b)
{
  if (a->fact->kind != b->fact->kind || a->fact->is_rank != b->fact->is_rank)
    return FALSE;
  if (a->fact->kind == PLX_FACT_AGE || a->fact->kind == PLX_FACT_SHARE ||
      a->fact->kind == PLX_FACT_SCORE)
    return are_sole_of_kind (a, b);
  if (are_sole (a, b) || are_other_currencies (a, b) || are_sole_dates (a, b))
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

/* Whether a token is of a whole of which another number is told to be a part. */
static gboolean
is_whole (PlxMember *member,
          guint      token)
{
  const PlxToken *own = plx_tokens_at (member->tokens, token);

  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = fact_at (member, i);

      if (fact->is_portion && own->start > fact->start && own->end <= fact->end)
        return TRUE;
    }

  return FALSE;
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

      if (is_whole (member, i))
        continue;
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
            PlxFactKind  kind)
{
  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = fact_at (member, i);

      if (fact->kind == kind && (is_key_in (member, fact, a->fact->key) ||
                                       is_key_in (a->member, a->fact, fact->key)) &&
          plx_facts_fit (a->fact, fact))
        return TRUE;
    }

  return kind == PLX_FACT_NUMBER && has_number (member, a->fact);
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

/* "23 percent are cut" leaves 77. */
static gboolean
make_a_whole (const Found *a,
              const Found *b)
{
  return is_percent (a) && is_percent (b) && a->fact->value > 0 &&
         fabs (a->fact->value + b->fact->value - 100) < 0.05;
}

/* A part of 90 and 90 themselves are the same people, and no two counts of them, unless both are
 * said to be something. */
static gboolean
is_its_whole (const Found *part,
              const Found *whole)
{
  PlxSetting in_a = { 0, G_MAXUINT32, part->fact->start, part->fact->end, TRUE };
  PlxSetting in_b = { 0, G_MAXUINT32, whole->fact->start, whole->fact->end, TRUE };
  PlxShare share;

  if (!part->fact->is_portion || whole->fact->is_portion)
    return FALSE;
  share = plx_settings_share (part->member, &in_a, whole->member, &in_b);

  return share.words < 2;
}

static gboolean
differ (const Found *a,
        const Found *b,
        PlxFactKind  kind)
{
  return !plx_facts_fit (a->fact, b->fact) && !make_a_whole (a, b) && !is_same_date (a, b) &&
         !is_its_whole (a, b) && !is_its_whole (b, a) && meet (a, b) &&
         !is_said_by (a, b->member, kind) &&
         !is_said_by (b, a->member, kind) &&
         (plx_facts_oppose (a->member, a->fact, b->member, b->fact) ||
          ((are_sole (a, b) || are_sole_dates (a, b)) &&
           a->member->ref.article != b->member->ref.article));
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

    case PLX_FACT_LAST:
      return g_strdup ("since when it had not been");

    case PLX_FACT_AGE:
      return g_strdup ("how old");

    case PLX_FACT_SHARE:
      return g_strdup ("how large a part");

    case PLX_FACT_SCORE:
      return g_strdup ("with what result");

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
      if (a->is_sum && b->is_sum && a->key != b->key)
        return PLX_RULE_NUMBER_CURRENCY;
      if (plx_facts_have_range (a, b))
        return PLX_RULE_NUMBER_RANGE;
      if (a->is_bound || b->is_bound)
        return PLX_RULE_NUMBER_BOUND;
      if (a->is_rough || b->is_rough)
        return PLX_RULE_NUMBER_ROUGH;
      return a->is_sum ? PLX_RULE_NUMBER_MONEY : PLX_RULE_NUMBER_EXACT;

    case PLX_FACT_DATE:
      if (plx_facts_count_by_ends (a, b))
        return PLX_RULE_DATE_END;
      return a->high - a->low < 7 && b->high - b->low < 7 ? PLX_RULE_DATE_DAY
                                                          : PLX_RULE_DATE_PERIOD;

    case PLX_FACT_CLOCK:
      return PLX_RULE_DATE_CLOCK;

    case PLX_FACT_ORDER:
      return PLX_RULE_ORDER;

    case PLX_FACT_LAST:
      return PLX_RULE_DATE_LAST;

    case PLX_FACT_AGE:
      return PLX_RULE_NUMBER_AGE;

    case PLX_FACT_SHARE:
      return PLX_RULE_NUMBER_SHARE;

    case PLX_FACT_SCORE:
      return PLX_RULE_NUMBER_SCORE;

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
     PlxFactKind     kind)
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

/* Whether a member says something that fits with one fact and not with the other. */
static gboolean
bears_out (PlxMember   *member,
           const Found *a,
           const Found *b,
           PlxFactKind  kind)
{
  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = fact_at (member, i);

      if (fact->kind == kind && fact->key == a->fact->key && plx_facts_fit (a->fact, fact) &&
          !plx_facts_fit (b->fact, fact))
        return TRUE;
    }

  return FALSE;
}

/* A third sentence that has both numbers tells that they are of two things. */
static gboolean
are_told_apart (GArray      *members,
                const Found *a,
                const Found *b,
                PlxFactKind  kind)
{
  for (guint k = 0; kind == PLX_FACT_NUMBER && k < plx_members_bound (members); k++)
    {
      PlxMember *member = plx_members_at (members, k);

      if (k != a->at && k != b->at && bears_out (member, a, b, kind) &&
          bears_out (member, b, a, kind))
        return TRUE;
    }

  return FALSE;
}

/* A fact of another member that cannot be true along with the given one. */
static gboolean
find_other (GArray      *members,
            const Found *a,
            PlxFactKind  kind,
            Found       *b)
{
  for (guint j = a->at + 1; j < plx_members_bound (members); j++)
    {
      *b = (Found) { j, &g_array_index (members, PlxMember, j), NULL };
      for (guint y = 0; y < b->member->facts->len; y++)
        {
          b->fact = fact_at (b->member, y);
          if (b->fact->kind == kind && differ (a, b, kind) &&
              !are_told_apart (members, a, b, kind))
            return TRUE;
        }
    }

  return FALSE;
}

static void
find_of_kind (PlxClaimRecord *claim,
           GArray         *members,
           PlxFactKind     kind)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      Found a = { i, &g_array_index (members, PlxMember, i), NULL };
      Found b;

      for (guint x = 0; x < a.member->facts->len; x++)
        {
          a.fact = fact_at (a.member, x);
          if (a.fact->kind != kind ||
              g_hash_table_contains (done, GUINT_TO_POINTER (a.fact->key)) ||
              !find_other (members, &a, kind, &b))
            continue;
          add (claim, members, &a, &b, kind);
          g_hash_table_add (done, GUINT_TO_POINTER (a.fact->key));
          g_hash_table_add (done, GUINT_TO_POINTER (b.fact->key));
          if (kind == PLX_FACT_ORDER)
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
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    find_of_kind (claim, members, kinds[i]);
}
