/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* Runs the command as a user would, on a library of its own, and gives what it printed. */
static char *
run (int         wanted,
     const char *first,
     ...)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "cli", "l.sqlite", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  char *answer = NULL;
  va_list args;

  g_ptr_array_add (words, program);
  g_ptr_array_add (words, (gpointer) "library");
  g_ptr_array_add (words, (gpointer) "--library");
  g_ptr_array_add (words, path);
  va_start (args, first);
  for (const char *word = first; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);

  child = g_subprocess_newv ((const char * const *) words->pdata,
                             G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                             &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &answer, &complaints, &error));
  g_assert_no_error (error);
  g_test_message ("%s", complaints);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, wanted);
  g_assert_cmpint (*complaints == '\0', ==, wanted == 0);

  return answer;
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
test_there_and_back (void)
{
  g_autofree char *a = write_file ("a.txt", "The bridge opens\n\nThe old bridge opened on Monday, "
                                            "officials of the town said.\n");
  g_autofree char *b = write_file ("b.txt", "A bridge at last\n\nOfficials opened the new bridge "
                                            "on Tuesday after a long delay.\n");
  g_autofree char *added = run (0, "add", "--title", "The bridge", a, b, NULL);
  g_autofree char *list = run (0, "list", NULL);
  g_autofree char *json = run (0, "--json", "list", NULL);
  g_autofree char *show = run (0, "show", "1", NULL);
  g_autofree char *hits = run (0, "search", "tues", NULL);
  g_autofree char *marked = run (0, "--json", "search", "tues", NULL);
  g_autofree char *undone = run (0, "undo", NULL);
  g_autofree char *gone = run (0, "list", NULL);
  g_autofree char *redone = run (0, "redo", NULL);
  g_autofree char *again = run (0, "list", NULL);
  g_autofree char *nothing = run (0, "redo", NULL);
  g_autofree char *more = run (0, "add", "--title", "Another", a, NULL);
  g_autofree char *history = run (0, "history", NULL);
  g_autofree char *both = run (0, "undo", "2", NULL);
  g_autofree char *undone_history = run (0, "--json", "history", NULL);
  g_autofree char *too_many = run (1, "redo", "3", NULL);
  g_autofree char *first = run (0, "--json", "redo", "1", NULL);
  g_autofree char *no_steps = run (2, "undo", "0", NULL);

  g_assert_nonnull (strstr (more, "Another"));
  g_assert_nonnull (strstr (history, "Add 1 Article\n"));
  g_assert_nonnull (strstr (history, "Add 2 Articles\n"));
  g_assert_cmpstr (both, ==, "Undo: 2 changes, the last of them: Add 2 Articles\n");
  g_assert_nonnull (strstr (undone_history, "\"label\":\"Add 1 Article\""));
  g_assert_nonnull (strstr (undone_history, "\"undone\":true"));
  g_assert_null (strstr (undone_history, "\"undone\":false"));
  g_assert_cmpstr (too_many, ==, "");
  g_assert_nonnull (strstr (first, "\"done\":\"Add 2 Articles\""));
  g_assert_cmpstr (no_steps, ==, "");
  g_assert_nonnull (strstr (added, "The bridge (2 articles"));
  g_assert_cmpstr (list, ==, added);
  g_assert_nonnull (strstr (json, "\"story\":1,\"title\":\"The bridge\",\"articles\":2"));
  g_assert_nonnull (strstr (show, "a.txt"));
  g_assert_nonnull (strstr (hits, "*Tuesday*"));
  g_assert_nonnull (strstr (marked, "\\u0002Tuesday\\u0003"));
  g_assert_cmpstr (undone, ==, "Undo: Add 2 Articles\n");
  g_assert_cmpstr (gone, ==, "");
  g_assert_cmpstr (redone, ==, "Redo: Add 2 Articles\n");
  g_assert_cmpstr (again, ==, list);
  g_assert_cmpstr (nothing, ==, "Redo: there is nothing\n");
}

