/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <string.h>

#include "library/plx-db.h"
#include "library/plx-intake.h"
#include "model/plx-provenance.h"

typedef struct
{
  PlxIntake *intake;
  guint      first;
  guint      n;
  guint      n_pushed;
  gsize      filler;  /* so many bytes more in each */
  GError    *error;
} Pushing;

/* The part of whoever reads. */
static gpointer
push_in_thread (gpointer data)
{
  Pushing *pushing = data;

  for (guint i = 0; i < pushing->n; i++)
    {
      g_autoptr (GPtrArray) documents = fixture_documents (pushing->first + i, 1);
      PlxDocument *document = g_ptr_array_index (documents, 0);
      g_autofree char *content = g_strdup_printf ("Content %u", pushing->first + i);
      g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
      g_autoptr (PlxProvenance) provenance = plx_provenance_new_for_bytes (bytes, FALSE);

      plx_document_set_provenance (document, provenance);
      if (pushing->filler > 0)
        {
          g_autofree char *filler = g_strnfill (pushing->filler, 'x');

          plx_document_append (document, filler, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
        }
      if (!plx_intake_push (pushing->intake, document, &pushing->error))
        break;
      pushing->n_pushed++;
    }

  return NULL;
}

static gboolean
close_intake (PlxIntake *intake,
              GThread   *thread,
              GError   **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  /* What is read may depend on the main loop, which must not wait for it. */
  while (thread != NULL &&
         !g_atomic_int_get ((int *) g_object_get_data (G_OBJECT (intake), "read")))
    g_main_context_iteration (NULL, FALSE);
  if (thread != NULL)
    g_thread_join (thread);

  plx_intake_close_async (intake, fixture_keep_cb, &result);

  return plx_intake_close_finish (intake, fixture_wait (&result), error);
}

static gpointer
push_and_tell (gpointer data)
{
  Pushing *pushing = data;

  push_in_thread (pushing);
  g_atomic_int_set ((int *) g_object_get_data (G_OBJECT (pushing->intake), "read"), 1);

  return NULL;
}

static GThread *
start_pushing (Pushing *pushing)
{
  g_object_set_data_full (G_OBJECT (pushing->intake), "read", g_new0 (int, 1), g_free);

  return g_thread_new ("push", push_and_tell, pushing);
}

static void
take_in (PlxLibrary *library,
         PlxStory   *story,
         guint       first,
         guint       n,
         guint       n_added,
         guint       n_known)
{
  g_autoptr (PlxIntake) intake = plx_intake_new (library, story, NULL, NULL);
  Pushing pushing = { intake, first, n };
  g_autoptr (GError) error = NULL;

  g_assert_true (close_intake (intake, start_pushing (&pushing), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plx_intake_get_n_added (intake), ==, n_added);
  g_assert_cmpuint (plx_intake_get_n_known (intake), ==, n_known);
  g_assert_cmpuint (plx_intake_get_known (intake)->len, ==, n_known);
}

static gint64
count (const char *path,
       const char *sql)
{
  g_autoptr (PlxDb) db = plx_db_open_reader (path, NULL);
  gint64 n = -1;

  g_assert_true (plx_db_get_int (db, "Counting", sql, &n, NULL));

  return n;
}

static void
test_one_change (void)
{
  g_autofree char *path = fixture_dup_path ("one-change.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);

  g_test_summary ("What comes in in many transactions is one change, in the order it came in");

  take_in (library, NULL, 0, 1100, 1100, 0);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Add 1100 Articles");
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 1100);
  g_assert_cmpint (count (path, "SELECT count(*) FROM article WHERE source <> (id - 1) || '.txt'"),
                   ==, 0);
  g_assert_cmpint (count (path, "SELECT count(*) FROM change"), ==, 1);

  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 0);
  g_assert_null (plx_library_get_undo_label (library));
  g_assert_true (fixture_redo (library, NULL));
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 1100);
  plx_library_close (library);
  fixture_check_file (path);
}

static void
test_again (void)
{
  g_autofree char *path = fixture_dup_path ("again.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);

  g_test_summary ("Who starts again finds what is there, and adds the rest");

  take_in (library, NULL, 0, 300, 300, 0);
  take_in (library, NULL, 100, 400, 200, 200);
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 500);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Add 200 Articles");
  take_in (library, NULL, 0, 500, 0, 500);
  g_assert_cmpint (count (path, "SELECT count(*) FROM change"), ==, 2);
  plx_library_close (library);
}

static void
test_story (void)
{
  g_autofree char *path = fixture_dup_path ("story.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (3, 1);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  GListModel *articles = G_LIST_MODEL (plx_story_get_articles (story));

  g_test_summary ("Articles may come into a story, which then shows them; those that were there "
                  "already as well");

  take_in (library, NULL, 0, 2, 2, 0);
  take_in (library, story, 0, 600, 597, 3);
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 600);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 600);
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
  g_assert_true (fixture_redo (library, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 600);
  plx_library_close (library);
  fixture_check_file (path);
}

