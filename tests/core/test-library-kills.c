/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "script-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A child imports and edits, and says so after each change; it is killed at a random moment, again
 * and again, on the same library. Of what it said all has to be there, of what came after it one
 * change at most, and that as a whole. */

/* PARALLAX_KILLS=NUMBER kills as often as that. */
#define N_KILLS 200

/* What is done with each story, in order. Each of these can be seen in the story afterwards. */
static const ScriptStep steps[] = {
  script_add_story, script_rename, script_note, script_edit, script_filter, script_undo,
  script_redo,
};

#define N_STEPS G_N_ELEMENTS (steps)

/* Never ends by itself. A line is “STORY STEP”, both counted from 0. */
static int
work_without_end (const char *path)
{
  g_autoptr (PlxLibrary) library = plx_library_open (path, NULL);

  if (library == NULL)
    return 1;

  for (guint n = fixture_n_stories (library); ; n++)
    for (guint i = 0; i < N_STEPS; i++)
      {
        g_autoptr (GError) error = NULL;

        if (!steps[i] (library, n, &error))
          {
            g_printerr ("%s\n", error->message);
            return 1;
          }
        printf ("%u %u\n", n, i);
        fflush (stdout);
      }
}

typedef struct
{
  guint n_told;  /* changes that the child told of */
  guint story;   /* the last of them */
  guint step;
} Told;

/* Lets the child tell of some changes, kills it a moment later, and gives what it had told. */
static Told
work_and_kill (const char *path,
               guint       n_wanted,
               guint       microseconds)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  Told told = { 0 };
  char *line;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--work", path, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));

  if (n_wanted == 0)
    {
      g_usleep (microseconds);
      g_subprocess_send_signal (child, SIGKILL);
    }

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)))
    {
      g_assert_cmpint (sscanf (line, "%u %u", &told.story, &told.step), ==, 2);
      g_free (line);
      if (++told.n_told == n_wanted)
        {
          g_usleep (microseconds);
          g_subprocess_send_signal (child, SIGKILL);
        }
    }

  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);

  return told;
}

static gboolean
has_note (PlxLibrary *library,
          PlxStory   *story,
          guint       n)
{
  g_autofree char *start = g_strdup_printf ("Note %u:", n);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  plx_library_list_said_async (library, PLX_SAYING_NOTE, story, NULL, fixture_keep_cb, &result);
  notes = plx_library_list_said_finish (library, fixture_wait (&result), NULL);
  g_assert_nonnull (notes);

  return notes->len == 1 &&
         g_str_has_prefix (((PlxNote *) g_ptr_array_index (notes, 0))->body, start);
}

/* How many of the steps can be seen in a story; all steps before them have to be there. Whether a
 * filter was set, taken back and set again only shows in whether it is there. */
static guint
count_steps (PlxLibrary *library,
             PlxStory   *story,
             guint       n)
{
  g_autofree char *title = g_strdup_printf ("Story %u", n);
  g_autofree char *headline = g_strdup_printf ("Edited “%u”", n);
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_renamed, is_noted, is_edited, is_filtered;

  g_assert_true (fixture_load (library, story, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plx_story_get_articles (story))), ==,
                    3);
  article = fixture_dup_article (story, 0);

  is_renamed = !g_str_equal (plx_story_get_title (story), title);
  is_noted = has_note (library, story, n);
  is_edited = g_strcmp0 (plx_article_get_document (article)->fields[PLX_FIELD_HEADLINE],
                         headline) == 0;
  is_filtered = !plx_filter_is_empty (plx_story_get_filter (story));

  g_assert_true (is_renamed || !is_noted);
  g_assert_true (is_noted || !is_edited);
  g_assert_true (is_edited || !is_filtered);

  return 1 + is_renamed + is_noted + is_edited + is_filtered;
}

/* How many of the changes that can be seen are there after @step. */
static guint
count_visible (guint step)
{
  return step < 5 ? step + 1 : step == 5 ? 4 : 5;
}

static void
check_last (PlxLibrary *library,
            const Told *told)
{
  guint n = fixture_n_stories (library);
  g_autoptr (PlxStory) last = n > 0 ? g_list_model_get_item (plx_library_get_stories (library), 0)
                                    : NULL;
  guint n_seen, n_wanted;

  if (told->n_told == 0)
    return;

  /* The change after the last that was told may have been written. */
  n_wanted = count_visible (told->step);
  if (n == told->story + 2)
    {
      g_assert_cmpuint (told->step, ==, N_STEPS - 1);
      g_assert_cmpuint (count_steps (library, last, n - 1), ==, 1);
      return;
    }

  g_assert_cmpuint (n, ==, told->story + 1);
  n_seen = count_steps (library, last, told->story);
  if (told->step + 1 < N_STEPS)
    g_assert_true (n_seen == n_wanted || n_seen == count_visible (told->step + 1));
  else
    g_assert_cmpuint (n_seen, ==, n_wanted);
}

/* What stood before this round is not changed by it. */
static void
check_history (PlxLibrary *library)
{
  g_autoptr (GError) error = NULL;
  guint n = fixture_n_stories (library);

  if (n == 0)
    return;

  g_assert_true (fixture_undo (library, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_redo (library, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_stories (library), ==, n);
}

static guint
get_n_kills (void)
{
  const char *wanted = g_getenv ("PARALLAX_KILLS");

  return wanted != NULL ? strtoul (wanted, NULL, 10) : N_KILLS;
}

/* Every so often a new library: what is checked after each kill is then always about as much. */
static char *
dup_path (guint round)
{
  g_autofree char *name = g_strdup_printf ("killed-%u.sqlite", round / 20);

  return fixture_dup_path (name);
}

static void
test_killed (void)
{
  guint n_kills = get_n_kills (), n_told = 0, n_early = 0;
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gint64 start = g_get_monotonic_time ();

  g_test_summary ("kill -9 at any moment loses nothing that was done, and leaves nothing half");
  g_test_message ("Seed %u", seed);

  for (guint round = 0; round < n_kills; round++)
    {
      g_autofree char *path = dup_path (round);
      Told told = work_and_kill (path, g_rand_int_range (random, 0, 9),
                                 g_rand_int_range (random, 0, 12000));
      g_autoptr (PlxLibrary) library = fixture_open (path);

      fixture_check_file (path);
      check_last (library, &told);
      check_history (library);
      plx_library_close (library);
      n_told += told.n_told;
      n_early += told.n_told == 0;
    }

  g_test_message ("%u kills in %.0f s, %u of them before the first change; %u changes told of, all "
                  "of them there; every file whole", n_kills,
                  (g_get_monotonic_time () - start) / 1e6, n_early, n_told);
  g_assert_cmpuint (n_told, >, n_kills);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--work"))
    return work_without_end (argv[2]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/killed", test_killed);

  return g_test_run ();
}
