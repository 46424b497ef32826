/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-words.h"

#include <glib/gi18n-lib.h>

#include "countries/plx-relations.h"
#include "countries/plx-standing.h"

/**
 * plx_words_dup_day:
 * @day: a day
 *
 * Returns: (transfer full): the day as people write it, empty for no day
 */
char *
plx_words_dup_day (PlxDay day)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  if (!g_date_valid_julian (day))
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);

  /* Translators: a day, as in “30 August 2023”; see g_date_time_format() */
  return g_date_time_format (time, _("%-d %B %Y"));
}

char *
plx_words_dup_days (PlxDay first,
                    PlxDay last)
{
  g_autofree char *from = plx_words_dup_day (first);
  g_autofree char *to = plx_words_dup_day (last);

  if (first == last || last == 0)
    return g_steal_pointer (&from);

  /* Translators: from one day to another, as in “30 August 2023 – 4 September 2023” */
  return g_strdup_printf (_("%s – %s"), from, to);
}

const char *
plx_words_kind (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_PERSON:
      return _("Person");
    case PLX_KIND_ORGANIZATION:
      return _("Organization");
    case PLX_KIND_COUNTRY:
      return _("Country");
    case PLX_KIND_PLACE:
      return _("Place");
    case PLX_KIND_EVENT:
      return _("Event");
    case PLX_KIND_LAW:
      return _("Law");
    case PLX_KIND_OTHER:
    default:
      return _("Other");
    }
}

const char *
plx_words_difference (PlxDifferenceKind kind)
{
  switch (kind)
    {
    case PLX_DIFFERENCE_NUMBER:
      return _("Number");
    case PLX_DIFFERENCE_DATE:
      return _("Date");
    case PLX_DIFFERENCE_NAME:
      return _("Name");
    case PLX_DIFFERENCE_PLACE:
      return _("Place");
    case PLX_DIFFERENCE_ATTRIBUTION:
      return _("Attribution");
    case PLX_DIFFERENCE_CERTAINTY:
      return _("Certainty");
    case PLX_DIFFERENCE_NEGATION:
      return _("Negation");
    case PLX_DIFFERENCE_ACTOR:
      /* Translators: a kind of difference: who has done it */
      return _("Who acted");
    case PLX_DIFFERENCE_QUOTATION:
      return _("Quotation");
    case PLX_DIFFERENCE_ORDER:
      /* Translators: a kind of difference: what came first */
      return _("Order in time");
    case PLX_DIFFERENCE_WORDING:
    default:
      return _("Wording");
    }
}

const char *
plx_words_reason (PlxCutReason reason)
{
  switch (reason)
    {
    case PLX_CUT_COMMENTS:
      return _("Reader comments");

    case PLX_CUT_DONATION:
      return _("Donation appeal");

    case PLX_CUT_RELATED_LINK:
      return _("Links to other articles");

    case PLX_CUT_PROMO:
      return _("Promotion");

    case PLX_CUT_NEWSLETTER:
      return _("Newsletter");

    case PLX_CUT_COOKIES:
      return _("Cookie notice");

    case PLX_CUT_ACCOUNT:
      return _("Account and sign-in");

    case PLX_CUT_BREADCRUMB:
      return _("Path of sections");

    case PLX_CUT_NAVIGATION:
      return _("Navigation");

    case PLX_CUT_TEMPLATE:
      return _("Furniture of the page");

    case PLX_CUT_CAPTION:
      return _("Caption");

    case PLX_CUT_ADVERTISEMENT:
      return _("Advertisement");

    case PLX_CUT_SHARE:
      return _("Share buttons");

    case PLX_CUT_LEGAL:
      return _("Legal notice");

    case PLX_CUT_USER:
      return _("Cut by you");

    case PLX_CUT_RULE:
      return _("Cut by your rule");

    case PLX_CUT_NONE:
    default:
      return _("Cut");
    }
}

/* One is a party to a treaty, and a member of a bloc. */
const char *
plx_words_status (PlxStatus   status,
                  const char *relation)
{
  return plx_status_to_words (plx_relation_lookup (relation), status);
}

char *
plx_words_dup_relation (const char *relation)
{
  const PlxRelationInfo *info = plx_relation_lookup (relation);

  return info != NULL ? g_strdup (info->short_title) : g_ascii_strup (relation, -1);
}