static void
test_rules (void)
{
  static const char page[] =
    "<html><head><title>Late</title><meta property='og:site_name' content='The Quay'></head><body>"
    "<article><h1>The ferry is late</h1><p>The ferry was late on Monday, said those who had been "
    "waiting on the quay since the morning.</p><p>From our desk of ships, day 12</p><p>It had been "
    "late on Sunday too, the harbour master said, and nobody knew why.</p></article></body></html>";
  g_autofree char *file = write_file ("quay.html", page);
  g_autofree char *added = run (0, "add", file, NULL);
  g_autofree char *rule = run (0, "remember", "the quay", "cut", "text",
                               "from our desk of ships, day 3", NULL);
  g_autofree char *json = run (0, "--json", "rules", NULL);
  g_autofree char *hits = run (0, "search", "desk", NULL);
  g_autofree char *unknown = run (1, "forget", "99", NULL);
  g_autofree char *wrong = run (2, "remember", "The Quay", "burn", "text", "x", NULL);
  g_autofree char *forgotten = run (0, "forget", "1", NULL);
  g_autofree char *none = run (0, "rules", NULL);
  g_autofree char *back = run (0, "search", "desk", NULL);

  g_test_summary ("A rule cuts in the articles that are there, is told of, and can be forgotten");

  g_assert_cmpstr (rule, ==,
                   "1  the quay: cut text “from our desk of ships, day 0” (1 article)\n");
  g_assert_nonnull (strstr (json, "\"does\":\"cut\",\"match\":\"text\""));
  g_assert_cmpstr (hits, ==, "");
  g_assert_cmpstr (none, ==, "");
  g_assert_nonnull (strstr (back, "*desk*"));
}

static void
test_names (void)
{
  g_autofree char *a = write_file ("mill.txt", "The mill opens\n\nThey met the grey mill on "
                                               "Monday, officials of the town said.\n");
  g_autofree char *added = run (0, "add", a, NULL);
  g_autofree char *first = run (0, "treat", "grey mill", "--as", "Grey Mill", "--kind",
                                "organization", "--country", "nor", NULL);
  g_autofree char *second = run (0, "treat", "Monday", "--not-a-name", "--story", "1", NULL);
  g_autofree char *again = run (0, "treat", "grey mill", "--country", "none", NULL);
  g_autofree char *json = run (0, "--json", "names", NULL);
  g_autofree char *no_article = run (1, "treat", "x", "--as", "Y", "--article", "99", NULL);
  g_autofree char *no_kind = run (2, "treat", "x", "--kind", "dog", NULL);
  g_autofree char *no_country = run (2, "treat", "x", "--country", "Erewhon", NULL);
  g_autofree char *nothing = run (2, "treat", "x", NULL);
  g_autofree char *both = run (2, "treat", "x", "--as", "Y", "--not-a-name", NULL);
  g_autofree char *blank = run (2, "treat", " ", "--as", "Y", NULL);
  g_autofree char *unknown = run (1, "forget-name", "99", NULL);
  g_autofree char *off = run (2, "forget-name", "grey mill", NULL);
  g_autofree char *forgotten = run (0, "forget-name", "2", NULL);
  g_autofree char *undone = run (0, "undo", NULL);
  g_autofree char *back = run (0, "names", NULL);

  g_test_summary ("What is said of names is told, replaced, forgotten and undone");

  g_assert_cmpstr (first, ==,
                   "1  everywhere: “grey mill” is “Grey Mill”, organization, of NOR\n");
  g_assert_nonnull (strstr (second, "2  story 1: “Monday” is not a name\n"));
  g_assert_nonnull (strstr (again, "3  everywhere: “grey mill” is “Grey Mill”, organization, "
                                   "of no country\n"));
  g_assert_nonnull (strstr (json, "\"surface\":\"Monday\",\"is_name\":false"));
  g_assert_nonnull (strstr (json, "\"entity\":\"Grey Mill\",\"kind\":\"organization\""));
  g_assert_cmpstr (undone, ==, "Undo: Forget What Was Said of “Monday”\n");
  g_assert_cmpstr (back, ==, again);
}

