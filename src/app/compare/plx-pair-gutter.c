/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-gutter"

#include "config.h"

#include "compare/plx-pair-gutter.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

/* At either edge there is room for a bar along each sentence and for a sign. */
#define EDGE 22
#define WIDTH 84

/* Signs of sentences that share a line are kept this far apart. */
#define SIGN_STEP 13

/* What is out of sight by more than this part of the height is far away. */
#define FAR 0.25

/**
 * PlxPairGutter:
 *
 * What stands between two articles: beside each sentence a sign that tells how it stands to the
 * other article, and a band from each to the one that tells the same. Where an article tells it
 * elsewhere, the bands cross; those are dashed.
 *
 * No more is drawn than can be seen. Where only one of the two texts is shown, there are only
 * the signs of that one.
 */
struct _PlxPairGutter
{
  GtkWidget           parent_instance;

  PlxPairText        *texts[PLX_PAIR_N_SIDES]; /* not owned; live in the same pair */
  const PlxPairModel *model;   /* nullable; the pair's */
  PlxPairSide         side;    /* of the current sentence */
  guint32             current; /* a sentence of side, or PLX_NONE */
  GtkWidget          *signs[PLX_PAIR_ALONE + 1]; /* by kind: they carry the font and the colour */
};

typedef enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
} PlxPairGutterSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxPairGutter, plx_pair_gutter, GTK_TYPE_WIDGET)

static const char *
sign_of (PlxPairKind kind)
{
  switch (kind)
    {
    case PLX_PAIR_SAME:
      return "=";

    case PLX_PAIR_REWORDED:
      return "≈";

    case PLX_PAIR_DIFFERS:
      return "≠";

    case PLX_PAIR_ALONE:
    default:
      return "◇";
    }
}

static gboolean
is_visible (PlxPairGutter *self,
            PlxPairSide    side)
{
  return self->texts[side] != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->texts[side]));
}

/* How far the text has been scrolled away from the gutter. */
static double
offset_of (PlxPairGutter *self,
           PlxPairSide    side)
{
  int x, y;

  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->texts[side]), GTK_TEXT_WINDOW_WIDGET,
                                         0, 0, &x, &y);

  return y;
}

/* Where a sentence stands along the gutter. Where it is out of sight, about there. */
static gboolean
get_extent (PlxPairGutter *self,
            PlxPairSide    side,
            guint32        sentence,
            double        *top,
            double        *bottom)
{
  guint32 first, last;
  double offset = offset_of (self, side);
  gboolean is_shown;

  if (plx_pair_text_get_visible (self->texts[side], &first, &last) &&
      sentence >= first && sentence <= last)
    is_shown = plx_pair_text_get_extent (self->texts[side], sentence, top, bottom);
  else
    is_shown = plx_pair_text_guess_extent (self->texts[side], sentence, top, bottom);
  *top += offset + 1;
  *bottom += offset - 1;

  return is_shown;
}

/* From the start of the line, whichever side that is on the screen. */
static float
at_x (PlxPairGutter *self,
      float          x)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
         ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static float
edge_x (PlxPairGutter *self,
        PlxPairSide    side,
        float          inside)
{
  return at_x (self, side == LEFT ? inside : gtk_widget_get_width (GTK_WIDGET (self)) - inside);
}

static GdkRGBA
color_of (PlxPairGutter *self,
          PlxPairKind    kind,
          float          alpha)
{
  GdkRGBA color;

  gtk_widget_get_color (self->signs[kind], &color);
  color.alpha *= alpha;

  return color;
}

