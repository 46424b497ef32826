/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph/plx-graph-difference.h"
#include "made-analysis.h"

#include <math.h>

typedef struct
{
  guint  here;
  guint  n_here;
  guint  there;
  guint  n_there;
  double chance; /* as exact fractions give it */
  double least;
} ChanceCase;

static const ChanceCase chances[] = {
  { 8, 10, 1, 6, 0.023164336, 0.000437063 },
  { 3, 30, 3, 30, 0.835374260, 0.011860352 },
  { 5, 30, 0, 30, 0.026092774, 0.026092774 },
  { 0, 40, 4, 10, 0.000455927, 0.000455927 },
  { 2, 5, 2, 500, 0.000234801, 0.000000001 },
  { 12, 40, 2, 45, 0.001688971, 0.000003054 },
  { 20, 60, 3, 70, 0.000009234, 0.000000001 },
  { 0, 0, 3, 9, 0.500000000, 0.500000000 },
};

static void
test_chance (void)
{
  g_test_summary ("The chance is Fisher’s, with the mid-p, and the same from both sides");

  for (guint i = 0; i < G_N_ELEMENTS (chances); i++)
    {
      const ChanceCase *each = &chances[i];
      double least, swapped;
      const double chance = plx_graph_contrast_chance (each->here, each->n_here, each->there,
                                                       each->n_there, &least);
      const double back = plx_graph_contrast_chance (each->there, each->n_there, each->here,
                                                     each->n_here, &swapped);

      g_assert_cmpfloat_with_epsilon (chance, each->chance, 1e-8);
      g_assert_cmpfloat_with_epsilon (least, each->least, 1e-8);
      g_assert_true (chance == back && least == swapped);
    }
}

static void
test_chance_of_many (void)
{
  g_test_summary ("Counts of millions neither overflow nor vanish");

  g_assert_cmpfloat (plx_graph_contrast_chance (500000, 1000000, 500000, 1000000, NULL), >, 0.9);
  g_assert_cmpfloat (plx_graph_contrast_chance (600000, 1000000, 400000, 1000000, NULL), <, 1e-9);
  g_assert_cmpfloat (plx_graph_contrast_chance (500700, 1000000, 500000, 1000000, NULL), >, 0.2);
}

/* Each side has @n articles of one paragraph. Before: Ann with Bob in all, Ann with Cid in the
 * first; later: Ann with Bob in one sentence, Ann with Dan in all. Eve is in every article. */
static PlxAnalysis *
make_analysis (guint    n,
               gboolean backwards,
               guint8 **sides)
{
  PlxAnalysis *analysis = plx_analysis_new ();

  *sides = g_new0 (guint8, 2 * n + 1);
  for (guint i = 0; i < 2 * n; i++)
    {
      const guint which = backwards ? 2 * n - 1 - i : i;
      const gboolean here = which < n;
      const guint article = made_article (analysis, here ? "First" : "Second",
                                          here ? "2024-01-02" : "2024-03-01");

      (*sides)[article] = here ? PLX_GRAPH_SIDE_HERE : PLX_GRAPH_SIDE_THERE;
      if (here)
        made_paragraph (analysis, article, which == 0
                        ? "{Ann} met {Bob}.|{Ann} met {Cid}.|{Eve} met {Gus}."
                        : "{Ann} met {Bob}.|It rained.|{Eve} met {Gus}.");
      else
        made_paragraph (analysis, article, which == n
                        ? "{Ann} met {Dan}.|{Ann} met {Bob}.|{Eve} met {Gus}."
                        : "{Ann} met {Dan}.|It snowed.|{Eve} met {Gus}.");
    }

  return analysis;
}

static PlxGraphDifference *
make_difference (PlxAnalysis  *analysis,
                 const guint8 *sides)
{
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxPassages) compared = plx_graph_sides_dup_passages (analysis, passages, sides);
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, compared, NULL);

  return plx_graph_difference_new (graph, analysis, passages, sides);
}

static const char *
name_of (PlxAnalysis        *analysis,
         PlxGraphDifference *difference,
         guint               node)
{
  return plx_analysis_get_entity (analysis, g_array_index (difference->graph->nodes, PlxGraphNode,
                                                           node).entity)->name;
}