static void
test_claims (void)
{
  static const char one[] = "Nineteen passengers were taken to hospital in Brightport.";
  static const char two[] = "Twenty-one passengers were taken to hospital in Brightport.";
  static const char other[] = "A brass band played on the pier.";
  g_autofree char *a = write_file ("one.txt", "The ferry burns\n\nNineteen passengers were taken "
                                              "to hospital in Brightport. Nobody from the town had "
                                              "come to see it.\n");
  g_autofree char *b = write_file ("two.txt", "A ferry on fire\n\nTwenty-one passengers were taken "
                                              "to hospital in Brightport. A brass band played on "
                                              "the pier.\n");
  g_autofree char *added = run (0, "add", a, b, NULL);
  g_autofree char *before = run (0, "compare", "1", NULL);
  g_autofree char *dismissed = run (0, "correct", "1", "dismiss", "number", one, two, NULL);
  g_autofree char *same = run (0, "compare", "1", NULL);
  g_autofree char *apart = run (0, "correct", "1", "apart", one, "/", two, NULL);
  g_autofree char *after = run (0, "compare", "1", NULL);
  g_autofree char *together = run (0, "--json", "correct", "1", "together", one, two, NULL);
  g_autofree char *taken = run (0, "take-back", "1", "3", NULL);
  g_autofree char *undone = run (0, "undo", NULL);
  g_autofree char *note = run (0, "note", "1", "Ask the smith.", one, two, NULL);
  g_autofree char *notes = run (0, "--json", "notes", "1", NULL);
  g_autofree char *compared = run (0, "--json", "compare", "1", NULL);
  g_autofree char *printed = run (0, "compare", "1", NULL);
  g_autofree char *removed = run (0, "remove-note", "1", "1", NULL);
  g_autofree char *no_sentence = run (1, "correct", "1", "together", one, "It rained.", NULL);
  g_autofree char *no_such = run (1, "correct", "1", "dismiss", "date", one, two, NULL);
  g_autofree char *no_number = run (1, "take-back", "1", "99", NULL);
  g_autofree char *no_note = run (1, "remove-note", "1", "99", NULL);
  g_autofree char *no_story = run (1, "corrections", "99", NULL);
  g_autofree char *one_side = run (2, "correct", "1", "apart", one, two, NULL);
  g_autofree char *alone = run (2, "correct", "1", "together", one, NULL);
  g_autofree char *burn = run (2, "correct", "1", "burn", one, NULL);
  g_autofree char *empty = run (2, "note", "1", " ", other, NULL);

  g_test_summary ("What is said of claims is obeyed, listed, taken back and undone");

  g_assert_nonnull (strstr (before, "2 of 2 sources"));
  g_assert_nonnull (strstr (before, "≠ number"));
  g_assert_true (g_str_has_prefix (dismissed, "1  dismiss number, "));
  g_assert_null (strstr (same, "≠ number"));
  g_assert_nonnull (strstr (apart, "2  apart\n    1: Nineteen passengers were taken to hospital in "
                                   "Brightport.\n  / 2: Twenty-one"));
  g_assert_null (strstr (after, "2 of 2 sources"));
  g_assert_nonnull (strstr (together, "\"correction\":2,\"story\":1,\"kind\":\"apart\","
                                      "\"state\":\"overruled\""));
  g_assert_nonnull (strstr (together, "\"kind\":\"together\",\"state\":\"obeyed\""));
  g_assert_null (strstr (taken, "together"));
  g_assert_cmpstr (undone, ==, "Undo: Take Back a Correction\n");
  g_assert_true (g_str_has_suffix (note, ": Ask the smith.\n"));
  g_assert_nonnull (strstr (notes, "\"note\":1,\"story\":1,\"text\":\"Ask the smith.\""));
  g_assert_nonnull (strstr (compared, "\"notes\":[\"Ask the smith.\"]"));
  g_assert_nonnull (strstr (compared, "\"corrections\":["));
  g_assert_nonnull (strstr (printed, "\n  ✎ Ask the smith.\n"));
  g_assert_cmpstr (removed, ==, "");
}

static void
test_what_cannot_be_done_is_said (void)
{
  g_autofree char *a = write_file ("a.txt", "The bridge opens\n\nThe old bridge opened on Monday, "
                                            "officials of the town said.\n");
  g_autofree char *half = run (1, "add", a, "/nowhere.txt", NULL);
  g_autofree char *list = run (0, "list", NULL);
  g_autofree char *none = run (1, "add", "/nowhere.txt", NULL);
  g_autofree char *gone = run (1, "show", "99", NULL);
  g_autofree char *off = run (2, "show", "first", NULL);
  g_autofree char *unknown = run (2, "burn", NULL);
  g_autofree char *word = run (2, "undo", "all", NULL);
  g_autofree char *silent = run (2, NULL, NULL);

  /* The other files of a batch come in. */
  g_assert_nonnull (strstr (half, "1 article)"));
  g_assert_cmpstr (list, ==, half);
}

