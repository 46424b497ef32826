/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-differences"

#include "config.h"

#include "comparing/plx-differences.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-differing.h"
#include "comparing/plx-similarity.h"

/* From here on two sentences of a story report the same in most cases. */
#define CLOSE 0.7

/* "Around midday" may be as far from it as this. */
#define ROUGH_MINUTES 45

/**
 * plx_claim_members_new:
 * @weave: the sentences of a story
 * @claim: a claim of it
 *
 * Returns: (transfer full) (element-type PlxMember): the sentences of the claim with what can
 *   differ in them
 */
GArray *
plx_claim_members_new (PlxWeave       *weave,
                       PlxClaimRecord *claim)
{
  GArray *members = g_array_new (FALSE, TRUE, sizeof (PlxMember));

  g_array_set_clear_func (members, plx_member_clear);
  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, i);
      PlxAnnotation *annotation = g_ptr_array_index (weave->annotations, ref.article);
      PlxNode *node = plx_weave_get_node (weave, ref);
      PlxMember member = {
        .ref = ref,
        .node = node,
        .annotation = annotation,
        .offset = g_array_index (annotation->sentences, PlxSentenceSpan, ref.sentence).start,
        .tokens = plx_tokens_new (node->text, 0, strlen (node->text)),
        .facts = plx_facts_find (node->text, plx_document_get_day (annotation->document)),
      };

      g_array_append_val (members, member);
    }

  return members;
}

void
plx_member_clear (gpointer data)
{
  PlxMember *member = data;

  g_array_unref (member->tokens);
  g_array_unref (member->facts);
}

/**
 * plx_member_opposes:
 * @self: a sentence of a claim
 * @other: another one
 *
 * A claim may hold sentences that have only a part in common; what they say differently is then
 * not the same thing said differently. An article may well add to its own words.
 *
 * Returns: whether both are of different articles and close enough that a difference counts
 */
gboolean
plx_member_opposes (PlxMember *self,
                    PlxMember *other)
{
  return self->ref.article != other->ref.article &&
         plx_similarity_in_story (self->node->terms, other->node->terms) >= CLOSE;
}

/**
 * plx_member_dup_words:
 * @self: a sentence of a claim
 * @start: first byte
 * @end: the byte after the last
 *
 * Returns: (transfer full): these words of it
 */
char *
plx_member_dup_words (PlxMember *self,
                      guint32    start,
                      guint32    end)
{
  return g_strndup (self->node->text + start, end - start);
}

/**
 * plx_claim_add_difference:
 * @claim: a claim
 * @kind: what its sentences say differently
 * @about: (transfer full): the same in words
 * @members: (element-type PlxMember): the sentences of the claim
 * @says: (array) (element-type utf8): what each of them says; those that are `NULL` say nothing
 *   about it
 */
void
plx_claim_add_difference (PlxClaimRecord     *claim,
                          PlxDifferenceKind   kind,
                          char               *about,
                          GArray             *members,
                          char              **says)
{
  PlxDifferenceRecord *difference = plx_difference_record_new (kind);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  difference->about = about;
  for (guint i = 0; i < members->len; i++)
    {
      if (says[i] == NULL)
        continue;
      g_array_append_val (difference->refs, g_array_index (members, PlxMember, i).ref);
      g_strv_builder_add (builder, says[i]);
    }
  difference->says = g_strv_builder_end (builder);

  g_ptr_array_add (claim->differences, difference);
}

static void
free_says (char  **says,
           guint   n)
{
  for (guint i = 0; i < n; i++)
    g_free (says[i]);
  g_free (says);
}

static const PlxFact *
find_fact (PlxMember   *member,
           PlxFactKind  kind,
           guint32      key)
{
  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = &g_array_index (member->facts, PlxFact, i);

      if (fact->kind == kind && fact->key == key)
        return fact;
    }

  return NULL;
}

static gboolean
numbers_differ (const PlxFact *a,
                const PlxFact *b)
{
  double distance = fabs (a->low - b->low);

  /* About nineteen thousand and 19,384 are the same number. */
  if (a->is_rough || b->is_rough)
    return distance > 0.1 * MAX (a->low, b->low);

  return distance > 1e-9;
}

/* Puts together what all sentences say of the thing that @first is about. Returns whether two
 * articles differ. */
static gboolean
collect (GArray         *members,
         const PlxFact  *first,
         gboolean      (*differ) (const PlxFact *a, const PlxFact *b),
         char          **says)
{
  gboolean any = FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *a = &g_array_index (members, PlxMember, i);
      const PlxFact *fact_a = find_fact (a, first->kind, first->key);

      if (fact_a == NULL)
        continue;
      says[i] = plx_member_dup_words (a, fact_a->start, fact_a->end);
      for (guint j = 0; j < i; j++)
        {
          PlxMember *b = &g_array_index (members, PlxMember, j);
          const PlxFact *fact_b = find_fact (b, first->kind, first->key);

          any |= fact_b != NULL && differ (fact_a, fact_b) && plx_member_opposes (a, b);
        }
    }

  return any;
}

static gboolean
orders_differ (const PlxFact *a,
               const PlxFact *b)
{
  return a->low != b->low;
}

