/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-dates"

#include "config.h"

#include <math.h>

#include "comparing/plx-differing.h"

#define YEARS 40

static guint
count_dates (PlxMember *member)
{
  guint n = 0;

  for (guint i = 0; i < member->facts->len; i++)
    n += g_array_index (member->facts, PlxFact, i).kind == PLX_FACT_DATE;

  return n;
}

/* The day of an article is often that of the page and not that of the report, so a month whose
 * year is not told may be that of any year. */
static gboolean
dates_fit (const PlxFact *a,
           const PlxFact *b)
{
  if (!a->is_rough && !b->is_rough)
    return a->low <= b->high && b->low <= a->high;

  for (int year = -YEARS; year <= YEARS; year++)
    {
      double shift = floor (year * 365.25);

      if (a->low + shift <= b->high + 1 && b->low <= a->high + shift + 1)
        return TRUE;
    }

  return FALSE;
}

static gboolean
any_date_fits (PlxMember *a,
               PlxMember *b)
{
  for (guint i = 0; i < a->facts->len; i++)
    {
      const PlxFact *x = &g_array_index (a->facts, PlxFact, i);

      for (guint j = 0; x->kind == PLX_FACT_DATE && j < b->facts->len; j++)
        {
          const PlxFact *y = &g_array_index (b->facts, PlxFact, j);

          if (y->kind == PLX_FACT_DATE && dates_fit (x, y))
            return TRUE;
        }
    }

  return FALSE;
}

static char *
dates_in_words (PlxMember *member)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < member->facts->len; i++)
    {
      const PlxFact *fact = &g_array_index (member->facts, PlxFact, i);
      g_autofree char *words = NULL;

      if (fact->kind != PLX_FACT_DATE)
        continue;
      words = plx_member_dup_words (member, fact->start, fact->end);
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", words);
    }

  return g_string_free_and_steal (out);
}

/**
 * plx_differences_find_dates:
 * @claim: a claim
 * @members: (element-type PlxMember): its sentences
 *
 * Finds sentences whose times cannot be the same day: none of the one fits any of the other.
 */
void
plx_differences_find_dates (PlxClaimRecord *claim,
                            GArray         *members)
{
  g_autofree char **says = g_new0 (char *, members->len);
  gboolean any = FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      PlxMember *a = &g_array_index (members, PlxMember, i);

      if (count_dates (a) == 0)
        continue;
      says[i] = dates_in_words (a);
      for (guint j = 0; j < i; j++)
        {
          PlxMember *b = &g_array_index (members, PlxMember, j);

          any |= says[j] != NULL && !any_date_fits (a, b) && plx_member_opposes (a, b);
        }
    }

  if (any)
    plx_claim_add_difference (claim, PLX_DIFFERENCE_DATE, g_strdup ("when it was"), members, says);
  for (guint i = 0; i < members->len; i++)
    g_free (says[i]);
}