static const PlxGraphContrast *
find_edge (PlxAnalysis        *analysis,
           PlxGraphDifference *difference,
           const char         *one,
           const char         *other)
{
  for (guint i = 0; i < difference->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (difference->graph->edges, PlxGraphEdge, i);
      const char *a = name_of (analysis, difference, edge->a);
      const char *b = name_of (analysis, difference, edge->b);

      if ((g_str_equal (a, one) && g_str_equal (b, other)) ||
          (g_str_equal (b, one) && g_str_equal (a, other)))
        return &g_array_index (difference->edges, PlxGraphContrast, i);
    }

  g_assert_not_reached ();
}

static const PlxGraphContrast *
find_node (PlxAnalysis        *analysis,
           PlxGraphDifference *difference,
           const char         *name)
{
  for (guint i = 0; i < difference->nodes->len; i++)
    if (g_str_equal (name_of (analysis, difference, i), name))
      return &g_array_index (difference->nodes, PlxGraphContrast, i);

  g_assert_not_reached ();
}

static void
test_kinds (void)
{
  g_autofree guint8 *sides = NULL;
  g_autoptr (PlxAnalysis) analysis = make_analysis (12, FALSE, &sides);
  g_autoptr (PlxGraphDifference) difference = make_difference (analysis, sides);
  const PlxGraphContrast *bob = find_edge (analysis, difference, "Ann", "Bob");

  g_test_summary ("Only here, only there, both, stronger: of nodes and of edges");

  g_assert_cmpuint (difference->n_articles[PLX_GRAPH_SIDE_HERE], ==, 12);
  g_assert_cmpuint (difference->n_scopes[PLX_GRAPH_SIDE_HERE], ==, 36);
  g_assert_cmpuint (difference->n_scopes[PLX_GRAPH_SIDE_THERE], ==, 36);

  g_assert_cmpint (bob->kind, ==, PLX_GRAPH_CONTRAST_STRONGER);
  g_assert_cmpuint (bob->here, ==, 12);
  g_assert_cmpuint (bob->there, ==, 1);
  g_assert_cmpfloat_with_epsilon (bob->log_ratio, log2 (12.5 / 1.5), 1e-12);
  g_assert_cmpfloat (bob->p, <=, bob->q);
  g_assert_cmpint (find_edge (analysis, difference, "Ann", "Cid")->kind, ==,
                   PLX_GRAPH_CONTRAST_HERE);
  g_assert_cmpfloat (find_edge (analysis, difference, "Ann", "Cid")->q, ==, 1);
  g_assert_cmpint (find_edge (analysis, difference, "Ann", "Dan")->kind, ==,
                   PLX_GRAPH_CONTRAST_THERE);
  g_assert_cmpint (find_edge (analysis, difference, "Eve", "Gus")->kind, ==,
                   PLX_GRAPH_CONTRAST_BOTH);
  g_assert_cmpfloat (find_edge (analysis, difference, "Eve", "Gus")->log_ratio, ==, 0);

  g_assert_cmpint (find_node (analysis, difference, "Ann")->kind, ==, PLX_GRAPH_CONTRAST_BOTH);
  g_assert_cmpint (find_node (analysis, difference, "Bob")->kind, ==,
                   PLX_GRAPH_CONTRAST_STRONGER);
  g_assert_cmpint (find_node (analysis, difference, "Dan")->kind, ==, PLX_GRAPH_CONTRAST_THERE);
  g_assert_cmpuint (plx_graph_difference_count (difference, TRUE, PLX_GRAPH_CONTRAST_HERE), ==, 1);
  g_assert_cmpuint (plx_graph_difference_count (difference, FALSE, PLX_GRAPH_CONTRAST_BOTH), ==,
                    3);
}

