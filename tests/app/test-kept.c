/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>

#include "kept/plx-article-item.h"
#include "kept/plx-articles-page.h"
#include "kept/plx-change-item.h"
#include "kept/plx-history-dialog.h"
#include "kept/plx-notes-page.h"
#include "kept/plx-tag-dialog.h"
#include "kept/plx-tag-item.h"
#include "kept/plx-text-note-dialog.h"
#include "kept/plx-trash-page.h"
#include "library/plx-library-tags.h"
#include "library/plx-library-trash.h"
#include "read/plx-block-row.h"

static gpointer
find_widget (GtkWidget *root,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);
}

static guint
get_count (AppFixture *fixture,
           const char *property)
{
  guint n;

  g_object_get (fixture->library, property, &n, NULL);

  return n;
}

static gboolean
shows_title (GListModel *articles,
             guint       position,
             const char *title)
{
  g_autoptr (PlxArticleItem) item = g_list_model_get_item (articles, position);

  return item != NULL && g_str_equal (plx_article_item_get_title (item), title);
}

static void
test_history (AppFixture    *fixture,
              gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  GListModel *stories = plx_library_get_stories (fixture->library);
  PlxHistoryDialog *dialog = NULL;
  GListModel *changes;
  g_autoptr (PlxChangeItem) last = NULL;
  g_autoptr (PlxChangeItem) first = NULL;
  guint start, end;

  g_test_summary ("The history lists what was done, and a row leads to before or after it");

  app_fixture_add_story (fixture, "First");
  app_fixture_add_story (fixture, "Second");
  app_fixture_add_story (fixture, "Third");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.history", NULL);
  app_fixture_wait ((dialog = find_widget (GTK_WIDGET (window), PLX_TYPE_HISTORY_DIALOG)) != NULL);
  changes = G_LIST_MODEL (get_child (dialog, "selection"));
  app_fixture_wait (g_list_model_get_n_items (changes) == 3);

  last = g_list_model_get_item (changes, 0);
  first = g_list_model_get_item (changes, 2);
  g_assert_cmpstr (plx_change_item_get_label (last), ==, "Add 2 Articles");
  g_assert_false (plx_change_item_is_undone (last));
  gtk_section_model_get_section (GTK_SECTION_MODEL (changes), 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 3);

  /* To before the first, at once; then to after the last. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "history.go", "(xb)",
                              plx_change_item_get_id (first), FALSE);
  app_fixture_wait (g_list_model_get_n_items (stories) == 0);
  app_fixture_wait (plx_change_item_is_undone (last) && plx_change_item_is_undone (first));
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (dialog), "Add 2 Articles") != NULL);

  g_signal_emit_by_name (get_child (dialog, "list"), "activate", 1);
  app_fixture_wait (g_list_model_get_n_items (stories) == 2);
  app_fixture_wait (!plx_change_item_is_undone (first));
  g_assert_true (plx_change_item_is_undone (last));

  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_fixture_settle ();
  app_fixture_close_window (window);
}

static GListModel *
open_articles (PlxWindow        *window,
               PlxArticlesPage **page)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "articles");
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "articles"));
  *page = find_widget (GTK_WIDGET (window), PLX_TYPE_ARTICLES_PAGE);

  return G_LIST_MODEL (get_child (*page, "selection"));
}

static void
test_all_articles (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxArticlesPage *page;
  GListModel *articles;

  g_test_summary ("All articles are listed, sorted, made into a story, and opened");

  articles = open_articles (window, &page);
  app_fixture_wait (g_strcmp0 (gtk_stack_get_visible_child_name (get_child (page, "stack")),
                               "empty") == 0);

  app_fixture_add_story (fixture, "Summit");
  app_fixture_wait (g_list_model_get_n_items (articles) == 2);
  gtk_drop_down_set_selected (get_child (page, "order"), 3);
  app_fixture_wait (shows_title (articles, 0, "Chad hosts a summit"));
  g_assert_true (gtk_widget_get_mapped (get_child (page, "order")));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "All Articles");

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (articles), 1, TRUE);
  g_assert_true (gtk_action_bar_get_revealed (get_child (page, "bar")));
  app_fixture_wait (shows_title (articles, 1, "Summit held in Chad"));
  gtk_widget_activate_action (GTK_WIDGET (page), "articles.new-story", NULL);
  app_fixture_wait (g_list_model_get_n_items (plx_library_get_stories (fixture->library)) == 2);
  app_fixture_wait (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (window)),
                               "Summit held in Chad") == 0);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));

  app_fixture_close_window (window);
}

static void
test_loose_article (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxSession *session = plx_window_get_session (window);
  g_autoptr (GArray) articles_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  PlxArticlesPage *page;
  GListModel *articles;
  PlxStory *story;

  g_test_summary ("An article that is in no story is opened by itself, and nothing is changed");

  /* It comes back from the trash when its story is deleted for ever. */
  story = app_fixture_add_story (fixture, "Summit");
  plx_session_set_story (session, story);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  {
    const gint64 id = plx_article_get_id (plx_session_find_article (session, 0));

    g_array_append_val (articles_ids, id);
  }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-story", NULL);
  app_fixture_wait (get_count (fixture, "n-trashed") == 1);
  plx_library_untrash_async (fixture->library, NULL, articles_ids, NULL, NULL);
  app_fixture_wait (get_count (fixture, "n-articles") == 1);

  articles = open_articles (window, &page);
  app_fixture_wait (shows_title (articles, 0, "Chad hosts a summit"));
  g_signal_emit_by_name (get_child (page, "list"), "activate", 0);
  app_fixture_wait (plx_session_get_story (session) != NULL);
  g_assert_cmpint (plx_story_get_id (plx_session_get_story (session)), ==, 0);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  g_assert_cmpstr (plx_window_get_view (window), ==, "read");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Chad hosts a summit");
  {
    g_autoptr (PlxFilter) filter = plx_filter_new ();

    filter->only_differences = TRUE;
    plx_session_set_filter (session, filter);
    app_fixture_wait (plx_session_get_filter (session)->only_differences);
  }
  g_assert_cmpuint (g_list_model_get_n_items (plx_library_get_stories (fixture->library)), ==, 0);

  app_fixture_close_window (window);
}

