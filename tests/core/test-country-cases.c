/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-involved.h"
#include "countries/plx-standing.h"
#include "language/plx-language.h"

/* A text, the country that it speaks of and those that it does not, and how that one stands on a
 * day. */
typedef struct
{
  const char *text;
  const char *country;
  const char *not_country; /* nullable */
  const char *relation;
  const char *day;
  PlxStatus   status;
} Case;

static const Case cases[] = {
  /* Names that mean something else too */
  { "Georgia’s parliament in Tbilisi passed the law on Tuesday.", "GEO", "USA", "coe",
    "2024-06-01", PLX_STATUS_PARTY },
  { "King Abdullah of Jordan met ministers in Amman.", "JOR", NULL, "icc", "2015-06-14",
    PLX_STATUS_PARTY },
  { "Niger closed its borders, its generals in Niamey said.", "NER", "NGA", "au", "2023-08-01",
    PLX_STATUS_PARTY },
  { "Nigeria recalled its envoy from Abuja’s eastern neighbour.", "NGA", "NER", "brics",
    "2024-11-01", PLX_STATUS_NON_PARTY },
  { "The Democratic Republic of Congo has buried its dead.", "COD", "COG", "icc", "2010-01-01",
    PLX_STATUS_PARTY },
  { "The Republic of the Congo sold oil through Brazzaville.", "COG", "COD", "icc", "2004-07-31",
    PLX_STATUS_SIGNATORY },
  { "Guinea-Bissau voted on Sunday.", "GNB", "GIN", "au", "2020-01-01", PLX_STATUS_PARTY },
  { "Equatorial Guinea pumps oil.", "GNQ", "GIN", "icc", "2020-01-01", PLX_STATUS_NON_PARTY },
  { "Papua New Guinea signed the pact.", "PNG", "GIN", "icc", "2020-01-01",
    PLX_STATUS_NON_PARTY },
  { "Guinea mourned the victims in Conakry.", "GIN", "GNB", "icc", "2003-10-01",
    PLX_STATUS_PARTY },
  { "North Korea fired a missile.", "PRK", "KOR", "icc", "2020-01-01", PLX_STATUS_NON_PARTY },
  { "South Korea condemned the launch.", "KOR", "PRK", "oecd", "1996-12-11",
    PLX_STATUS_NON_PARTY },
  { "Seoul condemned the launch.", "KOR", "PRK", "oecd", "1996-12-12", PLX_STATUS_PARTY },
  { "Ireland sent its taoiseach.", "IRL", "GBR", "nato", "2024-01-01", PLX_STATUS_NON_PARTY },
  { "Northern Ireland went to the polls.", "GBR", "IRL", "eu", "2020-01-31", PLX_STATUS_PARTY },
  { "Chad expelled the ambassador.", "TCD", NULL, "icc", "2026-08-01", PLX_STATUS_PARTY },
  { "Turkey blocked the accession.", "TUR", NULL, "nato", "1952-02-17", PLX_STATUS_NON_PARTY },
  { "Türkiye let the ships pass.", "TUR", NULL, "nato", "1952-02-18", PLX_STATUS_PARTY },
  { "Dominica asked for help after the storm.", "DMA", "DOM", "icc", "2010-01-01",
    PLX_STATUS_PARTY },
  { "The Dominican Republic shut the crossing.", "DOM", "DMA", "icc", "2005-08-01",
    PLX_STATUS_PARTY },
  { "South Sudan has two armies.", "SSD", "SDN", "au", "2011-07-01", PLX_STATUS_NON_PARTY },
  { "Sudan has two armies.", "SDN", "SSD", "icc", "2008-08-26", PLX_STATUS_NON_PARTY },
  { "Swaziland, now Eswatini, has a king.", "SWZ", NULL, "icc", "2020-01-01",
    PLX_STATUS_NON_PARTY },
  { "Burma’s generals stayed at home.", "MMR", NULL, "asean", "1997-07-22",
    PLX_STATUS_NON_PARTY },

  { "Bosnia and Herzegovina waits for a date.", "BIH", NULL, "nato", "2024-06-01",
    PLX_STATUS_NON_PARTY },
  { "North Macedonia opened talks.", "MKD", NULL, "nato", "2020-03-26", PLX_STATUS_NON_PARTY },
  { "The Central African Republic has two armies.", "CAF", NULL, "icc", "2002-07-01",
    PLX_STATUS_PARTY },
  { "Timor-Leste celebrated for three days.", "TLS", NULL, "asean", "2025-10-25",
    PLX_STATUS_NON_PARTY },
  { "East Timor celebrated for three days.", "TLS", NULL, "asean", "2025-10-26",
    PLX_STATUS_PARTY },
  { "The Ivory Coast sent a lawyer.", "CIV", NULL, "icc", "2013-04-30", PLX_STATUS_ACCEPTED },
  { "The Philippines’ withdrawal took a year.", "PHL", NULL, "icc", "2018-03-17",
    PLX_STATUS_PARTY },
  { "The Gambia changed its mind.", "GMB", NULL, "icc", "2017-02-10", PLX_STATUS_PARTY },

  /* What stands for a government */
  { "The Kremlin denied the report.", "RUS", NULL, "coe", "2022-03-15", PLX_STATUS_PARTY },
  { "The Kremlin denied the report again.", "RUS", NULL, "coe", "2022-03-16",
    PLX_STATUS_WITHDRAWN },
  { "Beijing has backed the plan.", "CHN", "TWN", "unsc-p5", "2023-08-30", PLX_STATUS_PARTY },
  { "The White House said nothing.", "USA", NULL, "icc", "2002-05-05", PLX_STATUS_SIGNATORY },
  { "Downing Street said nothing.", "GBR", NULL, "eu", "2020-02-01", PLX_STATUS_WITHDRAWN },
  { "Kyiv said that it welcomed the ruling.", "UKR", NULL, "icc", "2023-08-30",
    PLX_STATUS_ACCEPTED },
  { "Kyiv has welcomed the new ruling.", "UKR", NULL, "icc", "2025-01-01", PLX_STATUS_PARTY },
  { "Manila has agreed after all.", "PHL", NULL, "icc", "2019-03-17", PLX_STATUS_WITHDRAWN },

  { "Ulaanbaatar did not answer the request.", "MNG", NULL, "icc", "2024-09-02",
    PLX_STATUS_PARTY },
  { "Yerevan has deposited its instrument.", "ARM", NULL, "icc", "2024-02-01", PLX_STATUS_PARTY },
  { "Minsk has sent its troops.", "BLR", NULL, "sco", "2024-07-03", PLX_STATUS_NON_PARTY },

  /* Peoples */
  { "Hungarian lawmakers met on Friday.", "HUN", NULL, "icc", "2026-06-02", PLX_STATUS_PARTY },
  { "Two Filipino sailors were hurt.", "PHL", NULL, "icc", "2019-03-16", PLX_STATUS_PARTY },
  { "A Burundian colonel was charged.", "BDI", NULL, "icc", "2017-10-26", PLX_STATUS_PARTY },
  { "A Burundian colonel was tried.", "BDI", NULL, "icc", "2017-10-27", PLX_STATUS_WITHDRAWN },
  { "Armenian troops stayed.", "ARM", NULL, "icc", "2024-01-31", PLX_STATUS_SIGNATORY },
  { "Swedish officers applauded.", "SWE", NULL, "nato", "2024-03-07", PLX_STATUS_PARTY },
  { "Finnish officers applauded.", "FIN", NULL, "nato", "2023-04-03", PLX_STATUS_NON_PARTY },
  { "Palestinian officials thanked the judges.", "PSE", NULL, "icc", "2015-04-01",
    PLX_STATUS_PARTY },
  { "Malian soldiers left.", "MLI", NULL, "icc", "2026-11-21", PLX_STATUS_PARTY },
  { "Indonesian diplomats joined.", "IDN", NULL, "brics", "2025-01-05", PLX_STATUS_NON_PARTY },
};

