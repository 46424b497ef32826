/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-preview"

#include "config.h"

#include <math.h>

#include "sheet/plx-sheet-page.h"
#include "sheet/plx-sheet-preview-private.h"

/* Of a screenful: what a key for one scrolls, and an arrow. */
#define SCREEN 0.9
#define STEP 0.1

/* A notch of the wheel. */
#define WHEEL_FACTOR 1.1

static const double steps[] = {
  PLX_PREVIEW_MIN_ZOOM, 0.35, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, PLX_PREVIEW_MAX_ZOOM,
};

/**
 * plx_sheet_preview_zoom_by:
 * @self: pages
 * @n: 1 to make pages larger, -1 to make them smaller
 *
 * Zooms to the next size of those that one would choose.
 */
void
plx_sheet_preview_zoom_by (PlxSheetPreview *self,
                           int              n)
{
  double zoom, found;

  g_return_if_fail (PLX_IS_SHEET_PREVIEW (self));

  zoom = plx_sheet_preview_get_zoom (self);
  found = n > 0 ? steps[G_N_ELEMENTS (steps) - 1] : steps[0];
  if (n > 0)
    {
      for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
        if (steps[i - 1] > zoom * 1.01)
          found = steps[i - 1];
    }
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        if (steps[i] < zoom * 0.99)
          found = steps[i];
    }

  plx_sheet_preview_set_zoom (self, found);
}

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  plx_sheet_preview_scroll (PLX_SHEET_PREVIEW (widget), g_variant_get_double (args));

  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (widget);
  int direction = g_variant_get_int32 (args);
  guint page = plx_sheet_preview_get_page (self);

  if (direction > 0)
    plx_sheet_preview_go_to (self, page + 1);
  else
    plx_sheet_preview_go_to (self, page > 0 ? page - 1 : 0);

  return TRUE;
}

static gboolean
go_to_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  plx_sheet_preview_go_to (PLX_SHEET_PREVIEW (widget), g_variant_get_uint32 (args));

  return TRUE;
}

/* To the side where there is something to be seen, else to the next page on that side. */
static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (widget);
  int side = g_variant_get_int32 (args);
  g_autoptr (GVariant) turn = NULL;

  if (plx_sheet_preview_pan (self, side * STEP))
    return TRUE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    side = -side;
  turn = g_variant_ref_sink (g_variant_new_int32 (side));

  return turn_cb (widget, turn, NULL);
}

/* Where pages stand in rows, one is opened to be read. */
static gboolean
open_page (PlxSheetPreview *self,
           guint            page)
{
  if (self->layout.n_columns < 2)
    return FALSE;

  plx_sheet_preview_set_fit (self, PLX_PREVIEW_FIT_AUTO);
  plx_sheet_preview_show (self, page);

  return TRUE;
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (widget);

  return plx_sheet_preview_follow_link (self) ||
         open_page (self, plx_sheet_preview_get_page (self));
}

static gboolean
link_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  return plx_sheet_preview_move_link (PLX_SHEET_PREVIEW (widget), g_variant_get_int32 (args));
}

static void
add_key (GtkWidgetClass  *widget_class,
         guint            key,
         guint            keypad,
         GdkModifierType  modifiers,
         GtkShortcutFunc  func,
         const char      *format,
         ...)
{
  g_autoptr (GVariant) args = NULL;
  va_list list;

  va_start (list, format);
  args = g_variant_ref_sink (g_variant_new_va (format, NULL, &list));
  va_end (list);

  gtk_widget_class_add_binding (widget_class, key, modifiers, func, "@*", args);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers, func, "@*", args);
}

/**
 * plx_sheet_preview_install_keys:
 * @widget_class: the class
 *
 * Installs the keys that one knows from a viewer of documents.
 */
void
plx_sheet_preview_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    guint           keypad;
    GdkModifierType modifiers;
    double          screens;
  } scrolls[] = {
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, SCREEN },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, -SCREEN },
    { GDK_KEY_space, GDK_KEY_KP_Space, 0, SCREEN },
    { GDK_KEY_space, GDK_KEY_KP_Space, GDK_SHIFT_MASK, -SCREEN },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, STEP },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -STEP },
  };
  static const struct { guint key, keypad; int direction; } turns[] = {
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    add_key (widget_class, scrolls[i].key, scrolls[i].keypad, scrolls[i].modifiers, scroll_cb,
             "d", scrolls[i].screens);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    add_key (widget_class, turns[i].key, turns[i].keypad, GDK_CONTROL_MASK, turn_cb,
             "i", turns[i].direction);

  add_key (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, 0, open_cb, "u", 0u);
  add_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, link_cb, "i", -1);
  add_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, link_cb, "i", 1);
  add_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, pan_cb, "i", -1);
  add_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, pan_cb, "i", 1);
  for (guint i = 0; i < 2; i++)
    {
      GdkModifierType modifiers = i == 0 ? 0 : GDK_CONTROL_MASK;

      add_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, modifiers, go_to_cb, "u", 0u);
      add_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, modifiers, go_to_cb, "u", G_MAXUINT);
    }
}

static gboolean
wheel_cb (GtkEventControllerScroll *controller,
          double                    dx,
          double                    dy,
          PlxSheetPreview          *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (base);
  graphene_point_t point;
  double x, y;

  if (!(gtk_event_controller_get_current_event_state (base) & GDK_CONTROL_MASK))
    return FALSE;

  /* An event tells its place in the window, ours is wanted. */
  if (!gdk_event_get_position (event, &x, &y) ||
      !gtk_widget_compute_point (GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self))),
                                 GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    graphene_point_init (&point, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                         gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
  plx_sheet_preview_set_zoom_at (self, plx_sheet_preview_get_zoom (self) * pow (WHEEL_FACTOR, -dy),
                               point.x, point.y);

  return TRUE;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                PlxSheetPreview  *self)
{
  double *zoom = g_object_get_data (G_OBJECT (gesture), "zoom");

  *zoom = plx_sheet_preview_get_zoom (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom  *gesture,
          double           scale,
          PlxSheetPreview *self)
{
  const double *zoom = g_object_get_data (G_OBJECT (gesture), "zoom");
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;

  plx_sheet_preview_set_zoom_at (self, *zoom * scale, x, y);
}

/* Who clicks on a page reads on from there with the keys. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PlxSheetPreview *self)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (child == NULL || !PLX_IS_SHEET_PAGE (child))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }

  gtk_widget_grab_focus (child);
  if (n_press == 1 && plx_sheet_preview_follow_at (self, x, y))
    return;
  if (n_press == 2)
    open_page (self, plx_sheet_page_get_page (PLX_SHEET_PAGE (child)));
}

/**
 * plx_sheet_preview_init_gestures:
 * @self: pages that are being made
 *
 * Lets the wheel with Ctrl and two fingers zoom, and a click give the focus.
 */
void
plx_sheet_preview_init_gestures (PlxSheetPreview *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  /* Before the scrolled window around us sees it. */
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_object_set_data_full (G_OBJECT (pinch), "zoom", g_new0 (double, 1), g_free);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  plx_sheet_preview_init_links (self);
}
