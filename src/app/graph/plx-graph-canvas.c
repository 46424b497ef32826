/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-canvas"

#include "config.h"

#include "graph/plx-graph-canvas.h"

#include <adwaita.h>

#include "graph/plx-graph-canvas-private.h"
#include "graph/plx-graph-painter.h"
#include "graph/plx-graph-words.h"

/* More than this does not fly to its places but is there. */
#define MAX_FLYING 20000
#define SETTLE 120

/* New nodes come from so near to the middle. */
#define BEGIN_AT 0.55

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_ACTIVATED,
  SIGNAL_PLACED,
  SIGNAL_MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphCanvas, plx_graph_canvas, GTK_TYPE_WIDGET)

static void
forget_texts (PlxGraphCanvas *self)
{
  g_clear_pointer (&self->texts, plx_graph_texts_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is looked at as a whole: the nodes that are shown, where they go. */
static void
fit (PlxGraphCanvas *self)
{
  g_autofree PlxGraphPoint *points = g_new (PlxGraphPoint, plx_graph_canvas_n_nodes (self) + 1);
  guint n = 0;

  for (guint i = 0; i < plx_graph_canvas_n_nodes (self); i++)
    if (plx_graph_scene_shows_node (self->scene, i))
      points[n++] = self->to[i];

  plx_graph_camera_fit (&self->camera, points, n);
}

/* What a widget above the canvas covers of it; nothing where the canvas itself is small. */
static double
height_of (GtkWidget *widget,
           int        width)
{
  int minimum, height;

  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width - 24, minimum), NULL, &height,
                      NULL, NULL);

  return height;
}

static void
plx_graph_canvas_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);

  self->camera.width = width;
  self->camera.height = height;
  self->camera.head = height_of (self->head, width);
  self->camera.foot = height_of (self->foot, width);
  if (self->fits)
    fit (self);

  plx_graph_canvas_place_stops (self);
}

static void
plx_graph_canvas_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = 120;
  *natural = 400;
}

static void
snapshot_outline (PlxGraphCanvas *self,
                  GtkSnapshot    *snapshot,
                  const GdkRGBA  *accent)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA inside = *accent;

  for (guint i = 0; i < self->outline->len; i++)
    {
      PlxGraphPoint corner = g_array_index (self->outline, PlxGraphPoint, i);

      if (i == 0)
        gsk_path_builder_move_to (builder, corner.x, corner.y);
      else
        gsk_path_builder_line_to (builder, corner.x, corner.y);
    }
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (builder);

  inside.alpha = 0.15;
  gsk_stroke_set_dash (stroke, (float[]) { 5, 3 }, 2);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &inside);
  gtk_snapshot_append_stroke (snapshot, path, stroke, accent);
}

static void
plx_graph_canvas_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  PlxGraphPalette palette;
  PlxGraphPainter painter = { self->scene, &self->camera, &palette };
  gboolean focus = FALSE;

  if (self->scene == NULL)
    return;

  if (self->texts == NULL)
    self->texts = plx_graph_texts_new (widget, self->scene);

  plx_graph_palette_init (&palette, widget);
  painter.texts = self->texts;
  painter.mass = self->mass;
  painter.widget = widget;
  painter.sides = self->sides;
  painter.hover = self->hover;
  painter.focus_node = plx_graph_canvas_get_cursor (self, &painter.focus_edge);
  focus = painter.focus_node != PLX_NONE &&
          gtk_widget_has_visible_focus (gtk_widget_get_focus_child (widget));
  if (!focus || painter.focus_edge != PLX_NONE)
    painter.focus_node = PLX_NONE;
  if (!focus)
    painter.focus_edge = PLX_NONE;
  if (self->corner != NULL && gtk_widget_get_mapped (self->corner) &&
      !gtk_widget_compute_bounds (self->corner, widget, &painter.corner))
    painter.corner = *graphene_rect_zero ();

  plx_graph_painter_snapshot (&painter, snapshot);
  if (self->outline->len > 1)
    snapshot_outline (self, snapshot, &palette.accent);
}

static gboolean
plx_graph_canvas_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return plx_graph_keys_focus (PLX_GRAPH_CANVAS (widget), direction);
}

static gboolean
plx_graph_canvas_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  g_autofree char *text = NULL;
  guint edge = PLX_NONE;
  guint node;

  if (self->scene == NULL)
    return FALSE;

  node = keyboard ? plx_graph_canvas_get_cursor (self, &edge)
                  : plx_graph_scene_pick_node (self->scene, &self->camera, x, y);
  if (node == PLX_NONE && !keyboard)
    edge = plx_graph_scene_pick_edge (self->scene, &self->camera, x, y);

  if (edge != PLX_NONE)
    text = plx_graph_words_dup_edge (self->scene, edge);
  else if (node != PLX_NONE)
    text = plx_graph_words_dup_node (self->scene, node);
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
plx_graph_canvas_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  forget_texts (PLX_GRAPH_CANVAS (widget));
  GTK_WIDGET_CLASS (plx_graph_canvas_parent_class)->css_changed (widget, change);
}

