/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <sqlite3.h>

#include "library/plx-library-articles.h"
#include "library/plx-library-history.h"
#include "library/plx-library-trash.h"

typedef struct
{
  char       *path;
  PlxLibrary *library;
  PlxStory   *first;   /* articles 0, 1 and 2 */
  PlxStory   *second;  /* articles 2 and 3 */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) three = fixture_documents (0, 3);
  g_autoptr (GPtrArray) two = fixture_documents (2, 2);

  self->path = fixture_dup_path ("trash.sqlite");
  self->library = fixture_open (self->path);
  self->first = fixture_add (self->library, NULL, "First", three, NULL);
  self->second = fixture_add (self->library, NULL, "Second", two, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->first);
  g_object_unref (self->second);
  plx_library_close (self->library);
  g_object_unref (self->library);
  fixture_check_file (self->path);
  g_free (self->path);
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return n;
}

static guint
get_count (Fixture    *self,
           const char *property)
{
  guint n;

  g_object_get (self->library, property, &n, NULL);

  return n;
}

static GPtrArray *
list_trash (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  plx_library_list_trash_async (self->library, NULL, fixture_keep_cb, &result);
  items = plx_library_list_trash_finish (self->library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return items;
}

static void
trash_story (Fixture  *self,
             PlxStory *story)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_remove_story_async (self->library, story, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (self->library, &result, &error));
  g_assert_no_error (error);
}

static guint
leave (Fixture  *self,
       PlxStory *story,
       guint     place)
{
  g_autoptr (PlxArticle) article = fixture_dup_article (story, place);
  g_autoptr (GAsyncResult) result = NULL;
  guint n;

  plx_library_leave_story_async (self->library, story, article, fixture_keep_cb, &result);
  g_assert_true (plx_library_change_finish (self->library, fixture_wait (&result), NULL));
  n = plx_library_get_n_moved (self->library, result);

  return n;
}

static GArray *
one_id (gint64 id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);

  return ids;
}

static void
restore (Fixture *self,
         gint64   story,
         gint64   article)
{
  g_autoptr (GArray) stories = story != 0 ? one_id (story) : NULL;
  g_autoptr (GArray) articles = article != 0 ? one_id (article) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_untrash_async (self->library, stories, articles, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (self->library, &result, &error));
  g_assert_no_error (error);
}

static void
purge (Fixture *self,
       GArray  *stories,
       GArray  *articles)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_purge_async (self->library, stories, articles, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (self->library, &result, &error));
  g_assert_no_error (error);
}

static PlxPurge *
weigh (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlxPurge *weighed;

  plx_library_weigh_purge_async (self->library, NULL, NULL, NULL, fixture_keep_cb, &result);
  weighed = plx_library_weigh_purge_finish (self->library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return weighed;
}

static guint
n_found (Fixture    *self,
         const char *words)
{
  g_autoptr (GPtrArray) hits = fixture_search (self->library, words, NULL);

  return hits->len;
}

static guint
n_listed (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;

  plx_library_list_ids_async (self->library, PLX_ARTICLE_ORDER_NEWEST, NULL, NULL,
                              fixture_keep_cb, &result);
  ids = plx_library_list_ids_finish (self->library, fixture_wait (&result), NULL);

  return ids->len;
}

static void
test_story_goes_with_its_articles (Fixture       *self,
                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) trash = NULL;
  const PlxTrashed *item;
  const gint64 id = plx_story_get_id (self->first);

  g_test_summary ("A story goes to the trash with the articles that no other story has, and comes "
                  "back as it was");

  g_assert_cmpuint (get_count (self, "n-articles"), ==, 4);
  trash_story (self, self->first);
  g_assert_null (plx_library_find_story (self->library, id));
  g_assert_cmpuint (get_count (self, "n-articles"), ==, 2);
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 1);
  g_assert_cmpuint (n_listed (self), ==, 2);
  g_assert_cmpuint (n_found (self, "number"), ==, 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM article"), ==, 4);

  trash = list_trash (self);
  g_assert_cmpuint (trash->len, ==, 1);
  item = g_ptr_array_index (trash, 0);
  g_assert_cmpint (item->story, ==, id);
  g_assert_cmpstr (item->title, ==, "First");
  g_assert_cmpuint (item->n_articles, ==, 3);
  g_assert_cmpint (ABS (item->at - g_get_real_time () / G_USEC_PER_SEC), <, 60);

  restore (self, id, 0);
  g_assert_true (plx_library_find_story (self->library, id) == self->first);
  g_assert_cmpuint (plx_story_get_n_articles (self->first), ==, 3);
  g_assert_true (fixture_load (self->library, self->first, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (plx_story_get_articles (self->first))), ==, 3);
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 0);
  g_assert_cmpuint (n_found (self, "number"), ==, 4);

  g_assert_true (fixture_undo (self->library, NULL));
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 1);
  g_assert_true (fixture_undo (self->library, NULL));
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 0);
  g_assert_cmpuint (get_count (self, "n-articles"), ==, 4);
}

