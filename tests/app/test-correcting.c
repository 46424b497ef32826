/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "compare/plx-claim-head.h"
#include "compare/plx-compare-view.h"
#include "compare/plx-matrix.h"
#include "compare/plx-matrix-menus.h"
#include "compare/plx-matrix-passage.h"
#include "compare/plx-pair-text.h"
#include "compare/plx-pair.h"
#include "corrections/plx-claim-actions.h"
#include "corrections/plx-claim-choice.h"
#include "corrections/plx-correction-words.h"
#include "corrections/plx-corrections-dialog.h"
#include "corrections/plx-join-dialog.h"
#include "corrections/plx-note-dialog.h"
#include "corrections/plx-note-mark.h"
#include "corrections/plx-split-dialog.h"
#include "window/plx-said-row.h"

#define SUMMIT "Chad hosted a summit in Ndjamena on Monday."
#define GUESTS_ONE "About 300 guests came from Sudan and Kenya."
#define GUESTS_TWO "About 500 guests came from Sudan and Kenya."

/* A window of our own on the story of the fixture: a button that stands for a claim and one that
 * stands for a sentence of it, as a view would show them. Which, the test says. */
typedef struct
{
  AppFixture *fixture;
  GtkWidget  *window;
  GtkWidget  *host;
  GtkWidget  *claim;
  GtkWidget  *sentence;
  GtkWidget  *mark;
  char       *told;
} Desk;

static const char *meant_sentence;

static GtkWidget *
get_child (GtkWidget  *widget,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

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

/* The claim that has a sentence, and the last such sentence in it. */
static guint
find_claim (PlxAnalysis    *analysis,
            const char     *sentence,
            PlxSentenceRef *found)
{
  for (guint i = 0; analysis != NULL && i < analysis->claims->len; i++)
    {
      GArray *refs = plx_analysis_get_claim (analysis, i)->refs;

      for (guint k = refs->len; k > 0; k--)
        {
          const PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, k - 1);
          g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);

          if (g_str_equal (text, sentence))
            {
              *found = ref;
              return i;
            }
        }
    }

  return PLX_NONE;
}

/* How many sentences the claim with this one has; 0 while nothing is known. */
static guint
count_in (PlxSession *session,
          const char *sentence)
{
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  PlxSentenceRef ref;
  guint claim;

  if (plx_session_is_busy (session))
    return 0;

  claim = find_claim (analysis, sentence, &ref);

  return claim != PLX_NONE ? plx_analysis_get_claim (analysis, claim)->refs->len : 0;
}

static guint
count_with (Desk       *desk,
            const char *sentence)
{
  return count_in (desk->fixture->session, sentence);
}

static PlxClaimTarget *
get_target (GtkWidget *host,
            GtkWidget *at)
{
  Desk *desk = g_object_get_data (G_OBJECT (host), "desk");
  PlxSentenceRef ref;
  const guint claim = find_claim (plx_session_get_analysis (desk->fixture->session),
                                  meant_sentence, &ref);

  if (at != desk->claim && at != desk->sentence)
    return NULL;

  return plx_claim_target_new (desk->fixture->session, claim, at == desk->sentence ? &ref : NULL);
}

static void
told_cb (Desk       *desk,
         const char *what)
{
  g_set_str (&desk->told, what);
}

static void
open_desk (Desk       *desk,
           AppFixture *fixture)
{
  g_autoptr (PlxCorrector) corrector = NULL;
  PlxSentenceRef ref;

  memset (desk, 0, sizeof *desk);
  desk->fixture = fixture;
  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (told_cb), desk);

  corrector = plx_corrector_new (fixture->session);
  desk->window = adw_window_new ();
  desk->host = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  desk->claim = gtk_button_new_with_label ("claim");
  desk->sentence = gtk_button_new_with_label ("sentence");
  desk->mark = plx_note_mark_new ();
  gtk_box_append (GTK_BOX (desk->host), desk->claim);
  gtk_box_append (GTK_BOX (desk->host), desk->sentence);
  gtk_box_append (GTK_BOX (desk->host), desk->mark);
  g_object_set_data (G_OBJECT (desk->host), "desk", desk);
  plx_claim_actions_add (desk->host, corrector, get_target);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 700, 700);
  adw_window_set_content (ADW_WINDOW (desk->window), desk->host);
  gtk_window_present (GTK_WINDOW (desk->window));
  app_fixture_wait (gtk_widget_get_mapped (desk->host));
  plx_note_mark_show (PLX_NOTE_MARK (desk->mark),
                      find_claim (plx_session_get_analysis (fixture->session), GUESTS_ONE, &ref),
                      TRUE);
}

