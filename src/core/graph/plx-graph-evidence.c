/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands behind a node or an edge.
 *
 * Each node keeps where it is mentioned, scope by scope. What is behind an edge is where the two
 * meet; that is looked up when someone asks, since by article there are far more of these than
 * anyone asks for. */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-scopes.h"

/* A sentence of a scope that mentions a node. */
typedef struct
{
  guint32 article;
  guint32 scope;
  guint32 sentence;
  guint32 n_mentions;
} Hit;

struct _PlxGraphHits
{
  gsize *first; /* where those of a node begin, and after the last */
  Hit   *hits;  /* those of a node by article, scope and sentence */
};

typedef struct
{
  PlxGraphHits  *hits;
  PlxPassages   *passages;
  const guint32 *places; /* of entities among the nodes */
  gsize         *next;   /* where the next hit of each node goes; NULL while they are counted */
} Filling;

/* Two mentions in one sentence of one scope are one hit. */
static gboolean
is_again (const Filling      *self,
          guint32             node,
          const PlxScopeSpan *span,
          guint32             sentence)
{
  const Hit *last;

  if (self->next[node] == self->hits->first[node])
    return FALSE;

  last = &self->hits->hits[self->next[node] - 1];

  return last->article == span->article && last->scope == span->scope &&
         last->sentence == sentence;
}

static void
fill_scope (const PlxScopeSpan *span,
            gpointer            user_data)
{
  Filling *self = user_data;

  for (guint i = span->start; i < span->end; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (span->annotation->mentions,
                                                      PlxMentionSpan, i);
      PlxSentenceRef ref = { span->article, mention->sentence };
      guint32 node = mention->entity != PLX_NONE ? self->places[mention->entity] : PLX_NONE;

      if (node == PLX_NONE || !plx_passages_is_shown (self->passages, ref))
        continue;

      if (self->next == NULL)
        self->hits->first[node + 1]++;
      else if (is_again (self, node, span, mention->sentence))
        self->hits->hits[self->next[node] - 1].n_mentions++;
      else
        self->hits->hits[self->next[node]++] = (Hit) { span->article, span->scope,
                                                       mention->sentence, 1 };
    }
}

/* The hits of the nodes close up: where a sentence names one twice, one place too many was
 * counted. */
static void
close_up (PlxGraphHits *self,
          const gsize  *ends,
          guint         n_nodes)
{
  gsize to = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      gsize from = self->first[i];

      self->first[i] = to;
      while (from < ends[i])
        self->hits[to++] = self->hits[from++];
    }

  self->first[n_nodes] = to;
  self->hits = g_renew (Hit, self->hits, to + 1);
}

/* Where each entity is among the nodes, or `PLX_NONE`. */
static guint32 *
index_nodes (PlxGraph *graph,
             guint     n_entities)
{
  guint32 *places = g_new (guint32, n_entities + 1);

  for (guint i = 0; i <= n_entities; i++)
    places[i] = PLX_NONE;
  for (guint i = 0; i < graph->nodes->len; i++)
    places[g_array_index (graph->nodes, PlxGraphNode, i).entity] = i;

  return places;
}

/**
 * plx_graph_hits_new:
 * @graph: a graph that has its nodes
 * @analysis: the analysis of which it is
 * @passages: which of its sentences are shown
 *
 * Returns: (transfer full): where each node is mentioned
 */
PlxGraphHits *
plx_graph_hits_new (PlxGraph    *graph,
                    PlxAnalysis *analysis,
                    PlxPassages *passages)
{
  PlxGraphHits *self = g_atomic_rc_box_new0 (PlxGraphHits);
  guint n_nodes = graph->nodes->len;
  g_autofree guint32 *places = index_nodes (graph, analysis->entities->len);
  g_autofree gsize *next = NULL;
  Filling filling = { self, passages, places, NULL };

  self->first = g_new0 (gsize, n_nodes + 1);
  plx_graph_scopes_each (analysis, passages, graph->options.scope, fill_scope, &filling);
  for (guint i = 0; i < n_nodes; i++)
    self->first[i + 1] += self->first[i];

  self->hits = g_new (Hit, self->first[n_nodes] + 1);
  filling.next = next = g_memdup2 (self->first, (n_nodes + 1) * sizeof (gsize));
  plx_graph_scopes_each (analysis, passages, graph->options.scope, fill_scope, &filling);
  close_up (self, next, n_nodes);

  return self;
}

static void
hits_clear (gpointer data)
{
  PlxGraphHits *self = data;

  g_free (self->first);
  g_free (self->hits);
}

