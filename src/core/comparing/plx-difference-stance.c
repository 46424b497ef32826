/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-stance"

#include "config.h"

#include <string.h>

#include "comparing/plx-differing.h"

/* How many words of a sentence are shown around the one that differs. */
#define WORDS_BEFORE 2
#define WORDS_AFTER 4

#define NOT_NAMED "anonymous anonymously unnamed unidentified anonymity"

static gboolean
has_kind (PlxMember   *member,
          PlxFactKind  kind,
          guint32      key)
{
  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = &g_array_index (member->facts, PlxFact, i);

      if (fact->kind == kind && (key == 0 || fact->key == key))
        return TRUE;
    }

  return FALSE;
}

static guint
find_token (PlxMember *member,
            guint32    stem)
{
  for (guint i = 0; i < member->tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (member->tokens, i);

      if (token->is_content && token->stem == stem)
        return i;
    }

  return G_MAXUINT;
}

/* The words around a token, up to the marks of its part of the sentence. */
static char *
snippet (PlxMember *member,
         guint      token)
{
  guint from = token, to = token;

  while (from > 0 && token - from < WORDS_BEFORE &&
         plx_tokens_at (member->tokens, from - 1)->is_word)
    from--;
  while (to + 1 < member->tokens->len && to - token < WORDS_AFTER &&
         plx_tokens_at (member->tokens, to + 1)->is_word)
    to++;

  return plx_member_dup_words (member, plx_tokens_at (member->tokens, from)->start,
                               plx_tokens_at (member->tokens, to)->end);
}

static char *
snippet_of_fact (PlxMember     *member,
                 const PlxFact *fact)
{
  guint from = 0, to = 0;

  while (plx_tokens_at (member->tokens, from)->end <= fact->start)
    from++;
  to = from;
  while (plx_tokens_at (member->tokens, to)->end < fact->key_end)
    to++;
  if (from > 0 && plx_tokens_at (member->tokens, from - 1)->is_word)
    from--;
  for (guint n = 0; n < WORDS_AFTER - 1 && to + 1 < member->tokens->len &&
       plx_tokens_at (member->tokens, to + 1)->is_word; n++)
    to++;

  return plx_member_dup_words (member, plx_tokens_at (member->tokens, from)->start,
                               plx_tokens_at (member->tokens, to)->end);
}

/* Whether a word that denies stands before the token in the same part of the sentence: in
 * "declined an invitation to attend" nobody attends. */
static gboolean
is_denied (PlxMember *member,
           guint      token)
{
  guint start = token;

  while (start > 0 && !g_str_equal (plx_tokens_word (member->tokens, start - 1), ","))
    start--;

  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = &g_array_index (member->facts, PlxFact, i);

      if (fact->kind == PLX_FACT_DENIAL &&
          fact->start >= plx_tokens_at (member->tokens, start)->start &&
          fact->start < plx_tokens_at (member->tokens, token)->start)
        return TRUE;
    }

  return FALSE;
}

/* The entity last named before a place in the sentence: mostly the subject of what is said
 * there. */
static guint32
named_before (PlxMember *member,
              guint32    byte)
{
  GArray *mentions = member->annotation->mentions;
  guint32 entity = PLX_NONE;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->sentence == member->ref.sentence && mention->end <= member->offset + byte)
        entity = mention->entity;
    }

  return entity;
}

/* "The United States is not a party" does not deny that South Africa is one. */
static gboolean
of_others (PlxMember *a,
           guint32    byte_a,
           PlxMember *b,
           guint32    byte_b)
{
  guint32 entity_a = named_before (a, byte_a);
  guint32 entity_b = named_before (b, byte_b);

  return entity_a != PLX_NONE && entity_b != PLX_NONE && entity_a != entity_b;
}

