/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "library/plx-body.h"
#include "library/plx-job.h"

static char *
make_library (const char *name,
              guint       n_documents)
{
  char *path = fixture_dup_path (name);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, n_documents);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);

  g_assert_nonnull (story);
  plx_library_close (library);

  return path;
}

static gboolean
rename_now (PlxLibrary  *library,
            PlxStory    *story,
            const char  *title,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_rename_story_async (library, story, title, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

/* A text that takes nearly as much room as it is long, however it is packed. */
static char *
dup_noise (gsize length)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (length);
  char *noise = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    noise[i] = g_rand_int_range (random, 'a', 'z' + 1);
  noise[length] = '\0';

  return noise;
}

/* The system refuses to let files grow: a real failed write, in the middle of a transaction. */
static void
test_failed_write (void)
{
  g_autofree char *path = make_library ("refused.sqlite", 2);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_autoptr (GPtrArray) documents = fixture_documents (10, 3);
  g_autofree char *body = dup_noise (3 * 1024 * 1024);
  g_autofree char *undo_label = g_strdup (plx_library_get_undo_label (library));
  g_autoptr (PlxStory) refused = NULL;
  g_autoptr (PlxStory) accepted = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, tight;

  plx_document_append (g_ptr_array_index (documents, 1), body, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tight = before;
  tight.rlim_cur = 1024 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);

  refused = fixture_add (library, NULL, "Too much", documents, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);
  g_assert_null (refused);
  g_clear_error (&error);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 2);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, undo_label);

  accepted = fixture_add (library, NULL, "Now it fits", documents, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plx_story_get_n_articles (accepted), ==, 3);
  plx_library_close (library);
  fixture_check_file (path);
}

static gint64
count (PlxDb      *db,
       const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (plx_db_get_int (db, "Counting", sql, &n, &error));
  g_assert_no_error (error);

  return n;
}

static void
test_full_disk (void)
{
  g_autofree char *path = make_library ("full.sqlite", 2);
  g_autoptr (PlxJob) job = plx_job_new (plx_work_add);
  g_autoptr (PlxDb) db = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *body = dup_noise (200 * 1024);
  g_autoptr (GError) error = NULL;
  gint64 n_pages = 0;

  db = plx_db_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (plx_db_get_int (db, "Counting", "PRAGMA page_count", &n_pages, &error));
  sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, n_pages + 5);
  g_assert_true (plx_db_exec (db, "Making the disk small", sql, &error));

  job->documents = fixture_documents (10, 3);
  plx_document_append (g_ptr_array_index (job->documents, 2), body, -1, PLX_ROLE_BODY,
                       PLX_CUT_NONE);
  job->text = g_strdup ("Too much");
  job->label = g_strdup ("Add");
  g_assert_false (plx_job_run (job, db, NULL, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);

  g_assert_true (sqlite3_get_autocommit (db->handle));
  g_assert_cmpint (count (db, "article"), ==, 2);
  g_assert_cmpint (count (db, "story"), ==, 1);
  g_assert_cmpint (count (db, "change"), ==, 1);
}

static void
test_place_that_cannot_be_written (void)
{
  g_autofree char *folder = fixture_dup_path ("a-folder");
  g_autofree char *inside = fixture_dup_path ("a-file/library.sqlite");
  g_autofree char *file = fixture_dup_path ("a-file");
  const char *paths[] = { folder, inside, "/proc/parallax/library.sqlite" };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "A file.", -1, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxLibrary) library = plx_library_open (paths[i], &error);

      g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);
      g_assert_null (library);
    }
}

static void
test_read_only_file (void)
{
  g_autofree char *path = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("The superuser may write everywhere");
      return;
    }

  path = make_library ("read-only.sqlite", 1);
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  library = fixture_open (path);
  story = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_assert_false (rename_now (library, story, "Renamed", &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY);
  g_assert_cmpstr (plx_story_get_title (story), ==, "A story");
}

