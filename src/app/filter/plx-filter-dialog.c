/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-filter-dialog"

#include "config.h"

#include "filter/plx-filter-dialog.h"

#include "filter/plx-day-picker.h"
#include "filter/plx-name-picker.h"
#include "filter/plx-relation-picker.h"
#include "filter/plx-source-picker.h"

/**
 * PlxFilterDialog:
 *
 * The whole filter on one page, for windows too narrow for the filter bar.
 */
struct _PlxFilterDialog
{
  AdwDialog     parent_instance;

  PlxSession   *session;

  GtkWidget    *clear_button;
  AdwSwitchRow *differences_row;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxFilterDialogProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxFilterDialog, plx_filter_dialog, ADW_TYPE_DIALOG)

static void
update (PlxFilterDialog *self)
{
  PlxFilter *filter = plx_session_get_filter (self->session);

  adw_switch_row_set_active (self->differences_row, filter->only_differences);
  gtk_widget_set_sensitive (self->clear_button, !plx_filter_is_empty (filter));
}

static void
differences_notify_cb (PlxFilterDialog *self)
{
  gboolean active = adw_switch_row_get_active (self->differences_row);
  g_autoptr (PlxFilter) filter = plx_filter_copy (plx_session_get_filter (self->session));

  if (filter->only_differences == active)
    return;

  filter->only_differences = active;
  plx_session_set_filter (self->session, filter);
}

static void
clear_clicked_cb (PlxFilterDialog *self)
{
  plx_session_clear_filter (self->session);
}

static void
plx_filter_dialog_constructed (GObject *object)
{
  PlxFilterDialog *self = PLX_FILTER_DIALOG (object);

  G_OBJECT_CLASS (plx_filter_dialog_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::filter", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
plx_filter_dialog_dispose (GObject *object)
{
  PlxFilterDialog *self = PLX_FILTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_FILTER_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_filter_dialog_parent_class)->dispose (object);
}

static void
plx_filter_dialog_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlxFilterDialog *self = PLX_FILTER_DIALOG (object);

  switch ((PlxFilterDialogProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_filter_dialog_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PlxFilterDialog *self = PLX_FILTER_DIALOG (object);

  switch ((PlxFilterDialogProperty) prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_filter_dialog_class_init (PlxFilterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plx_filter_dialog_constructed;
  object_class->dispose = plx_filter_dialog_dispose;
  object_class->get_property = plx_filter_dialog_get_property;
  object_class->set_property = plx_filter_dialog_set_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_DAY_PICKER);
  g_type_ensure (PLX_TYPE_NAME_PICKER);
  g_type_ensure (PLX_TYPE_RELATION_PICKER);
  g_type_ensure (PLX_TYPE_SOURCE_PICKER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFilterDialog, clear_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterDialog, differences_row);
  gtk_widget_class_bind_template_callback (widget_class, differences_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
plx_filter_dialog_init (PlxFilterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_filter_dialog_new:
 * @session: the session of which it sets the filter
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_filter_dialog_new (PlxSession *session)
{
  return g_object_new (PLX_TYPE_FILTER_DIALOG, "session", session, NULL);
}