static void
append_stroke (GtkSnapshot   *snapshot,
               GskPath       *path,
               const GdkRGBA *color,
               float          width,
               float          dash)
{
  GskStroke *stroke = gsk_stroke_new (width);

  if (dash > 0)
    gsk_stroke_set_dash (stroke, (float[]) { dash, dash * 0.75f }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
add_curve (PlxPairGutter  *self,
           GskPathBuilder *builder,
           PlxPairSide     to,
           float           y_from,
           float           y_to)
{
  float middle = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0f;

  gsk_path_builder_cubic_to (builder, middle, y_from, middle, y_to,
                             edge_x (self, to, EDGE), y_to);
}

static GskPath *
make_curve (PlxPairGutter *self,
            float          left,
            float          right)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, edge_x (self, LEFT, EDGE), left);
  add_curve (self, builder, RIGHT, left, right);

  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
make_band (PlxPairGutter *self,
           const double   top[PLX_PAIR_N_SIDES],
           const double   bottom[PLX_PAIR_N_SIDES])
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, edge_x (self, LEFT, EDGE), top[LEFT]);
  add_curve (self, builder, RIGHT, top[LEFT], top[RIGHT]);
  gsk_path_builder_line_to (builder, edge_x (self, RIGHT, EDGE), bottom[RIGHT]);
  add_curve (self, builder, LEFT, bottom[RIGHT], bottom[LEFT]);
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

static gboolean
is_current (PlxPairGutter     *self,
            const PlxPairLink *link)
{
  return self->current != PLX_NONE && link->sentence[self->side] == self->current;
}

/* A band to what is far out of sight says no more than in which direction that is; many of them
 * would only be a tangle. */
static gboolean
is_far (PlxPairGutter *self,
        PlxPairSide    side,
        guint32        sentence,
        gboolean      *is_below)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double top, bottom;

  if (!get_extent (self, side, sentence, &top, &bottom))
    return FALSE;
  *is_below = top > height / 2;

  return bottom < -height * FAR || top > height * (1 + FAR);
}

/* The same words are two thin lines and nothing between; other words are a tint; what differs is
 * a tint within lines. */
static void
draw_band (PlxPairGutter     *self,
           GtkSnapshot       *snapshot,
           const PlxPairLink *link)
{
  double top[PLX_PAIR_N_SIDES], bottom[PLX_PAIR_N_SIDES];
  gboolean current = is_current (self, link);
  float fill = link->kind == PLX_PAIR_SAME ? 0 : link->kind == PLX_PAIR_REWORDED ? 0.12 : 0.18;
  float line = link->kind == PLX_PAIR_DIFFERS ? 1.5 : 1;
  float alpha = link->kind == PLX_PAIR_REWORDED && !link->is_moved ? 0.25 : 0.6;
  g_autoptr (GskPath) band = NULL;
  gboolean is_below;
  GdkRGBA color;

  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    if (!get_extent (self, side, link->sentence[side], &top[side], &bottom[side]) ||
        (!current && is_far (self, side, link->sentence[side], &is_below)))
      return;

  band = make_band (self, top, bottom);
  color = color_of (self, link->kind, current ? fill + 0.2 : fill);
  gtk_snapshot_append_fill (snapshot, band, GSK_FILL_RULE_WINDING, &color);

  color = color_of (self, link->kind, current ? 1 : alpha);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GskPath) curve = make_curve (self, i == 0 ? top[LEFT] : bottom[LEFT],
                                              i == 0 ? top[RIGHT] : bottom[RIGHT]);

      append_stroke (snapshot, curve, &color, current ? line + 1 : line, link->is_moved ? 5 : 0);
    }
}

static void
draw_layout (PlxPairGutter *self,
             GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             PlxPairSide    side,
             float          inside,
             float          y,
             const GdkRGBA *color)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
    edge_x (self, side, inside) - width / 2.0f, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* An arrow for what is too far away for a band; one is enough for all in a direction. */
