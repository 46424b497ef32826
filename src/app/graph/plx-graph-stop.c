/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-stop"

#include "config.h"

#include "graph/plx-graph-stop.h"

/**
 * PlxGraphStop:
 *
 * A node of the graph, or a tie of one, as the keyboard and a screen reader find it.
 *
 * It draws nothing: the canvas draws all nodes at once, which is what makes ten thousand of them
 * quick. It lies where its node is drawn, has the focus when that has it, and tells what it is.
 */
struct _PlxGraphStop
{
  GtkWidget parent_instance;

  guint     node;
  guint     edge; /* PLX_NONE for the node itself */
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphStop, plx_graph_stop, GTK_TYPE_WIDGET)

static void
plx_graph_stop_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
plx_graph_stop_class_init (PlxGraphStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  widget_class->measure = plx_graph_stop_measure;

  /**
   * PlxGraphStop::activate:
   *
   * It was chosen by key or by a screen reader.
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "plx-graph-stop");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
plx_graph_stop_init (PlxGraphStop *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * plx_graph_stop_new:
 * @node: a node of the graph, by its place
 * @edge: the tie of that node, or `PLX_NONE` for the node itself
 * @label: what a screen reader calls it
 * @description: (nullable): what it tells besides
 *
 * Returns: (transfer floating): a stop
 */
GtkWidget *
plx_graph_stop_new (guint       node,
                    guint       edge,
                    const char *label,
                    const char *description)
{
  PlxGraphStop *self = g_object_new (PLX_TYPE_GRAPH_STOP, NULL);

  self->node = node;
  self->edge = edge;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  return GTK_WIDGET (self);
}

guint
plx_graph_stop_get_node (PlxGraphStop *self)
{
  return self->node;
}

guint
plx_graph_stop_get_edge (PlxGraphStop *self)
{
  return self->edge;
}

void
plx_graph_stop_set_selected (PlxGraphStop *self,
                             gboolean      selected)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}
