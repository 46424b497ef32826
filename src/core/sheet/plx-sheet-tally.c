/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-tally.h"

#include "comparing/plx-comparing.h"

static inline PlxSentenceRef
ref_at (const GArray *refs,
        guint         i)
{
  return g_array_index (refs, PlxSentenceRef, i);
}

/**
 * plx_sheet_rank_of:
 * @kind: a kind of difference
 *
 * Returns: its place among the kinds, by how much they weigh for who checks a report: facts before
 *   words, and words before who says so
 */
guint
plx_sheet_rank_of (PlxDifferenceKind kind)
{
  static const PlxDifferenceKind order[] = {
    PLX_DIFFERENCE_NUMBER, PLX_DIFFERENCE_DATE, PLX_DIFFERENCE_PLACE, PLX_DIFFERENCE_ACTOR,
    PLX_DIFFERENCE_NAME, PLX_DIFFERENCE_NEGATION, PLX_DIFFERENCE_ORDER, PLX_DIFFERENCE_QUOTATION,
    PLX_DIFFERENCE_CERTAINTY, PLX_DIFFERENCE_WORDING, PLX_DIFFERENCE_ATTRIBUTION,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (order[i] == kind)
        return i;
    }

  return G_N_ELEMENTS (order);
}

static void
saying_free (gpointer data)
{
  PlxSheetSaying *saying = data;

  g_array_unref (saying->refs);
  g_free (saying);
}

static PlxSheetSaying *
get_saying (GPtrArray  *sayings,
            const char *says)
{
  PlxSheetSaying *saying;

  for (guint i = 0; i < sayings->len; i++)
    {
      saying = g_ptr_array_index (sayings, i);
      if (g_str_equal (saying->says, says))
        return saying;
    }

  saying = g_new0 (PlxSheetSaying, 1);
  saying->says = says;
  saying->refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  g_ptr_array_add (sayings, saying);

  return saying;
}

static gboolean
has_article (const GArray *refs,
             guint32       article)
{
  for (guint i = 0; i < refs->len; i++)
    {
      if (ref_at (refs, i).article == article)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_sheet_find_sayings:
 * @difference: a difference
 * @passages: what is shown
 *
 * Returns: (transfer full) (element-type PlxSheetSaying): what is said in the sentences that are
 *   shown, with who says it, in the order of the difference
 */
GPtrArray *
plx_sheet_find_sayings (const PlxDifferenceRecord *difference,
                        PlxPassages               *passages)
{
  GPtrArray *sayings = g_ptr_array_new_with_free_func (saying_free);
  const guint n = difference->says != NULL ? g_strv_length (difference->says) : 0;

  for (guint i = 0; i < MIN (n, difference->refs->len); i++)
    {
      const PlxSentenceRef ref = ref_at (difference->refs, i);
      PlxSheetSaying *saying;

      if (*difference->says[i] == '\0' || !plx_passages_is_shown (passages, ref))
        continue;
      saying = get_saying (sayings, difference->says[i]);
      if (!has_article (saying->refs, ref.article))
        g_array_append_val (saying->refs, ref);
    }

  return sayings;
}

/**
 * plx_sheet_saying_count:
 * @difference: a difference
 * @passages: what is shown
 *
 * Returns: how many different things are said of it in what is shown; with less than two nothing
 *   differs
 */
guint
plx_sheet_saying_count (const PlxDifferenceRecord *difference,
                        PlxPassages               *passages)
{
  g_autoptr (GPtrArray) sayings = plx_sheet_find_sayings (difference, passages);

  return sayings->len;
}

static guint
count_differences (const PlxClaimRecord *claim,
                   PlxPassages          *passages)
{
  guint n = 0;

  for (guint i = 0; i < claim->differences->len; i++)
    n += plx_sheet_saying_count (g_ptr_array_index (claim->differences, i), passages) >= 2;

  return n;
}

static void
add_claim (PlxSheetTally *self,
           PlxAnalysis   *analysis,
           PlxPassages   *passages,
           guint          place)
{
  const PlxClaimRecord *record = plx_analysis_get_claim (analysis, place);
  PlxSheetClaim claim = { .claim = place };
  guint32 last = PLX_NONE;

  for (guint i = 0; i < record->refs->len; i++)
    {
      const PlxSentenceRef ref = ref_at (record->refs, i);

      if (!plx_passages_is_shown (passages, ref))
        continue;
      claim.n_shown++;
      claim.n_sources += ref.article != last;
      last = ref.article;
    }
  claim.n_hidden = record->refs->len - claim.n_shown;
  if (claim.n_shown == 0)
    return;

  claim.n_independent = claim.n_sources < 2 ? 1
                        : claim.n_hidden == 0 ? record->n_independent
                        : plx_comparing_count_voices (analysis, passages, place, PLX_NONE);
  if (claim.n_sources > 1)
    {
      claim.n_differences = count_differences (record, passages);
      claim.number = ++self->n_several;
      self->n_agree += claim.n_differences == 0;
      self->n_differ += claim.n_differences > 0;
    }
  self->n_alone += record->n_sources < 2;
  g_array_append_val (self->claims, claim);
  self->by_claim[place] = self->claims->len;
}

/**
 * plx_sheet_tally_new:
 * @matter: what a sheet is about
 *
 * Returns: (transfer full): what the sheet counts
 */
PlxSheetTally *
plx_sheet_tally_new (PlxSheetMatter *matter)
{
  PlxAnalysis *analysis = matter->analysis;
  PlxSheetTally *self = g_new0 (PlxSheetTally, 1);

  self->claims = g_array_new (FALSE, TRUE, sizeof (PlxSheetClaim));
  self->by_claim = g_new0 (guint, analysis->claims->len + 1);
  for (guint i = 0; i < analysis->claims->len; i++)
    add_claim (self, analysis, matter->passages, i);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    self->n_sources += plx_sheet_matter_shows (matter, i);
  self->n_hidden = matter->passages->n_all - matter->passages->n_shown;

  return self;
}

void
plx_sheet_tally_free (PlxSheetTally *self)
{
  g_array_unref (self->claims);
  g_free (self->by_claim);
  g_free (self);
}

/**
 * plx_sheet_tally_find:
 * @self: what a sheet counts
 * @claim: a claim, by its place in the analysis
 *
 * Returns: (nullable): what is counted of it, or `NULL` where the filter hides all of it
 */
const PlxSheetClaim *
plx_sheet_tally_find (const PlxSheetTally *self,
                      guint                claim)
{
  const guint place = self->by_claim[claim];

  return place > 0 ? &g_array_index (self->claims, PlxSheetClaim, place - 1) : NULL;
}
