/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relation"

#include "config.h"

#include "model/plx-relation.h"

/**
 * PlxRelation:
 *
 * A dated table of how countries stand to a treaty or a bloc, as a thing to choose from a list.
 *
 * The table itself is in the room of countries.
 */
struct _PlxRelation
{
  GObject   parent_instance;

  char     *id;        /* never NULL */
  char     *title;     /* never NULL */
  gboolean  is_treaty;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_IS_TREATY,
} PlxRelationProperty;

static GParamSpec *props[PROP_IS_TREATY + 1];

G_DEFINE_FINAL_TYPE (PlxRelation, plx_relation, G_TYPE_OBJECT)

static void
plx_relation_finalize (GObject *object)
{
  PlxRelation *self = PLX_RELATION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (plx_relation_parent_class)->finalize (object);
}

static void
plx_relation_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlxRelation *self = PLX_RELATION (object);

  switch ((PlxRelationProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_IS_TREATY:
      g_value_set_boolean (value, self->is_treaty);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_relation_class_init (PlxRelationClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_relation_finalize;
  object_class->get_property = plx_relation_get_property;

  props[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_IS_TREATY] =
    g_param_spec_boolean ("is-treaty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_relation_init (PlxRelation *self)
{
}

/**
 * plx_relation_new:
 * @id: what stands for it in files and on the command line
 * @title: what people call it
 * @is_treaty: whether it is a treaty, which countries sign and ratify, or a bloc, which they join
 *
 * Returns: (transfer full): the relation
 */
PlxRelation *
plx_relation_new (const char *id,
                  const char *title,
                  gboolean    is_treaty)
{
  PlxRelation *self = g_object_new (PLX_TYPE_RELATION, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->is_treaty = is_treaty;

  return self;
}

const char *
plx_relation_get_id (PlxRelation *self)
{
  g_return_val_if_fail (PLX_IS_RELATION (self), NULL);

  return self->id;
}

const char *
plx_relation_get_title (PlxRelation *self)
{
  g_return_val_if_fail (PLX_IS_RELATION (self), NULL);

  return self->title;
}

gboolean
plx_relation_is_treaty (PlxRelation *self)
{
  g_return_val_if_fail (PLX_IS_RELATION (self), FALSE);

  return self->is_treaty;
}
