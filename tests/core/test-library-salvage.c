/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-vfs.h"
#include "script-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library/plx-backup.h"
#include "library/plx-library-safety.h"

#define PAGE 16384
#define N_STORIES 20
#define N_ARTICLES (3 * N_STORIES)

/* Large enough that each table has several pages. */
static char *
make_library (const char *name)
{
  char *path = fixture_dup_path (name);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_assert_true (script_add_story (library, i, &error));
      g_assert_true (script_note (library, i, &error));
      g_assert_true (script_name (library, i, &error));
    }
  g_assert_no_error (error);
  plx_library_close (library);

  return path;
}

static void
spoil (const char *path,
       gsize       page,
       int         with)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint ((page + 1) * PAGE, <=, size);
  memset (bytes + page * PAGE, with, PAGE);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
}

static guint
count_pages (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));

  return size / PAGE;
}

static const PlxSalvagedTable *
find (const PlxSalvage *saved,
      const char       *name)
{
  for (guint i = 0; i < saved->tables->len; i++)
    {
      const PlxSalvagedTable *table = g_ptr_array_index (saved->tables, i);

      if (g_str_equal (table->name, name))
        return table;
    }

  g_assert_not_reached ();
}

/* Takes the new library into use, as its user would: all that is told to be there is. */
static void
assert_usable (const char       *path,
               const PlxSalvage *saved)
{
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  guint n_articles = 0;

  g_assert_cmpuint (fixture_n_stories (library), ==, find (saved, "story")->n_saved);
  for (guint i = 0; i < fixture_n_stories (library); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), i);

      g_assert_true (fixture_load (library, story, &error));
      g_assert_no_error (error);
      n_articles += plx_story_get_n_articles (story);
    }
  g_assert_cmpuint (n_articles, ==, find (saved, "story_article")->n_saved);

  hits = fixture_search (library, "body", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, MIN (find (saved, "article")->n_saved, 50));
  g_assert_true (script_add_story (library, 500, &error));
  g_assert_true (fixture_undo (library, &error));
  g_assert_no_error (error);
  plx_library_close (library);
  fixture_check_file (path);
}

/* Of a library that is whole nothing is lost, not even what can be undone. */
static void
test_whole (void)
{
  g_autofree char *path = make_library ("whole.sqlite");
  g_autofree char *to = fixture_dup_path ("whole-again.sqlite");
  g_autofree char *before = script_dump (path, SCRIPT_DUMP_ALL);
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSalvage) saved = plx_salvage_make (path, to, NULL, &error);

  g_assert_no_error (error);
  after = script_dump (to, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (plx_salvage_is_whole (saved));
  g_assert_true (saved->has_history);
  assert_usable (to, saved);

  words = plx_salvage_describe (saved);
  g_assert_cmpstr (words, ==,
                   "Saved: 60 articles, 20 stories, 60 articles in their stories, 20 notes, "
                   "1 correction of a name, 60 steps of the history.\nNothing is lost.");
}

/* Each page of the file in turn is lost: whichever it is, the rest comes through, and what is
 * saved and what is not adds up. */
static void
test_each_page_lost (void)
{
  g_autofree char *whole = make_library ("pages.sqlite");
  g_autofree char *path = fixture_dup_path ("page.sqlite");
  g_autofree char *bytes = NULL;
  guint n_pages = count_pages (whole), n_articles = 0, n_stories = 0, n_whole = 0, n_nothing = 0;
  gsize size;

  g_assert_true (g_file_get_contents (whole, &bytes, &size, NULL));
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *name = g_strdup_printf ("saved-%u.sqlite", page);
      g_autofree char *to = fixture_dup_path (name);
      g_autofree char *after = NULL;
      g_autoptr (PlxSalvage) saved = NULL;
      g_autoptr (GError) error = NULL;
      gsize size_after;

      g_assert_true (g_file_set_contents (path, bytes, size, NULL));
      spoil (path, page, page % 2 ? 0 : 0xa7);
      saved = plx_salvage_make (path, to, NULL, &error);
      g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
      g_assert_cmpuint (size_after, ==, size);

      if (saved == NULL)
        {
          g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
          g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
          n_nothing++;
          continue;
        }

      assert_usable (to, saved);
      n_articles += find (saved, "article")->n_saved;
      n_stories += find (saved, "story")->n_saved;
      n_whole += plx_salvage_is_whole (saved);
      g_assert_cmpint (saved->has_history, ==, plx_salvage_is_whole (saved));
    }

  g_test_message ("%u files with one page of %u lost each: %.1f %% of their articles and %.1f %% "
                  "of their stories saved; nothing at all of %u files; all of %u", n_pages, n_pages,
                  100.0 * n_articles / (n_pages * N_ARTICLES),
                  100.0 * n_stories / (n_pages * N_STORIES), n_nothing, n_whole);
  g_assert_cmpuint (n_articles, >, n_pages * N_ARTICLES * 9 / 10);
  g_assert_cmpuint (n_nothing, ==, 0);
}

