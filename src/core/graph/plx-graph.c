/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

#include <string.h>

#include "graph/plx-cooccurrence.h"
#include "graph/plx-graph-scopes.h"

/* A picture of more than this is not read any more; see choose_threshold(). */
#define READABLE_NODES 45
#define READABLE_EDGES 110
#define FEW_NODES 14

G_DEFINE_BOXED_TYPE (PlxGraph, plx_graph, plx_graph_ref, plx_graph_unref)

G_DEFINE_ENUM_TYPE (PlxGraphScope, plx_graph_scope,
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SCOPE_SENTENCE, "sentence"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SCOPE_NEIGHBOURS, "neighbours"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SCOPE_PARAGRAPH, "paragraph"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SCOPE_ARTICLE, "article"))

G_DEFINE_ENUM_TYPE (PlxGraphWeighting, plx_graph_weighting,
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_WEIGHTING_COUNT, "count"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_WEIGHTING_JACCARD, "jaccard"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_WEIGHTING_LIKELIHOOD, "likelihood"))

/* Two entities that are together, and what the weighting makes of that. */
typedef struct
{
  guint32 a;
  guint32 b;
  guint   weight;
  guint   n_sources;
  double  strength;
} Tie;

/* A graph in the making. Arrays are by entity. */
typedef struct
{
  PlxGraph        *graph;
  PlxAnalysis     *analysis;
  PlxPassages     *passages;
  PlxCooccurrence *counts;
  GArray          *mentioned; /* guint32: the entities of one scope */
  guint           *n_mentions;
  guint           *n_sources;
  guint32         *last_source; /* from 1 */
  Tie             *ties;
  guint            n_ties;      /* those that may be shown, strongest first, stand in front */
  guint            n_all_ties;
} Making;

static void
count_scope (const PlxScopeSpan *span,
             gpointer            user_data)
{
  Making *self = user_data;

  g_array_set_size (self->mentioned, 0);

  for (guint i = span->start; i < span->end; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (span->annotation->mentions,
                                                      PlxMentionSpan, i);
      PlxSentenceRef ref = { span->article, mention->sentence };

      if (mention->entity != PLX_NONE && plx_passages_is_shown (self->passages, ref))
        g_array_append_val (self->mentioned, mention->entity);
    }

  plx_cooccurrence_add (self->counts, span->article, (guint32 *) self->mentioned->data,
                        self->mentioned->len);
}

/* Scopes may share sentences, so mentions are counted by themselves. */
static void
count_mentions (Making *self)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions,
                                                          PlxMentionSpan, j);
          PlxSentenceRef ref = { i, mention->sentence };

          if (mention->entity == PLX_NONE || !plx_passages_is_shown (self->passages, ref))
            continue;

          self->n_mentions[mention->entity]++;
          self->n_sources[mention->entity] += self->last_source[mention->entity] != i + 1;
          self->last_source[mention->entity] = i + 1;
        }
    }
}

static double
strength_of (const Making      *self,
             const PlxTogether *pair)
{
  guint a = self->counts->weights[pair->a];
  guint b = self->counts->weights[pair->b];

  switch (self->graph->options.weighting)
    {
    case PLX_GRAPH_WEIGHTING_JACCARD:
      return pair->weight / (double) (a + b - pair->weight);

    case PLX_GRAPH_WEIGHTING_LIKELIHOOD:
      return plx_cooccurrence_surprise (pair->weight, a, b, self->graph->n_scopes);

    case PLX_GRAPH_WEIGHTING_COUNT:
    default:
      return pair->weight;
    }
}

static int
compare_ties (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Tie *x = a;
  const Tie *y = b;

  return (x->strength < y->strength) - (x->strength > y->strength);
}

/* The strength of the strongest but @n - 1, by a heap of the strongest so far with the weakest of
 * them on top; 0 where there are not as many. */
