/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph-fixture.h"

/* Two articles. By sentence: Ann–Bob 2, Ann–Cid 1, Bob–Cid 1, Dan–Eve 1; Fay stands alone. */
static PlxAnalysis *
make_small (gboolean backwards)
{
  static const char * const articles[2][2] = {
    { "{Ann} met {Bob}.|{Cid} saw {Ann} and {Bob} go.", "{Dan} wrote to {Eve}." },
    { "{Fay} was away.|{Ann} said so, {Ann} herself.", "{Cid} agreed.|{Bob} did not." },
  };
  PlxAnalysis *analysis = plx_analysis_new ();

  for (guint i = 0; i < 2; i++)
    {
      guint which = backwards ? 1 - i : i;
      guint article = made_article (analysis, which ? "Second" : "First", "2024-01-02");

      for (guint j = 0; j < 2; j++)
        made_paragraph (analysis, article, articles[which][j]);
    }

  return analysis;
}

static const PlxGraphNode *
find_node (PlxGraph    *graph,
           PlxAnalysis *analysis,
           const char  *name)
{
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (graph->nodes, PlxGraphNode, i);

      if (g_str_equal (plx_analysis_get_entity (analysis, node->entity)->name, name))
        return node;
    }

  return NULL;
}

static const PlxGraphEdge *
find_edge (PlxGraph    *graph,
           PlxAnalysis *analysis,
           const char  *a,
           const char  *b)
{
  const PlxGraphNode *p = find_node (graph, analysis, a);
  const PlxGraphNode *q = find_node (graph, analysis, b);

  for (guint i = 0; p != NULL && q != NULL && i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, i);
      const PlxGraphNode *x = &g_array_index (graph->nodes, PlxGraphNode, edge->a);
      const PlxGraphNode *y = &g_array_index (graph->nodes, PlxGraphNode, edge->b);

      g_assert_cmpuint (edge->a, <, edge->b);
      if ((x == p && y == q) || (x == q && y == p))
        return edge;
    }

  return NULL;
}

static guint
place_of_edge (PlxGraph    *graph,
               PlxAnalysis *analysis,
               const char  *a,
               const char  *b)
{
  return find_edge (graph, analysis, a, b) - (const PlxGraphEdge *) graph->edges->data;
}

static guint
tie (PlxGraph    *graph,
     PlxAnalysis *analysis,
     const char  *a,
     const char  *b)
{
  const PlxGraphEdge *edge = find_edge (graph, analysis, a, b);

  return edge != NULL ? edge->weight : 0;
}

static void
test_counts_by_sentence (void)
{
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 1);

  g_assert_cmpuint (graph->nodes->len, ==, 6);
  g_assert_cmpuint (graph->edges->len, ==, 4);
  g_assert_cmpuint (tie (graph, analysis, "Ann", "Bob"), ==, 2);
  g_assert_cmpuint (tie (graph, analysis, "Ann", "Cid"), ==, 1);
  g_assert_cmpuint (tie (graph, analysis, "Dan", "Eve"), ==, 1);
  g_assert_cmpuint (tie (graph, analysis, "Ann", "Eve"), ==, 0);
  g_assert_cmpuint (graph->max_weight, ==, 2);
  g_assert_cmpuint (graph->n_hidden_nodes, ==, 0);

  /* Named twice in one sentence counts once; the heaviest comes first, equals by name. */
  g_assert_cmpuint (find_node (graph, analysis, "Ann")->weight, ==, 3);
  g_assert_true (find_node (graph, analysis, "Ann") ==
                 &g_array_index (graph->nodes, PlxGraphNode, 0));
  g_assert_cmpuint (find_node (graph, analysis, "Ann")->refs->len, ==, 3);
}

static void
test_counts_by_paragraph_and_article (void)
{
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxGraph) paragraphs = make_graph (analysis, PLX_GRAPH_SCOPE_PARAGRAPH, 1);
  g_autoptr (PlxGraph) articles = make_graph (analysis, PLX_GRAPH_SCOPE_ARTICLE, 1);

  g_assert_cmpuint (tie (paragraphs, analysis, "Ann", "Bob"), ==, 1);
  g_assert_cmpuint (tie (paragraphs, analysis, "Bob", "Cid"), ==, 2);
  g_assert_cmpuint (tie (paragraphs, analysis, "Ann", "Fay"), ==, 1);

  g_assert_cmpuint (tie (articles, analysis, "Ann", "Bob"), ==, 2);
  g_assert_cmpuint (tie (articles, analysis, "Ann", "Eve"), ==, 1);
  g_assert_cmpuint (find_node (articles, analysis, "Ann")->weight, ==, 2);
}

