/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-vfs.h"
#include "script-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "library/plx-db-guard.h"
#include "library/plx-library.h"

static char *
make_library (const char *name)
{
  char *path = fixture_dup_path (name);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (script_add_story (library, 0, &error));
  g_assert_true (script_note (library, 0, &error));
  g_assert_no_error (error);
  plx_library_close (library);

  return path;
}

static void
get_bytes (const char  *path,
           char       **bytes,
           gsize       *size)
{
  g_assert_true (g_file_get_contents (path, bytes, size, NULL));
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *says; /* the error names it */
} Forgery;

/* What somebody may put into a file that is called a library. */
static const Forgery forgeries[] = {
  { "view", "CREATE VIEW extra AS SELECT 1", "extra" },
  { "view-for-table",
    "ALTER TABLE note RENAME TO note2; CREATE VIEW note AS SELECT * FROM note2", "note" },
  { "trigger", "CREATE TRIGGER evil AFTER UPDATE ON story BEGIN DELETE FROM article; END", "evil" },
  { "trigger-that-calls",
    "CREATE TRIGGER evil AFTER UPDATE ON story BEGIN SELECT plx_change(); END", "evil" },
  { "temporary-name",
    "CREATE TRIGGER watch_story_update AFTER UPDATE ON story BEGIN DELETE FROM note; END",
    "watch_story_update" },
  { "trigger-in-hiding",
    "CREATE TRIGGER evil AFTER UPDATE ON story BEGIN DELETE FROM article; END;"
    "PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET name = 'sqlite_evil' WHERE name = 'evil'", "sqlite_evil" },
  { "table", "CREATE TABLE extra (id INTEGER PRIMARY KEY, title TEXT)", "extra" },
  { "virtual-table", "CREATE VIRTUAL TABLE extra USING fts5(body)", "extra" },
  { "other-index", "CREATE INDEX extra ON story(lower(title))", "extra" },
  { "virtual-for-table",
    "ALTER TABLE rule RENAME TO rule2; CREATE VIRTUAL TABLE rule USING fts5(outlet)", "rule" },
  { "computed-column",
    "ALTER TABLE story ADD COLUMN more TEXT AS (hex(zeroblob(100))) VIRTUAL", "story" },
  { "column", "ALTER TABLE story ADD COLUMN more TEXT DEFAULT 'x'", "story" },
  { "missing-table", "DROP TABLE placement", "placement" },
  { "missing-index", "DROP INDEX note_story", "note_story" },
  { "older-than-it-is", "PRAGMA user_version = 3", "article" },
  { "of-no-version", "PRAGMA user_version = 0", "analysis" },
};

static void
test_forgery (gconstpointer data)
{
  const Forgery *forgery = data;
  g_autofree char *name = g_strdup_printf ("%s.sqlite", forgery->name);
  g_autofree char *path = make_library (name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gsize size_before, size_after;

  fixture_exec (path, forgery->sql);
  get_bytes (path, &before, &size_before);
  library = plx_library_open (path, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  g_assert_null (library);
  g_assert_nonnull (strstr (error->message, "left as it is"));
  g_assert_nonnull (strstr (error->message, forgery->says));

  get_bytes (path, &after, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
}

/* A program that starts need not make a library to hold the file against. Where this fails after a
 * step was added, the message has the new digest for plx-db-guard.c. */
static void
test_digest_is_of_this_release (void)
{
  g_autofree char *path = make_library ("digest.sqlite");
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open_plain (path, &error);
  g_autofree char *digest = plx_db_guard_dup_digest (db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (digest, ==, plx_db_guard_get_digest ());
}

/* What SQLite itself may add does no harm. */
static void
test_statistics_are_no_forgery (void)
{
  g_autofree char *path = make_library ("analyzed.sqlite");
  g_autoptr (PlxLibrary) library = NULL;

  fixture_exec (path, "ANALYZE");
  library = fixture_open (path);
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);
}

static void
test_a_connection_is_on_its_guard (void)
{
  g_autofree char *path = make_library ("guarded.sqlite");
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open (path, &error);
  gint64 is = -1;
  int state = -1;

  g_assert_no_error (error);
  g_assert_true (plx_db_get_int (db, "Asking", "PRAGMA trusted_schema", &is, &error));
  g_assert_cmpint (is, ==, 0);
  g_assert_true (plx_db_get_int (db, "Asking", "PRAGMA cell_size_check", &is, &error));
  g_assert_cmpint (is, ==, 1);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &state);
  g_assert_cmpint (state, ==, 1);
  g_assert_cmpint (sqlite3_limit (db->handle, SQLITE_LIMIT_LENGTH, -1), <=, 512 * 1024 * 1024);

  /* Tables that SQLite keeps for itself cannot be written to, and a schema not at all. */
  g_assert_false (plx_db_exec (db, "Writing", "DELETE FROM article_fts_data", NULL));
  g_assert_false (plx_db_exec (db, "Writing", "PRAGMA writable_schema = ON;"
                               "DELETE FROM sqlite_schema", NULL));

  /* Our function is for our own triggers alone. */
  g_assert_true (plx_db_exec (db, "Asking", "SELECT plx_change()", &error));
  g_assert_true (plx_db_exec (db, "Making", "CREATE TRIGGER evil AFTER UPDATE ON story BEGIN"
                              " SELECT plx_change(); END", &error));
  g_assert_false (plx_db_exec (db, "Writing", "UPDATE story SET title = 'x'", &error));
  g_assert_nonnull (strstr (error->message, "plx_change"));
}

static void
assert_can_be_read (PlxLibrary *library)
{
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (fixture_n_stories (library), ==, 1);
  story = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_assert_true (fixture_load (library, story, &error));
  g_assert_no_error (error);
  hits = fixture_search (library, "body", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 3);
}

/* Whatever is tried is refused for the reason that it can be read only. */
static void
assert_cannot_be_changed (PlxLibrary *library)
{
  static const ScriptStep steps[] = {
    script_add_story, script_add_articles, script_edit, script_rename, script_filter, script_note,
    script_name, script_leave, script_remove, script_undo, script_save_state,
  };

  g_assert_nonnull (plx_library_get_read_only (library));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (steps[i] (library, 50, &error));
      g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY);
      g_assert_nonnull (strstr (error->message, plx_library_get_read_only (library)));
    }
}

