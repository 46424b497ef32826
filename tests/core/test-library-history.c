/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include "library/plx-library-history.h"

/* Everything a user can see of a library, as text: what must be the same again after undo. */
static char *
describe (PlxLibrary *library)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fixture_n_stories (library); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), i);
      g_autofree char *filter = plx_filter_to_string (plx_story_get_filter (story));

      g_assert_true (fixture_load (library, story, NULL));
      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %u %u-%u %s\n",
                              plx_story_get_id (story), plx_story_get_title (story),
                              plx_story_get_n_articles (story), plx_story_get_first_day (story),
                              plx_story_get_last_day (story), filter);

      for (guint k = 0; k < plx_story_get_n_articles (story); k++)
        {
          g_autoptr (PlxArticle) article = fixture_dup_article (story, k);
          PlxDocument *document = plx_article_get_document (article);
          g_autofree char *digest = plx_document_dup_digest (document);

          g_string_append_printf (text, "  %" G_GINT64_FORMAT " %s %s %s\n",
                                  plx_article_get_id (article), plx_article_get_title (article),
                                  document->source, digest);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* As a program would see it that opens the file now. */
static char *
describe_file (const char *path)
{
  g_autoptr (PlxLibrary) library = fixture_open (path);

  return describe (library);
}

typedef void (*ChangeFunc) (PlxLibrary    *library,
                            PlxStory      *story,
                            GAsyncResult **result);

static void
change_title (PlxLibrary    *library,
              PlxStory      *story,
              GAsyncResult **result)
{
  plx_library_rename_story_async (library, story, "It’s “renamed”; \\ \n Ω", fixture_keep_cb,
                                  result);
}

static void
change_filter (PlxLibrary    *library,
               PlxStory      *story,
               GAsyncResult **result)
{
  g_autoptr (PlxFilter) filter = plx_filter_new ();

  filter->statuses = 1 << PLX_STATUS_NON_PARTY;
  filter->hidden_sources = g_strsplit ("1.txt|it's", "|", -1);
  plx_library_set_filter_async (library, story, filter, fixture_keep_cb, result);
}

static void
change_kept (PlxLibrary    *library,
             PlxStory      *story,
             GAsyncResult **result)
{
  g_autoptr (PlxArticle) article = fixture_dup_article (story, 1);
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (article));
  PlxBlockSpan *block = &g_array_index (document->blocks, PlxBlockSpan, 1);

  block->kept = FALSE;
  block->reason = PLX_CUT_USER;
  plx_library_set_document_async (library, article, document, "Cut a Paragraph", fixture_keep_cb,
                                  result);
}

static void
change_field (PlxLibrary    *library,
              PlxStory      *story,
              GAsyncResult **result)
{
  g_autoptr (PlxArticle) article = fixture_dup_article (story, 0);
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (article));

  plx_document_set_field (document, PLX_FIELD_OUTLET, "L’Écho \"du\" Nord", "user");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2014-01-02", "user");
  plx_document_set_field (document, PLX_FIELD_HEADLINE, NULL, NULL);
  plx_library_set_document_async (library, article, document, "Change the Outlet",
                                  fixture_keep_cb, result);
}

static void
change_leave (PlxLibrary    *library,
              PlxStory      *story,
              GAsyncResult **result)
{
  g_autoptr (PlxArticle) article = fixture_dup_article (story, 1);

  plx_library_leave_story_async (library, story, article, fixture_keep_cb, result);
}

static void
change_remove (PlxLibrary    *library,
               PlxStory      *story,
               GAsyncResult **result)
{
  plx_library_remove_story_async (library, story, fixture_keep_cb, result);
}

static void
change_add (PlxLibrary    *library,
            PlxStory      *story,
            GAsyncResult **result)
{
  g_autoptr (GPtrArray) documents = fixture_documents (2, 4);

  plx_library_add_async (library, story, NULL, documents, NULL, fixture_keep_cb, result);
}

static void
change_add_story (PlxLibrary    *library,
                  PlxStory      *story,
                  GAsyncResult **result)
{
  g_autoptr (GPtrArray) documents = fixture_documents (1, 3);

  plx_library_add_async (library, NULL, "Another", documents, NULL, fixture_keep_cb, result);
}

typedef struct
{
  const char *path;
  ChangeFunc  change;
  const char *label;
} HistoryCase;

