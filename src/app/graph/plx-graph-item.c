/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-item"

#include "config.h"

#include "graph/plx-graph-item.h"

#include "graph/plx-graph-groups.h"
#include "sheet/plx-sheet-words.h"

/**
 * PlxGraphItem:
 *
 * A node or an edge of the graph as a row of its table. It does not change.
 *
 * Figures are there twice where they have a fraction: as a number, by which rows are sorted, and
 * as a text, which is shown.
 */
struct _PlxGraphItem
{
  GObject    parent_instance;

  guint      node; /* one of both is PLX_NONE */
  guint      edge;
  char      *name;
  char      *other; /* nullable: who is at the other end of an edge */
  char      *kind;
  char      *group;
  guint      mentions;
  guint      sources;
  guint      degree;
  guint      core;
  guint      rank_of_group;
  double     strength;
  double     betweenness;
  double     pagerank;
  guint      here;
  guint      there;
  char      *contrast;
  double     chance;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_OTHER,
  PROP_KIND,
  PROP_GROUP,
  PROP_MENTIONS,
  PROP_SOURCES,
  PROP_DEGREE,
  PROP_CORE,
  PROP_RANK_OF_GROUP,
  PROP_STRENGTH,
  PROP_BETWEENNESS,
  PROP_PAGERANK,
  PROP_STRENGTH_TEXT,
  PROP_BETWEENNESS_TEXT,
  PROP_PAGERANK_TEXT,
  PROP_HERE,
  PROP_THERE,
  PROP_CONTRAST,
  PROP_CHANCE,
  PROP_CHANCE_TEXT,
} PlxGraphItemProperty;

static GParamSpec *props[PROP_CHANCE_TEXT + 1];

G_DEFINE_FINAL_TYPE (PlxGraphItem, plx_graph_item, G_TYPE_OBJECT)

static void
plx_graph_item_finalize (GObject *object)
{
  PlxGraphItem *self = PLX_GRAPH_ITEM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->other, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->contrast, g_free);

  G_OBJECT_CLASS (plx_graph_item_parent_class)->finalize (object);
}

/* The mark before the fraction is that of the user's language. */
static void
take_figure (GValue *value,
             double  figure)
{
  g_value_take_string (value, figure >= 10 ? g_strdup_printf ("%.0f", figure)
                                           : g_strdup_printf ("%.3f", figure));
}

static guint
get_count (PlxGraphItem         *self,
           PlxGraphItemProperty  prop)
{
  const guint counts[] = {
    [PROP_MENTIONS] = self->mentions, [PROP_SOURCES] = self->sources,
    [PROP_DEGREE] = self->degree, [PROP_CORE] = self->core,
    [PROP_RANK_OF_GROUP] = self->rank_of_group, [PROP_HERE] = self->here,
    [PROP_THERE] = self->there,
  };

  return counts[prop];
}

static double
get_figure (PlxGraphItem         *self,
            PlxGraphItemProperty  prop)
{
  const double figures[] = {
    [PROP_STRENGTH] = self->strength, [PROP_STRENGTH_TEXT] = self->strength,
    [PROP_BETWEENNESS] = self->betweenness, [PROP_BETWEENNESS_TEXT] = self->betweenness,
    [PROP_PAGERANK] = self->pagerank, [PROP_PAGERANK_TEXT] = self->pagerank,
    [PROP_CHANCE] = self->chance, [PROP_CHANCE_TEXT] = self->chance,
  };

  return figures[prop];
}

static const char *
get_text (PlxGraphItem         *self,
          PlxGraphItemProperty  prop)
{
  const char *const texts[] = {
    [PROP_NAME] = self->name, [PROP_OTHER] = self->other, [PROP_KIND] = self->kind,
    [PROP_GROUP] = self->group, [PROP_CONTRAST] = self->contrast,
  };

  return texts[prop];
}