static double
find_strongest (const Making *self,
                guint         n)
{
  g_autofree double *heap = g_new0 (double, n);

  for (guint i = 0; i < self->n_all_ties; i++)
    {
      double strength = self->ties[i].strength;
      guint place = 0;

      if (strength <= heap[0])
        continue;

      for (guint child; (child = 2 * place + 1) < n; place = child)
        {
          if (child + 1 < n && heap[child + 1] < heap[child])
            child++;
          if (heap[child] >= strength)
            break;
          heap[place] = heap[child];
        }
      heap[place] = strength;
    }

  return heap[0];
}

/* Brings the ties from @from on that are at least @limit strong, or stronger, to the front. */
static guint
bring_forward (Making   *self,
               guint     from,
               double    limit,
               gboolean  stronger)
{
  for (guint i = from; i < self->n_all_ties; i++)
    if (self->ties[i].strength > limit || (!stronger && self->ties[i].strength >= limit))
      {
        Tie tie = self->ties[i];

        self->ties[i] = self->ties[from];
        self->ties[from++] = tie;
      }

  return from;
}

/* Of millions of ties only the strongest are looked at, so no more than these are sorted. */
static void
select_ties (Making *self)
{
  double limit;

  if (self->graph->options.threshold >= 0)
    {
      limit = MAX (self->graph->options.threshold, G_MINDOUBLE);
      self->n_ties = bring_forward (self, 0, limit, FALSE);
      return;
    }

  limit = MAX (find_strongest (self, READABLE_EDGES + 1), G_MINDOUBLE);
  self->n_ties = bring_forward (self, 0, limit, TRUE);
  g_sort_array (self->ties, self->n_ties, sizeof (Tie), compare_ties, NULL);
  self->n_ties = bring_forward (self, self->n_ties, limit, FALSE);
}

static void
weigh_ties (Making *self)
{
  g_autoptr (GArray) pairs = plx_cooccurrence_dup_pairs (self->counts);

  self->ties = g_new (Tie, pairs->len + 1);
  self->n_all_ties = pairs->len;

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxTogether *pair = &g_array_index (pairs, PlxTogether, i);
      double strength = strength_of (self, pair);

      self->ties[i] = (Tie) { pair->a, pair->b, pair->weight, pair->n_sources, strength };
      self->graph->max_weight = MAX (self->graph->max_weight, pair->weight);
      self->graph->max_strength = MAX (self->graph->max_strength, strength);
      self->graph->n_by_chance += strength <= 0;
    }

  select_ties (self);
}

/* The lowest threshold of which the picture is readable. Where that would leave next to nothing,
 * the one below it, and the lightest entities are left out instead. */
static double
choose_threshold (const Making *self)
{
  g_autofree gboolean *tied = g_new0 (gboolean, self->analysis->entities->len + 1);
  double chosen = self->graph->max_strength;
  guint n_nodes = 0;

  for (guint i = 0; i < self->n_ties; )
    {
      double strength = self->ties[i].strength;
      guint n_before = n_nodes;

      for (; i < self->n_ties && self->ties[i].strength == strength; i++)
        {
          n_nodes += !tied[self->ties[i].a] + !tied[self->ties[i].b];
          tied[self->ties[i].a] = tied[self->ties[i].b] = TRUE;
        }

      if (n_nodes > READABLE_NODES || i > READABLE_EDGES)
        return n_before < FEW_NODES ? strength : chosen;
      chosen = strength;
    }

  return self->n_ties > 0 ? chosen : 0;
}

/* Order by weight and then by what the entity is called, so that neither the order of the
 * articles nor that of the entities shows. */
static int
compare_nodes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  PlxAnalysis *analysis = user_data;
  const PlxGraphNode *x = a;
  const PlxGraphNode *y = b;
  const PlxEntityRecord *p = plx_analysis_get_entity (analysis, x->entity);
  const PlxEntityRecord *q = plx_analysis_get_entity (analysis, y->entity);
  int order;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if ((order = strcmp (p->name, q->name)) != 0)
    return order;
  if (p->kind != q->kind)
    return p->kind < q->kind ? -1 : 1;
  if (x->n_mentions != y->n_mentions)
    return x->n_mentions > y->n_mentions ? -1 : 1;

  return (x->entity > y->entity) - (x->entity < y->entity);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const PlxGraphEdge *x = a;
  const PlxGraphEdge *y = b;

  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return (x->b > y->b) - (x->b < y->b);
}

