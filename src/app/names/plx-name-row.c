/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-row"

#include "config.h"

#include "names/plx-name-row.h"

#include "names/plx-source-bars.h"
#include "read/plx-read-text.h"

/**
 * PlxNameRow:
 *
 * A [class@NameItem]: the name with the line that its kind has in the text, what it is, and how
 * often which source names it.
 *
 * Signals, where it has a hand: `menu-requested (double x, double y)`, `name-dropped (PlxNameItem)`
 * when another was dropped on it.
 */
struct _PlxNameRow
{
  AdwBin         parent_instance;

  PlxNameItem   *item; /* nullable: rows are recycled */

  GtkLabel      *name;
  GtkLabel      *facts;
  PlxSourceBars *bars;
  GtkLabel      *count;
};

typedef enum
{
  PROP_ITEM = 1,
} PlxNameRowProperty;

enum
{
  SIGNAL_MENU_REQUESTED,
  SIGNAL_NAME_DROPPED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_ITEM + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxNameRow, plx_name_row, ADW_TYPE_BIN)

static void
plx_name_row_dispose (GObject *object)
{
  PlxNameRow *self = PLX_NAME_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAME_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (plx_name_row_parent_class)->dispose (object);
}

static void
plx_name_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlxNameRow *self = PLX_NAME_ROW (object);

  switch ((PlxNameRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_name_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PlxNameRow *self = PLX_NAME_ROW (object);

  switch ((PlxNameRowProperty) prop_id)
    {
    case PROP_ITEM:
      plx_name_row_set_item (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_name_row_class_init (PlxNameRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_name_row_dispose;
  object_class->get_property = plx_name_row_get_property;
  object_class->set_property = plx_name_row_set_property;

  props[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, PLX_TYPE_NAME_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_MENU_REQUESTED] =
    g_signal_new ("menu-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_NAME_DROPPED] =
    g_signal_new ("name-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_NAME_ITEM);

  g_type_ensure (PLX_TYPE_SOURCE_BARS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-name-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNameRow, name);
  gtk_widget_class_bind_template_child (widget_class, PlxNameRow, facts);
  gtk_widget_class_bind_template_child (widget_class, PlxNameRow, bars);
  gtk_widget_class_bind_template_child (widget_class, PlxNameRow, count);
}

static void
plx_name_row_init (PlxNameRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_name_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
plx_name_row_new (void)
{
  return g_object_new (PLX_TYPE_NAME_ROW, NULL);
}

static void
pressed_cb (PlxNameRow      *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU_REQUESTED], 0, x, y);
}

static void
long_pressed_cb (PlxNameRow *self,
                 double      x,
                 double      y)
{
  g_signal_emit (self, signals[SIGNAL_MENU_REQUESTED], 0, x, y);
}

static GdkContentProvider *
prepare_drag_cb (PlxNameRow    *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self->name));

  gtk_drag_source_set_icon (source, picture, 0, 0);

  return gdk_content_provider_new_typed (PLX_TYPE_NAME_ITEM, self->item);
}

static gboolean
drop_cb (PlxNameRow   *self,
         const GValue *value)
{
  g_signal_emit (self, signals[SIGNAL_NAME_DROPPED], 0, g_value_get_object (value));

  return TRUE;
}

static void
add_controller (PlxNameRow         *self,
                GtkEventController *controller,
                const char         *signal,
                GCallback           callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * plx_name_row_add_hand:
 * @self: a row
 *
 * Lets the row be dragged onto another, and have a menu.
 */
void
plx_name_row_add_hand (PlxNameRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (PLX_TYPE_NAME_ITEM, GDK_ACTION_COPY);

  g_return_if_fail (PLX_IS_NAME_ROW (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  add_controller (self, GTK_EVENT_CONTROLLER (click), "pressed", G_CALLBACK (pressed_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (press), "pressed", G_CALLBACK (long_pressed_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (source), "prepare", G_CALLBACK (prepare_drag_cb));
  add_controller (self, GTK_EVENT_CONTROLLER (drop), "drop", G_CALLBACK (drop_cb));
}

PlxNameItem *
plx_name_row_get_item (PlxNameRow *self)
{
  g_return_val_if_fail (PLX_IS_NAME_ROW (self), NULL);

  return self->item;
}

static void
show (PlxNameRow *self)
{
  const PlxEntityRecord *record = plx_name_item_get_record (self->item);
  g_autofree char *name = plx_read_text_mark_kind (record->name, record->kind);
  g_autofree char *facts = plx_name_item_dup_facts (self->item);
  g_autofree char *count = g_strdup_printf ("%u", record->n_mentions);
  g_autofree char *counts = plx_name_item_dup_counts (self->item);
  g_autofree char *sources = plx_name_item_dup_sources (self->item);
  g_autofree char *tooltip = g_strjoin ("\n", counts, sources, NULL);

  gtk_label_set_markup (self->name, name);
  gtk_label_set_label (self->facts, facts);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bars), tooltip);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), counts);
}

void
plx_name_row_set_item (PlxNameRow  *self,
                       PlxNameItem *item)
{
  g_return_if_fail (PLX_IS_NAME_ROW (self));
  g_return_if_fail (item == NULL || PLX_IS_NAME_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;

  plx_source_bars_set_item (self->bars, item);
  if (item != NULL)
    show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}
