/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-item"

#include "config.h"

#include "graph/plx-graph-item.h"

#include "countries/plx-countries.h"
#include "sheet/plx-sheet-words.h"

/**
 * PlxGraphItem:
 *
 * A node of the graph as a row of its table. It does not change.
 */
struct _PlxGraphItem
{
  GObject    parent_instance;

  guint      node;
  char      *name;
  char      *kind;
  char      *country;
  guint      weight;
  guint      ties;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_KIND,
  PROP_COUNTRY,
  PROP_WEIGHT,
  PROP_TIES,
} PlxGraphItemProperty;

static GParamSpec *props[PROP_TIES + 1];

G_DEFINE_FINAL_TYPE (PlxGraphItem, plx_graph_item, G_TYPE_OBJECT)

static void
plx_graph_item_finalize (GObject *object)
{
  PlxGraphItem *self = PLX_GRAPH_ITEM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->country, g_free);

  G_OBJECT_CLASS (plx_graph_item_parent_class)->finalize (object);
}

static void
plx_graph_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxGraphItem *self = PLX_GRAPH_ITEM (object);

  switch ((PlxGraphItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;

    case PROP_COUNTRY:
      g_value_set_string (value, self->country);
      break;

    case PROP_WEIGHT:
      g_value_set_uint (value, self->weight);
      break;

    case PROP_TIES:
      g_value_set_uint (value, self->ties);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_graph_item_class_init (PlxGraphItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_graph_item_finalize;
  object_class->get_property = plx_graph_item_get_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  props[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, NULL, flags);
  props[PROP_WEIGHT] = g_param_spec_uint ("weight", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TIES] = g_param_spec_uint ("ties", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_graph_item_init (PlxGraphItem *self)
{
}

PlxGraphItem *
plx_graph_item_new (PlxAnalysis *analysis,
                    PlxGraph    *graph,
                    guint        node)
{
  PlxGraphItem *self = g_object_new (PLX_TYPE_GRAPH_ITEM, NULL);
  const PlxGraphNode *each = &g_array_index (graph->nodes, PlxGraphNode, node);
  const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, each->entity);
  const PlxCountryInfo *country = plx_country_lookup (entity->country);

  self->node = node;
  self->name = g_strdup (entity->name);
  self->kind = g_strdup (plx_words_kind (entity->kind));
  self->country = g_strdup (country != NULL ? country->name : "");
  self->weight = each->weight;

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, i);

      self->ties += edge->a == node || edge->b == node;
    }

  return self;
}

guint
plx_graph_item_get_node (PlxGraphItem *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_ITEM (self), PLX_NONE);

  return self->node;
}
