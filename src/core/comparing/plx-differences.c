/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-differences"

#include "config.h"

#include "comparing/plx-differences.h"

#include <string.h>

#include "comparing/plx-assertions.h"
#include "comparing/plx-differing.h"
#include "comparing/plx-fact-finer.h"
#include "comparing/plx-similarity.h"

/* From here on two sentences of a story report the same in most cases. */
#define CLOSE 0.7

/* A claim of more sentences is looked at by these; what the others say is told all the same. It
 * keeps the time in proportion to the claim. */
#define MOST_MEMBERS 40

/* Where the same is said of the same, less will do; a "not" alone makes them less alike. */
#define NEAR 0.4

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
        .tokens = g_array_ref (node->tokens),
      };

      member.facts = plx_facts_refine (node->facts, member.tokens,
                                       plx_document_get_day (annotation->document));
      member.assertions = plx_assertions_find (&member);
      member.index = i;
      member.similar = g_new (float, claim->refs->len);
      for (guint k = 0; k < claim->refs->len; k++)
        member.similar[k] = -1;
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
  g_array_unref (member->assertions);
  g_free (member->similar);
}

/**
 * plx_members_bound:
 * @members: (element-type PlxMember): the sentences of a claim
 *
 * Returns: how many of them are held side by side, each with each
 */
guint
plx_members_bound (GArray *members)
{
  return MIN (members->len, MOST_MEMBERS);
}

PlxMember *
plx_members_at (GArray *members,
                guint   i)
{
  return &g_array_index (members, PlxMember, i);
}

/**
 * plx_member_similarity:
 * @self: a sentence of a claim
 * @other: another one of it
 *
 * Returns: how likely both report the same, found once for each pair
 */
double
plx_member_similarity (PlxMember *self,
                       PlxMember *other)
{
  float *known = &self->similar[other->index];

  if (*known < 0)
    *known = other->similar[self->index] = plx_similarity_in_story (self->node->terms,
                                                                    other->node->terms);

  return *known;
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
         plx_member_similarity (self, other) >= CLOSE;
}

/**
 * plx_member_may_oppose:
 * @self: a sentence of a claim
 * @other: another one
 *
 * Returns: whether both are of different articles and not too far apart for one to deny what the
 *   other says
 */
gboolean
plx_member_may_oppose (PlxMember *self,
                       PlxMember *other)
{
  return self->ref.article != other->ref.article &&
         plx_member_similarity (self, other) >= NEAR;
}

/**
 * plx_facts_oppose:
 * @a: a sentence of a claim
 * @fact_a: something that it says
 * @b: another sentence
 * @fact_b: something that that one says
 *
 * Two sentences that are not much alike as a whole may still tell the same thing of the same:
 * what stands around it tells.
 *
 * Returns: whether both are of different articles and close enough, as a whole or there, that a
 *   difference counts
 */
