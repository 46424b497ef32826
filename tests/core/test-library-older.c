/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-ages.h"

#include "library/plx-db.h"
#include "model/plx-provenance.h"

/* How many changes make_library() makes. */
#define N_CHANGES 5

typedef struct
{
  guint version;
  guint n_undone; /* of the changes, when the release that we know nothing of was closed */
} AgeCase;

static void
set_document (PlxLibrary  *library,
              PlxArticle  *article,
              PlxDocument *document,
              const char  *label)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_set_document_async (library, article, document, label, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
}

static void
add_first_articles (PlxLibrary *library)
{
  static const char page[] = "The ferry to Lunde\n\nThe ferry to Lunde sank on Sunday.\n";
  g_autoptr (GPtrArray) documents = fixture_documents (0, 2);
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (PlxProvenance) provenance = plx_provenance_new_for_bytes (bytes, FALSE);
  PlxDocument *document = fixture_document ("ferry.txt", "The ferry to Lunde", "2019-03-02",
                                            "The ferry to Lunde sank on Sunday.");
  g_autoptr (PlxStory) story = NULL;

  plx_document_set_provenance (document, provenance);
  plx_document_set_field (document, PLX_FIELD_OUTLET, "The Lunde Post", "text");
  g_ptr_array_add (documents, document);
  g_ptr_array_add (documents, fixture_document ("zh.txt", "渡轮沉没", "2019-03-02",
                                                "开往伦德的渡轮周日沉没。"));
  story = fixture_add (library, NULL, "Ferries", documents, NULL);
  g_assert_nonnull (story);
}

/* A library whose changes touch all that was kept otherwise before. */
static void
make_library (const char *path,
              guint       n_undone)
{
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (PlxDocument) cut = NULL;
  g_autoptr (PlxDocument) told = NULL;
  g_autoptr (PlxDocument) longer = NULL;

  add_first_articles (library);
  story = g_object_ref (plx_library_find_story (library, 1));
  article = fixture_dup_article (story, 2);

  cut = plx_document_copy (plx_article_get_document (article));
  plx_document_decide (cut, 2, PLX_DECIDER_USER, TRUE);
  set_document (library, article, cut, "Keep");

  told = plx_document_copy (plx_article_get_document (article));
  plx_document_add_other (told, PLX_FIELD_HEADLINE, "A ferry sinks", "og:title");
  plx_document_set_field (told, PLX_FIELD_HEADLINE, "Ferry sinks off Lunde", "user");
  set_document (library, article, told, "Tell");

  longer = plx_document_copy (plx_article_get_document (article));
  plx_document_append (longer, "Nobody drowned.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  set_document (library, article, longer, "Write on");

  g_clear_object (&story);
  {
    g_autoptr (GPtrArray) documents = fixture_documents (7, 1);

    story = fixture_add (library, NULL, "Later", documents, NULL);
  }

  for (guint i = 0; i < n_undone; i++)
    g_assert_true (fixture_undo (library, NULL));
  plx_library_close (library);
}

static void
describe_story (PlxLibrary *library,
                PlxStory   *story,
                guint       version,
                GString    *text)
{
  GListModel *articles = G_LIST_MODEL (plx_story_get_articles (story));
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_load (library, story, &error));
  g_assert_no_error (error);
  g_string_append_printf (text, "%s\n", plx_story_get_title (story));
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      PlxDocument *document = plx_article_get_document (article);
      g_autofree char *digest = plx_document_dup_digest (document);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s\n",
                              plx_article_get_id (article), digest, document->text->str);
      if (version >= 2)
        g_string_append_printf (text, "%u others\n", document->others->len);
      if (version >= 7)
        g_string_append_printf (text, "from %s, %" G_GINT64_FORMAT "\n",
                                document->provenance->sha256, document->provenance->added);
    }
}

