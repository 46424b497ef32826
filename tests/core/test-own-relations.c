/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "countries/plx-condition.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-country-search.h"
#include "countries/plx-own-relations.h"
#include "countries/plx-standing.h"

#define HEAD "country,status,from,to,source\n"

static PlxRelationFile *
read_text (const char *name,
           const char *text,
           gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return plx_relation_file_new (name, bytes, plx_day_parse ("2026-11-21"));
}

/* A text, how many of its rows are taken, and what is said of which line. */
static const struct
{
  const char *text;
  guint       taken;
  guint       line;
  const char *says; /* nullable: nothing */
} file_cases[] = {
  { HEAD "FRA,member,2001-01-01,,treaty\n", 1, 0, NULL },
  { HEAD "fra,Member,2001-01-01,,treaty\n", 1, 0, NULL },
  { HEAD "The Gambia,state party,,,treaty\n", 1, 0, NULL },
  { HEAD "Côte d’Ivoire,member,,,treaty\n", 1, 0, NULL },
  { HEAD "Cote d'Ivoire,member,,,treaty\r\nTurkiye,member,,,treaty\r\n", 2, 0, NULL },
  { "country;status;source\nFrance;member;a, b\n", 1, 0, NULL },
  { "source\tstatus\tcountry\nx\tmember\tFrance\n", 1, 0, NULL },
  { "\xef\xbb\xbf" HEAD "France,member,,,x\n", 1, 0, NULL },
  { "# title: A, B and C\n\n" HEAD "\nFrance,member,,,x\n", 1, 0, NULL },
  { HEAD "France,member,,,\"two\nlines\"\nSpain,member,,,x\n", 2, 0, NULL },
  { HEAD "France,member,2001-01-01,2002-01-01,x\nFrance,withdrawn,2002-01-01,,x\n", 2, 0, NULL },

  { HEAD "Sudn,member,,,x\n", 0, 2, "Did you mean “Sudan” (SDN)?" },
  { HEAD "Atlantis,member,,,x\n", 0, 2, "“Atlantis” is no country that Parallax knows." },
  { HEAD "Congo,member,,,x\n", 0, 2, "Several countries are called “Congo”" },
  { HEAD ",member,,,x\n", 0, 2, "There is no country." },
  { HEAD "=A1,member,,,x\n", 0, 2, "“=A1” is a formula" },
  { HEAD "France,member,,,=A1\n", 1, 2, "The source begins like a formula" },
  { HEAD "France,,,,x\n", 0, 2, "There is no status." },
  { HEAD "France,friend,,,x\n", 0, 2, "“friend” is no status" },
  { HEAD "France,member,1/2/2001,,x\n", 0, 2, "“1/2/2001” is no day" },
  { HEAD "France,member,2001-02-29,,x\n", 0, 2, "There is no day “2001-02-29”" },
  { HEAD "France,member,2001-01-01,2001-01-01,x\n", 0, 2, "It ends on 2001-01-01" },
  { HEAD "France,member,2001-01-01,,x\nFrance,withdrawn,2002-01-01,,x\n", 1, 3,
    "France already has a status on some of these days, by line 2." },
  { HEAD "France,member,2002-01-01,,x\nFrance,member,2001-01-01,2003-01-01,x\n", 1, 3,
    "by line 2" },
  { HEAD "France,member,,,x\nSpain,member,,,x\nFrance,member,,,x\n", 2, 4,
    "It says the same as line 2." },
  { HEAD "France,member,,,a,b\n", 0, 2, "There are 6 cells, and 5 columns" },
  { HEAD "France,member,,,\"x\nSpain,member,,,x\n", 0, 2, "A quotation mark is opened here" },
  { HEAD "France,member,,,\n", 1, 0, "1 line gives no source." },
  { "country,state\nFrance,member\n", 0, 1, "“status” is missing" },
  { "country,status,status\nFrance,member,x\n", 0, 1, "stands there twice" },
  { "country,status,colour\nFrance,member,x\n", 1, 1, "The column “colour” is not used." },
  { HEAD, 0, 0, "There is nothing under the first line." },
  { "", 0, 0, "The file is empty." },
  { HEAD "Spain,member,,,x\nC\xf4te d'Ivoire,member,,,x\n", 0, 3, "This line is not UTF-8 text." },
  { "PK\3\4rest", 0, 0, "The file is a spreadsheet or an archive." },
};

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autoptr (PlxRelationFile) file = read_text ("list.csv", file_cases[i].text, -1);
      gboolean said = file_cases[i].says == NULL;

      g_test_message ("file %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (file->n_taken, ==, file_cases[i].taken);
      g_assert_true ((file->relation != NULL) == (file_cases[i].taken > 0));

      for (guint j = 0; j < file->problems->len; j++)
        {
          const PlxRelationProblem *problem = g_ptr_array_index (file->problems, j);

          g_test_message ("line %u: %s", problem->line, problem->message);
          if (file_cases[i].says == NULL && strstr (problem->message, "no source") == NULL)
            said = FALSE;
          if (file_cases[i].says != NULL && problem->line == file_cases[i].line &&
              strstr (problem->message, file_cases[i].says) != NULL)
            said = TRUE;
        }
      g_assert_true (said);
    }
}