static void
test_article_leaves_its_last_story (Fixture       *self,
                                    gconstpointer  data)
{
  g_autoptr (GPtrArray) trash = NULL;
  const PlxTrashed *item;

  g_test_summary ("Out of one of two stories an article only leaves; out of the last it goes to "
                  "the trash, and comes back to its place");

  g_assert_cmpuint (leave (self, self->first, 2), ==, 0);
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 0);
  g_assert_cmpuint (plx_story_get_n_articles (self->first), ==, 2);
  g_assert_cmpuint (plx_story_get_n_articles (self->second), ==, 2);

  g_assert_cmpuint (leave (self, self->first, 0), ==, 1);
  g_assert_cmpstr (plx_library_get_undo_label (self->library), ==, "Move Article to Trash");
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 1);
  g_assert_cmpuint (plx_story_get_n_articles (self->first), ==, 1);

  trash = list_trash (self);
  item = g_ptr_array_index (trash, 0);
  g_assert_cmpint (item->story, ==, 0);
  g_assert_cmpstr (item->title, ==, "Headline 0");
  g_assert_cmpstr (item->from, ==, "First");

  restore (self, 0, item->article);
  g_assert_cmpuint (plx_story_get_n_articles (self->first), ==, 2);
  {
    g_autoptr (PlxArticle) article = fixture_dup_article (self->first, 0);

    g_assert_cmpstr (plx_article_get_title (article), ==, "Headline 0");
  }
}

static void
test_what_was_thrown_away_by_itself (Fixture       *self,
                                     gconstpointer  data)
{
  g_test_summary ("A story that comes back brings none that was thrown away by itself; an article "
                  "of two stories comes back with either");

  leave (self, self->first, 0);
  trash_story (self, self->first);
  trash_story (self, self->second);
  g_assert_cmpuint (get_count (self, "n-articles"), ==, 0);
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 3);

  restore (self, plx_story_get_id (self->first), 0);
  g_assert_cmpuint (plx_story_get_n_articles (self->first), ==, 2);
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 2);
}

static void
test_what_comes_in_again (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) documents = fixture_documents (0, 2);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlxStory) story = NULL;

  g_test_summary ("An article that comes in again comes out of the trash, and that is told");

  trash_story (self, self->first);
  plx_library_add_async (self->library, NULL, "Again", documents, NULL, fixture_keep_cb, &result);
  story = plx_library_add_finish (self->library, fixture_wait (&result), NULL);
  g_assert_cmpuint (plx_library_get_n_moved (self->library, result), ==, 2);
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM article"), ==, 4);
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 1);
  g_assert_cmpuint (get_count (self, "n-articles"), ==, 4);
}

static void
test_emptying (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (PlxPurge) weighed = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_test_summary ("Emptying deletes what is in the trash and no more, and forgets the history that "
                  "speaks of it; what was done later can still be undone");

  trash_story (self, self->first);
  plx_library_rename_story_async (self->library, self->second, "Kept", fixture_keep_cb, &result);
  g_assert_true (fixture_finish (self->library, &result, NULL));

  weighed = weigh (self);
  g_assert_cmpuint (weighed->n_stories, ==, 1);
  g_assert_cmpuint (weighed->n_articles, ==, 2);
  g_assert_cmpuint (weighed->n_changes, ==, 3);
  g_assert_cmpstr (weighed->label, ==, "Move Story to Trash");
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 1);

  purge (self, NULL, NULL);
  g_assert_cmpuint (get_count (self, "n-trashed"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM article"), ==, 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM story"), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM change"), ==, 1);

  g_assert_cmpstr (plx_library_get_undo_label (self->library), ==, "Rename Story");
  g_assert_true (fixture_undo (self->library, NULL));
  g_assert_cmpstr (plx_story_get_title (self->second), ==, "Second");
  g_assert_null (plx_library_get_undo_label (self->library));
  g_assert_true (fixture_redo (self->library, NULL));
  g_assert_cmpstr (plx_story_get_title (self->second), ==, "Kept");
}

static void
test_deleting_one (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GArray) stories = one_id (plx_story_get_id (self->first));
  g_autoptr (GArray) kept = one_id (plx_story_get_id (self->second));

  g_test_summary ("One story is deleted for ever; an article that another one in the trash has "
                  "waits for that, and what is not in the trash is left alone");

  trash_story (self, self->first);
  trash_story (self, self->second);
  purge (self, stories, NULL);
  g_assert_cmpint (count (self, "SELECT count(*) FROM article"), ==, 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM change"), ==, 1);

  g_assert_true (fixture_undo (self->library, NULL));
  g_assert_cmpuint (plx_story_get_n_articles (self->second), ==, 2);
  purge (self, kept, NULL);
  g_assert_cmpint (count (self, "SELECT count(*) FROM story"), ==, 1);
  g_assert_cmpuint (plx_story_get_n_articles (self->second), ==, 2);
}

static void
test_undone_before_emptying (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("What was undone and speaks of what is deleted cannot be redone by halves");

  leave (self, self->first, 0);
  plx_library_rename_story_async (self->library, self->first, "Changed", fixture_keep_cb,
                                  &result);
  g_assert_true (fixture_finish (self->library, &result, NULL));
  g_assert_true (fixture_undo (self->library, NULL));
  g_assert_nonnull (plx_library_get_redo_label (self->library));

  purge (self, NULL, NULL);
  g_assert_null (plx_library_get_redo_label (self->library));
  g_assert_true (fixture_redo (self->library, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_undo (self->library, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (self, "SELECT count(*) FROM article"), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/library/trash/story-goes-with-its-articles", test_story_goes_with_its_articles);
  ADD ("/library/trash/article-leaves-its-last-story", test_article_leaves_its_last_story);
  ADD ("/library/trash/what-was-thrown-away-by-itself", test_what_was_thrown_away_by_itself);
  ADD ("/library/trash/what-comes-in-again", test_what_comes_in_again);
  ADD ("/library/trash/emptying", test_emptying);
  ADD ("/library/trash/deleting-one", test_deleting_one);
  ADD ("/library/trash/undone-before-emptying", test_undone_before_emptying);

  return g_test_run ();
}
