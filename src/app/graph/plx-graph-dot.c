/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-dot"

#include "config.h"

#include "graph/plx-graph-dot.h"

#include <adwaita.h>

#include "graph/plx-graph.h"
#include "sheet/plx-sheet-words.h"

/* Around the shape: its corners reach over the radius, and there is a ring when it is selected. */
#define REACH 1.45
#define RING 5

#define MAX_NAME_WIDTH 170

/**
 * PlxGraphDot:
 *
 * A node of the graph on the canvas: the shape of its kind, and its name beside it.
 *
 * Dots are widgets so that the keyboard and the screen reader find them. The canvas says where
 * they lie and where their names go.
 *
 * ## CSS
 *
 * The node is `plx-graph-dot`, with the name of the kind as a class. Its `color` is that of
 * the shape.
 */
struct _PlxGraphDot
{
  GtkWidget         parent_instance;

  guint             node;
  PlxKind           kind;
  double            radius;
  double            zoom; /* at most 1: a dot is smaller in a small picture */
  PlxGraphEmphasis  emphasis;
  PangoLayout      *layout; /* nullable until it is measured */
  char             *name;
  gboolean          named;
  double            name_x; /* from the middle of the shape */
  double            name_y;
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphDot, plx_graph_dot, GTK_TYPE_WIDGET)

static void
plx_graph_dot_finalize (GObject *object)
{
  PlxGraphDot *self = PLX_GRAPH_DOT (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (plx_graph_dot_parent_class)->finalize (object);
}

static PangoLayout *
ensure_layout (PlxGraphDot *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->name);
      pango_layout_set_width (self->layout,
                              adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, MAX_NAME_WIDTH,
                                                     gtk_widget_get_settings (GTK_WIDGET (self))) *
                              PANGO_SCALE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }

  return self->layout;
}

static void
plx_graph_dot_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  PlxGraphDot *self = PLX_GRAPH_DOT (widget);

  g_clear_object (&self->layout);
  GTK_WIDGET_CLASS (plx_graph_dot_parent_class)->css_changed (widget, change);
}

static void
plx_graph_dot_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PlxGraphDot *self = PLX_GRAPH_DOT (widget);

  *minimum = *natural = (int) (2 * (self->radius * REACH + RING)) + 1;
}

static GskPath *
create_shape (PlxGraphDot *self,
              double       radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  guint n = plx_graph_get_shape (self->kind, corners);

  if (n == 0)
    gsk_path_builder_add_circle (builder, graphene_point_zero (), radius);

  for (guint i = 0; i < n; i++)
    if (i == 0)
      gsk_path_builder_move_to (builder, radius * corners[i].x, radius * corners[i].y);
    else
      gsk_path_builder_line_to (builder, radius * corners[i].x, radius * corners[i].y);
  if (n > 0)
    gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

static void
stroke (GtkSnapshot   *snapshot,
        GskPath       *path,
        double         width,
        const GdkRGBA *color)
{
  g_autoptr (GskStroke) line = gsk_stroke_new (width);

  gsk_stroke_set_line_join (line, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, line, color);
}

/* libadwaita's own colours of a view; there is no way to ask CSS for a background. */
static GdkRGBA
get_ground (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return dark ? (GdkRGBA) { 0.114, 0.114, 0.125, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
}

/* The name, with an edge of the ground so that it can be read where ties pass under it. */
static void
snapshot_name (PlxGraphDot   *self,
               GtkSnapshot   *snapshot,
               const GdkRGBA *ground)
{
  static const int around[8][2] = {
    { -1, -1 }, { 0, -1 }, { 1, -1 }, { -1, 0 }, { 1, 0 }, { -1, 1 }, { 0, 1 }, { 1, 1 },
  };
  GskShadow halo[G_N_ELEMENTS (around)];
  PangoRectangle extents;
  GdkRGBA color;

  /* The dot's own colour is that of its kind; the name has the colour of text. */
  gtk_widget_get_color (gtk_widget_get_parent (GTK_WIDGET (self)), &color);

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    halo[i] = (GskShadow) { *ground, 1.4 * around[i][0], 1.4 * around[i][1], 0 };

  /* From right to left, the name lies at the far end of the width that it may have. */
  pango_layout_get_extents (ensure_layout (self), NULL, &extents);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (self->name_x - extents.x / (float) PANGO_SCALE,
                                                self->name_y));
  gtk_snapshot_push_shadow (snapshot, halo, G_N_ELEMENTS (halo));
  gtk_snapshot_append_layout (snapshot, ensure_layout (self), &color);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
plx_graph_dot_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlxGraphDot *self = PLX_GRAPH_DOT (widget);
  g_autoptr (GskPath) shape = create_shape (self, plx_graph_dot_get_radius (self));
  GdkRGBA ground = get_ground ();
  gboolean hover = gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT;
  gboolean focus = gtk_widget_has_visible_focus (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2.0f,
                                                gtk_widget_get_height (widget) / 2.0f));

  if (self->emphasis == PLX_GRAPH_FAR)
    gtk_snapshot_push_opacity (snapshot, 0.3);

  if (self->emphasis == PLX_GRAPH_SELECTED || hover || focus)
    {
      g_autoptr (GskPath) ring = create_shape (self, plx_graph_dot_get_radius (self) + 3.5);
      GdkRGBA accent = color;

      accent.alpha = self->emphasis == PLX_GRAPH_SELECTED || focus ? 0.9 : 0.4;
      stroke (snapshot, ring, focus ? 3 : 2.5, &accent);
    }

  stroke (snapshot, shape, 3, &ground);
  gtk_snapshot_append_fill (snapshot, shape, GSK_FILL_RULE_WINDING, &color);

  if (self->named || self->emphasis == PLX_GRAPH_SELECTED || self->emphasis == PLX_GRAPH_NEAR ||
      hover || focus)
    snapshot_name (self, snapshot, &ground);

  if (self->emphasis == PLX_GRAPH_FAR)
    gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
plx_graph_dot_state_flags_changed (GtkWidget     *widget,
                                   GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);
}

