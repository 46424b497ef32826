/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-rules"

#include "config.h"

#include "window/plx-window-rules.h"

#include <glib/gi18n.h>

#include "corrections/plx-corrections-dialog.h"
#include "names/plx-namings-dialog.h"
#include "window/plx-rule-toast.h"
#include "window/plx-rules-dialog.h"

/* How a correction is told, and can be remembered; and what is remembered. */

static void
rules_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlxSession *session = plx_window_get_session (PLX_WINDOW (widget));

  if (plx_session_get_library (session) != NULL)
    adw_dialog_present (plx_rules_dialog_new (session), widget);
}

static void
namings_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlxSession *session = plx_window_get_session (PLX_WINDOW (widget));

  if (plx_session_get_library (session) != NULL)
    adw_dialog_present (plx_namings_dialog_new (session), widget);
}

static void
corrections_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  PlxSession *session = plx_window_get_session (PLX_WINDOW (widget));

  if (plx_session_get_analysis (session) != NULL)
    adw_dialog_present (plx_corrections_dialog_new (session), widget);
}

static void
remember_cb (PlxWindow    *self,
             PlxRuleToast *toast)
{
  plx_session_remember (plx_window_get_session (self), plx_rule_toast_get_rules (toast));
}

/**
 * plx_window_install_rules:
 * @widget_class: the window's class
 *
 * Installs the actions `win.rules`, `win.namings` and `win.corrections`, which list what is
 * remembered of outlets and of names, and what is said of the claims of the open story.
 */
void
plx_window_install_rules (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.rules", NULL, rules_cb);
  gtk_widget_class_install_action (widget_class, "win.namings", NULL, namings_cb);
  gtk_widget_class_install_action (widget_class, "win.corrections", NULL, corrections_cb);
}

/**
 * plx_window_tell_change:
 * @self: a window
 * @what: what was just changed
 * @rules: (nullable) (element-type PlxRule): by what it can be remembered
 *
 * Tells the user of a change, how to take it back, and how to make it everywhere.
 */
void
plx_window_tell_change (PlxWindow  *self,
                        const char *what,
                        GPtrArray  *rules)
{
  AdwToast *toast;
  GtkWidget *title;

  if (rules == NULL)
    {
      plx_window_say_with_undo (self, what);
      return;
    }

  title = plx_rule_toast_new (what, rules);
  g_signal_connect_object (title, "remember", G_CALLBACK (remember_cb), self, G_CONNECT_SWAPPED);

  toast = adw_toast_new (what);
  adw_toast_set_custom_title (toast, title);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 10);
  plx_window_say_toast (self, toast);
}
