/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>

#include "window/plx-session-private.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_session_opens (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  PlxPassages *passages;

  g_test_summary ("An opened story is compared, and everything of it passes an empty filter");

  app_fixture_open (fixture, story);
  passages = plx_session_get_passages (fixture->session);

  g_assert_cmpuint (plx_analysis_get_n_articles (plx_session_get_analysis (fixture->session)),
                    ==, 2);
  g_assert_cmpuint (passages->n_all, >, 0);
  g_assert_cmpuint (passages->n_shown, ==, passages->n_all);
  g_assert_nonnull (plx_session_find_article (fixture->session, 1));
  g_assert_null (plx_session_find_article (fixture->session, 2));
}

static void
test_session_filters (AppFixture    *fixture,
                      gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  guint n_analyses = 0;
  gint64 id = plx_story_get_id (story);
  guint n_shown;

  g_test_summary ("A filter hides passages at once, is not compared anew, and is found again");

  app_fixture_open (fixture, story);
  g_signal_connect_swapped (fixture->session, "notify::analysis", G_CALLBACK (count_cb),
                            &n_analyses);

  filter->hidden_sources = g_strsplit ("one.txt", ",", -1);
  plx_session_set_filter (fixture->session, filter);
  n_shown = plx_session_get_passages (fixture->session)->n_shown;
  g_assert_cmpuint (n_shown, <, plx_session_get_passages (fixture->session)->n_all);
  app_fixture_wait (!plx_filter_is_empty (plx_story_get_filter (story)));
  g_assert_cmpuint (n_analyses, ==, 0);

  app_fixture_reopen (fixture);
  app_fixture_open (fixture, plx_library_find_story (fixture->library, id));
  g_assert_cmpuint (plx_session_get_passages (fixture->session)->n_shown, ==, n_shown);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  plx_library_change_finish (PLX_LIBRARY (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
set_cb (gboolean *done)
{
  *done = TRUE;
}

static void
test_session_puts_back (AppFixture    *fixture,
                        gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  gboolean undone = FALSE;
  guint n_before;

  g_test_summary ("What is put back is compared too, until that is undone");

  app_fixture_open (fixture, story);
  n_before = plx_session_get_passages (fixture->session)->n_all;

  plx_session_set_kept (fixture->session, 0, 2, TRUE);
  app_fixture_wait (plx_session_get_passages (fixture->session)->n_all == n_before + 1);

  plx_library_undo_async (fixture->library, undone_cb, &undone);
  app_fixture_wait (undone);
  app_fixture_wait (plx_session_get_passages (fixture->session)->n_all == n_before);
}

static void
test_session_sets_field (AppFixture    *fixture,
                         gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  PlxArticle *article;

  g_test_summary ("A corrected field says that it is the user's");

  app_fixture_open (fixture, story);
  article = plx_session_find_article (fixture->session, 0);
  plx_session_set_field (fixture->session, 0, PLX_FIELD_OUTLET, "The Courier");

  app_fixture_wait (plx_article_get_document (article)->fields[PLX_FIELD_OUTLET] != NULL);
  g_assert_cmpstr (plx_article_get_document (article)->fields[PLX_FIELD_OUTLET], ==,
                   "The Courier");
  g_assert_cmpstr (plx_article_get_document (article)->found[PLX_FIELD_OUTLET], ==, "user");
  app_fixture_wait (!plx_session_is_busy (fixture->session));
}

static guint
count_named (PlxSession *session,
             const char *name)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);

  for (guint i = 0; analysis != NULL && i < analysis->entities->len; i++)
    if (g_str_equal (plx_analysis_get_entity (analysis, i)->name, name))
      return plx_analysis_get_entity (analysis, i)->n_mentions;

  return 0;
}

static guint
find_named (PlxSession *session,
            const char *name)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  guint i = 0;

  while (!g_str_equal (plx_analysis_get_entity (analysis, i)->name, name))
    i++;

  return i;
}

static void
note_cb (PlxSession *session,
         const char *what,
         GPtrArray  *rules,
         char      **noted)
{
  g_set_str (noted, what);
}

