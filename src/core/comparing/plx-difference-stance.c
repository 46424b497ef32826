/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-stance"

#include "config.h"

#include <string.h>

#include "comparing/plx-assertions.h"
#include "comparing/plx-differing.h"

/* How many words of a sentence are shown around the one that differs. */
#define WORDS_BEFORE 2
#define WORDS_AFTER 4

#define NOT_NAMED "anonymous anonymously unnamed unidentified anonymity"

/* The words around what is said, up to the marks of its part of the sentence. */
static char *
snippet (PlxMember          *member,
         const PlxAssertion *assertion)
{
  guint from = assertion->first, to = assertion->token;

  while (from > 0 && assertion->first - from < WORDS_BEFORE &&
         plx_tokens_at (member->tokens, from - 1)->is_word)
    from--;
  while (to + 1 < member->tokens->len && to - assertion->token < WORDS_AFTER &&
         plx_tokens_at (member->tokens, to + 1)->is_word)
    to++;
  while (to > assertion->token && !plx_tokens_at (member->tokens, to)->is_content)
    to--;

  return plx_member_dup_words (member, plx_tokens_at (member->tokens, from)->start,
                               plx_tokens_at (member->tokens, to)->end);
}

typedef struct
{
  GArray            *members;
  GPtrArray         *assertions; /* (element-type GArray of PlxAssertion), for each member */
  PlxDifferenceKind  kind;
} Stance;

static PlxMember *
member_at (Stance *self,
           guint   i)
{
  return &g_array_index (self->members, PlxMember, i);
}

static gboolean
stand_apart (Stance             *self,
             const PlxAssertion *a,
             const PlxAssertion *b)
{
  if (self->kind == PLX_DIFFERENCE_NEGATION)
    return a->denied != b->denied;

  return a->denied == b->denied && a->hedged != b->hedged;
}

/* What a member says of that which two others say differently, or `NULL`. */
static char *
say (Stance             *self,
     guint               i,
     PlxMember          *other,
     const PlxAssertion *assertion)
{
  GArray *assertions = g_ptr_array_index (self->assertions, i);

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
  gboolean of_a = self->kind == PLX_DIFFERENCE_NEGATION ? a->denied : a->hedged;
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

  plx_claim_add_difference (claim, self->kind == PLX_DIFFERENCE_NEGATION
                            ? PLX_RULE_NEGATION : PLX_RULE_CERTAINTY_HEDGED,
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
  GArray *of_i = g_ptr_array_index (self->assertions, i);
  GArray *of_j = g_ptr_array_index (self->assertions, j);

  if (!plx_member_may_oppose (member_at (self, i), member_at (self, j)))
    return FALSE;

  for (guint x = 0; x < of_i->len; x++)
    {
      PlxAssertion *a = &g_array_index (of_i, PlxAssertion, x);

      for (guint y = 0; y < of_j->len; y++)
        {
          PlxAssertion *b = &g_array_index (of_j, PlxAssertion, y);

          if (stand_apart (self, a, b) &&
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

  for (guint i = 0; i < self->members->len; i++)
    {
      for (guint j = i + 1; j < self->members->len; j++)
        {
          if (find_between (self, claim, i, j))
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
  if (member->node->origin == NULL || member->node->is_credited)
    return is_anonymous (member) ? g_strdup ("people who are not named") : NULL;

  if (is_anonymous (member))
    return g_strdup_printf ("%s, from people who are not named", member->node->origin);

  return g_strdup (member->node->origin);
}

/* Whether two origins are two: a person may be called by another first name elsewhere. */
static gboolean
are_others (const char *a,
            const char *b)
{
  const char *last_a = strrchr (a, ' '), *last_b = strrchr (b, ' ');

  if (last_a != NULL && last_b != NULL)
    return !g_str_equal (last_a, last_b);

  return strstr (a, b) == NULL && strstr (b, a) == NULL;
}

/* What somebody says and what somebody else says of the same topic are two things; only where
 * the words are largely the same it is one thing with two origins. */
static gboolean
say_the_same (PlxMember *a,
              PlxMember *b)
{
  PlxSetting all = { 0, G_MAXUINT32, 0, 0, FALSE };
  PlxShare share = plx_settings_share (a, &all, b, &all);
  guint shared = share.words + share.names, least = MIN (share.of_a, share.of_b);

  if (share.words == 0 || !plx_member_opposes (a, b))
    return FALSE;

  return share.words >= 3 ? 2 * shared >= least || (share.words >= 4 && 5 * shared >= 2 * least)
                          : shared >= 4 && 3 * shared >= least;
}

static const char *
base_of (PlxMember *member)
{
  return member->node->origin != NULL && !member->node->is_credited ? member->node->origin
                                                                    : "people who are not named";
}

/* Whether a sentence names the origin of another one by its last name: then it is told there too,
 * on whatever way it came. */
static gboolean
names (PlxMember  *member,
       const char *origin)
{
  const char *last = strrchr (origin, ' ');

  return last != NULL && strstr (member->node->text, last + 1) != NULL;
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

          any |= says[j] != NULL && are_others (base_of (a), base_of (b)) &&
                 !names (a, base_of (b)) && !names (b, base_of (a)) && say_the_same (a, b);
        }
    }

  if (any)
    plx_claim_add_difference (claim, PLX_RULE_ATTRIBUTION_OTHER, g_strdup ("who says so"), members,
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
  Stance stance = { .members = members };

  stance.assertions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (stance.assertions,
                     plx_assertions_find (&g_array_index (members, PlxMember, i)));
  find_stance (&stance, claim, PLX_DIFFERENCE_NEGATION);
  find_stance (&stance, claim, PLX_DIFFERENCE_CERTAINTY);
  g_ptr_array_unref (stance.assertions);

  find_attribution (claim, members);
}