static void
animate_cb (double   value,
            gpointer user_data)
{
  PlxGraphCanvas *self = user_data;

  for (guint i = 0; i < plx_graph_canvas_n_nodes (self); i++)
    {
      self->scene->at[i].x = self->from[i].x + value * (self->to[i].x - self->from[i].x);
      self->scene->at[i].y = self->from[i].y + value * (self->to[i].y - self->from[i].y);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Lets nodes go from where they are to where they belong. */
void
plx_graph_canvas_fly (PlxGraphCanvas *self,
                      guint           duration)
{
  gboolean moves = plx_graph_canvas_n_nodes (self) <= MAX_FLYING;

  adw_animation_reset (self->animation);
  if (self->scene != NULL)
    memcpy (self->from, self->scene->at, self->scene->n * sizeof *self->from);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->animation), duration);
  adw_animation_play (self->animation);
  if (!moves)
    adw_animation_skip (self->animation);
}

static void
plx_graph_canvas_dispose (GObject *object)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (object);

  g_clear_object (&self->animation);
  g_clear_weak_pointer (&self->head);
  g_clear_weak_pointer (&self->foot);
  g_clear_weak_pointer (&self->corner);
  plx_graph_canvas_remove_stops (self);

  G_OBJECT_CLASS (plx_graph_canvas_parent_class)->dispose (object);
}

static void
plx_graph_canvas_finalize (GObject *object)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (object);

  g_clear_pointer (&self->texts, plx_graph_texts_free);
  g_clear_pointer (&self->scene, plx_graph_scene_free);
  g_clear_pointer (&self->lens, plx_graph_lens_free);
  g_clear_pointer (&self->mass, plx_graph_mass_free);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->sides, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);

  G_OBJECT_CLASS (plx_graph_canvas_parent_class)->finalize (object);
}