static void
test_utf16 (void)
{
  g_autoptr (PlxRelationFile) file = NULL;
  gsize length;
  g_autofree char *text = g_convert ("\xef\xbb\xbf" HEAD "Perú,member,,,x\n", -1, "UTF-16LE",
                                     "UTF-8", NULL, &length, NULL);

  file = read_text ("list.csv", text, length);
  g_assert_cmpuint (file->n_taken, ==, 1);
}

static void
test_remarks (void)
{
  g_autoptr (PlxRelationFile) file =
    read_text ("antarctic.csv", "# title: The Antarctic Treaty\n# short: Antarctic\n"
               "# kind: treaty\n# rest: unknown\n# as of: 2024-03-01\n" HEAD
               "Norway,state-party,1961-06-23,,x\n", -1);

  g_assert_cmpstr (file->relation->id, ==, "own-antarctic");
  g_assert_cmpstr (file->relation->title, ==, "The Antarctic Treaty");
  g_assert_cmpstr (file->relation->short_title, ==, "Antarctic");
  g_assert_true (file->relation->is_treaty);
  g_assert_true (file->relation->is_own);
  g_assert_cmpuint (file->relation->as_of, ==, plx_day_parse ("2024-03-01"));
  g_assert_cmpint (plx_relation_status (file->relation, "NOR", plx_day_parse ("1961-06-23"), NULL),
                   ==, PLX_STATUS_PARTY);
  g_assert_cmpint (plx_relation_status (file->relation, "FRA", plx_day_parse ("1961-06-23"), NULL),
                   ==, PLX_STATUS_UNKNOWN);
}

static void
test_large (void)
{
  g_autoptr (GString) many = g_string_new (HEAD);
  g_autoptr (PlxRelationFile) long_file = NULL;
  g_autoptr (PlxRelationFile) big_file = NULL;
  g_autofree char *big = g_malloc (PLX_RELATION_FILE_MAX + 1);
  g_autoptr (GBytes) bytes = NULL;
  const PlxRelationProblem *problem;

  g_test_summary ("A file without end is refused in words, and so are lines without number");

  for (guint i = 0; i < 60000; i++)
    g_string_append (many, "Nowhereland,member,,,x\n");
  long_file = read_text ("many.csv", many->str, many->len);
  g_assert_cmpuint (long_file->n_rows, ==, 60000);
  g_assert_cmpuint (long_file->problems->len, ==, PLX_RELATION_PROBLEMS_MAX);
  g_assert_cmpuint (long_file->n_errors, >, PLX_RELATION_PROBLEMS_MAX);

  memset (big, 'x', PLX_RELATION_FILE_MAX + 1);
  bytes = g_bytes_new_static (big, PLX_RELATION_FILE_MAX + 1);
  big_file = plx_relation_file_new ("big.csv", bytes, 0);
  g_assert_cmpuint (big_file->n_errors, ==, 1);
  g_assert_null (big_file->relation);
  problem = g_ptr_array_index (big_file->problems, 0);
  g_assert_nonnull (strstr (problem->message, "It was not read."));
}

