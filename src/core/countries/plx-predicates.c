/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-predicates"

#include "config.h"

#include "countries/plx-predicates.h"

#include "countries/plx-pass.h"

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
    "utside", "backed by", "countries", "states",
  };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      if (g_strstr_len (text, length, stems[i]) != NULL)
        return TRUE;
    }

  return FALSE;
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

  for (int i = 0; i < (int) clause->tokens->len; i++)
    {
      plx_pass_count (&self, i);

      if (i < self.done || plx_clause_kind (clause, i) != PLX_TOKEN_WORD)
        continue;

      plx_pass_noun (&self, i);
      plx_pass_act (&self, i);
      plx_pass_ellipsis (&self, i);
    }
}
