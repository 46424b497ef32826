/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-content.h"
#include "made-analysis.h"

/* Stories made by hand of which a test knows what a sheet must say. */

static inline PlxClaimRecord *
made_claim (PlxAnalysis *analysis,
            const char  *label)
{
  PlxClaimRecord *claim = plx_claim_record_new ();

  claim->label = g_strdup (label);
  g_ptr_array_add (analysis->claims, claim);

  return claim;
}

/* A sentence of a claim; they are added in the order of their articles. */
static inline void
made_ref (PlxClaimRecord *claim,
          guint32         article,
          guint32         sentence,
          guint32         origin)
{
  const PlxSentenceRef ref = { article, sentence };
  const guint n = claim->refs->len;

  if (n == 0 || g_array_index (claim->refs, PlxSentenceRef, n - 1).article != article)
    claim->n_independent = ++claim->n_sources;
  g_array_append_val (claim->refs, ref);
  g_array_append_val (claim->origin_of, origin);
}

/* @says are what the first sentences of the claim say. */
static inline void
made_difference (PlxClaimRecord    *claim,
                 PlxDifferenceKind  kind,
                 const char        *rule,
                 const char        *about,
                 const char        *says)
{
  PlxDifferenceRecord *difference = plx_difference_record_new (kind);

  difference->rule = rule;
  difference->about = g_strdup (about);
  difference->says = g_strsplit (says, "|", -1);
  g_array_append_vals (difference->refs, claim->refs->data, g_strv_length (difference->says));
  g_ptr_array_add (claim->differences, difference);
}

static inline void
made_statement (PlxAnalysis *analysis,
                guint32      article,
                guint32      sentence,
                const char  *country,
                PlxSays      says,
                PlxStatus    record,
                PlxVerdict   verdict)
{
  PlxStatementRecord *statement = g_new0 (PlxStatementRecord, 1);

  statement->ref = (PlxSentenceRef) { article, sentence };
  statement->country = country;
  statement->relation = "icc";
  statement->says = says;
  statement->on = plx_day_parse ("2024-03-05");
  statement->record = record;
  statement->verdict = verdict;
  g_ptr_array_add (analysis->statements, statement);
}

static inline PlxSheetMatter *
made_matter (PlxAnalysis *analysis,
             PlxPassages *passages)
{
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  PlxSheetMatter *matter = plx_sheet_matter_new ("A ferry, told thrice", analysis, passages,
                                                 filter);

  matter->today = plx_day_parse ("2024-04-01");

  return matter;
}
