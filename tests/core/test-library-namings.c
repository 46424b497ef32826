/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-ages.h"
#include "said-fixture.h"

#include "comparing/plx-comparing.h"
#include "language/entities/plx-namings.h"

static PlxDocument *
make_document (const char *source,
               const char *body)
{
  return fixture_document (source, source, "2015-06-14", body);
}

static PlxStory *
add_story (SaidFixture *fixture,
           PlxStory    *story,
           const char  *title,
           PlxDocument *document)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;
  PlxStory *added;

  g_ptr_array_add (documents, plx_document_ref (document));
  added = fixture_add (fixture->library, story, title, documents, &error);
  g_assert_no_error (error);

  return added;
}

/* Two stories that share an article, which is number 1; number 2 is the first’s alone. */
static void
set_up (SaidFixture   *fixture,
        gconstpointer  data)
{
  g_autoptr (PlxDocument) shared = make_document ("shared.txt", "They met the grey mill there.");
  g_autoptr (PlxDocument) own = make_document ("own.txt", "They left the grey mill again.");
  g_autoptr (PlxStory) same = NULL;

  said_fixture_make (fixture, "namings");
  fixture->one = add_story (fixture, NULL, "One", shared);
  same = add_story (fixture, fixture->one, NULL, own);
  fixture->two = add_story (fixture, NULL, "Two", shared);
}

/* What is said in a story, or everywhere: scope, words, name, kind and country of each. */
static char *
describe (SaidFixture *fixture,
          PlxStory    *story)
{
  g_autoptr (GPtrArray) namings = said_fixture_list (fixture, PLX_SAYING_NAMING, story);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < namings->len; i++)
    {
      const PlxNaming *naming = g_ptr_array_index (namings, i);

      g_string_append_printf (text, "%s%s %s=%s", i > 0 ? ", " : "",
                              plx_enum_to_nick (PLX_TYPE_SCOPE, naming->scope), naming->surface,
                              naming->is_name ? naming->entity : "none");
      if (naming->has_kind)
        g_string_append_printf (text, " %s", plx_enum_to_nick (PLX_TYPE_KIND, naming->kind));
      if (naming->country != NULL)
        g_string_append_printf (text, " [%s]", naming->country);
      if (naming->before != NULL)
        g_string_append_printf (text, " <%u:%s:%s>", naming->start, naming->before, naming->after);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

#define assert_said(fixture, story, expected) \
  G_STMT_START { \
    g_autofree char *described_ = describe (fixture, story); \
    g_assert_cmpstr (described_, ==, expected); \
  } G_STMT_END

static PlxNaming *
make_naming (PlxScope    scope,
             gint64      id,
             const char *surface,
             const char *entity)
{
  PlxNaming *naming = plx_naming_new (scope, surface);

  naming->article = scope == PLX_SCOPE_MENTION || scope == PLX_SCOPE_ARTICLE ? id : 0;
  naming->story = scope == PLX_SCOPE_STORY ? id : 0;
  naming->entity = g_strdup (entity);

  return naming;
}

static void
name (SaidFixture *fixture,
      PlxNaming   *naming)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  g_autofree char *label = g_strdup_printf ("Name %s", naming->surface);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (namings, naming);
  g_assert_true (said_fixture_say (fixture, PLX_SAYING_NAMING, namings, NULL, label, &error));
  g_assert_no_error (error);
}

static void
forget (SaidFixture *fixture,
        guint        which)
{
  g_autoptr (GPtrArray) namings = said_fixture_list (fixture, PLX_SAYING_NAMING, NULL);
  g_autoptr (GPtrArray) forgotten = g_ptr_array_new ();

  g_ptr_array_add (forgotten, g_ptr_array_index (namings, which));
  g_assert_true (said_fixture_say (fixture, PLX_SAYING_NAMING, NULL, forgotten, "Forget", NULL));
}

static void
test_namings_kept (SaidFixture   *fixture,
                   gconstpointer  data)
{
  PlxNaming *mention = make_naming (PLX_SCOPE_MENTION, 2, "grey mill", "Mill");

  g_test_summary ("All that is said is there again, over a restart too");

  mention->start = 17;
  mention->has_kind = TRUE;
  mention->kind = PLX_KIND_PLACE;
  mention->country = g_strdup ("");
  mention->before = g_strdup ("They left the ");
  mention->after = g_strdup (" again.");
  name (fixture, mention);
  name (fixture, make_naming (PLX_SCOPE_LIBRARY, 0, "grey  mill", "Mill"));
  said_fixture_reopen (fixture);
  assert_said (fixture, NULL, "mention grey mill=Mill place [] <17:They left the : again.>, "
                              "library grey  mill=Mill");
}

