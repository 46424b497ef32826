/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <glib/gstdio.h>

static void
count_cb (gpointer data)
{
  (*(int *) data)++;
}

static void
test_empty (void)
{
  g_autofree char *path = fixture_dup_path ("empty.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);

  g_assert_cmpuint (fixture_n_stories (library), ==, 0);
  g_assert_null (plx_library_get_undo_label (library));
  g_assert_null (plx_library_get_redo_label (library));
  g_assert_null (plx_library_find_story (library, 1));

  plx_library_close (library);
  fixture_check_file (path);
  g_assert_finalize_object (g_steal_pointer (&library));
}

static void
test_story_survives_closing (void)
{
  g_autofree char *path = fixture_dup_path ("survives.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 3);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxStory) again = NULL;
  g_autoptr (GError) error = NULL;

  story = fixture_add (library, NULL, "A story", documents, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 3);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Add 3 Articles");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plx_story_get_articles (story))),
                    ==, 3);
  plx_library_close (library);
  g_clear_object (&library);

  library = fixture_open (path);
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Add 3 Articles");
  again = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_assert_cmpstr (plx_story_get_title (again), ==, "A story");
  g_assert_cmpuint (plx_story_get_n_articles (again), ==, 3);
  g_assert_cmpuint (plx_story_get_first_day (again), ==, plx_day_parse ("2015-06-01"));
  g_assert_cmpuint (plx_story_get_last_day (again), ==, plx_day_parse ("2015-06-03"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plx_story_get_articles (again))),
                    ==, 0);

  g_assert_true (fixture_load (library, again, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (PlxArticle) article = fixture_dup_article (again, i);
      g_autofree char *digest = plx_document_dup_digest (plx_article_get_document (article));
      g_autofree char *wanted = plx_document_dup_digest (g_ptr_array_index (documents, i));

      g_assert_cmpstr (digest, ==, wanted);
      g_assert_cmpstr (plx_article_get_document (article)->found[PLX_FIELD_HEADLINE], ==, "text");
    }
}

static void
test_newest_first (void)
{
  g_autofree char *path = fixture_dup_path ("newest.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (PlxStory) one = fixture_add (library, NULL, "One", none, NULL);
  g_autoptr (PlxStory) two = fixture_add (library, NULL, "Two", none, NULL);
  g_autoptr (PlxStory) first = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_autoptr (PlxStory) second = g_list_model_get_item (plx_library_get_stories (library), 1);

  g_assert_true (first == two);
  g_assert_true (second == one);
  g_assert_true (plx_library_find_story (library, plx_story_get_id (one)) == one);
}

static void
test_same_document_is_stored_once (void)
{
  g_autofree char *path = fixture_dup_path ("once.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 2);
  g_autoptr (PlxStory) one = fixture_add (library, NULL, "One", documents, NULL);
  g_autoptr (PlxStory) two = NULL;
  g_autoptr (PlxStory) same = NULL;
  g_autoptr (PlxArticle) a = fixture_dup_article (one, 1);
  g_autoptr (PlxArticle) b = NULL;
  g_autofree char *label = g_strdup (plx_library_get_undo_label (library));
  g_autoptr (GError) error = NULL;

  same = fixture_add (library, one, NULL, documents, &error);
  g_assert_no_error (error);
  g_assert_true (same == one);
  g_assert_cmpuint (plx_story_get_n_articles (one), ==, 2);

  two = fixture_add (library, NULL, "Two", documents, &error);
  g_assert_no_error (error);
  b = fixture_dup_article (two, 1);
  g_assert_true (a == b);

  /* That which changed nothing is no step of the history. */
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, label);
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpuint (fixture_n_stories (library), ==, 0);
}

static void
test_document_without_blocks (void)
{
  g_autofree char *path = fixture_dup_path ("blocks.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, plx_document_new (NULL, "text"));
  story = fixture_add (library, NULL, "Nothing", documents, &error);
  g_assert_no_error (error);

  article = fixture_dup_article (story, 0);
  g_assert_cmpuint (plx_document_get_n_blocks (plx_article_get_document (article)), ==, 0);
  g_assert_cmpstr (plx_article_get_title (article), ==, "");
  g_assert_cmpuint (plx_story_get_first_day (story), ==, 0);
}

static void
test_changes_are_precise (void)
{
  g_autofree char *path = fixture_dup_path ("precise.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 3);
  g_autoptr (GPtrArray) more = fixture_documents (3, 2);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (PlxStory) same = NULL;
  g_autoptr (PlxArticle) first = fixture_dup_article (story, 0);
  g_autoptr (PlxArticle) middle = fixture_dup_article (story, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int n_lists = 0, n_stories = 0;

  g_signal_connect_swapped (plx_story_get_articles (story), "items-changed",
                            G_CALLBACK (count_cb), &n_lists);
  g_signal_connect_swapped (plx_library_get_stories (library), "items-changed",
                            G_CALLBACK (count_cb), &n_stories);

  same = fixture_add (library, story, NULL, more, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_lists, ==, 1);

  plx_library_leave_story_async (library, story, middle, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_cmpint (n_lists, ==, 2);
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 4);

  g_assert_true (fixture_undo (library, &error));
  g_assert_cmpint (n_lists, ==, 3);
  g_assert_cmpint (n_stories, ==, 0);

  {
    g_autoptr (PlxArticle) still_first = fixture_dup_article (story, 0);
    g_autoptr (PlxArticle) back = fixture_dup_article (story, 1);

    g_assert_true (still_first == first);
    g_assert_true (back == middle);
  }
}

static void
test_cancelled_import_leaves_nothing (void)
{
  g_autofree char *path = fixture_dup_path ("cancelled.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  plx_library_add_async (library, NULL, "A story", documents, cancellable, fixture_keep_cb,
                         &result);
  story = plx_library_add_finish (library, fixture_wait (&result), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (story);
  g_assert_cmpuint (fixture_n_stories (library), ==, 0);
}

static void
test_what_is_gone_is_not_found (void)
{
  g_autofree char *path = fixture_dup_path ("gone.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 1);
  g_autoptr (PlxStory) stranger = plx_story_new (99, "Of another library");
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_load (library, stranger, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  story = fixture_add (library, stranger, NULL, documents, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  g_assert_null (story);
  g_clear_error (&error);

  plx_library_rename_story_async (library, stranger, "Ours", fixture_keep_cb, &result);
  g_assert_false (fixture_finish (library, &result, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  g_assert_null (plx_library_get_undo_label (library));
}

static void
test_closed_library_refuses (void)
{
  g_autofree char *path = fixture_dup_path ("closed.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GError) error = NULL;

  plx_library_close (library);
  plx_library_close (library);
  g_assert_false (fixture_undo (library, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);
}

static void
test_filters_do_not_flicker (void)
{
  g_autofree char *path = fixture_dup_path ("flicker.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 1);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  GAsyncResult *results[3] = { NULL };
  int n_changed = 0;

  g_signal_connect_swapped (story, "notify::filter", G_CALLBACK (count_cb), &n_changed);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PlxFilter) filter = plx_filter_new ();

      filter->statuses = i + 1;
      plx_library_set_filter_async (library, story, filter, fixture_keep_cb, &results[i]);
    }
  for (guint i = 0; i < 3; i++)
    g_assert_true (fixture_finish (library, &results[i], NULL));

  g_assert_cmpint (n_changed, ==, 1);
  g_assert_cmpuint (plx_story_get_filter (story)->statuses, ==, 3);

  /* Each of them is a step of the history nevertheless. */
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpuint (plx_story_get_filter (story)->statuses, ==, 2);
}

static PlxDocument *
with_kept (PlxArticle *article,
           guint       block,
           gboolean    kept)
{
  PlxDocument *document = plx_document_copy (plx_article_get_document (article));

  g_array_index (document->blocks, PlxBlockSpan, block).kept = kept;
  g_array_index (document->blocks, PlxBlockSpan, block).reason = kept ? PLX_CUT_NONE
                                                                      : PLX_CUT_USER;

  return document;
}

static void
test_quick_changes_are_all_kept (void)
{
  g_autofree char *path = fixture_dup_path ("quick.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 1);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (PlxArticle) article = fixture_dup_article (story, 0);
  g_autoptr (PlxDocument) cut = with_kept (article, 1, FALSE);
  g_autoptr (PlxDocument) put_back = with_kept (article, 2, TRUE);
  g_autoptr (PlxDocument) mended = plx_document_copy (plx_article_get_document (article));
  GAsyncResult *results[3] = { NULL };
  PlxDocument *seen;

  plx_document_set_field (mended, PLX_FIELD_OUTLET, "The Paper", "user");
  plx_library_set_document_async (library, article, cut, "Cut", fixture_keep_cb, &results[0]);
  plx_library_set_document_async (library, article, put_back, "Put Back", fixture_keep_cb,
                                  &results[1]);
  plx_library_set_document_async (library, article, mended, "Mend", fixture_keep_cb, &results[2]);
  for (guint i = 0; i < 3; i++)
    g_assert_true (fixture_finish (library, &results[i], NULL));

  seen = plx_article_get_document (article);
  g_assert_false (plx_document_get_block (seen, 1)->kept);
  g_assert_true (plx_document_get_block (seen, 2)->kept);
  g_assert_cmpstr (seen->fields[PLX_FIELD_OUTLET], ==, "The Paper");

  g_assert_true (fixture_undo (library, NULL));
  g_assert_true (fixture_undo (library, NULL));
  seen = plx_article_get_document (article);
  g_assert_false (plx_document_get_block (seen, 1)->kept);
  g_assert_false (plx_document_get_block (seen, 2)->kept);
  g_assert_null (seen->fields[PLX_FIELD_OUTLET]);
}

static void
refresh (PlxLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_refresh_async (library, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
}

static void
test_sees_what_others_write (void)
{
  g_autofree char *path = fixture_dup_path ("others.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxLibrary) other = NULL;
  g_autoptr (GPtrArray) documents = fixture_documents (0, 2);
  g_autoptr (GPtrArray) more = fixture_documents (2, 2);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "Ours", documents, NULL);
  g_autoptr (PlxStory) doomed = fixture_add (library, NULL, "Doomed", more, NULL);
  g_autoptr (PlxStory) added = NULL;
  g_autoptr (PlxStory) same = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  int n_changed = 0;

  other = fixture_open (path);
  same = fixture_add (other, plx_library_find_story (other, plx_story_get_id (story)), NULL, more,
                      NULL);
  added = fixture_add (other, NULL, "Theirs", more, NULL);
  plx_library_remove_story_async (other, plx_library_find_story (other, plx_story_get_id (doomed)),
                                  fixture_keep_cb, &result);
  g_assert_true (fixture_finish (other, &result, NULL));

  refresh (library);
  g_assert_cmpuint (fixture_n_stories (library), ==, 2);
  g_assert_null (plx_library_find_story (library, plx_story_get_id (doomed)));
  g_assert_nonnull (plx_library_find_story (library, plx_story_get_id (added)));
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plx_story_get_articles (story))),
                    ==, 4);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Move Story to Trash");

  g_signal_connect_swapped (plx_library_get_stories (library), "items-changed",
                            G_CALLBACK (count_cb), &n_changed);
  refresh (library);
  g_assert_cmpint (n_changed, ==, 0);

  /* What they did can be taken back here. */
  g_assert_true (fixture_undo (library, NULL));
  g_assert_true (plx_library_find_story (library, plx_story_get_id (doomed)) == doomed);
}

static void
test_default_path (void)
{
  g_autofree char *path = plx_library_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  GStatBuf info;

  g_assert_true (g_str_has_suffix (path, "parallax/library.sqlite"));
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/empty", test_empty);
  g_test_add_func ("/library/story-survives-closing", test_story_survives_closing);
  g_test_add_func ("/library/newest-first", test_newest_first);
  g_test_add_func ("/library/same-document-is-stored-once", test_same_document_is_stored_once);
  g_test_add_func ("/library/document-without-blocks", test_document_without_blocks);
  g_test_add_func ("/library/changes-are-precise", test_changes_are_precise);
  g_test_add_func ("/library/cancelled-import-leaves-nothing",
                   test_cancelled_import_leaves_nothing);
  g_test_add_func ("/library/what-is-gone-is-not-found", test_what_is_gone_is_not_found);
  g_test_add_func ("/library/closed-library-refuses", test_closed_library_refuses);
  g_test_add_func ("/library/filters-do-not-flicker", test_filters_do_not_flicker);
  g_test_add_func ("/library/quick-changes-are-all-kept", test_quick_changes_are_all_kept);
  g_test_add_func ("/library/sees-what-others-write", test_sees_what_others_write);
  g_test_add_func ("/library/default-path", test_default_path);

  return g_test_run ();
}
