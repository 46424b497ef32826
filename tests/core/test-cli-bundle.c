/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* Runs the command as a user would, and gives what it printed; what it complained of goes to
 * @complaints. */
static char *
run (int           wanted,
     char        **complaints,
     const char   *first,
     ...)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  char *answer = NULL;
  va_list args;

  g_ptr_array_add (words, program);
  va_start (args, first);
  for (const char *word = first; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);

  child = g_subprocess_newv ((const char * const *) words->pdata,
                             G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                             &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &answer, &said, &error));
  g_assert_no_error (error);
  g_test_message ("%s", said);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, wanted);
  if (complaints != NULL)
    *complaints = g_steal_pointer (&said);

  return answer;
}

static char *
make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static char *
write_file (const char *name,
            const char *text)
{
  char *path = make_path (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

typedef struct
{
  char *one;
  char *two;
  char *bundle;
  char *library;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->one = write_file ("one.txt", "The bridge opens\n\nThe old bridge over the Sille opened "
                                        "on Monday, and 40 people of the town came to see it.\n");
  fixture->two = write_file ("two.txt", "A bridge at last\n\nThe old bridge over the Sille opened "
                                        "on Monday, and 60 people of the town came to see it.\n");
  fixture->bundle = make_path ("bridge.zip");
  fixture->library = make_path ("bridge.sqlite");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->one);
  g_free (fixture->two);
  g_free (fixture->bundle);
  g_free (fixture->library);
}

static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *here = make_path ("here.html");
  g_autofree char *there = make_path ("there.html");
  g_autofree char *opened_there = make_path ("opened.html");
  g_autofree char *made = run (0, NULL, "bundle", "--output", fixture->bundle, "--title",
                               "The bridge", fixture->one, fixture->two, NULL);
  g_autofree char *checked = run (0, NULL, "verify", fixture->bundle, NULL);
  g_autofree char *json = run (0, NULL, "verify", "--json", fixture->bundle, NULL);
  g_autofree char *opened = run (0, NULL, "library", "--library", fixture->library, "open",
                                 fixture->bundle, NULL);
  g_autofree char *from_files = run (0, NULL, "sheet", "--format", "html", "--title", "The bridge",
                                     "--output", here, fixture->one, fixture->two, NULL);
  g_autofree char *from_bundle = run (0, NULL, "sheet", "--format", "html", "--bundle",
                                      fixture->bundle, "--output", there, NULL);
  g_autofree char *from_story = run (0, NULL, "sheet", "--format", "html", "--library",
                                     fixture->library, "--story", "1", "--output", opened_there,
                                     NULL);
  g_autofree char *html = NULL;
  g_autofree char *html_there = NULL;
  g_autofree char *html_opened = NULL;
  g_autofree char *fingerprint = g_strdup (strstr (made, "fingerprint ") + 12);

  g_test_summary ("A bundle is made, checked and opened, and its sheet is that of the files");

  g_assert_nonnull (strstr (checked, "all is as it says"));
  g_assert_nonnull (strstr (checked, "2 articles, 2 with their originals"));
  g_assert_nonnull (strstr (checked, g_strstrip (fingerprint)));
  g_assert_nonnull (strstr (json, "\"sound\":true"));
  g_assert_nonnull (strstr (opened, "The bridge (2 articles)"));

  g_assert_true (g_file_get_contents (here, &html, NULL, NULL));
  g_assert_true (g_file_get_contents (there, &html_there, NULL, NULL));
  g_assert_true (g_file_get_contents (opened_there, &html_opened, NULL, NULL));
  g_assert_cmpstr (html, ==, html_there);
  g_assert_nonnull (strstr (html_opened, "The bridge"));
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *made = run (0, NULL, "bundle", "--output", fixture->bundle, fixture->one,
                               fixture->two, NULL);
  g_autofree char *content = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *complaints = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *none = NULL;
  g_autofree char *list = NULL;
  gsize length;

  g_test_summary ("A bundle of which a byte was changed is told of, and is not opened");

  g_assert_true (g_file_get_contents (fixture->bundle, &content, &length, NULL));
  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (fixture->bundle, content, length, NULL));
  checked = run (1, NULL, "verify", fixture->bundle, NULL);
  opened = run (1, &complaints, "library", "--library", fixture->library, "open", fixture->bundle,
                NULL);
  g_assert_cmpstr (opened, ==, "");
  g_assert_nonnull (strstr (complaints, "The bundle was not opened."));
  list = run (0, NULL, "library", "--library", fixture->library, "list", NULL);
  g_assert_cmpstr (list, ==, "");

  g_clear_pointer (&complaints, g_free);
  none = run (1, &complaints, "verify", fixture->one, NULL);
  g_assert_nonnull (strstr (complaints, "“one.txt” is not an evidence bundle of Parallax."));
}

static void
test_of_library (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *added = run (0, NULL, "library", "--library", fixture->library, "add", "--title",
                                "The bridge", fixture->one, fixture->two, NULL);
  g_autofree char *noted = run (0, NULL, "library", "--library", fixture->library, "note", "1",
                                "Count them again.", "The old bridge over the Sille opened on "
                                "Monday, and 40 people of the town came to see it.", NULL);
  g_autofree char *made = run (0, NULL, "bundle", "--library", fixture->library, "--story", "1",
                               "--output", fixture->bundle, NULL);
  g_autofree char *checked = run (0, NULL, "verify", fixture->bundle, NULL);
  g_autofree char *claims = run (0, NULL, "sheet", "--bundle", fixture->bundle, "--table",
                                 "claims", "--output", "-", NULL);
  g_autofree char *sources = run (0, NULL, "sheet", "--bundle", fixture->bundle, "--table",
                                  "sources", "--output", "-", NULL);
  g_autofree char *ris = run (0, NULL, "sheet", "--library", fixture->library, "--story", "1",
                              "--format", "ris", "--output", "-", NULL);

  g_test_summary ("A story of the library goes into a bundle with what was said of it");

  g_assert_nonnull (strstr (checked, "all is as it says"));
  g_assert_nonnull (strstr (claims, "Count them again."));
  g_assert_nonnull (strstr (sources, "one.txt,20"));
  g_assert_nonnull (strstr (ris, "TI  - The bridge opens\r\n"));
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *words[6];
    const char *said;
  } cases[] = {
    { { "bundle", "x.txt" }, "“--output” must say" },
    { { "bundle", "--output", "b.zip" }, "no file was named" },
    { { "bundle", "--output", "b.zip", "--story", "1", "x.txt" }, "go without each other" },
    { { "verify" }, "no bundle was named" },
    { { "sheet", "--output", "s", "--format", "doc", "x.txt" }, "“doc” is not" },
    { { "sheet", "--output", "s", "--table", "nothing", "x.txt" }, "there is no table “nothing”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char * const *w = cases[i].words;
      g_autofree char *complaints = NULL;
      g_autofree char *answer = run (2, &complaints, w[0], w[1], w[2], w[3], w[4], w[5], NULL);

      g_assert_nonnull (strstr (complaints, cases[i].said));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/cli/bundle/there-and-back", test_there_and_back);
  ADD ("/cli/bundle/changed", test_changed);
  ADD ("/cli/bundle/of-library", test_of_library);
  ADD ("/cli/bundle/usage", test_usage);

  return g_test_run ();
}
