/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph-fixture.h"

#include <math.h>

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
  g_autoptr (PlxGraph) sentences = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE,
                                               PLX_GRAPH_READABLE);
  g_autoptr (PlxGraph) articles = make_graph (analysis, PLX_GRAPH_SCOPE_ARTICLE,
                                              PLX_GRAPH_READABLE);

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
test_pinned_stays (void)
{
  g_autoptr (PlxAnalysis) analysis = make_large (30);
  g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 0);
  g_autoptr (PlxGraph) again = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 0);
  g_autoptr (GArray) places = NULL;

  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
  places = plx_graph_dup_places (graph);
  for (guint i = 0; i < 3; i++)
    {
      g_array_index (places, PlxGraphPlace, 7 * i).is_pinned = TRUE;
      g_array_index (places, PlxGraphPlace, 7 * i).x += 2;
    }
  plx_graph_lay_out (again, places, analysis, NULL, NULL, NULL);

  for (guint i = 0; i < again->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (again->nodes, PlxGraphNode, i);

      g_assert_cmpint (node->is_pinned, ==, i % 7 == 0 && i < 21);
      if (!node->is_pinned)
        continue;
      g_assert_cmpfloat (node->x, ==, g_array_index (places, PlxGraphPlace, i).x);
      g_assert_cmpfloat (node->y, ==, g_array_index (places, PlxGraphPlace, i).y);
    }
}

/* Parts without a tie lie beside each other, not on each other. */
static void
test_parts_lie_apart (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxGraph) graph = NULL;

  made_article (analysis, "Paper", NULL);
  for (guint i = 0; i < 8; i++)
    for (guint j = 0; j < 5; j++)
      {
        g_autofree char *text = g_strdup_printf ("{P%u of %u} saw {P%u of %u}.", j, i,
                                                 (j + 1) % 5, i);

        made_paragraph (analysis, 0, text);
      }
  graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 0);
  plx_graph_measure (graph, NULL);
  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
  g_assert_cmpuint (graph->n_groups, ==, 8);

  for (guint a = 0; a < 8; a++)
    for (guint b = 0; b < a; b++)
      {
        double box[2][4] = { { 1e9, 1e9, -1e9, -1e9 }, { 1e9, 1e9, -1e9, -1e9 } };

        for (guint i = 0; i < graph->nodes->len; i++)
          {
            const PlxGraphNode *node = &g_array_index (graph->nodes, PlxGraphNode, i);
            double *own = node->group == a ? box[0] : box[1];

            if (node->group != a && node->group != b)
              continue;
            own[0] = MIN (own[0], node->x);
            own[1] = MIN (own[1], node->y);
            own[2] = MAX (own[2], node->x);
            own[3] = MAX (own[3], node->y);
          }

        g_assert_true (box[0][2] < box[1][0] || box[1][2] < box[0][0] ||
                       box[0][3] < box[1][1] || box[1][3] < box[0][1]);
      }
}

/* So many names in one article, of which some stand together in each sentence. */
static PlxAnalysis *
make_huge (guint n,
           guint together)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  guint article = made_article (analysis, "Register", NULL);
  PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, article);

  plx_document_append (annotation->document, "-", 1, PLX_ROLE_BODY, PLX_CUT_NONE);
  for (guint i = 0; i < n; i++)
    {
      PlxEntityRecord *entity = plx_entity_record_new ();
      PlxMentionSpan mention = { .sentence = i / together, .entity = i };
      PlxSentenceSpan sentence = { 0, 1, 0 };

      entity->name = g_strdup_printf ("Name %u", i);
      entity->names = g_new0 (char *, 1);
      g_ptr_array_add (analysis->entities, entity);
      g_array_append_val (annotation->mentions, mention);
      if (i % together == 0)
        g_array_append_val (annotation->sentences, sentence);
    }

  return analysis;
}

static void
test_fifty_thousand (void)
{
  static const guint together[] = { 1, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    {
      g_autoptr (PlxAnalysis) analysis = make_huge (50000, together[i]);
      g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, 0);
      const PlxGraphNode *nodes = (const PlxGraphNode *) graph->nodes->data;

      g_assert_cmpuint (graph->nodes->len, ==, 50000);
      g_assert_cmpuint (graph->edges->len, ==, together[i] == 1 ? 0 : 16666 * 3 + 1);
      plx_graph_measure (graph, NULL);
      g_assert_true (graph->is_estimated);
      g_assert_cmpuint (graph->n_groups, ==, together[i] == 1 ? 50000 : 16667);

      plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
      for (guint j = 1; j < graph->nodes->len; j++)
        {
          g_assert_true (isfinite (nodes[j].x) && isfinite (nodes[j].y));
          g_assert_cmpfloat (hypot (nodes[j].x - nodes[j - 1].x, nodes[j].y - nodes[j - 1].y), >,
                             0.1);
        }
    }
}

