/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-text"

#include "config.h"

#include "compare/plx-pair-text.h"

#include "compare/plx-pair-fill.h"

/**
 * PlxPairText:
 *
 * An article beside another, as running text. It knows where its sentences stand, and lets one be
 * chosen by pointer or key; what is done with it is for the pair to say, through its `pair.`
 * actions.
 *
 * It is a text view, so that an article of any length has one widget and only what can be seen is
 * laid out.
 */
struct _PlxPairText
{
  GtkTextView  parent_instance;

  GArray      *spans; /* PlxPairSpan, by sentence; nullable while nothing is shown */
};

typedef enum
{
  SIGNAL_CHOSEN,
  SIGNAL_MENU,
  N_SIGNALS,
} PlxPairTextSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxPairText, plx_pair_text, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
buffer_of (PlxPairText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static PlxPairSpan *
span_at (PlxPairText *self,
         guint32      sentence)
{
  return &g_array_index (self->spans, PlxPairSpan, sentence);
}

static gboolean
is_shown (PlxPairText *self,
          guint32      sentence)
{
  return self->spans != NULL && sentence < self->spans->len &&
         span_at (self, sentence)->end > span_at (self, sentence)->start;
}

/* Along the edge, a line of text is passed from its top to its bottom while it is read from its
 * start to its end. So sentences that share a line come one below the other there. */
static double
edge_of (PlxPairText       *self,
         const GtkTextIter *iter,
         gboolean           is_end,
         gboolean           is_rtl)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  double left = gtk_text_view_get_left_margin (view);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - left -
                 gtk_text_view_get_right_margin (view);
  GtkTextIter letter = *iter;
  GdkRectangle place;
  double part;

  /* An end is where its last letter ends: behind that, a line may already run the other way. */
  if (is_end)
    gtk_text_iter_backward_char (&letter);
  gtk_text_view_get_iter_location (view, &letter, &place);
  if (is_end)
    place.x += is_rtl ? -ABS (place.width) : place.width;
  part = CLAMP ((place.x - left) / MAX (width, 1), 0, 1);

  return place.y + place.height * (is_rtl ? 1 - part : part);
}

static guint32
find_at (PlxPairText *self,
         guint        offset)
{
  guint low = 0, high = self->spans->len;

  /* The last that starts there or before; those that are hidden start where the next one does. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (span_at (self, middle)->start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  while (low > 0 && !is_shown (self, low - 1))
    low--;

  return low > 0 ? low - 1 : plx_pair_text_step (self, PLX_NONE, 1);
}

static guint32
sentence_at_pointer (PlxPairText *self,
                     double       x,
                     double       y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int left, top;

  if (self->spans == NULL)
    return PLX_NONE;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  gtk_text_view_get_iter_at_location (view, &iter, left, top);

  return find_at (self, gtk_text_iter_get_offset (&iter));
}

/* Choosing must not get into the way of selecting text with the pointer. */
static void
released_cb (PlxPairText     *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  guint32 sentence = sentence_at_pointer (self, x, y);

  if (n_press == 1 && sentence != PLX_NONE &&
      !gtk_text_buffer_get_has_selection (buffer_of (self)))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, sentence);
}

static void
menu_pressed_cb (PlxPairText     *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  guint32 sentence = sentence_at_pointer (self, x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (sentence == PLX_NONE)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, sentence);
  g_signal_emit (self, signals[SIGNAL_MENU], 0);
}

static void
set_tints (PlxPairText *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  plx_pair_fill_set_tints (buffer_of (self), &color, accent,
                           adw_style_manager_get_high_contrast (manager));
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MENU], 0);
}

static void
plx_pair_text_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_pair_text_parent_class)->css_changed (widget, change);

  if (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)) != NULL)
    set_tints (PLX_PAIR_TEXT (widget));
}

/* What is copied says where it is from, so the pair does it. */
static void
plx_pair_text_copy_clipboard (GtkTextView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "pair.copy", NULL);
}

static void
plx_pair_text_dispose (GObject *object)
{
  PlxPairText *self = PLX_PAIR_TEXT (object);

  g_clear_pointer (&self->spans, g_array_unref);

  G_OBJECT_CLASS (plx_pair_text_parent_class)->dispose (object);
}

static void
add_shortcut (GtkEventController *controller,
              guint               key,
              GdkModifierType     modifiers,
              const char         *action,
              GVariant           *parameter)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, parameter);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* The keys of a text view move a cursor that nobody sees; here they go from sentence to sentence,
 * and to the other article. They come before those, which a subclass cannot take away. */