static void
test_folder (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "clips", NULL);
  g_autofree char *below = g_build_filename (folder, "2023", NULL);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *added = NULL;

  g_test_summary ("A folder is added as one story, with what is in the folders in it");

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  a = write_file ("clips/a.txt", "The ferry sails\n\nThe new ferry sailed on Monday, the captain "
                                 "said to those who had come.\n");
  b = write_file ("clips/2023/b.txt", "A ferry stays\n\nThe old ferry stayed in the harbour on "
                                      "Tuesday, the captain said.\n");
  added = run (0, "add", "--title", "The ferry", folder, NULL);

  g_assert_nonnull (strstr (added, "The ferry (2 articles"));
}

static char *
dup_place (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "cli", name, NULL);
}

static void
test_safety (void)
{
  g_autofree char *a = write_file ("a.txt", "The lock jams\n\nThe lock of the canal jammed on "
                                            "Monday, the keeper said to the crews.\n");
  g_autofree char *exported = dup_place ("exported.sqlite");
  g_autofree char *salvaged = dup_place ("salvaged.sqlite");
  g_autofree char *file = dup_place ("l.sqlite");
  g_autofree char *none = run (0, "backups", NULL);
  g_autofree char *added = run (0, "add", "--title", "The lock", a, NULL);
  g_autofree char *backup = run (0, "backup", NULL);
  g_autofree char *listed = run (0, "backups", NULL);
  g_autofree char *json = run (0, "--json", "backups", NULL);
  g_autofree char *whole = run (0, "check", NULL);
  g_autofree char *out = run (0, "export", exported, NULL);
  g_autofree char *refused = run (1, "export", exported, NULL);
  g_autofree char *saved = run (0, "salvage", salvaged, NULL);
  g_autofree char *saved_json = NULL;
  g_autofree char *imported = run (0, "import", exported, NULL);
  g_autofree char *two = run (0, "list", NULL);
  g_autofree char *restored = NULL;
  g_autofree char *one = NULL;
  g_autofree char *unnamed = run (2, "restore", NULL);
  g_autofree char *missing = run (1, "restore", "nothing.sqlite", NULL);
  g_autofree char *damaged = NULL;
  g_autofree char *unopened = NULL;
  g_autofree char *still_listed = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_nonnull (strstr (listed, "by-hand"));
  g_assert_nonnull (strstr (json, "\"reason\":\"by-hand\""));
  g_assert_cmpstr (whole, ==, "The library is whole.\n");
  g_assert_nonnull (strstr (out, "exported.sqlite"));
  g_assert_nonnull (strstr (saved, "Saved: 1 article, 1 story"));
  g_assert_nonnull (strstr (saved, "Nothing is lost."));
  g_assert_nonnull (strstr (two, "1  The lock"));
  g_assert_nonnull (strstr (two, "2  The lock"));

  g_strchomp (backup);
  restored = run (0, "restore", backup, NULL);
  one = run (0, "list", NULL);
  g_assert_cmpstr (one, ==, added);

  /* One that cannot be opened still tells where its backups are. */
  g_assert_true (g_file_set_contents (file, "Nothing of a library is left.", -1, NULL));
  unopened = run (1, "check", NULL);
  still_listed = run (0, "backups", NULL);
  g_assert_nonnull (strstr (still_listed, "before-restore"));
  damaged = dup_place ("from-nothing.sqlite");
  saved_json = run (1, "--json", "salvage", damaged, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli/library/there-and-back", test_there_and_back);
  g_test_add_func ("/cli/library/folder", test_folder);
  g_test_add_func ("/cli/library/rules", test_rules);
  g_test_add_func ("/cli/library/names", test_names);
  g_test_add_func ("/cli/library/claims", test_claims);
  g_test_add_func ("/cli/library/safety", test_safety);
  g_test_add_func ("/cli/library/what-cannot-be-done-is-said", test_what_cannot_be_done_is_said);

  return g_test_run ();
}
