/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

#include <string.h>

/* A picture of more than this is not read any more; see choose_threshold(). */
#define READABLE_NODES 45
#define READABLE_EDGES 110
#define FEW_NODES 14

G_DEFINE_BOXED_TYPE (PlxGraph, plx_graph, plx_graph_ref, plx_graph_unref)

G_DEFINE_ENUM_TYPE (PlxGraphScope, plx_graph_scope,
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SCOPE_SENTENCE, "sentence"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SCOPE_PARAGRAPH, "paragraph"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SCOPE_ARTICLE, "article"))

/* A sentence mentions an entity. Sorted, the hits of one scope stand together, and in them those
 * of one entity. */
typedef struct
{
  guint32 article;
  guint32 scope;
  guint32 entity;
  guint32 sentence;
} Hit;

/* The hits of one entity in one scope: [start, end). */
typedef struct
{
  guint32 entity;
  guint   start;
  guint   end;
} Run;

/* Two entities, the lower place first, and in how many scopes both are. */
typedef struct
{
  guint64 pair;
  guint   weight;
} Tie;

static inline guint64
pair_of (guint32 a,
         guint32 b)
{
  return a < b ? (guint64) a << 32 | b : (guint64) b << 32 | a;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->scope != y->scope)
    return x->scope < y->scope ? -1 : 1;
  if (x->entity != y->entity)
    return x->entity < y->entity ? -1 : 1;

  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static guint32
scope_of (PlxAnnotation *annotation,
          guint32        sentence,
          PlxGraphScope  scope)
{
  switch (scope)
    {
    case PLX_GRAPH_SCOPE_PARAGRAPH:
      return g_array_index (annotation->sentences, PlxSentenceSpan, sentence).block;

    case PLX_GRAPH_SCOPE_ARTICLE:
      return 0;

    case PLX_GRAPH_SCOPE_SENTENCE:
    default:
      return sentence;
    }
}

static GArray *
collect_hits (PlxAnalysis   *analysis,
              PlxPassages   *passages,
              PlxGraphScope  scope)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions,
                                                          PlxMentionSpan, j);
          PlxSentenceRef ref = { i, mention->sentence };
          Hit hit = { i, 0, mention->entity, mention->sentence };

          if (mention->entity == PLX_NONE || !plx_passages_is_shown (passages, ref))
            continue;

          hit.scope = scope_of (annotation, mention->sentence, scope);
          g_array_append_val (hits, hit);
        }
    }

  g_array_sort (hits, compare_hits);

  return hits;
}

/* Gives the runs of the scope that begins at hit @start, and where the next scope begins. */
static guint
read_scope (GArray *hits,
            guint   start,
            GArray *runs)
{
  const Hit *first = &g_array_index (hits, Hit, start);
  guint i = start;

  g_array_set_size (runs, 0);

  while (i < hits->len)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      Run run = { hit->entity, i, i };

      if (hit->article != first->article || hit->scope != first->scope)
        break;

      while (run.end < hits->len)
        {
          const Hit *next = &g_array_index (hits, Hit, run.end);

          if (next->entity != run.entity || next->article != first->article ||
              next->scope != first->scope)
            break;
          run.end++;
        }

      g_array_append_val (runs, run);
      i = run.end;
    }

  return i;
}

/* Counts in how many scopes each entity is, and gives every pair that shares one. */
static GArray *
count (GArray *hits,
       guint  *weights)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (Tie));

  for (guint start = 0; start < hits->len; )
    {
      start = read_scope (hits, start, runs);

      for (guint i = 0; i < runs->len; i++)
        {
          guint32 a = g_array_index (runs, Run, i).entity;

          weights[a]++;
          for (guint j = i + 1; j < runs->len; j++)
            {
              guint64 pair = pair_of (a, g_array_index (runs, Run, j).entity);

              g_array_append_val (pairs, pair);
            }
        }
    }

  g_array_sort (pairs, compare_pairs);

  for (guint i = 0; i < pairs->len; i++)
    {
      guint64 pair = g_array_index (pairs, guint64, i);
      Tie tie = { pair, 1 };

      if (ties->len > 0 && g_array_index (ties, Tie, ties->len - 1).pair == pair)
        g_array_index (ties, Tie, ties->len - 1).weight++;
      else
        g_array_append_val (ties, tie);
    }

  return ties;
}

/* How much of the graph a threshold leaves. */
static void
measure_threshold (GArray *ties,
                   guint   n_entities,
                   guint   min_weight,
                   guint  *n_nodes,
                   guint  *n_edges)
{
  g_autofree gboolean *tied = g_new0 (gboolean, n_entities + 1);

  *n_nodes = *n_edges = 0;

  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);
      guint32 ends[2] = { tie->pair >> 32, tie->pair & G_MAXUINT32 };

      if (tie->weight < min_weight)
        continue;

      ++*n_edges;
      for (guint j = 0; j < 2; j++)
        if (!tied[ends[j]])
          {
            tied[ends[j]] = TRUE;
            ++*n_nodes;
          }
    }
}

