/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "names/plx-country-dialog.h"
#include "names/plx-entity-picker.h"
#include "names/plx-merge-dialog.h"
#include "names/plx-name-dialog.h"
#include "names/plx-name-item.h"
#include "names/plx-name-popover.h"
#include "names/plx-name-row.h"
#include "names/plx-names-pane.h"
#include "names/plx-namings-dialog.h"
#include "names/plx-scope-chooser.h"
#include "names/plx-treat-dialog.h"
#include "read/plx-block-row.h"
#include "read/plx-read-view.h"
#include "window/plx-said-row.h"

static GtkWidget *
get_child (GtkWidget  *widget,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

/* The first widget of a type at or below another that can be seen, or none. */
static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

/* A window on a story of two articles, with its names beside the text. */
static PlxWindow *
open_window (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  GtkWidget *view = NULL;
  PlxWindow *window;
  PlxStory *story;

  g_ptr_array_add (documents,
                   app_fixture_document ("Talks begin in Norway", "one.txt",
                                         "Norway invited Kenya and Chad to talks on Monday. "
                                         "Kenya agreed to sign the blue accord. "
                                         "Chad agreed too, and a Norwegian minister was glad."));
  g_ptr_array_add (documents,
                   app_fixture_document ("All are glad in Chad", "two.txt",
                                         "Norway and Chad have talked of the blue accord. "
                                         "Kenya was silent."));
  story = app_fixture_add_documents (fixture, "Talks", documents);

  window = app_fixture_open_window (fixture->library);
  plx_session_set_story (plx_window_get_session (window), story);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  plx_window_set_view (window, "read");
  app_fixture_wait ((view = find_type (GTK_WIDGET (window), PLX_TYPE_READ_VIEW)) != NULL);
  /* Before its first frame a side pane cannot be told how far it is open. */
  app_fixture_wait (gtk_widget_get_width (view) > 0);
  gtk_widget_activate_action (view, "read.names", NULL);
  app_fixture_wait (find_type (GTK_WIDGET (window), PLX_TYPE_NAMES_PANE) != NULL);

  return window;
}

static GtkWidget *
get_pane (PlxWindow *window)
{
  return find_type (GTK_WIDGET (window), PLX_TYPE_NAMES_PANE);
}

static const PlxEntityRecord *
find_entity (PlxWindow  *window,
             const char *name)
{
  PlxAnalysis *analysis = plx_session_get_analysis (plx_window_get_session (window));

  for (guint i = 0; analysis != NULL && i < analysis->entities->len; i++)
    if (g_str_equal (plx_analysis_get_entity (analysis, i)->name, name))
      return plx_analysis_get_entity (analysis, i);

  return NULL;
}

static gboolean
is_still (PlxWindow *window)
{
  return !plx_session_is_busy (plx_window_get_session (window)) &&
         plx_session_get_analysis (plx_window_get_session (window)) != NULL;
}

static guint
find_row (PlxWindow  *window,
          const char *name)
{
  GListModel *model = G_LIST_MODEL (get_child (get_pane (window), "selection"));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxNameItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (plx_name_item_get_record (item)->name, name))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
select_name (PlxWindow  *window,
             const char *name,
             gboolean    only)
{
  guint position = find_row (window, name);

  g_assert_cmpuint (position, !=, GTK_INVALID_LIST_POSITION);
  gtk_selection_model_select_item (
    GTK_SELECTION_MODEL (get_child (get_pane (window), "selection")), position, only);
  app_fixture_settle ();
}

static void
mend (PlxWindow  *window,
      const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_pane (window), action, NULL));
  app_fixture_settle ();
}

static void
undo (PlxWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

/* Waits for a change to be told, which can be undone. */
static void
wait_told (PlxWindow  *window,
           const char *what)
{
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), what) != NULL);
  g_assert_nonnull (app_fixture_find_label (GTK_WIDGET (window), "Undo"));
  g_assert_cmpstr (plx_library_get_undo_label (plx_session_get_library (
                     plx_window_get_session (window))), ==, what);
}

