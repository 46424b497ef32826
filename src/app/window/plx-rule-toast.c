/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rule-toast"

#include "config.h"

#include "window/plx-rule-toast.h"

#include <glib/gi18n.h>

/**
 * PlxRuleToast:
 *
 * What a toast says of a correction, with the offer to make it in all articles of the outlet.
 *
 * Signals: `remember ()`, when the offer is taken.
 */
struct _PlxRuleToast
{
  AdwBin     parent_instance;

  GPtrArray *rules; /* never NULL once made */

  GtkLabel  *what;
  GtkLabel  *always;
};

enum
{
  SIGNAL_REMEMBER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxRuleToast, plx_rule_toast, ADW_TYPE_BIN)

static void
always_clicked_cb (PlxRuleToast *self)
{
  g_signal_emit (self, signals[SIGNAL_REMEMBER], 0);
}

static void
plx_rule_toast_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_RULE_TOAST);

  G_OBJECT_CLASS (plx_rule_toast_parent_class)->dispose (object);
}

static void
plx_rule_toast_finalize (GObject *object)
{
  PlxRuleToast *self = PLX_RULE_TOAST (object);

  g_clear_pointer (&self->rules, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_rule_toast_parent_class)->finalize (object);
}

static void
plx_rule_toast_class_init (PlxRuleToastClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_rule_toast_dispose;
  object_class->finalize = plx_rule_toast_finalize;

  signals[SIGNAL_REMEMBER] =
    g_signal_new ("remember", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-rule-toast.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRuleToast, what);
  gtk_widget_class_bind_template_child (widget_class, PlxRuleToast, always);
  gtk_widget_class_bind_template_callback (widget_class, always_clicked_cb);
}

static void
plx_rule_toast_init (PlxRuleToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_rule_toast_new:
 * @what: what was changed
 * @rules: (element-type PlxRule): by what it can be remembered
 *
 * Returns: (transfer floating): the title of a toast
 */
GtkWidget *
plx_rule_toast_new (const char *what,
                    GPtrArray  *rules)
{
  PlxRuleToast *self = g_object_new (PLX_TYPE_RULE_TOAST, NULL);
  const PlxRule *rule = g_ptr_array_index (rules, 0);
  g_autofree char *always = NULL;

  /* Translators: a button; %s is an outlet in whose articles a paragraph is always cut, or kept */
  always = g_strdup_printf (_("Always for %s"), rule->outlet);
  self->rules = g_ptr_array_ref (rules);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->always, always);
  /* In a narrow window the name is cut short. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->always), always);

  return GTK_WIDGET (self);
}

GPtrArray *
plx_rule_toast_get_rules (PlxRuleToast *self)
{
  g_return_val_if_fail (PLX_IS_RULE_TOAST (self), NULL);

  return self->rules;
}