static gboolean
clocks_differ (const PlxFact *a,
               const PlxFact *b)
{
  double distance = fabs (a->low - b->low);

  return distance > (a->is_rough || b->is_rough ? ROUGH_MINUTES : 10);
}

static char *
name_difference (PlxMember     *member,
                 const PlxFact *fact)
{
  g_autofree char *key = plx_member_dup_words (member, fact->key_start, fact->key_end);

  if (fact->kind == PLX_FACT_NUMBER)
    return g_strdup_printf ("how many %s", key);
  if (fact->kind == PLX_FACT_CLOCK)
    return g_strdup ("at what time");

  return g_strdup_printf ("before or after: %s", key);
}

/* Numbers of the same thing, times of the day, and before or after the same thing. */
static void
find_by_key (PlxClaimRecord    *claim,
             GArray            *members,
             PlxFactKind        kind,
             PlxDifferenceKind  shown_as,
             gboolean         (*differ) (const PlxFact *a, const PlxFact *b))
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *member = &g_array_index (members, PlxMember, i);

      for (guint j = 0; j < member->facts->len; j++)
        {
          const PlxFact *fact = &g_array_index (member->facts, PlxFact, j);
          char **says;

          if (fact->kind != kind || !g_hash_table_add (done, GUINT_TO_POINTER (fact->key)))
            continue;
          says = g_new0 (char *, members->len);
          if (collect (members, fact, differ, says))
            {
              plx_claim_add_difference (claim, shown_as, name_difference (member, fact), members,
                                        says);
              free_says (says, members->len);
              if (kind == PLX_FACT_ORDER)
                return;
              continue;
            }
          free_says (says, members->len);
        }
    }
}

/* The same telling words, in whatever form, make the same phrase. */
static gboolean
is_same_phrase (PlxMember     *a,
                const PlxFact *fact_a,
                PlxMember     *b,
                const PlxFact *fact_b)
{
  guint n_a = 0, n_b = 0, n_shared = 0;

  for (guint j = 0; j < b->tokens->len; j++)
    {
      PlxToken *token = plx_tokens_at (b->tokens, j);

      n_b += token->is_content && token->start >= fact_b->start && token->end <= fact_b->end;
    }

  for (guint i = 0; i < a->tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (a->tokens, i);
      gboolean found = FALSE;

      if (!token->is_content || token->start < fact_a->start || token->end > fact_a->end)
        continue;
      n_a++;
      for (guint j = 0; j < b->tokens->len && !found; j++)
        {
          PlxToken *other = plx_tokens_at (b->tokens, j);

          found = other->start >= fact_b->start && other->end <= fact_b->end &&
                  other->stem == token->stem;
        }
      n_shared += found;
    }

  return n_shared == MAX (n_a, n_b);
}

/* What is called the first, the only, the largest of what. */
static void
find_alone (PlxClaimRecord *claim,
            GArray         *members)
{
  g_autofree char **says = g_new0 (char *, members->len);
  PlxMember *first = NULL;
  const PlxFact *first_fact = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *member = &g_array_index (members, PlxMember, i);

      for (guint j = 0; j < member->facts->len && says[i] == NULL; j++)
        {
          const PlxFact *fact = &g_array_index (member->facts, PlxFact, j);

          if (fact->kind != PLX_FACT_ALONE || (first != NULL && fact->key != first_fact->key))
            continue;
          says[i] = plx_member_dup_words (member, fact->start, fact->end);
          if (first == NULL)
            {
              first = member;
              first_fact = fact;
            }
          else
            {
              any |= !is_same_phrase (first, first_fact, member, fact) &&
                     plx_member_opposes (member, first);
            }
        }
    }

  if (any)
    {
      g_autofree char *word = plx_member_dup_words (first, first_fact->key_start,
                                                    first_fact->key_end);

      plx_claim_add_difference (claim, PLX_DIFFERENCE_WORDING,
                                g_strdup_printf ("what it is the %s of", word), members, says);
    }

  for (guint i = 0; i < members->len; i++)
    g_free (says[i]);
}

/**
 * plx_differences_find:
 * @weave: the sentences of a story
 * @claim: a claim of it, whose differences are filled in
 *
 * Finds what the sentences of a claim say differently.
 */
void
plx_differences_find (PlxWeave       *weave,
                      PlxClaimRecord *claim)
{
  g_autoptr (GArray) members = NULL;

  if (claim->n_sources < 2)
    return;

  members = plx_claim_members_new (weave, claim);
  find_by_key (claim, members, PLX_FACT_NUMBER, PLX_DIFFERENCE_NUMBER, numbers_differ);
  plx_differences_find_dates (claim, members);
  find_by_key (claim, members, PLX_FACT_CLOCK, PLX_DIFFERENCE_DATE, clocks_differ);
  find_by_key (claim, members, PLX_FACT_ORDER, PLX_DIFFERENCE_DATE, orders_differ);
  plx_differences_find_names (weave, claim, members);
  plx_differences_find_standings (claim, members);
  plx_differences_find_stance (claim, members);
  find_alone (claim, members);
}