static void
test_namings_history (SaidFixture   *fixture,
                      gconstpointer  data)
{
  PlxNaming *none = make_naming (PLX_SCOPE_STORY, 1, "grey mill", NULL);

  g_test_summary ("Each change is undone and done again, over a restart too, and is told of");

  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "grey mill", "Mill"));
  none->is_name = FALSE;
  name (fixture, none);
  assert_said (fixture, NULL, "story grey mill=none");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 2);
  g_assert_cmpstr (plx_library_get_undo_label (fixture->library), ==, "Name grey mill");

  said_fixture_undo (fixture);
  assert_said (fixture, NULL, "story grey mill=Mill");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 3);
  said_fixture_reopen (fixture);
  said_fixture_undo (fixture);
  assert_said (fixture, NULL, "");
  said_fixture_redo (fixture);
  said_fixture_reopen (fixture);
  said_fixture_redo (fixture);
  assert_said (fixture, NULL, "story grey mill=none");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 6);

  forget (fixture, 0);
  assert_said (fixture, NULL, "");
  said_fixture_undo (fixture);
  assert_said (fixture, NULL, "story grey mill=none");
}

static void
test_namings_one_step (SaidFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);

  g_test_summary ("What is said together is one step, and other changes tell nothing of names");

  g_ptr_array_add (namings, make_naming (PLX_SCOPE_STORY, 1, "a", "A"));
  g_ptr_array_add (namings, make_naming (PLX_SCOPE_STORY, 1, "b", "A"));
  g_ptr_array_add (namings, make_naming (PLX_SCOPE_STORY, 1, "a", "B"));
  g_assert_true (said_fixture_say (fixture, PLX_SAYING_NAMING, namings, NULL, "Merge", NULL));
  assert_said (fixture, fixture->one, "story b=A, story a=B");
  said_fixture_undo (fixture);
  assert_said (fixture, fixture->one, "");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 2);
  said_fixture_undo (fixture);
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 2);
}

static void
test_namings_inherit (SaidFixture   *fixture,
                      gconstpointer  data)
{
  PlxNaming *kind = make_naming (PLX_SCOPE_LIBRARY, 0, "O’Brien", NULL);

  g_test_summary ("A newer one of the same words keeps what it says nothing of");

  name (fixture, make_naming (PLX_SCOPE_LIBRARY, 0, "O'Brien", "Brian"));
  kind->has_kind = TRUE;
  kind->kind = PLX_KIND_PERSON;
  kind->country = g_strdup ("IRL");
  name (fixture, kind);
  assert_said (fixture, NULL, "library O’Brien=Brian person [IRL]");

  name (fixture, make_naming (PLX_SCOPE_LIBRARY, 0, "O'Brien", "Ben"));
  assert_said (fixture, NULL, "library O'Brien=Ben person [IRL]");
  said_fixture_undo (fixture);
  said_fixture_undo (fixture);
  assert_said (fixture, NULL, "library O'Brien=Brian");
}

static void
test_namings_stories (SaidFixture   *fixture,
                      gconstpointer  data)
{
  g_test_summary ("A story has its own, those of its articles, and those of the library");

  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "a", "A"));
  name (fixture, make_naming (PLX_SCOPE_STORY, 2, "b", "B"));
  name (fixture, make_naming (PLX_SCOPE_ARTICLE, 1, "c", "C"));
  name (fixture, make_naming (PLX_SCOPE_ARTICLE, 2, "d", "D"));
  name (fixture, make_naming (PLX_SCOPE_LIBRARY, 0, "e", "E"));
  assert_said (fixture, fixture->one, "story a=A, article c=C, article d=D, library e=E");
  assert_said (fixture, fixture->two, "story b=B, article c=C, library e=E");
}

static void
test_namings_go_with_story (SaidFixture   *fixture,
                            gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_test_summary ("What is said of a story goes with it, and comes back with it");

  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "a", "A"));
  name (fixture, make_naming (PLX_SCOPE_STORY, 2, "b", "B"));
  plx_library_remove_story_async (fixture->library, fixture->one, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
  assert_said (fixture, NULL, "story b=B");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 3);

  said_fixture_undo (fixture);
  assert_said (fixture, NULL, "story a=A, story b=B");
  said_fixture_redo (fixture);
  assert_said (fixture, NULL, "story b=B");
  said_fixture_undo (fixture);
  said_fixture_reopen (fixture);
  assert_said (fixture, fixture->one, "story a=A");
}

static void
test_namings_go_with_article (SaidFixture   *fixture,
                              gconstpointer  data)
{
  g_autoptr (PlxDocument) document = make_document ("late.txt", "The grey mill is late.");
  g_autoptr (PlxStory) late = add_story (fixture, NULL, "Late", document);

  g_test_summary ("An article whose coming is undone takes what is said of it along");

  name (fixture, make_naming (PLX_SCOPE_ARTICLE, 3, "a", "A"));
  said_fixture_undo (fixture);
  said_fixture_undo (fixture);
  assert_said (fixture, NULL, "");
  said_fixture_redo (fixture);
  said_fixture_redo (fixture);
  assert_said (fixture, late, "article a=A");
}

