/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-filter-words.h"

#include <glib/gi18n-lib.h>

#include "countries/plx-condition.h"
#include "countries/plx-relations.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-words.h"

static void
append (GString    *text,
        const char *separator,
        const char *words)
{
  g_string_append (text, text->len > 0 ? separator : "");
  g_string_append (text, words);
}

static char *
dup_as_of (const PlxFilter *filter)
{
  g_autofree char *day = NULL;

  switch (filter->as_of)
    {
    case PLX_AS_OF_TODAY:
      return g_strdup (_("as of today"));

    case PLX_AS_OF_DAY:
      day = plx_words_dup_day (filter->day);
      /* Translators: followed by a day */
      return g_strdup_printf (_("as of %s"), day);

    case PLX_AS_OF_ARTICLE:
    default:
      return g_strdup (_("as of the article’s date"));
    }
}

/* “ICC: party or signed, not ratified, as of today” */
static char *
dup_statuses (const PlxFilter *filter,
              guint            statuses)
{
  g_autofree char *relation = plx_words_dup_relation (filter->relation);
  g_autofree char *as_of = dup_as_of (filter);
  g_autoptr (GString) words = g_string_new (NULL);

  for (PlxStatus status = PLX_STATUS_UNKNOWN; status < PLX_N_STATUSES; status++)
    {
      if ((statuses & (1u << status)) != 0)
        /* Translators: between two of which either will do */
        append (words, _(" or "), plx_words_status (status, filter->relation));
    }

  /* Translators: a treaty or bloc, how countries stand to it, and for which day that is asked */
  return g_strdup_printf (_("%1$s: %2$s, %3$s"), relation, words->str, as_of);
}

static char *
dup_countries (PlxSheetTelling *telling,
               char           **countries)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; countries[i] != NULL; i++)
    append (words, _(" or "), plx_sheet_matter_get_country (telling->matter, countries[i]));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* What is asked of a country; one that can't be read is told as it was typed. */
static char *
dup_demand (PlxSheetTelling *telling,
            guint            statuses,
            char           **countries,
            const char      *condition)
{
  const PlxFilter *filter = telling->matter->filter;
  g_autoptr (GString) words = g_string_new (NULL);

  if (statuses != 0)
    {
      g_autofree char *part = dup_statuses (filter, statuses);

      append (words, _(" and "), part);
    }
  if (condition != NULL)
    {
      g_autoptr (PlxCondition) parsed = plx_condition_parse (condition, NULL);
      g_autofree char *part = parsed != NULL ? plx_condition_to_words (parsed)
                                             : plx_marks_plain (condition);

      append (words, _(" and "), part);
    }
  if (countries != NULL && countries[0] != NULL)
    {
      g_autofree char *part = dup_countries (telling, countries);

      append (words, _(" and "), part);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static const char *
tie_words (PlxTies tie)
{
  switch (tie)
    {
    case PLX_TIE_ABOUT:
      return _("the passage is about it");

    case PLX_TIE_ARTICLE:
      return _("the article is about it");

    case PLX_TIE_PERSON:
      return _("the passage names a person of it");

    case PLX_TIE_BODY:
      return _("the passage names a body of it");

    case PLX_TIE_LEADER:
      return _("the passage names its head of state or government");

    case PLX_TIE_MENTIONED:
    default:
      return _("the passage mentions it");
    }
}

static char *
tell_country (PlxSheetTelling *telling)
{
  const PlxFilter *filter = telling->matter->filter;
  g_autofree char *demand = dup_demand (telling, filter->statuses, filter->countries,
                                        filter->condition);
  g_autoptr (GString) ties = g_string_new (NULL);

  for (guint tie = PLX_TIE_MENTIONED; tie <= PLX_TIE_LEADER; tie <<= 1)
    {
      if ((filter->ties & tie) != 0)
        append (ties, _(" or "), tie_words (tie));
    }
  if (ties->len == 0)
    g_string_append (ties, tie_words (PLX_TIE_MENTIONED));

  /* Translators: what is asked of a country, and how a passage must have to do with it, as “the
   * passage mentions it” */
  return g_strdup_printf (_("Passages with a country of which this holds: %1$s (%2$s)."), demand,
                          ties->str);
}

static char *
tell_outlet (PlxSheetTelling *telling)
{
  const PlxFilter *filter = telling->matter->filter;
  g_autofree char *demand = dup_demand (telling, filter->outlet_statuses,
                                        filter->outlet_countries, filter->outlet_condition);

  return g_strdup_printf (_("Outlets of a country of which this holds: %s."), demand);
}

/* Those that are left out by name, whether or not their days would let them through. */
static char *
tell_sources (PlxSheetTelling *telling)
{
  const char * const *hidden = (const char * const *) telling->matter->filter->hidden_sources;
  PlxAnalysis *analysis = telling->matter->analysis;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxDocument *document = plx_analysis_get_document (analysis, i);
      g_autofree char *digest = plx_document_dup_digest (document);

      if (g_strv_contains (hidden, digest) ||
          (document->source != NULL && g_strv_contains (hidden, document->source)))
        g_array_append_val (articles, i);
    }
  if (articles->len == 0)
    return NULL;

  names = plx_telling_sources (telling, articles);

  /* Translators: followed by the names of sources that are left out */
  return g_strdup_printf (_("Without these sources: %s."), names);
}

static char *
tell_days (PlxSheetTelling *telling)
{
  const PlxFilter *filter = telling->matter->filter;
  g_autofree char *from = plx_words_dup_day (filter->from);
  g_autofree char *to = plx_words_dup_day (filter->to);

  if (filter->to == 0)
    return g_strdup_printf (_("Published on %s or later."), from);
  if (filter->from == 0)
    return g_strdup_printf (_("Published on %s or earlier."), to);

  return g_strdup_printf (_("Published from %1$s to %2$s."), from, to);
}

static char *
tell_names (PlxSheetTelling *telling)
{
  char **entities = telling->matter->filter->entities;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; entities[i] != NULL; i++)
    {
      g_autofree char *name = plx_marks_plain (entities[i]);

      append (names, _(" or "), name);
    }

  /* Translators: followed by names of which a passage must mention one */
  return g_strdup_printf (_("Passages that mention %s."), names->str);
}

