/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <string.h>

#include <adwaita.h>

#include "compare/plx-compare-view.h"
#include "compare/plx-matrix.h"
#include "compare/plx-matrix-cell.h"
#include "compare/plx-matrix-passage.h"
#include "compare/plx-matrix-row.h"
#include "compare/plx-source-head.h"

/* Collects the widgets of a type that can be seen, in their order. */
static void
find_widgets (GtkWidget *widget,
              GType      type,
              GPtrArray *found)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_widgets (child, type, found);
}

static GPtrArray *
all_of (GtkWidget *widget,
        GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  find_widgets (widget, type, found);

  return found;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(PlxStory **) user_data = plx_library_add_finish (PLX_LIBRARY (object), result, &error);
  g_assert_no_error (error);
}

static PlxStory *
add_story (AppFixture *fixture,
           guint       n_articles)
{
  static const char * const texts[] = {
    ("The harbour mayor resigned on Tuesday after the ferry fire. "
     "Nineteen passengers of the ferry were brought to hospital. "
     "Engineers had warned about the fuel pumps."),
    ("Twenty-one passengers of the ferry were brought to hospital. "
     "The harbour mayor resigned on Tuesday after the ferry fire."),
    "The bakers of the valley won a medal for their rye bread.",
    "A bridge over the gorge was painted green by volunteers.",
    "Two owls have moved into the tower of the old school.",
    "The library lends violins to children since last month.",
  };
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  PlxStory *story = NULL;

  g_assert_cmpuint (n_articles, <=, G_N_ELEMENTS (texts));

  for (guint i = 0; i < n_articles; i++)
    {
      PlxDocument *document = app_fixture_document (i == 0 ? "Mayor goes" : "After the fire",
                                                    i == 0 ? "one.txt" : "two.txt", texts[i]);

      plx_document_set_field (document, PLX_FIELD_OUTLET, i == 0 ? "Ledger" : "Courier", "text");
      plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2019-05-16", "text");
      g_ptr_array_add (documents, document);
    }

  plx_library_add_async (fixture->library, NULL, "Fire", documents, NULL, added_cb, &story);
  app_fixture_wait (story != NULL);

  return story;
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  return --*(guint *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The rows of the matrix come before the frame that follows a change. */
static void
settle_frames (GtkWidget *window)
{
  guint n_frames = 4;

  app_fixture_settle ();
  gtk_widget_add_tick_callback (window, count_frame_cb, &n_frames, NULL);
  app_fixture_wait (n_frames == 0);
}

static GtkWidget *
show_view (AppFixture *fixture)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = g_object_new (PLX_TYPE_COMPARE_VIEW, "session", fixture->session, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait (gtk_widget_get_mapped (view));
  settle_frames (window);

  return window;
}

static void
test_matrix_shows_claims (AppFixture    *fixture,
                          gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture, 2);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GPtrArray) passages = NULL;
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  rows = all_of (window, PLX_TYPE_MATRIX_ROW);
  heads = all_of (window, PLX_TYPE_SOURCE_HEAD);
  passages = all_of (window, PLX_TYPE_MATRIX_PASSAGE);

  /* Two claims of two sources; what only one says is behind the button. */
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpuint (heads->len, ==, 2);
  g_assert_cmpuint (passages->len, ==, 4);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
remember_cb (PlxSession *session,
             guint       article,
             guint       sentence,
             gpointer    user_data)
{
  *(PlxSentenceRef *) user_data = (PlxSentenceRef) { article, sentence };
}

static void
test_passage_opens_its_sentence (AppFixture    *fixture,
                                 gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture, 2);
  g_autoptr (GPtrArray) passages = NULL;
  PlxSentenceRef seen = { PLX_NONE, PLX_NONE };
  PlxSentenceRef ref;
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  g_signal_connect (fixture->session, "show-sentence", G_CALLBACK (remember_cb), &seen);
  passages = all_of (window, PLX_TYPE_MATRIX_PASSAGE);
  ref = plx_matrix_passage_get_ref (g_ptr_array_index (passages, 1));

  gtk_widget_activate_action (g_ptr_array_index (passages, 1), "passage.open", NULL);
  g_assert_cmpuint (seen.article, ==, ref.article);
  g_assert_cmpuint (seen.sentence, ==, ref.sentence);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A source that the filter hides has no column: it is not called silent. */
static void
test_filter_takes_columns_away (AppFixture    *fixture,
                                gconstpointer  data)
{
  const char *hidden[] = { "two.txt", NULL };
  g_autoptr (PlxStory) story = add_story (fixture, 2);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GPtrArray) cells = NULL;
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  filter->hidden_sources = g_strdupv ((char **) hidden);
  plx_session_set_filter (fixture->session, filter);
  settle_frames (window);

  cells = all_of (window, PLX_TYPE_MATRIX_CELL);
  g_assert_cmpuint (cells->len, ==, 3);
  for (guint i = 0; i < cells->len; i++)
    g_assert_false (plx_matrix_cell_is_silent (g_ptr_array_index (cells, i)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static PlxArrangement *
arrangement_of (GtkWidget *window)
{
  g_autoptr (GPtrArray) matrices = all_of (window, PLX_TYPE_MATRIX);

  g_assert_cmpuint (matrices->len, ==, 1);

  return plx_matrix_get_arrangement (g_ptr_array_index (matrices, 0));
}

/* Columns stand as they were left, after the program has been started again, too. */
static void
test_arrangement_is_kept (AppFixture    *fixture,
                          gconstpointer  data)
{
  PlxStory *story = add_story (fixture, 3);
  PlxArrangement *arrangement;
  g_autoptr (PlxStory) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *window;

  app_fixture_open (fixture, story);
  g_object_unref (story);
  window = show_view (fixture);
  arrangement = arrangement_of (window);
  plx_arrangement_set_base (arrangement, 1);
  plx_arrangement_set_hidden (arrangement, 2, TRUE);
  plx_arrangement_set_width (arrangement, 0, 40);
  before = plx_arrangement_to_string (arrangement);
  gtk_window_destroy (GTK_WINDOW (window));

  app_fixture_reopen (fixture);
  again = g_list_model_get_item (plx_library_get_stories (fixture->library), 0);
  app_fixture_open (fixture, again);
  window = show_view (fixture);
  after = plx_arrangement_to_string (arrangement_of (window));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (plx_arrangement_get_n_columns (arrangement_of (window)), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where a language is understood in part, nobody is said to agree in full. */
static void
test_partial_language_is_told (AppFixture    *fixture,
                               gconstpointer  data)
{
  static const char * const outlets[] = { "Bote", "Kurier" };
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    {
      PlxDocument *document =
        app_fixture_document (outlets[i], outlets[i],
                              "Der Hafen von Varn bleibt nach dem Brand bis Oktober geschlossen.");

      plx_document_set_field (document, PLX_FIELD_LANGUAGE, "de", "test");
      g_ptr_array_add (documents, document);
    }
  app_fixture_open (fixture, app_fixture_add_documents (fixture, "Varn", documents));
  window = show_view (fixture);
  app_fixture_wait (app_fixture_find_label (window, "= agree, as far as German is understood") !=
                    NULL);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_one_article_has_nothing_beside (AppFixture    *fixture,
                                     gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture, 1);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GPtrArray) buttons = NULL;
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  pages = all_of (window, ADW_TYPE_STATUS_PAGE);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpstr (adw_status_page_get_title (g_ptr_array_index (pages, 0)), ==,
                   "One Article Alone");
  buttons = all_of (window, GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 1);
  g_assert_cmpstr (gtk_actionable_get_action_name (g_ptr_array_index (buttons, 0)), ==,
                   "win.add-here");

  gtk_window_destroy (GTK_WINDOW (window));
}

#define add(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/compare-view/matrix/shows-claims", test_matrix_shows_claims);
  add ("/compare-view/matrix/passage-opens-its-sentence", test_passage_opens_its_sentence);
  add ("/compare-view/matrix/filter-takes-columns-away", test_filter_takes_columns_away);
  add ("/compare-view/matrix/arrangement-is-kept", test_arrangement_is_kept);
  add ("/compare-view/matrix/partial-language-is-told", test_partial_language_is_told);
  add ("/compare-view/empty/one-article", test_one_article_has_nothing_beside);

  return g_test_run ();
}
