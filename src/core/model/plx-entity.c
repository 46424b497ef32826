/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-entity"

#include "config.h"

#include "model/plx-entity.h"

/**
 * PlxEntity:
 *
 * A person, organisation, country, place, event or law, with its names.
 *
 * A [class@Record]: it belongs to the main thread and looks its values up in the analysis.
 */
struct _PlxEntity
{
  PlxRecord parent_instance;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_KIND,
  PROP_COUNTRY,
  PROP_N_MENTIONS,
  PROP_N_ARTICLES,
} PlxEntityProperty;

static GParamSpec *props[PROP_N_ARTICLES + 1];

G_DEFINE_FINAL_TYPE (PlxEntity, plx_entity, PLX_TYPE_RECORD)

static void
plx_entity_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  const PlxEntityRecord *record = plx_entity_get_record (PLX_ENTITY (object));

  switch ((PlxEntityProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, record->name);
      break;

    case PROP_KIND:
      g_value_set_enum (value, record->kind);
      break;

    case PROP_COUNTRY:
      g_value_set_string (value, record->country);
      break;

    case PROP_N_MENTIONS:
      g_value_set_uint (value, record->n_mentions);
      break;

    case PROP_N_ARTICLES:
      g_value_set_uint (value, record->n_articles);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_entity_class_init (PlxEntityClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_entity_get_property;

  props[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, PLX_TYPE_KIND, PLX_KIND_OTHER, flags);
  props[PROP_COUNTRY] =
    g_param_spec_string ("country", NULL, NULL, NULL, flags);
  props[PROP_N_MENTIONS] =
    g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ARTICLES] =
    g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_entity_init (PlxEntity *self)
{
}

/**
 * plx_entity_get_record:
 * @self: an object
 *
 * Returns: (transfer none): what the analysis holds of it
 */
const PlxEntityRecord *
plx_entity_get_record (PlxEntity *self)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (self));
  guint index = plx_record_get_index (PLX_RECORD (self));

  return plx_analysis_get_entity (analysis, index);
}

/**
 * plx_entity_list_new:
 * @analysis: an analysis
 *
 * Returns: (transfer full): all entities, as [class@Entity]
 */
GListModel *
plx_entity_list_new (PlxAnalysis *analysis)
{
  return plx_record_list_new_all (PLX_TYPE_ENTITY, analysis, 0,
                                  analysis->entities->len);
}