static void
test_mending_not_a_name (AppFixture    *fixture,
                         gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);

  g_test_summary ("A name that is none goes, is told, comes back with undo, and goes with redo");

  select_name (window, "Kenya", TRUE);
  mend (window, "name.reject");
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") == NULL);
  wait_told (window, "“Kenya” is not a name");
  app_fixture_wait (find_row (window, "Kenya") == GTK_INVALID_LIST_POSITION);

  undo (window);
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") != NULL);
  app_fixture_wait (find_row (window, "Kenya") != GTK_INVALID_LIST_POSITION);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") == NULL);

  app_fixture_close_window (window);
}

static void
test_mending_rename (AppFixture    *fixture,
                     gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *dialog;

  g_test_summary ("A name is renamed in a dialog that says when the new one is taken");

  select_name (window, "Kenya", TRUE);
  mend (window, "name.rename");
  dialog = find_type (GTK_WIDGET (window), PLX_TYPE_NAME_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "apply"));
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "entry")), "Chad");
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "note")));
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "entry")), " ");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "apply"));
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "entry")), "Land of Lakes");
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "note")));
  g_signal_emit_by_name (dialog, "response", "apply");

  app_fixture_wait (is_still (window) && find_entity (window, "Land of Lakes") != NULL);
  g_assert_null (find_entity (window, "Kenya"));
  wait_told (window, "Rename Kenya to Land of Lakes");
  adw_dialog_force_close (ADW_DIALOG (dialog));

  undo (window);
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") != NULL);

  app_fixture_close_window (window);
}

/* Chooses which name is kept. */
static void
keep (GtkWidget  *dialog,
      const char *name)
{
  GtkWidget *label = NULL;
  GtkWidget *row, *check;

  app_fixture_wait ((label = app_fixture_find_label (get_child (dialog, "names"), name)) != NULL);
  row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
  check = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
test_mending_merge (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *dialog;
  guint n;

  g_test_summary ("Names that are selected become one, under the name that is kept");

  n = find_entity (window, "Kenya")->n_mentions + find_entity (window, "Chad")->n_mentions;
  select_name (window, "Chad", TRUE);
  select_name (window, "Kenya", FALSE);
  g_assert_nonnull (app_fixture_find_label (GTK_WIDGET (window), "2 names selected"));
  mend (window, "name.merge");
  dialog = find_type (GTK_WIDGET (window), PLX_TYPE_MERGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "picker")));
  keep (dialog, "Chad");
  keep (dialog, "Kenya");
  g_signal_emit_by_name (get_child (dialog, "merge"), "clicked");

  app_fixture_wait (is_still (window) && find_entity (window, "Chad") == NULL);
  g_assert_cmpuint (find_entity (window, "Kenya")->n_mentions, ==, n);
  g_assert_cmpstr (find_entity (window, "Kenya")->country, ==, "KEN");
  wait_told (window, "Merge 2 names into Kenya");

  undo (window);
  app_fixture_wait (is_still (window) && find_entity (window, "Chad") != NULL);

  app_fixture_close_window (window);
}

static void
test_mending_merge_with (AppFixture    *fixture,
                         gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *dialog, *picker;

  g_test_summary ("A name becomes one with another that is searched for");

  select_name (window, "Kenya", TRUE);
  mend (window, "name.merge");
  dialog = find_type (GTK_WIDGET (window), PLX_TYPE_MERGE_DIALOG);
  g_assert_nonnull (dialog);
  picker = get_child (dialog, "picker");
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "merge")));
  gtk_editable_set_text (plx_entity_picker_get_entry (PLX_ENTITY_PICKER (picker)), "norw");
  app_fixture_wait (plx_entity_picker_get_selected (PLX_ENTITY_PICKER (picker)) != NULL);
  g_assert_true (gtk_widget_get_sensitive (get_child (dialog, "merge")));
  app_fixture_wait (app_fixture_find_label (dialog, "Norway") != NULL);
  g_signal_emit_by_name (picker, "activated");

  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") == NULL);
  g_assert_nonnull (find_entity (window, "Norway"));

  app_fixture_close_window (window);
}

