/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-vfs.h"
#include "script-fixture.h"

#include <stdlib.h>
#include <string.h>

/* How often each of those who share a library goes through its steps. */
#define N_ROUNDS 25

/* How many articles are imported at once: so that others have to wait for it. */
#define N_IMPORTED 60

static gboolean
import_many (PlxLibrary  *library,
             guint        n,
             GError     **error)
{
  g_autoptr (GPtrArray) documents = fixture_documents (n * 100, N_IMPORTED);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "An import", documents, error);

  return story != NULL;
}

static gboolean
refresh (PlxLibrary  *library,
         guint        n,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_refresh_async (library, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

static const ScriptStep window_steps[] = {
  script_add_story, script_rename, script_note, script_edit, script_search, script_filter,
  script_save_state,
};
static const ScriptStep import_steps[] = { import_many };
static const ScriptStep search_steps[] = { script_search, script_search, refresh, script_search };

typedef struct
{
  const char       *name;
  const ScriptStep *steps;
  guint             n_steps;
  guint             first; /* its numbers are its own */
} Role;

static const Role roles[] = {
  { "first window", window_steps, G_N_ELEMENTS (window_steps), 1000 },
  { "second window", window_steps, G_N_ELEMENTS (window_steps), 2000 },
  { "import", import_steps, G_N_ELEMENTS (import_steps), 30 },
  { "search provider", search_steps, G_N_ELEMENTS (search_steps), 4000 },
};

/* Goes through all the steps of a role; no error may come of it. */
static gboolean
play (PlxLibrary *library,
      const Role *role)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < role->n_steps; i++)
      {
        g_autoptr (GError) error = NULL;

        if (!role->steps[i] (library, role->first + round, &error))
          {
            g_printerr ("The %s, step %u of round %u: %s\n", role->name, i, round, error->message);
            return FALSE;
          }
      }

  return TRUE;
}

static int
play_in_child (const char *number,
               const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLibrary) library = plx_library_open (path, &error);
  gboolean done;

  if (library == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  done = play (library, &roles[strtoul (number, NULL, 10)]);
  plx_library_close (library);

  return done ? 0 : 1;
}

/* Two windows, an import and a search provider, each a program of its own, at once. */
static void
test_no_lock_is_met_with (void)
{
  g_autofree char *path = fixture_dup_path ("shared.sqlite");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  guint n_stories;

  for (guint i = 1; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_ptr_array_add (children, g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program,
                                                   "--play", number, path, NULL));
      g_assert_no_error (error);
    }

  /* This program is the first window: its main thread asks nothing of the disk. */
  fault_vfs_watch_thread (g_thread_self ());
  g_assert_true (play (library, &roles[0]));
  g_assert_cmpuint (fault_vfs_get_n_watched (), ==, 0);

  for (guint i = 0; i < children->len; i++)
    g_assert_true (g_subprocess_wait_check (children->pdata[i], NULL, &error));
  g_assert_no_error (error);

  /* It sees what all the others have written. */
  g_assert_true (refresh (library, 0, &error));
  g_assert_cmpuint (fault_vfs_get_n_watched (), ==, 0);
  fault_vfs_watch_thread (NULL);
  n_stories = fixture_n_stories (library);
  g_assert_cmpuint (n_stories, ==, 3 * N_ROUNDS);
  g_test_message ("4 programs, %u stories, %.1f s: no lock met with, and no call to the disk on "
                  "the main thread", n_stories, (g_get_monotonic_time () - start) / 1e6);
  plx_library_close (library);
  fixture_check_file (path);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--play"))
    return play_in_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();

  g_test_add_func ("/library/sharing/no-lock-is-met-with", test_no_lock_is_met_with);

  return g_test_run ();
}
