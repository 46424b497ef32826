/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-filter-words"

#include "config.h"

#include "filter/plx-filter-words.h"

#include <glib/gi18n.h>

#include "countries/plx-condition.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-relations.h"
#include "window/plx-labels.h"

static void
append (GString    *text,
        const char *separator,
        const char *words)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, words);
}

static void
append_statuses (GString   *text,
                 PlxFilter *filter,
                 guint      statuses)
{
  const PlxRelationInfo *relation = plx_relation_lookup (filter->relation);
  const char *name = relation != NULL ? relation->short_title : filter->relation;
  const gboolean is_treaty = relation == NULL || relation->is_treaty;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *both = NULL;

  for (PlxStatus status = PLX_STATUS_PARTY; status < PLX_N_STATUSES; status++)
    {
      if ((statuses & (1u << status)) != 0)
        append (words, _(", "), plx_label_status (status, is_treaty));
    }

  /* Translators: %1$s is a treaty or a bloc, %2$s one or more of “Party”, “Not a party” … */
  both = g_strdup_printf (_("%1$s: %2$s"), name, words->str);
  append (text, _(", "), both);
}

/* A condition that names what there is no more is shown as it was typed. */
static void
append_condition (GString    *text,
                  const char *condition)
{
  g_autoptr (PlxCondition) parsed = plx_condition_parse (condition, NULL);
  g_autofree char *words = parsed != NULL ? plx_condition_to_words (parsed) : NULL;

  append (text, _(", "), words != NULL ? words : condition);
}

static const char *
get_country (const char *code)
{
  const char *label = plx_country_get_label (code);

  return label != NULL ? label : code;
}

static void
append_countries (GString  *text,
                  char    **countries)
{
  const guint n = g_strv_length (countries);
  g_autofree char *words = NULL;

  if (n <= 2)
    words = n == 1 ? g_strdup (get_country (countries[0]))
                   /* Translators: two countries of which one is enough */
                   : g_strdup_printf (_("%1$s or %2$s"), get_country (countries[0]),
                                      get_country (countries[1]));
  else
    words = g_strdup_printf (ngettext ("%u Country", "%u Countries", n), n);

  append (text, _(", "), words);
}

static const char *
get_tie (PlxTies tie)
{
  switch (tie)
    {
    case PLX_TIE_ABOUT:
      return _("passages about it");

    case PLX_TIE_ARTICLE:
      return _("articles about it");

    case PLX_TIE_PERSON:
      return _("its people");

    case PLX_TIE_BODY:
      return _("its bodies");

    case PLX_TIE_LEADER:
      return _("its head of state or government");

    case PLX_TIE_MENTIONED:
    default:
      return _("mentions");
    }
}

static char *
describe (PlxFilter  *filter,
          guint       statuses,
          char      **countries,
          const char *condition)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (statuses != 0)
    append_statuses (text, filter, statuses);
  if (condition != NULL)
    append_condition (text, condition);
  if (countries != NULL && countries[0] != NULL)
    append_countries (text, countries);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * plx_filter_describe_ties:
 * @filter: a filter
 *
 * Returns: (transfer full): in which ways a passage may have to do with the countries asked for;
 *   empty where it must mention them
 */
