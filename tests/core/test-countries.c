/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "countries/plx-countries.h"
#include "countries/plx-relations.h"

static void
test_names_valid (void)
{
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  g_test_summary ("Every country has codes of the right shape, a name and a place");
  g_assert_cmpuint (n, ==, 200);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (g_regex_match_simple ("^[A-Z]{3}$", countries[i].iso3, 0, 0));
      g_assert_true (g_regex_match_simple ("^[A-Z]{2}$", countries[i].iso2, 0, 0));
      g_assert_cmpstr (countries[i].name, !=, "");
      g_assert_cmpstr (countries[i].capital, !=, "");
      g_assert_cmpstr (countries[i].region, !=, "");
      g_assert_true (plx_country_lookup (countries[i].iso3) == &countries[i]);
      /* In order, so that no code stands twice. */
      if (i > 0)
        g_assert_cmpstr (countries[i - 1].iso3, <, countries[i].iso3);
    }
}

static void
test_names_found (void)
{
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  g_test_summary ("Each name of each country leads to a country, its plain name to itself");

  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpstr (plx_country_match_name (countries[i].name, -1, NULL, NULL), ==,
                       countries[i].iso3);
      g_assert_cmpstr (plx_country_match_name (countries[i].official_name, -1, NULL, NULL), ==,
                       countries[i].iso3);
      for (gsize j = 0; countries[i].aliases[j] != NULL; j++)
        g_assert_nonnull (plx_country_match_name (countries[i].aliases[j], -1, NULL, NULL));
      for (gsize j = 0; countries[i].demonyms[j] != NULL; j++)
        g_assert_nonnull (plx_country_match_name (countries[i].demonyms[j], -1, NULL, NULL));
      for (gsize j = 0; countries[i].metonyms[j] != NULL; j++)
        g_assert_nonnull (plx_country_match_name (countries[i].metonyms[j], -1, NULL, NULL));
    }
}

static void
test_intern (void)
{
  g_autofree char *code = g_strdup ("KEN");

  g_test_summary ("One pointer stands for a country");
  g_assert_true (plx_country_intern (code) == plx_country_lookup ("KEN")->iso3);
  g_assert_null (plx_country_intern ("XXX"));
  g_assert_null (plx_country_intern (NULL));
}

static const struct
{
  const char *text;
  const char *country; /* NULL: none */
  const char *match;   /* the phrase, or NULL where nothing is skipped */
  PlxForm     form;
} match_cases[] = {
  { "Sudan said", "SDN", "Sudan", PLX_FORM_NAME },
  { "South Sudan said", "SSD", "South Sudan", PLX_FORM_NAME },
  { "South Sudanese troops", "SSD", "South Sudanese", PLX_FORM_DEMONYM },
  { "Guinea-Bissau’s army", "GNB", "Guinea-Bissau", PLX_FORM_NAME },
  { "Equatorial Guinea", "GNQ", "Equatorial Guinea", PLX_FORM_NAME },
  { "Papua New Guinea", "PNG", "Papua New Guinea", PLX_FORM_NAME },
  { "Côte d’Ivoire won", "CIV", "Côte d’Ivoire", PLX_FORM_NAME },
  { "N’Djamena said", "TCD", "N’Djamena", PLX_FORM_METONYM },
  { "People’s Republic of China", "CHN", "People’s Republic of China", PLX_FORM_NAME },
  { "Republic of the Congo", "COG", "Republic of the Congo", PLX_FORM_NAME },
  { "Democratic Republic of Congo", "COD", "Democratic Republic of Congo", PLX_FORM_NAME },
  { "U.S. officials", "USA", "U.S.", PLX_FORM_NAME },
  { "US-led", "USA", "US", PLX_FORM_NAME },
  { "us", NULL, NULL, PLX_FORM_NAME },
  { "turkey sandwich", NULL, NULL, PLX_FORM_NAME },
  { "TURKEY’S LEADER", "TUR", "TURKEY", PLX_FORM_NAME },
  { "SOUTH AFRICA", "ZAF", "SOUTH AFRICA", PLX_FORM_NAME },
  { "Kremlin spokesman", "RUS", "Kremlin", PLX_FORM_METONYM },
  { "Pretoria", "ZAF", "Pretoria", PLX_FORM_METONYM },
  { "Singapore", "SGP", "Singapore", PLX_FORM_NAME },
  { "Russian-Chinese", "RUS", "Russian", PLX_FORM_DEMONYM },
  { "Chinatown", NULL, NULL, PLX_FORM_NAME },
  { "New Mexico", NULL, "New Mexico", PLX_FORM_NAME },
  { "South American", NULL, "South American", PLX_FORM_NAME },
  { "Rome Statute", NULL, "Rome Statute", PLX_FORM_NAME },
  { "Washington Post", NULL, "Washington Post", PLX_FORM_NAME },
  { "Washington said", "USA", "Washington", PLX_FORM_METONYM },
};

