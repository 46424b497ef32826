/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-summary.h"

#include <glib/gi18n-lib.h>

#include "comparing/plx-involved.h"
#include "countries/plx-standing.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-words.h"

/* A summary is read in a minute: so many lines of a kind, and how many there are beyond. */
#define MAX_AGREED 4
#define MAX_DIFFERENT 6
#define MAX_STATEMENTS 4
/* So many countries of a status. */
#define MAX_COUNTRIES 8

void
plx_sheet_gist_free (PlxSheetGist *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static PlxSheetGist *
add_gist (GPtrArray  *summary,
          const char *title)
{
  PlxSheetGist *gist = g_new0 (PlxSheetGist, 1);

  gist->title = title;
  gist->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (summary, gist);

  return gist;
}

static char *
tell_several (const PlxSheetTally *tally)
{
  g_autofree char *several =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim is told by more than one source.",
                                  "%u claims are told by more than one source.",
                                  tally->n_several), tally->n_several);

  if (tally->n_differ == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s They agree on it.",
                                         "%s They agree on all of them.", tally->n_several),
                            several);
  if (tally->n_agree == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s They differ on it.",
                                         "%s They differ on all of them.", tally->n_several),
                            several);

  /* Translators: “14 claims are told by more than one source.”; on how many they agree, and not */
  return g_strdup_printf (_("%1$s On %2$u they agree, on %3$u they differ."), several,
                          tally->n_agree, tally->n_differ);
}

/* How many claims there are, and by how many they are told. */
static void
add_counts (PlxSheetTelling *telling,
            GPtrArray       *lines)
{
  const PlxSheetTally *tally = telling->tally;
  g_autofree char *several = NULL;
  g_autofree char *alone = NULL;

  if (tally->n_sources < 2)
    {
      g_ptr_array_add (lines, g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "There is one source, and nothing to compare it with: it "
                     "tells %u claim.", "There is one source, and nothing to compare it with: it "
                     "tells %u claims.", tally->claims->len), tally->claims->len));
      return;
    }

  several = tally->n_several > 0 ? tell_several (tally)
                                 : g_strdup (_("No claim is told by more than one source."));
  alone = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stands in one source only.",
                                        "%u stand in one source only.", tally->n_alone),
                           tally->n_alone);
  if (tally->n_alone > 0)
    g_ptr_array_add (lines, g_strconcat (several, " ", alone, NULL));
  else
    g_ptr_array_add (lines, g_steal_pointer (&several));
}

static void
add_hidden (PlxSheetTelling *telling,
            GPtrArray       *lines)
{
  const guint n = telling->tally->n_hidden;

  if (n > 0)
    g_ptr_array_add (lines, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Of this the filter leaves out %u passage of %u: it is not "
                   "counted here, and what it says may change what is told below.",
                   "Of this the filter leaves out %u passages of %u: they are not counted here, "
                   "and what they say may change what is told below.", n), n,
      telling->matter->passages->n_all));
}

static const PlxSheetClaim *
claim_at (const PlxSheetTally *tally,
          guint                i)
{
  return &g_array_index (tally->claims, PlxSheetClaim, i);
}

/* Those of most voices first, then those of most sources; else in the order of the analysis. */
static int
compare_agreed (gconstpointer a,
                gconstpointer b)
{
  const PlxSheetClaim *x = *(const PlxSheetClaim * const *) a;
  const PlxSheetClaim *y = *(const PlxSheetClaim * const *) b;

  if (x->n_independent != y->n_independent)
    return x->n_independent > y->n_independent ? -1 : 1;
  if (x->n_sources != y->n_sources)
    return x->n_sources > y->n_sources ? -1 : 1;

  return (x->claim > y->claim) - (x->claim < y->claim);
}

/* What the sources agree on, that of most voices first. */
static void
add_agreed (PlxSheetTelling *telling,
            GPtrArray       *lines)
{
  g_autoptr (GPtrArray) agreed = g_ptr_array_new ();

  for (guint i = 0; i < telling->tally->claims->len; i++)
    {
      const PlxSheetClaim *claim = claim_at (telling->tally, i);

      if (claim->n_sources > 1 && claim->n_differences == 0)
        g_ptr_array_add (agreed, (gpointer) claim);
    }
  g_ptr_array_sort (agreed, compare_agreed);

  for (guint i = 0; i < MIN (agreed->len, MAX_AGREED); i++)
    {
      const PlxSheetClaim *claim = g_ptr_array_index (agreed, i);
      g_autofree char *label = plx_telling_label (telling, claim);
      g_autofree char *name = plx_telling_claim (telling, claim);
      g_autofree char *counts = plx_telling_counts (claim);
      g_autofree char *citations = plx_telling_cite_claim (telling, claim);

      /* Translators: what sources agree on, “claim 3”, “4 sources, 3 origins”, and their numbers */
      g_ptr_array_add (lines, g_strdup_printf (_("%1$s (%2$s: %3$s)%4$s"), label, name, counts,
                                               citations));
    }

  if (agreed->len > MAX_AGREED)
    g_ptr_array_add (lines, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "… and %u claim more on which they agree.",
                   "… and %u claims more on which they agree.", agreed->len - MAX_AGREED),
      agreed->len - MAX_AGREED));
}