static void
add_shortcuts (PlxPairText *self)
{
  static const struct { guint key; const char *action; int direction; gboolean shift; } keys[] = {
    { GDK_KEY_Up, "pair.step", -1 },
    { GDK_KEY_KP_Up, "pair.step", -1 },
    { GDK_KEY_Down, "pair.step", 1 },
    { GDK_KEY_KP_Down, "pair.step", 1 },
    { GDK_KEY_Home, "pair.step", -2 },
    { GDK_KEY_KP_Home, "pair.step", -2 },
    { GDK_KEY_End, "pair.step", 2 },
    { GDK_KEY_KP_End, "pair.step", 2 },
    { GDK_KEY_Left, "pair.partner", 0 },
    { GDK_KEY_KP_Left, "pair.partner", 0 },
    { GDK_KEY_Right, "pair.partner", 0 },
    { GDK_KEY_KP_Right, "pair.partner", 0 },
    { GDK_KEY_Return, "pair.open", 0 },
    { GDK_KEY_KP_Enter, "pair.open", 0 },
    { GDK_KEY_ISO_Enter, "pair.open", 0 },
    { GDK_KEY_F7, "pair.previous-difference", 0 },
    { GDK_KEY_F8, "pair.next-difference", 0 },
    { GDK_KEY_Delete, "correct.expel-here", 0 },
    { GDK_KEY_KP_Delete, "correct.expel-here", 0 },
    { GDK_KEY_Delete, "correct.dismiss-here", 0, TRUE },
    { GDK_KEY_KP_Delete, "correct.dismiss-here", 0, TRUE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_shortcut (controller, keys[i].key, keys[i].shift ? GDK_SHIFT_MASK : 0, keys[i].action,
                  keys[i].direction != 0 ? g_variant_new_int32 (keys[i].direction) : NULL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
plx_pair_text_class_init (PlxPairTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_pair_text_dispose;
  widget_class->css_changed = plx_pair_text_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = plx_pair_text_copy_clipboard;

  /* Somebody has chosen a sentence, by its place in the annotation. */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  /* Somebody wants the menu of the sentence that is chosen. */
  signals[SIGNAL_MENU] =
    g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /* In place of the menu of a text that can be edited. */
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_cb);
}

static void
plx_pair_text_init (PlxPairText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  gtk_text_view_set_pixels_below_lines (view, 12);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-pair-text");

  plx_pair_fill_make_tags (buffer_of (self));
  set_tints (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::accent-color-rgba",
                           G_CALLBACK (set_tints), self, G_CONNECT_SWAPPED);

  add_shortcuts (self);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

/**
 * plx_pair_text_show:
 * @self: a text
 * @model: two articles
 * @side: the one to show
 */
void
plx_pair_text_show (PlxPairText        *self,
                    const PlxPairModel *model,
                    PlxPairSide         side)
{
  g_return_if_fail (PLX_IS_PAIR_TEXT (self));

  g_clear_pointer (&self->spans, g_array_unref);
  self->spans = plx_pair_fill (buffer_of (self), model, side);
}

void
plx_pair_text_clear (PlxPairText *self)
{
  g_return_if_fail (PLX_IS_PAIR_TEXT (self));

  g_clear_pointer (&self->spans, g_array_unref);
  gtk_text_buffer_set_text (buffer_of (self), "", 0);
}

static void
get_iters (PlxPairText *self,
           guint32      sentence,
           GtkTextIter *start,
           GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), start, span_at (self, sentence)->start);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), end, span_at (self, sentence)->end);
}

/**
 * plx_pair_text_get_extent:
 * @self: a text
 * @sentence: a sentence
 * @top: (out): where it begins along the edge of the text, in the coordinates of the buffer
 * @bottom: (out): where it ends
 *
 * Lays the paragraph out where that has not been done.
 *
 * Returns: whether it is shown
 */
gboolean
plx_pair_text_get_extent (PlxPairText *self,
                          guint32      sentence,
                          double      *top,
                          double      *bottom)
{
  GtkTextIter start, end;
  gboolean is_rtl;

  g_return_val_if_fail (PLX_IS_PAIR_TEXT (self), FALSE);

  if (!is_shown (self, sentence))
    return FALSE;

  is_rtl = span_at (self, sentence)->is_rtl;
  get_iters (self, sentence, &start, &end);
  *top = edge_of (self, &start, FALSE, is_rtl);
  *bottom = MAX (edge_of (self, &end, TRUE, is_rtl), *top);

  return TRUE;
}

/* How far into its paragraph a place is, by the share of its letters. */
static double
guess_edge (PlxPairText *self,
            GtkTextIter *iter)
{
  GtkTextIter end = *iter;
  int y, height, length;

  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), iter, &y, &height);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  length = gtk_text_iter_get_line_offset (&end);

  return y + (double) height * gtk_text_iter_get_line_offset (iter) / MAX (length, 1);
}