static void
test_namings_unknown (SaidFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  g_autoptr (GError) error = NULL;

  g_test_summary ("Of an article that is not there nothing can be said, and nothing is");

  g_ptr_array_add (namings, make_naming (PLX_SCOPE_LIBRARY, 0, "a", "A"));
  g_ptr_array_add (namings, make_naming (PLX_SCOPE_ARTICLE, 99, "a", "A"));
  g_assert_false (said_fixture_say (fixture, PLX_SAYING_NAMING, namings, NULL, "Name", &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  assert_said (fixture, NULL, "");
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 0);
}

static void
test_namings_other_program (SaidFixture   *fixture,
                            gconstpointer  data)
{
  SaidFixture other = { .library = fixture_open (fixture->path) };
  g_autoptr (GAsyncResult) result = NULL;

  g_test_summary ("What another program has said is told when one looks for it");

  name (&other, make_naming (PLX_SCOPE_LIBRARY, 0, "a", "A"));
  g_clear_object (&other.library);
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 0);
  plx_library_refresh_async (fixture->library, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
  g_assert_cmpuint (fixture->n_changed[PLX_SAYING_NAMING], ==, 1);
  assert_said (fixture, NULL, "library a=A");
}

/* The names in a story as it is when it is read now. */
static char *
compare (SaidFixture *fixture,
         PlxStory    *story)
{
  g_autoptr (GPtrArray) said = said_fixture_list (fixture, PLX_SAYING_NAMING, story);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PlxNamings) namings = NULL;
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (fixture_load (fixture->library, story, NULL));
  for (guint i = 0; i < plx_story_get_n_articles (story); i++)
    {
      g_autoptr (PlxArticle) article = fixture_dup_article (story, i);
      const gint64 id = plx_article_get_id (article);

      g_ptr_array_add (documents, plx_article_get_document (article));
      g_array_append_val (ids, id);
    }

  namings = plx_namings_new (said, (gint64 *) ids->data, ids->len, plx_story_get_id (story));
  analysis = plx_comparing_analyse (documents, namings, NULL, PLX_AS_OF_ARTICLE, 0, NULL, NULL);
  for (guint i = 0; i < analysis->entities->len; i++)
    g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "",
                            plx_analysis_get_entity (analysis, i)->name,
                            plx_analysis_get_entity (analysis, i)->n_mentions);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_namings_reach (SaidFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (PlxDocument) document = make_document ("late.txt", "The grey mill is late.");
  g_autoptr (PlxStory) late = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;

  g_test_summary ("What is said in a story stays in it, also of an article that another has, and "
                  "what is said in the library is true of what comes in later");

  name (fixture, make_naming (PLX_SCOPE_LIBRARY, 0, "grey mill", "Of the library"));
  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "grey mill", "Of the story"));
  one = compare (fixture, fixture->one);
  two = compare (fixture, fixture->two);
  g_assert_cmpstr (one, ==, "Of the story 2");
  g_assert_cmpstr (two, ==, "Of the library 1");

  late = add_story (fixture, NULL, "Late", document);
  three = compare (fixture, late);
  g_assert_cmpstr (three, ==, "Of the library 1");
}

static void
test_namings_older_library (SaidFixture   *fixture,
                            gconstpointer  data)
{
  g_test_summary ("A library of before namings is brought up to date, and its history holds");

  said_fixture_close (fixture);
  library_age (fixture->path, 3);
  said_fixture_open (fixture);
  assert_said (fixture, NULL, "");
  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "a", "A"));
  said_fixture_reopen (fixture);
  assert_said (fixture, fixture->one, "story a=A");

  said_fixture_undo (fixture);
  said_fixture_undo (fixture);
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
  said_fixture_redo (fixture);
  said_fixture_redo (fixture);
  assert_said (fixture, fixture->one, "story a=A");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) \
  g_test_add (path, SaidFixture, NULL, set_up, function, said_fixture_tear_down)

  ADD ("/library/namings/kept", test_namings_kept);
  ADD ("/library/namings/history", test_namings_history);
  ADD ("/library/namings/one-step", test_namings_one_step);
  ADD ("/library/namings/inherit", test_namings_inherit);
  ADD ("/library/namings/stories", test_namings_stories);
  ADD ("/library/namings/go-with-story", test_namings_go_with_story);
  ADD ("/library/namings/go-with-article", test_namings_go_with_article);
  ADD ("/library/namings/unknown", test_namings_unknown);
  ADD ("/library/namings/other-program", test_namings_other_program);
  ADD ("/library/namings/reach", test_namings_reach);
  ADD ("/library/namings/older-library", test_namings_older_library);

  return g_test_run ();
}
