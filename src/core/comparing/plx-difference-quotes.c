/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-quotes"

#include "config.h"

#include <string.h>

#include "comparing/plx-differing.h"
#include "comparing/plx-origins.h"
#include "comparing/plx-word-table.h"

/* Of a longer quotation only so many words are held side by side. */
#define MOST_WORDS 80

/* So many words, and so much of the shorter one, make two quotations the same one. */
#define LEAST_SHARED 4
#define SHARE 0.7

/* So many telling words make two quotations of other words the same one. */
#define LEAST_ROOTS 3

/* Where more of them are shared, a smaller part will do. */
#define MANY_SHARE 0.6

/* Where that much is the same, it was said once, whoever is named. */
#define MUCH_SHARE 0.8

/* So many words more in the middle are left out by the other one; a single one is put in. */
#define TRIMMED 2

/* How many words at the ends may be others. */
#define MOST_AT_END 2

/* How many words are shown around those that differ. */
#define AROUND 2

/* What no word hashes to but by chance. */
#define ASIDE 1

/* A word of a quotation. */
typedef struct
{
  guint32  hash;
  guint32  root;     /* of a telling word: hash of its stem; else 0 */
  guint32  start; /* in the sentence */
  guint32  end;
  gboolean is_capital;
  gboolean is_aside;   /* stands for what the writer has put in */
} Word;

typedef struct
{
  const PlxQuoted *quoted;
  GArray          *words; /* of Word */
} Quote;

typedef struct
{
  PlxWeave  *weave;
  GArray    *members;
  GPtrArray *quotes; /* (element-type GArray of Quote), for each member */
} Quotes;

/* Words of both from which on they go their own ways up to @past_a and @past_b. */
typedef struct
{
  guint first_a;
  guint past_a;
  guint first_b;
  guint past_b;
} Gap;

static void
quote_clear (gpointer data)
{
  g_array_unref (((Quote *) data)->words);
}

/* "It's" and "it is" are the same words. */
static const char *
expand (const char *folded)
{
  static const char * const forms[][2] = {
    { "'s", "is" },     { "'re", "are" },   { "'m", "am" },        { "'ll", "will" },
    { "'ve", "have" },  { "'d", "would" },  { "cannot", "can't" }, { "percent", "per cent" },
    { "ok", "okay" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (g_str_equal (folded, forms[i][0]))
        return forms[i][1];
    }

  return folded;
}

/* What stands in brackets is put in by the writer, and may stand for any words. */
static GArray *
words_of (PlxMember       *member,
          const PlxQuoted *quoted)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint depth = 0;

  for (guint i = 0; i < member->tokens->len && words->len < MOST_WORDS; i++)
    {
      PlxToken *token = plx_tokens_at (member->tokens, i);
      const char *word = expand (token->folded);
      Word own = { ASIDE, token->is_content ? token->stem : 0, token->start, token->end,
                   token->is_capital, FALSE };

      if (token->start + member->offset < quoted->start ||
          token->end + member->offset > quoted->end)
        continue;
      if (plx_tokens_among (member->tokens, i, "[ ("))
        {
          own.is_aside = TRUE;
          g_array_append_val (words, own);
          depth++;
        }
      else if (depth > 0 && plx_tokens_among (member->tokens, i, "] )"))
        depth--;
      else if (token->is_word && depth == 0)
        {
          own.hash = plx_word_hash (word, strlen (word));
          g_array_append_val (words, own);
        }
    }

  return words;
}

static GArray *
find_quotes (PlxMember *member)
{
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (Quote));

  g_array_set_clear_func (quotes, quote_clear);
  for (guint i = 0; i < member->node->quotes->len; i++)
    {
      Quote quote = { &g_array_index (member->node->quotes, PlxQuoted, i), NULL };

      quote.words = words_of (member, quote.quoted);
      if (quote.words->len >= LEAST_SHARED)
        g_array_append_val (quotes, quote);
      else
        g_array_unref (quote.words);
    }

  return quotes;
}