/* The lowest threshold of which the picture is readable. Where that would leave next to nothing,
 * the one below it, and the lightest entities are left out instead. */
static guint
choose_threshold (GArray *ties,
                  guint   n_entities,
                  guint   max_weight)
{
  for (guint t = 1; t <= max_weight; t++)
    {
      guint n_nodes, n_edges;

      measure_threshold (ties, n_entities, t, &n_nodes, &n_edges);

      if (n_nodes > READABLE_NODES || n_edges > READABLE_EDGES)
        continue;

      return n_nodes < FEW_NODES && t > 1 ? t - 1 : t;
    }

  return MAX (max_weight, 1);
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

  return (x->entity > y->entity) - (x->entity < y->entity);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const PlxGraphEdge *x = a;
  const PlxGraphEdge *y = b;
  guint64 p = pair_of (x->a, x->b);
  guint64 q = pair_of (y->a, y->b);

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;

  return (p > q) - (p < q);
}

static guint64
key_of (const PlxEntityRecord *entity)
{
  guint64 hash = 0xcbf29ce484222325u ^ entity->kind;

  for (const char *p = entity->name; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 0x100000001b3u;

  return hash;
}

static void
add_nodes (PlxGraph    *self,
           PlxAnalysis *analysis,
           GArray      *ties,
           const guint *weights)
{
  guint n_entities = analysis->entities->len;
  g_autofree gboolean *tied = g_new0 (gboolean, n_entities + 1);

  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);

      if (tie->weight >= self->min_weight)
        tied[tie->pair >> 32] = tied[tie->pair & G_MAXUINT32] = TRUE;
    }

  for (guint i = 0; i < n_entities; i++)
    {
      PlxGraphNode node = { .entity = i, .weight = weights[i] };

      if (weights[i] == 0)
        continue;

      /* At the lowest threshold those who stand alone are shown too: nothing is hidden then. */
      if (!tied[i] && self->min_weight > 1)
        {
          self->n_hidden_nodes++;
          continue;
        }

      node.key = key_of (plx_analysis_get_entity (analysis, i));
      node.refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
      g_array_append_val (self->nodes, node);
    }

  g_array_sort_with_data (self->nodes, compare_nodes, analysis);
}

/* Keeps the first nodes, and of them those that are tied to another of them, if any are. */
static void
keep_readable (PlxGraph *self,
               GArray   *ties)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) tied = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->nodes->len && i < READABLE_NODES; i++)
    g_hash_table_add (kept, GUINT_TO_POINTER (g_array_index (self->nodes, PlxGraphNode,
                                                             i).entity));

  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);
      gpointer a = GUINT_TO_POINTER (tie->pair >> 32);
      gpointer b = GUINT_TO_POINTER (tie->pair & G_MAXUINT32);

      if (tie->weight >= self->min_weight && g_hash_table_contains (kept, a) &&
          g_hash_table_contains (kept, b))
        {
          g_hash_table_add (tied, a);
          g_hash_table_add (tied, b);
        }
    }

  for (guint i = self->nodes->len; i > 0; i--)
    {
      PlxGraphNode *node = &g_array_index (self->nodes, PlxGraphNode, i - 1);

      if (g_hash_table_contains (g_hash_table_size (tied) > 0 ? tied : kept,
                                 GUINT_TO_POINTER (node->entity)))
        continue;

      g_array_unref (node->refs);
      g_array_remove_index (self->nodes, i - 1);
      self->n_hidden_nodes++;
    }
}

/* What an entity's place in the graph is, or `PLX_NONE`. */
static guint32 *
index_nodes (PlxGraph *self,
             guint     n_entities)
{
  guint32 *places = g_new (guint32, n_entities + 1);

  for (guint i = 0; i <= n_entities; i++)
    places[i] = PLX_NONE;
  for (guint i = 0; i < self->nodes->len; i++)
    places[g_array_index (self->nodes, PlxGraphNode, i).entity] = i;

  return places;
}

static void
add_edges (PlxGraph      *self,
           GArray        *ties,
           const guint32 *places)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);
      guint32 a = places[tie->pair >> 32];
      guint32 b = places[tie->pair & G_MAXUINT32];
      PlxGraphEdge edge = { MIN (a, b), MAX (a, b), tie->weight, NULL };

      if (a == PLX_NONE || b == PLX_NONE || tie->weight < self->min_weight)
        {
          self->n_hidden_edges++;
          continue;
        }

      edge.refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
      g_array_append_val (self->edges, edge);
    }

  g_array_sort (self->edges, compare_edges);
}

