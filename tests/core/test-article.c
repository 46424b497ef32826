/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-article.h"
#include "model/plx-source-names.h"
#include "model/plx-story.h"

static void
count_cb (gpointer data)
{
  (*(int *) data)++;
}

static void
test_article_notifies_what_changed (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  g_autoptr (PlxDocument) other = NULL;
  g_autoptr (PlxArticle) article = NULL;
  int documents = 0, titles = 0, outlets = 0;

  plx_document_set_field (document, PLX_FIELD_HEADLINE, "A headline", "text");
  other = plx_document_copy (document);
  plx_document_set_field (other, PLX_FIELD_OUTLET, "The Paper", "user");

  article = plx_article_new (7, document);
  g_assert_cmpint (plx_article_get_id (article), ==, 7);
  g_assert_cmpstr (plx_article_get_title (article), ==, "A headline");

  g_signal_connect_swapped (article, "notify::document", G_CALLBACK (count_cb), &documents);
  g_signal_connect_swapped (article, "notify::title", G_CALLBACK (count_cb), &titles);
  g_signal_connect_swapped (article, "notify::outlet", G_CALLBACK (count_cb), &outlets);

  plx_article_set_document (article, document);
  g_assert_cmpint (documents, ==, 0);

  plx_article_set_document (article, other);
  g_assert_cmpint (documents, ==, 1);
  g_assert_cmpint (titles, ==, 0);
  g_assert_cmpint (outlets, ==, 1);

  g_assert_finalize_object (g_steal_pointer (&article));
}

static void
test_article_source_is_the_best_known (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  g_autofree char *file = plx_document_dup_source (document);
  g_autofree char *headline = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *host = NULL;
  g_autofree char *outlet = NULL;

  g_assert_cmpstr (file, ==, "");

  plx_document_set_field (document, PLX_FIELD_HEADLINE, "Ferry runs aground", "meta");
  headline = plx_document_dup_source (document);
  g_assert_cmpstr (headline, ==, "Ferry runs aground");

  plx_document_set_field (document, PLX_FIELD_HEADLINE,
                          "Ferry of the northern line runs aground before the harbour", "meta");
  longer = plx_document_dup_source (document);
  g_assert_cmpstr (longer, ==, "Ferry of the northern line runs…");

  plx_document_set_field (document, PLX_FIELD_ADDRESS, "https://www.example.org/news/1", "meta");
  host = plx_document_dup_source (document);
  g_assert_cmpstr (host, ==, "example.org");

  plx_document_set_field (document, PLX_FIELD_OUTLET, "The Example", "meta");
  outlet = plx_document_dup_source (document);
  g_assert_cmpstr (outlet, ==, "The Example");
}

static void
test_story_properties (void)
{
  g_autoptr (PlxStory) story = plx_story_new (3, "A story");
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  int titles = 0, filters = 0, counts = 0, firsts = 0, lasts = 0;

  g_assert_true (plx_filter_is_empty (plx_story_get_filter (story)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plx_story_get_articles (story))),
                    ==, 0);

  g_signal_connect_swapped (story, "notify::title", G_CALLBACK (count_cb), &titles);
  g_signal_connect_swapped (story, "notify::filter", G_CALLBACK (count_cb), &filters);
  g_signal_connect_swapped (story, "notify::n-articles", G_CALLBACK (count_cb), &counts);
  g_signal_connect_swapped (story, "notify::first-day", G_CALLBACK (count_cb), &firsts);
  g_signal_connect_swapped (story, "notify::last-day", G_CALLBACK (count_cb), &lasts);

  plx_story_set_title (story, "A story");
  plx_story_set_title (story, "Another story");
  g_assert_cmpint (titles, ==, 1);

  plx_story_set_filter (story, filter);
  plx_story_set_filter (story, filter);
  g_assert_cmpint (filters, ==, 1);

  plx_story_set_extent (story, 2, 100, 101);
  plx_story_set_extent (story, 2, 100, 102);
  g_assert_cmpint (counts, ==, 1);
  g_assert_cmpint (firsts, ==, 1);
  g_assert_cmpint (lasts, ==, 2);
  g_assert_cmpuint (plx_story_get_last_day (story), ==, 102);

  g_assert_finalize_object (g_steal_pointer (&story));
}

static PlxDocument *
named_document (const char *file,
                PlxField    field,
                const char *value)
{
  PlxDocument *document = plx_document_new (file, "text");

  if (value != NULL)
    plx_document_set_field (document, field, value, "meta");

  return document;
}

static void
test_source_names_tell_apart (void)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_auto (GStrv) names = NULL;
  g_autofree char *all = NULL;

  g_ptr_array_add (documents, named_document ("1.txt", PLX_FIELD_OUTLET, "The Ledger"));
  g_ptr_array_add (documents, named_document ("001_5fcaaa20e.txt", PLX_FIELD_HEADLINE, NULL));
  g_ptr_array_add (documents, named_document ("harbour-news.txt", PLX_FIELD_HEADLINE, NULL));
  g_ptr_array_add (documents, named_document ("2.txt", PLX_FIELD_OUTLET, "The Ledger"));
  g_ptr_array_add (documents, named_document ("3.txt", PLX_FIELD_AUTHOR, "Ada Lind"));
  names = plx_source_names_new (documents);
  all = g_strjoinv (" | ", names);

  g_assert_cmpstr (all, ==,
                   "The Ledger (1) | Source 2 | harbour-news | The Ledger (2) | Ada Lind");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/article/notifies-what-changed", test_article_notifies_what_changed);
  g_test_add_func ("/article/source-is-the-best-known", test_article_source_is_the_best_known);
  g_test_add_func ("/article/source-names/tell-apart", test_source_names_tell_apart);
  g_test_add_func ("/story/properties", test_story_properties);

  return g_test_run ();
}
