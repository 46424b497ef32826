/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "read/plx-read-item.h"
#include "read/plx-read-text.h"
#include "read/plx-read-view.h"

static GListModel *
get_items (GtkWidget *view)
{
  return G_LIST_MODEL (gtk_widget_get_template_child (view, PLX_TYPE_READ_VIEW, "items"));
}

static guint
count_kind (GtkWidget       *view,
            PlxReadItemKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (get_items (view)); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (get_items (view), i);

      n += plx_read_item_get_kind (item) == kind;
    }

  return n;
}

static GtkWidget *
show_view (AppFixture *fixture,
           GtkWidget  *window)
{
  GtkWidget *view = g_object_new (PLX_TYPE_READ_VIEW, "session", fixture->session, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_settle ();

  return view;
}

/* Presses the first button under a widget that can be seen and does what is named. */
static gboolean
click_fold (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "plx-fold") &&
      gtk_widget_get_visible (widget))
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (click_fold (child))
        return TRUE;
    }

  return FALSE;
}

static void
test_read_folds (AppFixture    *fixture,
                 gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view;

  g_test_summary ("What was cut is one line, opens under it, and is text once it is put back");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  view = show_view (fixture, window);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_BLOCK), ==, 2);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_FOLD), ==, 1);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 0);

  g_assert_true (click_fold (view));
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 1);
  g_assert_true (click_fold (view));
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 0);

  plx_session_set_kept (fixture->session, 0, 2, TRUE);
  app_fixture_wait (count_kind (view, PLX_READ_ITEM_FOLD) == 0);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_BLOCK), ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_read_sentence (AppFixture    *fixture,
                    gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view;
  guint n_marked = 0;

  g_test_summary ("A sentence that is asked for is marked in its article, and only that");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  view = show_view (fixture, window);
  plx_session_show_sentence (fixture->session, (PlxSentenceRef) { .article = 1, .sentence = 1 });
  app_fixture_settle ();

  for (guint i = 0; i < g_list_model_get_n_items (get_items (view)); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (get_items (view), i);

      g_assert_cmpuint (plx_read_item_get_article (item), ==, 1);
      n_marked += plx_read_item_get_highlight (item) == 1;
    }
  g_assert_cmpuint (n_marked, ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_read_markup (AppFixture    *fixture,
                  gconstpointer  data)
{
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_test_summary ("Names are links, what the filter hides is dimmed, and the text stays the text");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  before = plx_read_text_block (fixture->session, 0, 1, PLX_NONE);
  g_assert_nonnull (strstr (before, "<a href="));
  g_assert_null (strstr (before, "fgalpha"));

  filter->hidden_sources = g_strsplit ("one.txt", ",", -1);
  plx_session_set_filter (fixture->session, filter);
  after = plx_read_text_block (fixture->session, 0, 1, PLX_NONE);
  g_assert_nonnull (strstr (after, "fgalpha"));
  app_fixture_wait (!plx_filter_is_empty (
                      plx_story_get_filter (plx_session_get_story (fixture->session))));
}

static void
test_read_next_mention (AppFixture    *fixture,
                        gconstpointer  data)
{
  PlxAnnotation *annotation;
  PlxSentenceRef next;

  g_test_summary ("From a name the next mention is found in another source, and round again");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  annotation = plx_analysis_get_annotation (plx_session_get_analysis (fixture->session), 0);
  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      if (plx_read_text_find_mention (fixture->session, 0, i) != PLX_NONE)
        g_assert_true (plx_read_text_next_mention (fixture->session, 0, i, &next));
    }
  g_assert_cmpuint (annotation->mentions->len, >, 2);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/read/folds", test_read_folds);
  ADD ("/read/sentence", test_read_sentence);
  ADD ("/read/markup", test_read_markup);
  ADD ("/read/next-mention", test_read_next_mention);

  return g_test_run ();
}
