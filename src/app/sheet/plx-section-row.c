/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-section-row"

#include "config.h"

#include "sheet/plx-section-row.h"

/**
 * PlxSectionRow:
 *
 * A section of the sheet in the list of its sections: whether it is printed, and a handle by which
 * it is dragged to another place. Alt with an arrow moves it, too, and so does its menu.
 *
 * Actions: `section.move-up`, `section.move-down`.
 *
 * Signals: `toggled ()`: the user has switched it. `move-requested (int by)`: he wants it so many
 * places further down. `dropped (PlxSectionRow *other)`: he has dropped another one on it, which
 * wants its place.
 */
struct _PlxSectionRow
{
  AdwActionRow  parent_instance;

  char         *id; /* never NULL once it is made */

  GtkSwitch    *toggle;
};

enum
{
  SIGNAL_TOGGLED,
  SIGNAL_MOVE_REQUESTED,
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSectionRow, plx_section_row, ADW_TYPE_ACTION_ROW)

static void
active_notify_cb (PlxSectionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  int by = g_str_equal (action_name, "section.move-up") ? -1 : 1;

  g_signal_emit (widget, signals[SIGNAL_MOVE_REQUESTED], 0, by);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 PlxSectionRow *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, x, y);

  return gdk_content_provider_new_typed (PLX_TYPE_SECTION_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               PlxSectionRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-dragged");
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             PlxSectionRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "plx-dragged");
}

/* Rows of another window have nothing to do here. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         PlxSectionRow *self)
{
  PlxSectionRow *other = g_value_get_object (value);

  if (other == NULL || gtk_widget_get_parent (GTK_WIDGET (other)) !=
                       gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  if (other != self)
    g_signal_emit (self, signals[SIGNAL_DROPPED], 0, other);

  return TRUE;
}

static void
plx_section_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_SECTION_ROW);

  G_OBJECT_CLASS (plx_section_row_parent_class)->dispose (object);
}

static void
plx_section_row_finalize (GObject *object)
{
  PlxSectionRow *self = PLX_SECTION_ROW (object);

  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (plx_section_row_parent_class)->finalize (object);
}

static void
plx_section_row_class_init (PlxSectionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_section_row_dispose;
  object_class->finalize = plx_section_row_finalize;

  signals[SIGNAL_TOGGLED] =
    g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE_REQUESTED] =
    g_signal_new ("move-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROPPED] =
    g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_SECTION_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSectionRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, active_notify_cb);

  gtk_widget_class_install_action (widget_class, "section.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "section.move-down", NULL, move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "section.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK,
                                       "section.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "section.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK,
                                       "section.move-down", NULL);
}

static void
plx_section_row_init (PlxSectionRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PLX_TYPE_SECTION_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * plx_section_row_new:
 * @id: of a section
 * @title: what it is called
 * @is_shown: whether it is printed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_section_row_new (const char *id,
                     const char *title,
                     gboolean    is_shown)
{
  PlxSectionRow *self = g_object_new (PLX_TYPE_SECTION_ROW, "title", title, NULL);

  self->id = g_strdup (id);
  plx_section_row_set_shown (self, is_shown);

  return GTK_WIDGET (self);
}

const char *
plx_section_row_get_id (PlxSectionRow *self)
{
  g_return_val_if_fail (PLX_IS_SECTION_ROW (self), NULL);

  return self->id;
}

gboolean
plx_section_row_is_shown (PlxSectionRow *self)
{
  g_return_val_if_fail (PLX_IS_SECTION_ROW (self), FALSE);

  return gtk_switch_get_active (self->toggle);
}

void
plx_section_row_set_shown (PlxSectionRow *self,
                           gboolean       is_shown)
{
  g_return_if_fail (PLX_IS_SECTION_ROW (self));

  gtk_switch_set_active (self->toggle, is_shown);
}

/**
 * plx_section_row_set_place:
 * @self: a row
 * @place: its place among the sections, the first is 0
 * @n_places: how many there are
 *
 * Tells the row where it stands: the first one cannot go up.
 */
void
plx_section_row_set_place (PlxSectionRow *self,
                           guint          place,
                           guint          n_places)
{
  g_return_if_fail (PLX_IS_SECTION_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.move-up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.move-down", place + 1 < n_places);
}
