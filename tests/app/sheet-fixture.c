/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet-fixture.h"

#include "../core/made-analysis.h"

/* A sheet in large letters whose cover lists so many articles: a few of them fill a page of A5. */
PlxSheetPages *
sheet_fixture_make (const char    *title,
                    guint          n_articles,
                    PlxSheetPaper  paper,
                    gboolean       is_landscape)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxSheetMatter) matter = NULL;
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content = NULL;
  g_autoptr (GError) error = NULL;
  PlxSheetPages *sheet;

  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *outlet = g_strdup_printf ("The Paper of Town %u", i + 1);

      made_paragraph (analysis, made_article (analysis, outlet, "2024-03-05"),
                      "{Ann} met {Bob} at the market.");
    }

  passages = plx_passages_new (analysis, TRUE);
  matter = plx_sheet_matter_new (title, analysis, passages, filter);
  plan->paper = paper;
  plan->is_landscape = is_landscape;
  plan->font_size = PLX_SHEET_MAX_FONT;
  content = plx_sheet_content_new (matter, plan);
  sheet = plx_sheet_pages_new (content, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return sheet;
}

/* The first widget of a type below another, or none. */
GtkWidget *
sheet_fixture_find (GtkWidget *root,
                    GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = sheet_fixture_find (child, type);

  return found;
}

/* Does what a key would, be it bound to a function or to an action. There is no hand in a test that
 * presses one. */
void
sheet_fixture_press (GtkWidget       *widget,
                     guint            key,
                     GdkModifierType  modifiers)
{
  gboolean found = FALSE;

  for (; widget != NULL && !found; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers) && !found; i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;

          for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr (GtkShortcut) shortcut =
                g_list_model_get_item (G_LIST_MODEL (controller), j);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (!GTK_IS_KEYVAL_TRIGGER (trigger) ||
                  gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key ||
                  gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
                continue;

              found = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                                    GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                                    gtk_shortcut_get_arguments (shortcut));
              break;
            }
        }
    }

  g_assert_true (found);
}

/* The dialog that asks how to print where there is no portal, or none. */
GtkWindow *
sheet_fixture_find_print_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (link->data), "GtkPrintUnixDialog"))
      return link->data;

  return NULL;
}
