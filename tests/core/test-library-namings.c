/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <sqlite3.h>

#include "comparing/plx-comparing.h"
#include "language/entities/plx-namings.h"

typedef struct
{
  char       *path;
  PlxLibrary *library;
  PlxStory   *one;
  PlxStory   *two;
  guint       n_signals;
} Fixture;

static PlxDocument *
make_document (const char *source,
               const char *body)
{
  return fixture_document (source, source, "2015-06-14", body);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static PlxStory *
add_story (Fixture     *fixture,
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

static void
watch (Fixture *fixture)
{
  g_signal_connect_swapped (fixture->library, "namings-changed", G_CALLBACK (count_cb),
                            &fixture->n_signals);
}

/* Two stories that share an article, which is number 1; number 2 is the first’s alone. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n = 0;
  g_autofree char *name = g_strdup_printf ("namings-%u.sqlite", n++);
  g_autoptr (PlxDocument) shared = make_document ("shared.txt", "They met the grey mill there.");
  g_autoptr (PlxDocument) own = make_document ("own.txt", "They left the grey mill again.");
  g_autoptr (PlxStory) same = NULL;

  fixture->path = fixture_dup_path (name);
  fixture->library = fixture_open (fixture->path);
  fixture->one = add_story (fixture, NULL, "One", shared);
  same = add_story (fixture, fixture->one, NULL, own);
  fixture->two = add_story (fixture, NULL, "Two", shared);
  fixture->n_signals = 0;
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
  GPtrArray *namings;

  plx_library_list_namings_async (fixture->library, story, NULL, fixture_keep_cb, &result);
  namings = plx_library_list_namings_finish (fixture->library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return namings;
}

/* What is said in a story, or everywhere: scope, words, name, kind and country of each. */
static char *
describe (Fixture  *fixture,
          PlxStory *story)
{
  g_autoptr (GPtrArray) namings = list (fixture, story);
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

static gboolean
name_all (Fixture    *fixture,
          GPtrArray  *namings,
          GPtrArray  *to_forget,
          const char *label,
          GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_name_async (fixture->library, namings, to_forget, label, fixture_keep_cb, &result);

  return fixture_finish (fixture->library, &result, error);
}

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
name (Fixture   *fixture,
      PlxNaming *naming)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  g_autofree char *label = g_strdup_printf ("Name %s", naming->surface);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (namings, naming);
  g_assert_true (name_all (fixture, namings, NULL, label, &error));
  g_assert_no_error (error);
}

static void
forget (Fixture *fixture,
        guint    which)
{
  g_autoptr (GPtrArray) namings = list (fixture, NULL);
  g_autoptr (GPtrArray) forgotten = g_ptr_array_new ();

  g_ptr_array_add (forgotten, g_ptr_array_index (namings, which));
  g_assert_true (name_all (fixture, NULL, forgotten, "Forget", NULL));
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

static void
test_namings_kept (Fixture       *fixture,
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
  reopen (fixture);
  assert_said (fixture, NULL, "mention grey mill=Mill place [] <17:They left the : again.>, "
                              "library grey  mill=Mill");
}

static void
test_namings_history (Fixture       *fixture,
                      gconstpointer  data)
{
  PlxNaming *none = make_naming (PLX_SCOPE_STORY, 1, "grey mill", NULL);

  g_test_summary ("Each change is undone and done again, over a restart too, and is told of");

  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "grey mill", "Mill"));
  none->is_name = FALSE;
  name (fixture, none);
  assert_said (fixture, NULL, "story grey mill=none");
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  g_assert_cmpstr (plx_library_get_undo_label (fixture->library), ==, "Name grey mill");

  undo (fixture);
  assert_said (fixture, NULL, "story grey mill=Mill");
  g_assert_cmpuint (fixture->n_signals, ==, 3);
  reopen (fixture);
  undo (fixture);
  assert_said (fixture, NULL, "");
  redo (fixture);
  reopen (fixture);
  redo (fixture);
  assert_said (fixture, NULL, "story grey mill=none");
  g_assert_cmpuint (fixture->n_signals, ==, 6);

  forget (fixture, 0);
  assert_said (fixture, NULL, "");
  undo (fixture);
  assert_said (fixture, NULL, "story grey mill=none");
}

static void
test_namings_one_step (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);

  g_test_summary ("What is said together is one step, and other changes tell nothing of names");

  g_ptr_array_add (namings, make_naming (PLX_SCOPE_STORY, 1, "a", "A"));
  g_ptr_array_add (namings, make_naming (PLX_SCOPE_STORY, 1, "b", "A"));
  g_ptr_array_add (namings, make_naming (PLX_SCOPE_STORY, 1, "a", "B"));
  g_assert_true (name_all (fixture, namings, NULL, "Merge", NULL));
  assert_said (fixture, fixture->one, "story b=A, story a=B");
  undo (fixture);
  assert_said (fixture, fixture->one, "");
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  undo (fixture);
  g_assert_cmpuint (fixture->n_signals, ==, 2);
}