typedef struct
{
  const PlxSheetClaim       *claim;
  const PlxDifferenceRecord *difference;
} Different;

static int
compare_different (gconstpointer a,
                   gconstpointer b)
{
  const Different *x = a;
  const Different *y = b;
  const guint rank_x = plx_sheet_rank_of (x->difference->kind);
  const guint rank_y = plx_sheet_rank_of (y->difference->kind);

  if (rank_x != rank_y)
    return rank_x < rank_y ? -1 : 1;

  return (x->claim->number > y->claim->number) - (x->claim->number < y->claim->number);
}

static GArray *
find_different (PlxSheetTelling *telling)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Different));

  for (guint i = 0; i < telling->tally->claims->len; i++)
    {
      const PlxSheetClaim *claim = claim_at (telling->tally, i);
      const PlxClaimRecord *record = plx_analysis_get_claim (telling->matter->analysis,
                                                             claim->claim);

      for (guint j = 0; claim->n_differences > 0 && j < record->differences->len; j++)
        {
          const Different different = { claim, g_ptr_array_index (record->differences, j) };

          if (plx_sheet_saying_count (different.difference, telling->matter->passages) >= 2)
            g_array_append_val (found, different);
        }
    }
  g_array_sort (found, compare_different);

  return found;
}

/* Each difference on a line; those that are no more than other words are only counted where there
 * are others. */
static void
add_different (PlxSheetTelling *telling,
               GPtrArray       *lines)
{
  g_autoptr (GArray) found = find_different (telling);
  const guint n = MIN (found->len, MAX_DIFFERENT);

  for (guint i = 0; i < n; i++)
    {
      const Different *different = &g_array_index (found, Different, i);
      g_autofree char *label = plx_telling_label (telling, different->claim);
      g_autofree char *name = plx_telling_claim (telling, different->claim);
      g_autofree char *difference = plx_telling_difference (telling, different->difference);

      /* Translators: what a claim is about, “claim 3”, and what differs and who says what */
      g_ptr_array_add (lines, g_strdup_printf (_("%1$s (%2$s). %3$s"), label, name, difference));
    }

  if (found->len > n)
    g_ptr_array_add (lines, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "… and %u difference more.", "… and %u differences more.",
                   found->len - n), found->len - n));
}

/* How many statements there are beyond those told, and how many of the other verdicts. */
static char *
tell_verdicts (const guint *counts)
{
  const guint n_more = counts[PLX_VERDICT_CONTRADICTS] - MIN (counts[PLX_VERDICT_CONTRADICTS],
                                                              MAX_STATEMENTS);
  const guint n_agree = counts[PLX_VERDICT_AGREES], n_unknown = counts[PLX_VERDICT_UNKNOWN];
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (n_more > 0)
    g_strv_builder_take (parts, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u statement more contradicts the record.",
                   "%u statements more contradict the record.", n_more), n_more));
  if (n_agree > 0)
    g_strv_builder_take (parts, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "= %u statement agrees with the record.",
                   "= %u statements agree with the record.", n_agree), n_agree));
  if (n_unknown > 0)
    g_strv_builder_take (parts, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "? %u statement cannot be held against the record.",
                   "? %u statements cannot be held against the record.", n_unknown), n_unknown));
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" ", strv);
}

static char *
tell_names (PlxSheetMatter *matter,
            GPtrArray      *countries,
            PlxStatus       status)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < countries->len; i++)
    {
      PlxCountry *country = g_ptr_array_index (countries, i);

      if (plx_country_get_status (country) != status || n++ >= MAX_COUNTRIES)
        continue;
      g_string_append (names, names->len > 0 ? _(", ") : "");
      g_string_append (names, plx_sheet_matter_get_country (matter,
                                                            plx_country_get_code (country)));
    }
  if (n > MAX_COUNTRIES)
    g_string_append_printf (names, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more",
                                                n - MAX_COUNTRIES), n - MAX_COUNTRIES);

  return g_string_free_and_steal (names);
}