static void
test_edge_tells_its_sentences (void)
{
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_PARAGRAPH, 1);
  g_autoptr (GArray) refs = plx_graph_dup_edge_refs (graph, place_of_edge (graph, analysis, "Bob",
                                                                            "Cid"));

  g_assert_cmpuint (refs->len, ==, 4);
  for (guint i = 0; i < refs->len; i++)
    {
      static const PlxSentenceRef wanted[] = { { 0, 0 }, { 0, 1 }, { 1, 2 }, { 1, 3 } };

      g_assert_cmpuint (g_array_index (refs, PlxSentenceRef, i).article, ==, wanted[i].article);
      g_assert_cmpuint (g_array_index (refs, PlxSentenceRef, i).sentence, ==,
                        wanted[i].sentence);
    }
}

static void
test_counts_by_neighbours (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxGraph) graph = NULL;
  g_autoptr (GArray) refs = NULL;

  made_article (analysis, "Paper", NULL);
  made_paragraph (analysis, 0, "{Ann} left, and {Dan} too.|{Bob} stayed.|It rained.");
  made_paragraph (analysis, 0, "{Cid} slept, and {Bob} woke him.");
  made_article (analysis, "Other", NULL);
  made_paragraph (analysis, 1, "{Ann} wrote to {Cid}.");
  graph = make_graph (analysis, PLX_GRAPH_SCOPE_NEIGHBOURS, 0);

  /* Three pairs of sentences in the one, and the only sentence of the other. */
  g_assert_cmpuint (graph->n_scopes, ==, 4);
  g_assert_cmpuint (find_node (graph, analysis, "Bob")->weight, ==, 3);
  g_assert_cmpuint (find_node (graph, analysis, "Bob")->n_mentions, ==, 2);
  g_assert_cmpuint (find_node (graph, analysis, "Bob")->refs->len, ==, 2);
  g_assert_cmpuint (tie (graph, analysis, "Ann", "Bob"), ==, 1);
  g_assert_cmpuint (tie (graph, analysis, "Ann", "Cid"), ==, 1);
  g_assert_cmpuint (tie (graph, analysis, "Dan", "Cid"), ==, 0);

  refs = plx_graph_dup_edge_refs (graph, place_of_edge (graph, analysis, "Ann", "Bob"));
  g_assert_cmpuint (refs->len, ==, 2);
  g_assert_cmpuint (g_array_index (refs, PlxSentenceRef, 1).sentence, ==, 1);
}

/* By sentence, of seven: Ann and Bob in three each, twice together; Cid in two. */
typedef struct
{
  const char        *path;
  PlxGraphWeighting  weighting;
  double             ann_bob, ann_cid, dan_eve;
} WeightCase;

static const WeightCase weight_cases[] = {
  { "/graph/weighting/count", PLX_GRAPH_WEIGHTING_COUNT, 2, 1, 1 },
  { "/graph/weighting/jaccard", PLX_GRAPH_WEIGHTING_JACCARD, 0.5, 0.25, 1 },
  /* 2 Σ seen · ln (seen / expected) over the four cells of each. */
  { "/graph/weighting/likelihood", PLX_GRAPH_WEIGHTING_LIKELIHOOD, 1.242947, 0.058008, 5.741628 },
};

