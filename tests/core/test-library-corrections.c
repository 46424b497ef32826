/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <sqlite3.h>
#include <string.h>

#define ONE "The mill by the quay burned on Friday."
#define TWO "A fire took the mill by the quay on Friday."

typedef struct
{
  char       *path;
  PlxLibrary *library;
  PlxStory   *one;
  PlxStory   *two;
  guint       n_corrections; /* how often the signal came */
  guint       n_notes;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
watch (Fixture *fixture)
{
  fixture->n_corrections = fixture->n_notes = 0;
  g_signal_connect_swapped (fixture->library, "corrections-changed", G_CALLBACK (count_cb),
                            &fixture->n_corrections);
  g_signal_connect_swapped (fixture->library, "notes-changed", G_CALLBACK (count_cb),
                            &fixture->n_notes);
}

/* Two stories of the same two articles, which are number 1 and 2. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n = 0;
  g_autofree char *name = g_strdup_printf ("corrections-%u.sqlite", n++);
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  g_ptr_array_add (documents, fixture_document ("one.txt", "One", "2015-06-14", ONE));
  g_ptr_array_add (documents, fixture_document ("two.txt", "Two", "2015-06-14", TWO));
  fixture->path = fixture_dup_path (name);
  fixture->library = fixture_open (fixture->path);
  fixture->one = fixture_add (fixture->library, NULL, "One", documents, NULL);
  fixture->two = fixture_add (fixture->library, NULL, "Two", documents, NULL);
  watch (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->one);
  g_clear_object (&fixture->two);
  g_clear_object (&fixture->library);
  fixture_check_file (fixture->path);
  g_clear_pointer (&fixture->path, g_free);
}

static void
reopen (Fixture *fixture)
{
  const gint64 one = plx_story_get_id (fixture->one);
  const gint64 two = plx_story_get_id (fixture->two);

  g_clear_object (&fixture->one);
  g_clear_object (&fixture->two);
  g_clear_object (&fixture->library);
  fixture->library = fixture_open (fixture->path);
  g_set_object (&fixture->one, plx_library_find_story (fixture->library, one));
  g_set_object (&fixture->two, plx_library_find_story (fixture->library, two));
  watch (fixture);
}

static GPtrArray *
list (Fixture  *fixture,
      PlxStory *story)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *corrections;

  plx_library_list_corrections_async (fixture->library, story, NULL, fixture_keep_cb, &result);
  corrections = plx_library_list_corrections_finish (fixture->library, fixture_wait (&result),
                                                     &error);
  g_assert_no_error (error);

  return corrections;
}

static GPtrArray *
list_notes (Fixture  *fixture,
            PlxStory *story)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *notes;

  plx_library_list_notes_async (fixture->library, story, NULL, fixture_keep_cb, &result);
  notes = plx_library_list_notes_finish (fixture->library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return notes;
}

static void
describe_anchors (GString   *text,
                  GPtrArray *anchors)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const PlxAnchor *anchor = g_ptr_array_index (anchors, i);

      g_string_append_printf (text, " %" G_GINT64_FORMAT ".%u.%u %s", anchor->article,
                              anchor->side, anchor->nth, anchor->text);
      if (anchor->says != NULL)
        g_string_append_printf (text, " [%s]", anchor->says);
    }
}

static char *
describe (Fixture  *fixture,
          PlxStory *story)
{
  g_autoptr (GPtrArray) corrections = list (fixture, story);
  g_autoptr (GPtrArray) notes = list_notes (fixture, story);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < corrections->len; i++)
    {
      const PlxCorrection *correction = g_ptr_array_index (corrections, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s", correction->id,
                              plx_enum_to_nick (PLX_TYPE_CORRECTION_KIND, correction->kind));
      if (correction->kind == PLX_CORRECTION_DISMISS)
        g_string_append_printf (text, " %s <%s>",
                                plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND,
                                                  correction->difference), correction->about);
      describe_anchors (text, correction->anchors);
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; i < notes->len; i++)
    {
      const PlxNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (text, "note %" G_GINT64_FORMAT ": %s:", note->id, note->body);
      describe_anchors (text, note->anchors);
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

#define assert_said(fixture, story, expected) \
  G_STMT_START { \
    g_autofree char *described_ = describe (fixture, story); \
    g_assert_cmpstr (described_, ==, expected); \
  } G_STMT_END

static PlxCorrection *
make_correction (PlxCorrectionKind  kind,
                 PlxStory          *story)
{
  PlxCorrection *correction = plx_correction_new (kind, plx_story_get_id (story));

  plx_correction_add (correction, 0, plx_anchor_new (1, ONE, 0));
  plx_correction_add (correction, 1, plx_anchor_new (2, TWO, 1));

  return correction;
}

static gboolean
correct (Fixture        *fixture,
         PlxCorrection  *correction,
         PlxCorrection  *take_back,
         GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) add = g_ptr_array_new ();
  g_autoptr (GPtrArray) remove = g_ptr_array_new ();

  if (correction != NULL)
    g_ptr_array_add (add, correction);
  if (take_back != NULL)
    g_ptr_array_add (remove, take_back);
  plx_library_correct_async (fixture->library, add, remove, "Correct a claim", fixture_keep_cb,
                             &result);

  return fixture_finish (fixture->library, &result, error);
}

static gboolean
write_note (Fixture  *fixture,
            PlxNote  *note,
            GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  plx_library_note_async (fixture->library, notes, "Note", fixture_keep_cb, &result);

  return fixture_finish (fixture->library, &result, error);
}

/* All rows of the tables that the history watches, as they are in the file. */
static char *
dump (Fixture *fixture)
{
  static const char * const queries[] = {
    "SELECT * FROM correction ORDER BY id", "SELECT * FROM note ORDER BY id",
    "SELECT * FROM story ORDER BY id", "SELECT * FROM story_article ORDER BY id",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          for (int k = 0; k < sqlite3_column_count (statement); k++)
            g_string_append_printf (text, "%s|", sqlite3_column_text (statement, k));
          g_string_append_c (text, '\n');
        }
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (fixture_undo (fixture->library, NULL));
}

static void
redo (Fixture *fixture)
{
  g_assert_true (fixture_redo (fixture->library, NULL));
}

#define PINNED "1 together 1.0.0 " ONE " 2.1.1 " TWO "\n"

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);
  g_autoptr (PlxCorrection) dismissal = plx_correction_new (PLX_CORRECTION_DISMISS,
                                                            plx_story_get_id (fixture->one));
  PlxAnchor *anchor = plx_anchor_new (1, ONE, 0);

  g_test_summary ("What is said of a story is kept with all that belongs to it, and of no other");

  anchor->says = g_strdup ("Friday \"or\" so");
  plx_correction_add (dismissal, 0, anchor);
  plx_correction_add (dismissal, 0, plx_anchor_new (2, TWO, 0));
  dismissal->difference = PLX_DIFFERENCE_DATE;
  dismissal->about = g_strdup ("when it burned");

  g_assert_true (correct (fixture, pin, NULL, NULL));
  g_assert_true (correct (fixture, dismissal, NULL, NULL));
  g_assert_cmpuint (fixture->n_corrections, ==, 2);
  g_assert_cmpuint (fixture->n_notes, ==, 0);
  reopen (fixture);
  assert_said (fixture, fixture->one,
               PINNED "2 dismiss date <when it burned> 1.0.0 " ONE " [Friday \"or\" so] 2.0.0 " TWO
               "\n");
  assert_said (fixture, fixture->two, "");
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);
  g_autoptr (GPtrArray) listed = NULL;
  g_autofree char *empty = dump (fixture);
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *back = NULL;

  g_test_summary ("A correction is undone, redone and taken back, after a restart too, and the "
                  "file is each time what it was");

  g_assert_true (correct (fixture, pin, NULL, NULL));
  g_assert_cmpstr (plx_library_get_undo_label (fixture->library), ==, "Correct a claim");
  full = dump (fixture);
  g_assert_cmpstr (full, !=, empty);
  reopen (fixture);
  undo (fixture);
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_cmpuint (fixture->n_corrections, ==, 1);
  reopen (fixture);
  redo (fixture);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, full);
  g_assert_cmpuint (fixture->n_corrections, ==, 1);

  listed = list (fixture, fixture->one);
  g_assert_true (correct (fixture, NULL, listed->pdata[0], NULL));
  assert_said (fixture, fixture->one, "");
  undo (fixture);
  back = dump (fixture);
  g_assert_cmpstr (back, ==, full);
}