static void
draw_arrows (PlxPairGutter *self,
             GtkSnapshot   *snapshot,
             PlxPairSide    side,
             guint32        sentence,
             float          y,
             const GdkRGBA *color)
{
  guint n, first = plx_pair_model_find (self->model, side, sentence, &n);
  gboolean above = FALSE, below = FALSE;
  g_autoptr (PangoLayout) layout = NULL;

  for (guint i = first; i < first + n; i++)
    {
      const PlxPairLink *link =
        plx_pair_model_link (self->model, plx_pair_model_nth (self->model, side, i));
      gboolean is_below;

      if (!is_far (self, !side, link->sentence[!side], &is_below))
        continue;
      above |= !is_below;
      below |= is_below;
    }
  if (!above && !below)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                           above && below ? "↕" : above ? "↑" : "↓");
  draw_layout (self, snapshot, layout, side, EDGE + 5, y, color);
}

/* A bar along the sentence, dotted where nothing is tied to it, and the sign at its first line. */
static void
draw_sign (PlxPairGutter *self,
           GtkSnapshot   *snapshot,
           PlxPairSide    side,
           guint32        sentence,
           float         *next)
{
  PlxPairKind kind = plx_pair_model_kind (self->model, side, sentence);
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (self->signs[kind], sign_of (kind));
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) bar = NULL;
  gboolean current = self->side == side && self->current == sentence;
  GdkRGBA color = color_of (self, kind, current ? 1 : 0.75);
  float thickness = kind == PLX_PAIR_DIFFERS ? 3 : kind == PLX_PAIR_REWORDED ? 2 : 1;
  double top, bottom;
  int height;
  float y;

  if (!get_extent (self, side, sentence, &top, &bottom))
    {
      gsk_path_builder_unref (builder);
      return;
    }

  gsk_path_builder_move_to (builder, edge_x (self, side, 2), top);
  gsk_path_builder_line_to (builder, edge_x (self, side, 2), bottom);
  bar = gsk_path_builder_free_to_path (builder);
  append_stroke (snapshot, bar, &color, current ? MAX (thickness, 2) + 1 : thickness,
                 kind == PLX_PAIR_ALONE ? 2 : 0);

  pango_layout_get_pixel_size (layout, NULL, &height);
  y = MAX (*next, MIN (top + 11, (top + bottom) / 2) - height / 2.0);
  *next = y + SIGN_STEP;
  draw_layout (self, snapshot, layout, side, EDGE / 2.0f + 2, y, &color);
  if (is_visible (self, !side))
    draw_arrows (self, snapshot, side, sentence, y, &color);
}

static void
draw_signs (PlxPairGutter *self,
            GtkSnapshot   *snapshot,
            PlxPairSide    side)
{
  guint32 first, last;
  float next = -G_MAXFLOAT;

  if (!plx_pair_text_get_visible (self->texts[side], &first, &last))
    return;

  for (guint32 i = first; i <= last; i++)
    if (plx_pair_model_is_compared (self->model, side, i))
      draw_sign (self, snapshot, side, i, &next);
}

/* Those of the left side that can be seen, and those of the right side that lead elsewhere. */
static void
draw_bands (PlxPairGutter *self,
            GtkSnapshot   *snapshot,
            gboolean       of_current)
{
  guint32 first[PLX_PAIR_N_SIDES], last[PLX_PAIR_N_SIDES];

  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    if (!plx_pair_text_get_visible (self->texts[side], &first[side], &last[side]))
      return;

  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    {
      guint n, place = plx_pair_model_find (self->model, side, first[side], &n);

      for (; place < self->model->links->len; place++)
        {
          const PlxPairLink *link =
            plx_pair_model_link (self->model, plx_pair_model_nth (self->model, side, place));

          if (link->sentence[side] > last[side])
            break;
          if (side == RIGHT && link->sentence[LEFT] >= first[LEFT] &&
              link->sentence[LEFT] <= last[LEFT])
            continue;
          if (is_current (self, link) == of_current)
            draw_band (self, snapshot, link);
        }
    }
}