/* How the countries stand that the sources speak of, those that are named most first. */
static void
add_countries (PlxSheetTelling *telling,
               GPtrArray       *lines)
{
  PlxSheetMatter *matter = telling->matter;
  g_autoptr (GPtrArray) countries = plx_involved_countries (matter->analysis, matter->passages,
                                                            matter->filter, matter->today);
  const PlxRelationInfo *relation = plx_relation_lookup (matter->filter->relation);
  g_autoptr (GString) words = g_string_new (NULL);

  if (countries->len == 0 || relation == NULL)
    return;

  for (PlxStatus status = PLX_STATUS_UNKNOWN; status < PLX_N_STATUSES; status++)
    {
      g_autofree char *names = tell_names (matter, countries, status);

      if (*names == '\0')
        continue;
      g_string_append (words, words->len > 0 ? "; " : "");
      /* Translators: how countries stand, as “party”, and which */
      g_string_append_printf (words, _("%1$s – %2$s"), plx_status_to_words (relation, status),
                              names);
    }

  /* Translators: a treaty or bloc, and how the countries stand to it that sources speak of */
  g_ptr_array_add (lines, g_strdup_printf (_("How the countries stand that are mentioned (%1$s): "
                                             "%2$s."), relation->short_title, words->str));
}

/* What contradicts the record, each on a line, and how much agrees with it. */
static void
add_statements (PlxSheetTelling *telling,
                GPtrArray       *lines)
{
  PlxSheetMatter *matter = telling->matter;
  guint counts[PLX_VERDICT_UNKNOWN + 1] = { 0 };
  g_autofree char *others = NULL;

  for (guint i = 0; i < matter->analysis->statements->len; i++)
    {
      const PlxStatementRecord *statement = plx_analysis_get_statement (matter->analysis, i);
      const char *country = statement->country != NULL
                            ? plx_sheet_matter_get_country (matter, statement->country) : NULL;
      g_autofree char *sentence = NULL, *says = NULL, *citation = NULL, *verdict = NULL;

      if (!plx_passages_is_shown (matter->passages, statement->ref))
        continue;
      counts[statement->verdict]++;
      if (statement->verdict != PLX_VERDICT_CONTRADICTS ||
          counts[PLX_VERDICT_CONTRADICTS] > MAX_STATEMENTS)
        continue;
      sentence = plx_analysis_dup_sentence (matter->analysis, statement->ref);
      says = plx_marks_plain (sentence);
      citation = plx_telling_cite (telling, statement->ref);
      verdict = plx_words_dup_verdict (statement, country);
      /* Translators: what an article says of a treaty, its number, and what the record says */
      g_ptr_array_add (lines, g_strdup_printf (_("“%1$s”%2$s %3$s"), says, citation, verdict));
    }

  others = tell_verdicts (counts);
  if (*others != '\0')
    g_ptr_array_add (lines, g_steal_pointer (&others));
  add_countries (telling, lines);
}

static void
add_filled (GPtrArray       *summary,
            const char      *title,
            PlxSheetTelling *telling,
            void           (*add) (PlxSheetTelling *telling,
                                   GPtrArray       *lines))
{
  PlxSheetGist *gist = add_gist (summary, title);

  add (telling, gist->lines);
  if (gist->lines->len == 0)
    g_ptr_array_remove_index (summary, summary->len - 1);
}

/**
 * plx_sheet_summary_new:
 * @telling: what a sheet is about
 *
 * Says in some ten to twenty lines what an editor wants to know first. Every line follows from the
 * analysis by rules alone, and cites whom it is about.
 *
 * Returns: (transfer full) (element-type PlxSheetGist): the lines
 */
GPtrArray *
plx_sheet_summary_new (PlxSheetTelling *telling)
{
  GPtrArray *summary = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_sheet_gist_free);
  PlxSheetGist *first = add_gist (summary, NULL);

  add_counts (telling, first->lines);
  plx_sheet_summary_add_voices (telling, first->lines);
  add_hidden (telling, first->lines);
  add_filled (summary, _("Where they differ"), telling, add_different);
  add_filled (summary, _("Where they agree"), telling, add_agreed);
  add_filled (summary, _("The record"), telling, add_statements);
  add_filled (summary, _("Left out, though at least two independent voices tell it"), telling,
              plx_sheet_summary_add_left_out);

  return summary;
}
