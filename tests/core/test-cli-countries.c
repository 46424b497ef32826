/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* What is asked, the exit status, and what the answer or the complaint has and has not. */
typedef struct
{
  const char *path;
  const char *words[6];
  int         status;
  const char *has;
  const char *has_not; /* nullable */
} Case;

static const Case cases[] = {
  { "/cli/countries/then-and-now", { "--country", "Ukraine", "--as-of", "2023-08-30" }, 0,
    "accepted jurisdiction then, party since 2025-01-01", NULL },
  { "/cli/countries/steps", { "--country", "PHL" }, 0, "gave notice that it leaves", NULL },
  { "/cli/countries/steps-as-json", { "--country", "PHL", "--json" }, 0,
    "{\"event\":\"withdrawal-notified\",\"day\":\"2018-03-17\",\"effective\":\"2019-03-17\"",
    NULL },
  { "/cli/countries/pending", { "--country", "MLI", "--as-of", "2026-08-01", "--json" }, 0,
    "\"pending\":{\"event\":\"withdrawal-notified\",\"day\":\"2026-06-24\"", NULL },
  { "/cli/countries/where", { "--where", "nato but not icc" }, 0, "Turkey", "France" },
  { "/cli/countries/not-a-party", { "--status", "non-party", "--as-of", "2023-08-30" }, 0, "IRN",
    "UKR" },
  { "/cli/countries/accepted", { "--status", "accepted", "--as-of", "2023-08-30" }, 0, "UKR",
    "IRN" },
  { "/cli/countries/list", { "--list" }, 0, "African Union", NULL },
  { "/cli/countries/list-as-json", { "--list", "--json" }, 0, "\"as_of\":\"2026-11-21\"", NULL },
  { "/cli/countries/no-such-country", { "--country", "Sudna" }, 2, "did you mean “Sudan”?", NULL },
  { "/cli/countries/which-country", { "--country", "Congo" }, 2, "several countries", NULL },
  { "/cli/countries/no-such-status", { "--status", "friend" }, 2, "no such status", NULL },
  { "/cli/countries/no-such-tie", { "--tie", "friend" }, 2, "no such tie", NULL },
  { "/cli/countries/bad-condition", { "--where", "nato icc" }, 2, "is expected before “icc”",
    NULL },
  { "/cli/countries/no-such-table", { "--check", "/nowhere.csv" }, 1, "Reading a table", NULL },
};

static char *
run (const char * const *words,
     int                 wanted)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *complaint = NULL;

  g_ptr_array_add (all, program);
  g_ptr_array_add (all, (gpointer) "countries");
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) words[i]);
  g_ptr_array_add (all, NULL);

  child = g_subprocess_newv ((const char * const *) all->pdata,
                             G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                             &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, NULL, NULL, &answer, &complaint, &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", answer, complaint);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, wanted);

  return g_strconcat (answer, complaint, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *said = run (one->words, one->status);

  g_assert_nonnull (strstr (said, one->has));
  if (one->has_not != NULL)
    g_assert_null (strstr (said, one->has_not));
}

static char *
write_file (const char *name,
            const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static void
test_own_tables (void)
{
  g_autofree char *good = write_file ("pact.csv", "country,status,from,to,source\n"
                                      "Norway,member,2001-01-01,,gazette\n");
  g_autofree char *bad = write_file ("bad.csv", "country,status,from,to,source\n"
                                     "Norwy,member,2001-01-01,,gazette\n");
  const char *check_good[] = { "--check", good, NULL };
  const char *check_bad[] = { "--check", bad, NULL };
  const char *use_good[] = { "--table", good, "--where", "own-pact", NULL };
  const char *use_bad[] = { "--table", bad, "--where", "own-bad", NULL };
  g_autofree char *checked = run (check_good, 0);
  g_autofree char *complained = run (check_bad, 1);
  g_autofree char *used = run (use_good, 0);
  g_autofree char *refused = run (use_bad, 1);

  g_assert_nonnull (strstr (checked, "1 of 1 lines can be taken"));
  g_assert_nonnull (strstr (complained, "bad.csv:2: “Norwy” is no country"));
  g_assert_nonnull (strstr (used, "NOR  "));
  g_assert_nonnull (strstr (refused, "bad.csv:2:"));
}

static void
test_passages (void)
{
  g_autofree char *text = write_file ("story.txt", "Tea for everybody this year\n\n"
                                      "The farmers of the region were pleased with the harvest, "
                                      "and so were those who buy from them.\n\n"
                                      "Kenya has sold more of its tea than in any of the years "
                                      "before, its ministry said on Friday.\n\n"
                                      "China has bought more of it than anybody else, and it "
                                      "wants to buy more in the next year.\n");
  const char *words[] = { "--passages", "--status", "non-party", "--as-of", "2023-08-30", text,
                          NULL };
  g_autofree char *said = run (words, 0);

  g_assert_nonnull (strstr (said, "China has bought"));
  g_assert_null (strstr (said, "Kenya has sold"));
  g_assert_nonnull (strstr (said, "1 of 3 passages"));
}

static const struct
{
  const char *status;
  const char *countries[8];
  const char *hidden[4];
} seed_cases[] = {
  { "non-party", { "CHN", "IND", "RUS", "TUR", "USA", "IRN" }, { "ZAF", "BRA", "GBR", "UKR" } },
  { "state-party", { "ZAF", "BRA", "GBR" }, { "CHN", "IRN", "UKR" } },
  { "accepted-jurisdiction", { "UKR" }, { "CHN", "ZAF" } },
};

static void
test_seeds (void)
{
  const char *shared = g_getenv ("PARALLAX_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "seeds", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("The evaluation data is not beside the checkout");
      return;
    }

  g_ptr_array_add (words, g_strdup ("--as-of"));
  g_ptr_array_add (words, g_strdup ("2023-08-30"));
  g_ptr_array_add (words, g_strdup ("--status"));
  g_ptr_array_add (words, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (words, g_build_filename (folder, name, NULL));
  g_ptr_array_add (words, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (seed_cases); i++)
    {
      g_autofree char *said = NULL;

      g_free (g_ptr_array_index (words, 3));
      g_ptr_array_index (words, 3) = g_strdup (seed_cases[i].status);
      said = run ((const char * const *) words->pdata, 0);
      for (guint j = 0; seed_cases[i].countries[j] != NULL; j++)
        g_assert_nonnull (strstr (said, seed_cases[i].countries[j]));
      for (guint j = 0; j < 4 && seed_cases[i].hidden[j] != NULL; j++)
        g_assert_null (strstr (said, seed_cases[i].hidden[j]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/cli/countries/own-tables", test_own_tables);
  g_test_add_func ("/cli/countries/passages", test_passages);
  g_test_add_func ("/cli/countries/seeds", test_seeds);

  return g_test_run ();
}