static void
test_match_longest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      const char *text = match_cases[i].text;
      PlxForm form = PLX_FORM_TITLE;
      gsize end = 0;
      const char *country = plx_country_match_longest (text, 0, strlen (text), &end, &form, NULL);

      g_test_message ("%s", text);
      g_assert_cmpstr (country, ==, match_cases[i].country);
      g_assert_cmpuint (end, ==, match_cases[i].match ? strlen (match_cases[i].match) : 0);
      if (country != NULL)
        g_assert_cmpint (form, ==, match_cases[i].form);
    }
}

static void
test_match_name (void)
{
  gboolean ambiguous = FALSE;
  PlxForm form;

  g_assert_cmpstr (plx_country_match_name ("the United States", -1, &form, &ambiguous), ==, "USA");
  g_assert_cmpint (form, ==, PLX_FORM_NAME);
  g_assert_cmpstr (plx_country_match_name ("Jordan", -1, NULL, &ambiguous), ==, "JOR");
  g_assert_true (ambiguous);
  g_assert_cmpstr (plx_country_match_name ("Kenya", -1, NULL, &ambiguous), ==, "KEN");
  g_assert_false (ambiguous);
  g_assert_cmpstr (plx_country_match_name ("Kenyan", 5, NULL, NULL), ==, "KEN");
  g_assert_null (plx_country_match_name ("Kenya Airways", -1, NULL, NULL));
  g_assert_null (plx_country_match_name ("", -1, NULL, NULL));
}

static void
test_relations_valid (void)
{
  gsize n;
  const PlxRelationInfo *relations = plx_relations_list (&n);

  g_test_summary ("Rows name known countries and statuses, in order and without overlap");
  g_assert_cmpuint (n, >=, 10);

  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%s", relations[i].id);
      g_assert_true (plx_relation_lookup (relations[i].id) == &relations[i]);
      g_assert_cmpuint (relations[i].since, >, 0);
      g_assert_cmpuint (relations[i].as_of, >, relations[i].since);
      g_assert_cmpuint (relations[i].n_intervals, >, 0);

      for (gsize j = 0; j < relations[i].n_intervals; j++)
        {
          const PlxInterval *row = &relations[i].intervals[j];
          const PlxInterval *before = j > 0 ? row - 1 : NULL;

          g_assert_nonnull (row->country);
          g_assert_cmpint (row->status, !=, PLX_STATUS_UNKNOWN);
          g_assert_cmpuint (row->from, >=, relations[i].since);
          g_assert_cmpstr (row->source, !=, "");
          if (row->to != 0)
            g_assert_cmpuint (row->to, >, row->from);
          if (before == NULL || before->country != row->country)
            continue;
          g_assert_cmpuint (before->to, !=, 0);
          g_assert_cmpuint (before->to, <=, row->from);
        }
    }
}

static void
test_relations_whole (void)
{
  const PlxRelationInfo *icc = plx_relation_lookup ("icc");
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  g_test_summary ("Each country has a status in the ICC for every day of its table");

  for (gsize i = 0; i < n; i++)
    {
      const PlxInterval *last = NULL;

      for (gsize j = 0; j < icc->n_intervals; j++)
        {
          const PlxInterval *row = &icc->intervals[j];

          if (row->country != countries[i].iso3)
            continue;
          if (last != NULL)
            g_assert_cmpuint (last->to, ==, row->from);
          last = row;
        }

      g_test_message ("%s", countries[i].iso3);
      g_assert_nonnull (last);
      g_assert_cmpuint (last->to, ==, 0);
    }
}