static const Word *
word_at (const Quote *quote,
         guint        i)
{
  return &g_array_index (quote->words, Word, i);
}

static gboolean
is_same_word (const Quote *a,
              guint        i,
              const Quote *b,
              guint        j)
{
  return word_at (a, i)->hash == word_at (b, j)->hash && !word_at (a, i)->is_aside;
}

/* The most that can be had from two places on: two points for each word that both have, and one
 * more where the next one follows in both, so that what is left out stays in one piece. */
typedef struct
{
  guint16 best;
  guint16 matched; /* where the two words here are taken as the same; else 0 */
} Points;

static void
count_points (const Quote *a,
              const Quote *b,
              Points      *points)
{
  guint width = b->words->len + 1;

  for (guint x = a->words->len; x-- > 0;)
    {
      for (guint y = b->words->len; y-- > 0;)
        {
          Points *own = &points[x * width + y], *next = &points[(x + 1) * width + y + 1];

          if (is_same_word (a, x, b, y))
            own->matched = 2 + MAX (next->best, next->matched > 0 ? next->matched + 1 : 0);
          own->best = MAX (own->matched, MAX (points[(x + 1) * width + y].best,
                                              points[x * width + y + 1].best));
        }
    }
}

/* For each word of @a the place of the same word of @b, or -1. Returns how many have one. */
static guint
align (const Quote *a,
       const Quote *b,
       int         *places)
{
  guint width = b->words->len + 1, n = 0, j = 0;
  g_autofree Points *points = g_new0 (Points, (a->words->len + 1) * width);

  count_points (a, b, points);
  for (guint i = 0; i < a->words->len;)
    {
      const Points *own = &points[i * width + j];
      gboolean follows = i > 0 && j > 0 && places[i - 1] == (int) j - 1;

      places[i] = -1;
      if (own->matched > 0 && own->matched + follows >= own->best)
        {
          places[i++] = j++;
          n++;
        }
      else if (j < b->words->len &&
               points[i * width + j + 1].best > points[(i + 1) * width + j].best)
        {
          j++;
        }
      else
        {
          i++;
        }
    }

  return n;
}

/* A name may be written otherwise, and is the same said. */
static gboolean
is_spelling (const Quote *a,
             const Quote *b,
             const Gap   *gap)
{
  for (guint i = gap->first_a; i < gap->past_a; i++)
    {
      if (!word_at (a, i)->is_capital)
        return FALSE;
    }
  for (guint i = gap->first_b; i < gap->past_b; i++)
    {
      if (!word_at (b, i)->is_capital)
        return FALSE;
    }

  return gap->past_a > gap->first_a && gap->past_b > gap->first_b;
}

static gboolean
has_aside (const Quote *quote,
           guint        first,
           guint        past)
{
  for (guint i = first; i < past; i++)
    {
      if (word_at (quote, i)->is_aside)
        return TRUE;
    }

  return FALSE;
}

/* The rule that a gap falls under, or `NULL`. At an end, quotations may begin and stop where they
 * like; only where both have one or two words there, they are others. */
static const char *
rule_of_gap (const Quote *a,
             const Quote *b,
             const Gap   *gap,
             gboolean     is_end)
{
  guint n_a = gap->past_a - gap->first_a, n_b = gap->past_b - gap->first_b;

  if (n_a + n_b == 0 || is_spelling (a, b, gap) || has_aside (a, gap->first_a, gap->past_a) ||
      has_aside (b, gap->first_b, gap->past_b))
    return NULL;
  if (n_a > 0 && n_b > 0)
    return !is_end || MAX (n_a, n_b) <= MOST_AT_END ? PLX_RULE_QUOTE_ALTERED : NULL;
  if (is_end)
    return NULL;

  return n_a + n_b >= TRIMMED ? PLX_RULE_QUOTE_TRIMMED : PLX_RULE_QUOTE_ALTERED;
}