static void
close_desk (Desk *desk)
{
  g_signal_handlers_disconnect_by_data (desk->fixture->session, desk);
  gtk_window_destroy (GTK_WINDOW (desk->window));
  g_clear_pointer (&desk->told, g_free);
  app_fixture_settle ();
}

/* Presses keys on a widget, which one around it listens for. The first to take them keeps them. */
static void
press (GtkWidget  *host,
       GtkWidget  *at,
       const char *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (host);
  gboolean taken = FALSE;

  gtk_widget_grab_focus (at);
  for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                  ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint k = 0; k < n && !taken; k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, keys))
            taken = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, host,
                                                  NULL);
        }
    }
  app_fixture_settle ();
}

/* On a sentence, or on its claim. */
static void
act (Desk       *desk,
     GtkWidget  *at,
     const char *sentence,
     const char *keys)
{
  meant_sentence = sentence;
  press (desk->host, at, keys);
}

static void
stepped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_assert_true (plx_library_change_finish (PLX_LIBRARY (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
undo (Desk *desk)
{
  gboolean done = FALSE;

  plx_library_undo_async (desk->fixture->library, stepped_cb, &done);
  app_fixture_wait (done);
}

static GtkWidget *
find_dialog (Desk  *desk,
             GType  type)
{
  GtkWidget *dialog;

  app_fixture_wait ((dialog = find_type (desk->window, type)) != NULL);

  return dialog;
}

static void
click (GtkWidget  *dialog,
       const char *name)
{
  g_signal_emit_by_name (get_child (dialog, name), "clicked");
  app_fixture_settle ();
}

static void
test_expel (AppFixture    *fixture,
            gconstpointer  data)
{
  Desk desk;

  g_test_summary ("A sentence leaves its claim, is told, stays away after a restart, and is back "
                  "with undo");

  open_desk (&desk, fixture);
  g_assert_cmpuint (count_with (&desk, SUMMIT), ==, 2);
  act (&desk, desk.sentence, SUMMIT, "Delete");
  app_fixture_wait (count_with (&desk, SUMMIT) == 1);
  g_assert_cmpuint (count_with (&desk, GUESTS_ONE), ==, 2);
  g_assert_true (g_str_has_prefix (desk.told, "Take “Chad hosted a summit in Ndjamena…” out of “"));
  g_assert_cmpstr (plx_library_get_undo_label (fixture->library), ==, desk.told);

  undo (&desk);
  app_fixture_wait (count_with (&desk, SUMMIT) == 2);
  close_desk (&desk);
}

static void
test_together (AppFixture    *fixture,
               gconstpointer  data)
{
  GtkSelectionModel *selection;
  GtkWidget *dialog;
  Desk desk;

  g_test_summary ("A sentence is put with another, which is found by typing some of it");

  open_desk (&desk, fixture);
  act (&desk, desk.sentence, SUMMIT, "<Control>m");
  dialog = find_dialog (&desk, PLX_TYPE_JOIN_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "join")));
  selection = GTK_SELECTION_MODEL (get_child (dialog, "selection"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "search_entry")), "nobody");
  app_fixture_wait (app_fixture_find_label (dialog, "Nothing has these words") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "search_entry")), "300");
  app_fixture_wait (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 1);
  app_fixture_wait (gtk_widget_get_sensitive (get_child (dialog, "join")));
  click (dialog, "join");

  app_fixture_wait (count_with (&desk, GUESTS_ONE) == 3);
  g_assert_cmpstr (desk.told, ==, "Put “Chad hosted a summit in Ndjamena…” with "
                                  "“About 300 guests came from Sudan…”");
  undo (&desk);
  app_fixture_wait (count_with (&desk, GUESTS_ONE) == 2);
  close_desk (&desk);
}