typedef struct
{
  PlxLibrary   *library;
  PlxStory     *story;
  GCancellable *cancellable;
  guint         n_reports;
} Watching;

static void
rename_at_first_cb (PlxIntake *intake,
                    Watching  *watching)
{
  if (watching->n_reports++ == 0)
    plx_library_rename_story_async (watching->library, watching->story, "Renamed", NULL, NULL);
}

static void
test_change_between (void)
{
  g_autofree char *path = fixture_dup_path ("between.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) none = fixture_documents (0, 0);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", none, NULL);
  g_autoptr (PlxIntake) intake = plx_intake_new (library, NULL, NULL, NULL);
  Pushing pushing = { intake, 0, 2000 };
  Watching watching = { library, story };

  g_test_summary ("A change that comes between is undone after what came later");

  g_signal_connect (intake, "progress", G_CALLBACK (rename_at_first_cb), &watching);
  g_assert_true (close_intake (intake, start_pushing (&pushing), NULL));
  g_assert_cmpuint (watching.n_reports, >, 2);
  g_assert_cmpstr (plx_story_get_title (story), ==, "Renamed");

  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpstr (plx_story_get_title (story), ==, "Renamed");
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), <, 2000);
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), >, 0);
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpstr (plx_story_get_title (story), ==, "A story");
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_true (fixture_redo (library, NULL));
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 2000);
  plx_library_close (library);
  fixture_check_file (path);
}

static void
cancel_at_first_cb (PlxIntake *intake,
                    Watching  *watching)
{
  g_cancellable_cancel (watching->cancellable);
}

static void
test_cancel (void)
{
  g_autofree char *path = fixture_dup_path ("cancel.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlxIntake) intake = plx_intake_new (library, NULL, NULL, cancellable);
  Pushing pushing = { intake, 0, 100000 };
  Watching watching = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  guint n;

  g_test_summary ("What is in when it is cancelled stays, and can be undone in one step");

  g_signal_connect (intake, "progress", G_CALLBACK (cancel_at_first_cb), &watching);
  g_assert_false (close_intake (intake, start_pushing (&pushing), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (pushing.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&pushing.error);

  n = plx_intake_get_n_added (intake);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 5000);
  g_assert_cmpuint (pushing.n_pushed, <, 5000);
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, n);
  take_in (library, NULL, 0, n + 50, 50, n);
  g_assert_true (fixture_undo (library, NULL));
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 0);
  plx_library_close (library);
}

static void
test_cancelled_before (void)
{
  g_autofree char *path = fixture_dup_path ("before.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlxIntake) intake = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  intake = plx_intake_new (library, NULL, NULL, cancellable);
  g_assert_false (close_intake (intake, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_nothing (void)
{
  g_autofree char *path = fixture_dup_path ("nothing.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxIntake) intake = plx_intake_new (library, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (close_intake (intake, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (plx_library_get_undo_label (library));
}

static void
test_failure (void)
{
  g_autofree char *path = fixture_dup_path ("failure.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxIntake) intake = NULL;
  Pushing pushing = { NULL, 0, 5000 };
  g_autoptr (GError) error = NULL;

  g_test_summary ("Where writing fails it ends, and says why");

  fixture_exec (path, "CREATE TRIGGER no BEFORE INSERT ON article WHEN NEW.source = '700.txt'"
                " BEGIN SELECT raise(ABORT, 'no room'); END");
  intake = plx_intake_new (library, NULL, NULL, NULL);
  pushing.intake = intake;
  g_assert_false (close_intake (intake, start_pushing (&pushing), &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);
  g_clear_error (&pushing.error);
  g_assert_cmpuint (plx_intake_get_n_added (intake), ==, 512);
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 512);
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 0);
  plx_library_close (library);
}

static void
test_large (void)
{
  g_autofree char *path = fixture_dup_path ("large.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxIntake) intake = plx_intake_new (library, NULL, NULL, NULL);
  Pushing pushing = { intake, 0, 20, .filler = 4 * 1024 * 1024 };

  g_test_summary ("Few long articles come in as well, no matter how many would make a batch");

  g_assert_true (close_intake (intake, start_pushing (&pushing), NULL));
  g_assert_cmpuint (plx_intake_get_n_added (intake), ==, 20);
  plx_library_close (library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/intake/one-change", test_one_change);
  g_test_add_func ("/library/intake/again", test_again);
  g_test_add_func ("/library/intake/story", test_story);
  g_test_add_func ("/library/intake/change-between", test_change_between);
  g_test_add_func ("/library/intake/cancel", test_cancel);
  g_test_add_func ("/library/intake/cancelled-before", test_cancelled_before);
  g_test_add_func ("/library/intake/nothing", test_nothing);
  g_test_add_func ("/library/intake/failure", test_failure);
  g_test_add_func ("/library/intake/large", test_large);

  return g_test_run ();
}