/* Rows that speak of lost ones go with them, and are told of as lost. */
static void
test_lost_rows (void)
{
  g_autofree char *path = make_library ("rows.sqlite");
  g_autofree char *to = fixture_dup_path ("rows-saved.sqlite");
  g_autofree char *words = NULL;
  g_autoptr (PlxSalvage) saved = NULL;
  g_autoptr (GError) error = NULL;

  /* As if their page had been lost, together with what refers to them. */
  fixture_exec (path, "PRAGMA foreign_keys = OFF; DELETE FROM story WHERE id IN (3, 7)");
  saved = plx_salvage_make (path, to, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (saved, "story")->n_saved, ==, N_STORIES - 2);
  g_assert_cmpuint (find (saved, "story_article")->n_lost, ==, 6);
  g_assert_cmpuint (find (saved, "note")->n_lost, ==, 2);
  g_assert_false (saved->has_history);

  words = plx_salvage_describe (saved);
  g_assert_nonnull (strstr (words, "\nLost: 6 articles in their stories, 2 notes.\n"));
  g_assert_nonnull (strstr (words, "cannot be undone"));
  assert_usable (to, saved);
}

/* The file says of itself what it is on its first page. */
static void
test_first_page_lost (void)
{
  g_autofree char *path = make_library ("headless.sqlite");
  g_autofree char *to = fixture_dup_path ("headed.sqlite");
  g_autofree char *again = fixture_dup_path ("headed-by-backup.sqlite");
  g_autoptr (PlxSalvage) saved = NULL;
  g_autoptr (PlxSalvage) by_backup = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2022, 2, 2, 2, 2, 2);
  g_autofree char *backup = plx_backup_make (path, PLX_BACKUP_BY_HAND, now, NULL, NULL);
  g_autoptr (GError) error = NULL;

  spoil (path, 0, 0);
  library = plx_library_open (path, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  g_clear_error (&error);

  by_backup = plx_salvage_make (path, again, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (by_backup, "article")->n_saved, ==, 60);
  assert_usable (again, by_backup);

  g_assert_cmpint (g_unlink (backup), ==, 0);
  saved = plx_salvage_make (path, to, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (saved, "article")->n_saved, ==, 60);
  assert_usable (to, saved);
}

static void
test_nothing_to_save (void)
{
  g_autofree char *prose = fixture_dup_path ("no-library.sqlite");
  g_autofree char *zeros = fixture_dup_path ("zeros.sqlite");
  g_autofree char *whole = make_library ("there.sqlite");
  g_autofree char *to = fixture_dup_path ("none.sqlite");
  g_autofree char *nothing = g_malloc0 (20 * PAGE);
  const char *files[] = { prose, zeros };
  g_autoptr (PlxSalvage) saved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (prose, "Nothing that was ever a library.", -1, NULL));
  g_assert_true (g_file_set_contents (zeros, nothing, 20 * PAGE, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_null (plx_salvage_make (files[i], to, NULL, &error));
      g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
    }

  /* No file is ever replaced. */
  saved = plx_salvage_make (whole, prose, NULL, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);
}

static void
count_cb (PlxLibrary *library,
          const char *why,
          guint      *n)
{
  g_assert_nonnull (strstr (why, "damaged"));
  (*n)++;
}

