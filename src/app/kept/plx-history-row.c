/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-history-row"

#include "config.h"

#include "kept/plx-history-row.h"

#include <glib/gi18n.h>

#include "kept/plx-when.h"

/**
 * PlxHistoryRow:
 *
 * Shows one [class@ChangeItem], and a button that goes to before it, or, where it is undone, to
 * after it. What the button asks for is the action `history.go (int64 change, boolean after)` of
 * whoever has the list.
 */
struct _PlxHistoryRow
{
  AdwBin         parent_instance;

  PlxChangeItem *item; /* nullable: rows are recycled */

  GtkWidget     *label;
  GtkWidget     *step;
};

typedef enum
{
  PROP_ITEM = 1,
} PlxHistoryRowProperty;

static GParamSpec *props[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (PlxHistoryRow, plx_history_row, ADW_TYPE_BIN)

static char *
format_state (PlxHistoryRow *self,
              gint64         at,
              gboolean       undone,
              gboolean       current)
{
  g_autofree char *time = plx_when_dup_time (at);

  if (undone)
    /* Translators: %s is a time of day; the change is taken back now */
    return g_strdup_printf (_("%s · Undone"), time);
  if (current)
    /* Translators: %s is a time of day; everything is now as it was after this change */
    return g_strdup_printf (_("%s · Now"), time);

  return g_steal_pointer (&time);
}

static char *
get_icon (PlxHistoryRow *self,
          gboolean       undone)
{
  return g_strdup (undone ? "edit-redo-symbolic" : "edit-undo-symbolic");
}

static char *
get_tip (PlxHistoryRow *self,
         gboolean       undone)
{
  return g_strdup (undone ? _("Redo Up to This") : _("Undo This and All After It"));
}

static void
step_clicked_cb (PlxHistoryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.go", "(xb)",
                              plx_change_item_get_id (self->item),
                              plx_change_item_is_undone (self->item));
}

static void
update_look (PlxHistoryRow *self)
{
  const gboolean undone = self->item != NULL && plx_change_item_is_undone (self->item);
  g_autofree char *words = NULL;

  if (undone)
    gtk_widget_add_css_class (self->label, "dimmed");
  else
    gtk_widget_remove_css_class (self->label, "dimmed");

  if (self->item == NULL)
    return;

  /* Translators: %s is a change, such as “Rename Story” */
  words = g_strdup_printf (undone ? _("Redo up to: %s") : _("Undo this and all after it: %s"),
                           plx_change_item_get_label (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->step), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
set_item (PlxHistoryRow *self,
          PlxChangeItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update_look, self);
  if (!g_set_object (&self->item, item))
    return;

  if (item != NULL)
    g_signal_connect_object (item, "notify::undone", G_CALLBACK (update_look), self,
                             G_CONNECT_SWAPPED);
  update_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

static void
plx_history_row_dispose (GObject *object)
{
  PlxHistoryRow *self = PLX_HISTORY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_HISTORY_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (plx_history_row_parent_class)->dispose (object);
}

static void
plx_history_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlxHistoryRow *self = PLX_HISTORY_ROW (object);

  switch ((PlxHistoryRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_history_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlxHistoryRow *self = PLX_HISTORY_ROW (object);

  switch ((PlxHistoryRowProperty) prop_id)
    {
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_history_row_class_init (PlxHistoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_history_row_dispose;
  object_class->get_property = plx_history_row_get_property;
  object_class->set_property = plx_history_row_set_property;

  props[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, PLX_TYPE_CHANGE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryRow, label);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryRow, step);
  gtk_widget_class_bind_template_callback (widget_class, format_state);
  gtk_widget_class_bind_template_callback (widget_class, get_icon);
  gtk_widget_class_bind_template_callback (widget_class, get_tip);
  gtk_widget_class_bind_template_callback (widget_class, step_clicked_cb);
}

static void
plx_history_row_init (PlxHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
