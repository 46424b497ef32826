/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

static char *
write_file (const char *name,
            const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static char *
write_large (void)
{
  const gsize size = 50 * 1024 * 1024;
  g_autofree char *text = g_malloc (size + 1);

  memset (text, 'a', size);
  for (gsize i = 0; i < size; i += 60)
    text[i] = '\n';
  text[size] = '\0';

  return write_file ("large.txt", text);
}

static void
test_batch (void)
{
  static const char * const complaints[] = {
    "There is no file in the folder “void”.",
    "“empty.txt” is empty: there is no text in it.",
    "“picture.png” is a picture",
    "“large.txt” is too large for an article: it has more than 16 MB.",
    "“broken.txt” is text in no encoding that Parallax knows",
  };
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autofree char *good = write_file ("good.txt", "The bridge opens\n\nThe old bridge opened on "
                                                  "Monday, officials of the town said.\n");
  g_autofree char *empty = write_file ("empty.txt", "");
  g_autofree char *picture = write_file ("picture.png", "\x89PNG\r\n\x1a\n");
  g_autofree char *broken = write_file ("broken.txt", "\x81\x01\x8d\x02\x8f \x90\x03\x9d\x04");
  g_autofree char *large = write_large ();
  g_autofree char *better = write_file ("better.txt", "A bridge at last\n\nOfficials opened the "
                                                      "new bridge on Tuesday.\n");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "void", NULL);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *said = NULL;

  g_test_summary ("Of a batch the good files are read; of each other it is said why it is not");

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
                            program, "read", folder, empty, good, picture, large,
                            broken, better, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &answer, &said, &error));
  g_assert_no_error (error);
  g_test_message ("%s", said);

  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 1);
  g_assert_nonnull (strstr (answer, "The old bridge opened on Monday"));
  g_assert_nonnull (strstr (answer, "the new bridge on Tuesday"));
  for (guint i = 0; i < G_N_ELEMENTS (complaints); i++)
    g_assert_nonnull (strstr (said, complaints[i]));
}

static void
test_folder (void)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "clips", NULL);
  g_autofree char *below = g_build_filename (folder, "2023", NULL);
  g_autofree char *good = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *picture = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  g_test_summary ("A folder is read with the folders in it; each line names the file");

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  good = write_file ("clips/2023/good.txt", "The bridge opens\n\nThe old bridge opened on "
                                            "Monday, officials of the town said.\n");
  empty = write_file ("clips/empty.txt", "");
  picture = write_file ("clips/picture.png", "\x89PNG\r\n\x1a\n");

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
                            program, "read", "--json", folder, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &answer, &said, &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 1);
  g_assert_nonnull (strstr (said, "passed over, for they hold no text: 1 "));
  lines = g_strsplit (answer, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[0], good));
  g_assert_nonnull (strstr (lines[0], "The old bridge opened"));
  g_assert_nonnull (strstr (lines[1], empty));
  g_assert_nonnull (strstr (lines[1], "\"code\":\"empty\""));
}

static int
read_columns (const char  *spec,
              const char  *path,
              char       **answer,
              char       **said)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
                            program, "read", "--columns", spec, path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, answer, said, &error));
  g_assert_no_error (error);

  return g_subprocess_get_exit_status (child);
}

static void
test_columns (void)
{
  static const struct
  {
    const char *spec;
    int         status;
    const char *answer;
    const char *said;
  } cases[] = {
    { "headline=Note,body=Text", 0, "headline: No. 7 (column Note)", "" },
    { "headlin=Note", 2, "", "“headlin” is nothing that a column can hold" },
    { "headline", 2, "", "does not say which column it is" },
    { "headline=Nota", 1, "", "has no column “Nota”. Its columns are “Title”, “Note”, “Text”." },
  };
  g_autofree char *table = write_file ("table.csv",
                                       "Title,Note,Text\nThe bridge opens,No. 7,\"The old bridge "
                                       "opened on Monday, officials of the town said.\"\n");

  g_test_summary ("The columns of a table are what the user says, or it is said why not");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = NULL;
      g_autofree char *said = NULL;

      g_assert_cmpint (read_columns (cases[i].spec, table, &answer, &said), ==, cases[i].status);
      g_assert_nonnull (strstr (answer, cases[i].answer));
      g_assert_nonnull (strstr (said, cases[i].said));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli/read/batch", test_batch);
  g_test_add_func ("/cli/read/folder", test_folder);
  g_test_add_func ("/cli/read/columns", test_columns);

  return g_test_run ();
}