static const struct
{
  const char *day;
  guint       parties;
} count_cases[] = {
  { "2002-07-01", 66 },  { "2015-04-01", 123 }, { "2015-06-15", 123 },
  { "2023-08-30", 123 }, { "2024-01-31", 123 }, { "2024-02-01", 124 },
  { "2024-12-31", 124 }, { "2025-01-01", 125 }, { "2026-06-02", 125 },
};

static void
test_icc_counts (void)
{
  const PlxRelationInfo *icc = plx_relation_lookup ("icc");

  for (gsize i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      g_test_message ("%s", count_cases[i].day);
      g_assert_cmpuint (plx_relation_count (icc, PLX_STATUS_PARTY,
                                            plx_day_parse (count_cases[i].day)),
                        ==, count_cases[i].parties);
    }
}

static const struct
{
  const char *relation;
  const char *country;
  const char *day;
  PlxStatus   status;
} status_cases[] = {
  { "icc", "BDI", "2017-10-26", PLX_STATUS_PARTY },
  { "icc", "BDI", "2017-10-27", PLX_STATUS_WITHDRAWN },
  { "icc", "PHL", "2019-03-16", PLX_STATUS_PARTY },
  { "icc", "PHL", "2019-03-17", PLX_STATUS_WITHDRAWN },
  { "icc", "ARM", "2024-01-31", PLX_STATUS_SIGNATORY },
  { "icc", "ARM", "2024-02-01", PLX_STATUS_PARTY },
  { "icc", "UKR", "2014-04-16", PLX_STATUS_SIGNATORY },
  { "icc", "UKR", "2023-08-30", PLX_STATUS_ACCEPTED },
  { "icc", "UKR", "2024-12-31", PLX_STATUS_ACCEPTED },
  { "icc", "UKR", "2025-01-01", PLX_STATUS_PARTY },
  /* Its notice to leave was taken back four days before it would have counted. */
  { "icc", "HUN", "2026-06-01", PLX_STATUS_PARTY },
  { "icc", "HUN", "2026-06-02", PLX_STATUS_PARTY },
  { "icc", "PSE", "2014-12-31", PLX_STATUS_NON_PARTY },
  { "icc", "PSE", "2015-03-31", PLX_STATUS_ACCEPTED },
  { "icc", "PSE", "2015-04-01", PLX_STATUS_PARTY },
  { "icc", "ZAF", "2015-06-15", PLX_STATUS_PARTY },
  { "icc", "ZWE", "2015-06-15", PLX_STATUS_SIGNATORY },
  { "icc", "SDN", "2008-08-25", PLX_STATUS_SIGNATORY },
  { "icc", "SDN", "2015-06-15", PLX_STATUS_NON_PARTY },
  { "icc", "RUS", "2015-06-15", PLX_STATUS_SIGNATORY },
  { "icc", "RUS", "2023-08-30", PLX_STATUS_NON_PARTY },
  { "icc", "CHN", "2023-08-30", PLX_STATUS_NON_PARTY },
  { "icc", "SSD", "2011-07-08", PLX_STATUS_UNKNOWN },
  { "icc", "SSD", "2011-07-09", PLX_STATUS_NON_PARTY },
  { "icc", "FRA", "1998-07-16", PLX_STATUS_UNKNOWN },
  { "eu", "GBR", "2020-01-31", PLX_STATUS_PARTY },
  { "eu", "GBR", "2020-02-01", PLX_STATUS_WITHDRAWN },
  { "eu", "NOR", "2020-02-01", PLX_STATUS_NON_PARTY },
  { "nato", "SWE", "2024-03-06", PLX_STATUS_NON_PARTY },
  { "nato", "SWE", "2024-03-07", PLX_STATUS_PARTY },
  { "brics", "IDN", "2025-01-06", PLX_STATUS_PARTY },
  { "brics", "SAU", "2025-01-06", PLX_STATUS_NON_PARTY },
  { "au", "MAR", "2017-01-30", PLX_STATUS_NON_PARTY },
  { "au", "ESH", "2015-06-15", PLX_STATUS_PARTY },
  { "coe", "GRC", "1972-01-01", PLX_STATUS_WITHDRAWN },
  { "g8", "FRA", "2013-01-01", PLX_STATUS_PARTY },
  { "g8", "RUS", "2015-01-01", PLX_STATUS_WITHDRAWN },
};