static void
assert_left_alone (const char      *path,
                   PlxLibraryError  code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gsize size_before, size_after;

  g_assert_true (g_file_get_contents (path, &before, &size_before, NULL));
  library = plx_library_open (path, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, (int) code);
  g_assert_null (library);
  g_assert_nonnull (strstr (error->message, "left as it is"));

  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_other_files_are_left_alone (void)
{
  g_autofree char *prose = fixture_dup_path ("prose.sqlite");
  g_autofree char *other = fixture_dup_path ("other.sqlite");
  g_autofree char *newer = make_library ("newer.sqlite", 1);
  g_autofree char *cut = make_library ("short.sqlite", 3);

  g_assert_true (g_file_set_contents (prose, "This is prose, long enough to have a header.\n", -1,
                                      NULL));
  assert_left_alone (prose, PLX_LIBRARY_ERROR_CORRUPT);

  fixture_exec (other, "CREATE TABLE recipe (id INTEGER PRIMARY KEY, title TEXT)");
  assert_left_alone (other, PLX_LIBRARY_ERROR_CORRUPT);

  /* It keeps its articles in another way than this release can read. */
  fixture_exec (newer, "PRAGMA user_version = 99; ALTER TABLE article RENAME TO text");
  assert_left_alone (newer, PLX_LIBRARY_ERROR_TOO_NEW);

  g_assert_cmpint (truncate (cut, 5000), ==, 0);
  assert_left_alone (cut, PLX_LIBRARY_ERROR_CORRUPT);
}

/* Damage in the middle may be noticed late, but it never ends the program. */
static void
test_damaged_pages (void)
{
  g_autofree char *whole = make_library ("whole.sqlite", 6);
  g_autofree char *path = fixture_dup_path ("damaged.sqlite");
  g_autofree char *contents = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1989);
  gsize size;
  guint n_noticed = 0;

  g_assert_true (g_file_get_contents (whole, &contents, &size, NULL));

  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *copy = g_memdup2 (contents, size);
      g_autoptr (PlxLibrary) library = NULL;
      gsize at = g_rand_int_range (random, 100, size - 6100);

      memset (copy + at, round % 2 ? 0 : 0x5a, 6000);
      g_assert_true (g_file_set_contents (path, copy, size, NULL));

      if ((library = plx_library_open (path, NULL)))
        {
          g_autoptr (GPtrArray) hits = fixture_search (library, "body", NULL);
          g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), 0);
          gboolean loaded = story != NULL && fixture_load (library, story, NULL);
          gboolean undone = fixture_undo (library, NULL);

          n_noticed += hits == NULL || !loaded || !undone;
          plx_library_close (library);
        }
      else
        {
          n_noticed++;
        }
    }

  /* Much of the file is free pages, where damage does no harm. */
  g_assert_cmpuint (n_noticed, >, 2);
}

