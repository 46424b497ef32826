/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-scroll"

#include "config.h"

#include "compare/plx-pair-scroll.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

/* A sentence that is gone to stays where it is between these parts of the height; otherwise it
 * comes to the first third, where there is room for what follows. */
#define HIGHEST 0.08
#define LOWEST  0.7
#define RESTING 0.3

/* For so many frames a sentence that was gone to is brought back to its place. */
#define N_FRAMES 10

/**
 * PlxPairScroll:
 *
 * Scrolls two articles together: what is tied stays level. The side that the user has touched
 * last leads and the other follows, by the sentences that both have in the same order; between
 * them by proportion. A sentence that has been gone to is kept level with its partner exactly for
 * as long as it can be seen, also where it has moved.
 */
struct _PlxPairScroll
{
  GObject             parent_instance;

  PlxPairText        *texts[PLX_PAIR_N_SIDES]; /* not owned; live longer */
  const PlxPairModel *model;     /* nullable; the pair's */
  PlxPairSide         leader;
  guint32             held[PLX_PAIR_N_SIDES]; /* sentences that are kept level, or PLX_NONE */
  double              held_at;   /* how far below the top, until the user scrolls; else -1 */
  gboolean            is_touched; /* whether the user has done anything since it was gone to */
  guint               idle;      /* source that will bring them level; 0 where they are */
  guint               tick;      /* of ticking; 0 where nothing is waited for */
  PlxPairText        *ticking;   /* the text that led when it was gone to */
  guint               n_frames;  /* that have passed since it was gone to */
  gboolean            is_linked;
  gboolean            is_moving; /* whether a side is being moved by this object */
};

G_DEFINE_FINAL_TYPE (PlxPairScroll, plx_pair_scroll, G_TYPE_OBJECT)

static GtkAdjustment *
adjustment_of (PlxPairScroll *self,
               PlxPairSide    side)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->texts[side]));
}

static double
most_of (PlxPairScroll *self,
         PlxPairSide    side)
{
  GtkAdjustment *adjustment = adjustment_of (self, side);

  return MAX (0, gtk_adjustment_get_upper (adjustment) -
                 gtk_adjustment_get_page_size (adjustment));
}

static void
move (PlxPairScroll *self,
      PlxPairSide    side,
      double         value)
{
  gboolean was_moving = self->is_moving;

  self->is_moving = TRUE;
  gtk_adjustment_set_value (adjustment_of (self, side), CLAMP (value, 0, most_of (self, side)));
  self->is_moving = was_moving;
}

/* Where a sentence begins, counted as its adjustment counts: with the margin above the text. */
static gboolean
get_extent (PlxPairScroll *self,
            PlxPairSide    side,
            guint32        sentence,
            double        *top,
            double        *bottom)
{
  int margin = gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self->texts[side]));

  if (!plx_pair_text_get_extent (self->texts[side], sentence, top, bottom))
    return FALSE;
  *top += margin;
  *bottom += margin;

  return TRUE;
}

static const PlxPairLink *
nth_link (PlxPairScroll *self,
          PlxPairSide    side,
          guint          place)
{
  return plx_pair_model_link (self->model, plx_pair_model_nth (self->model, side, place));
}

/* Two heights that belong together: of the side that leads, and of the one that follows. */
typedef struct
{
  double from;
  double to;
} Point;

/* Where several sentences are tied to one, each has its part of it. */
static void
get_points (PlxPairScroll     *self,
            PlxPairSide        from,
            const PlxPairLink *link,
            Point             *start,
            Point             *end)
{
  guint n, first = plx_pair_model_find (self->model, !from, link->sentence[!from], &n);
  guint n_kept = 0, own = 0;
  double height;

  get_extent (self, from, link->sentence[from], &start->from, &end->from);
  get_extent (self, !from, link->sentence[!from], &start->to, &end->to);

  for (guint i = first; i < first + n; i++)
    {
      const PlxPairLink *other = nth_link (self, !from, i);

      own = other == link ? n_kept : own;
      n_kept += !other->is_moved;
    }
  height = (end->to - start->to) / MAX (n_kept, 1);
  start->to += own * height;
  end->to = start->to + height;
}

