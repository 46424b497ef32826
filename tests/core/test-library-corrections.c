/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-ages.h"
#include "said-fixture.h"

#include "library/plx-library-notes.h"

#include <sqlite3.h>

#define ONE "The mill by the quay burned on Friday."
#define TWO "A fire took the mill by the quay on Friday."

/* Two stories of the same two articles, which are number 1 and 2. */
static void
set_up (SaidFixture   *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  g_ptr_array_add (documents, fixture_document ("one.txt", "One", "2015-06-14", ONE));
  g_ptr_array_add (documents, fixture_document ("two.txt", "Two", "2015-06-14", TWO));
  said_fixture_make (fixture, "corrections");
  fixture->one = fixture_add (fixture->library, NULL, "One", documents, NULL);
  fixture->two = fixture_add (fixture->library, NULL, "Two", documents, NULL);
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
describe (SaidFixture *fixture,
          PlxStory    *story)
{
  g_autoptr (GPtrArray) corrections = said_fixture_list (fixture, PLX_SAYING_CORRECTION, story);
  g_autoptr (GPtrArray) notes = said_fixture_list (fixture, PLX_SAYING_NOTE, story);
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
correct (SaidFixture    *fixture,
         PlxCorrection  *correction,
         PlxCorrection  *take_back,
         GError        **error)
{
  g_autoptr (GPtrArray) add = g_ptr_array_new ();
  g_autoptr (GPtrArray) remove = g_ptr_array_new ();

  if (correction != NULL)
    g_ptr_array_add (add, correction);
  if (take_back != NULL)
    g_ptr_array_add (remove, take_back);

  return said_fixture_say (fixture, PLX_SAYING_CORRECTION, add, remove, "Correct a claim", error);
}

static gboolean
write_note (SaidFixture  *fixture,
            PlxNote      *note,
            GError      **error)
{
  return said_fixture_say_one (fixture, PLX_SAYING_NOTE, note, "Note", error);
}

/* All rows of the tables that the history watches, as they are in the file. */
static char *
dump (SaidFixture *fixture)
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

#define PINNED "1 together 1.0.0 " ONE " 2.1.1 " TWO "\n"

static void
test_kept (SaidFixture   *fixture,
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
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_CORRECTION], ==, 2);
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NOTE], ==, 0);
  said_fixture_reopen (fixture);
  assert_said (fixture, fixture->one,
               PINNED "2 dismiss date <when it burned> 1.0.0 " ONE " [Friday \"or\" so] 2.0.0 " TWO
               "\n");
  assert_said (fixture, fixture->two, "");
}

static void
test_history (SaidFixture   *fixture,
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
  said_fixture_reopen (fixture);
  said_fixture_undo (fixture);
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_CORRECTION], ==, 2);
  said_fixture_reopen (fixture);
  said_fixture_redo (fixture);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, full);
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_CORRECTION], ==, 3);

  listed = said_fixture_list (fixture, PLX_SAYING_CORRECTION, fixture->one);
  g_assert_true (correct (fixture, NULL, listed->pdata[0], NULL));
  assert_said (fixture, fixture->one, "");
  said_fixture_undo (fixture);
  back = dump (fixture);
  g_assert_cmpstr (back, ==, full);
}

static void
test_goes_with_story (SaidFixture   *fixture,
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
  said_fixture_undo (fixture);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  fixture->one = g_object_ref (plx_library_find_story (fixture->library, 1));
  assert_said (fixture, fixture->one, PINNED "note 1: Ask the miller.: 1.0.0 " ONE "\n");
}