static void
test_join (AppFixture    *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog;
  Desk desk;

  g_test_summary ("Two claims are joined");

  open_desk (&desk, fixture);
  act (&desk, desk.claim, SUMMIT, "<Control>j");
  dialog = find_dialog (&desk, PLX_TYPE_JOIN_DIALOG);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_child (dialog, "selection"))), ==,
                    1);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_child (dialog, "selection")), 0);
  app_fixture_wait (gtk_widget_get_sensitive (get_child (dialog, "join")));
  click (dialog, "join");

  app_fixture_wait (count_with (&desk, SUMMIT) == 4);
  g_assert_true (g_str_has_prefix (desk.told, "Join “"));
  undo (&desk);
  app_fixture_wait (count_with (&desk, SUMMIT) == 2);
  close_desk (&desk);
}

static void
test_split (AppFixture    *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog, *list, *second;
  Desk desk;

  g_test_summary ("A claim is split: some of its sentences are chosen, and not all");

  open_desk (&desk, fixture);
  act (&desk, desk.claim, GUESTS_ONE, "<Shift><Control>j");
  dialog = find_dialog (&desk, PLX_TYPE_SPLIT_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "split")));
  app_fixture_wait (app_fixture_find_label (dialog, "Nothing is chosen yet.") != NULL);
  list = find_type (dialog, ADW_TYPE_ACTION_ROW);
  second = gtk_widget_get_next_sibling (list);
  adw_action_row_activate (ADW_ACTION_ROW (list));
  adw_action_row_activate (ADW_ACTION_ROW (second));
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "split")));
  g_assert_nonnull (app_fixture_find_label (dialog, "One sentence at least has to stay."));
  adw_action_row_activate (ADW_ACTION_ROW (second));
  g_assert_nonnull (app_fixture_find_label (dialog,
                                            "1 sentence becomes a claim of its own, 1 stays."));
  click (dialog, "split");

  app_fixture_wait (count_with (&desk, GUESTS_ONE) == 1);
  g_assert_cmpuint (count_with (&desk, GUESTS_TWO), ==, 1);
  undo (&desk);
  app_fixture_wait (count_with (&desk, GUESTS_ONE) == 2);
  close_desk (&desk);
}

static guint
count_differences (Desk *desk)
{
  PlxAnalysis *analysis = plx_session_get_analysis (desk->fixture->session);
  guint n = 0;

  for (guint i = 0; i < analysis->claims->len; i++)
    n += plx_analysis_get_claim (analysis, i)->differences->len;

  return n;
}

static void
test_dismiss (AppFixture    *fixture,
              gconstpointer  data)
{
  Desk desk;

  g_test_summary ("The one difference of a claim is dismissed at once");

  open_desk (&desk, fixture);
  g_assert_cmpuint (count_differences (&desk), ==, 1);
  act (&desk, desk.claim, GUESTS_ONE, "<Shift>Delete");
  app_fixture_wait (!plx_session_is_busy (fixture->session) && count_differences (&desk) == 0);
  g_assert_true (g_str_has_prefix (desk.told, "Dismiss the difference: "));
  undo (&desk);
  app_fixture_wait (!plx_session_is_busy (fixture->session) && count_differences (&desk) == 1);
  close_desk (&desk);
}

static void
set_text (GtkWidget  *dialog,
          const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_child (dialog, "text"))),
                            text, -1);
}