/* Damage that is nowhere met with is found by reading all of it; the damaged file is kept. */
static void
test_found_and_salvaged_in_place (void)
{
  g_autofree char *path = make_library ("place.sqlite");
  g_autofree char *damaged = NULL;
  g_autofree char *was = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (PlxSalvage) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize was_size, kept_size;
  guint n = 0;

  library = fixture_open (path);
  plx_library_check_async (library, NULL, fixture_keep_cb, &result);
  g_assert_true (plx_library_safety_finish (library, fixture_wait (&result), &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  plx_library_close (library);
  g_clear_object (&library);

  spoil (path, count_pages (path) / 2, 0xa7);
  g_assert_true (g_file_get_contents (path, &was, &was_size, NULL));
  library = fixture_open (path);
  g_signal_connect (library, "damaged", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < 2; i++)
    {
      plx_library_check_async (library, NULL, fixture_keep_cb, &result);
      g_assert_false (plx_library_safety_finish (library, fixture_wait (&result), &error));
      g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
      g_clear_error (&error);
      g_clear_object (&result);
    }
  g_assert_cmpuint (n, ==, 1);
  plx_library_close (library);

  plx_library_salvage_async (path, NULL, fixture_keep_cb, &result);
  saved = plx_library_salvage_finish (fixture_wait (&result), &damaged, &error);
  g_assert_no_error (error);
  assert_usable (path, saved);
  g_assert_true (g_file_get_contents (damaged, &kept, &kept_size, NULL));
  g_assert_cmpmem (kept, kept_size, was, was_size);
}

/* Damage that SQLite meets with is told of by the library as well, whatever somebody wanted. Where
 * only the words of an article are damaged, it is he who is told. */
static void
test_met_with (void)
{
  g_autofree char *path = make_library ("met.sqlite");
  guint n_pages = count_pages (path), n = 0, n_failed = 0;
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint page = 1; page < n_pages; page++)
    {
      g_autoptr (PlxLibrary) library = NULL;
      g_autoptr (GError) error = NULL;
      guint n_before = n;

      g_assert_true (g_file_set_contents (path, bytes, size, NULL));
      spoil (path, page, 0xa7);
      if (!(library = plx_library_open (path, NULL)))
        continue;

      g_signal_connect (library, "damaged", G_CALLBACK (count_cb), &n);
      if (!script_search (library, 0, &error) || !script_rename (library, page, &error) ||
          !script_note (library, page, &error) || !script_edit (library, page, &error))
        {
          n_failed++;
          g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
          g_assert_cmpuint (n - n_before, <=, 1);
        }
      plx_library_close (library);
    }

  g_test_message ("%u of %u damaged files met with, %u told", n_failed, n_pages, n);
  g_assert_cmpuint (n, >, 3);
}

/* A damaged library is no backup, and drives out no good one. */
static void
test_damaged_is_not_backed_up (void)
{
  g_autofree char *path = make_library ("no-backup.sqlite");
  g_autoptr (GDateTime) now = g_date_time_new_utc (2022, 2, 2, 2, 2, 2);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;

  spoil (path, count_pages (path) / 2, 0xa7);
  made = plx_backup_make (path, PLX_BACKUP_DAILY, now, NULL, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  g_assert_null (made);
  backups = plx_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* Which does not wait for the disk. */
  fault_vfs_install ();

  g_test_add_func ("/library/salvage/whole", test_whole);
  g_test_add_func ("/library/salvage/each-page-lost", test_each_page_lost);
  g_test_add_func ("/library/salvage/lost-rows", test_lost_rows);
  g_test_add_func ("/library/salvage/first-page-lost", test_first_page_lost);
  g_test_add_func ("/library/salvage/nothing-to-save", test_nothing_to_save);
  g_test_add_func ("/library/salvage/found-and-salvaged-in-place",
                   test_found_and_salvaged_in_place);
  g_test_add_func ("/library/salvage/met-with", test_met_with);
  g_test_add_func ("/library/salvage/damaged-is-not-backed-up", test_damaged_is_not_backed_up);

  return g_test_run ();
}