/* Puts other parts in the place of those of the one body that there is. */
static void
replace_body (const char *path,
              const char *found,
              const char *blocks,
              const char *text)
{
  g_autoptr (PlxBody) body = plx_body_new_for_parts (found, blocks, NULL, text, strlen (text));
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  plx_body_pack (body);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "UPDATE body SET packed = ?", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_blob64 (statement, 1, g_bytes_get_data (body->packed, NULL),
                       g_bytes_get_size (body->packed), SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
assert_row_is_damaged (const char *path)
{
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_load (library, story, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  g_clear_error (&error);

  /* It still is found: the index knows nothing of the damage. */
  hits = fixture_search (library, "body", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
}

/* What readers rely on is checked when a row is read. */
static void
test_damaged_rows (void)
{
  static const struct
  {
    const char *found;
    const char *blocks;
    const char *text;
  } damages[] = {
    { "{}", "[[0,99999,\"body\",\"none\",1]]", "A text." },
    { "{}", "[[5,2,\"body\",\"none\",1]]", "A text." },
    { "{}", "[[-1,2,\"body\",\"none\",1]]", "A text." },
    { "{}", "[[0,2,\"nobody\",\"none\",1]]", "A text." },
    { "{}", "[[0,2,\"body\",\"none\"]]", "A text." },
    { "{}", "[[0,2,7,\"none\",1]]", "A text." },
    { "{}", "[[0,5,\"body\",\"none\",1],[2,7,\"body\",\"none\",1]]", "A text." },
    { "{}", "{\"a\":1}", "A text." },
    { "{}", "[[1,2,\"body\",\"none\",1]]", "éé" },
    { "[]", "[]", "A text." },
    { "{", "[", "" },
  };
  static const char * const statements[] = {
    "UPDATE body SET packed = zeroblob(40)",
    "UPDATE body SET packed = x''",
    "UPDATE body SET packed = substr(packed, 1, length(packed) - 9)",
    "UPDATE article SET body = 99",
    "UPDATE article SET body = NULL",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("row-%" G_GSIZE_FORMAT ".sqlite", i);
      g_autofree char *path = make_library (name, 1);

      replace_body (path, damages[i].found, damages[i].blocks, damages[i].text);
      assert_row_is_damaged (path);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *name = g_strdup_printf ("column-%" G_GSIZE_FORMAT ".sqlite", i);
      g_autofree char *path = make_library (name, 1);

      fixture_exec (path, statements[i]);
      assert_row_is_damaged (path);
    }
}

static void
test_damaged_history (void)
{
  static const char * const damages[] = {
    "UPDATE change_row SET tbl = 'sqlite_schema'",
    "UPDATE change_row SET tbl = 'article; DROP TABLE article'",
    "UPDATE change_row SET what = 'delete', before = '{\"id) SELECT 1; --\": 1}'",
    "UPDATE change_row SET what = 'update', before = NULL",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("history-%" G_GSIZE_FORMAT ".sqlite", i);
      g_autofree char *path = make_library (name, 1);
      g_autoptr (PlxLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      fixture_exec (path, damages[i]);
      library = fixture_open (path);
      g_assert_false (fixture_undo (library, &error));
      g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
      g_assert_cmpuint (fixture_n_stories (library), ==, 1);
      plx_library_close (library);
      fixture_check_file (path);
    }
}

static gboolean
let_go_cb (gpointer data)
{
  g_assert_cmpint (sqlite3_exec (data, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);

  return G_SOURCE_REMOVE;
}

static void
test_waits_for_another_program (void)
{
  g_autofree char *path = make_library ("shared.sqlite", 1);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  /* Reading does not wait. */
  hits = fixture_search (library, "body", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);

  g_timeout_add (150, let_go_cb, other);
  g_assert_true (rename_now (library, story, "Renamed", &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
}

static void
test_busy_after_a_while (void)
{
  g_autofree char *path = make_library ("busy.sqlite", 1);
  g_autoptr (PlxJob) job = plx_job_new (plx_work_rename_story);
  g_autoptr (PlxDb) db = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  db = plx_db_open (path, &error);
  g_assert_no_error (error);
  sqlite3_busy_timeout (db->handle, 20);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  job->story = 1;
  job->text = g_strdup ("Renamed");
  job->label = g_strdup ("Rename");
  g_assert_false (plx_job_run (job, db, NULL, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (plx_job_run (job, db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/safety/failed-write", test_failed_write);
  g_test_add_func ("/library/safety/full-disk", test_full_disk);
  g_test_add_func ("/library/safety/place-that-cannot-be-written",
                   test_place_that_cannot_be_written);
  g_test_add_func ("/library/safety/read-only-file", test_read_only_file);
  g_test_add_func ("/library/safety/other-files-are-left-alone", test_other_files_are_left_alone);
  g_test_add_func ("/library/safety/damaged-pages", test_damaged_pages);
  g_test_add_func ("/library/safety/damaged-rows", test_damaged_rows);
  g_test_add_func ("/library/safety/damaged-history", test_damaged_history);
  g_test_add_func ("/library/safety/waits-for-another-program", test_waits_for_another_program);
  g_test_add_func ("/library/safety/busy-after-a-while", test_busy_after_a_while);

  return g_test_run ();
}