/**
 * plx_graph_key_of:
 * @entity: an entity
 *
 * Returns: what its node is known by, the same in every analysis
 */
guint64
plx_graph_key_of (const PlxEntityRecord *entity)
{
  guint64 hash = 0xcbf29ce484222325u ^ entity->kind;

  for (const char *p = entity->name; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 0x100000001b3u;

  return hash;
}

static gboolean
is_strong (const Making *self,
           const Tie    *tie)
{
  return tie->strength > 0 && tie->strength >= self->graph->options.threshold;
}

/* Whether the threshold hides anything at all: those who stand alone are shown as long as it does
 * not. */
static gboolean
is_hiding (const Making *self)
{
  return self->graph->options.threshold >
         (self->graph->options.weighting == PLX_GRAPH_WEIGHTING_COUNT ? 1 : 0);
}

static void
add_nodes (Making *self)
{
  guint n_entities = self->analysis->entities->len;
  g_autofree gboolean *tied = g_new0 (gboolean, n_entities + 1);

  for (guint i = 0; i < self->n_ties && is_strong (self, &self->ties[i]); i++)
    tied[self->ties[i].a] = tied[self->ties[i].b] = TRUE;

  for (guint i = 0; i < n_entities; i++)
    {
      PlxGraphNode node = { .entity = i, .weight = self->counts->weights[i],
                            .n_mentions = self->n_mentions[i], .n_sources = self->n_sources[i] };

      if (node.weight == 0)
        continue;

      if (!tied[i] && is_hiding (self))
        {
          self->graph->n_hidden_nodes++;
          continue;
        }

      node.key = plx_graph_key_of (plx_analysis_get_entity (self->analysis, i));
      g_array_append_val (self->graph->nodes, node);
    }

  g_array_sort_with_data (self->graph->nodes, compare_nodes, self->analysis);
}

/* Keeps the first nodes, and of them those that are tied to another of them, if any are. */
static void
keep_readable (Making *self)
{
  GArray *nodes = self->graph->nodes;
  g_autofree guint8 *kept = g_new0 (guint8, self->analysis->entities->len + 1);
  guint8 wanted = 1;
  guint n = 0;

  for (guint i = 0; i < nodes->len && i < READABLE_NODES; i++)
    kept[g_array_index (nodes, PlxGraphNode, i).entity] = 1;

  for (guint i = 0; i < self->n_ties && is_strong (self, &self->ties[i]); i++)
    if (kept[self->ties[i].a] && kept[self->ties[i].b])
      kept[self->ties[i].a] = kept[self->ties[i].b] = wanted = 2;

  for (guint i = 0; i < nodes->len; i++)
    if (kept[g_array_index (nodes, PlxGraphNode, i).entity] == wanted)
      g_array_index (nodes, PlxGraphNode, n++) = g_array_index (nodes, PlxGraphNode, i);

  self->graph->n_hidden_nodes += nodes->len - n;
  g_array_set_size (nodes, n);
}

static void
add_edges (Making *self)
{
  PlxGraph *graph = self->graph;
  g_autofree guint32 *places = g_new (guint32, self->analysis->entities->len + 1);

  memset (places, 0xff, (self->analysis->entities->len + 1) * sizeof *places);
  for (guint i = 0; i < graph->nodes->len; i++)
    places[g_array_index (graph->nodes, PlxGraphNode, i).entity] = i;

  for (guint i = 0; i < self->n_ties && is_strong (self, &self->ties[i]); i++)
    {
      const Tie *tie = &self->ties[i];
      guint32 a = places[tie->a];
      guint32 b = places[tie->b];
      PlxGraphEdge edge = { MIN (a, b), MAX (a, b), tie->weight, tie->strength, tie->n_sources };

      if (a != PLX_NONE && b != PLX_NONE)
        g_array_append_val (graph->edges, edge);
    }

  g_array_sort (graph->edges, compare_edges);
  graph->n_hidden_edges = self->n_all_ties - graph->edges->len;

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, i);
      PlxGraphNode *ends[] = { &g_array_index (graph->nodes, PlxGraphNode, edge->a),
                               &g_array_index (graph->nodes, PlxGraphNode, edge->b) };

      for (guint j = 0; j < 2; j++)
        {
          ends[j]->degree++;
          ends[j]->strength += edge->strength;
        }
    }
}

