/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-gutter"

#include "config.h"

#include "compare/plx-pair-gutter.h"

/**
 * PlxPairGutter:
 *
 * What stands between two articles: a line from each sentence to the one that tells the same.
 * Where an article tells it elsewhere, the lines cross; those are dashed.
 *
 * It does not own the widgets that it ties; whoever removes them removes the gutter with them.
 */
struct _PlxPairGutter
{
  GtkWidget parent_instance;

  GArray   *ties; /* Tie */
  guint     current;
};

typedef struct
{
  GtkWidget *left;
  GtkWidget *right;
  gboolean   moved;
} Tie;

G_DEFINE_FINAL_TYPE (PlxPairGutter, plx_pair_gutter, GTK_TYPE_WIDGET)

static gboolean
middle_of (PlxPairGutter *self,
           GtkWidget     *widget,
           float         *y)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return FALSE;

  /* The first line of a sentence is where the eye is. */
  *y = bounds.origin.y + MIN (bounds.size.height / 2, 18);

  return TRUE;
}

static void
draw_tie (PlxPairGutter *self,
          GtkSnapshot   *snapshot,
          const Tie     *tie,
          gboolean       is_current)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke;
  GdkRGBA color;
  float left, right;

  if (!middle_of (self, tie->left, &left) || !middle_of (self, tie->right, &right))
    return;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= is_current ? 1 : 0.45;

  gsk_path_builder_move_to (builder, 0, left);
  gsk_path_builder_cubic_to (builder, width / 2, left, width / 2, right, width, right);
  path = gsk_path_builder_to_path (builder);

  stroke = gsk_stroke_new (is_current ? 3 : 1.5);
  if (tie->moved)
    gsk_stroke_set_dash (stroke, (float[]) { 5, 3 }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

static void
plx_pair_gutter_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PlxPairGutter *self = PLX_PAIR_GUTTER (widget);

  /* Right to left, the articles have changed sides; so must the lines. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget), 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }

  for (guint i = 0; i < self->ties->len; i++)
    draw_tie (self, snapshot, &g_array_index (self->ties, Tie, i), i == self->current);
}

static void
plx_pair_gutter_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 20 : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 44 : 0;
}

static void
plx_pair_gutter_finalize (GObject *object)
{
  PlxPairGutter *self = PLX_PAIR_GUTTER (object);

  g_clear_pointer (&self->ties, g_array_unref);

  G_OBJECT_CLASS (plx_pair_gutter_parent_class)->finalize (object);
}

static void
plx_pair_gutter_class_init (PlxPairGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_pair_gutter_finalize;
  widget_class->snapshot = plx_pair_gutter_snapshot;
  widget_class->measure = plx_pair_gutter_measure;

  /* The foot line tells in words what the lines show. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "plx-pair-gutter");
}

static void
plx_pair_gutter_init (PlxPairGutter *self)
{
  self->ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  self->current = G_MAXUINT;
}

GtkWidget *
plx_pair_gutter_new (void)
{
  return g_object_new (PLX_TYPE_PAIR_GUTTER, NULL);
}

/**
 * plx_pair_gutter_add:
 * @self: a gutter
 * @left: what shows the left sentence
 * @right: what shows the right one
 * @moved: whether they stand in another order
 */
void
plx_pair_gutter_add (PlxPairGutter *self,
                     GtkWidget     *left,
                     GtkWidget     *right,
                     gboolean       moved)
{
  Tie tie = { left, right, moved };

  g_return_if_fail (PLX_IS_PAIR_GUTTER (self));

  g_array_append_val (self->ties, tie);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_pair_gutter_set_current:
 * @self: a gutter
 * @tie: the tie to stress, in the order in which they were added, or `G_MAXUINT`
 */
void
plx_pair_gutter_set_current (PlxPairGutter *self,
                             guint          tie)
{
  g_return_if_fail (PLX_IS_PAIR_GUTTER (self));

  self->current = tie;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