/* What is the same the other way round. */
static PlxGraphContrastKind
mirrored (PlxGraphContrastKind kind)
{
  switch (kind)
    {
    case PLX_GRAPH_CONTRAST_HERE:
      return PLX_GRAPH_CONTRAST_THERE;

    case PLX_GRAPH_CONTRAST_THERE:
      return PLX_GRAPH_CONTRAST_HERE;

    case PLX_GRAPH_CONTRAST_STRONGER:
      return PLX_GRAPH_CONTRAST_WEAKER;

    case PLX_GRAPH_CONTRAST_WEAKER:
      return PLX_GRAPH_CONTRAST_STRONGER;

    case PLX_GRAPH_CONTRAST_BOTH:
    case PLX_GRAPH_CONTRAST_NONE:
    default:
      return kind;
    }
}

static void
assert_mirrored (GArray *contrasts,
                 GArray *others)
{
  g_assert_cmpuint (contrasts->len, ==, others->len);

  for (guint i = 0; i < contrasts->len; i++)
    {
      const PlxGraphContrast *one = &g_array_index (contrasts, PlxGraphContrast, i);
      const PlxGraphContrast *other = &g_array_index (others, PlxGraphContrast, i);

      g_assert_cmpint (one->kind, ==, mirrored (other->kind));
      g_assert_cmpuint (one->here, ==, other->there);
      g_assert_true (one->log_ratio == -other->log_ratio);
      g_assert_true (one->p == other->p && one->q == other->q);
    }
}

static void
test_swapped (void)
{
  g_autofree guint8 *sides = NULL;
  g_autoptr (PlxAnalysis) analysis = make_analysis (12, FALSE, &sides);
  g_autoptr (PlxGraphDifference) difference = make_difference (analysis, sides);
  g_autoptr (PlxGraphDifference) swapped = NULL;

  g_test_summary ("Swapping the sides swaps the result, and nothing else");

  for (guint i = 0; i < 24; i++)
    sides[i] = sides[i] == PLX_GRAPH_SIDE_HERE ? PLX_GRAPH_SIDE_THERE : PLX_GRAPH_SIDE_HERE;
  swapped = make_difference (analysis, sides);
  assert_mirrored (difference->nodes, swapped->nodes);
  assert_mirrored (difference->edges, swapped->edges);
}

static void
test_any_order (void)
{
  g_autofree guint8 *sides = NULL;
  g_autofree guint8 *back_sides = NULL;
  g_autoptr (PlxAnalysis) analysis = make_analysis (12, FALSE, &sides);
  g_autoptr (PlxAnalysis) back = make_analysis (12, TRUE, &back_sides);
  g_autoptr (PlxGraphDifference) difference = make_difference (analysis, sides);
  g_autoptr (PlxGraphDifference) other = make_difference (back, back_sides);

  g_test_summary ("The order of the articles does not matter");

  g_assert_cmpuint (difference->edges->len, ==, other->edges->len);
  for (guint i = 0; i < difference->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (difference->graph->edges, PlxGraphEdge, i);
      const PlxGraphContrast *one = &g_array_index (difference->edges, PlxGraphContrast, i);
      const PlxGraphContrast *same = find_edge (back, other,
                                                name_of (analysis, difference, edge->a),
                                                name_of (analysis, difference, edge->b));

      g_assert_cmpint (one->kind, ==, same->kind);
      g_assert_true (one->p == same->p && one->q == same->q && one->here == same->here);
    }
}

static void
test_little_text (void)
{
  g_autofree guint8 *sides = NULL;
  g_autoptr (PlxAnalysis) analysis = make_analysis (2, FALSE, &sides);
  g_autoptr (PlxGraphDifference) difference = make_difference (analysis, sides);

  g_test_summary ("Of what is there twice nobody can say that it is more");

  g_assert_cmpint (find_edge (analysis, difference, "Ann", "Bob")->kind, ==,
                   PLX_GRAPH_CONTRAST_BOTH);
  g_assert_cmpint (find_edge (analysis, difference, "Ann", "Cid")->kind, ==,
                   PLX_GRAPH_CONTRAST_HERE);
}

static void
test_by_day (void)
{
  g_autofree guint8 *wanted = NULL;
  g_autoptr (PlxAnalysis) analysis = make_analysis (3, FALSE, &wanted);
  g_autofree guint8 *sides = NULL;
  guint n_undated;

  g_test_summary ("The day itself is after, and what has no day is neither");

  made_paragraph (analysis, made_article (analysis, "Third", NULL), "{Zoe} met {Yan}.");
  sides = plx_graph_sides_new_by_day (analysis, plx_analysis_get_day (analysis, 3), &n_undated);
  g_assert_cmpuint (n_undated, ==, 1);
  g_assert_cmpmem (sides, 6, wanted, 6);
  g_assert_cmpuint (sides[6], ==, PLX_GRAPH_SIDE_NONE);
}