/* All that there is, now, and after each step to the beginning and to the end. */
static char *
describe_history (const char *path,
                  guint       version)
{
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i <= 2 * N_CHANGES; i++)
    {
      GListModel *stories = plx_library_get_stories (library);

      g_string_append_printf (text, "Step %u: %s, %s\n", i, plx_library_get_undo_label (library),
                              plx_library_get_redo_label (library));
      for (guint k = 0; k < g_list_model_get_n_items (stories); k++)
        {
          g_autoptr (PlxStory) story = g_list_model_get_item (stories, k);

          describe_story (library, story, version, text);
        }
      g_assert_true (i < N_CHANGES ? fixture_undo (library, NULL) : fixture_redo (library, NULL));
    }
  plx_library_close (library);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_found (PlxLibrary *library,
              const char *words,
              guint       n)
{
  g_autoptr (GPtrArray) hits = fixture_search (library, words, NULL);

  g_test_message ("Looking for %s", words);
  g_assert_cmpuint (hits->len, ==, n);
}

static void
test_age (gconstpointer data)
{
  const AgeCase *the_case = data;
  g_autofree char *name = g_strdup_printf ("older-%u-%u.sqlite", the_case->version,
                                           the_case->n_undone);
  g_autofree char *path = fixture_dup_path (name);
  g_autofree char *copy = g_strconcat (path, ".new", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  gsize size;

  g_test_summary ("A library of an older release has the same articles, now and at each step of "
                  "its history");

  make_library (path, the_case->n_undone);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (copy, contents, size, NULL));
  before = describe_history (copy, the_case->version);

  library_age (path, the_case->version);
  after = describe_history (path, the_case->version);
  g_assert_cmpstr (before, ==, after);

  fixture_check_file (path);
  library = fixture_open (path);
  assert_found (library, "lunde", 1);
  assert_found (library, "drowned", 1);
  assert_found (library, "渡轮", 1);
  assert_found (library, "gazette", 1);
  plx_library_close (library);
}

static void
test_original (void)
{
  g_autofree char *path = fixture_dup_path ("original.sqlite");
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("What an older release has packed is read as it came in");

  make_library (path, 0);
  library_age (path, 7);
  library = fixture_open (path);
  story = g_object_ref (plx_library_find_story (library, 1));
  g_assert_true (fixture_load (library, story, NULL));
  article = fixture_dup_article (story, 2);
  bytes = plx_library_read_original (library,
                                     plx_article_get_document (article)->provenance->sha256,
                                     &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   "The ferry to Lunde\n\nThe ferry to Lunde sank on Sunday.\n", 55);
  plx_library_close (library);
}

/* What a release of then did not mind, the step to this one must not. */
static void
test_damaged (void)
{
  g_autofree char *path = fixture_dup_path ("damaged-history.sqlite");
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("An older library with a damaged history is brought up to date all the same");

  make_library (path, 2);
  library_age (path, 7);
  fixture_exec (path, "UPDATE change_row SET before = '[1]' WHERE what = 'update';"
                "UPDATE change_row SET after = '{\"text\": 7, \"original\": \"no\"}'"
                " WHERE what = 'update'; UPDATE article SET original = 'xyz' WHERE id = 1;");
  library = fixture_open (path);
  story = g_object_ref (plx_library_find_story (library, 1));
  g_assert_true (fixture_load (library, story, &error));
  g_assert_no_error (error);
  plx_library_close (library);
  fixture_check_file (path);
}

int
main (int    argc,
      char **argv)
{
  static const guint n_undone[] = { 0, 2, N_CHANGES };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint version = 1; version <= 7; version++)
    for (gsize i = 0; i < G_N_ELEMENTS (n_undone); i++)
      {
        g_autofree char *name = g_strdup_printf ("/library/older/version-%u/undone-%u", version,
                                                 n_undone[i]);
        AgeCase *the_case = g_new (AgeCase, 1);

        *the_case = (AgeCase) { version, n_undone[i] };
        g_test_add_data_func_full (name, the_case, test_age, g_free);
      }
  g_test_add_func ("/library/older/original", test_original);
  g_test_add_func ("/library/older/damaged", test_damaged);

  return g_test_run ();
}