static char *
dup_record (const PlxStatementRecord *statement,
            const char               *country)
{
  g_autofree char *day = plx_words_dup_day (statement->on);
  g_autofree char *relation = plx_words_dup_relation (statement->relation);

  if (statement->says == PLX_SAYS_COUNT)
    /* Translators: a treaty or bloc, how many parties it had, and a day */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u party on %s",
                                         "%s, %u parties on %s", statement->record_count),
                            relation, statement->record_count, day);

  /* Translators: a country, a treaty or bloc, how it stands to it, and a day */
  return g_strdup_printf (_("%s, %s: %s on %s"), country, relation,
                          plx_words_status (statement->record, statement->relation), day);
}

/**
 * plx_words_dup_verdict:
 * @statement: a statement
 * @country: (nullable): the name of its country
 *
 * Returns: (transfer full): how it stands to the record, and what the record says
 */
char *
plx_words_dup_verdict (const PlxStatementRecord *statement,
                       const char               *country)
{
  g_autofree char *record = dup_record (statement, country != NULL ? country : "");

  switch (statement->verdict)
    {
    case PLX_VERDICT_AGREES:
      /* Translators: followed by what the record says */
      return g_strdup_printf (_("= agrees with the record (%s)"), record);

    case PLX_VERDICT_CONTRADICTS:
      /* Translators: followed by what the record says */
      return g_strdup_printf (_("≠ contradicts the record (%s)"), record);

    case PLX_VERDICT_UNKNOWN:
    default:
      return g_strdup (_("? not known to the record"));
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  PlxDay x = *(const PlxDay *) a;
  PlxDay y = *(const PlxDay *) b;

  return (x > y) - (x < y);
}

/**
 * plx_words_find_days:
 * @analysis: an analysis
 * @filter: says for which day a status is asked
 * @today: the day of today, which also stands for that of the articles where none has one
 * @mentions: (nullable): for each article, whether its day counts
 *
 * Returns: (transfer full) (element-type guint32): the days for which a status is to be told, in
 *   order, each once; one at least
 */
GArray *
plx_words_find_days (PlxAnalysis *analysis,
                     PlxFilter   *filter,
                     PlxDay       today,
                     const guint *mentions)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (PlxDay));

  for (guint i = 0; filter->as_of == PLX_AS_OF_ARTICLE &&
                    i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxDay day = plx_document_get_day (plx_analysis_get_document (analysis, i));

      if (day != 0 && (mentions == NULL || mentions[i] > 0))
        g_array_append_val (days, day);
    }

  if (days->len == 0)
    {
      PlxDay day = filter->as_of == PLX_AS_OF_DAY ? filter->day : today;

      g_array_append_val (days, day);
    }

  g_array_sort (days, compare_days);
  for (guint i = days->len - 1; i > 0; i--)
    if (g_array_index (days, PlxDay, i) == g_array_index (days, PlxDay, i - 1))
      g_array_remove_index (days, i);

  return days;
}

static char *
dup_status_on (const char *status,
               PlxDay      first,
               PlxDay      last)
{
  g_autofree char *days = plx_words_dup_days (first, last);

  if (first == last)
    /* Translators: how a country stands, and the day */
    return g_strdup_printf (_("%s on %s"), status, days);

  /* Translators: how a country stands, and from which day to which */
  return g_strdup_printf (_("%s, %s"), status, days);
}

/**
 * plx_words_dup_standing:
 * @relation: id of a relation
 * @country: code of a country
 * @days: (element-type guint32): the days, in order
 * @record: (out) (optional): who says so
 *
 * Tells how a country stands in a relation on one or more days, such as “party on 15 June
 * 2015; withdrawn on 3 May 2018”.
 *
 * Returns: (transfer full): the words
 */
char *
plx_words_dup_standing (const char  *relation,
                        const char  *country,
                        GArray      *days,
                        char       **record)
{
  const PlxRelationInfo *info = plx_relation_lookup (relation);
  GString *words = g_string_new (NULL);
  const PlxInterval *interval = NULL;

  for (guint i = 0, end; i < days->len; i = end)
    {
      PlxDay first = g_array_index (days, PlxDay, i);
      PlxStatus status = info != NULL ? plx_relation_status (info, country, first, &interval)
                                      : PLX_STATUS_UNKNOWN;
      g_autofree char *part = NULL;

      for (end = i + 1; info != NULL && end < days->len; end++)
        if (plx_relation_status (info, country, g_array_index (days, PlxDay, end), NULL) !=
            status)
          break;

      part = dup_status_on (plx_words_status (status, relation), first,
                            g_array_index (days, PlxDay, end - 1));
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", part);
    }

  if (record != NULL)
    *record = g_strdup (interval != NULL ? interval->source : NULL);

  return g_string_free_and_steal (words);
}
