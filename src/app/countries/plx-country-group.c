/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-group"

#include "config.h"

#include "countries/plx-country-group.h"

#include <glib/gi18n.h>

#include "countries/plx-country-row.h"
#include "countries/plx-relations.h"
#include "model/plx-country.h"
#include "window/plx-labels.h"

/**
 * PlxCountryGroup:
 *
 * The countries of one status, under a heading that tells it; not shown where there is none.
 */
struct _PlxCountryGroup
{
  AdwBin      parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PlxCountryGroup, plx_country_group, ADW_TYPE_BIN)

static void
plx_country_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_COUNTRY_GROUP);

  G_OBJECT_CLASS (plx_country_group_parent_class)->dispose (object);
}

static void
plx_country_group_class_init (PlxCountryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_country_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-country-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountryGroup, list);
}

static void
plx_country_group_init (PlxCountryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_country_group_show:
 * @self: a group
 * @session: what the window works on
 * @status: the status of which it shows the countries
 * @countries: (element-type PlxCountry): countries of any status
 *
 * Shows the countries of one status.
 */
void
plx_country_group_show (PlxCountryGroup *self,
                        PlxSession      *session,
                        PlxStatus        status,
                        GPtrArray       *countries)
{
  const PlxRelationInfo *relation =
    plx_relation_lookup (plx_session_get_filter (session)->relation);
  g_autofree char *title = NULL;
  guint n = 0;

  g_return_if_fail (PLX_IS_COUNTRY_GROUP (self));

  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < countries->len; i++)
    {
      PlxCountry *country = g_ptr_array_index (countries, i);

      if (plx_country_get_status (country) != status)
        continue;

      gtk_list_box_append (self->list, plx_country_row_new (session, country));
      n++;
    }

  /* Translators: a status and how many countries have it, such as “State party · 4” */
  title = g_strdup_printf (_("%s · %u"),
                           plx_label_status (status, relation == NULL || relation->is_treaty), n);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (adw_bin_get_child (ADW_BIN (self))),
                                   title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