static const HistoryCase cases[] = {
  { "/library/history/title", change_title, "Rename Story" },
  { "/library/history/filter", change_filter, "Change Filter" },
  { "/library/history/kept", change_kept, "Cut a Paragraph" },
  { "/library/history/metadata", change_field, "Change the Outlet" },
  { "/library/history/leave", change_leave, "Move Article to Trash" },
  { "/library/history/remove", change_remove, "Move Story to Trash" },
  { "/library/history/add", change_add, "Add 4 Articles" },
  { "/library/history/add-story", change_add_story, "Add 3 Articles" },
};

static void
assert_state (PlxLibrary *library,
              const char *path,
              const char *wanted)
{
  g_autofree char *seen = describe (library);
  g_autofree char *kept = describe_file (path);

  g_assert_cmpstr (seen, ==, wanted);
  g_assert_cmpstr (kept, ==, wanted);
}

/* Back and forth in one session, then in another one, and back again. */
static void
test_back_and_forth (gconstpointer data)
{
  const HistoryCase *test = data;
  g_autofree char *path = fixture_dup_path ("history.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 3);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autofree char *before = describe (library);
  g_autofree char *after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test->change (library, story, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
  after = describe (library);
  g_assert_cmpstr (after, !=, before);
  assert_state (library, path, after);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, test->label);
  g_assert_null (plx_library_get_redo_label (library));

  g_assert_true (fixture_undo (library, &error));
  g_assert_no_error (error);
  assert_state (library, path, before);
  g_assert_cmpstr (plx_library_get_redo_label (library), ==, test->label);

  plx_library_close (library);
  g_clear_object (&library);
  library = fixture_open (path);
  g_assert_cmpstr (plx_library_get_redo_label (library), ==, test->label);

  g_assert_true (fixture_redo (library, &error));
  g_assert_no_error (error);
  assert_state (library, path, after);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, test->label);
  g_assert_null (plx_library_get_redo_label (library));

  g_assert_true (fixture_undo (library, &error));
  assert_state (library, path, before);
  plx_library_close (library);
  fixture_check_file (path);
}