static void
add_evidence (Making *self)
{
  PlxGraph *graph = self->graph;

  graph->hits = plx_graph_hits_new (graph, self->analysis, self->passages);
  for (guint i = 0; i < graph->nodes->len; i++)
    g_array_index (graph->nodes, PlxGraphNode, i).refs = plx_graph_hits_dup_refs (graph->hits, i);
}

static void
make (Making *self)
{
  PlxGraph *graph = self->graph;
  gboolean readable = graph->options.threshold < 0;

  graph->n_scopes = plx_graph_scopes_each (self->analysis, self->passages, graph->options.scope,
                                           count_scope, self);
  graph->n_crowded = self->counts->n_crowded;
  graph->missed = self->counts->missed;
  count_mentions (self);
  weigh_ties (self);

  if (readable)
    graph->options.threshold = choose_threshold (self);

  add_nodes (self);
  if (readable)
    keep_readable (self);
  add_edges (self);
  add_evidence (self);
}

/**
 * plx_graph_new:
 * @analysis: an analysis
 * @passages: which of its sentences are shown
 * @options: (nullable): what is counted, and how
 *
 * Counts who appears with whom in the passages that are shown.
 *
 * The nodes all lie at the origin until [method@Graph.lay_out], and are in no groups until
 * [method@Graph.measure]. What is counted does not depend on the order of the articles.
 *
 * Returns: (transfer full): the graph
 */
PlxGraph *
plx_graph_new (PlxAnalysis           *analysis,
               PlxPassages           *passages,
               const PlxGraphOptions *options)
{
  PlxGraph *self = g_atomic_rc_box_new0 (PlxGraph);
  guint n = analysis->entities->len + 1;
  g_autoptr (PlxCooccurrence) counts = plx_cooccurrence_new (analysis->entities->len);
  g_autoptr (GArray) mentioned = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint *n_mentions = g_new0 (guint, n);
  g_autofree guint *n_sources = g_new0 (guint, n);
  g_autofree guint32 *last_source = g_new0 (guint32, n);
  Making making = { self, analysis, passages, counts, mentioned, n_mentions, n_sources,
                    last_source, };

  self->nodes = g_array_new (FALSE, TRUE, sizeof (PlxGraphNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (PlxGraphEdge));
  if (options != NULL)
    self->options = *options;

  make (&making);
  g_free (making.ties);

  return self;
}

PlxGraph *
plx_graph_ref (PlxGraph *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
graph_clear (gpointer data)
{
  PlxGraph *self = data;

  for (guint i = 0; i < self->nodes->len; i++)
    g_array_unref (g_array_index (self->nodes, PlxGraphNode, i).refs);

  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  plx_graph_hits_unref (self->hits);
}

void
plx_graph_unref (PlxGraph *self)
{
  g_atomic_rc_box_release_full (self, graph_clear);
}

/**
 * plx_graph_dup_places:
 * @self: a graph
 *
 * Tells where the nodes lie, for laying out another graph from there.
 *
 * Returns: (transfer full) (element-type PlxGraphPlace): a place for each node, in their order
 */
GArray *
plx_graph_dup_places (PlxGraph *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxGraphPlace));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (self->nodes, PlxGraphNode, i);
      PlxGraphPlace place = { node->key, node->x, node->y, node->is_pinned };

      g_array_append_val (places, place);
    }

  return places;
}