static void
test_goes_with_story (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);
  g_autoptr (PlxCorrection) other = make_correction (PLX_CORRECTION_APART, fixture->two);
  g_autoptr (PlxNote) note = plx_note_new (plx_story_get_id (fixture->one), "Ask the miller.");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_test_summary ("What was said of a story and noted on it goes with it, and comes back with it");

  g_ptr_array_add (note->anchors, plx_anchor_new (1, ONE, 0));
  g_assert_true (correct (fixture, pin, NULL, NULL));
  g_assert_true (correct (fixture, other, NULL, NULL));
  g_assert_true (write_note (fixture, note, NULL));
  before = dump (fixture);

  plx_library_remove_story_async (fixture->library, fixture->one, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
  assert_said (fixture, fixture->two, "2 apart 1.0.0 " ONE " 2.1.1 " TWO "\n");
  g_clear_object (&fixture->one);
  undo (fixture);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  fixture->one = g_object_ref (plx_library_find_story (fixture->library, 1));
  assert_said (fixture, fixture->one, PINNED "note 1: Ask the miller.: 1.0.0 " ONE "\n");
}

static void
test_unknown_story (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);
  g_autoptr (PlxNote) note = plx_note_new (99, "Lost.");
  g_autoptr (GError) error = NULL;

  g_test_summary ("Nothing is said of a story that is not there");

  pin->story = 99;
  g_assert_false (correct (fixture, pin, NULL, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (write_note (fixture, note, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PlxNote) note = plx_note_new (plx_story_get_id (fixture->one), "Two\nlines “here”");
  g_autoptr (GPtrArray) notes = NULL;
  PlxNote *first;

  g_test_summary ("A note is written, changed and removed, each a step of the history");

  g_ptr_array_add (note->anchors, plx_anchor_new (2, TWO, 0));
  g_assert_true (write_note (fixture, note, NULL));
  reopen (fixture);
  assert_said (fixture, fixture->one, "note 1: Two\nlines “here”: 2.0.0 " TWO "\n");
  assert_said (fixture, fixture->two, "");

  notes = list_notes (fixture, fixture->one);
  first = notes->pdata[0];
  g_assert_cmpint (first->changed, >, 0);
  g_set_str (&first->body, "One");
  g_assert_true (write_note (fixture, first, NULL));
  assert_said (fixture, fixture->one, "note 1: One: 2.0.0 " TWO "\n");
  g_set_str (&first->body, "");
  g_assert_true (write_note (fixture, first, NULL));
  assert_said (fixture, fixture->one, "");
  g_assert_cmpuint (fixture->n_notes, ==, 2);
  g_assert_cmpuint (fixture->n_corrections, ==, 0);

  undo (fixture);
  assert_said (fixture, fixture->one, "note 1: One: 2.0.0 " TWO "\n");
  undo (fixture);
  assert_said (fixture, fixture->one, "note 1: Two\nlines “here”: 2.0.0 " TWO "\n");
  undo (fixture);
  assert_said (fixture, fixture->one, "");
  redo (fixture);
  redo (fixture);
  assert_said (fixture, fixture->one, "note 1: One: 2.0.0 " TWO "\n");
}

static void
exec_sql (const char *path,
          const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_older_library (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);

  g_test_summary ("A library of before corrections is brought up to date, and its history holds");

  g_clear_object (&fixture->one);
  g_clear_object (&fixture->two);
  g_clear_object (&fixture->library);
  exec_sql (fixture->path, "DROP TABLE correction; DROP TABLE note; DROP TABLE placement;"
                          FIXTURE_FORGET_ORIGINALS "PRAGMA user_version = 4;");

  fixture->library = fixture_open (fixture->path);
  fixture->one = g_object_ref (plx_library_find_story (fixture->library, 1));
  fixture->two = g_object_ref (plx_library_find_story (fixture->library, 2));
  assert_said (fixture, fixture->one, "");
  g_assert_true (correct (fixture, pin, NULL, NULL));
  reopen (fixture);
  assert_said (fixture, fixture->one, PINNED);

  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
  redo (fixture);
  redo (fixture);
  assert_said (fixture, fixture->one, PINNED);
}

/* What a damaged file, or a later release, may have put there. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);

  g_test_summary ("What cannot be read says nothing, and nothing is lost with it");

  g_assert_true (correct (fixture, pin, NULL, NULL));
  g_clear_object (&fixture->one);
  g_clear_object (&fixture->two);
  g_clear_object (&fixture->library);
  exec_sql (fixture->path,
            "INSERT INTO correction (story, kind, sentences) VALUES"
            " (1, 'together', '{}'), (1, 'together', '[1, [2], \"3\", null]'),"
            " (1, 'together', '[[1, 0, 0, \"a\", null], [\"x\", 0, 0, \"b\", null]]'),"
            " (1, 'together', '[[1, 0, 0, null, null], [1, 0, 0, {}, null]]'),"
            " (1, 'apart', '[[1, 0, 0, \"a\", null], [2, 0, 0, \"b\", null]]');"
            "INSERT INTO correction (story, kind, sentences, difference) VALUES"
            " (1, 'dismiss', '[[1, 0, 0, \"a\", null], [2, 0, 0, \"b\", null]]', 'smell');"
            "INSERT INTO note (story, subject, sentences, body, changed) VALUES"
            " (1, 'claim', '\"a\"', 'Kept', 1), (1, 'text', '[]', 'Of a later release', 1);");
  fixture->library = fixture_open (fixture->path);
  fixture->one = g_object_ref (plx_library_find_story (fixture->library, 1));
  fixture->two = g_object_ref (plx_library_find_story (fixture->library, 2));
  assert_said (fixture, fixture->one, PINNED "note 1: Kept:\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/library/corrections/kept", test_kept);
  ADD ("/library/corrections/history", test_history);
  ADD ("/library/corrections/go-with-story", test_goes_with_story);
  ADD ("/library/corrections/unknown-story", test_unknown_story);
  ADD ("/library/corrections/older-library", test_older_library);
  ADD ("/library/corrections/unreadable", test_unreadable);
  ADD ("/library/notes/history", test_notes);

  return g_test_run ();
}
