/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-ages.h"
#include "said-fixture.h"

#include <math.h>

static void
set_up (SaidFixture   *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  g_ptr_array_add (documents, fixture_document ("one.txt", "One", "2015-06-14",
                                                "Ada Quill met Ben Holt by the mill."));
  said_fixture_make (fixture, "placements");
  fixture->one = fixture_add (fixture->library, NULL, "One", documents, NULL);
  fixture->two = fixture_add (fixture->library, NULL, "Two", documents, NULL);
}

/* "Ada Quill (Quill) person 1.5,-2 pinned" and so on, a line each. */
static void
assert_placed (SaidFixture *fixture,
               PlxStory    *story,
               const char  *wanted)
{
  g_autoptr (GPtrArray) placements = said_fixture_list (fixture, PLX_SAYING_PLACEMENT, story);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < placements->len; i++)
    {
      const PlxPlacement *placement = placements->pdata[i];
      g_autofree char *names = g_strjoinv (", ", placement->names);

      g_assert_cmpint (placement->id, >, 0);
      g_assert_cmpint (placement->story, ==, plx_story_get_id (story));
      g_string_append_printf (text, "%s (%s) %s", placement->entity, names,
                              plx_enum_to_nick (PLX_TYPE_KIND, placement->kind));
      if (placement->placed)
        g_string_append_printf (text, " %g,%g", placement->x, placement->y);
      g_string_append_printf (text, "%s%s\n", placement->pinned ? " pinned" : "",
                              placement->hidden ? " hidden" : "");
    }

  g_assert_cmpstr (text->str, ==, wanted);
}

static gboolean
place (SaidFixture   *fixture,
       PlxPlacement  *placement,
       GError       **error)
{
  return said_fixture_say_one (fixture, PLX_SAYING_PLACEMENT, placement, "Place", error);
}

static PlxPlacement *
make_placement (PlxStory   *story,
                const char *entity,
                const char *form)
{
  g_autoptr (PlxEntityRecord) record = plx_entity_record_new ();
  const char *names[] = { entity, form, NULL };

  record->name = g_strdup (entity);
  record->names = g_strdupv ((char **) names);
  record->kind = PLX_KIND_PERSON;

  return plx_placement_new (plx_story_get_id (story), record);
}

#define ADA "Ada Quill (Ada Quill, Quill) person"
#define BEN "Ben Holt (Ben Holt, Holt) person"

static void
test_history (SaidFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (PlxPlacement) ada = make_placement (fixture->one, "Ada Quill", "Quill");
  g_autoptr (PlxPlacement) ben = make_placement (fixture->one, "Ben Holt", "Holt");
  g_autoptr (GPtrArray) both = g_ptr_array_new ();

  g_test_summary ("Moving, pinning and hiding are steps of the history, and outlive the program");

  plx_placement_move (ada, 1.5, -2.25, TRUE);
  g_assert_true (place (fixture, ada, NULL));
  plx_placement_move (ada, 0.1, 3, FALSE);
  ben->hidden = TRUE;
  g_ptr_array_add (both, ada);
  g_ptr_array_add (both, ben);
  g_assert_true (said_fixture_say (fixture, PLX_SAYING_PLACEMENT, both, NULL, "Place", NULL));
  assert_placed (fixture, fixture->one, ADA " 0.1,3\n" BEN " hidden\n");
  assert_placed (fixture, fixture->two, "");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_PLACEMENT], ==, 2);

  said_fixture_reopen (fixture);
  assert_placed (fixture, fixture->one, ADA " 0.1,3\n" BEN " hidden\n");
  said_fixture_undo (fixture);
  assert_placed (fixture, fixture->one, ADA " 1.5,-2.25 pinned\n");
  said_fixture_undo (fixture);
  assert_placed (fixture, fixture->one, "");
  said_fixture_redo (fixture);
  said_fixture_redo (fixture);
  assert_placed (fixture, fixture->one, ADA " 0.1,3\n" BEN " hidden\n");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_PLACEMENT], ==, 6);
}

