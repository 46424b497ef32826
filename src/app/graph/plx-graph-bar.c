/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-bar"

#include "config.h"

#include "graph/plx-graph-bar.h"

#include <glib/gi18n.h>

/**
 * PlxGraphBar:
 *
 * The controls at the foot of the graph: what counts as together, what makes a tie strong, how
 * strong it has to be and what that hides, which sources are shown or compared.
 *
 * Properties: `legend`, `table`, `details`: whether the user wants to see each of them; `narrow`:
 * whether there is little room.
 */
struct _PlxGraphBar
{
  AdwBin             parent_instance;

  GtkDropDown       *scope;
  GtkDropDown       *weighting;
  GtkLabel          *threshold_label;
  GtkSpinButton     *threshold;
  GtkButton         *hidden_button;
  GtkButton         *put_away_button;
  GtkLabel          *compare_label;
  PlxGraphComparing *comparing;
  GtkWidget         *details_toggle;

  double             wanted;   /* the threshold, or `PLX_GRAPH_READABLE` */
  gboolean           hides;    /* whether what is shown hides something */
  gboolean           updating; /* whether controls are set by us and not by the user */
  gboolean           legend;
  gboolean           table;
  gboolean           details;
  gboolean           narrow;
  gboolean           working;  /* whether the graph that was asked for takes its time */
};

typedef enum
{
  PROP_LEGEND = 1,
  PROP_TABLE,
  PROP_DETAILS,
  PROP_NARROW,
  PROP_WORKING,
} PlxGraphBarProperty;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_WORKING + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphBar, plx_graph_bar, ADW_TYPE_BIN)

static void
changed (PlxGraphBar *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
counting_changed_cb (PlxGraphBar *self)
{
  /* A count by sentence and a share by article have little to do with each other. */
  self->wanted = PLX_GRAPH_READABLE;
  if (!self->updating)
    changed (self);
}

static void
threshold_changed_cb (PlxGraphBar *self)
{
  if (self->updating)
    return;

  self->wanted = gtk_spin_button_get_value (self->threshold);
  changed (self);
}

/* All, or again what is readable. */
static void
hidden_clicked_cb (PlxGraphBar *self)
{
  self->wanted = self->hides ? 0 : PLX_GRAPH_READABLE;
  changed (self);
}

static void
comparing_changed_cb (PlxGraphBar *self)
{
  g_autofree guint8 *sides = plx_graph_comparing_dup_sides (self->comparing);
  g_autofree char *here = plx_graph_comparing_dup_name (self->comparing, PLX_GRAPH_SIDE_HERE);
  g_autofree char *there = plx_graph_comparing_dup_name (self->comparing, PLX_GRAPH_SIDE_THERE);
  /* Translators: two sources that are compared */
  g_autofree char *text = sides != NULL ? g_strdup_printf (_("%s / %s"), here, there) : NULL;

  gtk_label_set_label (self->compare_label, text != NULL ? text : _("All Sources"));
  self->wanted = PLX_GRAPH_READABLE;
  changed (self);
}

static gboolean *
find_flag (PlxGraphBar         *self,
           PlxGraphBarProperty  prop)
{
  switch (prop)
    {
    case PROP_LEGEND:
      return &self->legend;

    case PROP_TABLE:
      return &self->table;

    case PROP_DETAILS:
      return &self->details;

    case PROP_NARROW:
      return &self->narrow;

    case PROP_WORKING:
      return &self->working;

    default:
      return NULL;
    }
}

static void
plx_graph_bar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  gboolean *flag = find_flag (PLX_GRAPH_BAR (object), prop_id);

  if (flag != NULL)
    g_value_set_boolean (value, *flag);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
plx_graph_bar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlxGraphBar *self = PLX_GRAPH_BAR (object);
  gboolean *flag = find_flag (self, prop_id);

  if (flag == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (*flag == g_value_get_boolean (value))
    return;

  *flag = g_value_get_boolean (value);
  /* Where there is little room, details come by themselves. */
  gtk_widget_set_visible (GTK_WIDGET (self->threshold_label), !self->narrow);
  gtk_widget_set_visible (self->details_toggle, !self->narrow);
  g_object_notify_by_pspec (object, pspec);
}

static void
plx_graph_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_GRAPH_BAR);

  G_OBJECT_CLASS (plx_graph_bar_parent_class)->dispose (object);
}

static void
plx_graph_bar_class_init (PlxGraphBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_graph_bar_dispose;
  object_class->get_property = plx_graph_bar_get_property;
  object_class->set_property = plx_graph_bar_set_property;

  props[PROP_LEGEND] = g_param_spec_boolean ("legend", NULL, NULL, TRUE, flags);
  props[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE, flags);
  props[PROP_DETAILS] = g_param_spec_boolean ("details", NULL, NULL, FALSE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_WORKING] = g_param_spec_boolean ("working", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * PlxGraphBar::changed:
   *
   * The user wants to see another graph.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_GRAPH_COMPARING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-graph-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, scope);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, weighting);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, threshold_label);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, threshold);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, hidden_button);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, put_away_button);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, compare_label);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, comparing);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphBar, details_toggle);
  gtk_widget_class_bind_template_callback (widget_class, counting_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, threshold_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hidden_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, comparing_changed_cb);
}