/* The first gap that makes a difference. Returns its rule, or `NULL` where the two quotations are
 * none of the same words, or do not differ. @n_same gets how many words are the same. */
static const char *
find_gap (const Quote *a,
          const Quote *b,
          Gap         *gap,
          guint       *n_same)
{
  g_autofree int *places = g_new (int, a->words->len);
  guint least = MIN (a->words->len, b->words->len);
  Gap own = { 0 };
  gboolean is_start = TRUE;

  *n_same = align (a, b, places);
  if (*n_same < LEAST_SHARED || *n_same < SHARE * least)
    return NULL;

  for (guint i = 0; i <= a->words->len; i++)
    {
      gboolean is_end = i == a->words->len;
      const char *rule;

      if (!is_end && places[i] < 0)
        continue;
      own.past_a = i;
      own.past_b = is_end ? b->words->len : (guint) places[i];
      rule = rule_of_gap (a, b, &own, is_start || is_end);
      if (rule != NULL)
        {
          *gap = own;
          return rule;
        }
      own.first_a = i + 1;
      own.first_b = own.past_b + 1;
      is_start = FALSE;
    }

  return NULL;
}

static char *
around (PlxMember   *member,
        const Quote *quote,
        guint        first,
        guint        past)
{
  guint from = first > AROUND ? first - AROUND : 0;
  guint to = MIN (past + AROUND, quote->words->len);

  return plx_member_dup_words (member, word_at (quote, from)->start, word_at (quote, to - 1)->end);
}

/* The same words by two people. Whoever is named by a last name only is the same as the one with
 * that name, which the entity tells. */
static gboolean
are_two_speakers (Quotes      *self,
                  const Quote *a,
                  const Quote *b)
{
  const PlxEntityRecord *of_a, *of_b;

  if (a->quoted->speaker == PLX_NONE || b->quoted->speaker == PLX_NONE ||
      a->quoted->speaker == b->quoted->speaker)
    return FALSE;
  of_a = g_ptr_array_index (self->weave->entities, a->quoted->speaker);
  of_b = g_ptr_array_index (self->weave->entities, b->quoted->speaker);

  return of_a->kind == PLX_KIND_PERSON && of_b->kind == PLX_KIND_PERSON;
}

static char *
dup_speaker (PlxMember   *member,
             const Quote *quote)
{
  const char *text = member->annotation->document->text->str;

  return g_strndup (text + quote->quoted->speaker_start,
                    quote->quoted->speaker_end - quote->quoted->speaker_start);
}

/* With plain marks, since one writes "’" where another writes "'". */
static char *
dup_plain (const char *words)
{
  GString *plain = g_string_new (words);

  g_string_replace (plain, "’", "'", 0);

  return g_string_free_and_steal (plain);
}

static gboolean
quotes_words (PlxMember  *member,
              const char *words)
{
  g_autofree char *text = dup_plain (member->node->text), *plain = dup_plain (words);

  return member->node->quotes->len > 0 && strstr (text, plain) != NULL;
}

/* Whether a difference told already has a member's words and those of the other. */
static gboolean
is_told (PlxClaimRecord *claim,
         const char     *rule,
         PlxMember      *a,
         PlxMember      *b)
{
  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);
      guint n = 0;

      for (guint k = 0; k < difference->refs->len; k++)
        {
          PlxSentenceRef ref = g_array_index (difference->refs, PlxSentenceRef, k);

          n += (ref.article == a->ref.article && ref.sentence == a->ref.sentence) ||
               (ref.article == b->ref.article && ref.sentence == b->ref.sentence);
        }
      if (n == 2 && g_str_equal (difference->rule, rule))
        return TRUE;
    }

  return FALSE;
}

/* Whether somebody is named by the entity, by a word that points back, or by none. */
static gboolean
is_open (PlxMember   *member,
         const Quote *quote)
{
  g_autofree char *words = NULL;

  if (quote->quoted->speaker != PLX_NONE)
    return FALSE;
  if (quote->quoted->speaker_end == 0)
    return TRUE;
  words = dup_speaker (member, quote);

  return g_ascii_strcasecmp (words, "he") == 0 || g_ascii_strcasecmp (words, "she") == 0 ||
         g_ascii_strcasecmp (words, "they") == 0;
}