PlxGraphHits *
plx_graph_hits_ref (PlxGraphHits *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
plx_graph_hits_unref (PlxGraphHits *self)
{
  g_atomic_rc_box_release_full (self, hits_clear);
}

static inline int
compare_scopes (const Hit *x,
                const Hit *y)
{
  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;

  return (x->scope > y->scope) - (x->scope < y->scope);
}

/* The first hit from @from on that is not before the scope of @hit. The steps double, so that a
 * few hits are found among many in little time. */
static gsize
leap (const PlxGraphHits *self,
      gsize               from,
      gsize               end,
      const Hit          *hit)
{
  gsize step = 1;
  gsize low = from;
  gsize high;

  while (low + step < end && compare_scopes (&self->hits[low + step], hit) < 0)
    {
      low += step;
      step *= 2;
    }

  high = MIN (low + step, end);
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare_scopes (&self->hits[middle], hit) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Gets the hits of either end in a scope that has both: [a0, a1) and [b0, b1). */
typedef void (* MeetFunc) (const PlxGraphHits *self,
                           gsize               a0,
                           gsize               a1,
                           gsize               b0,
                           gsize               b1,
                           GArray             *result);

static void
each_meeting (PlxGraph *graph,
              guint     index,
              MeetFunc  func,
              GArray   *result)
{
  const PlxGraphHits *self = graph->hits;
  const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, index);
  gsize i = self->first[edge->a];
  gsize j = self->first[edge->b];
  gsize i_end = self->first[edge->a + 1];
  gsize j_end = self->first[edge->b + 1];

  while (i < i_end && j < j_end)
    {
      int order = compare_scopes (&self->hits[i], &self->hits[j]);
      gsize a0 = i;
      gsize b0 = j;

      if (order < 0)
        i = leap (self, i, i_end, &self->hits[j]);
      else if (order > 0)
        j = leap (self, j, j_end, &self->hits[i]);
      else
        {
          while (i < i_end && compare_scopes (&self->hits[i], &self->hits[a0]) == 0)
            i++;
          while (j < j_end && compare_scopes (&self->hits[j], &self->hits[b0]) == 0)
            j++;
          func (self, a0, i, b0, j, result);
        }
    }
}

/* Neighbouring scopes share sentences: one that is there already is not told again. */
static void
append_ref (GArray    *refs,
            const Hit *hit)
{
  PlxSentenceRef ref = { hit->article, hit->sentence };

  if (refs->len > 0)
    {
      PlxSentenceRef last = g_array_index (refs, PlxSentenceRef, refs->len - 1);

      if (last.article == ref.article && last.sentence >= ref.sentence)
        return;
    }

  g_array_append_val (refs, ref);
}

static void
meet_refs (const PlxGraphHits *self,
           gsize               a0,
           gsize               a1,
           gsize               b0,
           gsize               b1,
           GArray             *result)
{
  while (a0 < a1 || b0 < b1)
    if (b0 == b1 || (a0 < a1 && self->hits[a0].sentence <= self->hits[b0].sentence))
      append_ref (result, &self->hits[a0++]);
    else
      append_ref (result, &self->hits[b0++]);
}

static PlxGraphSource *
source_for (GArray  *sources,
            guint32  article)
{
  PlxGraphSource source = { .article = article };

  if (sources->len == 0 ||
      g_array_index (sources, PlxGraphSource, sources->len - 1).article != article)
    g_array_append_val (sources, source);

  return &g_array_index (sources, PlxGraphSource, sources->len - 1);
}

static void
meet_sources (const PlxGraphHits *self,
              gsize               a0,
              gsize               a1,
              gsize               b0,
              gsize               b1,
              GArray             *result)
{
  PlxGraphSource *source = source_for (result, self->hits[a0].article);

  source->weight++;
  for (gsize i = a0; i < a1; i++)
    source->n_mentions += self->hits[i].n_mentions;
  for (gsize i = b0; i < b1; i++)
    source->n_mentions += self->hits[i].n_mentions;
}

/**
 * plx_graph_dup_edge_refs:
 * @self: a graph
 * @edge: one of its edges, by its place
 *
 * Tells the sentences behind an edge: those that mention either end in a scope that has both.
 *
 * Returns: (transfer full) (element-type PlxSentenceRef): the sentences, by article and place
 */
GArray *
plx_graph_dup_edge_refs (PlxGraph *self,
                         guint     edge)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));

  g_return_val_if_fail (edge < self->edges->len, refs);

  each_meeting (self, edge, meet_refs, refs);

  return refs;
}

/**
 * plx_graph_dup_edge_sources:
 * @self: a graph
 * @edge: one of its edges, by its place
 *
 * Tells which articles have an edge, and how often. Mentions in neighbouring scopes that share a
 * sentence are counted in each.
 *
 * Returns: (transfer full) (element-type PlxGraphSource): the articles, in their order
 */
GArray *
plx_graph_dup_edge_sources (PlxGraph *self,
                            guint     edge)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (PlxGraphSource));

  g_return_val_if_fail (edge < self->edges->len, sources);

  each_meeting (self, edge, meet_sources, sources);

  return sources;
}

/**
 * plx_graph_dup_node_sources:
 * @self: a graph
 * @node: one of its nodes, by its place
 *
 * Tells which articles mention a node, and how often.
 *
 * Returns: (transfer full) (element-type PlxGraphSource): the articles, in their order
 */
GArray *
plx_graph_dup_node_sources (PlxGraph *self,
                            guint     node)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (PlxGraphSource));
  const PlxGraphHits *hits = self->hits;
  const Hit *last = NULL;
  guint32 told = 0; /* sentences of the article before this have been counted */

  g_return_val_if_fail (node < self->nodes->len, sources);

  for (gsize i = hits->first[node]; i < hits->first[node + 1]; i++)
    {
      const Hit *hit = &hits->hits[i];
      PlxGraphSource *source = source_for (sources, hit->article);

      if (last == NULL || last->article != hit->article)
        told = 0;
      if (last == NULL || compare_scopes (last, hit) != 0)
        source->weight++;
      if (hit->sentence >= told)
        {
          source->n_mentions += hit->n_mentions;
          told = hit->sentence + 1;
        }
      last = hit;
    }

  return sources;
}

/* The sentences that mention a node, each once. */
GArray *
plx_graph_hits_dup_refs (const PlxGraphHits *self,
                         guint               node)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));

  for (gsize i = self->first[node]; i < self->first[node + 1]; i++)
    append_ref (refs, &self->hits[i]);

  return refs;
}