static void
install_signals (GObjectClass *klass)
{
  GType type = G_OBJECT_CLASS_TYPE (klass);

  /**
   * PlxGraphCanvas::selection-changed:
   *
   * Something else is selected.
   */
  signals[SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  0);

  /**
   * PlxGraphCanvas::activated:
   *
   * The user wants to see what stands behind what is selected.
   */
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlxGraphCanvas::placed:
   *
   * The user has put the selected nodes somewhere: they are pinned there.
   */
  signals[SIGNAL_PLACED] =
    g_signal_new ("placed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlxGraphCanvas::menu:
   * @x: where
   * @y: where
   *
   * The user wants to see what can be done with what is selected.
   */
  signals[SIGNAL_MENU] =
    g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
plx_graph_canvas_class_init (PlxGraphCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_graph_canvas_dispose;
  object_class->finalize = plx_graph_canvas_finalize;
  widget_class->measure = plx_graph_canvas_measure;
  widget_class->size_allocate = plx_graph_canvas_size_allocate;
  widget_class->snapshot = plx_graph_canvas_snapshot;
  widget_class->focus = plx_graph_canvas_focus;
  widget_class->query_tooltip = plx_graph_canvas_query_tooltip;
  widget_class->css_changed = plx_graph_canvas_css_changed;
  install_signals (object_class);
  plx_graph_keys_install (widget_class);

  gtk_widget_class_set_css_name (widget_class, "plx-graph-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_graph_canvas_init (PlxGraphCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (animate_cb, self, NULL);

  self->stops = g_ptr_array_new ();
  self->outline = g_array_new (FALSE, FALSE, sizeof (PlxGraphPoint));
  self->lens = plx_graph_lens_new ();
  self->mass = plx_graph_mass_new ();
  self->hover = PLX_NONE;
  plx_graph_camera_set_scale (&self->camera, 100);
  self->fits = TRUE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, PLX_GRAPH_FLIGHT, target);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  plx_graph_hand_attach (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (forget_texts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (forget_texts), self,
                           G_CONNECT_SWAPPED);
  /* The widget hears of itself: nobody else holds the handler. */
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (forget_texts), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
plx_graph_canvas_new (void)
{
  return g_object_new (PLX_TYPE_GRAPH_CANVAS, NULL);
}

/* Whoever has changed flags of the scene says so. */
void
plx_graph_canvas_changed (PlxGraphCanvas *self)
{
  if (self->scene != NULL)
    plx_graph_scene_emphasize (self->scene);
  plx_graph_canvas_update_stops (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
plx_graph_canvas_apply_lens (PlxGraphCanvas *self)
{
  self->n_hidden = self->scene != NULL ? plx_graph_lens_apply (self->lens, self->scene) : 0;
  plx_graph_canvas_changed (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where nodes begin: where the graph before had them; else among those of their neighbours that
 * it had; else towards the middle. What was selected or pinned stays so. */
static void
take_over (PlxGraphCanvas *self,
           PlxGraphScene  *old)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; old != NULL && i < old->n; i++)
    g_hash_table_insert (places, (gpointer) &plx_graph_scene_node (old, i)->key,
                         GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < self->scene->n; i++)
    {
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (places,
                                                            &plx_graph_scene_node (self->scene,
                                                                                   i)->key));

      if (before > 0)
        {
          self->scene->at[i] = old->at[before - 1];
          self->scene->flags[i] = old->flags[before - 1] & PLX_GRAPH_SELECTED;
          continue;
        }

      self->scene->at[i] = (PlxGraphPoint) { BEGIN_AT * self->to[i].x, BEGIN_AT * self->to[i].y };
      for (guint j = self->scene->first[i]; j < self->scene->first[i + 1]; j++)
        {
          guint other = plx_graph_scene_other_end (self->scene, self->scene->ties[j], i);
          guint near = GPOINTER_TO_UINT (g_hash_table_lookup (places,
                                                              &plx_graph_scene_node (self->scene,
                                                                                     other)->key));

          if (near > 0)
            {
              self->scene->at[i] = old->at[near - 1];
              break;
            }
        }
    }
}

static void
take_scene (PlxGraphCanvas      *self,
            PlxGraphScene       *scene,
            const PlxGraphPoint *places)
{
  PlxGraphScene *old = g_steal_pointer (&self->scene);
  guint n;

  adw_animation_reset (self->animation);
  plx_graph_canvas_remove_stops (self);
  forget_texts (self);
  plx_graph_mass_forget (self->mass);
  self->scene = scene;
  self->hover = PLX_NONE;
  n = plx_graph_canvas_n_nodes (self);
  g_free (self->sides);
  g_free (self->from);
  g_free (self->to);
  self->sides = g_new0 (guint8, n + 1);
  self->from = g_new0 (PlxGraphPoint, n + 1);
  self->to = g_new0 (PlxGraphPoint, n + 1);

  if (scene != NULL)
    {
      memcpy (self->to, places != NULL ? places : scene->at, n * sizeof *self->to);
      take_over (self, old);
    }

  g_ptr_array_set_size (self->stops, n);
  g_clear_pointer (&old, plx_graph_scene_free);
  plx_graph_canvas_apply_lens (self);
  plx_graph_canvas_create_stops (self);
}

/**
 * plx_graph_canvas_set_graph:
 * @self: a canvas
 * @analysis: (nullable): the analysis of which the graph is
 * @graph: (nullable): a graph that is laid out, or `NULL` for an empty canvas
 *
 * Shows a graph. Nodes that were there before move to their new places, and what was selected
 * stays so.
 */
void
plx_graph_canvas_set_graph (PlxGraphCanvas *self,
                            PlxAnalysis    *analysis,
                            PlxGraph       *graph)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail ((analysis == NULL) == (graph == NULL));

  /* Another story begins with a whole picture and with nothing put away. */
  if (graph == NULL)
    {
      plx_graph_lens_clear (self->lens);
      self->fits = TRUE;
    }

  take_scene (self, graph != NULL ? plx_graph_scene_new (analysis, graph) : NULL, NULL);
  plx_graph_canvas_fly (self, PLX_GRAPH_FLIGHT);
}

/**
 * plx_graph_canvas_settle:
 * @self: a canvas
 * @analysis: the analysis of which the graph is
 * @graph: a graph that is being laid out
 * @places: (array length=n_places): where its nodes are by now
 * @n_places: how many
 *
 * Shows a graph that is still settling. [method@GraphCanvas.set_graph] ends that.
 */
void
plx_graph_canvas_settle (PlxGraphCanvas      *self,
                         PlxAnalysis         *analysis,
                         PlxGraph            *graph,
                         const PlxGraphPoint *places,
                         guint                n_places)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail (graph != NULL && graph->nodes->len == n_places);

  if (self->scene == NULL || self->scene->graph != graph)
    take_scene (self, plx_graph_scene_new (analysis, graph), places);
  else
    memcpy (self->to, places, n_places * sizeof *places);

  plx_graph_canvas_fly (self, SETTLE);
}

/* What is drawn, or `NULL`. Who changes flags in it calls plx_graph_canvas_changed(). */
PlxGraphScene *
plx_graph_canvas_get_scene (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), NULL);

  return self->scene;
}

/**
 * plx_graph_canvas_set_frame:
 * @self: a canvas
 * @head: (nullable): what lies above it on its upper edge
 * @foot: (nullable): what lies above it on its lower edge
 * @corner: (nullable): what lies above it in a corner
 *
 * Lets the whole graph be shown where nothing lies on it, and names beside what lies in the corner.
 */
void
plx_graph_canvas_set_frame (PlxGraphCanvas *self,
                            GtkWidget      *head,
                            GtkWidget      *foot,
                            GtkWidget      *corner)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  g_set_weak_pointer (&self->head, head);
  g_set_weak_pointer (&self->foot, foot);
  g_set_weak_pointer (&self->corner, corner);
}