static void
test_unknown_story (SaidFixture   *fixture,
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
test_notes (SaidFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (PlxNote) note = plx_note_new (plx_story_get_id (fixture->one), "Two\nlines “here”");
  g_autoptr (GPtrArray) notes = NULL;
  PlxNote *first;

  g_test_summary ("A note is written, changed and removed, each a step of the history");

  g_ptr_array_add (note->anchors, plx_anchor_new (2, TWO, 0));
  g_assert_true (write_note (fixture, note, NULL));
  said_fixture_reopen (fixture);
  assert_said (fixture, fixture->one, "note 1: Two\nlines “here”: 2.0.0 " TWO "\n");
  assert_said (fixture, fixture->two, "");

  notes = said_fixture_list (fixture, PLX_SAYING_NOTE, fixture->one);
  first = notes->pdata[0];
  g_assert_cmpint (first->changed, >, 0);
  g_set_str (&first->body, "One");
  g_assert_true (write_note (fixture, first, NULL));
  assert_said (fixture, fixture->one, "note 1: One: 2.0.0 " TWO "\n");
  g_set_str (&first->body, "");
  g_assert_true (write_note (fixture, first, NULL));
  assert_said (fixture, fixture->one, "");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NOTE], ==, 3);
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_CORRECTION], ==, 0);

  said_fixture_undo (fixture);
  assert_said (fixture, fixture->one, "note 1: One: 2.0.0 " TWO "\n");
  said_fixture_undo (fixture);
  assert_said (fixture, fixture->one, "note 1: Two\nlines “here”: 2.0.0 " TWO "\n");
  said_fixture_undo (fixture);
  assert_said (fixture, fixture->one, "");
  said_fixture_redo (fixture);
  said_fixture_redo (fixture);
  assert_said (fixture, fixture->one, "note 1: One: 2.0.0 " TWO "\n");
}

