/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-legend"

#include "config.h"

#include "graph/plx-graph-legend.h"

#include <glib/gi18n.h>

#include "graph/plx-graph-swatch.h"
#include "sheet/plx-sheet-words.h"

/**
 * PlxGraphLegend:
 *
 * Tells what the shapes, rims, grounds and lines of the graph mean, of those that it has.
 */
struct _PlxGraphLegend
{
  AdwBin     parent_instance;

  AdwWrapBox *rows; /* owned by the template: it is the child */
};

G_DEFINE_FINAL_TYPE (PlxGraphLegend, plx_graph_legend, ADW_TYPE_BIN)

static void
plx_graph_legend_class_init (PlxGraphLegendClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plx-graph-legend");
}

static void
plx_graph_legend_init (PlxGraphLegend *self)
{
  self->rows = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->rows, 12);
  adw_wrap_box_set_line_spacing (self->rows, 2);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

static void
add (PlxGraphLegend *self,
     GtkWidget      *swatch,
     const char     *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (swatch != NULL)
    gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), label);
  adw_wrap_box_append (self->rows, row);
}

/**
 * plx_graph_legend_show:
 * @self: a legend
 * @scene: what is drawn
 * @styles: (nullable) (array length=5): what each [enum@GraphStyle] is called, where two graphs
 *   are compared
 *
 * Tells what is seen.
 */
void
plx_graph_legend_show (PlxGraphLegend      *self,
                       const PlxGraphScene *scene,
                       const char * const  *styles)
{
  GtkWidget *row;
  guint kinds = 0;

  g_return_if_fail (PLX_IS_GRAPH_LEGEND (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    adw_wrap_box_remove (self->rows, row);
  for (guint i = 0; i < scene->n; i++)
    kinds |= 1u << scene->kinds[i];

  for (guint i = 0; styles == NULL && i <= PLX_KIND_OTHER; i++)
    if (kinds & (1u << i))
      add (self, plx_graph_swatch_new_kind (i), plx_words_kind (i));

  for (guint i = 0; styles != NULL && i < PLX_GRAPH_N_STYLES; i++)
    add (self, plx_graph_swatch_new_style (i), styles[i]);

  if (scene->n_sources > 1)
    add (self, plx_graph_swatch_new_rim (MIN (scene->n_sources, 12)),
         /* Translators: in a legend: what the parts of a ring around a name tell */
         _("which sources mention it"));
  if (scene->n_groups > 0)
    /* Translators: in a legend: what a letter on a coloured ground tells */
    add (self, NULL, _("A, B, … groups that appear together"));
}