static void
test_note (AppFixture    *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog;
  Desk desk;

  g_test_summary ("A note is written, shown on its claim, changed, and removed");

  open_desk (&desk, fixture);
  g_assert_false (gtk_widget_get_visible (desk.mark));
  act (&desk, desk.claim, GUESTS_ONE, "<Control>e");
  dialog = find_dialog (&desk, PLX_TYPE_NOTE_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "save")));
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "remove")));
  set_text (dialog, "  Ask the host.\n");
  g_assert_true (gtk_widget_get_sensitive (get_child (dialog, "save")));
  click (dialog, "save");
  app_fixture_wait (app_fixture_find_label (desk.mark, "Ask the host.") != NULL);
  g_assert_true (g_str_has_prefix (desk.told, "Note on “"));

  /* As many sentences as the claim has left are enough to know it by. */
  act (&desk, desk.sentence, GUESTS_ONE, "Delete");
  app_fixture_wait (count_with (&desk, GUESTS_ONE) == 1);
  undo (&desk);
  app_fixture_wait (count_with (&desk, GUESTS_ONE) == 2);

  act (&desk, desk.claim, GUESTS_ONE, "<Control>e");
  dialog = find_dialog (&desk, PLX_TYPE_NOTE_DIALOG);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "remove")));
  set_text (dialog, "Asked.");
  click (dialog, "save");
  app_fixture_wait (app_fixture_find_label (desk.mark, "Asked.") != NULL);

  act (&desk, desk.claim, GUESTS_ONE, "<Control>e");
  click (find_dialog (&desk, PLX_TYPE_NOTE_DIALOG), "remove");
  app_fixture_wait (!gtk_widget_get_visible (desk.mark));
  g_assert_true (g_str_has_prefix (desk.told, "Remove the note on “"));
  undo (&desk);
  app_fixture_wait (app_fixture_find_label (desk.mark, "Asked.") != NULL);
  close_desk (&desk);
}

static void
test_list (AppFixture    *fixture,
           gconstpointer  data)
{
  g_autoptr (PlxCorrector) corrector = plx_corrector_new (fixture->session);
  g_autoptr (PlxClaimTarget) target = NULL;
  g_autofree char *details = NULL;
  GtkWidget *dialog, *row;
  Desk desk;

  g_test_summary ("What was said is listed in words, with what has become of it, and taken back");

  open_desk (&desk, fixture);
  dialog = GTK_WIDGET (plx_corrections_dialog_new (fixture->session));
  adw_dialog_present (ADW_DIALOG (dialog), desk.window);
  app_fixture_wait (app_fixture_find_label (dialog, "Nothing Corrected") != NULL);

  /* The dialog has the keys. */
  meant_sentence = SUMMIT;
  target = get_target (desk.host, desk.sentence);
  plx_corrector_expel (corrector, target);
  app_fixture_wait ((row = find_type (dialog, PLX_TYPE_SAID_ROW)) != NULL);
  g_assert_nonnull (app_fixture_find_label (row, "The two sentences do not belong together"));
  g_assert_null (gtk_widget_get_next_sibling (row));
  details = plx_correction_dup_details (plx_session_get_corrections (fixture->session)->pdata[0],
                                        fixture->session);
  g_assert_true (g_str_has_prefix (details, "<b>"));
  g_assert_nonnull (strstr (details, SUMMIT "\n≠ apart from\n<b>"));
  g_signal_emit_by_name (row, "take-back");
  app_fixture_wait (app_fixture_find_label (dialog, "Nothing Corrected") != NULL);
  app_fixture_wait (count_with (&desk, SUMMIT) == 2);
  g_assert_true (g_str_has_prefix (desk.told, "Take back: "));
  undo (&desk);
  app_fixture_wait (find_type (dialog, PLX_TYPE_SAID_ROW) != NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  close_desk (&desk);
}

/* The labels of a menu and its sections, one a line. */
static void
describe_menu (GMenuModel *menu,
               GString    *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      if (section != NULL)
        describe_menu (section, text);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (text, "%s\n", label);
    }
}