static void
test_statuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (status_cases); i++)
    {
      const PlxRelationInfo *relation = plx_relation_lookup (status_cases[i].relation);
      const PlxInterval *row;
      PlxStatus status = plx_relation_status (relation, status_cases[i].country,
                                              plx_day_parse (status_cases[i].day), &row);

      g_test_message ("%s %s %s", status_cases[i].relation, status_cases[i].country,
                      status_cases[i].day);
      g_assert_cmpint (status, ==, status_cases[i].status);
      if (row != NULL)
        g_assert_cmpint (row->status, ==, status);
    }
}

static void
test_status_unknown (void)
{
  const PlxRelationInfo *icc = plx_relation_lookup ("icc");
  PlxDay day = plx_day_parse ("2015-06-15");

  g_assert_cmpint (plx_relation_status (icc, NULL, day, NULL), ==, PLX_STATUS_UNKNOWN);
  g_assert_cmpint (plx_relation_status (icc, "XXX", day, NULL), ==, PLX_STATUS_UNKNOWN);
  g_assert_cmpint (plx_relation_status (icc, "KEN", 0, NULL), ==, PLX_STATUS_UNKNOWN);
  g_assert_null (plx_relation_lookup ("nothing"));
  g_assert_null (plx_relation_lookup (NULL));
}

static const struct
{
  const char *relation;
  guint       members;
} bloc_cases[] = {
  { "eu", 27 }, { "nato", 32 }, { "g7", 7 }, { "g8", 0 }, { "g20", 19 }, { "brics", 10 },
  { "sco", 10 }, { "csto", 6 }, { "au", 55 }, { "unsc-p5", 5 }, { "oecd", 38 }, { "asean", 11 },
  { "coe", 46 },
};

static void
test_bloc_counts (void)
{
  g_test_summary ("The blocs have the members that they had when the tables were made");

  for (gsize i = 0; i < G_N_ELEMENTS (bloc_cases); i++)
    {
      const PlxRelationInfo *relation = plx_relation_lookup (bloc_cases[i].relation);

      g_test_message ("%s", bloc_cases[i].relation);
      g_assert_cmpuint (plx_relation_count (relation, PLX_STATUS_PARTY, relation->as_of), ==,
                        bloc_cases[i].members);
    }
}

int
main (int    argc,
      char **argv)
{
  gint64 start;

  g_test_init (&argc, &argv, NULL);

  start = g_get_monotonic_time ();
  plx_country_lookup ("KEN");
  plx_relation_lookup ("icc");
  g_test_message ("tables read in %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - start);

  g_test_add_func ("/countries/names/are-valid", test_names_valid);
  g_test_add_func ("/countries/names/are-found", test_names_found);
  g_test_add_func ("/countries/codes/are-interned", test_intern);
  g_test_add_func ("/countries/match/takes-the-longest", test_match_longest);
  g_test_add_func ("/countries/match/takes-whole-names", test_match_name);
  g_test_add_func ("/relations/rows/are-valid", test_relations_valid);
  g_test_add_func ("/relations/icc/leaves-no-gap", test_relations_whole);
  g_test_add_func ("/relations/icc/counts-parties", test_icc_counts);
  g_test_add_func ("/relations/blocs/count-members", test_bloc_counts);
  g_test_add_func ("/relations/status/holds-on-its-days", test_statuses);
  g_test_add_func ("/relations/status/may-be-unknown", test_status_unknown);

  return g_test_run ();
}
