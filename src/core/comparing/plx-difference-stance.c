/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-stance"

#include "config.h"

#include "comparing/plx-assertions.h"
#include "comparing/plx-differing.h"

/* How many words of a sentence are shown around the one that differs. */
#define WORDS_BEFORE 2
#define WORDS_AFTER 4

/* Whether a name goes on from a token to the next one. */
static gboolean
is_joined (PlxMember *member,
           guint      token)
{
  guint32 byte = member->offset + plx_tokens_at (member->tokens, token + 1)->start;
  guint next = plx_annotation_first_mention (member->annotation, byte);
  gboolean is_inside = next > 0 && g_array_index (member->annotation->mentions, PlxMentionSpan,
                                                  next - 1).end > byte;

  return is_inside || (plx_tokens_at (member->tokens, token)->is_capital &&
                       plx_tokens_at (member->tokens, token + 1)->is_capital &&
                       plx_tokens_at (member->tokens, token)->is_content);
}

/* The words around what is said, up to the marks of its part of the sentence. */
static char *
snippet (PlxMember          *member,
         const PlxAssertion *assertion)
{
  guint from = assertion->first, to = assertion->last;

  while (from > 0 && assertion->first - from < WORDS_BEFORE &&
         plx_tokens_at (member->tokens, from - 1)->is_word)
    from--;
  while (to + 1 < member->tokens->len && to - assertion->last < WORDS_AFTER &&
         plx_tokens_at (member->tokens, to + 1)->is_word)
    to++;
  while (to > assertion->last && !plx_tokens_at (member->tokens, to)->is_content)
    to--;
  /* No name is cut. */
  while (from > 0 && is_joined (member, from - 1))
    from--;
  while (to + 1 < member->tokens->len && is_joined (member, to))
    to++;

  return plx_member_dup_words (member, plx_tokens_at (member->tokens, from)->start,
                               plx_tokens_at (member->tokens, to)->end);
}

typedef struct
{
  GArray            *members;
  PlxDifferenceKind  kind;
  const char        *rule;
} Stance;

static PlxMember *
member_at (Stance *self,
           guint   i)
{
  return &g_array_index (self->members, PlxMember, i);
}

/* What one article announces and another one of a later day reports is no difference. */
static gboolean
is_foreseen (PlxMember *ahead,
             PlxMember *done)
{
  PlxDay day = plx_document_get_day (ahead->annotation->document);
  PlxDay other = plx_document_get_day (done->annotation->document);

  return day != 0 && other != 0 && day < other;
}

static gboolean
stand_apart (Stance             *self,
             guint               i,
             const PlxAssertion *a,
             guint               j,
             const PlxAssertion *b)
{
  /* What could have been is no news of what was. */
  if (a->possible != b->possible)
    return FALSE;
  if (self->kind == PLX_DIFFERENCE_NEGATION)
    {
      self->rule = a->opposite != b->opposite ? PLX_RULE_OPPOSITE : PLX_RULE_NEGATION;
      return a->denied != b->denied &&
             (a->planned == b->planned || plx_assertions_exclude (a, b));
    }
  if (a->denied != b->denied)
    return FALSE;
  self->rule = a->planned != b->planned ? PLX_RULE_CERTAINTY_PLANNED : PLX_RULE_CERTAINTY_HEDGED;
  if (a->planned == b->planned)
    return a->hedged != b->hedged;

  return !a->present && !b->present && !is_foreseen (member_at (self, a->planned ? i : j),
                                                   member_at (self, a->planned ? j : i));
}

/* What a member says of that which two others say differently, or `NULL`. */
static char *
say (Stance             *self,
     guint               i,
     PlxMember          *other,
     const PlxAssertion *assertion)
{
  GArray *assertions = member_at (self, i)->assertions;

  for (guint x = 0; x < assertions->len; x++)
    {
      PlxAssertion *own = &g_array_index (assertions, PlxAssertion, x);

      /* Whoever denies it says nothing of how sure it is. */
      if (self->kind == PLX_DIFFERENCE_CERTAINTY && own->denied != assertion->denied)
        continue;
      if (plx_assertions_meet (member_at (self, i), own, other, assertion))
        return snippet (member_at (self, i), own);
    }

  return NULL;
}

static void
add_stance (Stance             *self,
            PlxClaimRecord     *claim,
            guint               i,
            const PlxAssertion *a,
            guint               j,
            const PlxAssertion *b)
{
  g_autofree char **says = g_new0 (char *, self->members->len);
  gboolean of_a = self->kind == PLX_DIFFERENCE_NEGATION ? a->denied : a->hedged || a->planned;
  PlxMember *member = member_at (self, of_a ? i : j);
  PlxToken *token = plx_tokens_at (member->tokens, (of_a ? a : b)->token);
  g_autofree char *key = plx_member_dup_words (member, token->start, token->end);

  for (guint k = 0; k < self->members->len; k++)
    {
      if (k == i || k == j)
        says[k] = snippet (member_at (self, k), k == i ? a : b);
      else
        says[k] = say (self, k, member_at (self, i), a);
    }

  plx_claim_add_difference (claim, self->rule,
                            g_strdup_printf (self->kind == PLX_DIFFERENCE_NEGATION
                                             ? "whether or not: %s" : "how certain it is: %s",
                                             key),
                            self->members, says);
  for (guint k = 0; k < self->members->len; k++)
    g_free (says[k]);
}

/* One such difference tells that the claim is in doubt; more repeat it. Returns whether there
 * is one between two members. */
static gboolean
find_between (Stance         *self,
              PlxClaimRecord *claim,
              guint           i,
              guint           j)
{
  GArray *of_i = member_at (self, i)->assertions;
  GArray *of_j = member_at (self, j)->assertions;

  if (!plx_member_may_oppose (member_at (self, i), member_at (self, j)))
    return FALSE;

  for (guint x = 0; x < of_i->len; x++)
    {
      PlxAssertion *a = &g_array_index (of_i, PlxAssertion, x);

      for (guint y = 0; y < of_j->len; y++)
        {
          PlxAssertion *b = &g_array_index (of_j, PlxAssertion, y);

          if (stand_apart (self, i, a, j, b) &&
              plx_assertions_meet (member_at (self, i), a, member_at (self, j), b))
            {
              add_stance (self, claim, i, a, j, b);
              return TRUE;
            }
        }
    }

  return FALSE;
}

static void
find_stance (Stance            *self,
             PlxClaimRecord    *claim,
             PlxDifferenceKind  kind)
{
  self->kind = kind;

  for (guint i = 0; i < plx_members_bound (self->members); i++)
    {
      for (guint j = i + 1; j < plx_members_bound (self->members); j++)
        {
          if (find_between (self, claim, i, j))
            return;
        }
    }
}

/**
 * plx_differences_find_stance:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds where one sentence denies what another says, hedges what another says plainly, or puts
 * off what another one reports as done.
 */
void
plx_differences_find_stance (PlxClaimRecord *claim,
                             GArray         *members)
{
  Stance stance = { .members = members };

  find_stance (&stance, claim, PLX_DIFFERENCE_NEGATION);
  find_stance (&stance, claim, PLX_DIFFERENCE_CERTAINTY);
}