static char *
make_menu (Desk       *desk,
           GtkWidget  *at,
           const char *sentence)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (PlxClaimTarget) target = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  meant_sentence = sentence;
  target = get_target (desk->host, at);
  plx_claim_actions_append (at, menu, target);
  describe_menu (G_MENU_MODEL (menu), text);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_menu (AppFixture    *fixture,
           gconstpointer  data)
{
  g_autofree char *of_sentence = NULL;
  g_autofree char *of_claim = NULL;
  g_autofree char *of_one = NULL;
  PlxSentenceRef ref;
  guint claim;
  Desk desk;

  g_test_summary ("The menu offers what can be done, and does it to what it was opened on");

  open_desk (&desk, fixture);
  of_claim = make_menu (&desk, desk.claim, GUESTS_ONE);
  g_assert_true (g_str_has_prefix (of_claim, "_Join With Claim…\nS_plit Claim…\nDismiss "));
  g_assert_true (g_str_has_suffix (of_claim, "Add _Note…\n_What You Have Corrected…\n"));
  of_sentence = make_menu (&desk, desk.sentence, SUMMIT);
  g_assert_cmpstr (of_sentence, ==, "_Belongs Together With…\n_Does Not Belong Here\n"
                   "_Join With Claim…\nS_plit Claim…\nAdd _Note…\n_What You Have Corrected…\n");

  claim = find_claim (plx_session_get_analysis (fixture->session), SUMMIT, &ref);
  meant_sentence = GUESTS_ONE;
  gtk_widget_activate_action (desk.claim, "correct.expel", "(uuu)", claim, ref.article,
                              ref.sentence);
  app_fixture_wait (count_with (&desk, SUMMIT) == 1);
  g_assert_cmpuint (count_with (&desk, GUESTS_ONE), ==, 2);

  of_one = make_menu (&desk, desk.sentence, SUMMIT);
  g_assert_cmpstr (of_one, ==, "_Belongs Together With…\n_Join With Claim…\nAdd _Note…\n"
                               "_What You Have Corrected…\n");
  close_desk (&desk);
}

static void
test_stale_menu (AppFixture    *fixture,
                 gconstpointer  data)
{
  g_autofree char *menu = NULL;
  PlxSentenceRef ref;
  guint claim;
  Desk desk;

  g_test_summary ("What was offered before the story changed is not done to something else");

  open_desk (&desk, fixture);
  menu = make_menu (&desk, desk.sentence, SUMMIT);
  claim = find_claim (plx_session_get_analysis (fixture->session), SUMMIT, &ref);
  act (&desk, desk.sentence, GUESTS_ONE, "Delete");
  app_fixture_wait (count_with (&desk, GUESTS_ONE) == 1);
  g_clear_pointer (&desk.told, g_free);
  gtk_widget_activate_action (desk.claim, "correct.expel", "(uuu)", claim, ref.article,
                              ref.sentence);
  app_fixture_settle ();
  g_assert_null (desk.told);
  g_assert_cmpuint (count_with (&desk, SUMMIT), ==, 2);
  close_desk (&desk);
}

static void
test_nothing_meant (AppFixture    *fixture,
                    gconstpointer  data)
{
  static const char * const keys[] = {
    "<Control>m", "Delete", "<Shift><Control>j", "<Shift>Delete",
  };
  Desk desk;

  g_test_summary ("What cannot be done is not done");

  open_desk (&desk, fixture);
  act (&desk, desk.sentence, SUMMIT, "Delete");
  app_fixture_wait (count_with (&desk, SUMMIT) == 1);
  g_clear_pointer (&desk.told, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      act (&desk, desk.claim, SUMMIT, keys[i]);
      g_assert_null (find_type (desk.window, ADW_TYPE_DIALOG));
      g_assert_null (desk.told);
    }
  close_desk (&desk);
}

static GtkWidget *
find_passage (GtkWidget  *root,
              const char *text)
{
  GtkWidget *label = app_fixture_find_label (root, text);

  return label != NULL ? gtk_widget_get_ancestor (label, PLX_TYPE_MATRIX_PASSAGE) : NULL;
}

