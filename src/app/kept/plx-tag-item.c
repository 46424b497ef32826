/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tag-item"

#include "config.h"

#include "kept/plx-tag-item.h"

struct _PlxTagItem
{
  GObject   parent_instance;

  char     *name; /* never NULL */
  gboolean  active;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_ACTIVE,
} PlxTagItemProperty;

static GParamSpec *props[PROP_ACTIVE + 1];

G_DEFINE_FINAL_TYPE (PlxTagItem, plx_tag_item, G_TYPE_OBJECT)

static void
plx_tag_item_finalize (GObject *object)
{
  PlxTagItem *self = PLX_TAG_ITEM (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (plx_tag_item_parent_class)->finalize (object);
}

static void
plx_tag_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlxTagItem *self = PLX_TAG_ITEM (object);

  switch ((PlxTagItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_tag_item_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PlxTagItem *self = PLX_TAG_ITEM (object);

  switch ((PlxTagItemProperty) prop_id)
    {
    case PROP_ACTIVE:
      if (self->active != g_value_get_boolean (value))
        {
          self->active = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, props[PROP_ACTIVE]);
        }
      break;

    case PROP_NAME:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_tag_item_class_init (PlxTagItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_tag_item_finalize;
  object_class->get_property = plx_tag_item_get_property;
  object_class->set_property = plx_tag_item_set_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_tag_item_init (PlxTagItem *self)
{
}

/**
 * plx_tag_item_new:
 * @name: a tag
 * @active: whether what is tagged has it
 *
 * Returns: (transfer full): an item for it
 */
PlxTagItem *
plx_tag_item_new (const char *name,
                  gboolean    active)
{
  PlxTagItem *self = g_object_new (PLX_TYPE_TAG_ITEM, NULL);

  self->name = g_strdup (name);
  self->active = active;

  return self;
}

const char *
plx_tag_item_get_name (PlxTagItem *self)
{
  g_return_val_if_fail (PLX_IS_TAG_ITEM (self), NULL);

  return self->name;
}

gboolean
plx_tag_item_is_active (PlxTagItem *self)
{
  g_return_val_if_fail (PLX_IS_TAG_ITEM (self), FALSE);

  return self->active;
}
