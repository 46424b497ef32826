/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rules-dialog"

#include "config.h"

#include "window/plx-rules-dialog.h"

#include <glib/gi18n.h>

#include "read/plx-read-labels.h"

/**
 * PlxRulesDialog:
 *
 * Lists what is remembered of each outlet, what it does and where, to be removed again.
 */
struct _PlxRulesDialog
{
  AdwDialog           parent_instance;

  PlxSession         *session;
  GCancellable       *cancellable; /* of what is being asked, or NULL */
  GPtrArray          *groups;      /* of what is shown */

  GtkStack           *stack;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (PlxRulesDialog, plx_rules_dialog, ADW_TYPE_DIALOG)

static char *
describe (const PlxRule *rule)
{
  g_autofree char *where = NULL;
  g_autofree char *place = NULL;

  where = g_strdup_printf (ngettext ("%u article", "%u articles", rule->n_articles),
                           rule->n_articles);

  if (rule->match == PLX_RULE_MATCH_TEXT)
    /* Translators: %s is such as “3 articles” */
    return g_strdup_printf (rule->keeps ? _("Keeps this text · %s") : _("Cuts this text · %s"),
                            where);

  if ((place = plx_read_label_place (rule->pattern)))
    /* Translators: %1$s is such as “in a side box”, %2$s such as “aside.more > p”, %3$s such as
     * “3 articles” */
    return g_strdup_printf (rule->keeps ? _("Keeps what stands %1$s (%2$s) · %3$s")
                                        : _("Cuts what stands %1$s (%2$s) · %3$s"),
                            place, rule->pattern, where);

  /* Translators: %1$s is a place in a page such as “aside.more > p”, %2$s such as “3 articles” */
  return g_strdup_printf (rule->keeps ? _("Keeps what stands in %1$s · %2$s")
                                      : _("Cuts what stands in %1$s · %2$s"),
                          rule->pattern, where);
}

static void
remove_cb (PlxRulesDialog *self,
           GtkWidget      *button)
{
  plx_session_forget (self->session, g_object_get_data (G_OBJECT (button), "rule"));
}

static GtkWidget *
make_row (PlxRulesDialog *self,
          PlxRule        *rule)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *subtitle = describe (rule);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rule->sample);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  gtk_widget_set_tooltip_text (button, _("Remove Rule"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "rule", plx_rule_copy (rule),
                          (GDestroyNotify) plx_rule_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static AdwPreferencesGroup *
find_group (PlxRulesDialog *self,
            PlxRule        *rule)
{
  AdwPreferencesGroup *group;

  for (guint i = 0; i < self->groups->len; i++)
    if (plx_rule_is_for (rule, adw_preferences_group_get_title (self->groups->pdata[i])))
      return self->groups->pdata[i];

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, rule->outlet);
  adw_preferences_page_add (self->page, group);
  g_ptr_array_add (self->groups, group);

  return group;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxRulesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  rules = plx_library_list_rules_finish (PLX_LIBRARY (object), result, &error);

  /* It was closed meanwhile. */
  if (self->session == NULL)
    return;

  if (rules == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit_by_name (self->session, "failed", error);
      return;
    }

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);

  for (guint i = 0; i < rules->len; i++)
    adw_preferences_group_add (find_group (self, rules->pdata[i]),
                               make_row (self, rules->pdata[i]));

  gtk_stack_set_visible_child_name (self->stack, rules->len > 0 ? "rules" : "none");
}

static void
refresh (PlxRulesDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  plx_library_list_rules_async (plx_session_get_library (self->session), self->cancellable,
                                listed_cb, g_object_ref (self));
}

static void
plx_rules_dialog_dispose (GObject *object)
{
  PlxRulesDialog *self = PLX_RULES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_RULES_DIALOG);

  G_OBJECT_CLASS (plx_rules_dialog_parent_class)->dispose (object);
}

static void
plx_rules_dialog_class_init (PlxRulesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_rules_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRulesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxRulesDialog, page);

  /* As in the window, which a dialog keeps from the keys. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
plx_rules_dialog_init (PlxRulesDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_rules_dialog_new:
 * @session: a session with a library
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_rules_dialog_new (PlxSession *session)
{
  PlxRulesDialog *self = g_object_new (PLX_TYPE_RULES_DIALOG, NULL);
  PlxLibrary *library = plx_session_get_library (session);

  self->session = g_object_ref (session);
  /* Undo changes the label of redo; a removal is told by the session. */
  g_signal_connect_object (library, "notify::undo-label", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::redo-label", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}