static void
test_weighting (gconstpointer data)
{
  const WeightCase *test = data;
  const PlxGraphOptions options = { .weighting = test->weighting };
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, passages, &options);
  const PlxGraphEdge *strongest = &g_array_index (graph->edges, PlxGraphEdge, 0);

  g_assert_cmpuint (graph->n_scopes, ==, 7);
  g_assert_cmpfloat_with_epsilon (find_edge (graph, analysis, "Ann", "Bob")->strength,
                                  test->ann_bob, 1e-5);
  g_assert_cmpfloat_with_epsilon (find_edge (graph, analysis, "Ann", "Cid")->strength,
                                  test->ann_cid, 1e-5);
  g_assert_cmpfloat_with_epsilon (find_edge (graph, analysis, "Dan", "Eve")->strength,
                                  test->dan_eve, 1e-5);
  g_assert_cmpfloat (strongest->strength, ==, graph->max_strength);
  g_assert_cmpuint (graph->nodes->len, ==, 6);
}

/* Who is in every article is with everyone there by chance alone. */
static void
test_chance_is_no_tie (void)
{
  const PlxGraphOptions options = { .scope = PLX_GRAPH_SCOPE_ARTICLE,
                                    .weighting = PLX_GRAPH_WEIGHTING_LIKELIHOOD };
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, passages, &options);
  g_autoptr (PlxGraph) counted = make_graph (analysis, PLX_GRAPH_SCOPE_ARTICLE, 0);

  g_assert_cmpuint (tie (counted, analysis, "Ann", "Fay"), ==, 1);
  g_assert_cmpuint (tie (graph, analysis, "Ann", "Fay"), ==, 0);
  g_assert_cmpuint (tie (graph, analysis, "Dan", "Eve"), ==, 1);
  g_assert_cmpuint (graph->n_by_chance, ==, counted->edges->len - graph->edges->len);
  g_assert_cmpuint (graph->n_hidden_edges, ==, graph->n_by_chance);
  g_assert_cmpuint (graph->n_hidden_nodes, ==, 0);
}

static void
test_sources (void)
{
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_PARAGRAPH, 0);
  guint edge = place_of_edge (graph, analysis, "Bob", "Cid");
  const PlxGraphNode *ann = find_node (graph, analysis, "Ann");
  g_autoptr (GArray) of_edge = plx_graph_dup_edge_sources (graph, edge);
  g_autoptr (GArray) of_ann = plx_graph_dup_node_sources (graph, ann -
                                                          (PlxGraphNode *) graph->nodes->data);

  g_assert_cmpuint (g_array_index (graph->edges, PlxGraphEdge, edge).n_sources, ==, 2);
  g_assert_cmpuint (of_edge->len, ==, 2);
  g_assert_cmpuint (g_array_index (of_edge, PlxGraphSource, 0).n_mentions, ==, 3);
  g_assert_cmpuint (g_array_index (of_edge, PlxGraphSource, 1).article, ==, 1);
  g_assert_cmpuint (g_array_index (of_edge, PlxGraphSource, 1).n_mentions, ==, 2);
  g_assert_cmpuint (g_array_index (of_edge, PlxGraphSource, 1).weight, ==, 1);

  /* Named twice in one sentence of the second. */
  g_assert_cmpuint (ann->n_sources, ==, 2);
  g_assert_cmpuint (ann->n_mentions, ==, 4);
  g_assert_cmpuint (of_ann->len, ==, 2);
  g_assert_cmpuint (g_array_index (of_ann, PlxGraphSource, 0).n_mentions, ==, 2);
  g_assert_cmpuint (g_array_index (of_ann, PlxGraphSource, 1).n_mentions, ==, 2);
  g_assert_cmpuint (g_array_index (of_ann, PlxGraphSource, 1).weight, ==, 1);
}

static void
test_measures_and_groups (void)
{
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 0);
  const PlxGraphNode *ann = find_node (graph, analysis, "Ann");

  plx_graph_measure (graph, NULL);

  /* Ann, Bob and Cid; Dan and Eve; Fay alone. */
  g_assert_true (graph->is_measured);
  g_assert_false (graph->is_estimated);
  g_assert_cmpuint (graph->n_groups, ==, 3);
  g_assert_cmpuint (ann->group, ==, 0);
  g_assert_cmpuint (find_node (graph, analysis, "Cid")->group, ==, 0);
  g_assert_cmpuint (find_node (graph, analysis, "Eve")->group, ==, 1);
  g_assert_cmpuint (find_node (graph, analysis, "Fay")->group, ==, 2);
  g_assert_cmpuint (ann->degree, ==, 2);
  g_assert_cmpfloat (ann->strength, ==, 3);
  g_assert_cmpuint (ann->core, ==, 2);
  g_assert_cmpfloat (ann->clustering, ==, 1);
  g_assert_cmpfloat (ann->betweenness, ==, 0);
  g_assert_cmpfloat (ann->pagerank, >, find_node (graph, analysis, "Fay")->pagerank);
}