static PlxAnalysis *
analyse (const char *text)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_document_new (NULL, "text");
  PlxAnalysis *analysis;

  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  g_ptr_array_add (documents, document);
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, &error);
  g_assert_no_error (error);

  return analysis;
}

static PlxCountry *
find_country (GPtrArray  *countries,
              const char *code)
{
  for (guint i = 0; code != NULL && i < countries->len; i++)
    {
      if (g_str_equal (plx_country_get_code (g_ptr_array_index (countries, i)), code))
        return g_ptr_array_index (countries, i);
    }

  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (PlxAnalysis) analysis = analyse (one->text);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GPtrArray) countries = NULL;
  PlxCountry *country;

  g_test_message ("%s", one->text);
  g_set_str (&filter->relation, one->relation);
  filter->as_of = PLX_AS_OF_DAY;
  filter->day = plx_day_parse (one->day);
  countries = plx_involved_countries (analysis, NULL, filter, 0);

  country = find_country (countries, one->country);
  g_assert_nonnull (country);
  if (country == NULL)
    return;
  g_assert_null (find_country (countries, one->not_country));
  g_assert_cmpint (plx_country_get_status (country), ==, one->status);
}

static const struct
{
  const char *relation;
  const char *country;
  const char *on;
  const char *today;
  const char *words;
} standing_cases[] = {
  { "icc", "UKR", "2023-08-30", "2026-11-21",
    "accepted jurisdiction then, party since 2025-01-01" },
  { "icc", "ARM", "2023-08-30", "2026-11-21", "signed, not ratified then, party since 2024-02-01" },
  { "icc", "CHN", "2023-08-30", "2026-11-21", "not a party" },
  { "icc", "KEN", "2023-08-30", "2026-11-21", "party since 2005-06-01" },
  { "icc", "BDI", "2015-06-14", "2026-11-21", "party then, withdrawn since 2017-10-27" },
  /* What runs is told as it was known: the notice that Hungary took back ran in 2025. */
  { "icc", "HUN", "2025-07-01", "2025-07-01", "party since 2002-07-01; gave notice that it leaves "
    "on 2025-06-02, with effect from 2026-06-02" },
  { "icc", "HUN", "2026-07-01", "2026-11-21", "party since 2002-07-01" },
  { "icc", "MLI", "2026-07-01", "2026-11-21", "party since 2002-07-01; gave notice that it leaves "
    "on 2026-06-24, with effect from 2027-06-24" },
  { "icc", "UKR", "2024-12-01", "2024-12-01", "accepted jurisdiction since 2014-04-17; ratified on "
    "2024-10-25, with effect from 2025-01-01" },
  { "nato", "SWE", "2023-06-01", "2026-11-21", "not a member then, member since 2024-03-07" },
  { "eu", "GBR", "2016-06-23", "2026-11-21", "member then, has left since 2020-02-01" },
};

