/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "graph/plx-graph-canvas-private.h"
#include "window/plx-memory.h"

/* What a frame of the graph costs in processor time, of all threads.
 *
 * *Moved*: one drags the picture; *nearer*: one zooms; *settling*: every node moves, as while the
 * layout is at work. Each is what the canvas does to make its nodes of the scene graph, and what
 * the Cairo renderer does to draw these on a picture of the size of the window, which is made for
 * the frame and freed after it, as GDK does. What comes after that is the display's: handing the
 * picture over is left out, and nothing is read back. Not in it either: the first frames after a
 * graph is new, which draw each name once; and the widgets around the canvas.
 *
 * *In the window* is the same frame drawn by GTK in its own time: with layout, the search for what
 * has changed, the frame around the window, and handing the picture to the X server.
 *
 * A graphics card is not measured here. It is handed the same few textures, and that of the mass
 * again only where it has been drawn anew. */

#define FRAMES 60
#define WIDTH 1180
#define HEIGHT 760
#define TIES_A_NODE 5

/* The first frames draw each name once. */
#define WARM 5

static guint n_frames = FRAMES;

/* What is measured begins so. */
static const char *only = "";

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
add_entities (PlxAnalysis *analysis,
              guint        n,
              GRand       *rand)
{
  static const char *const starts[] = { "Ba", "Ko", "Li", "Mo", "Nar", "Pe", "Ru", "Sel", "Ta" };
  static const char *const ends[] = { "din", "gor", "lan", "mek", "nova", "rus", "sen", "tal" };

  for (guint i = 0; i < n; i++)
    {
      PlxEntityRecord *entity = plx_entity_record_new ();

      entity->name = g_strdup_printf ("%s%s %s%s %u",
                                      starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))],
                                      ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))],
                                      starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))],
                                      ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))], i);
      entity->names = g_new0 (char *, 1);
      entity->kind = g_rand_int_range (rand, 0, PLX_KIND_OTHER);
      g_ptr_array_add (analysis->entities, entity);
    }
}

static void
add_mention (PlxAnnotation *annotation,
             guint32        entity)
{
  PlxMentionSpan mention = { 0 };

  mention.entity = entity;
  mention.sentence = annotation->sentences->len - 1;
  g_array_append_val (annotation->mentions, mention);
}

/* Most ties lie within a cluster of about the root of all nodes, some lead elsewhere; few nodes
 * have many. */
static guint
other_end (guint  n,
           guint  a,
           GRand *rand)
{
  guint clusters = MAX (2, sqrt (n) / 2);
  double skew = g_rand_double (rand);

  if (g_rand_double (rand) < 0.85)
    return (guint) (skew * skew * (n / clusters)) * clusters % n + a % clusters;

  return skew * skew * n;
}

static PlxAnalysis *
make_story (guint n)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  g_autoptr (PlxDocument) document = plx_document_new ("made.txt", "text");
  PlxAnnotation *annotation = plx_annotation_new (document);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  g_ptr_array_add (analysis->annotations, annotation);
  plx_document_append (document, "x", 1, PLX_ROLE_BODY, PLX_CUT_NONE);
  add_entities (analysis, n, rand);

  for (guint i = 0; i < TIES_A_NODE * n; i++)
    {
      PlxSentenceSpan sentence = { 0, 1, 0 };
      guint a = i % n;
      guint b = other_end (n, a, rand);

      g_array_append_val (annotation->sentences, sentence);
      add_mention (annotation, a);
      if (b < n && b != a)
        add_mention (annotation, b);
    }

  return analysis;
}

typedef enum
{
  MOVED,
  NEARER,
  SETTLING,
} Change;

static const char *const changes[] = { "moved", "nearer", "settling" };

static void
change (PlxGraphCanvas *canvas,
        Change          what,
        guint           frame)
{
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (canvas);
  PlxGraphScene *scene = plx_graph_canvas_get_scene (canvas);
  const int sign = frame % 40 < 20 ? 1 : -1;

  if (what == MOVED)
    plx_graph_camera_pan (camera, 3 * sign, 1);
  else if (what == NEARER)
    plx_graph_camera_zoom_at (camera, camera->scale * (sign > 0 ? 1.01 : 1 / 1.01), 400, 300);
  for (guint i = 0; what == SETTLING && i < scene->n; i++)
    scene->at[i].x += 0.02 * sign * (i % 3);
}

