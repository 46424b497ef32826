/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-legend"

#include "config.h"

#include "countries/plx-map-legend.h"

#include <glib/gi18n.h>

#include "countries/plx-country-item.h"
#include "countries/plx-map-swatch.h"
#include "window/plx-labels.h"

/**
 * PlxMapLegend:
 *
 * Which pattern of the map stands for which status, how many countries of the story have it, and
 * of what day the record is.
 */
struct _PlxMapLegend
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxMapLegend, plx_map_legend, ADW_TYPE_BIN)

static void
plx_map_legend_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_MAP_LEGEND);

  G_OBJECT_CLASS (plx_map_legend_parent_class)->dispose (object);
}

static void
plx_map_legend_class_init (PlxMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_map_legend_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-map-legend.ui");
}

static void
plx_map_legend_init (PlxMapLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The template does not bind it: a bound child of the bin itself would be let go of twice. */
static AdwWrapBox *
get_entries (PlxMapLegend *self)
{
  return ADW_WRAP_BOX (adw_bin_get_child (ADW_BIN (self)));
}

static void
add_entry (PlxMapLegend *self,
           GtkWidget    *swatch,
           const char   *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (label);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (words, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  adw_wrap_box_append (get_entries (self), box);
}

static guint
count (GListModel *items,
       PlxStatus   status)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlxCountryItem) item = g_list_model_get_item (items, i);

      n += plx_country_get_status (plx_country_item_get_country (item)) == status;
    }

  return n;
}

/* A status that nobody can have is not told. */
static gboolean
is_possible (const PlxRelationInfo *relation,
             PlxStatus              status)
{
  if (status == PLX_STATUS_NON_PARTY && relation->rest == PLX_STATUS_NON_PARTY)
    return TRUE;

  for (gsize i = 0; i < relation->n_intervals; i++)
    {
      if (relation->intervals[i].status == status)
        return TRUE;
    }

  return FALSE;
}

static void
clear (PlxMapLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (get_entries (self)))))
    adw_wrap_box_remove (get_entries (self), child);
}

/**
 * plx_map_legend_show:
 * @self: a legend
 * @relation: (nullable): the relation by which the map is shaded
 * @items: (element-type PlxCountryItem): the countries of the story
 */
void
plx_map_legend_show (PlxMapLegend          *self,
                     const PlxRelationInfo *relation,
                     GListModel            *items)
{
  static const PlxStatus order[] = {
    PLX_STATUS_PARTY, PLX_STATUS_SIGNATORY, PLX_STATUS_WITHDRAWN, PLX_STATUS_ACCEPTED,
    PLX_STATUS_NON_PARTY,
  };

  g_return_if_fail (PLX_IS_MAP_LEGEND (self));

  clear (self);

  for (gsize i = 0; relation != NULL && i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *label = NULL;
      guint n;

      if (!is_possible (relation, order[i]))
        continue;

      n = count (items, order[i]);
      /* Translators: a status and how many countries of the story have it: “State party · 4” */
      label = g_strdup_printf (_("%s · %u"), plx_label_status (order[i], relation->is_treaty), n);
      add_entry (self, plx_map_swatch_new (order[i]), label);
    }

  add_entry (self, plx_map_swatch_new_disc (), _("Mentions"));
}
