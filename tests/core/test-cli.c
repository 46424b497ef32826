/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static GSubprocess *
start (GSubprocessFlags  flags,
       const char       *first,
       ...)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GSubprocess *child;
  va_list args;

  g_ptr_array_add (words, program);
  va_start (args, first);
  for (const char *word = first; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);

  child = g_subprocess_newv ((const char * const *) words->pdata,
                             flags | G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                             &error);
  g_assert_no_error (error);

  return child;
}

/* Gives the program its input, and says what it answers; what it complains about goes to
 * @complaints. */
static char *
finish (GSubprocess  *child,
        const char   *input,
        int           wanted,
        char        **complaints)
{
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  g_subprocess_communicate_utf8 (child, input, NULL, &answer, complaints, &error);
  g_assert_no_error (error);
  g_test_message ("%s", *complaints);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, wanted);

  return answer;
}

static void
test_answers_line_by_line (void)
{
  g_autoptr (GSubprocess) child = start (G_SUBPROCESS_FLAGS_STDOUT_PIPE, "similarity", NULL);
  GOutputStream *input = g_subprocess_get_stdin_pipe (child);
  g_autoptr (GDataInputStream) output =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autoptr (GError) error = NULL;

  g_test_summary ("An answer comes before the input has ended");

  for (guint i = 0; i < 3; i++)
    {
      const char *question = "The bridge opened on Monday.\tThe bridge opened on Monday.\n";
      g_autofree char *answer = NULL;

      g_output_stream_write_all (input, question, strlen (question), NULL, NULL, &error);
      g_assert_no_error (error);
      answer = g_data_input_stream_read_line (output, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (answer, "\t1"));
    }

  g_output_stream_close (input, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
}

static void
test_line_without_a_tab (void)
{
  g_autoptr (GSubprocess) child = start (G_SUBPROCESS_FLAGS_STDOUT_PIPE, "similarity", NULL);
  g_autofree char *complaints = NULL;
  g_autofree char *answer = finish (child, "One rose.\tTwo rose.\nNo tab here\n", 1, &complaints);

  g_assert_nonnull (strchr (answer, '\t'));
  g_assert_nonnull (strstr (complaints, "line 2 has no tab"));
  /* A line may be long; it is named and not repeated. */
  g_assert_null (strstr (complaints, "No tab here"));
}

static void
test_full_disk (void)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full here");
      return;
    }

  /* The table is longer than a buffer, so that the disk is full before the last flush. */
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  child = g_subprocess_launcher_spawn (launcher, &error, program, "countries", "--json", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 1);
}

typedef struct
{
  const char *path;
  const char *words[6];
  const char *complaint;
} UsageCase;

static const UsageCase usage_cases[] = {
  { "/cli/usage/no-file", { "compare" }, "no file was named" },
  { "/cli/usage/input-twice", { "compare", "-", "-" }, "only once" },
  { "/cli/usage/relation", { "compare", "--relation", "nope", "-" }, "“nope”" },
  { "/cli/usage/countries-relation", { "countries", "--relation", "nope" }, "“nope”" },
  { "/cli/usage/sheet-relation", { "sheet", "-o", "-", "--relation", "nope", "-" }, "“nope”" },
  { "/cli/usage/scope", { "graph", "--scope", "nope", "-" }, "“nope”" },
  { "/cli/usage/day", { "compare", "--as-of", "2015-02-30", "-" }, "“2015-02-30”" },
  { "/cli/usage/subcommand", { "nope" }, "“nope”" },
};

static void
test_usage (gconstpointer data)
{
  const UsageCase *c = data;
  g_autoptr (GSubprocess) child = start (G_SUBPROCESS_FLAGS_STDOUT_PIPE, c->words[0], c->words[1],
                                         c->words[2], c->words[3], c->words[4], c->words[5],
                                         NULL);
  g_autofree char *complaints = NULL;
  g_autofree char *answer = finish (child, "", 2, &complaints);

  g_assert_cmpstr (answer, ==, "");
  g_assert_nonnull (strstr (complaints, c->complaint));
}

/* A pipe of a million lines must not go on with other names than it began with. */
static void
test_names_without_model (void)
{
  g_autofree char *folder = g_dir_make_tmp ("parallax-XXXXXX", NULL);
  g_autofree char *model = g_build_filename (folder, "en", "names.model", NULL);
  g_autofree char *language = g_path_get_dirname (model);
  g_autofree char *old = g_strdup (g_getenv ("PARALLAX_LANGUAGE_DIR"));
  g_autofree char *missing = NULL, *damaged = NULL;
  g_autofree char *answer = NULL, *second = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GSubprocess) again = NULL;

  g_setenv ("PARALLAX_LANGUAGE_DIR", folder, TRUE);
  child = start (G_SUBPROCESS_FLAGS_STDOUT_PIPE, "names", NULL);
  answer = finish (child, "They met in Norway.\n", 1, &missing);
  g_assert_cmpstr (answer, ==, "");
  g_assert_nonnull (strstr (missing, "names.model"));

  g_assert_cmpint (g_mkdir (language, 0700), ==, 0);
  g_assert_true (g_file_set_contents (model, "PLXNAME1 and nothing behind it", -1, NULL));
  again = start (G_SUBPROCESS_FLAGS_STDOUT_PIPE, "names", NULL);
  second = finish (again, "They met in Norway.\n", 1, &damaged);
  g_assert_cmpstr (second, ==, "");
  g_assert_nonnull (strstr (damaged, "installing Parallax again helps"));

  g_unlink (model);
  g_rmdir (language);
  g_rmdir (folder);
  if (old != NULL)
    g_setenv ("PARALLAX_LANGUAGE_DIR", old, TRUE);
  else
    g_unsetenv ("PARALLAX_LANGUAGE_DIR");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli/answers-line-by-line", test_answers_line_by_line);
  g_test_add_func ("/cli/line-without-a-tab", test_line_without_a_tab);
  g_test_add_func ("/cli/full-disk", test_full_disk);
  for (gsize i = 0; i < G_N_ELEMENTS (usage_cases); i++)
    g_test_add_data_func (usage_cases[i].path, &usage_cases[i], test_usage);
  g_test_add_func ("/cli/names/without-model", test_names_without_model);

  return g_test_run ();
}
