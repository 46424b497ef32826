/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <string.h>

#include "countries/plx-own-relations.h"
#include "countries/plx-own-tables.h"
#include "filter/plx-own-relations-dialog.h"
#include "filter/plx-relation-file-dialog.h"
#include "window/plx-comparison.h"
#include "window/plx-window-adding.h"

static const char table[] =
  "# title: Pact of the Lighthouses\n"
  "# kind: bloc\n"
  "country,status,from,to,source\n"
  "Kenya,member,2010-01-01,,Gazette 4\n"
  "Nowhere,member,2010-01-01,,Gazette 4\n"
  "Chad,member,2010-13-01,,Gazette 5\n";

static PlxRelationFile *
read_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return plx_relation_file_new ("lighthouses.csv", bytes, plx_day_parse ("2026-01-01"));
}

/* Presses what has the label, wherever it is. */
static void
press (GtkWidget  *root,
       const char *label)
{
  GtkWidget *found = app_fixture_find_label (root, label);

  g_assert_nonnull (found);
  while (!GTK_IS_BUTTON (found))
    found = gtk_widget_get_parent (found);
  gtk_widget_activate (found);
}

static void
test_file_tells_lines (void)
{
  g_autoptr (PlxRelationFile) file = read_table (table);
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = plx_relation_file_dialog_new (file);

  g_test_summary ("What is wrong is told by its line, and the good lines can be added");

  adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("Behind"));
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  app_fixture_wait (app_fixture_find_label (window, "Line 5") != NULL);

  g_assert_nonnull (app_fixture_find_label (window, "Line 6"));
  g_assert_null (app_fixture_find_label (window, "Line 4"));
  g_assert_nonnull (app_fixture_find_label (window, "Pact of the Lighthouses"));

  press (window, "Add");
  app_fixture_wait (plx_own_relations_lookup (file->relation->id) != NULL);
  g_assert_true (plx_own_tables_remove (plx_own_tables_get_default (), file->relation->id, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_file_without_good_lines (void)
{
  g_autoptr (PlxRelationFile) file = read_table ("country,status,from,to,source\n"
                                                 "Nowhere,member,2010-01-01,,Gazette 4\n");
  GtkWidget *window = adw_window_new ();
  GtkWidget *label;

  adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("Behind"));
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (plx_relation_file_dialog_new (file), window);
  app_fixture_wait ((label = app_fixture_find_label (window, "Add")) != NULL);

  g_assert_false (gtk_widget_is_sensitive (label));
  g_assert_nonnull (app_fixture_find_label (window, "Line 2"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_tables_are_kept (AppFixture    *fixture,
                      gconstpointer  data)
{
  g_autoptr (PlxOwnTables) tables = g_object_new (PLX_TYPE_OWN_TABLES, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (PlxRelationFile) file = read_table (table);
  const PlxDay today = plx_day_parse ("2026-01-01");
  const char *id = file->relation->id;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A relation is there again after a restart, and after it was removed by mistake");

  plx_own_tables_load (tables, folder, today, &error);
  g_assert_no_error (error);
  plx_own_tables_keep (tables, file, &error);
  g_assert_no_error (error);

  plx_own_relations_drop (id);
  g_assert_null (plx_own_relations_lookup (id));
  plx_own_tables_load (tables, folder, today, &error);
  g_assert_no_error (error);
  g_assert_nonnull (plx_own_relations_lookup (id));

  plx_own_tables_remove (tables, id, &error);
  g_assert_no_error (error);
  g_assert_null (plx_own_relations_lookup (id));
  plx_own_tables_restore (tables, id, today, &error);
  g_assert_no_error (error);
  g_assert_nonnull (plx_own_relations_lookup (id));

  plx_own_tables_remove (tables, id, &error);
  g_assert_no_error (error);
}

static guint
count_statements (AppFixture *fixture)
{
  return plx_session_get_analysis (fixture->session)->statements->len;
}

/* Opens the one article that there is, and tells how many statements it makes. */
static PlxStory *
add_article (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  PlxDocument *document = app_fixture_document ("Lamps lit", "one.txt",
    "Kenya is a member of the Pact of the Lighthouses. The sea was calm.");

  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2015-06-15", "text");
  g_ptr_array_add (documents, document);

  return app_fixture_add_documents (fixture, "Lamps", documents);
}

static void
test_open_story_follows (AppFixture    *fixture,
                         gconstpointer  data)
{
  PlxOwnTables *tables = plx_own_tables_get_default ();
  g_autoptr (PlxRelationFile) file = read_table (table);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  const PlxPassages *passages;

  g_test_summary ("A relation of the user's own is read in the open story as soon as it is added, "
                  "and no more once it is removed");

  app_fixture_open (fixture, add_article (fixture));
  g_assert_cmpuint (count_statements (fixture), ==, 0);

  g_assert_true (plx_own_tables_keep (tables, file, NULL));
  app_fixture_wait (count_statements (fixture) == 1);

  /* Who is asked for changes with the table, and with it what is shown. */
  g_set_str (&filter->relation, file->relation->id);
  filter->statuses = 1u << PLX_STATUS_PARTY;
  plx_session_set_filter (fixture->session, filter);
  passages = plx_session_get_passages (fixture->session);
  g_assert_cmpuint (passages->n_shown, >, 0);

  g_assert_true (plx_own_tables_remove (tables, file->relation->id, NULL));
  g_assert_cmpuint (plx_session_get_passages (fixture->session)->n_shown, ==, 0);
  app_fixture_wait (count_statements (fixture) == 0);
}

/* What is kept of a comparison is found under a key: with another table it is another one. */
static void
test_comparison_depends_on_tables (void)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  const gint64 article = 1;
  g_autoptr (PlxNamings) namings = plx_namings_new (said, &article, 1, 1);
  g_autoptr (PlxCorrections) corrections = plx_corrections_new (said, &article, 1, 1);
  g_autoptr (PlxRelationFile) file = read_table (table);
  g_autofree char *before = NULL, *with = NULL, *after = NULL;

  g_ptr_array_add (documents, app_fixture_document ("Lamps lit", "one.txt", "The sea was calm."));

  before = plx_comparison_dup_key (documents, namings, corrections, PLX_AS_OF_ARTICLE, 0);
  plx_own_relations_add (file);
  with = plx_comparison_dup_key (documents, namings, corrections, PLX_AS_OF_ARTICLE, 0);
  g_assert_true (plx_own_relations_drop (file->relation->id));
  after = plx_comparison_dup_key (documents, namings, corrections, PLX_AS_OF_ARTICLE, 0);

  g_assert_cmpstr (before, !=, with);
  g_assert_cmpstr (before, ==, after);
}

static void
test_table_is_dropped (AppFixture    *fixture,
                       gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GFile) file = app_fixture_write (fixture, "lighthouses.csv", table);
  PlxClip clip = { .files = g_ptr_array_new () };

  g_test_summary ("A table of countries that is dropped is offered as a relation, and no article");

  g_ptr_array_add (clip.files, file);
  plx_window_add_clip (window, &clip, NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "Pact of the Lighthouses") !=
                    NULL);
  g_assert_cmpuint (g_list_model_get_n_items (plx_library_get_stories (fixture->library)), ==, 0);

  g_ptr_array_unref (clip.files);
  app_fixture_close_window (window);
}

static void
test_large_table_is_refused (AppFixture    *fixture,
                             gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GString) text = g_string_new (table);
  g_autoptr (GFile) file = NULL;
  PlxClip clip = { .files = g_ptr_array_new () };

  g_test_summary ("A table of countries that is too large is not taken for a table of articles");

  while (text->len <= PLX_RELATION_FILE_MAX)
    g_string_append (text, "Kenya,member,2010-01-01,,Gazette 4\n");
  file = app_fixture_write (fixture, "lighthouses.csv", text->str);
  g_ptr_array_add (clip.files, file);
  plx_window_add_clip (window, &clip, NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "The file cannot be added.") !=
                    NULL);

  g_assert_nonnull (app_fixture_find_label (GTK_WIDGET (window), "The File"));
  g_assert_cmpuint (g_list_model_get_n_items (plx_library_get_stories (fixture->library)), ==, 0);

  g_ptr_array_unref (clip.files);
  app_fixture_close_window (window);
}