char *
plx_filter_describe_ties (PlxFilter *filter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint tie = PLX_TIE_MENTIONED; tie <= PLX_TIE_LEADER; tie <<= 1)
    {
      if ((filter->ties & tie) != 0)
        append (text, _(" or "), get_tie (tie));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * plx_filter_describe_countries:
 * @filter: a filter
 *
 * Returns: (transfer full): what it asks of the countries of a passage; empty where it asks nothing
 */
char *
plx_filter_describe_countries (PlxFilter *filter)
{
  g_autofree char *words = describe (filter, filter->statuses, filter->countries,
                                     filter->condition);
  g_autofree char *ties = plx_filter_describe_ties (filter);

  if (*words == '\0' || *ties == '\0')
    return g_steal_pointer (&words);

  /* Translators: which countries, and how a passage has to do with them: “ICC: Not a party (its
   * head of state or government)” */
  return g_strdup_printf (_("%1$s (%2$s)"), words, ties);
}

/**
 * plx_filter_describe_outlets:
 * @filter: a filter
 *
 * Returns: (transfer full): what it asks of the outlet's own country; empty where it asks nothing
 */
char *
plx_filter_describe_outlets (PlxFilter *filter)
{
  g_autofree char *words = describe (filter, filter->outlet_statuses, filter->outlet_countries,
                                     filter->outlet_condition);

  if (*words == '\0')
    return g_steal_pointer (&words);

  /* Translators: %s tells from which countries outlets must be */
  return g_strdup_printf (_("Outlets: %s"), words);
}

/**
 * plx_filter_describe_day:
 * @filter: a filter
 *
 * Returns: (transfer full): for which day it asks how countries stand
 */
char *
plx_filter_describe_day (PlxFilter *filter)
{
  g_autofree char *day = NULL;

  if (filter->as_of == PLX_AS_OF_ARTICLE)
    return g_strdup (_("As of Article"));

  if (filter->as_of == PLX_AS_OF_TODAY)
    return g_strdup (_("As of Today"));

  day = plx_label_day (filter->day);

  /* Translators: %s is a day, such as “3 May 2023” */
  return g_strdup_printf (_("As of %s"), day);
}

static gboolean
is_wanted (PlxFilter   *filter,
           PlxDocument *document)
{
  const char * const *hidden = (const char * const *) filter->hidden_sources;
  PlxDay day = plx_document_get_day (document);

  if (day != 0 && (day < filter->from || (filter->to != 0 && day > filter->to)))
    return FALSE;

  if (hidden != NULL && *hidden != NULL)
    {
      g_autofree char *digest = plx_document_dup_digest (document);

      return !g_strv_contains (hidden, digest) &&
             (document->source == NULL || !g_strv_contains (hidden, document->source));
    }

  return TRUE;
}

/**
 * plx_filter_describe_sources:
 * @filter: a filter
 * @analysis: (nullable): what it is for
 *
 * Returns: (transfer full): how many sources it leaves, by name and by day
 */
char *
plx_filter_describe_sources (PlxFilter   *filter,
                             PlxAnalysis *analysis)
{
  guint n = analysis != NULL ? plx_analysis_get_n_articles (analysis) : 0;
  guint n_left = 0;

  for (guint i = 0; i < n; i++)
    n_left += is_wanted (filter, plx_analysis_get_document (analysis, i));

  if (n_left == n)
    return g_strdup_printf (ngettext ("%u Source", "All %u Sources", n), n);

  /* Translators: how many sources are shown, and of how many */
  return g_strdup_printf (_("%u of %u Sources"), n_left, n);
}

/**
 * plx_filter_describe_names:
 * @filter: a filter
 *
 * Returns: (transfer full): of which names a passage must speak
 */
char *
plx_filter_describe_names (PlxFilter *filter)
{
  guint n = filter->entities != NULL ? g_strv_length (filter->entities) : 0;

  if (n == 0)
    return g_strdup (_("All Names"));

  if (n == 1)
    return g_strdup (filter->entities[0]);

  return g_strdup_printf (ngettext ("%u Name", "%u Names", n), n);
}

/**
 * plx_filter_describe_part:
 * @filter: a filter
 * @part: a part of it that is set
 * @analysis: (nullable): what it is for
 *
 * Returns: (transfer full): what that part asks
 */
char *
plx_filter_describe_part (PlxFilter     *filter,
                          PlxFilterPart  part,
                          PlxAnalysis   *analysis)
{
  g_autofree char *from = NULL, *to = NULL;

  switch (part)
    {
    case PLX_FILTER_COUNTRY:
      return plx_filter_describe_countries (filter);

    case PLX_FILTER_OUTLET:
      return plx_filter_describe_outlets (filter);

    case PLX_FILTER_DAY:
      from = filter->from != 0 ? plx_label_day (filter->from) : g_strdup ("");
      to = filter->to != 0 ? plx_label_day (filter->to) : g_strdup ("");
      /* Translators: the first and the last day of publication; either may be missing */
      return g_strdup_printf (_("Published %1$s – %2$s"), from, to);

    case PLX_FILTER_NAME:
      return plx_filter_describe_names (filter);

    case PLX_FILTER_DIFFERENCE:
      return g_strdup (_("Only Differences"));

    case PLX_FILTER_SOURCE:
    default:
      return plx_filter_describe_sources (filter, analysis);
    }
}

/**
 * plx_filter_clear_part:
 * @filter: a filter that is not shared yet
 * @part: a part of it
 *
 * Makes that part ask nothing.
 */
void
plx_filter_clear_part (PlxFilter     *filter,
                       PlxFilterPart  part)
{
  switch (part)
    {
    case PLX_FILTER_COUNTRY:
      filter->statuses = 0;
      filter->ties = 0;
      g_clear_pointer (&filter->countries, g_strfreev);
      g_clear_pointer (&filter->condition, g_free);
      break;

    case PLX_FILTER_OUTLET:
      filter->outlet_statuses = 0;
      g_clear_pointer (&filter->outlet_countries, g_strfreev);
      g_clear_pointer (&filter->outlet_condition, g_free);
      break;

    case PLX_FILTER_DAY:
      filter->from = filter->to = 0;
      break;

    case PLX_FILTER_NAME:
      g_clear_pointer (&filter->entities, g_strfreev);
      break;

    case PLX_FILTER_DIFFERENCE:
      filter->only_differences = FALSE;
      break;

    case PLX_FILTER_SOURCE:
    default:
      g_clear_pointer (&filter->hidden_sources, g_strfreev);
    }
}