/* Other words are another memory of the same only where the same one has said them. */
static gboolean
may_be_one_speaker (PlxMember   *of_a,
                    const Quote *a,
                    PlxMember   *of_b,
                    const Quote *b)
{
  return (a->quoted->speaker != PLX_NONE && a->quoted->speaker == b->quoted->speaker) ||
         (is_open (of_a, a) && b->quoted->speaker != PLX_NONE) ||
         (is_open (of_b, b) && a->quoted->speaker != PLX_NONE);
}

static void
add (Quotes         *self,
     PlxClaimRecord *claim,
     const char     *rule,
     guint           i,
     char           *says_i,
     guint           j,
     char           *says_j)
{
  g_autofree char **says = g_new0 (char *, self->members->len);
  gboolean of_speaker = g_str_equal (rule, PLX_RULE_QUOTE_SPEAKER);

  says[i] = says_i;
  says[j] = says_j;
  for (guint k = 0; !of_speaker && k < self->members->len; k++)
    {
      if (says[k] == NULL && quotes_words (plx_members_at (self->members, k), says_i))
        says[k] = g_strdup (says_i);
      else if (says[k] == NULL && quotes_words (plx_members_at (self->members, k), says_j))
        says[k] = g_strdup (says_j);
    }
  plx_claim_add_difference (claim, rule,
                            g_strdup (of_speaker ? "who has said it" : "what was said word for "
                                      "word"),
                            self->members, says);
  for (guint k = 0; k < self->members->len; k++)
    g_free (says[k]);
}

