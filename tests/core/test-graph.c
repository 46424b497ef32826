/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph/plx-graph.h"
#include "made-analysis.h"

#include <math.h>

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

static PlxGraph *
make_graph (PlxAnalysis   *analysis,
            PlxGraphScope  scope,
            double         threshold)
{
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);

  return plx_graph_new (analysis, passages, &(PlxGraphOptions) { scope, 0, threshold });
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

/* @n names in a ring of small groups, each group in one sentence, and a few that stand apart. */
static PlxAnalysis *
make_large (guint n)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  guint article = made_article (analysis, "Long", "2024-01-02");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{Person number %u} met {Person number %u} and {Person "
                            "number %u}.", i > 0 ? "|" : "", i, (i + 1) % n, (i * 7 + 3) % n);
  g_string_append (text, "|{Someone} else.|{Nobody}.|{One} and {Another}.");
  made_paragraph (analysis, article, text->str);

  return analysis;
}

static void
assert_apart (PlxGraph *graph)
{
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const PlxGraphNode *p = &g_array_index (graph->nodes, PlxGraphNode, i);

      g_assert_true (isfinite (p->x));
      g_assert_true (isfinite (p->y));

      for (guint j = 0; j < i; j++)
        {
          const PlxGraphNode *q = &g_array_index (graph->nodes, PlxGraphNode, j);

          g_assert_cmpfloat (hypot (p->x - q->x, p->y - q->y), >, 0.3);
        }
    }
}

static void
test_no_two_lie_in_one_place (void)
{
  static const guint sizes[] = { 3, 40, 300, 700 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PlxAnalysis) analysis = make_large (sizes[i]);
      g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 1);
      gint64 start = g_get_monotonic_time ();

      plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
      g_test_message ("%u names, %u ties: %.1f ms", graph->nodes->len, graph->edges->len,
                      (g_get_monotonic_time () - start) / 1000.0);
      assert_apart (graph);
    }
}

static void
test_layout_is_the_same_each_time (void)
{
  g_autoptr (PlxAnalysis) analysis = make_large (30);
  g_autoptr (PlxGraph) a = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 1);
  g_autoptr (PlxGraph) b = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 1);

  plx_graph_lay_out (a, NULL, analysis, NULL, NULL, NULL);
  plx_graph_lay_out (b, NULL, analysis, NULL, NULL, NULL);

  for (guint i = 0; i < a->nodes->len; i++)
    {
      g_assert_cmpfloat (g_array_index (a->nodes, PlxGraphNode, i).x, ==,
                         g_array_index (b->nodes, PlxGraphNode, i).x);
      g_assert_cmpfloat (g_array_index (a->nodes, PlxGraphNode, i).y, ==,
                         g_array_index (b->nodes, PlxGraphNode, i).y);
    }
}

/* A filter takes one sentence away: the others stay about where they were. */
static void
test_picture_does_not_jump (void)
{
  g_autoptr (PlxAnalysis) analysis = make_large (30);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxGraph) before = plx_graph_new (analysis, passages, NULL);
  g_autoptr (PlxGraph) after = NULL;
  g_autoptr (GArray) places = NULL;
  double moved = 0;
  guint n = 0;

  plx_graph_lay_out (before, NULL, analysis, NULL, NULL, NULL);
  places = plx_graph_dup_places (before);
  plx_passages_set_shown (passages, (PlxSentenceRef) { 0, 5 }, FALSE);
  after = plx_graph_new (analysis, passages, NULL);
  plx_graph_lay_out (after, places, analysis, NULL, NULL, NULL);
  assert_apart (after);

  for (guint i = 0; i < after->nodes->len; i++)
    for (guint j = 0; j < before->nodes->len; j++)
      {
        const PlxGraphNode *p = &g_array_index (after->nodes, PlxGraphNode, i);
        const PlxGraphNode *q = &g_array_index (before->nodes, PlxGraphNode, j);

        if (p->key == q->key)
          {
            moved += hypot (p->x - q->x, p->y - q->y);
            n++;
          }
      }

  g_assert_cmpuint (n, ==, after->nodes->len);
  g_assert_cmpfloat (moved / n, <, 0.8);
}

static void
test_default_threshold_is_readable (void)
{
  g_autoptr (PlxAnalysis) analysis = make_large (300);
  g_autoptr (PlxGraph) sentences = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, PLX_GRAPH_READABLE);
  g_autoptr (PlxGraph) articles = make_graph (analysis, PLX_GRAPH_SCOPE_ARTICLE, PLX_GRAPH_READABLE);

  g_assert_cmpuint (sentences->nodes->len, >=, 2);
  g_assert_cmpuint (sentences->nodes->len, <=, 45);
  g_assert_cmpuint (articles->nodes->len, <=, 45);
  g_assert_cmpuint (sentences->nodes->len + sentences->n_hidden_nodes, ==, 304);
}

/* Where nobody is tied to anybody, the names are shown and not an empty picture. */
static void
test_names_alone_are_shown (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxGraph) graph = NULL;

  made_article (analysis, "Paper", NULL);
  made_paragraph (analysis, 0, "{Ann} left.|{Bob} stayed.");
  graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, PLX_GRAPH_READABLE);
  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);

  g_assert_cmpuint (graph->nodes->len, ==, 2);
  g_assert_cmpuint (graph->edges->len, ==, 0);
  assert_apart (graph);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_making_can_be_cancelled (void)
{
  g_autoptr (PlxAnalysis) analysis = make_large (300);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxGraph) graph = NULL;

      if (i == 1)
        g_cancellable_cancel (cancellable);

      plx_graph_make_async (analysis, passages, NULL, NULL, NULL, NULL, NULL, cancellable, made_cb,
                            &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      graph = plx_graph_make_finish (result, &error);

      if (i == 1)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_no_error (error);
      g_assert_true ((graph == NULL) == (i == 1));
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
  g_test_add_func ("/graph/threshold-hides", test_threshold_hides);
  g_test_add_func ("/graph/filter-hides", test_filter_hides);
  g_test_add_func ("/graph/order-of-articles", test_order_of_articles_does_not_matter);
  g_test_add_func ("/graph/apart", test_no_two_lie_in_one_place);
  g_test_add_func ("/graph/same-each-time", test_layout_is_the_same_each_time);
  g_test_add_func ("/graph/does-not-jump", test_picture_does_not_jump);
  g_test_add_func ("/graph/default-threshold", test_default_threshold_is_readable);
  g_test_add_func ("/graph/names-alone", test_names_alone_are_shown);
  g_test_add_func ("/graph/cancel", test_making_can_be_cancelled);

  return g_test_run ();
}