static void
answer (PlxWindow  *window,
        const char *response)
{
  AdwAlertDialog *dialog = NULL;

  app_fixture_wait ((dialog = find_widget (GTK_WIDGET (window), ADW_TYPE_ALERT_DIALOG)) != NULL);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), "cannot be undone"));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), "Move Story to Trash"));
  g_assert_cmpint (adw_alert_dialog_get_response_appearance (dialog, "delete"), ==,
                   ADW_RESPONSE_DESTRUCTIVE);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (dialog), ==, "cancel");
  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_fixture_settle ();
}

static void
test_trash (AppFixture    *fixture,
            gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxTrashPage *page;
  PlxStory *story;
  GListModel *items;

  g_test_summary ("What is in the trash is listed, comes back, and is deleted only when one says "
                  "so");

  story = app_fixture_add_story (fixture, "Summit");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-one", "x",
                              plx_story_get_id (story));
  app_fixture_wait (get_count (fixture, "n-trashed") == 1);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "trash");
  g_assert_cmpstr (app_fixture_get_page (window), ==, "trash");
  page = find_widget (GTK_WIDGET (window), PLX_TYPE_TRASH_PAGE);
  items = G_LIST_MODEL (get_child (page, "selection"));
  app_fixture_wait (g_list_model_get_n_items (items) == 1);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (page), "Summit") != NULL);
  g_assert_nonnull (app_fixture_find_label (GTK_WIDGET (page),
                                            "Story, 2 articles · deleted: Today"));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (items), 0, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (page), "trash.restore", NULL);
  app_fixture_wait (g_list_model_get_n_items (items) == 0);
  g_assert_true (plx_library_find_story (fixture->library, plx_story_get_id (story)) == story);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "Restored") != NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-one", "x",
                              plx_story_get_id (story));
  app_fixture_wait (g_list_model_get_n_items (items) == 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "trash.empty", NULL);
  answer (window, "cancel");
  g_assert_cmpuint (get_count (fixture, "n-trashed"), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (page), "trash.empty", NULL);
  answer (window, "delete");
  app_fixture_wait (get_count (fixture, "n-trashed") == 0);
  app_fixture_wait (g_list_model_get_n_items (items) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (page, "stack")), ==, "empty");
  g_assert_null (plx_library_get_undo_label (fixture->library));

  app_fixture_close_window (window);
}