gboolean
plx_facts_oppose (PlxMember     *a,
                  const PlxFact *fact_a,
                  PlxMember     *b,
                  const PlxFact *fact_b)
{
  PlxShare share;
  guint shared, least;

  if (!plx_member_may_oppose (a, b))
    return FALSE;
  if (plx_member_opposes (a, b))
    return TRUE;

  share = plx_facts_share (a, fact_a, b, fact_b);
  shared = share.words + share.names;
  least = MIN (share.of_a, share.of_b);

  return share.words > 0 && shared >= 2 && 2 * shared >= least;
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

static gboolean
has_words_of (char **words,
              char **other)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !g_strv_contains ((const char * const *) other, words[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_names_overlap:
 * @a: a name
 * @b: another one
 *
 * Tells "Saints" and "New Orleans Saints", "Springfield, Ohio" and "Springfield, Illinois" from
 * two names that have nothing to do with each other.
 *
 * Returns: whether one has all words of the other, or both begin with the same words before a
 *   comma
 */
gboolean
plx_names_overlap (const char *a,
                   const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1), *folded_b = g_utf8_casefold (b, -1);
  g_auto (GStrv) words_a = NULL;
  g_auto (GStrv) words_b = NULL;
  gsize n = strcspn (folded_a, ",");

  if (folded_a[n] == ',' && n == strcspn (folded_b, ",") && strncmp (folded_a, folded_b, n) == 0)
    return TRUE;

  words_a = g_strsplit_set (folded_a, " ,.", -1);
  words_b = g_strsplit_set (folded_b, " ,.", -1);

  return has_words_of (words_a, words_b) || has_words_of (words_b, words_a);
}

/**
 * plx_claim_add_difference:
 * @claim: a claim
 * @rule: the static id of the rule that tells that its sentences differ
 * @about: (transfer full): what they say differently, in words
 * @members: (element-type PlxMember): the sentences of the claim
 * @says: (array) (element-type utf8): what each of them says; those that are `NULL` say nothing
 *   about it
 */
void
plx_claim_add_difference (PlxClaimRecord     *claim,
                          const char         *rule,
                          char               *about,
                          GArray             *members,
                          char              **says)
{
  PlxDifferenceRecord *difference = plx_difference_record_new (plx_difference_rule_kind (rule));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  difference->rule = plx_difference_rule_find (rule);
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

/* How many telling words the shorter of two phrases has where the longer one begins with them. */
static guint
n_if_beginning (PlxMember     *a,
                const PlxFact *fact_a,
                PlxMember     *b,
                const PlxFact *fact_b)
{
  guint i = plx_member_token_at (a, fact_a->start), j = plx_member_token_at (b, fact_b->start);
  guint n = 0;

  for (; i < a->tokens->len && plx_tokens_at (a->tokens, i)->end <= fact_a->end &&
         j < b->tokens->len && plx_tokens_at (b->tokens, j)->end <= fact_b->end; i++, j++)
    {
      if (plx_tokens_at (a->tokens, i)->stem != plx_tokens_at (b->tokens, j)->stem)
        return G_MAXUINT;
      n += plx_tokens_at (a->tokens, i)->is_content;
    }

  return n;
}

/* The same telling words, in whatever form, make the same phrase. */
static gboolean
is_same_phrase (PlxMember     *a,
                const PlxFact *fact_a,
                PlxMember     *b,
                const PlxFact *fact_b)
{
  guint n_a = 0, n_b = 0, n_shared = 0;
  guint n_first = n_if_beginning (a, fact_a, b, fact_b);

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

  /* What one adds behind is more of the same. */
  return n_shared == MAX (n_a, n_b) || n_shared == n_first;
}

/* Whether two phrases are about the same sort of thing: "first visit", "first trip". */
static gboolean
share_thing (PlxMember     *a,
             const PlxFact *fact_a,
             PlxMember     *b,
             const PlxFact *fact_b)
{
  PlxSetting in_a = { fact_a->start, fact_a->end, fact_a->key_start, fact_a->key_end, TRUE };
  PlxSetting in_b = { fact_b->start, fact_b->end, fact_b->key_start, fact_b->key_end, TRUE };

  return plx_settings_share (a, &in_a, b, &in_b).words > 0;
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
                     share_thing (first, first_fact, member, fact) &&
                     plx_member_opposes (member, first);
            }
        }
    }

  if (any)
    {
      g_autofree char *word = plx_member_dup_words (first, first_fact->key_start,
                                                    first_fact->key_end);

      plx_claim_add_difference (claim, PLX_RULE_WORDING_ALONE,
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
  plx_differences_find_facts (claim, members);
  plx_differences_find_names (weave, claim, members);
  plx_differences_find_standings (claim, members);
  plx_differences_find_actors (weave, claim, members);
  plx_differences_find_stance (claim, members);
  plx_differences_find_quotes (weave, claim, members);
  plx_differences_find_called (claim, members);
  plx_differences_find_attribution (claim, members);
  plx_differences_find_wording (claim, members);
  find_alone (claim, members);
}
