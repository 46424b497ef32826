/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-swatch"

#include "config.h"

#include "graph/plx-graph-swatch.h"

#include "graph/plx-graph-painter.h"
#include "graph/plx-graph-rim.h"

#define SIZE 16
#define LINE 30
#define RADIUS 5
#define RIM_RADIUS 6.5

/**
 * PlxGraphSwatch:
 *
 * A sample of what is drawn in the graph, for its legend: a shape, a line, or a rim.
 */
struct _PlxGraphSwatch
{
  GtkWidget     parent_instance;

  PlxKind       kind;
  PlxGraphStyle style;
  gboolean      is_line;
  guint         n_sources; /* 0 where it is no rim */
};

G_DEFINE_FINAL_TYPE (PlxGraphSwatch, plx_graph_swatch, GTK_TYPE_WIDGET)

static void
plx_graph_swatch_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gboolean wide = PLX_GRAPH_SWATCH (widget)->is_line && orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = wide ? LINE : SIZE;
}

static GskPath *
create_path (PlxGraphSwatch *self,
             double          width,
             double          height)
{
  PlxGraphPoint middle = { width / 2, height / 2 };
  GskPathBuilder *builder;

  if (!self->is_line && self->n_sources == 0)
    return plx_graph_painter_shape (self->kind, middle, RADIUS);

  builder = gsk_path_builder_new ();
  if (self->is_line)
    {
      gsk_path_builder_move_to (builder, 1, middle.y);
      gsk_path_builder_line_to (builder, width - 1, middle.y);
    }
  else
    {
      plx_graph_rim_append (builder, self->n_sources, G_MAXUINT64, middle, RIM_RADIUS);
    }

  return gsk_path_builder_free_to_path (builder);
}

static void
plx_graph_swatch_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PlxGraphSwatch *self = PLX_GRAPH_SWATCH (widget);
  g_autoptr (GskPath) path = create_path (self, gtk_widget_get_width (widget),
                                          gtk_widget_get_height (widget));
  g_autoptr (GskStroke) stroke = NULL;
  PlxGraphPalette palette;

  plx_graph_palette_init (&palette, widget);
  if (!self->is_line && self->n_sources == 0)
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING,
                                &palette.kinds[self->kind]);
      return;
    }

  stroke = plx_graph_painter_stroke (self->style, self->style == PLX_GRAPH_STRONGER ? 4 : 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &palette.styles[self->style]);
}

static void
plx_graph_swatch_class_init (PlxGraphSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plx_graph_swatch_measure;
  widget_class->snapshot = plx_graph_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_graph_swatch_init (PlxGraphSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* The shape of a kind. */
GtkWidget *
plx_graph_swatch_new_kind (PlxKind kind)
{
  PlxGraphSwatch *self = g_object_new (PLX_TYPE_GRAPH_SWATCH, NULL);

  self->kind = MIN (kind, PLX_KIND_OTHER);

  return GTK_WIDGET (self);
}

/* The line of a style. */
GtkWidget *
plx_graph_swatch_new_style (PlxGraphStyle style)
{
  PlxGraphSwatch *self = g_object_new (PLX_TYPE_GRAPH_SWATCH, NULL);

  self->style = style;
  self->is_line = TRUE;

  return GTK_WIDGET (self);
}

/* The rim of a node that all sources mention. */
GtkWidget *
plx_graph_swatch_new_rim (guint n_sources)
{
  PlxGraphSwatch *self = g_object_new (PLX_TYPE_GRAPH_SWATCH, NULL);

  self->n_sources = MAX (n_sources, 1);

  return GTK_WIDGET (self);
}