static void
test_more_than_compared (void)
{
  g_autofree guint8 *sides = NULL;
  g_autoptr (PlxAnalysis) analysis = make_analysis (3, FALSE, &sides);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, passages, NULL);
  g_autoptr (PlxGraphDifference) difference = NULL;

  g_test_summary ("On the graph of a whole story two of its articles can be compared");

  for (guint i = 0; i < 6; i++)
    sides[i] = i == 1 ? PLX_GRAPH_SIDE_HERE : i == 4 ? PLX_GRAPH_SIDE_THERE : PLX_GRAPH_SIDE_NONE;
  difference = plx_graph_difference_new (graph, analysis, passages, sides);
  g_assert_cmpuint (difference->n_scopes[PLX_GRAPH_SIDE_HERE], ==, 3);
  g_assert_cmpint (find_edge (analysis, difference, "Ann", "Cid")->kind, ==,
                   PLX_GRAPH_CONTRAST_NONE);
  g_assert_cmpint (find_edge (analysis, difference, "Ann", "Bob")->kind, ==,
                   PLX_GRAPH_CONTRAST_HERE);
  g_assert_cmpint (find_edge (analysis, difference, "Eve", "Gus")->kind, ==,
                   PLX_GRAPH_CONTRAST_BOTH);
}

static void
test_nothing (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  const guint8 sides[] = { 0 };
  g_autoptr (PlxGraphDifference) difference = make_difference (analysis, sides);

  g_assert_cmpuint (difference->nodes->len, ==, 0);
  g_assert_cmpuint (difference->edges->len, ==, 0);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
assert_same (GArray *contrasts,
             GArray *wanted)
{
  g_assert_cmpuint (contrasts->len, ==, wanted->len);

  for (guint i = 0; i < wanted->len; i++)
    {
      const PlxGraphContrast *a = &g_array_index (contrasts, PlxGraphContrast, i);
      const PlxGraphContrast *b = &g_array_index (wanted, PlxGraphContrast, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpuint (a->here, ==, b->here);
      g_assert_cmpuint (a->there, ==, b->there);
      g_assert_cmpfloat (a->q, ==, b->q);
    }
}

static void
test_in_a_worker (void)
{
  g_autofree guint8 *sides = NULL;
  g_autoptr (PlxAnalysis) analysis = make_analysis (12, FALSE, &sides);
  g_autoptr (PlxGraphDifference) wanted = make_difference (analysis, sides);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_test_summary ("Off the main thread it is the same, or nothing where it was cancelled");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxGraphDifference) difference = NULL;

      if (i == 1)
        g_cancellable_cancel (cancellable);
      plx_graph_difference_new_async (wanted->graph, analysis, passages, sides, cancellable,
                                      compared_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      difference = plx_graph_difference_new_finish (result, &error);

      if (i == 1)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_null (difference);
          return;
        }

      g_assert_no_error (error);
      g_assert_true (difference->graph == wanted->graph);
      assert_same (difference->nodes, wanted->nodes);
      assert_same (difference->edges, wanted->edges);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-difference/chance", test_chance);
  g_test_add_func ("/graph-difference/chance-of-many", test_chance_of_many);
  g_test_add_func ("/graph-difference/kinds", test_kinds);
  g_test_add_func ("/graph-difference/swapped", test_swapped);
  g_test_add_func ("/graph-difference/any-order", test_any_order);
  g_test_add_func ("/graph-difference/little-text", test_little_text);
  g_test_add_func ("/graph-difference/by-day", test_by_day);
  g_test_add_func ("/graph-difference/more-than-compared", test_more_than_compared);
  g_test_add_func ("/graph-difference/nothing", test_nothing);
  g_test_add_func ("/graph-difference/in-a-worker", test_in_a_worker);

  return g_test_run ();
}