/* The height on the other side that belongs to one on this side. */
static double
map (PlxPairScroll *self,
     PlxPairSide    from,
     double         y)
{
  int margin = gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self->texts[from]));
  guint32 sentence = plx_pair_text_find (self->texts[from], y - margin);
  Point low = { 0, 0 }, start, end;
  Point high = { gtk_adjustment_get_upper (adjustment_of (self, from)),
                 gtk_adjustment_get_upper (adjustment_of (self, !from)) };
  guint n, place = plx_pair_model_find (self->model, from, sentence, &n);

  /* Several sentences may share a line, so what follows can begin above too. */
  for (guint i = 0; i < place + n; i++)
    {
      const PlxPairLink *link = nth_link (self, from, place + n - 1 - i);

      if (link->is_moved)
        continue;
      get_points (self, from, link, &start, &end);
      if (y >= end.from)
        low = end;
      else if (y >= start.from)
        low = start, high = end;
      else
        {
          high = start;
          continue;
        }
      break;
    }

  for (guint i = place + n; i < self->model->links->len; i++)
    {
      const PlxPairLink *link = nth_link (self, from, i);

      if (link->is_moved)
        continue;
      get_points (self, from, link, &start, &end);
      if (start.from >= low.from && start.from < high.from)
        high = start;
      break;
    }

  if (high.from <= low.from)
    return low.to;

  return low.to + (high.to - low.to) * (y - low.from) / (high.from - low.from);
}

static gboolean
is_in_view (PlxPairScroll *self,
            PlxPairSide    side,
            double         top,
            double         bottom)
{
  GtkAdjustment *adjustment = adjustment_of (self, side);
  double value = gtk_adjustment_get_value (adjustment);

  return bottom > value && top < value + gtk_adjustment_get_page_size (adjustment);
}

/* One of the two is not there where the window is narrow. */
static gboolean
is_together (PlxPairScroll *self)
{
  return self->is_linked && gtk_widget_get_mapped (GTK_WIDGET (self->texts[LEFT])) &&
         gtk_widget_get_mapped (GTK_WIDGET (self->texts[RIGHT]));
}

/* Near its beginning or end an article cannot be moved further; then the two are level there. */
static double
fit (PlxPairScroll *self,
     double         wish,
     const double  *top,
     gboolean       has_partner)
{
  PlxPairSide side = self->leader;
  double least = top[side] - most_of (self, side), most = top[side];

  if (has_partner)
    {
      least = MAX (least, top[!side] - most_of (self, !side));
      most = MIN (most, top[!side]);
    }

  return MIN (MAX (wish, least), most);
}

/* Keeps a sentence and its partner level, and tells whether they still can be. What is asked for is
 * fitted anew each time, since a text view learns only bit by bit how long its text is. */
static gboolean
keep_level (PlxPairScroll *self)
{
  PlxPairSide side = self->leader;
  double top[PLX_PAIR_N_SIDES], bottom[PLX_PAIR_N_SIDES];
  gboolean has_partner;

  if (!get_extent (self, side, self->held[side], &top[side], &bottom[side]))
    return FALSE;
  has_partner = is_together (self) &&
                get_extent (self, !side, self->held[!side], &top[!side], &bottom[!side]);

  if (self->held_at >= 0)
    {
      double at = fit (self, self->held_at, top, has_partner);

      move (self, side, top[side] - at);
      if (has_partner)
        move (self, !side, top[!side] - at);
      return has_partner;
    }

  if (!is_in_view (self, side, top[side], bottom[side]))
    self->held[LEFT] = self->held[RIGHT] = PLX_NONE;
  else if (has_partner)
    move (self, !side, gtk_adjustment_get_value (adjustment_of (self, side)) +
                       top[!side] - top[side]);

  return has_partner && self->held[side] != PLX_NONE;
}

