/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include "library/plx-library-articles.h"
#include "library/plx-library-tags.h"

static PlxLibrary *
open_filled (const char  *name,
             PlxStory   **story)
{
  static const struct
  {
    const char *source;
    const char *headline;
    const char *outlet;
    const char *published;
  } rows[] = {
    { "1.txt", "beta of the harbour", "Écho", "2020-01-02" },
    { "2.txt", "Alpha and the gull", "Echo", "2021-05-06" },
    { "3.txt", NULL, NULL, NULL },
    { "4.txt", "Gamma", "Zephyr", "2019-01-01" },
  };
  g_autofree char *path = fixture_dup_path (name);
  PlxLibrary *library = fixture_open (path);
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PlxDocument *document = fixture_document (rows[i].source, rows[i].headline,
                                                rows[i].published, "Nothing of note.");

      plx_document_set_field (document, PLX_FIELD_OUTLET, rows[i].outlet,
                              rows[i].outlet != NULL ? "text" : NULL);
      g_ptr_array_add (documents, document);
    }
  *story = fixture_add (library, NULL, "All of them", documents, &error);
  g_assert_no_error (error);

  return library;
}

static GArray *
list_ids (PlxLibrary      *library,
          PlxArticleOrder  order,
          const char      *tag)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *ids;

  plx_library_list_ids_async (library, order, tag, NULL, fixture_keep_cb, &result);
  ids = plx_library_list_ids_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return ids;
}

static GPtrArray *
read_lines (PlxLibrary *library,
            GArray     *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *lines;

  plx_library_read_lines_async (library, ids, NULL, fixture_keep_cb, &result);
  lines = plx_library_read_lines_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return lines;
}

static void
assert_order (PlxLibrary      *library,
              PlxArticleOrder  order,
              const char      *tag,
              const char      *wanted)
{
  g_autoptr (GArray) ids = list_ids (library, order, tag);
  g_autoptr (GPtrArray) lines = read_lines (library, ids);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const PlxArticleLine *line = g_ptr_array_index (lines, i);

      g_string_append_c (seen, g_ascii_tolower (line->title[0]));
    }

  g_assert_cmpstr (seen->str, ==, wanted);
}

static void
test_orders (void)
{
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxLibrary) library = open_filled ("orders.sqlite", &story);

  g_test_summary ("All articles are listed in each order, what is missing last");

  assert_order (library, PLX_ARTICLE_ORDER_NEWEST, NULL, "abg3");
  assert_order (library, PLX_ARTICLE_ORDER_OLDEST, NULL, "gba3");
  assert_order (library, PLX_ARTICLE_ORDER_HEADLINE, NULL, "3abg");
  assert_order (library, PLX_ARTICLE_ORDER_ADDED, NULL, "g3ab");
}

static void
test_lines (void)
{
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxLibrary) library = open_filled ("lines.sqlite", &story);
  g_autoptr (GArray) ids = list_ids (library, PLX_ARTICLE_ORDER_NEWEST, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  const PlxArticleLine *line;
  gint64 none = 12345;

  g_test_summary ("A line tells what is known, and of what there is not, nothing");

  g_array_append_val (ids, none);
  lines = read_lines (library, ids);
  g_assert_cmpuint (lines->len, ==, 5);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->title, ==, "Alpha and the gull");
  g_assert_cmpstr (line->outlet, ==, "Echo");
  g_assert_cmpuint (line->n_stories, ==, 1);
  g_assert_cmpint (line->story, ==, plx_story_get_id (story));
  g_assert_cmpint (ABS (line->added - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_nonnull (line->tags);
  line = g_ptr_array_index (lines, 3);
  g_assert_cmpstr (line->title, ==, "3.txt");
  g_assert_null (line->outlet);
  g_assert_cmpuint (line->day, ==, 0);
  line = g_ptr_array_index (lines, 4);
  g_assert_cmpint (line->id, ==, none);
  g_assert_cmpstr (line->title, ==, "");
}

static void
test_gathering (void)
{
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxLibrary) library = open_filled ("gather.sqlite", &story);
  g_autoptr (GArray) ids = list_ids (library, PLX_ARTICLE_ORDER_NEWEST, NULL);
  g_autoptr (PlxStory) made = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A story is made of some articles; one that it has already it has once");

  g_array_set_size (ids, 2);
  plx_library_gather_async (library, NULL, "Gathered", ids, fixture_keep_cb, &result);
  made = plx_library_add_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plx_story_get_title (made), ==, "Gathered");
  g_assert_cmpuint (plx_story_get_n_articles (made), ==, 2);
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 4);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Make a Story of 2 Articles");

  g_clear_object (&result);
  plx_library_gather_async (library, story, NULL, ids, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, NULL));
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 4);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Make a Story of 2 Articles");
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);
}