static void
test_matrix (AppFixture    *fixture,
             gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view, *passage, *dialog;
  GtkMenuButton *button;
  PlxArrangement *arrangement;
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GString) offered = g_string_new (NULL);

  g_test_summary ("In the matrix a sentence is corrected by the keys, and its menu offers it too");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  view = g_object_new (PLX_TYPE_COMPARE_VIEW, "session", fixture->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait ((passage = find_passage (view, GUESTS_ONE)) != NULL);

  arrangement = plx_matrix_get_arrangement (PLX_MATRIX (find_type (view, PLX_TYPE_MATRIX)));
  menu = plx_matrix_menus_new_for (passage, arrangement);
  describe_menu (menu, offered);
  g_assert_nonnull (strstr (offered->str, "_Does Not Belong Here\n"));

  button = GTK_MENU_BUTTON (get_child (find_type (view, PLX_TYPE_CLAIM_HEAD), "menu"));
  gtk_menu_button_popup (button);
  g_string_truncate (offered, 0);
  describe_menu (gtk_menu_button_get_menu_model (button), offered);
  g_assert_nonnull (strstr (offered->str, "_Join With Claim…\n"));
  gtk_menu_button_popdown (button);

  press (view, passage, "<Control>e");
  app_fixture_wait ((dialog = find_type (window, PLX_TYPE_NOTE_DIALOG)) != NULL);
  set_text (dialog, "Ask the host.");
  click (dialog, "save");
  app_fixture_wait (app_fixture_find_label (view, "Ask the host.") != NULL);
  app_fixture_wait (find_type (window, PLX_TYPE_NOTE_DIALOG) == NULL);

  press (view, find_passage (view, GUESTS_ONE), "Delete");
  app_fixture_wait (!plx_session_is_busy (fixture->session) &&
                    plx_session_get_corrections (fixture->session)->len == 1);
  app_fixture_wait (find_passage (view, GUESTS_ONE) == NULL);
  g_assert_nonnull (find_passage (view, SUMMIT));

  gtk_window_destroy (GTK_WINDOW (window));
  app_fixture_settle ();
}

/* Chooses a sentence of the pair by its words. */
static PlxSentenceRef
choose (AppFixture *fixture,
        PlxPair    *pair,
        const char *sentence)
{
  PlxSentenceRef ref;

  g_assert_cmpuint (find_claim (plx_session_get_analysis (fixture->session), sentence, &ref), !=,
                    PLX_NONE);
  plx_pair_choose_sentence (pair, ref);

  return ref;
}

static void
test_pair (AppFixture    *fixture,
           gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view, *text, *dialog;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) nothing = g_menu_new ();
  g_autoptr (GString) offered = g_string_new (NULL);
  PlxPair *pair;
  PlxSentenceRef ref;

  g_test_summary ("In the pair the chosen sentence is corrected by its menu, and by the keys");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  view = g_object_new (PLX_TYPE_COMPARE_VIEW, "session", fixture->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait (gtk_widget_get_mapped (view) && find_passage (view, SUMMIT) != NULL);
  gtk_widget_activate_action (view, "compare.show-pair", "(uu)", 0, 1);
  app_fixture_wait (find_type (view, PLX_TYPE_PAIR) != NULL);
  pair = PLX_PAIR (find_type (view, PLX_TYPE_PAIR));

  g_signal_emit_by_name (pair, "fill-menu", nothing);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (nothing)), ==, 0);
  ref = choose (fixture, pair, GUESTS_ONE);
  g_signal_emit_by_name (pair, "fill-menu", menu);
  describe_menu (G_MENU_MODEL (menu), offered);
  g_assert_true (g_str_has_prefix (offered->str,
                                   "_Belongs Together With…\n_Does Not Belong Here\n"));

  text = get_child (GTK_WIDGET (pair), ref.article == 0 ? "left_text" : "right_text");
  press (view, text, "<Control>e");
  app_fixture_wait ((dialog = find_type (window, PLX_TYPE_NOTE_DIALOG)) != NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_fixture_wait (find_type (window, PLX_TYPE_NOTE_DIALOG) == NULL);

  /* A text has a use of its own for this key. */
  press (text, text, "Delete");
  app_fixture_wait (count_in (fixture->session, GUESTS_ONE) == 1);

  gtk_window_destroy (GTK_WINDOW (window));
  app_fixture_settle ();
}

