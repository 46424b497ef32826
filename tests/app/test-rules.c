/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>

#include "window/plx-rule-toast.h"

/* Two articles of one outlet, each with a sign-off that was taken for text. */
static PlxStory *
add_outlet (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < 2; i++)
    {
      PlxDocument *document = plx_document_new (i == 0 ? "one.txt" : "two.txt", "text");

      plx_document_append (document, i == 0 ? "Late" : "Late again", -1, PLX_ROLE_HEADLINE,
                           PLX_CUT_NONE);
      plx_document_append (document, i == 0 ? "The ferry left Oslo on Monday, an hour late."
                                            : "The ferry left Oslo on Sunday, two hours late.",
                           -1, PLX_ROLE_BODY, PLX_CUT_NONE);
      plx_document_append (document, i == 0 ? "Posted at 10" : "Posted at 11", -1, PLX_ROLE_BODY,
                           PLX_CUT_NONE);
      plx_document_set_field (document, PLX_FIELD_OUTLET, "The Lantern", "text");
      g_ptr_array_add (documents, document);
    }

  return app_fixture_add_documents (fixture, "Lantern", documents);
}

static gboolean
is_kept (PlxWindow *window,
         guint      article)
{
  PlxArticle *item = plx_session_find_article (plx_window_get_session (window), article);

  return plx_document_get_block (plx_article_get_document (item), 2)->kept;
}

static GtkWidget *
find_label (PlxWindow  *window,
            const char *text)
{
  return app_fixture_find_label (GTK_WIDGET (window), text);
}

static GtkWidget *
find_by_tooltip (GtkWidget  *root,
                 const char *tooltip)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_tooltip (child, tooltip);

  return found;
}

static gboolean
is_offered (GtkWidget *root)
{
  if (PLX_IS_RULE_TOAST (root))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_offered (child))
      return TRUE;

  return FALSE;
}

static PlxWindow *
open_and_remember (AppFixture *fixture)
{
  PlxWindow *window;
  GtkWidget *label;

  add_outlet (fixture);
  window = app_fixture_open_window (fixture->library);
  plx_session_set_story (plx_window_get_session (window),
                         plx_library_find_story (fixture->library, 1));
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));

  plx_session_set_kept (plx_window_get_session (window), 0, 2, FALSE);
  app_fixture_wait (find_label (window, "Always for The Lantern") != NULL);
  g_assert_true (is_offered (GTK_WIDGET (window)));
  g_assert_nonnull (find_label (window, "Paragraph cut"));
  g_assert_true (is_kept (window, 1));

  label = find_label (window, "Always for The Lantern");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  app_fixture_wait (find_label (window, "Always cut in The Lantern · 1 other article changed"));
  g_assert_false (is_kept (window, 1));

  return window;
}

static void
test_rules_offered (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = open_and_remember (fixture);

  g_test_summary ("A cut is offered for the outlet; undo takes the rule back first, then the cut");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_wait (is_kept (window, 1));
  g_assert_false (is_kept (window, 0));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_wait (is_kept (window, 0));

  app_fixture_close_window (window);
}

static void
test_rules_listed (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = open_and_remember (fixture);
  GtkWidget *remove;

  g_test_summary ("The rules are listed with what they do, are removed, and come back with undo");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.rules", NULL);
  app_fixture_wait (find_label (window, "Cuts this text · 1 article") != NULL);
  g_assert_nonnull (find_label (window, "Posted at 10"));

  remove = find_by_tooltip (GTK_WIDGET (window), "Remove Rule");
  g_assert_nonnull (remove);
  g_signal_emit_by_name (remove, "clicked");
  app_fixture_wait (is_kept (window, 1));
  app_fixture_wait (find_label (window, "Cuts this text · 1 article") == NULL);
  g_assert_false (is_kept (window, 0));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_wait (find_label (window, "Cuts this text · 1 article") != NULL);
  g_assert_false (is_kept (window, 1));

  app_fixture_close_window (window);
}

static void
test_rules_without_outlet (AppFixture    *fixture,
                           gconstpointer  data)
{
  PlxWindow *window;
  PlxStory *story = app_fixture_add_story (fixture, "Summit");

  g_test_summary ("Where the outlet is not known there is nothing to be remembered for");

  window = app_fixture_open_window (fixture->library);
  plx_session_set_story (plx_window_get_session (window), story);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  plx_session_set_kept (plx_window_get_session (window), 0, 1, FALSE);
  app_fixture_wait (find_label (window, "Paragraph cut") != NULL);
  app_fixture_settle ();
  g_assert_false (is_offered (GTK_WIDGET (window)));

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

  ADD ("/rules/offered", test_rules_offered);
  ADD ("/rules/listed", test_rules_listed);
  ADD ("/rules/without-outlet", test_rules_without_outlet);

  return g_test_run ();
}