static void
append_ref (GArray    *refs,
            const Hit *hit)
{
  PlxSentenceRef ref = { hit->article, hit->sentence };

  if (refs->len > 0)
    {
      PlxSentenceRef last = g_array_index (refs, PlxSentenceRef, refs->len - 1);

      if (last.article == ref.article && last.sentence == ref.sentence)
        return;
    }

  g_array_append_val (refs, ref);
}

/* Appends the sentences of two runs in order; each sentence once. */
static void
append_both (GArray    *refs,
             GArray    *hits,
             const Run *p,
             const Run *q)
{
  guint i = p->start;
  guint j = q->start;

  while (i < p->end || j < q->end)
    {
      const Hit *x = i < p->end ? &g_array_index (hits, Hit, i) : NULL;
      const Hit *y = j < q->end ? &g_array_index (hits, Hit, j) : NULL;

      if (y == NULL || (x != NULL && x->sentence <= y->sentence))
        {
          append_ref (refs, x);
          i++;
        }
      else
        {
          append_ref (refs, y);
          j++;
        }
    }
}

static GHashTable *
index_edges (PlxGraph *self,
             guint64  *pairs)
{
  GHashTable *edges = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->edges->len; i++)
    {
      PlxGraphEdge *edge = &g_array_index (self->edges, PlxGraphEdge, i);

      pairs[i] = pair_of (edge->a, edge->b);
      g_hash_table_insert (edges, &pairs[i], edge);
    }

  return edges;
}

/* Only what is shown gets its sentences: by article there may be far more ties than anyone asks
 * the sentences of. */
static void
add_refs (PlxGraph      *self,
          GArray        *hits,
          const guint32 *places)
{
  g_autofree guint64 *pairs = g_new (guint64, self->edges->len + 1);
  g_autoptr (GHashTable) edges = index_edges (self, pairs);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint start = 0; start < hits->len; )
    {
      start = read_scope (hits, start, runs);

      for (guint i = 0; i < runs->len; i++)
        {
          const Run *p = &g_array_index (runs, Run, i);
          guint32 a = places[p->entity];

          if (a == PLX_NONE)
            continue;

          for (guint j = p->start; j < p->end; j++)
            append_ref (g_array_index (self->nodes, PlxGraphNode, a).refs,
                        &g_array_index (hits, Hit, j));

          for (guint j = i + 1; j < runs->len; j++)
            {
              const Run *q = &g_array_index (runs, Run, j);
              guint64 pair = pair_of (a, places[q->entity]);
              PlxGraphEdge *edge = g_hash_table_lookup (edges, &pair);

              if (places[q->entity] != PLX_NONE && edge != NULL)
                append_both (edge->refs, hits, p, q);
            }
        }
    }
}

/**
 * plx_graph_new:
 * @analysis: an analysis
 * @passages: which of its sentences are shown
 * @scope: what counts as together
 * @min_weight: hides the ties that are lighter than this, and then the entities without a
 *   tie; 1 hides nothing; 0 chooses a threshold of which the picture is readable, and hides
 *   who stands alone
 *
 * Counts who appears with whom in the passages that are shown.
 *
 * The nodes all lie at the origin until [method@Graph.lay_out]. What is counted does not depend
 * on the order of the articles.
 *
 * Returns: (transfer full): the graph
 */
PlxGraph *
plx_graph_new (PlxAnalysis   *analysis,
               PlxPassages   *passages,
               PlxGraphScope  scope,
               guint          min_weight)
{
  PlxGraph *self = g_atomic_rc_box_new0 (PlxGraph);
  g_autoptr (GArray) hits = collect_hits (analysis, passages, scope);
  guint n_entities = analysis->entities->len;
  g_autofree guint *weights = g_new0 (guint, n_entities + 1);
  g_autoptr (GArray) ties = count (hits, weights);
  g_autofree guint32 *places = NULL;

  self->nodes = g_array_new (FALSE, TRUE, sizeof (PlxGraphNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (PlxGraphEdge));
  self->scope = scope;

  for (guint i = 0; i < ties->len; i++)
    self->max_weight = MAX (self->max_weight, g_array_index (ties, Tie, i).weight);

  self->min_weight = min_weight > 0 ? min_weight
                                    : choose_threshold (ties, n_entities, self->max_weight);
  add_nodes (self, analysis, ties, weights);

  if (min_weight == 0)
    keep_readable (self, ties);

  places = index_nodes (self, n_entities);
  add_edges (self, ties, places);
  add_refs (self, hits, places);

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
  for (guint i = 0; i < self->edges->len; i++)
    g_array_unref (g_array_index (self->edges, PlxGraphEdge, i).refs);

  g_array_unref (self->nodes);
  g_array_unref (self->edges);
}

void
plx_graph_unref (PlxGraph *self)
{
  g_atomic_rc_box_release_full (self, graph_clear);
}