/* Bytes of the file before and after something is done with it. */
static void
read_and_leave_alone (const char *path)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  gsize size_before, size_after;

  get_bytes (path, &before, &size_before);
  library = fixture_open (path);
  assert_can_be_read (library);
  assert_cannot_be_changed (library);
  plx_library_close (library);
  get_bytes (path, &after, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);
}

/* With columns and tables that this release knows nothing of. */
static void
test_newer (void)
{
  g_autofree char *path = make_library ("newer.sqlite");

  fixture_exec (path, "PRAGMA user_version = 1000; ALTER TABLE story ADD COLUMN colour TEXT;"
                "CREATE TABLE mood (id INTEGER PRIMARY KEY, mood TEXT)");
  read_and_leave_alone (path);
}

static void
test_newer_that_cannot_be_read (void)
{
  static const char * const changes[] = {
    "ALTER TABLE story DROP COLUMN filter",
    "ALTER TABLE note RENAME TO remark",
    "ALTER TABLE note RENAME TO remark; CREATE VIEW note AS SELECT * FROM remark",
    "DROP TABLE article_fts; CREATE VIRTUAL TABLE article_fts USING fts5(everything)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("unreadable-%" G_GSIZE_FORMAT ".sqlite", i);
      g_autofree char *path = make_library (name);
      g_autoptr (PlxLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      fixture_exec (path, changes[i]);
      fixture_exec (path, "PRAGMA user_version = 1000");
      library = plx_library_open (path, &error);
      g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_TOO_NEW);
      g_assert_null (library);
    }
}

/* No file may be made, and none written to: as on a disk that is mounted so. */
static void
test_read_only (void)
{
  g_autofree char *path = make_library ("read-only.sqlite");

  fault_vfs_set_read_only (TRUE);
  read_and_leave_alone (path);
  fault_vfs_set_read_only (FALSE);

  /* It is as good as ever afterwards. */
  {
    g_autoptr (PlxLibrary) library = fixture_open (path);

    g_assert_null (plx_library_get_read_only (library));
    g_assert_true (script_rename (library, 1, NULL));
  }
}

/* It would have to be brought up to date, and cannot be. */
static void
test_read_only_and_older (void)
{
  g_autofree char *path = fixture_dup_path ("older.sqlite");
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  script_make_old (path, 3);
  fault_vfs_set_read_only (TRUE);
  library = plx_library_open (path, &error);
  fault_vfs_set_read_only (FALSE);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY);
  g_assert_null (library);
  g_assert_nonnull (strstr (error->message, "brought up to date"));
}

/* A log beside it has changes that are not in the file: without them it is not read. */
static void
test_read_only_with_a_log (void)
{
  g_autofree char *path = make_library ("logged.sqlite");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy = fixture_dup_path ("copied.sqlite");
  g_autofree char *copied_log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxLibrary) copied = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *log_bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, log_size;

  g_assert_true (script_rename (library, 1, NULL));
  get_bytes (path, &bytes, &size);
  get_bytes (log, &log_bytes, &log_size);
  g_assert_true (g_file_set_contents (copy, bytes, size, NULL));
  g_assert_true (g_file_set_contents (copied_log, log_bytes, log_size, NULL));

  fault_vfs_set_read_only (TRUE);
  copied = plx_library_open (copy, &error);
  fault_vfs_set_read_only (FALSE);
  g_assert_null (copied);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();

  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = g_strconcat ("/library/guard/forgery/", forgeries[i].name, NULL);

      g_test_add_data_func (path, &forgeries[i], test_forgery);
    }
  g_test_add_func ("/library/guard/digest-is-of-this-release", test_digest_is_of_this_release);
  g_test_add_func ("/library/guard/statistics-are-no-forgery", test_statistics_are_no_forgery);
  g_test_add_func ("/library/guard/a-connection-is-on-its-guard",
                   test_a_connection_is_on_its_guard);
  g_test_add_func ("/library/guard/newer", test_newer);
  g_test_add_func ("/library/guard/newer-that-cannot-be-read", test_newer_that_cannot_be_read);
  g_test_add_func ("/library/guard/read-only", test_read_only);
  g_test_add_func ("/library/guard/read-only-and-older", test_read_only_and_older);
  g_test_add_func ("/library/guard/read-only-with-a-log", test_read_only_with_a_log);

  return g_test_run ();
}