static GPtrArray *
list_lines (SaidFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *lines;

  plx_library_list_notes_async (fixture->library, NULL, fixture_keep_cb, &result);
  lines = plx_library_list_notes_finish (fixture->library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return lines;
}

static void
test_text_notes (SaidFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (PlxNote) mark = plx_note_new_on_text (1, "");
  g_autoptr (PlxNote) lost = plx_note_new_on_text (99, "Lost.");
  g_autoptr (PlxNote) entity = plx_note_new_on_entity (plx_story_get_id (fixture->one), "The Mill",
                                                       "Who owns it?");
  PlxAnchor *anchor = plx_anchor_new (1, ONE, 0);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  PlxNote *kept;
  guint n;

  g_test_summary ("Text is highlighted and noted on without a word, entities are noted on, and all "
                  "notes are listed");

  anchor->says = g_strdup ("a few words");
  g_ptr_array_add (mark->anchors, anchor);
  mark->highlight = PLX_HIGHLIGHT_DOUBT;
  g_assert_true (write_note (fixture, mark, NULL));
  g_assert_true (write_note (fixture, entity, NULL));
  g_assert_false (write_note (fixture, lost, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  said_fixture_reopen (fixture);

  notes = said_fixture_list (fixture, PLX_SAYING_NOTE, fixture->one);
  g_assert_cmpuint (notes->len, ==, 2);
  kept = notes->pdata[0];
  g_assert_cmpint (kept->subject, ==, PLX_NOTE_ON_TEXT);
  g_assert_cmpint (kept->article, ==, 1);
  g_assert_cmpint (kept->story, ==, 0);
  g_assert_cmpint (kept->highlight, ==, PLX_HIGHLIGHT_DOUBT);
  g_assert_cmpstr (((PlxAnchor *) kept->anchors->pdata[0])->says, ==, "a few words");
  g_assert_cmpstr (((PlxNote *) notes->pdata[1])->entity, ==, "The Mill");
  g_object_get (fixture->library, "n-notes", &n, NULL);
  g_assert_cmpuint (n, ==, 2);

  lines = list_lines (fixture);
  g_assert_cmpuint (lines->len, ==, 2);
  for (guint i = 0; i < lines->len; i++)
    g_assert_nonnull (((PlxNoteLine *) lines->pdata[i])->story_title);

  /* Without a highlight and without a word it goes. */
  kept->highlight = PLX_HIGHLIGHT_NONE;
  g_assert_true (write_note (fixture, kept, NULL));
  g_object_get (fixture->library, "n-notes", &n, NULL);
  g_assert_cmpuint (n, ==, 1);
  said_fixture_undo (fixture);
  g_object_get (fixture->library, "n-notes", &n, NULL);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_notes_taken_back (SaidFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr (PlxNote) note = plx_note_new (plx_story_get_id (fixture->one), "Ask the miller.");
  g_autoptr (GPtrArray) notes = NULL;

  g_test_summary ("Notes are taken back as corrections are");

  g_ptr_array_add (note->anchors, plx_anchor_new (1, ONE, 0));
  g_assert_true (write_note (fixture, note, NULL));
  notes = said_fixture_list (fixture, PLX_SAYING_NOTE, fixture->one);
  g_assert_true (said_fixture_say (fixture, PLX_SAYING_NOTE, NULL, notes, "Take back", NULL));
  assert_said (fixture, fixture->one, "");
  said_fixture_undo (fixture);
  assert_said (fixture, fixture->one, "note 1: Ask the miller.: 1.0.0 " ONE "\n");
}

static void
test_older_library (SaidFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);

  g_test_summary ("A library of before corrections is brought up to date, and its history holds");

  said_fixture_close (fixture);
  library_age (fixture->path, 4);
  said_fixture_open (fixture);
  assert_said (fixture, fixture->one, "");
  g_assert_true (correct (fixture, pin, NULL, NULL));
  said_fixture_reopen (fixture);
  assert_said (fixture, fixture->one, PINNED);

  said_fixture_undo (fixture);
  said_fixture_undo (fixture);
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
  said_fixture_redo (fixture);
  said_fixture_redo (fixture);
  assert_said (fixture, fixture->one, PINNED);
}

/* What a damaged file, or a later release, may have put there. */
static void
test_unreadable (SaidFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (PlxCorrection) pin = make_correction (PLX_CORRECTION_TOGETHER, fixture->one);

  g_test_summary ("What cannot be read says nothing, and nothing is lost with it");

  g_assert_true (correct (fixture, pin, NULL, NULL));
  said_fixture_close (fixture);
  fixture_exec (fixture->path,
                "INSERT INTO correction (story, kind, sentences) VALUES"
                " (1, 'together', '{}'), (1, 'together', '[1, [2], \"3\", null]'),"
                " (1, 'together', '[[1, 0, 0, \"a\", null], [\"x\", 0, 0, \"b\", null]]'),"
                " (1, 'together', '[[1, 0, 0, null, null], [1, 0, 0, {}, null]]'),"
                " (1, 'apart', '[[1, 0, 0, \"a\", null], [2, 0, 0, \"b\", null]]');"
                "INSERT INTO correction (story, kind, sentences, difference) VALUES"
                " (1, 'dismiss', '[[1, 0, 0, \"a\", null], [2, 0, 0, \"b\", null]]', 'smell');"
                "INSERT INTO note (story, subject, sentences, body, changed) VALUES"
                " (1, 'claim', '\"a\"', 'Kept', 1), (1, 'text', '[]', 'Of a later release', 1);");
  said_fixture_open (fixture);
  assert_said (fixture, fixture->one, PINNED "note 1: Kept:\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) \
  g_test_add (path, SaidFixture, NULL, set_up, function, said_fixture_tear_down)

  ADD ("/library/corrections/kept", test_kept);
  ADD ("/library/corrections/history", test_history);
  ADD ("/library/corrections/go-with-story", test_goes_with_story);
  ADD ("/library/corrections/unknown-story", test_unknown_story);
  ADD ("/library/corrections/older-library", test_older_library);
  ADD ("/library/corrections/unreadable", test_unreadable);
  ADD ("/library/notes/history", test_notes);
  ADD ("/library/notes/taken-back", test_notes_taken_back);
  ADD ("/library/notes/on-text", test_text_notes);

  return g_test_run ();
}
