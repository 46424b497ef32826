/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-predicates"

#include "config.h"

#include "countries/plx-predicates.h"

#include <string.h>

#include "countries/plx-pass.h"

/* Bytes, and tokens, of the longest sentence that only takes up what was said of others. */
#define LONGEST_TAKER 80
#define MOST_TOKENS 12

static gboolean
starts_with_term (const char *text,
                  gsize       length)
{
  gsize n;
  const PlxRelationInfo *relations = plx_relations_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      for (guint j = 0; relations[i].terms[j] != NULL; j++)
        {
          const char *term = relations[i].terms[j];

          if (*term == *text && strlen (term) <= length &&
              strncmp (term, text, strlen (term)) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * plx_predicates_possible:
 * @text: a sentence
 * @length: its length in bytes
 *
 * Tells quickly whether a sentence can say how a country stands, so that the
 * many that can't cost next to nothing.
 *
 * Returns: whether it has one of the words for it
 */
gboolean
plx_predicates_possible (const char *text,
                         gsize       length)
{
  static const char * const stems[] = {
    "ember", "party", "parties", "ignator", "igned", " sign ", "atif", "oin", "cced", "ntered",
    "elong", "leave", " left ", "quit", "xited", "ithdr", "pulled out", "walked out", "dropped out",
    "utside", "backed by", "countries", "states", "nation", " ally", "allies", "admitted",
    "expelled",
  };
  static const char * const takers[] = { " not.", "n't.", "n’t.", "So ", "Nor ", "Neither ",
                                         ", too.", " is.", " are.",
                                         " has.", " have.", " did.", " does.", " do.", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      if (g_strstr_len (text, length, stems[i]) != NULL)
        return TRUE;
    }

  /* "So is Ghana." */
  for (guint i = 0; length <= LONGEST_TAKER && takers[i] != NULL; i++)
    {
      if (g_strstr_len (text, length, takers[i]) != NULL)
        return TRUE;
    }

  /* "Is in NATO". All terms are names, so that most words need no second look. */
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isupper (text[i]) && (i == 0 || !g_ascii_isalnum (text[i - 1])) &&
          starts_with_term (text + i, length - i))
        return TRUE;
    }

  return FALSE;
}

static void
run (PlxPass *self)
{
  for (int i = 0; i < (int) self->clause->tokens->len; i++)
    {
      plx_pass_count (self, i);

      if (i < self->done || plx_clause_kind (self->clause, i) != PLX_TOKEN_WORD)
        continue;

      plx_pass_noun (self, i);
      plx_pass_act (self, i);
      plx_pass_nominal (self, i);
      plx_pass_reception (self, i);
      plx_pass_roster (self, i);
      plx_pass_ellipsis (self, i);
    }
}

static gboolean
has_relation (PlxClause *clause)
{
  for (int i = 0; i < (int) clause->tokens->len; i++)
    {
      if (plx_clause_kind (clause, i) == PLX_TOKEN_RELATION)
        return TRUE;
    }

  return FALSE;
}

/* "Kenya is a member of the court. So is Ghana.": what the sentence before said last. */
static void
take_up (PlxPass *self)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (PlxFinding));
  PlxPass before = *self;

  before.clause = self->previous;
  before.previous = NULL;
  before.findings = findings;
  run (&before);
  self->last = before.last;
}

/**
 * plx_predicates_find:
 * @clause: a sentence
 * @previous: (nullable): the sentence before it
 * @resolve: asks for a relation named earlier
 * @user_data: for @resolve
 * @findings: (element-type PlxFinding): where what is found is added
 *
 * Finds what a sentence says of how countries stand to treaties and blocs.
 */
void
plx_predicates_find (PlxClause          *clause,
                     PlxClause          *previous,
                     PlxResolveRelation  resolve,
                     gpointer            user_data,
                     GArray             *findings)
{
  PlxPass self = {
    .clause = clause,
    .previous = previous,
    .resolve = resolve,
    .user_data = user_data,
    .findings = findings,
  };

  if (previous != NULL && clause->tokens->len <= MOST_TOKENS && !has_relation (clause))
    take_up (&self);
  run (&self);
}