static void
plx_pair_gutter_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PlxPairGutter *self = PLX_PAIR_GUTTER (widget);

  if (self->model == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  if (is_visible (self, LEFT) && is_visible (self, RIGHT))
    {
      draw_bands (self, snapshot, FALSE);
      draw_bands (self, snapshot, TRUE);
    }
  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    if (is_visible (self, side))
      draw_signs (self, snapshot, side);
  gtk_snapshot_pop (snapshot);
}

static void
released_cb (PlxPairGutter   *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  PlxPairSide side = at_x (self, x) < gtk_widget_get_width (GTK_WIDGET (self)) / 2.0 ? LEFT : RIGHT;
  guint32 sentence;

  if (!is_visible (self, side))
    side = !side;
  if (self->model == NULL || !is_visible (self, side))
    return;

  sentence = plx_pair_text_find (self->texts[side], y - offset_of (self, side));
  if (sentence != PLX_NONE)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, side, sentence);
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
  PlxPairGutter *self = PLX_PAIR_GUTTER (widget);
  gboolean is_wide = self->texts[LEFT] == NULL ||
                     (gtk_widget_is_visible (GTK_WIDGET (self->texts[LEFT])) &&
                      gtk_widget_is_visible (GTK_WIDGET (self->texts[RIGHT])));

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? 0 : is_wide ? WIDTH : EDGE;
}

static void
plx_pair_gutter_dispose (GObject *object)
{
  PlxPairGutter *self = PLX_PAIR_GUTTER (object);

  for (PlxPairKind kind = PLX_PAIR_SAME; kind <= PLX_PAIR_ALONE; kind++)
    g_clear_pointer (&self->signs[kind], gtk_widget_unparent);

  G_OBJECT_CLASS (plx_pair_gutter_parent_class)->dispose (object);
}

static void
plx_pair_gutter_class_init (PlxPairGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_pair_gutter_dispose;
  widget_class->snapshot = plx_pair_gutter_snapshot;
  widget_class->measure = plx_pair_gutter_measure;

  /* Somebody has chosen a sentence: its side, and its place in the annotation. */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /* What it shows is told with each sentence, and at the foot. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "plx-pair-gutter");
}

static void
plx_pair_gutter_init (PlxPairGutter *self)
{
  static const char * const classes[] = { "same", "reworded", "differs", "alone" };
  GtkGesture *click = gtk_gesture_click_new ();

  self->current = PLX_NONE;
  for (PlxPairKind kind = PLX_PAIR_SAME; kind <= PLX_PAIR_ALONE; kind++)
    {
      self->signs[kind] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->signs[kind], classes[kind]);
      gtk_widget_set_parent (self->signs[kind], GTK_WIDGET (self));
      gtk_widget_set_child_visible (self->signs[kind], FALSE);
    }

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * plx_pair_gutter_set_texts:
 * @self: a gutter
 * @left: what shows the left article
 * @right: what shows the right one
 *
 * The two must live as long as the gutter does.
 */
void
plx_pair_gutter_set_texts (PlxPairGutter *self,
                           PlxPairText   *left,
                           PlxPairText   *right)
{
  g_return_if_fail (PLX_IS_PAIR_GUTTER (self));

  self->texts[LEFT] = left;
  self->texts[RIGHT] = right;
}

/**
 * plx_pair_gutter_show:
 * @self: a gutter
 * @model: (nullable): what its texts show, or nothing; must live until something else is shown
 */
void
plx_pair_gutter_show (PlxPairGutter      *self,
                      const PlxPairModel *model)
{
  g_return_if_fail (PLX_IS_PAIR_GUTTER (self));

  self->model = model;
  self->current = PLX_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_pair_gutter_set_current:
 * @self: a gutter
 * @side: a side
 * @sentence: the sentence of it of which the bands are to be stressed, or `PLX_NONE`
 */
void
plx_pair_gutter_set_current (PlxPairGutter *self,
                             PlxPairSide    side,
                             guint32        sentence)
{
  g_return_if_fail (PLX_IS_PAIR_GUTTER (self));

  self->side = side;
  self->current = sentence;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