/* One sentence denies or hedges a word that another article's sentence has plainly. */
static gboolean
collect (GArray         *members,
         guint           i,
         const PlxFact  *fact,
         char          **says)
{
  PlxMember *member = &g_array_index (members, PlxMember, i);
  gboolean any = FALSE;

  for (guint j = 0; j < members->len; j++)
    {
      PlxMember *other = &g_array_index (members, PlxMember, j);
      guint token = find_token (other, fact->key);

      if (token == G_MAXUINT || has_kind (other, fact->kind, fact->key) ||
          !plx_member_opposes (member, other))
        continue;
      if (fact->kind == PLX_FACT_DENIAL && is_denied (other, token))
        continue;
      if (of_others (member, fact->start, other, plx_tokens_at (other->tokens, token)->start))
        continue;
      /* A sentence that hedges anything does not state the rest plainly. */
      if (fact->kind == PLX_FACT_HEDGE && has_kind (other, PLX_FACT_HEDGE, 0))
        continue;
      says[j] = snippet (other, token);
      any = TRUE;
    }

  if (any)
    says[i] = snippet_of_fact (member, fact);

  return any;
}

static void
find_operator (PlxClaimRecord    *claim,
               GArray            *members,
               PlxFactKind        kind,
               PlxDifferenceKind  shown_as)
{
  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *member = &g_array_index (members, PlxMember, i);

      for (guint j = 0; j < member->facts->len; j++)
        {
          const PlxFact *fact = &g_array_index (member->facts, PlxFact, j);
          g_autofree char **says = NULL;
          g_autofree char *key = NULL;
          gboolean any;

          if (fact->kind != kind)
            continue;

          says = g_new0 (char *, members->len);
          key = plx_member_dup_words (member, fact->key_start, fact->key_end);
          any = collect (members, i, fact, says);
          if (any)
            plx_claim_add_difference (claim, shown_as, kind == PLX_FACT_HEDGE
                                      ? g_strdup_printf ("how certain it is: %s", key)
                                      : g_strdup_printf ("whether or not: %s", key),
                                      members, says);
          for (guint k = 0; k < members->len; k++)
            g_free (says[k]);

          /* One such difference tells that the claim is in doubt; more repeat it. */
          if (any)
            return;
        }
    }
}

static gboolean
is_anonymous (PlxMember *member)
{
  for (guint i = 0; i < member->tokens->len; i++)
    {
      if (plx_tokens_among (member->tokens, i, NOT_NAMED))
        return TRUE;
      if (plx_tokens_among (member->tokens, i, "people sources officials person source") &&
          (plx_tokens_among (member->tokens, i + 1, "familiar close briefed") ||
           plx_tokens_among (member->tokens, i + 2, "familiar close briefed")))
        return TRUE;
    }

  return FALSE;
}

static char *
attribution_of (PlxMember *member)
{
  if (member->node->origin == NULL)
    return is_anonymous (member) ? g_strdup ("people who are not named") : NULL;

  if (is_anonymous (member))
    return g_strdup_printf ("%s, from people who are not named", member->node->origin);

  return g_strdup (member->node->origin);
}

static void
find_attribution (PlxClaimRecord *claim,
                  GArray         *members)
{
  g_autofree char **says = g_new0 (char *, members->len);
  gboolean any = FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *a = &g_array_index (members, PlxMember, i);

      says[i] = attribution_of (a);
      for (guint j = 0; j < i && says[i] != NULL; j++)
        {
          PlxMember *b = &g_array_index (members, PlxMember, j);

          any |= says[j] != NULL && g_strcmp0 (says[i], says[j]) != 0 &&
                 a->ref.article != b->ref.article;
        }
    }

  if (any)
    plx_claim_add_difference (claim, PLX_DIFFERENCE_ATTRIBUTION, g_strdup ("who says so"), members,
                              says);
  for (guint i = 0; i < members->len; i++)
    g_free (says[i]);
}

/**
 * plx_differences_find_stance:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds where one sentence denies what another says, hedges what another says plainly, or has it
 * from somebody else.
 */
void
plx_differences_find_stance (PlxClaimRecord *claim,
                             GArray         *members)
{
  find_operator (claim, members, PLX_FACT_DENIAL, PLX_DIFFERENCE_NEGATION);
  find_operator (claim, members, PLX_FACT_HEDGE, PLX_DIFFERENCE_CERTAINTY);
  find_attribution (claim, members);
}
