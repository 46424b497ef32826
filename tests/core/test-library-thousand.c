/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-vfs.h"
#include "script-fixture.h"

#include <string.h>

#define N_CHANGES 1000

/* A run of changes of all kinds, each at random but the same each time. A change that changes
 * nothing is none, so that the numbers never come twice. */
static void
make_changes (PlxLibrary *library,
              guint       n)
{
  static const ScriptStep steps[] = {
    script_add_articles, script_edit, script_edit, script_rename, script_filter, script_note,
    script_name, script_leave,
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (1000);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), 0);
      guint chosen = g_rand_int_range (random, 0, G_N_ELEMENTS (steps) + 2);
      ScriptStep step = chosen < G_N_ELEMENTS (steps) ? steps[chosen] : script_add_story;

      /* Stories come and go, and there is always an article to do something with. */
      if (story == NULL || plx_story_get_n_articles (story) < 2)
        step = script_add_story;
      else if (chosen > G_N_ELEMENTS (steps) && fixture_n_stories (library) > 3)
        step = script_remove;

      g_assert_true (step (library, i, &error));
      g_assert_no_error (error);
    }
}

static char *
dump (const char   *path,
      PlxLibrary  **library,
      ScriptDump    how)
{
  char *text;

  plx_library_close (*library);
  text = script_dump (path, how);
  g_clear_object (library);
  *library = fixture_open (path);

  return text;
}

static guint
go_all_the_way (PlxLibrary  *library,
                gboolean   (*step) (PlxLibrary *, GError **),
                const char *(*get_label) (PlxLibrary *))
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (; get_label (library) != NULL; n++)
    {
      g_assert_true (step (library, &error));
      g_assert_no_error (error);
    }

  return n;
}

static void
test_a_thousand_changes (void)
{
  g_autofree char *path = fixture_dup_path ("thousand.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autofree char *first = dump (path, &library, SCRIPT_DUMP_NO_HISTORY);
  g_autofree char *last = NULL;
  g_autofree char *all = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *all_redone = NULL;
  guint n_undone, n_redone;

  make_changes (library, N_CHANGES);
  last = dump (path, &library, SCRIPT_DUMP_NO_HISTORY);
  all = dump (path, &library, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (first, !=, last);

  n_undone = go_all_the_way (library, fixture_undo, plx_library_get_undo_label);
  undone = dump (path, &library, SCRIPT_DUMP_NO_HISTORY);
  g_assert_cmpuint (n_undone, ==, N_CHANGES);
  g_assert_true (strcmp (undone, first) == 0);

  n_redone = go_all_the_way (library, fixture_redo, plx_library_get_redo_label);
  redone = dump (path, &library, SCRIPT_DUMP_NO_HISTORY);
  all_redone = dump (path, &library, SCRIPT_DUMP_ALL);
  g_assert_cmpuint (n_redone, ==, N_CHANGES);
  g_assert_true (strcmp (redone, last) == 0);
  g_assert_true (strcmp (all_redone, all) == 0);

  g_test_message ("%u changes undone and made again: the same %" G_GSIZE_FORMAT " bytes at "
                  "the beginning and %" G_GSIZE_FORMAT " at the end", N_CHANGES, strlen (first),
                  strlen (last));
  plx_library_close (library);
  fixture_check_file (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* Which does not wait for the disk. */
  fault_vfs_install ();

  g_test_add_func ("/library/history/a-thousand-changes", test_a_thousand_changes);

  return g_test_run ();
}