static GtkWidget *
find_name_row (GtkWidget  *root,
               const char *name)
{
  GtkWidget *found = NULL;

  if (PLX_IS_NAME_ROW (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (plx_name_item_get_record (plx_name_row_get_item (PLX_NAME_ROW (root)))->name,
                   name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_name_row (child, name);

  return found;
}

static void
test_mending_drop (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *kenya = find_name_row (get_pane (window), "Kenya");
  GtkWidget *chad = find_name_row (get_pane (window), "Chad");

  g_test_summary ("A name that is dropped on another becomes one with it");

  g_assert_nonnull (kenya);
  g_assert_nonnull (chad);
  g_signal_emit_by_name (kenya, "name-dropped", plx_name_row_get_item (PLX_NAME_ROW (chad)));
  app_fixture_wait (is_still (window) && find_entity (window, "Chad") == NULL);
  g_assert_nonnull (find_entity (window, "Kenya"));

  app_fixture_close_window (window);
}

static void
test_mending_split (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  guint n = find_entity (window, "Norway")->n_mentions;

  g_test_summary ("A form of a name is made a name of its own");

  select_name (window, "Norway", TRUE);
  gtk_widget_activate_action (get_pane (window), "name.split-form", "s", "Norwegian");
  app_fixture_wait (is_still (window) && find_entity (window, "Norwegian") != NULL);
  g_assert_cmpuint (find_entity (window, "Norway")->n_mentions, ==, n - 1);
  wait_told (window, "Split “Norwegian” off Norway");

  undo (window);
  app_fixture_wait (is_still (window) && find_entity (window, "Norwegian") == NULL);
  g_assert_cmpuint (find_entity (window, "Norway")->n_mentions, ==, n);

  app_fixture_close_window (window);
}

/* The row that shows a sentence of the first article. */
static GtkWidget *
find_block_row (GtkWidget   *root,
                PlxAnalysis *analysis,
                guint        sentence)
{
  PlxSentenceRef ref = { .article = 0, .sentence = sentence };
  GtkWidget *found = NULL;

  if (PLX_IS_BLOCK_ROW (root) && gtk_widget_get_mapped (root))
    {
      PlxReadItem *item = plx_block_row_get_item (PLX_BLOCK_ROW (root));

      return plx_read_item_get_kind (item) == PLX_READ_ITEM_BLOCK &&
             plx_read_item_get_block (item) == plx_analysis_get_sentence (analysis, ref)->block
               ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_block_row (child, analysis, sentence);

  return found;
}

/* Opens the popover of the first mention of a name in the first article. */
static GtkWidget *
open_popover (PlxWindow  *window,
              const char *name)
{
  PlxAnalysis *analysis = plx_session_get_analysis (plx_window_get_session (window));
  GArray *mentions = plx_analysis_get_annotation (analysis, 0)->mentions;
  GtkWidget *row, *popover;
  guint i = 0;

  for (; i < mentions->len; i++)
    {
      guint entity = g_array_index (mentions, PlxMentionSpan, i).entity;

      if (entity != PLX_NONE &&
          g_str_equal (plx_analysis_get_entity (analysis, entity)->name, name))
        break;
    }
  g_assert_cmpuint (i, <, mentions->len);
  row = find_block_row (GTK_WIDGET (window), analysis,
                        g_array_index (mentions, PlxMentionSpan, i).sentence);
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "name-activated", i);
  app_fixture_wait (find_type (GTK_WIDGET (window), PLX_TYPE_NAME_POPOVER) != NULL);
  popover = find_type (GTK_WIDGET (window), PLX_TYPE_NAME_POPOVER);

  return popover;
}

static void
test_mending_popover (AppFixture    *fixture,
                      gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *popover, *scopes;
  guint n;

  g_test_summary ("From the text: what kind it is, and that one mention is no name");

  popover = open_popover (window, "Kenya");
  gtk_widget_activate_action (popover, "name.kind", "s", "organization");
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") != NULL &&
                    find_entity (window, "Kenya")->kind == PLX_KIND_ORGANIZATION);
  wait_told (window, "Change the kind of Kenya: Organization");
  undo (window);
  app_fixture_wait (is_still (window) &&
                    find_entity (window, "Kenya")->kind == PLX_KIND_COUNTRY);

  n = find_entity (window, "Kenya")->n_mentions;
  popover = open_popover (window, "Kenya");
  scopes = get_child (get_child (popover, "scope"), "scopes");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (scopes)), ==, PLX_SCOPE_STORY);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (scopes), PLX_SCOPE_MENTION);
  gtk_widget_activate_action (popover, "name.reject", NULL);
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya")->n_mentions == n - 1);

  /* It is remembered. */
  undo (window);
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya")->n_mentions == n);
  popover = open_popover (window, "Chad");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (scopes)), ==, PLX_SCOPE_MENTION);

  /* All that is known of it is beside the text. */
  gtk_widget_activate_action (get_pane (window), "names.kind", "s", "law");
  g_signal_emit_by_name (get_child (popover, "details"), "clicked");
  app_fixture_wait (find_row (window, "Chad") != GTK_INVALID_LIST_POSITION);
  g_assert_true (gtk_selection_model_is_selected (
                   GTK_SELECTION_MODEL (get_child (get_pane (window), "selection")),
                   find_row (window, "Chad")));

  app_fixture_close_window (window);
}

