/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "graph/plx-graph-camera.h"
#include "graph/plx-graph-canvas.h"
#include "graph/plx-graph-lens.h"
#include "graph/plx-graph-mass.h"
#include "graph/plx-graph-texts.h"

G_BEGIN_DECLS

/* How long nodes take to fly to their places. */
#define PLX_GRAPH_FLIGHT 450

/**
 * PlxGraphCanvas:
 *
 * Draws a graph that is laid out, and lets one zoom, move, drag and select in it.
 *
 * What is drawn is a [struct@GraphScene], by a [struct@GraphPainter]. The children of the canvas
 * draw nothing: they are what the keyboard and a screen reader walk through.
 *
 * It is one type in four files, which share its fields: the widget itself, what of it is selected
 * (plx-graph-canvas-select.c), what moves (plx-graph-canvas-moves.c), and what the keyboard finds
 * (plx-graph-canvas-stops.c).
 */
struct _PlxGraphCanvas
{
  GtkWidget       parent_instance;

  PlxGraphScene  *scene;     /* nullable while there is no graph */
  PlxGraphLens   *lens;
  PlxGraphTexts  *texts;     /* nullable until something is drawn; fits @scene */
  PlxGraphMass   *mass;      /* what was drawn last of @scene, where that is much */
  guint8         *sides;     /* of each node: where its name was last */
  PlxGraphPoint  *from;      /* where each node was before it began to move */
  PlxGraphPoint  *to;        /* where it goes */
  GPtrArray      *stops;     /* of each node, nullable; borrowed: they are children */
  GtkWidget      *tie_stop;  /* nullable: of the tie to which the keyboard went */
  AdwAnimation   *animation;
  GArray         *outline;   /* (element-type PlxGraphPoint): what the hand draws around nodes */

  guint           hover;
  guint           n_hidden;
  PlxGraphCamera  camera;
  gboolean        fits;      /* as long as the user has not zoomed or moved */
  gboolean        lasso;
  GtkWidget      *head;      /* nullable, weak: what lies on the upper edge */
  GtkWidget      *foot;      /* likewise on the lower one */
  GtkWidget      *corner;    /* likewise in a corner */
};

static inline guint
plx_graph_canvas_n_nodes (PlxGraphCanvas *self)
{
  return self->scene != NULL ? self->scene->n : 0;
}

void            plx_graph_canvas_apply_lens    (PlxGraphCanvas      *self);
void            plx_graph_canvas_fly           (PlxGraphCanvas      *self,
                                                guint                duration);
void            plx_graph_canvas_place_stops   (PlxGraphCanvas      *self);
void            plx_graph_canvas_create_stops  (PlxGraphCanvas      *self);
void            plx_graph_canvas_update_stops  (PlxGraphCanvas      *self);
void            plx_graph_canvas_remove_stops  (PlxGraphCanvas      *self);
GtkWidget      *plx_graph_canvas_add_stop      (PlxGraphCanvas      *self,
                                                GtkWidget           *stop);
GtkWidget      *plx_graph_canvas_ensure_stop   (PlxGraphCanvas      *self,
                                                guint                node);

/* What the hand (plx-graph-hand.c), which turns gestures into moves, and the keys
 * (plx-graph-keys.c) may do to the canvas. */

PlxGraphCamera *plx_graph_canvas_get_camera    (PlxGraphCanvas      *self);
void            plx_graph_canvas_moved         (PlxGraphCanvas      *self);
void            plx_graph_canvas_drag          (PlxGraphCanvas      *self,
                                                guint                node,
                                                PlxGraphPoint        place);
void            plx_graph_canvas_dropped       (PlxGraphCanvas      *self);
void            plx_graph_canvas_click         (PlxGraphCanvas      *self,
                                                guint                node,
                                                double               x,
                                                double               y,
                                                gboolean             toggle);
void            plx_graph_canvas_ask_menu      (PlxGraphCanvas      *self,
                                                double               x,
                                                double               y);
void            plx_graph_canvas_hover         (PlxGraphCanvas      *self,
                                                double               x,
                                                double               y);
void            plx_graph_canvas_set_outline   (PlxGraphCanvas      *self,
                                                const PlxGraphPoint *corners,
                                                guint                n);
void            plx_graph_canvas_select_within (PlxGraphCanvas      *self,
                                                const PlxGraphPoint *corners,
                                                guint                n,
                                                gboolean             add);
guint           plx_graph_canvas_get_cursor    (PlxGraphCanvas      *self,
                                                guint               *edge);
gboolean        plx_graph_canvas_go_to         (PlxGraphCanvas      *self,
                                                guint                node,
                                                guint                edge);
void            plx_graph_canvas_reveal        (PlxGraphCanvas      *self,
                                                guint                node);

void            plx_graph_hand_attach          (PlxGraphCanvas      *canvas);
void            plx_graph_keys_install         (GtkWidgetClass      *widget_class);
gboolean        plx_graph_keys_focus           (PlxGraphCanvas      *canvas,
                                                GtkDirectionType     direction);

G_END_DECLS