static void
plx_graph_dot_class_init (PlxGraphDotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  object_class->finalize = plx_graph_dot_finalize;
  widget_class->measure = plx_graph_dot_measure;
  widget_class->snapshot = plx_graph_dot_snapshot;
  widget_class->css_changed = plx_graph_dot_css_changed;
  widget_class->state_flags_changed = plx_graph_dot_state_flags_changed;

  /**
   * PlxGraphDot::activate:
   *
   * It was chosen by key or by a screen reader.
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "plx-graph-dot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
plx_graph_dot_init (PlxGraphDot *self)
{
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * plx_graph_dot_new:
 * @node: its place in the graph
 * @kind: what it is
 * @name: what it is called
 * @radius: of its shape, in pixels
 *
 * Returns: (transfer floating): a dot
 */
GtkWidget *
plx_graph_dot_new (guint       node,
                   PlxKind     kind,
                   const char *name,
                   double      radius)
{
  PlxGraphDot *self = g_object_new (PLX_TYPE_GRAPH_DOT, NULL);
  g_autofree char *tooltip = g_strdup_printf ("%s – %s", name, plx_words_kind (kind));

  self->node = node;
  self->kind = kind;
  self->name = g_strdup (name);
  self->radius = radius;
  gtk_widget_add_css_class (GTK_WIDGET (self), plx_enum_to_nick (PLX_TYPE_KIND, kind));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);

  return GTK_WIDGET (self);
}

guint
plx_graph_dot_get_node (PlxGraphDot *self)
{
  return self->node;
}

double
plx_graph_dot_get_radius (PlxGraphDot *self)
{
  return self->radius * self->zoom;
}

void
plx_graph_dot_set_zoom (PlxGraphDot *self,
                        double       zoom)
{
  self->zoom = MIN (zoom, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_graph_dot_get_name_size (PlxGraphDot *self,
                             double      *width,
                             double      *height)
{
  int w, h;

  pango_layout_get_size (ensure_layout (self), &w, &h);
  *width = w / (double) PANGO_SCALE;
  *height = h / (double) PANGO_SCALE;
}

/**
 * plx_graph_dot_place_name:
 * @self: a dot
 * @named: whether there is room for its name; it is shown at (@x, @y) nevertheless while the dot
 *   is selected or pointed at
 * @x: the left edge of the name, from the middle of the shape
 * @y: its upper edge
 */
void
plx_graph_dot_place_name (PlxGraphDot *self,
                          gboolean     named,
                          double       x,
                          double       y)
{
  self->named = named;
  self->name_x = x;
  self->name_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_graph_dot_set_emphasis (PlxGraphDot      *self,
                            PlxGraphEmphasis  emphasis)
{
  if (self->emphasis == emphasis)
    return;

  self->emphasis = emphasis;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               emphasis == PLX_GRAPH_SELECTED ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                              : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