static void
plx_graph_bar_init (PlxGraphBar *self)
{
  self->updating = TRUE;
  self->legend = TRUE;
  self->wanted = PLX_GRAPH_READABLE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

/* What the user wants to see counted. */
void
plx_graph_bar_get_options (PlxGraphBar     *self,
                           PlxGraphOptions *options)
{
  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  options->scope = gtk_drop_down_get_selected (self->scope);
  options->weighting = gtk_drop_down_get_selected (self->weighting);
  options->threshold = self->wanted;
}

/* Another story begins with a picture that can be read. */
void
plx_graph_bar_forget (PlxGraphBar *self)
{
  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  self->wanted = PLX_GRAPH_READABLE;
}

/**
 * plx_graph_bar_go_back:
 * @self: a bar
 * @graph: the graph that is shown
 *
 * Asks for what is shown again, and no more for what the user has asked for since.
 */
void
plx_graph_bar_go_back (PlxGraphBar *self,
                       PlxGraph    *graph)
{
  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->scope, graph->options.scope);
  gtk_drop_down_set_selected (self->weighting, graph->options.weighting);
  self->wanted = graph->options.threshold;
  self->updating = FALSE;
}

/* A count goes by ones; a share by hundredths; what is beyond chance has no upper end. */
static void
show_threshold (PlxGraphBar *self,
                PlxGraph    *graph)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (self->threshold);
  gboolean share = graph->options.weighting == PLX_GRAPH_WEIGHTING_JACCARD;
  double lower = graph->options.weighting == PLX_GRAPH_WEIGHTING_COUNT ? 1 : 0;
  double value = MAX (graph->options.threshold, lower);

  gtk_spin_button_set_digits (self->threshold, share ? 2 : 0);
  gtk_adjustment_configure (adjustment, value, lower, MAX (graph->max_strength, value),
                            share ? 0.01 : 1, share ? 0.1 : 5, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->threshold), graph->max_strength > lower);
}

/* How many names and ties the threshold hides, and how many are there by chance. */
static char *
dup_hidden (PlxGraph *graph)
{
  guint hidden = graph->n_hidden_nodes;
  guint all = hidden + graph->nodes->len;
  guint ties = graph->n_hidden_edges;

  if (hidden == 0 && ties > 0)
    /* Translators: all names are shown, but some ties between them are not */
    return g_strdup_printf (ngettext ("%u tie hidden", "%u ties hidden", ties), ties);
  if (hidden == 0)
    return g_strdup_printf (ngettext ("The only name", "All %u names", all), all);

  /* Translators: how many names are hidden, of how many */
  return g_strdup_printf (ngettext ("%u of %u name hidden", "%u of %u names hidden", all), hidden,
                          all);
}

static char *
dup_hint (PlxGraph *graph)
{
  guint ties = graph->n_hidden_edges;
  g_autofree char *hidden = g_strdup_printf (ngettext ("Hides %u tie", "Hides %u ties", ties),
                                             ties);

  if (graph->n_hidden_nodes == 0 && ties == 0)
    return g_strdup (_("Show the Most Important"));
  if (graph->n_by_chance > 0)
    /* Translators: “Hides 12 ties”, and how many of them chance explains */
    return g_strdup_printf (_("%s, %u of them no more frequent than chance. Press to show all "
                              "names"), hidden, graph->n_by_chance);

  /* Translators: “Hides 12 ties” */
  return g_strdup_printf (_("%s. Press to show all names"), hidden);
}

/**
 * plx_graph_bar_show:
 * @self: a bar
 * @graph: a graph
 * @n_put_away: how many names the user has hidden, or are too far from the one that is looked at
 *
 * Tells what is shown and what is not.
 */
void
plx_graph_bar_show (PlxGraphBar *self,
                    PlxGraph    *graph,
                    guint        n_put_away)
{
  g_autofree char *hidden = dup_hidden (graph);
  g_autofree char *hint = dup_hint (graph);
  g_autofree char *put_away = NULL;

  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  self->hides = graph->n_hidden_nodes > 0 || graph->n_hidden_edges > 0;
  self->updating = TRUE;
  show_threshold (self, graph);
  self->updating = FALSE;
  gtk_button_set_label (self->hidden_button, hidden);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hidden_button), hint);

  /* Translators: how many names the user has hidden */
  put_away = g_strdup_printf (ngettext ("%u put away", "%u put away", n_put_away), n_put_away);
  gtk_button_set_label (self->put_away_button, put_away);
  gtk_widget_set_visible (GTK_WIDGET (self->put_away_button), n_put_away > 0);
}

PlxGraphComparing *
plx_graph_bar_get_comparing (PlxGraphBar *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_BAR (self), NULL);

  return self->comparing;
}