static void
plx_graph_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxGraphItem *self = PLX_GRAPH_ITEM (object);
  PlxGraphItemProperty prop = prop_id;

  switch (prop)
    {
    case PROP_NAME:
    case PROP_OTHER:
    case PROP_KIND:
    case PROP_GROUP:
    case PROP_CONTRAST:
      g_value_set_string (value, get_text (self, prop));
      break;

    case PROP_MENTIONS:
    case PROP_SOURCES:
    case PROP_DEGREE:
    case PROP_CORE:
    case PROP_RANK_OF_GROUP:
    case PROP_HERE:
    case PROP_THERE:
      g_value_set_uint (value, get_count (self, prop));
      break;

    case PROP_STRENGTH:
    case PROP_BETWEENNESS:
    case PROP_PAGERANK:
    case PROP_CHANCE:
      g_value_set_double (value, get_figure (self, prop));
      break;

    case PROP_STRENGTH_TEXT:
    case PROP_BETWEENNESS_TEXT:
    case PROP_PAGERANK_TEXT:
    case PROP_CHANCE_TEXT:
      take_figure (value, get_figure (self, prop));
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
  static const struct { PlxGraphItemProperty prop; const char *name; } strings[] = {
    { PROP_NAME, "name" }, { PROP_OTHER, "other" }, { PROP_KIND, "kind" }, { PROP_GROUP, "group" },
    { PROP_STRENGTH_TEXT, "strength-text" }, { PROP_BETWEENNESS_TEXT, "betweenness-text" },
    { PROP_PAGERANK_TEXT, "pagerank-text" }, { PROP_CONTRAST, "contrast" },
    { PROP_CHANCE_TEXT, "chance-text" },
  };
  static const struct { PlxGraphItemProperty prop; const char *name; } uints[] = {
    { PROP_MENTIONS, "mentions" }, { PROP_SOURCES, "sources" }, { PROP_DEGREE, "degree" },
    { PROP_CORE, "core" }, { PROP_RANK_OF_GROUP, "rank-of-group" }, { PROP_HERE, "here" },
    { PROP_THERE, "there" },
  };
  static const struct { PlxGraphItemProperty prop; const char *name; } doubles[] = {
    { PROP_STRENGTH, "strength" }, { PROP_BETWEENNESS, "betweenness" },
    { PROP_PAGERANK, "pagerank" }, { PROP_CHANCE, "chance" },
  };

  object_class->finalize = plx_graph_item_finalize;
  object_class->get_property = plx_graph_item_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    props[strings[i].prop] = g_param_spec_string (strings[i].name, NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (uints); i++)
    props[uints[i].prop] = g_param_spec_uint (uints[i].name, NULL, NULL, 0, G_MAXUINT, 0, flags);
  for (guint i = 0; i < G_N_ELEMENTS (doubles); i++)
    props[doubles[i].prop] = g_param_spec_double (doubles[i].name, NULL, NULL, -G_MAXDOUBLE,
                                                  G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_graph_item_init (PlxGraphItem *self)
{
  self->node = self->edge = PLX_NONE;
}

static void
compare (PlxGraphItem *self,
         GArray       *contrasts,
         guint         place)
{
  const PlxGraphContrast *contrast = &g_array_index (contrasts, PlxGraphContrast, place);

  self->here = contrast->here;
  self->there = contrast->there;
  self->contrast = g_strdup (plx_graph_contrast_words (contrast->kind));
  self->chance = contrast->q;
}

/**
 * plx_graph_item_new_node:
 * @scene: a graph
 * @difference: (nullable): how two sets of its articles differ
 * @node: a node of the graph
 *
 * Returns: (transfer full): the row of a name
 */
PlxGraphItem *
plx_graph_item_new_node (const PlxGraphScene *scene,
                         PlxGraphDifference  *difference,
                         guint                node)
{
  PlxGraphItem *self = g_object_new (PLX_TYPE_GRAPH_ITEM, NULL);
  const PlxGraphNode *each = plx_graph_scene_node (scene, node);

  self->node = node;
  self->name = g_strdup (plx_graph_scene_get_name (scene, node));
  self->kind = g_strdup (plx_words_kind (scene->kinds[node]));
  self->mentions = each->n_mentions;
  self->sources = each->n_sources;
  self->degree = each->degree;
  self->strength = each->strength;
  self->betweenness = each->betweenness;
  self->pagerank = each->pagerank;
  self->core = each->core;
  self->rank_of_group = each->group;
  self->group = scene->graph->is_measured ? plx_graph_groups_dup_letter (each->group) : NULL;
  if (difference != NULL)
    compare (self, difference->nodes, node);

  return self;
}

/**
 * plx_graph_item_new_edge:
 * @scene: a graph
 * @difference: (nullable): how two sets of its articles differ
 * @edge: an edge of the graph
 *
 * Returns: (transfer full): the row of two names that appear together
 */
PlxGraphItem *
plx_graph_item_new_edge (const PlxGraphScene *scene,
                         PlxGraphDifference  *difference,
                         guint                edge)
{
  PlxGraphItem *self = g_object_new (PLX_TYPE_GRAPH_ITEM, NULL);
  const PlxGraphEdge *each = plx_graph_scene_edge (scene, edge);

  self->edge = edge;
  self->name = g_strdup (plx_graph_scene_get_name (scene, each->a));
  self->other = g_strdup (plx_graph_scene_get_name (scene, each->b));
  self->mentions = each->weight;
  self->sources = each->n_sources;
  self->strength = each->strength;
  if (difference != NULL)
    compare (self, difference->edges, edge);

  return self;
}

/* The node of which it is the row, or `PLX_NONE`. */
guint
plx_graph_item_get_node (PlxGraphItem *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_ITEM (self), PLX_NONE);

  return self->node;
}

/* The edge of which it is the row, or `PLX_NONE`. */
guint
plx_graph_item_get_edge (PlxGraphItem *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_ITEM (self), PLX_NONE);

  return self->edge;
}
