/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-legend"

#include "config.h"

#include "graph/plx-graph-legend.h"

#include "graph/plx-graph-dot.h"
#include "sheet/plx-sheet-words.h"

/**
 * PlxGraphLegend:
 *
 * Tells which shape of the graph is which kind, for the kinds that it has.
 */
struct _PlxGraphLegend
{
  GtkBox parent_instance;

  guint  kinds;
};

G_DEFINE_FINAL_TYPE (PlxGraphLegend, plx_graph_legend, GTK_TYPE_BOX)

static void
plx_graph_legend_class_init (PlxGraphLegendClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plx-graph-legend");
}

static void
plx_graph_legend_init (PlxGraphLegend *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_kind (PlxGraphLegend *self,
          PlxKind         kind)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *dot = plx_graph_dot_new (0, kind, "", 5);
  GtkWidget *label = gtk_label_new (plx_words_kind (kind));

  gtk_widget_set_focusable (dot, FALSE);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), dot);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self), row);
}

/**
 * plx_graph_legend_set_kinds:
 * @self: a legend
 * @kinds: a bit (1 << [enum@Kind]) for each kind that is told
 */
void
plx_graph_legend_set_kinds (PlxGraphLegend *self,
                            guint           kinds)
{
  GtkWidget *child;

  g_return_if_fail (PLX_IS_GRAPH_LEGEND (self));

  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i <= PLX_KIND_OTHER; i++)
    if (kinds & (1u << i))
      add_kind (self, i);
}