/* All kinds one after the other, to the very beginning and to the very end again. */
static void
test_all_the_way (void)
{
  g_autofree char *path = fixture_dup_path ("way.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 3);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  const guint order[] = { 0, 1, 2, 3, 6, 4, 7, 5 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (states, describe (library));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      cases[order[i]].change (library, story, &result);
      g_assert_true (fixture_finish (library, &result, &error));
      g_ptr_array_add (states, describe (library));
    }

  for (guint i = states->len - 1; i > 0; i--)
    {
      g_assert_true (fixture_undo (library, &error));
      g_assert_no_error (error);
      assert_state (library, path, g_ptr_array_index (states, i - 1));
    }

  g_assert_true (fixture_undo (library, &error));
  g_assert_cmpuint (fixture_n_stories (library), ==, 0);
  g_assert_null (plx_library_get_undo_label (library));
  g_assert_true (fixture_undo (library, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < states->len; i++)
    {
      g_assert_true (fixture_redo (library, &error));
      g_assert_no_error (error);
      assert_state (library, path, g_ptr_array_index (states, i));
    }

  g_assert_null (plx_library_get_redo_label (library));
  plx_library_close (library);
  fixture_check_file (path);
}

static void
test_new_change_drops_what_was_undone (void)
{
  g_autofree char *path = fixture_dup_path ("branch.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 1);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  change_title (library, story, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_true (fixture_undo (library, &error));
  g_assert_nonnull (plx_library_get_redo_label (library));

  change_filter (library, story, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_null (plx_library_get_redo_label (library));

  g_assert_true (fixture_redo (library, &error));
  g_assert_cmpstr (plx_story_get_title (story), ==, "A story");
  g_assert_true (fixture_undo (library, &error));
  g_assert_true (plx_filter_is_empty (plx_story_get_filter (story)));
}

static void
test_story_comes_back_as_the_same_object (void)
{
  g_autofree char *path = fixture_dup_path ("same.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 2);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = plx_story_get_id (story);

  plx_library_remove_story_async (library, story, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_null (plx_library_find_story (library, id));
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 0);

  g_assert_true (fixture_undo (library, &error));
  g_assert_true (plx_library_find_story (library, id) == story);
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plx_story_get_articles (story))),
                    ==, 2);
}

static GPtrArray *
list_history (PlxLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *changes;

  plx_library_list_history_async (library, NULL, fixture_keep_cb, &result);
  changes = plx_library_list_history_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return changes;
}

static void
travel (PlxLibrary *library,
        gint64      change,
        gboolean    after)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_travel_async (library, change, after, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
}

/* The state that the changes of the list are in: “+” as it was made, “-” undone. */
static char *
describe_history (PlxLibrary *library)
{
  g_autoptr (GPtrArray) changes = list_history (library);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = changes->len; i > 0; i--)
    g_string_append_c (text, ((PlxChange *) changes->pdata[i - 1])->undone ? '-' : '+');

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_history (PlxLibrary *library,
                const char *wanted)
{
  g_autofree char *seen = describe_history (library);

  g_assert_cmpstr (seen, ==, wanted);
}

static void
test_travelling (void)
{
  g_autofree char *path = fixture_dup_path ("travel.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 3);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) changes = NULL;
  const guint order[] = { 0, 1, 2, 6, 4, 5 };
  const PlxChange *change;

  g_test_summary ("Any place of the history is reached at once, back and forth, in this session "
                  "and on the disk");

  g_ptr_array_add (states, describe (library));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      cases[order[i]].change (library, story, &result);
      g_assert_true (fixture_finish (library, &result, NULL));
      g_ptr_array_add (states, describe (library));
    }

  changes = list_history (library);
  g_assert_cmpuint (changes->len, ==, states->len);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->label, ==, "Move Story to Trash");
  g_assert_cmpint (ABS (change->at - g_get_real_time () / G_USEC_PER_SEC), <, 60);

  /* From each place to each other one. */
  for (guint from = 0; from < states->len; from++)
    for (guint to = 0; to < states->len; to++)
      {
        travel (library, ((PlxChange *) changes->pdata[changes->len - 1 - from])->id, TRUE);
        travel (library, ((PlxChange *) changes->pdata[changes->len - 1 - to])->id, TRUE);
        assert_state (library, path, g_ptr_array_index (states, to));
      }

  travel (library, ((PlxChange *) changes->pdata[changes->len - 3])->id, FALSE);
  assert_state (library, path, g_ptr_array_index (states, 1));
  assert_history (library, "++-----");
  travel (library, ((PlxChange *) changes->pdata[changes->len - 1])->id, FALSE);
  g_assert_cmpuint (fixture_n_stories (library), ==, 0);
  assert_history (library, "-------");
  travel (library, ((PlxChange *) changes->pdata[0])->id, FALSE);
  assert_state (library, path, g_ptr_array_index (states, states->len - 2));
  assert_history (library, "++++++-");
  plx_library_close (library);
  fixture_check_file (path);
}

static void
test_travelling_is_all_or_none (void)
{
  g_autofree char *path = fixture_dup_path ("stuck.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 3);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *before = NULL;

  g_test_summary ("Where a step on the way cannot be taken, none is");

  for (guint i = 0; i < 4; i++)
    {
      cases[i].change (library, story, &result);
      g_assert_true (fixture_finish (library, &result, NULL));
    }
  before = describe (library);
  changes = list_history (library);

  fixture_exec (path, "UPDATE change_row SET before = '{\"Not a name\": 1}'"
                      " WHERE change = (SELECT min(id) + 1 FROM change)");
  plx_library_travel_async (library, ((PlxChange *) changes->pdata[4])->id, TRUE,
                            fixture_keep_cb, &result);
  g_assert_false (fixture_finish (library, &result, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  assert_state (library, path, before);
  assert_history (library, "+++++");

  g_clear_error (&error);
  plx_library_travel_async (library, 999, TRUE, fixture_keep_cb, &result);
  g_assert_false (fixture_finish (library, &result, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_back_and_forth);
  g_test_add_func ("/library/history/all-the-way", test_all_the_way);
  g_test_add_func ("/library/history/new-change-drops-what-was-undone",
                   test_new_change_drops_what_was_undone);
  g_test_add_func ("/library/history/story-comes-back-as-the-same-object",
                   test_story_comes_back_as_the_same_object);
  g_test_add_func ("/library/history/travelling", test_travelling);
  g_test_add_func ("/library/history/travelling-is-all-or-none", test_travelling_is_all_or_none);

  return g_test_run ();
}