/**
 * plx_pair_text_guess_extent:
 * @self: a text
 * @sentence: a sentence
 * @top: (out): about where it begins along the edge of the text
 * @bottom: (out): about where it ends
 *
 * As [method@PairText.get_extent], for what is too far away to be laid out.
 *
 * Returns: whether it is shown
 */
gboolean
plx_pair_text_guess_extent (PlxPairText *self,
                            guint32      sentence,
                            double      *top,
                            double      *bottom)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PLX_IS_PAIR_TEXT (self), FALSE);

  if (!is_shown (self, sentence))
    return FALSE;

  get_iters (self, sentence, &start, &end);
  *top = guess_edge (self, &start);
  *bottom = MAX (guess_edge (self, &end), *top);

  return TRUE;
}

/**
 * plx_pair_text_find:
 * @self: a text
 * @y: a height in the coordinates of the buffer
 *
 * Returns: the sentence that begins the line at that height, or `PLX_NONE` in an empty text
 */
guint32
plx_pair_text_find (PlxPairText *self,
                    double       y)
{
  GtkTextIter iter;

  g_return_val_if_fail (PLX_IS_PAIR_TEXT (self), PLX_NONE);

  if (self->spans == NULL || self->spans->len == 0)
    return PLX_NONE;

  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, 0, MAX (y, 0));

  return find_at (self, gtk_text_iter_get_offset (&iter));
}

/**
 * plx_pair_text_get_visible:
 * @self: a text
 * @first: (out): the first sentence that can be seen
 * @last: (out): the last one
 *
 * Returns: whether there is any
 */
gboolean
plx_pair_text_get_visible (PlxPairText *self,
                           guint32     *first,
                           guint32     *last)
{
  GdkRectangle seen;
  GtkTextIter end;

  g_return_val_if_fail (PLX_IS_PAIR_TEXT (self), FALSE);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  *first = plx_pair_text_find (self, seen.y);
  if (*first == PLX_NONE)
    return FALSE;

  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &end, seen.x + seen.width,
                                      seen.y + seen.height);
  *last = MAX (*first, find_at (self, gtk_text_iter_get_offset (&end)));

  return TRUE;
}

/**
 * plx_pair_text_step:
 * @self: a text
 * @sentence: a sentence, or `PLX_NONE` to start from beyond the end
 * @direction: 1 for the next one, -1 for the one before
 *
 * Returns: the next sentence that is shown, or `PLX_NONE`
 */
guint32
plx_pair_text_step (PlxPairText *self,
                    guint32      sentence,
                    int          direction)
{
  guint n = self->spans != NULL ? self->spans->len : 0;
  guint i = sentence != PLX_NONE ? sentence + direction : direction > 0 ? 0 : n - 1;

  while (i < n && !is_shown (self, i))
    i += direction;

  return i < n ? i : PLX_NONE;
}

/**
 * plx_pair_text_get_area:
 * @self: a text
 * @sentence: a sentence
 * @area: (out): its first line, in the coordinates of the widget
 *
 * Returns: whether it is shown
 */
gboolean
plx_pair_text_get_area (PlxPairText  *self,
                        guint32       sentence,
                        GdkRectangle *area)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PLX_IS_PAIR_TEXT (self), FALSE);

  if (!is_shown (self, sentence))
    return FALSE;

  get_iters (self, sentence, &start, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area->x,
                                         area->y, &area->x, &area->y);

  return TRUE;
}

void
plx_pair_text_unmark (PlxPairText *self)
{
  GtkTextIter start, end;

  g_return_if_fail (PLX_IS_PAIR_TEXT (self));

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer_of (self), "current", &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer_of (self), "partner", &start, &end);
}

/**
 * plx_pair_text_mark:
 * @self: a text
 * @sentence: a sentence
 * @is_current: whether it is the chosen one, or a partner of it
 */
void
plx_pair_text_mark (PlxPairText *self,
                    guint32      sentence,
                    gboolean     is_current)
{
  GtkTextIter start, end;

  g_return_if_fail (PLX_IS_PAIR_TEXT (self));

  if (!is_shown (self, sentence))
    return;

  get_iters (self, sentence, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer_of (self), is_current ? "current" : "partner", &start,
                                     &end);
}

/**
 * plx_pair_text_dup_selected:
 * @self: a text
 *
 * Returns: (transfer full) (nullable): the words that are selected
 */
char *
plx_pair_text_dup_selected (PlxPairText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PLX_IS_PAIR_TEXT (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (buffer_of (self), &start, &end))
    return NULL;

  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE);
}