static void
test_one_for_each (SaidFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (PlxPlacement) ada = make_placement (fixture->one, "Ada Quill", "Quill");
  g_autoptr (PlxPlacement) quill = make_placement (fixture->one, "Quill", NULL);
  g_autoptr (GPtrArray) placed = NULL;
  g_autoptr (PlxPlacement) renamed = NULL;

  g_test_summary ("A node has one place, also when it is moved twice before the first is told, "
                  "when it is called otherwise, and none when it is let go of");

  plx_placement_move (quill, 7, 7, TRUE);
  g_assert_true (place (fixture, quill, NULL));
  plx_placement_move (ada, 1, 1, TRUE);
  g_assert_true (place (fixture, ada, NULL));
  plx_placement_move (ada, 2, 2, TRUE);
  g_assert_true (place (fixture, ada, NULL));
  assert_placed (fixture, fixture->one, "Quill (Quill) person 7,7 pinned\n" ADA " 2,2 pinned\n");

  placed = said_fixture_list (fixture, PLX_SAYING_PLACEMENT, fixture->one);
  renamed = plx_placement_copy (placed->pdata[0]);
  g_set_str (&renamed->entity, "Ada Quill");
  plx_placement_move (renamed, 3, 3, FALSE);
  g_assert_true (place (fixture, renamed, NULL));
  assert_placed (fixture, fixture->one, "Ada Quill (Quill) person 3,3\n");

  plx_placement_let_go (renamed);
  g_assert_true (place (fixture, renamed, NULL));
  assert_placed (fixture, fixture->one, "");
  said_fixture_undo (fixture);
  said_fixture_undo (fixture);
  assert_placed (fixture, fixture->one, "Quill (Quill) person 7,7 pinned\n" ADA " 2,2 pinned\n");
}

static void
test_goes_with_story (SaidFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (PlxPlacement) ada = make_placement (fixture->one, "Ada Quill", "Quill");
  g_autoptr (GAsyncResult) result = NULL;

  g_test_summary ("The places go with their story, and come back with it");

  plx_placement_move (ada, 1.125, 0.333, TRUE);
  g_assert_true (place (fixture, ada, NULL));
  plx_library_remove_story_async (fixture->library, fixture->one, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
  said_fixture_undo (fixture);
  g_set_object (&fixture->one, plx_library_find_story (fixture->library, 1));
  assert_placed (fixture, fixture->one, ADA " 1.125,0.333 pinned\n");
}

static void
test_unknown_story (SaidFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (PlxPlacement) ada = make_placement (fixture->one, "Ada Quill", "Quill");
  g_autoptr (GError) error = NULL;

  ada->story = 99;
  ada->hidden = TRUE;
  g_assert_false (place (fixture, ada, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_no_number (SaidFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (PlxPlacement) ada = make_placement (fixture->one, "Ada Quill", "Quill");

  g_test_summary ("What is no number is no place, and what is far out comes nearer");

  plx_placement_move (ada, NAN, 0, TRUE);
  plx_placement_move (ada, 0, INFINITY, TRUE);
  g_assert_true (plx_placement_is_empty (ada));
  plx_placement_move (ada, -1e300, 1, FALSE);
  g_assert_true (place (fixture, ada, NULL));
  assert_placed (fixture, fixture->one, ADA " -1e+06,1\n");
}

static void
test_older_library (SaidFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (PlxPlacement) ada = make_placement (fixture->one, "Ada Quill", "Quill");

  g_test_summary ("A library of before placements is brought up to date, and its history holds");

  said_fixture_close (fixture);
  library_age (fixture->path, 5);
  said_fixture_open (fixture);
  assert_placed (fixture, fixture->one, "");
  ada->hidden = TRUE;
  g_assert_true (place (fixture, ada, NULL));
  said_fixture_undo (fixture);
  said_fixture_undo (fixture);
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
  said_fixture_redo (fixture);
  said_fixture_redo (fixture);
  said_fixture_reopen (fixture);
  assert_placed (fixture, fixture->one, ADA " hidden\n");
}

static void
test_unreadable (SaidFixture   *fixture,
                 gconstpointer  data)
{
  g_test_summary ("What cannot be read says nothing, and nothing is lost with it");

  said_fixture_close (fixture);
  fixture_exec (fixture->path,
                "INSERT INTO placement (story, entity, names, kind, x, y, pinned, hidden) VALUES"
                " (1, 'A', '{}', 'person', 1, 2, 1, 0), (1, 'B', '[]', 'smell', 1, 2, 1, 0),"
                " (1, 'C', '[1, null, \"c\"]', 'place', 9e999, 2, 1, 1),"
                " (1, 'D', '\"d\"', 'person', NULL, NULL, 1, 0);");
  said_fixture_open (fixture);
  assert_placed (fixture, fixture->one, "A () person 1,2 pinned\nC (c) place hidden\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) \
  g_test_add (path, SaidFixture, NULL, set_up, function, said_fixture_tear_down)

  ADD ("/library/placements/history", test_history);
  ADD ("/library/placements/one-for-each", test_one_for_each);
  ADD ("/library/placements/go-with-story", test_goes_with_story);
  ADD ("/library/placements/unknown-story", test_unknown_story);
  ADD ("/library/placements/no-number", test_no_number);
  ADD ("/library/placements/older-library", test_older_library);
  ADD ("/library/placements/unreadable", test_unreadable);

  return g_test_run ();
}
