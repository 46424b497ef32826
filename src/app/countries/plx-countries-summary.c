/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-countries-view"

#include "config.h"

#include "countries/plx-countries-summary.h"

#include <glib/gi18n.h>

#include "model/plx-country.h"
#include "window/plx-labels.h"

/* “4 of the 9 countries involved are a state party.” answers the view's question at once. */
static char *
dup_counts (PlxSession *session,
            GPtrArray  *countries)
{
  PlxFilter *filter = plx_session_get_filter (session);
  g_autofree char *today = plx_label_day (plx_session_get_today (session));
  g_autofree char *day = plx_label_day (filter->day);
  guint n_parties = 0;

  for (guint i = 0; i < countries->len; i++)
    n_parties += plx_country_get_status (g_ptr_array_index (countries, i)) == PLX_STATUS_PARTY;

  switch (filter->as_of)
    {
    case PLX_AS_OF_TODAY:
      /* Translators: “4 of 9 countries were members today, 3 May 2026” */
      return g_strdup_printf (ngettext ("%u of %u country is a member today, %s",
                                        "%u of %u countries are members today, %s",
                                        countries->len), n_parties, countries->len, today);

    case PLX_AS_OF_DAY:
      return g_strdup_printf (ngettext ("%u of %u country was a member on %s",
                                        "%u of %u countries were members on %s",
                                        countries->len), n_parties, countries->len, day);

    case PLX_AS_OF_ARTICLE:
    default:
      return g_strdup_printf (ngettext ("%u of %u country was a member on the day of the articles",
                                        "%u of %u countries were members "
                                        "on the day of the articles",
                                        countries->len), n_parties, countries->len);
    }
}

/**
 * plx_countries_summary_dup:
 * @session: a session that shows a story
 * @relation: (nullable): to what countries stand
 * @countries: (element-type PlxCountry): those involved
 *
 * Returns: (transfer full): how many are members, and as of when the record is
 */
char *
plx_countries_summary_dup (PlxSession            *session,
                           const PlxRelationInfo *relation,
                           GPtrArray             *countries)
{
  g_autofree char *counts = dup_counts (session, countries);
  g_autofree char *day = NULL;

  if (relation == NULL)
    return g_steal_pointer (&counts);

  day = plx_label_day (relation->as_of);

  /* Translators: %1$s is a sentence without its full stop, %2$s the day on which the table of
   * members was last gone over */
  return g_strdup_printf (_("%1$s. Record as of %2$s."), counts, day);
}