static void
test_kept (void)
{
  static const char text[] = HEAD "Norway,member,,,x\nSudn,member,,,x\n";
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "relations", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) kept = g_file_get_child (folder, "My List.csv");
  g_autoptr (PlxRelationFile) file = read_text ("My List.csv", text, -1);
  g_autoptr (PlxRelationFile) newer = read_text ("My List.csv", HEAD "Peru,member,,,x\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCondition) condition = NULL;
  g_autofree char *found = NULL;
  PlxDay today = plx_day_parse ("2026-11-21");

  g_test_summary ("A table is kept byte for byte, replaced, removed and brought back");

  g_assert_true (plx_own_relations_load (folder, today, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (plx_own_relations_keep (folder, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (plx_relation_lookup ("own-my-list"));
  g_assert_true (g_file_load_contents (kept, NULL, &found, NULL, NULL, NULL));
  g_assert_cmpstr (found, ==, text);

  condition = plx_condition_parse ("nato and own-my-list", &error);
  g_assert_no_error (error);
  g_assert_true (plx_condition_holds (condition, "NOR", today));
  g_assert_false (plx_condition_holds (condition, "DNK", today));

  g_assert_true (plx_own_relations_keep (folder, newer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plx_relation_status (plx_relation_lookup ("own-my-list"), "PER", today, NULL),
                   ==, PLX_STATUS_PARTY);

  g_assert_true (plx_own_relations_remove (folder, "own-my-list", NULL, &error));
  g_assert_no_error (error);
  g_assert_null (plx_relation_lookup ("own-my-list"));
  g_assert_false (plx_condition_holds (condition, "NOR", today));
  g_assert_false (plx_own_relations_remove (folder, "own-my-list", NULL, NULL));

  g_assert_true (plx_own_relations_restore (folder, "own-my-list", today, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plx_relation_status (plx_relation_lookup ("own-my-list"), "PER", today, NULL),
                   ==, PLX_STATUS_PARTY);

  g_assert_true (plx_own_relations_drop ("own-my-list"));
  g_assert_true (plx_own_relations_load (folder, today, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (plx_relation_lookup ("own-my-list"));
  g_assert_true (plx_own_relations_drop ("own-my-list"));
}

static const struct
{
  const char *text;
  const char *written; /* NULL: can't be read */
  const char *words;   /* or what the error says */
} condition_cases[] = {
  { "nato", "nato", "NATO" },
  { "NATO but not ICC", "nato and not icc", "NATO but not ICC" },
  { "EU and NATO and G7", "eu and nato and g7", "EU and NATO and G7" },
  { "eu or nato and not icc", "eu or nato and not icc", "EU or NATO but not ICC" },
  { "(eu or nato) and not icc", "(eu or nato) and not icc", "(EU or NATO) but not ICC" },
  { "not (eu or nato)", "not (eu or nato)", "not (EU or NATO)" },
  { "not not icc", "icc", "ICC" },
  { "eu and (nato and g7)", "eu and nato and g7", "EU and NATO and G7" },
  { "icc:member", "icc", "ICC" },
  { "icc : signatory|withdrawn", "icc:signatory|withdrawn",
    "ICC: signed, not ratified or withdrawn" },
  { "icc:accepted", "icc:accepted-jurisdiction", "ICC: accepted jurisdiction" },
  { "", NULL, "A treaty or bloc is expected at the end." },
  { "nato and", NULL, "A treaty or bloc is expected at the end." },
  { "nato icc", NULL, "“and”, “or” or “but not” is expected before “icc”." },
  { "(nato", NULL, "A bracket is opened and not closed." },
  { "nato)", NULL, "is expected before “)”." },
  { "oas", NULL, "There is no table of a treaty or bloc “oas”." },
  { "icc:friend", NULL, "“friend” is no status." },
};

static void
test_conditions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (condition_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxCondition) condition = plx_condition_parse (condition_cases[i].text, &error);
      g_autoptr (PlxCondition) copy = NULL;
      g_autofree char *written = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", condition_cases[i].text);
      if (condition_cases[i].written == NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
          g_assert_nonnull (strstr (error->message, condition_cases[i].words));
          continue;
        }

      g_assert_no_error (error);
      copy = plx_condition_copy (condition);
      written = plx_condition_to_string (copy);
      words = plx_condition_to_words (copy);
      g_assert_cmpstr (written, ==, condition_cases[i].written);
      g_assert_cmpstr (words, ==, condition_cases[i].words);
    }
}

static const struct
{
  const char *condition;
  const char *country;
  const char *day;
  gboolean    holds;
} truth_cases[] = {
  { "nato but not icc", "TUR", "2023-08-30", TRUE },
  { "nato but not icc", "USA", "2023-08-30", TRUE },
  { "nato but not icc", "GBR", "2023-08-30", FALSE },
  { "nato but not icc", "SWE", "2023-08-30", FALSE },
  { "brics and icc", "BRA", "2023-08-30", TRUE },
  { "brics and icc", "IND", "2023-08-30", FALSE },
  { "icc:non-party", "IRN", "2023-08-30", TRUE },
  { "icc:non-party", "UKR", "2023-08-30", FALSE },
  { "icc:accepted", "UKR", "2023-08-30", TRUE },
  { "icc", "UKR", "2025-01-01", TRUE },
  /* Of a day on which a country was not, nothing holds, nor its contrary. */
  { "icc", "SSD", "2005-01-01", FALSE },
  { "not icc", "SSD", "2005-01-01", FALSE },
  { "icc:unknown", "SSD", "2005-01-01", TRUE },
  { "not icc or not icc:unknown", "SSD", "2005-01-01", FALSE },
};

static void
test_truth (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (truth_cases); i++)
    {
      g_autoptr (PlxCondition) condition = plx_condition_parse (truth_cases[i].condition, NULL);

      g_test_message ("%s %s", truth_cases[i].condition, truth_cases[i].country);
      g_assert_nonnull (condition);
      g_assert_cmpint (plx_condition_holds (condition, truth_cases[i].country,
                                            plx_day_parse (truth_cases[i].day)), ==,
                       truth_cases[i].holds);
    }
}

static void
test_labels (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "names.ini", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_test_summary ("A country is called as the user wants it, in any run");

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_cmpstr (plx_country_get_label ("MMR"), ==, plx_country_lookup ("MMR")->name);
  plx_country_set_label ("MMR", " Burma ");
  g_assert_cmpstr (plx_country_get_label ("MMR"), ==, "Burma");
  g_assert_true (plx_country_labels_save (file, NULL, &error));
  g_assert_no_error (error);

  plx_country_set_label ("MMR", NULL);
  g_assert_cmpstr (plx_country_get_label ("MMR"), ==, plx_country_lookup ("MMR")->name);
  g_assert_true (plx_country_labels_load (file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (plx_country_get_label ("MMR"), ==, "Burma");
  g_assert_null (plx_country_get_label ("XXX"));
  plx_country_set_label ("MMR", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/own-relations/files/are-checked-line-by-line", test_files);
  g_test_add_func ("/own-relations/files/may-be-utf-16", test_utf16);
  g_test_add_func ("/own-relations/files/have-remarks", test_remarks);
  g_test_add_func ("/own-relations/files/may-be-too-large", test_large);
  g_test_add_func ("/own-relations/folder/keeps-all", test_kept);
  g_test_add_func ("/conditions/are-read-and-written", test_conditions);
  g_test_add_func ("/conditions/hold-on-their-day", test_truth);
  g_test_add_func ("/labels/are-kept", test_labels);

  return g_test_run ();
}