/* Both are level where the eye is: at the top of the window when the leader is at its top, at the
 * foot when it is at its end, and in between by proportion. So both ends can be reached. */
static void
follow (PlxPairScroll *self)
{
  PlxPairSide leader = self->leader;
  GtkAdjustment *adjustment = adjustment_of (self, leader);
  double value = gtk_adjustment_get_value (adjustment);
  double most = most_of (self, leader);
  double part = most > 0 ? value / most : 0;
  double y = value + part * gtk_adjustment_get_page_size (adjustment);

  move (self, !leader, map (self, leader, y) -
                       part * gtk_adjustment_get_page_size (adjustment_of (self, !leader)));
}

static void
update (PlxPairScroll *self)
{
  if (self->model == NULL || self->is_moving)
    return;

  if (!keep_level (self) && is_together (self))
    follow (self);
}

static gboolean
idle_cb (gpointer data)
{
  PlxPairScroll *self = data;

  self->idle = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Adjustments change while a text view is being given its place, when nothing else may be moved;
 * so the other one follows a moment later, before the next frame is laid out. */
static void
queue_update (PlxPairScroll *self)
{
  if (self->idle == 0 && !self->is_moving)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

/* A text that was written anew moves while it is being moved, and says nothing more of it. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PlxPairScroll *self = data;

  if (self->held_at >= 0 && ++self->n_frames <= N_FRAMES)
    {
      queue_update (self);
      return G_SOURCE_CONTINUE;
    }

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_watching (PlxPairScroll *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->ticking), self->tick);
  self->tick = 0;
}

static void
watch_frames (PlxPairScroll *self)
{
  stop_watching (self);
  self->n_frames = 0;
  self->ticking = self->texts[self->leader];
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->ticking), tick_cb, self, NULL);
}

static void
value_changed_cb (PlxPairScroll *self,
                  GtkAdjustment *adjustment)
{
  if (self->is_moving || adjustment != adjustment_of (self, self->leader))
    return;

  /* A text view moves by itself too, when it learns how long its text is. */
  if (self->is_touched)
    self->held_at = -1;
  queue_update (self);
}

static void
lead (PlxPairScroll      *self,
      GtkEventController *controller)
{
  GtkWidget *scrolled = gtk_event_controller_get_widget (controller);

  self->leader = gtk_widget_is_ancestor (GTK_WIDGET (self->texts[LEFT]), scrolled) ? LEFT : RIGHT;
  self->is_touched = TRUE;
}

static gboolean
scrolled_cb (PlxPairScroll            *self,
             double                    x,
             double                    y,
             GtkEventControllerScroll *controller)
{
  lead (self, GTK_EVENT_CONTROLLER (controller));

  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (PlxPairScroll   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  lead (self, GTK_EVENT_CONTROLLER (gesture));
}

static gboolean
key_pressed_cb (PlxPairScroll         *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  lead (self, GTK_EVENT_CONTROLLER (controller));

  return GDK_EVENT_PROPAGATE;
}

/* Whatever moves a side comes first to the window that scrolls it. */
static void
watch (PlxPairScroll *self,
       GtkWidget     *scrolled)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (scrolled, scroll);
  gtk_widget_add_controller (scrolled, click);
  gtk_widget_add_controller (scrolled, key);
}

static void
plx_pair_scroll_dispose (GObject *object)
{
  PlxPairScroll *self = PLX_PAIR_SCROLL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  stop_watching (self);

  G_OBJECT_CLASS (plx_pair_scroll_parent_class)->dispose (object);
}

static void
plx_pair_scroll_class_init (PlxPairScrollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_pair_scroll_dispose;
}

static void
plx_pair_scroll_init (PlxPairScroll *self)
{
  self->is_linked = TRUE;
  self->held[LEFT] = self->held[RIGHT] = PLX_NONE;
  self->held_at = -1;
}

/**
 * plx_pair_scroll_new:
 * @left: the left article, in a scrolled window
 * @right: the right one
 *
 * The two must live longer than what is returned.
 *
 * Returns: (transfer full): what scrolls them together
 */
PlxPairScroll *
plx_pair_scroll_new (PlxPairText *left,
                     PlxPairText *right)
{
  PlxPairScroll *self = g_object_new (PLX_TYPE_PAIR_SCROLL, NULL);

  self->texts[LEFT] = left;
  self->texts[RIGHT] = right;
  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    {
      GtkAdjustment *adjustment = adjustment_of (self, side);

      /* A text view learns its height bit by bit. */
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                               G_CONNECT_SWAPPED);
      watch (self, gtk_widget_get_parent (GTK_WIDGET (self->texts[side])));
    }

  return self;
}