static void
test_standings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (standing_cases); i++)
    {
      const PlxRelationInfo *relation = plx_relation_lookup (standing_cases[i].relation);
      g_autofree char *words = NULL;
      PlxStanding standing;

      plx_standing_find (relation, standing_cases[i].country,
                         plx_day_parse (standing_cases[i].on),
                         plx_day_parse (standing_cases[i].today), &standing);
      words = plx_standing_to_words (relation, &standing);
      g_assert_cmpstr (words, ==, standing_cases[i].words);
    }
}

static void
test_events (void)
{
  const PlxRelationInfo *icc = plx_relation_lookup ("icc");
  g_autoptr (GPtrArray) all = plx_relation_events (icc, NULL);
  g_autoptr (GPtrArray) own = plx_relation_events (icc, "PHL");
  static const PlxEventKind kinds[] = { PLX_EVENT_SIGNED, PLX_EVENT_RATIFIED, PLX_EVENT_IN_FORCE,
                                        PLX_EVENT_WITHDRAWAL_ANNOUNCED,
                                        PLX_EVENT_WITHDRAWAL_NOTIFIED, PLX_EVENT_WITHDRAWN };

  g_test_summary ("Each step is dated, sourced and in order, and agrees with the rows");

  g_assert_cmpuint (own->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < own->len; i++)
    g_assert_cmpint (((PlxEvent *) g_ptr_array_index (own, i))->kind, ==, kinds[i]);

  for (guint i = 0; i < all->len; i++)
    {
      const PlxEvent *event = g_ptr_array_index (all, i);

      g_assert_nonnull (event->country);
      g_assert_cmpuint (event->day, !=, 0);
      g_assert_cmpstr (event->source, !=, "");
      if (event->kind == PLX_EVENT_IN_FORCE)
        g_assert_cmpint (plx_relation_status (icc, event->country, event->day, NULL), ==,
                         PLX_STATUS_PARTY);
      if (event->kind == PLX_EVENT_WITHDRAWN)
        g_assert_cmpint (plx_relation_status (icc, event->country, event->day, NULL), ==,
                         PLX_STATUS_WITHDRAWN);
    }
}

/* Every party came to be one by an event of the same day. */
static void
test_events_are_whole (void)
{
  const PlxRelationInfo *icc = plx_relation_lookup ("icc");

  for (gsize i = 0; i < icc->n_intervals; i++)
    {
      const PlxInterval *row = &icc->intervals[i];
      g_autoptr (GPtrArray) events = NULL;
      gboolean found = FALSE;

      if (row->status != PLX_STATUS_PARTY)
        continue;

      events = plx_relation_events (icc, row->country);
      for (guint j = 0; j < events->len; j++)
        {
          const PlxEvent *event = g_ptr_array_index (events, j);

          found |= event->kind == PLX_EVENT_IN_FORCE && event->day == row->from;
        }
      g_test_message ("%s", row->country);
      g_assert_true (found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_set_nonfatal_assertions ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/countries/case/%02" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/standings/tell-then-and-now", test_standings);
  g_test_add_func ("/events/are-dated-and-sourced", test_events);
  g_test_add_func ("/events/are-whole", test_events_are_whole);

  return g_test_run ();
}