static double
draw_frame (PlxGraphCanvas *canvas,
            GskRenderer    *renderer,
            Change          what,
            guint           frame)
{
  double start = now ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  change (canvas, what, frame);
  plx_graph_canvas_place_stops (canvas);
  GTK_WIDGET_GET_CLASS (canvas)->snapshot (GTK_WIDGET (canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    texture = gsk_renderer_render_texture (renderer, node,
                                           &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  return now () - start;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static double
show_frame (PlxGraphCanvas *canvas,
            Change          what,
            guint           frame)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);
  double start = now ();

  change (canvas, what, frame);
  plx_graph_canvas_moved (canvas);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  return now () - start;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* In the window where there is no renderer. */
static void
measure_change (PlxGraphCanvas *canvas,
                GskRenderer    *renderer,
                const char     *what,
                Change          how)
{
  double times[FRAMES];
  g_autofree char *label = g_strdup_printf ("%s, %s%s", what, changes[how],
                                            renderer == NULL ? ", in the window" : "");

  if (!g_str_has_prefix (label, only))
    return;

  for (guint i = 0; i < n_frames + WARM; i++)
    {
      double time = renderer != NULL ? draw_frame (canvas, renderer, how, i)
                                     : show_frame (canvas, how, i);

      if (i >= WARM)
        times[i - WARM] = time;
    }

  qsort (times, n_frames, sizeof *times, compare_doubles);
  g_print ("  %-38s %6.2f ms (least %.2f, 9 of 10 below %.2f)\n", label, times[n_frames / 2],
           times[0], times[n_frames * 9 / 10]);
}

static void
measure (PlxGraphCanvas *canvas,
         GskRenderer    *renderer,
         const char     *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    measure_change (canvas, renderer, what, i);
}

static void
measure_graph (GtkWindow *window,
               guint      n)
{
  g_autoptr (PlxAnalysis) analysis = make_story (n);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  PlxGraphOptions options = { 0 };
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, passages, &options);
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (plx_graph_canvas_new ());
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GError) error = NULL;
  double start = now ();

  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
  plx_graph_measure (graph, NULL);
  g_print ("%u nodes, %u ties (laid out in %.0f ms)\n", graph->nodes->len, graph->edges->len,
           now () - start);

  gtk_window_set_child (window, GTK_WIDGET (canvas));
  start = now ();
  plx_graph_canvas_set_graph (canvas, analysis, graph);
  g_print ("  %-38s %6.2f ms\n", "taken up", now () - start);
  gtk_window_present (window);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;
       g_get_monotonic_time () < end || gtk_widget_get_width (GTK_WIDGET (canvas)) == 0; )
    g_main_context_iteration (NULL, FALSE);

  if (!gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (GTK_WIDGET (window)),
                                         &error))
    g_error ("There is no Cairo renderer: %s", error->message);

  measure (canvas, renderer, "the whole");
  measure (canvas, NULL, "the whole");
  plx_graph_canvas_get_scene (canvas)->n_groups = graph->n_groups;
  measure (canvas, renderer, "with groups");
  plx_graph_canvas_get_scene (canvas)->n_groups = 0;
  plx_graph_canvas_select (canvas, 0, PLX_NONE);
  measure (canvas, renderer, "one selected");
  plx_graph_canvas_select (canvas, PLX_NONE, PLX_NONE);
  plx_graph_canvas_get_camera (canvas)->middle = plx_graph_canvas_get_scene (canvas)->at[0];
  plx_graph_canvas_zoom (canvas, 4);
  measure (canvas, renderer, "four times as large");
  plx_graph_canvas_zoom (canvas, 4);
  measure (canvas, renderer, "sixteen times");
  gsk_renderer_unrealize (renderer);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 200, 1000, 10000, 50000 };
  GtkWidget *window;

  plx_memory_keep_pictures ();
  adw_init ();
  /* A few frames are enough for a profiler. */
  if (argc > 2)
    n_frames = CLAMP (strtoul (argv[2], NULL, 10), 1, FRAMES);
  if (argc > 3)
    only = argv[3];
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || strtoul (argv[1], NULL, 10) == sizes[i])
      measure_graph (GTK_WINDOW (window), sizes[i]);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