static void
test_mending_country (AppFixture    *fixture,
                      gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *dialog;

  g_test_summary ("A country is found by another of its names, and told as what the user said");

  select_name (window, "Kenya", TRUE);
  gtk_widget_activate_action (get_pane (window), "name.kind", "s", "organization");
  app_fixture_wait (is_still (window) &&
                    find_entity (window, "Kenya")->kind == PLX_KIND_ORGANIZATION);
  app_fixture_wait (find_row (window, "Kenya") != GTK_INVALID_LIST_POSITION);
  select_name (window, "Kenya", TRUE);
  mend (window, "name.country");
  dialog = find_type (GTK_WIDGET (window), PLX_TYPE_COUNTRY_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "search_entry")), "burm");
  app_fixture_wait (g_list_model_get_n_items (G_LIST_MODEL (get_child (dialog, "filtered"))) == 1);
  g_signal_emit_by_name (get_child (dialog, "search_entry"), "activate");

  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") != NULL &&
                    g_strcmp0 (find_entity (window, "Kenya")->country, "MMR") == 0);
  app_fixture_wait (app_fixture_find_label (get_pane (window),
                                            "Country: Myanmar, as you have said") != NULL);

  app_fixture_close_window (window);
}

static GtkWidget *
find_paragraph (GtkWidget  *root,
                const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      gtk_widget_has_css_class (root, "plx-text") &&
      strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_paragraph (child, words);

  return found;
}

static void
test_mending_mark (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *label, *dialog;
  const char *text;
  int start;

  g_test_summary ("Words that are selected are marked as a name, which other articles have, too");

  label = find_paragraph (GTK_WIDGET (window), "blue accord");
  g_assert_nonnull (label);
  text = gtk_label_get_text (GTK_LABEL (label));
  start = g_utf8_pointer_to_offset (text, strstr (text, "blue accord"));
  gtk_label_select_region (GTK_LABEL (label), start, start + 12);
  gtk_widget_activate_action (label, "block.mark", NULL);
  app_fixture_settle ();

  dialog = find_type (GTK_WIDGET (window), PLX_TYPE_TREAT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (dialog, "words"))), ==,
                   "“blue accord”");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (dialog, "kinds")), PLX_KIND_LAW + 1);
  g_signal_emit_by_name (get_child (dialog, "apply"), "clicked");

  app_fixture_wait (is_still (window) && find_entity (window, "blue accord") != NULL);
  g_assert_cmpint (find_entity (window, "blue accord")->kind, ==, PLX_KIND_LAW);
  g_assert_cmpuint (find_entity (window, "blue accord")->n_articles, ==, 2);
  undo (window);
  app_fixture_wait (is_still (window) && find_entity (window, "blue accord") == NULL);

  app_fixture_close_window (window);
}

static void
test_mending_always (AppFixture    *fixture,
                     gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *dialog, *picker;

  g_test_summary ("Words are always treated as another name");

  select_name (window, "Kenya", TRUE);
  mend (window, "name.always");
  dialog = find_type (GTK_WIDGET (window), PLX_TYPE_TREAT_DIALOG);
  g_assert_nonnull (dialog);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child (dialog, "is_known")), TRUE);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "apply")));
  picker = get_child (dialog, "picker");
  gtk_editable_set_text (plx_entity_picker_get_entry (PLX_ENTITY_PICKER (picker)), "chad");
  app_fixture_wait (gtk_widget_get_sensitive (get_child (dialog, "apply")));
  g_signal_emit_by_name (get_child (dialog, "apply"), "clicked");

  app_fixture_wait (is_still (window) && find_entity (window, "Kenya") == NULL);
  wait_told (window, "Always treat “Kenya” as Chad");
  g_assert_cmpuint (plx_session_get_namings (plx_window_get_session (window))->len, ==, 1);

  app_fixture_close_window (window);
}

