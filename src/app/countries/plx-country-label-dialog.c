/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-label-dialog"

#include "config.h"

#include "countries/plx-country-label-dialog.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-own-tables.h"

/**
 * PlxCountryLabelDialog:
 *
 * Asks what a country is to be called, in all stories.
 */
struct _PlxCountryLabelDialog
{
  AdwAlertDialog  parent_instance;

  const char     *country; /* static */

  GtkEditable    *entry;
};

G_DEFINE_FINAL_TYPE (PlxCountryLabelDialog, plx_country_label_dialog, ADW_TYPE_ALERT_DIALOG)

static void
response_cb (PlxCountryLabelDialog *self,
             const char            *response)
{
  const gboolean renamed = g_str_equal (response, "rename");
  g_autoptr (GError) error = NULL;

  if (!renamed && !g_str_equal (response, "reset"))
    return;

  /* It is called so all the same while the program runs, and that is what one sees. */
  if (!plx_own_tables_rename (plx_own_tables_get_default (), self->country,
                              renamed ? gtk_editable_get_text (self->entry) : NULL, &error))
    g_warning ("The name of a country could not be kept: %s", error->message);
}

static void
plx_country_label_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_COUNTRY_LABEL_DIALOG);

  G_OBJECT_CLASS (plx_country_label_dialog_parent_class)->dispose (object);
}

static void
plx_country_label_dialog_class_init (PlxCountryLabelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_country_label_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-country-label-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountryLabelDialog, entry);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
plx_country_label_dialog_init (PlxCountryLabelDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_country_label_dialog_new:
 * @country: code of a country
 *
 * Returns: (transfer floating): a dialog that asks and acts
 */
AdwDialog *
plx_country_label_dialog_new (const char *country)
{
  PlxCountryLabelDialog *self = g_object_new (PLX_TYPE_COUNTRY_LABEL_DIALOG, NULL);
  const PlxCountryInfo *info = plx_country_lookup (country);

  self->country = info->iso3;
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self),
                             _("The name is for showing it in Parallax. In articles it is found by "
                               "all its names, as before."));
  gtk_editable_set_text (self->entry, plx_country_get_label (country));
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "reset",
                                         !g_str_equal (plx_country_get_label (country),
                                                       info->name));

  return ADW_DIALOG (self);
}