static void
test_restart (AppFixture    *fixture,
              gconstpointer  data)
{
  Desk desk;
  PlxSentenceRef ref;
  guint claim;

  g_test_summary ("After a restart the story is as it was corrected, and what is kept of it too");

  open_desk (&desk, fixture);
  act (&desk, desk.sentence, SUMMIT, "Delete");
  app_fixture_wait (count_with (&desk, SUMMIT) == 1);
  close_desk (&desk);

  app_fixture_reopen (fixture);
  app_fixture_open (fixture, plx_library_find_story (fixture->library, 1));
  claim = find_claim (plx_session_get_analysis (fixture->session), SUMMIT, &ref);
  g_assert_cmpuint (plx_analysis_get_claim (plx_session_get_analysis (fixture->session),
                                            claim)->refs->len, ==, 1);
  g_assert_cmpuint (plx_session_get_corrections (fixture->session)->len, ==, 1);
}

static void
test_words (void)
{
  g_autoptr (PlxCorrection) correction = plx_correction_new (PLX_CORRECTION_TOGETHER, 1);
  g_autofree char *whole = plx_words_dup_short ("It rained.");
  g_autofree char *cut = plx_words_dup_short ("It rained upon the roofs of the old town.");
  g_autofree char *solid = plx_words_dup_short ("日本語の長い文章には空白がありませんので途中で切られることになるのです。");
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;
  g_autofree char *apart = NULL;

  g_test_summary ("What was said is told in words, and long sentences by their beginning");

  g_assert_cmpstr (whole, ==, "It rained.");
  g_assert_cmpstr (cut, ==, "It rained upon the roofs of the…");
  g_assert_true (g_utf8_validate (solid, -1, NULL));
  g_assert_true (g_str_has_suffix (solid, "…"));

  plx_correction_add (correction, 0, plx_anchor_new (1, "It rained.", 0));
  plx_correction_add (correction, 1, plx_anchor_new (2, "Rain fell.", 0));
  two = plx_correction_dup_title (correction);
  g_assert_cmpstr (two, ==, "Both sentences belong together");
  plx_correction_add (correction, 1, plx_anchor_new (3, "It was wet.", 0));
  three = plx_correction_dup_title (correction);
  g_assert_cmpstr (three, ==, "These sentences are one claim");
  correction->kind = PLX_CORRECTION_APART;
  apart = plx_correction_dup_title (correction);
  g_assert_cmpstr (apart, ==, "One sentence does not belong to the others");
  g_assert_null (plx_correction_state_words (PLX_CORRECTION_OBEYED));
  g_assert_cmpstr (plx_correction_state_words (PLX_CORRECTION_GONE), !=,
                   plx_correction_state_words (PLX_CORRECTION_OVERRULED));
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
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/correcting/expel", test_expel);
  ADD ("/correcting/together", test_together);
  ADD ("/correcting/join", test_join);
  ADD ("/correcting/split", test_split);
  ADD ("/correcting/dismiss", test_dismiss);
  ADD ("/correcting/note", test_note);
  ADD ("/correcting/list", test_list);
  ADD ("/correcting/menu", test_menu);
  ADD ("/correcting/stale-menu", test_stale_menu);
  ADD ("/correcting/nothing-meant", test_nothing_meant);
  ADD ("/correcting/matrix", test_matrix);
  ADD ("/correcting/pair", test_pair);
  ADD ("/correcting/restart", test_restart);
  g_test_add_func ("/correcting/words", test_words);

  return g_test_run ();
}