static void
test_loose (void)
{
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxLibrary) library = open_filled ("loose.sqlite", &story);
  g_autoptr (GArray) ids = list_ids (library, PLX_ARTICLE_ORDER_NEWEST, NULL);
  g_autoptr (PlxStory) loose = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = NULL;

  g_test_summary ("One article can be read by itself, and nothing is changed by that");

  plx_library_load_loose_async (library, g_array_index (ids, gint64, 0), NULL, fixture_keep_cb,
                                &result);
  loose = plx_library_load_loose_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (plx_story_get_id (loose), ==, 0);
  g_assert_cmpstr (plx_story_get_title (loose), ==, "Alpha and the gull");
  article = fixture_dup_article (loose, 0);
  g_assert_cmpint (plx_article_get_id (article), ==, g_array_index (ids, gint64, 0));
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);

  g_clear_object (&result);
  plx_library_load_loose_async (library, 777, NULL, fixture_keep_cb, &result);
  g_assert_null (plx_library_load_loose_finish (library, fixture_wait (&result), &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
}

static char *
join_tags (PlxLibrary *library,
           PlxTagged   tagged,
           gint64      id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tags = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  plx_library_list_tags_async (library, tagged, id != 0 ? ids : NULL, NULL, fixture_keep_cb,
                               &result);
  tags = plx_library_list_tags_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return g_strjoinv ("|", tags);
}

static void
assert_tags (PlxLibrary *library,
             PlxTagged   tagged,
             gint64      id,
             const char *wanted)
{
  g_autofree char *seen = join_tags (library, tagged, id);

  g_assert_cmpstr (seen, ==, wanted);
}

static void
tag (PlxLibrary *library,
     PlxTagged   tagged,
     GArray     *ids,
     const char *name,
     gboolean    add)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_tag_async (library, tagged, ids, name, add, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
}

static void
test_tags (void)
{
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxLibrary) library = open_filled ("tags.sqlite", &story);
  g_autoptr (GArray) ids = list_ids (library, PLX_ARTICLE_ORDER_NEWEST, NULL);
  g_autoptr (GArray) stories = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 first = g_array_index (ids, gint64, 0);
  const gint64 id = plx_story_get_id (story);

  g_test_summary ("Articles and stories are tagged, in any way of writing it once; the list of "
                  "all articles is filtered by it, and it can be undone");

  g_array_append_val (stories, id);
  g_array_set_size (ids, 2);
  tag (library, PLX_TAGGED_ARTICLE, ids, " To check ", TRUE);
  tag (library, PLX_TAGGED_STORY, stories, "to  CHECK", TRUE);
  tag (library, PLX_TAGGED_STORY, stories, "archive", TRUE);
  assert_tags (library, PLX_TAGGED_ARTICLE, first, "To check");
  assert_tags (library, PLX_TAGGED_STORY, id, "archive|To check");
  assert_tags (library, PLX_TAGGED_ARTICLE, 0, "archive|To check");
  assert_order (library, PLX_ARTICLE_ORDER_NEWEST, "TO CHECK", "ab");
  assert_order (library, PLX_ARTICLE_ORDER_HEADLINE, "nothing so", "");

  g_array_set_size (ids, 1);
  tag (library, PLX_TAGGED_ARTICLE, ids, "to check", FALSE);
  assert_tags (library, PLX_TAGGED_ARTICLE, first, "");
  assert_order (library, PLX_ARTICLE_ORDER_NEWEST, "To check", "b");
  tag (library, PLX_TAGGED_STORY, stories, "archive", FALSE);
  assert_tags (library, PLX_TAGGED_ARTICLE, 0, "To check");

  for (guint i = 0; i < 5; i++)
    g_assert_true (fixture_undo (library, NULL));
  assert_tags (library, PLX_TAGGED_ARTICLE, 0, "");
  for (guint i = 0; i < 3; i++)
    g_assert_true (fixture_redo (library, NULL));
  assert_tags (library, PLX_TAGGED_STORY, id, "archive|To check");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/articles/orders", test_orders);
  g_test_add_func ("/library/articles/lines", test_lines);
  g_test_add_func ("/library/articles/gathering", test_gathering);
  g_test_add_func ("/library/articles/loose", test_loose);
  g_test_add_func ("/library/articles/tags", test_tags);

  return g_test_run ();
}