/* Whether the article of a member quotes some words anywhere in the claim: then it has both. */
static gboolean
has_both (Quotes     *self,
          PlxMember  *member,
          const char *words)
{
  for (guint k = 0; k < self->members->len; k++)
    {
      PlxMember *other = plx_members_at (self->members, k);

      if (other->ref.article == member->ref.article && quotes_words (other, words))
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_gap (Quotes         *self,
          PlxClaimRecord *claim,
          const char     *rule,
          guint           i,
          const Quote    *a,
          guint           j,
          const Quote    *b,
          const Gap      *gap)
{
  PlxMember *of_a = plx_members_at (self->members, i), *of_b = plx_members_at (self->members, j);
  g_autofree char *says_a = around (of_a, a, gap->first_a, gap->past_a);
  g_autofree char *says_b = around (of_b, b, gap->first_b, gap->past_b);

  if (has_both (self, of_b, says_a) || has_both (self, of_a, says_b))
    return FALSE;
  add (self, claim, rule, i, g_steal_pointer (&says_a), j, g_steal_pointer (&says_b));

  return TRUE;
}

static guint
n_roots_in (const Quote *quote,
            const Quote *other,
            guint       *n_shared)
{
  guint n = 0;

  *n_shared = 0;
  for (guint i = 0; i < quote->words->len; i++)
    {
      guint32 root = word_at (quote, i)->root;
      gboolean found = FALSE;

      if (root == 0)
        continue;
      n++;
      for (guint k = 0; k < other->words->len && !found; k++)
        found = word_at (other, k)->root == root;
      *n_shared += found;
    }

  return n;
}

/* "They gave me a year" and "I was given a year": two translations, or two memories, of the same
 * words. */
static gboolean
says_in_other_words (const Quote *a,
                     const Quote *b,
                     guint        n_same)
{
  guint shared_a, shared_b, shared;
  guint n_a = n_roots_in (a, b, &shared_a), n_b = n_roots_in (b, a, &shared_b);

  shared = MIN (shared_a, shared_b);

  return n_same < SHARE * MIN (a->words->len, b->words->len) && shared >= LEAST_ROOTS &&
         shared >= (shared > LEAST_ROOTS ? MANY_SHARE : SHARE) * MIN (n_a, n_b) &&
         2 * MIN (n_a, n_b) >= MAX (n_a, n_b);
}

/* Whether the article of a member quotes words that are closer to a quotation than so many words:
 * then it has that one there, and here another one that only sounds like it. */
static gboolean
has_closer (Quotes      *self,
            PlxMember   *member,
            const Quote *quote,
            guint        n_same)
{
  g_autofree int *places = g_new (int, quote->words->len);

  for (guint i = 0; i < plx_members_bound (self->members); i++)
    {
      GArray *others = g_ptr_array_index (self->quotes, i);

      if (plx_members_at (self->members, i)->ref.article != member->ref.article)
        continue;
      for (guint k = 0; k < others->len; k++)
        {
          if (align (quote, &g_array_index (others, Quote, k), places) > n_same)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
differ (Quotes         *self,
        PlxClaimRecord *claim,
        guint           i,
        const Quote    *a,
        guint           j,
        const Quote    *b)
{
  PlxMember *of_a = plx_members_at (self->members, i), *of_b = plx_members_at (self->members, j);
  guint n_same;
  Gap gap;
  const char *rule = find_gap (a, b, &gap, &n_same);

  if (rule != NULL && is_told (claim, rule, of_a, of_b))
    return FALSE;

  /* Two people may say much the same in their own words. */
  if (rule != NULL && n_same < MUCH_SHARE * MAX (a->words->len, b->words->len) &&
      are_two_speakers (self, a, b))
    return FALSE;
  if (rule != NULL && (has_closer (self, of_b, a, n_same) || has_closer (self, of_a, b, n_same)))
    return FALSE;
  if (rule != NULL)
    return take_gap (self, claim, rule, i, a, j, b, &gap);
  if (says_in_other_words (a, b, n_same) && may_be_one_speaker (of_a, a, of_b, b) &&
      !is_told (claim, PLX_RULE_QUOTE_ALTERED, of_a, of_b))
    {
      Gap all = { 0, a->words->len, 0, b->words->len };

      return take_gap (self, claim, PLX_RULE_QUOTE_ALTERED, i, a, j, b, &all);
    }
  if (n_same < LEAST_SHARED || n_same < MIN (a->words->len, b->words->len) ||
      !are_two_speakers (self, a, b))
    return FALSE;
  add (self, claim, PLX_RULE_QUOTE_SPEAKER, i, dup_speaker (of_a, a), j, dup_speaker (of_b, b));

  return TRUE;
}

static gboolean
find_between (Quotes         *self,
              PlxClaimRecord *claim,
              guint           i,
              guint           j)
{
  GArray *of_i = g_ptr_array_index (self->quotes, i), *of_j = g_ptr_array_index (self->quotes, j);

  if (plx_members_at (self->members, i)->ref.article ==
      plx_members_at (self->members, j)->ref.article)
    return FALSE;

  for (guint x = 0; x < of_i->len; x++)
    {
      for (guint y = 0; y < of_j->len; y++)
        {
          if (differ (self, claim, i, &g_array_index (of_i, Quote, x), j,
                      &g_array_index (of_j, Quote, y)))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * plx_differences_find_quotes:
 * @weave: the sentences of a story
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds quotations of the same words that are not the same between their marks: others put in
 * their place, some left out in the middle, or another one said to have spoken them. Where a
 * quotation begins and where it stops is the writer's to choose.
 */
void
plx_differences_find_quotes (PlxWeave       *weave,
                             PlxClaimRecord *claim,
                             GArray         *members)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Quotes self = { weave, members, quotes };

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (quotes, find_quotes (plx_members_at (members, i)));

  for (guint i = 0; i < plx_members_bound (members); i++)
    {
      /* A second pair with this one would mostly tell the same once more. */
      for (guint j = i + 1; j < plx_members_bound (members); j++)
        {
          if (find_between (&self, claim, i, j))
            break;
        }
    }
}
