/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "countries/plx-statements.h"

/* How many of all must be read rightly at least, and of those that no rule was made for: the held
 * ones of the first three hundred, and the last lots that were written. */
#define LEAST_OF_ALL 0.95
#define LEAST_OF_HELD 0.90
#define LEAST_OF_UNSEEN 0.90

#define N_MORE 1596
#define N_UNSEEN 120
#define N_CONTROLS 100

enum
{
  COLUMN_DAY,
  COLUMN_BEFORE,
  COLUMN_SENTENCE,
  COLUMN_SAYS,
  N_COLUMNS,
};

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
join_sorted (GPtrArray *words)
{
  if (words->len == 0)
    return g_strdup ("-");

  g_ptr_array_sort (words, compare_strings);
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" ", (char **) words->pdata);
}

static char *
describe (const PlxFinding *finding,
          PlxDay            day)
{
  PlxVerdict verdict = plx_statements_judge (finding, day);
  const char *word = plx_enum_to_nick (PLX_TYPE_VERDICT, verdict);

  if (finding->says == PLX_SAYS_COUNT)
    return g_strdup_printf ("*:%s:count=%u:%s", finding->relation->id, finding->count, word);

  return g_strdup_printf ("%s:%s:%s:%s", finding->country, finding->relation->id,
                          plx_enum_to_nick (PLX_TYPE_SAYS, finding->says), word);
}

static char *
read_statement (char **row)
{
  const char *before = *row[COLUMN_BEFORE] != '\0' ? row[COLUMN_BEFORE] : NULL;
  g_autoptr (GArray) findings = plx_statements_read (row[COLUMN_SENTENCE], before);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (words, describe (&g_array_index (findings, PlxFinding, i),
                                      plx_day_parse (row[COLUMN_DAY])));

  return join_sorted (words);
}

static char *
sort_expected (const char *says)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (says, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (words, g_strdup (parts[i]));

  return join_sorted (words);
}

/* Misses are told only of sentences that rules may be made for. */
static guint
measure (const char *name,
         guint       n_expected,
         gboolean    tell)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "statements", name,
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0, n_right = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);
      g_autofree char *expected = NULL, *found = NULL;

      g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
      expected = sort_expected (row[COLUMN_SAYS]);
      found = read_statement (row);
      n++;
      if (g_str_equal (expected, found))
        n_right++;
      else if (tell)
        g_test_message ("%s %s\n  asked: %s\n  found: %s", row[COLUMN_BEFORE],
                        row[COLUMN_SENTENCE], expected, found);
    }

  g_test_message ("%s: %u of %u right", name, n_right, n);
  g_assert_cmpuint (n, ==, n_expected);

  return n_right;
}

static void
test_cases (void)
{
  guint n_tuned = measure ("tuned.tsv", 200, TRUE);
  guint n_held = measure ("held.tsv", 100, FALSE);

  guint n_more = measure ("more.tsv", N_MORE, TRUE);
  guint n_unseen = measure ("unseen.tsv", N_UNSEEN, FALSE);

  g_assert_cmpfloat (n_more, >=, LEAST_OF_ALL * N_MORE);
  g_assert_cmpfloat (n_held, >=, LEAST_OF_HELD * 100);
  g_assert_cmpfloat (n_unseen, >=, LEAST_OF_UNSEEN * N_UNSEEN);
  g_assert_cmpfloat (n_tuned + n_held, >=, LEAST_OF_ALL * 300);
}

/* Clubs, contracts, teams and politics: nothing of it is about a treaty or a bloc. */
static void
test_controls (void)
{
  g_assert_cmpuint (measure ("controls.tsv", N_CONTROLS, TRUE), ==, N_CONTROLS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/statements/cases/are-read-rightly", test_cases);
  g_test_add_func ("/statements/cases/controls-say-nothing", test_controls);

  return g_test_run ();
}