static void
test_threshold_hides (void)
{
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 2);

  g_assert_cmpuint (graph->nodes->len, ==, 2);
  g_assert_cmpuint (graph->edges->len, ==, 1);
  g_assert_cmpuint (graph->n_hidden_nodes, ==, 4);
  g_assert_cmpuint (graph->n_hidden_edges, ==, 3);
  g_assert_cmpfloat (graph->options.threshold, ==, 2);
}

static void
test_filter_hides (void)
{
  g_autoptr (PlxAnalysis) analysis = make_small (FALSE);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, FALSE);
  const PlxGraphOptions by_article = { .scope = PLX_GRAPH_SCOPE_ARTICLE };
  g_autoptr (PlxGraph) none = plx_graph_new (analysis, passages, &by_article);
  g_autoptr (PlxGraph) graph = NULL;

  plx_passages_set_shown (passages, (PlxSentenceRef) { 0, 0 }, TRUE);
  graph = plx_graph_new (analysis, passages, &by_article);
  plx_graph_lay_out (none, NULL, analysis, NULL, NULL, NULL);

  g_assert_cmpuint (none->nodes->len, ==, 0);
  g_assert_cmpuint (graph->nodes->len, ==, 2);
  g_assert_cmpuint (tie (graph, analysis, "Ann", "Bob"), ==, 1);
}

static void
test_order_of_articles_does_not_matter (void)
{
  g_autoptr (PlxAnalysis) forth = make_small (FALSE);
  g_autoptr (PlxAnalysis) back = make_small (TRUE);
  g_autoptr (PlxGraph) a = make_graph (forth, PLX_GRAPH_SCOPE_SENTENCE, 1);
  g_autoptr (PlxGraph) b = make_graph (back, PLX_GRAPH_SCOPE_SENTENCE, 1);

  plx_graph_lay_out (a, NULL, forth, NULL, NULL, NULL);
  plx_graph_lay_out (b, NULL, back, NULL, NULL, NULL);

  g_assert_cmpuint (a->nodes->len, ==, b->nodes->len);
  g_assert_cmpuint (a->edges->len, ==, b->edges->len);

  for (guint i = 0; i < a->nodes->len; i++)
    {
      const PlxGraphNode *p = &g_array_index (a->nodes, PlxGraphNode, i);
      const PlxGraphNode *q = &g_array_index (b->nodes, PlxGraphNode, i);

      g_assert_cmpstr (plx_analysis_get_entity (forth, p->entity)->name, ==,
                       plx_analysis_get_entity (back, q->entity)->name);
      g_assert_cmpuint (p->weight, ==, q->weight);
      g_assert_true (p->key == q->key);
      g_assert_cmpfloat (p->x, ==, q->x);
      g_assert_cmpfloat (p->y, ==, q->y);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/graph/counts-by-sentence", test_counts_by_sentence);
  g_test_add_func ("/graph/counts-by-paragraph-and-article",
                   test_counts_by_paragraph_and_article);
  g_test_add_func ("/graph/edge-tells-its-sentences", test_edge_tells_its_sentences);
  g_test_add_func ("/graph/counts-by-neighbours", test_counts_by_neighbours);
  for (guint i = 0; i < G_N_ELEMENTS (weight_cases); i++)
    g_test_add_data_func (weight_cases[i].path, &weight_cases[i], test_weighting);
  g_test_add_func ("/graph/chance-is-no-tie", test_chance_is_no_tie);
  g_test_add_func ("/graph/sources", test_sources);
  g_test_add_func ("/graph/measures-and-groups", test_measures_and_groups);
  g_test_add_func ("/graph/threshold-hides", test_threshold_hides);
  g_test_add_func ("/graph/filter-hides", test_filter_hides);
  g_test_add_func ("/graph/order-of-articles", test_order_of_articles_does_not_matter);

  return g_test_run ();
}
