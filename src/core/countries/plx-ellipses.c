/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-ellipses"

#include "config.h"

#include "countries/plx-pass.h"

static PlxWordSet verbs = { "is", "are", "was", "were", "has", "have", "does", "do", "did", NULL };

/* "…, nor is China", "…, as is Japan": the verb before its subject. */
static gboolean
read_inverted (PlxPass    *self,
               int         index,
               gboolean   *negated,
               PlxSubject *subject)
{
  static PlxWordSet deniers = { "nor", "neither", NULL };
  static PlxWordSet affirmers = { "so", "as", NULL };

  *negated = plx_clause_in (self->clause, index - 1, deniers);
  if (!*negated && !plx_clause_in (self->clause, index - 1, affirmers))
    return FALSE;

  if (!*negated)
    *negated = self->last.says == PLX_SAYS_NON_MEMBER;

  return plx_subject_list (self->clause, index + 1, FALSE, subject);
}

/* "…, while China and Russia are not", "…; China isn't". */
static gboolean
read_bare (PlxPass    *self,
           int         index,
           gboolean   *negated,
           PlxSubject *subject)
{
  static PlxWordSet nots = { "not", "n't", NULL };
  static PlxWordSet closers = { ",", ".", ";", "", ")", "--", NULL };
  int behind = index + 1;

  *negated = plx_clause_in (self->clause, behind, nots);
  if (*negated)
    behind++;

  /* "Rwanda never did" */
  if (plx_clause_is (self->clause, index - 1, "never"))
    {
      *negated = !*negated;
      index--;
    }

  if (plx_clause_kind (self->clause, behind) != PLX_TOKEN_MARK ||
      !g_strv_contains (closers, plx_clause_at (self->clause, behind)->word))
    return FALSE;

  /* "Chad, by contrast, is" */
  if (plx_clause_is (self->clause, index - 1, ","))
    {
      for (int at = index - 2; at > index - 6; at--)
        {
          if (plx_clause_is (self->clause, at, ",") &&
              plx_clause_kind (self->clause, at - 1) == PLX_TOKEN_COUNTRY)
            return plx_chain_take (self->clause, at - 1, subject);
        }
    }

  return plx_clause_kind (self->clause, index - 1) == PLX_TOKEN_COUNTRY &&
         plx_subject_before (self->clause, self->previous, index, FALSE, subject);
}

/**
 * plx_pass_ellipsis:
 * @self: a pass
 * @index: a token
 *
 * Reads a verb that takes up what was said of others before in the sentence.
 */
void
plx_pass_ellipsis (PlxPass *self,
                   int      index)
{
  PlxPredicate predicate = self->last;
  PlxSubject subject = { 0 };
  gboolean negated;

  if (self->last.relation == NULL || !plx_clause_in (self->clause, index, verbs))
    return;

  /* "While Kenya has" takes up a membership; not that somebody left. */
  if (self->last.says != PLX_SAYS_MEMBER && self->last.says != PLX_SAYS_NON_MEMBER)
    return;

  if (!read_inverted (self, index, &negated, &subject) &&
      !read_bare (self, index, &negated, &subject))
    return;

  predicate.says = plx_pass_invert (PLX_SAYS_MEMBER, negated ^ subject.negated);
  self->done = index + 1;
  plx_pass_report (self, &subject, &predicate);
}