/* Thousands in one sentence: those near each other are paired, and it is told that not all are. */
static void
test_one_long_list (void)
{
  g_autoptr (PlxAnalysis) analysis = make_huge (10000, 2500);
  g_autoptr (PlxGraph) graph = make_graph (analysis, PLX_GRAPH_SCOPE_SENTENCE, PLX_GRAPH_READABLE);

  g_assert_cmpuint (graph->n_crowded, ==, 4);
  g_assert_cmpuint (graph->nodes->len, <=, 45);
  g_assert_cmpuint (graph->nodes->len + graph->n_hidden_nodes, ==, 10000);
}

static void
test_nobody (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxGraph) none = make_graph (analysis, PLX_GRAPH_SCOPE_ARTICLE, PLX_GRAPH_READABLE);
  g_autoptr (PlxGraph) one = NULL;

  plx_graph_measure (none, NULL);
  plx_graph_lay_out (none, NULL, analysis, NULL, NULL, NULL);
  g_assert_cmpuint (none->nodes->len, ==, 0);
  g_assert_cmpuint (none->n_groups, ==, 0);

  made_article (analysis, "Paper", NULL);
  made_paragraph (analysis, 0, "{Ann} thought of {Ann}.");
  one = make_graph (analysis, PLX_GRAPH_SCOPE_ARTICLE, PLX_GRAPH_READABLE);
  plx_graph_measure (one, NULL);
  plx_graph_lay_out (one, NULL, analysis, NULL, NULL, NULL);
  g_assert_cmpuint (one->nodes->len, ==, 1);
  g_assert_cmpuint (one->edges->len, ==, 0);
  g_assert_cmpfloat (g_array_index (one->nodes, PlxGraphNode, 0).pagerank, ==, 1);
}

typedef struct
{
  GThread  *thread;
  guint     n_shown;
  PlxGraph *graph;
  gboolean  is_freed;
} Watched;

static void
settle_cb (PlxGraph            *graph,
           const PlxGraphPoint *places,
           guint                n_places,
           gpointer             user_data)
{
  Watched *watched = user_data;

  g_assert_true (watched->thread == g_thread_self ());
  g_assert_cmpuint (n_places, ==, graph->nodes->len);
  g_assert_true (graph->is_measured);
  for (guint i = 0; i < n_places; i++)
    g_assert_true (isfinite (places[i].x) && isfinite (places[i].y));
  if (watched->graph == NULL)
    watched->graph = plx_graph_ref (graph);
  g_assert_true (watched->graph == graph);
  watched->n_shown++;
}

static void
freed_cb (gpointer data)
{
  ((Watched *) data)->is_freed = TRUE;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* One can watch a graph settle, and what comes out shares what does not move. */
static void
test_settles_before_ones_eyes (void)
{
  g_autoptr (PlxAnalysis) analysis = make_large (300);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxGraph) graph = NULL;
  g_autoptr (GArray) places = NULL;
  Watched watched[2] = { { g_thread_self () }, { g_thread_self () } };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxGraph) made = NULL;
      guint n_shown;

      if (i == 0)
        plx_graph_make_async (analysis, passages, NULL, NULL, settle_cb, &watched[i], freed_cb,
                              NULL, made_cb, &result);
      else
        plx_graph_settle_async (graph, analysis, places, settle_cb, &watched[i], freed_cb, NULL,
                                made_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      made = plx_graph_make_finish (result, &error);
      n_shown = watched[i].n_shown;
      g_clear_object (&result);
      while (!watched[i].is_freed)
        g_main_context_iteration (NULL, FALSE);

      /* No picture comes after the last. */
      g_assert_cmpuint (watched[i].n_shown, ==, n_shown);
      g_assert_no_error (error);
      g_assert_nonnull (made);
      g_assert_cmpuint (watched[i].n_shown, >=, 1);
      g_assert_true (made != watched[i].graph);
      g_assert_true (made->edges == watched[i].graph->edges);
      g_clear_pointer (&watched[i].graph, plx_graph_unref);
      g_clear_pointer (&graph, plx_graph_unref);
      graph = g_steal_pointer (&made);
      g_clear_pointer (&places, g_array_unref);
      places = plx_graph_dup_places (graph);
    }
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

  g_test_add_func ("/graph-layout/apart", test_no_two_lie_in_one_place);
  g_test_add_func ("/graph-layout/same-each-time", test_layout_is_the_same_each_time);
  g_test_add_func ("/graph-layout/does-not-jump", test_picture_does_not_jump);
  g_test_add_func ("/graph-layout/default-threshold", test_default_threshold_is_readable);
  g_test_add_func ("/graph-layout/names-alone", test_names_alone_are_shown);
  g_test_add_func ("/graph-layout/pinned-stays", test_pinned_stays);
  g_test_add_func ("/graph-layout/parts-lie-apart", test_parts_lie_apart);
  g_test_add_func ("/graph-layout/fifty-thousand", test_fifty_thousand);
  g_test_add_func ("/graph-layout/one-long-list", test_one_long_list);
  g_test_add_func ("/graph-layout/nobody", test_nobody);
  g_test_add_func ("/graph-layout/settles", test_settles_before_ones_eyes);
  g_test_add_func ("/graph-layout/cancel", test_making_can_be_cancelled);

  return g_test_run ();
}