static void
test_mending_take_back (AppFixture    *fixture,
                        gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *row, *dialog;

  g_test_summary ("What the user has said is listed, in the story and in all, and taken back");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.namings", NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "No Names Mended") != NULL);
  dialog = find_type (GTK_WIDGET (window), PLX_TYPE_NAMINGS_DIALOG);
  adw_dialog_force_close (ADW_DIALOG (dialog));

  select_name (window, "Kenya", TRUE);
  gtk_widget_activate_action (get_pane (window), "name.kind", "s", "place");
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya")->kind == PLX_KIND_PLACE);
  app_fixture_wait (find_type (get_pane (window), PLX_TYPE_SAID_ROW) != NULL);
  row = find_type (get_pane (window), PLX_TYPE_SAID_ROW);
  g_assert_nonnull (app_fixture_find_label (row, "“Kenya”: Place"));
  g_assert_nonnull (app_fixture_find_label (row, "In the story “Talks”"));
  g_signal_emit_by_name (row, "take-back");
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya")->kind == PLX_KIND_COUNTRY);

  undo (window);
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya")->kind == PLX_KIND_PLACE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.namings", NULL);
  app_fixture_wait ((dialog = find_type (GTK_WIDGET (window), PLX_TYPE_NAMINGS_DIALOG)) != NULL);
  app_fixture_wait (find_type (dialog, PLX_TYPE_SAID_ROW) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "search_entry")), "zzz");
  app_fixture_wait (find_type (dialog, PLX_TYPE_SAID_ROW) == NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "search_entry")), "");
  app_fixture_wait ((row = find_type (dialog, PLX_TYPE_SAID_ROW)) != NULL);
  g_signal_emit_by_name (row, "take-back");
  app_fixture_wait (app_fixture_find_label (dialog, "No Names Mended") != NULL);
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya")->kind == PLX_KIND_COUNTRY);

  app_fixture_close_window (window);
}

static void
test_mending_nothing (AppFixture    *fixture,
                      gconstpointer  data)
{
  PlxWindow *window = open_window (fixture);
  GtkWidget *scopes;

  g_test_summary ("Where there is nothing to be changed the user is told so");

  plx_session_set_article (plx_window_get_session (window), 1);
  app_fixture_settle ();
  select_name (window, "Kenya", TRUE);
  scopes = get_child (get_child (get_child (get_pane (window), "details"), "scope"), "scopes");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (scopes), 0);
  mend (window, "name.reject");
  app_fixture_wait (is_still (window) && find_entity (window, "Kenya")->n_articles == 1);

  /* It is not in this article any more. */
  app_fixture_wait (find_row (window, "Kenya") != GTK_INVALID_LIST_POSITION);
  select_name (window, "Kenya", TRUE);
  mend (window, "name.reject");
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window),
                                            "This article does not have that name.") != NULL);
  g_assert_cmpuint (find_entity (window, "Kenya")->n_articles, ==, 1);

  app_fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Nobody looks, and each frame of a dialog that slides in is drawn without a graphics card. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(path, function) \
  g_test_add (path, AppFixture, GINT_TO_POINTER (APP_FIXTURE_MAY_LIVE_ON), app_fixture_set_up, \
              function, app_fixture_tear_down)

  ADD ("/mending/not-a-name", test_mending_not_a_name);
  ADD ("/mending/rename", test_mending_rename);
  ADD ("/mending/merge", test_mending_merge);
  ADD ("/mending/merge-with", test_mending_merge_with);
  ADD ("/mending/drop", test_mending_drop);
  ADD ("/mending/split", test_mending_split);
  ADD ("/mending/popover", test_mending_popover);
  ADD ("/mending/country", test_mending_country);
  ADD ("/mending/mark", test_mending_mark);
  ADD ("/mending/always", test_mending_always);
  ADD ("/mending/take-back", test_mending_take_back);
  ADD ("/mending/nothing", test_mending_nothing);

  return g_test_run ();
}