static void
test_other_table_is_read (AppFixture    *fixture,
                          gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GFile) file =
    app_fixture_write (fixture, "articles.csv",
                       "title,text,date\n"
                       "Lamps lit,The lamps of the harbour were lit at six.,2015-06-15\n"
                       "Lamps out,A storm put out the lamps of the harbour.,2015-06-16\n");
  PlxClip clip = { .files = g_ptr_array_new () };

  g_test_summary ("Of a table of articles that is dropped, the columns are asked as ever");

  g_ptr_array_add (clip.files, file);
  plx_window_add_clip (window, &clip, NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "articles.csv, 2 rows") != NULL);

  g_ptr_array_unref (clip.files);
  app_fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  g_test_add_func ("/own-tables/file-tells-lines", test_file_tells_lines);
  g_test_add_func ("/own-tables/file-without-good-lines", test_file_without_good_lines);
  ADD ("/own-tables/are-kept", test_tables_are_kept);
  ADD ("/own-tables/open-story-follows", test_open_story_follows);
  g_test_add_func ("/own-tables/comparison-depends-on-them", test_comparison_depends_on_tables);
  ADD ("/own-tables/table-is-dropped", test_table_is_dropped);
  ADD ("/own-tables/large-table-is-refused", test_large_table_is_refused);
  ADD ("/own-tables/other-table-is-read", test_other_table_is_read);

  return g_test_run ();
}