static void
test_tags (AppFixture    *fixture,
           gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxTagDialog *dialog = NULL;
  PlxArticlesPage *page;
  GListModel *articles, *shown;
  g_autoptr (PlxTagItem) item = NULL;

  g_test_summary ("Articles are tagged and untagged in a dialog, and listed by their tags");

  app_fixture_add_story (fixture, "Summit");
  articles = open_articles (window, &page);
  app_fixture_wait (g_list_model_get_n_items (articles) == 2);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (articles), 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (page), "articles.tag", NULL);
  app_fixture_wait ((dialog = find_widget (GTK_WIDGET (window), PLX_TYPE_TAG_DIALOG)) != NULL);

  gtk_editable_set_text (get_child (dialog, "entry"), "To check");
  g_signal_emit_by_name (get_child (dialog, "entry"), "activate");
  shown = G_LIST_MODEL (get_child (dialog, "shown"));
  app_fixture_wait (g_list_model_get_n_items (shown) == 1);
  item = g_list_model_get_item (shown, 0);
  g_assert_true (plx_tag_item_is_active (item));

  app_fixture_wait (gtk_widget_get_visible (get_child (page, "tag")));
  gtk_drop_down_set_selected (get_child (page, "tag"), 1);
  app_fixture_wait (g_list_model_get_n_items (articles) == 1);

  g_object_set (item, "active", FALSE, NULL);
  app_fixture_wait (!gtk_widget_get_visible (get_child (page, "tag")));
  app_fixture_wait (g_list_model_get_n_items (articles) == 2);

  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_fixture_settle ();
  app_fixture_close_window (window);
}

static gboolean
has_highlight (GtkLabel *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  g_autoslist (PangoAttribute) list = NULL;

  if (attributes == NULL)
    return FALSE;

  list = pango_attr_list_get_attributes (attributes);

  return list != NULL;
}

static void
test_notes (AppFixture    *fixture,
            gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxSession *session = plx_window_get_session (window);
  GtkWidget *label = NULL, *row;
  PlxTextNoteDialog *dialog = NULL;
  PlxNotesPage *page;
  GListModel *notes;
  guint n;

  g_test_summary ("Words are highlighted and noted on in Read, and all notes lead to their places");

  plx_window_set_view (window, "read");
  plx_session_set_story (session, app_fixture_add_story (fixture, "Summit"));
  app_fixture_wait ((label = app_fixture_find_label (GTK_WIDGET (window),
    "Chad hosted a summit in Ndjamena on Monday. About 300 guests came from Sudan and Kenya."))
    != NULL);
  row = gtk_widget_get_ancestor (label, PLX_TYPE_BLOCK_ROW);

  gtk_label_select_region (GTK_LABEL (label), 5, 20);
  gtk_widget_activate_action (row, "block.highlight", "s", "important");
  app_fixture_wait (has_highlight (GTK_LABEL (label)));
  app_fixture_wait (app_fixture_find_label (row, "Highlighted") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_wait (!has_highlight (GTK_LABEL (label)));

  gtk_label_select_region (GTK_LABEL (label), 44, 60);
  gtk_widget_activate_action (row, "block.remark", NULL);
  app_fixture_wait ((dialog = find_widget (GTK_WIDGET (window), PLX_TYPE_TEXT_NOTE_DIALOG)) !=
                    NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_child (dialog, "text")),
                            "Who counted them?", -1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "note.save", NULL);
  app_fixture_wait (app_fixture_find_label (row, "Who counted them?") != NULL);
  g_object_get (fixture->library, "n-notes", &n, NULL);
  g_assert_cmpuint (n, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "notes");
  g_assert_cmpstr (app_fixture_get_page (window), ==, "notes");
  page = find_widget (GTK_WIDGET (window), PLX_TYPE_NOTES_PAGE);
  notes = G_LIST_MODEL (get_child (page, "selection"));
  app_fixture_wait (g_list_model_get_n_items (notes) == 1);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (page), "Who counted them?") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY)),
                         "nothing so");
  app_fixture_wait (g_list_model_get_n_items (notes) == 0);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY)),
                         "counted");
  app_fixture_wait (g_list_model_get_n_items (notes) == 1);

  g_signal_emit_by_name (find_widget (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW), "activate", 0);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  g_assert_cmpstr (plx_window_get_view (window), ==, "read");

  app_fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, GINT_TO_POINTER (APP_FIXTURE_MAY_LIVE_ON), app_fixture_set_up, \
              function, app_fixture_tear_down)

  ADD ("/kept/history", test_history);
  ADD ("/kept/all-articles", test_all_articles);
  ADD ("/kept/loose-article", test_loose_article);
  ADD ("/kept/trash", test_trash);
  ADD ("/kept/tags", test_tags);
  ADD ("/kept/notes", test_notes);

  return g_test_run ();
}