/**
 * plx_pair_scroll_show:
 * @self: what scrolls two texts
 * @model: (nullable): what they show, or nothing; must live until something else is shown
 */
void
plx_pair_scroll_show (PlxPairScroll      *self,
                      const PlxPairModel *model)
{
  g_return_if_fail (PLX_IS_PAIR_SCROLL (self));

  self->model = model;
  self->held[LEFT] = self->held[RIGHT] = PLX_NONE;
  self->held_at = -1;
}

/**
 * plx_pair_scroll_set_linked:
 * @self: what scrolls two texts
 * @linked: whether the one follows the other
 */
void
plx_pair_scroll_set_linked (PlxPairScroll *self,
                            gboolean       linked)
{
  g_return_if_fail (PLX_IS_PAIR_SCROLL (self));

  self->is_linked = linked;
  update (self);
}

/**
 * plx_pair_scroll_to:
 * @self: what scrolls two texts
 * @side: a side
 * @sentence: a sentence of it
 * @partner: the sentence of the other side that is to be level with it, or `PLX_NONE`
 *
 * Brings a sentence into view, and its partner beside it.
 */
void
plx_pair_scroll_to (PlxPairScroll *self,
                    PlxPairSide    side,
                    guint32        sentence,
                    guint32        partner)
{
  GtkAdjustment *adjustment;
  double top, bottom, page, at;

  g_return_if_fail (PLX_IS_PAIR_SCROLL (self));

  adjustment = adjustment_of (self, side);
  page = gtk_adjustment_get_page_size (adjustment);
  self->leader = side;
  self->held[side] = sentence;
  self->held[!side] = partner;
  if (!get_extent (self, side, sentence, &top, &bottom))
    return;

  at = top - gtk_adjustment_get_value (adjustment);
  if (at < page * HIGHEST || at > page * LOWEST || at + bottom - top > page)
    at = page * RESTING;
  self->held_at = at;
  self->is_touched = FALSE;
  update (self);
  watch_frames (self);
}

/**
 * plx_pair_scroll_get_height:
 * @self: what scrolls two texts
 * @side: a side
 * @sentence: a sentence of it
 *
 * Returns: how far below the top of the window it begins, or -1 where that cannot be seen
 */
double
plx_pair_scroll_get_height (PlxPairScroll *self,
                            PlxPairSide    side,
                            guint32        sentence)
{
  double top, bottom, at;

  g_return_val_if_fail (PLX_IS_PAIR_SCROLL (self), -1);

  if (!get_extent (self, side, sentence, &top, &bottom))
    return -1;
  at = top - gtk_adjustment_get_value (adjustment_of (self, side));

  return at < gtk_adjustment_get_page_size (adjustment_of (self, side)) ? MAX (at, -1) : -1;
}

/**
 * plx_pair_scroll_hold_at:
 * @self: what scrolls two texts, and has just been told to go to a sentence
 * @height: how far below the top of the window it is to begin
 *
 * Lets a sentence stay where it was while its text was written anew.
 */
void
plx_pair_scroll_hold_at (PlxPairScroll *self,
                         double         height)
{
  g_return_if_fail (PLX_IS_PAIR_SCROLL (self));
  g_return_if_fail (height >= 0);

  self->held_at = height;
  update (self);
}