static void
test_session_names (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  const gint64 id = plx_story_get_id (story);
  g_autoptr (GPtrArray) namings = NULL;
  g_autofree char *noted = NULL;
  gboolean undone = FALSE;
  PlxMendPlace place;

  g_test_summary ("What is said of a name is compared at once, told, found again, and undone");

  app_fixture_open (fixture, story);
  g_assert_cmpuint (count_named (fixture->session, "Chad"), ==, 2);
  g_assert_cmpuint (plx_session_get_namings (fixture->session)->len, ==, 0);
  g_signal_connect (fixture->session, "changed", G_CALLBACK (note_cb), &noted);

  plx_session_get_place (fixture->session, PLX_SCOPE_STORY, 0, 0, &place);
  namings = plx_mend_rename (plx_session_get_analysis (fixture->session),
                             find_named (fixture->session, "Chad"), "The host", &place);
  plx_session_name (fixture->session, namings, NULL, "Rename Chad");
  app_fixture_wait (count_named (fixture->session, "The host") == 2);
  app_fixture_wait (noted != NULL);
  g_assert_cmpstr (noted, ==, "Rename Chad");
  g_assert_cmpuint (count_named (fixture->session, "Chad"), ==, 0);
  g_assert_cmpuint (plx_session_get_namings (fixture->session)->len, ==, 1);
  app_fixture_wait (!plx_session_is_busy (fixture->session));

  app_fixture_reopen (fixture);
  app_fixture_open (fixture, plx_library_find_story (fixture->library, id));
  g_assert_cmpuint (count_named (fixture->session, "The host"), ==, 2);
  plx_library_undo_async (fixture->library, undone_cb, &undone);
  app_fixture_wait (undone);
  app_fixture_wait (count_named (fixture->session, "Chad") == 2);
  app_fixture_wait (!plx_session_is_busy (fixture->session));
}

static void
test_session_name_of_nothing (AppFixture    *fixture,
                              gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  g_autoptr (GPtrArray) namings = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  PlxNaming *naming = plx_naming_new (PLX_SCOPE_ARTICLE, "Chad");
  gboolean failed = FALSE;

  g_test_summary ("What cannot be written is said to have failed, and nothing changes");

  app_fixture_open (fixture, story);
  g_signal_connect_swapped (fixture->session, "failed", G_CALLBACK (set_cb), &failed);
  naming->article = 99;
  naming->entity = g_strdup ("The host");
  g_ptr_array_add (namings, naming);
  plx_session_name (fixture->session, namings, NULL, "Rename Chad");
  app_fixture_wait (failed);
  g_assert_cmpuint (count_named (fixture->session, "Chad"), ==, 2);
}

static void
test_session_changes_story (AppFixture    *fixture,
                            gconstpointer  data)
{
  PlxStory *one = app_fixture_add_story (fixture, "One");
  PlxStory *two = app_fixture_add_story (fixture, "Two");

  g_test_summary ("Turning to another story gives up the comparison under way");

  plx_session_set_story (fixture->session, one);
  plx_session_set_story (fixture->session, two);
  g_assert_null (plx_session_get_analysis (fixture->session));
  app_fixture_wait (plx_session_get_analysis (fixture->session) != NULL);
  g_assert_true (plx_session_get_story (fixture->session) == two);

  plx_session_set_story (fixture->session, NULL);
  g_assert_null (plx_session_get_analysis (fixture->session));
  g_assert_null (plx_session_get_passages (fixture->session));
  g_assert_false (plx_session_is_busy (fixture->session));
}

static void
test_session_stops (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");

  g_test_summary ("A comparison can be given up, and is not begun again by itself");

  plx_session_set_story (fixture->session, story);
  app_fixture_wait (plx_session_get_progress (fixture->session) != NULL);
  g_assert_cmpfloat (plx_progress_get (plx_session_get_progress (fixture->session)), <=, 1);
  plx_session_stop_comparing (fixture->session);
  g_assert_false (plx_session_is_busy (fixture->session));
  g_assert_null (plx_session_get_progress (fixture->session));

  plx_session_queue_compare (fixture->session);
  app_fixture_settle ();
  g_assert_false (plx_session_is_busy (fixture->session));
  g_assert_null (plx_session_get_analysis (fixture->session));

  plx_session_compare_again (fixture->session);
  app_fixture_wait (plx_session_get_analysis (fixture->session) != NULL);
  g_assert_null (plx_session_get_progress (fixture->session));
  g_assert_false (plx_session_is_busy (fixture->session));

  /* There is nothing to stop now. */
  plx_session_stop_comparing (fixture->session);
  g_assert_nonnull (plx_session_get_analysis (fixture->session));
}