static char *
tell_part (PlxSheetTelling *telling,
           PlxFilterPart    part)
{
  switch (part)
    {
    case PLX_FILTER_COUNTRY:
      return tell_country (telling);

    case PLX_FILTER_OUTLET:
      return tell_outlet (telling);

    case PLX_FILTER_SOURCE:
      return tell_sources (telling);

    case PLX_FILTER_DAY:
      return tell_days (telling);

    case PLX_FILTER_NAME:
      return tell_names (telling);

    case PLX_FILTER_DIFFERENCE:
    default:
      return g_strdup (_("Only passages with a difference."));
    }
}

/**
 * plx_filter_words_tell:
 * @telling: what a sheet is about
 *
 * Returns: (transfer full) (element-type utf8): each part of the filter that is set, as a
 *   sentence
 */
GPtrArray *
plx_filter_words_tell (PlxSheetTelling *telling)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (PlxFilterPart part = 0; part < PLX_N_FILTER_PARTS; part++)
    {
      char *sentence = plx_filter_has_part (telling->matter->filter, part)
                       ? tell_part (telling, part) : NULL;

      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }

  return sentences;
}

/**
 * plx_filter_words_shown:
 * @telling: what a sheet is about
 *
 * Returns: (transfer full): how many passages are shown, and of how many
 */
char *
plx_filter_words_shown (PlxSheetTelling *telling)
{
  const PlxPassages *passages = telling->matter->passages;
  const guint n_hidden = passages->n_all - passages->n_shown;
  g_autofree char *hidden = NULL;

  if (n_hidden == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "No filter: its only passage is shown.",
                                         "No filter: all %u passages are shown.",
                                         passages->n_all), passages->n_all);

  hidden = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is hidden", "%u are hidden",
                                         n_hidden), n_hidden);

  /* Translators: how many passages are shown, of how many, and “7 are hidden” */
  return g_strdup_printf (_("The filter lets %1$u of %2$u passages through; %3$s, and neither "
                            "printed nor counted."), passages->n_shown, passages->n_all, hidden);
}
