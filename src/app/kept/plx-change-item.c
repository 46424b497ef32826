/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-change-item"

#include "config.h"

#include "kept/plx-change-item.h"

struct _PlxChangeItem
{
  GObject   parent_instance;

  gint64    id;
  char     *label; /* never NULL */
  gint64    at;
  gboolean  undone;
  gboolean  current;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_AT,
  PROP_UNDONE,
  PROP_CURRENT,
} PlxChangeItemProperty;

static GParamSpec *props[PROP_CURRENT + 1];

G_DEFINE_FINAL_TYPE (PlxChangeItem, plx_change_item, G_TYPE_OBJECT)

static void
plx_change_item_finalize (GObject *object)
{
  PlxChangeItem *self = PLX_CHANGE_ITEM (object);

  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (plx_change_item_parent_class)->finalize (object);
}

static void
plx_change_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlxChangeItem *self = PLX_CHANGE_ITEM (object);

  switch ((PlxChangeItemProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_AT:
      g_value_set_int64 (value, self->at);
      break;

    case PROP_UNDONE:
      g_value_set_boolean (value, self->undone);
      break;

    case PROP_CURRENT:
      g_value_set_boolean (value, self->current);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_change_item_class_init (PlxChangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_change_item_finalize;
  object_class->get_property = plx_change_item_get_property;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_AT] = g_param_spec_int64 ("at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE, flags);
  props[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_change_item_init (PlxChangeItem *self)
{
}

/**
 * plx_change_item_new:
 * @change: a step of the history
 *
 * Returns: (transfer full): an item for it
 */
PlxChangeItem *
plx_change_item_new (const PlxChange *change)
{
  PlxChangeItem *self = g_object_new (PLX_TYPE_CHANGE_ITEM, NULL);

  self->id = change->id;
  self->label = g_strdup (change->label);
  self->at = change->at;
  self->undone = change->undone;

  return self;
}

gint64
plx_change_item_get_id (PlxChangeItem *self)
{
  g_return_val_if_fail (PLX_IS_CHANGE_ITEM (self), 0);

  return self->id;
}

const char *
plx_change_item_get_label (PlxChangeItem *self)
{
  g_return_val_if_fail (PLX_IS_CHANGE_ITEM (self), NULL);

  return self->label;
}

gboolean
plx_change_item_is_undone (PlxChangeItem *self)
{
  g_return_val_if_fail (PLX_IS_CHANGE_ITEM (self), FALSE);

  return self->undone;
}

/**
 * plx_change_item_set_state:
 * @self: an item
 * @undone: whether the change is undone
 * @current: whether it is the last that is not
 *
 * Tells what has become of the change.
 */
void
plx_change_item_set_state (PlxChangeItem *self,
                           gboolean       undone,
                           gboolean       current)
{
  gboolean undone_changed, current_changed;

  g_return_if_fail (PLX_IS_CHANGE_ITEM (self));

  undone_changed = self->undone != undone;
  current_changed = self->current != current;
  self->undone = undone;
  self->current = current;
  if (undone_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDONE]);
  if (current_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT]);
}