/* The placement of an entity, by a form of its name; NULL where nothing was done with it. */
static const PlxPlacement *
find_placement (AppFixture *fixture,
                const char *name)
{
  g_autoptr (GPtrArray) found = plx_session_find_placements (fixture->session);
  PlxAnalysis *analysis = plx_session_get_analysis (fixture->session);

  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (plx_analysis_get_entity (analysis, i)->name, name))
      return g_ptr_array_index (found, i);

  return NULL;
}

static void
place_first (AppFixture *fixture,
             double      x)
{
  g_autoptr (GPtrArray) placements =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_placement_free);
  PlxPlacement *placement = plx_session_dup_placement (fixture->session, 0);

  plx_placement_move (placement, x, -1, TRUE);
  g_ptr_array_add (placements, placement);
  plx_session_place (fixture->session, placements, "Move");
}

static void
test_session_places (AppFixture    *fixture,
                     gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  const gint64 id = plx_story_get_id (story);
  g_autofree char *name = NULL;
  guint n_analyses = 0, n_placements = 0;
  gboolean undone = FALSE;

  g_test_summary ("Where a node lies is kept with the story, and taken back; nothing is compared");

  app_fixture_open (fixture, story);
  app_fixture_wait (plx_session_has_placements (fixture->session));
  name = g_strdup (plx_analysis_get_entity (plx_session_get_analysis (fixture->session), 0)->name);
  g_signal_connect_swapped (fixture->session, "notify::analysis", G_CALLBACK (count_cb),
                            &n_analyses);
  g_signal_connect_swapped (fixture->session, "placements-changed", G_CALLBACK (count_cb),
                            &n_placements);

  place_first (fixture, 2);
  app_fixture_wait (n_placements == 1);
  place_first (fixture, 3);
  app_fixture_wait (n_placements == 2);
  g_assert_cmpuint (plx_session_get_placements (fixture->session)->len, ==, 1);
  g_assert_cmpfloat (find_placement (fixture, name)->x, ==, 3);

  plx_library_undo_async (fixture->library, undone_cb, &undone);
  app_fixture_wait (undone && n_placements == 3);
  g_assert_cmpfloat (find_placement (fixture, name)->x, ==, 2);
  g_assert_cmpuint (n_analyses, ==, 0);

  app_fixture_reopen (fixture);
  app_fixture_open (fixture, plx_library_find_story (fixture->library, id));
  app_fixture_wait (plx_session_has_placements (fixture->session));
  g_assert_cmpfloat (find_placement (fixture, name)->x, ==, 2);
  g_assert_true (find_placement (fixture, name)->pinned);
}

static void
test_session_places_survive (AppFixture    *fixture,
                             gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  g_autoptr (GPtrArray) namings = NULL;
  PlxMendPlace place = { 0 };

  g_test_summary ("A node stays where it is when its entity is renamed and all is compared anew");

  app_fixture_open (fixture, story);
  place_first (fixture, 5);
  app_fixture_wait (plx_session_get_placements (fixture->session)->len == 1);

  plx_session_get_place (fixture->session, PLX_SCOPE_STORY, 0, 0, &place);
  namings = plx_mend_rename (plx_session_get_analysis (fixture->session), 0, "The Renamed",
                             &place);
  plx_session_name (fixture->session, namings, NULL, "Rename");
  app_fixture_wait (!plx_session_is_busy (fixture->session) &&
                    find_placement (fixture, "The Renamed") != NULL);
  g_assert_cmpfloat (find_placement (fixture, "The Renamed")->x, ==, 5);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/session/opens", test_session_opens);
  ADD ("/session/filters", test_session_filters);
  ADD ("/session/puts-back", test_session_puts_back);
  ADD ("/session/sets-field", test_session_sets_field);
  ADD ("/session/names", test_session_names);
  ADD ("/session/name-of-nothing", test_session_name_of_nothing);
  ADD ("/session/changes-story", test_session_changes_story);
  ADD ("/session/stops", test_session_stops);
  ADD ("/session/places", test_session_places);
  ADD ("/session/places-survive", test_session_places_survive);

  return g_test_run ();
}