static void
test_namings_inherit (Fixture       *fixture,
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
  undo (fixture);
  undo (fixture);
  assert_said (fixture, NULL, "library O'Brien=Brian");
}

static void
test_namings_stories (Fixture       *fixture,
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
test_namings_go_with_story (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_test_summary ("What is said of a story goes with it, and comes back with it");

  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "a", "A"));
  name (fixture, make_naming (PLX_SCOPE_STORY, 2, "b", "B"));
  plx_library_remove_story_async (fixture->library, fixture->one, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
  assert_said (fixture, NULL, "story b=B");
  g_assert_cmpuint (fixture->n_signals, ==, 3);

  undo (fixture);
  assert_said (fixture, NULL, "story a=A, story b=B");
  redo (fixture);
  assert_said (fixture, NULL, "story b=B");
  undo (fixture);
  reopen (fixture);
  assert_said (fixture, fixture->one, "story a=A");
}

static void
test_namings_go_with_article (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (PlxDocument) document = make_document ("late.txt", "The grey mill is late.");
  g_autoptr (PlxStory) late = add_story (fixture, NULL, "Late", document);

  g_test_summary ("An article whose coming is undone takes what is said of it along");

  name (fixture, make_naming (PLX_SCOPE_ARTICLE, 3, "a", "A"));
  undo (fixture);
  undo (fixture);
  assert_said (fixture, NULL, "");
  redo (fixture);
  redo (fixture);
  assert_said (fixture, late, "article a=A");
}

static void
test_namings_unknown (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  g_autoptr (GError) error = NULL;

  g_test_summary ("Of an article that is not there nothing can be said, and nothing is");

  g_ptr_array_add (namings, make_naming (PLX_SCOPE_LIBRARY, 0, "a", "A"));
  g_ptr_array_add (namings, make_naming (PLX_SCOPE_ARTICLE, 99, "a", "A"));
  g_assert_false (name_all (fixture, namings, NULL, "Name", &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  assert_said (fixture, NULL, "");
  g_assert_cmpuint (fixture->n_signals, ==, 0);
}

static void
test_namings_other_program (Fixture       *fixture,
                            gconstpointer  data)
{
  Fixture other = { .library = fixture_open (fixture->path) };
  g_autoptr (GAsyncResult) result = NULL;

  g_test_summary ("What another program has said is told when one looks for it");

  name (&other, make_naming (PLX_SCOPE_LIBRARY, 0, "a", "A"));
  g_clear_object (&other.library);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  plx_library_refresh_async (fixture->library, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  assert_said (fixture, NULL, "library a=A");
}

/* The names in a story as it is when it is read now. */
static char *
compare (Fixture  *fixture,
         PlxStory *story)
{
  g_autoptr (GPtrArray) said = list (fixture, story);
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
test_namings_reach (Fixture       *fixture,
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
exec_sql (const char *path,
          const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_namings_older_library (Fixture       *fixture,
                            gconstpointer  data)
{
  g_test_summary ("A library of before namings is brought up to date, and its history holds");

  g_clear_object (&fixture->one);
  g_clear_object (&fixture->two);
  g_clear_object (&fixture->library);
  exec_sql (fixture->path, "DROP TABLE naming; DROP TABLE correction; DROP TABLE note;"
                          "DROP TABLE placement;" FIXTURE_FORGET_ORIGINALS "PRAGMA user_version = 3;");

  fixture->library = fixture_open (fixture->path);
  fixture->one = g_object_ref (plx_library_find_story (fixture->library, 1));
  fixture->two = g_object_ref (plx_library_find_story (fixture->library, 2));
  assert_said (fixture, NULL, "");
  name (fixture, make_naming (PLX_SCOPE_STORY, 1, "a", "A"));
  reopen (fixture);
  assert_said (fixture, fixture->one, "story a=A");

  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (fixture_n_stories (fixture->library), ==, 1);
  redo (fixture);
  redo (fixture);
  assert_said (fixture, fixture->one, "story a=A");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

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
