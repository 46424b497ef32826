/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph/plx-network.h"

#include <math.h>
#include <string.h>

#define MAX_LINKS 24

/* Networks small enough to compute by hand. @links are pairs of digits. */
typedef struct
{
  const char *path;
  guint       n;
  const char *links;
  double      betweenness[8];
  guint       core[8];
  double      clustering[8];
} Case;

static const Case cases[] = {
  /* Of the six pairs of others, three go through the second of five in a row, four through the
   * middle one. */
  { "/network/measures/row", 5, "01 12 23 34", { 0, 0.5, 4 / 6.0, 0.5, 0 },
    { 1, 1, 1, 1, 1 }, { 0 } },
  { "/network/measures/star", 5, "01 02 03 04", { 1, 0, 0, 0, 0 }, { 1, 1, 1, 1, 1 }, { 0 } },
  /* Opposite ends have two ways each, which count half. */
  { "/network/measures/square", 4, "01 12 23 30", { 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0 },
    { 2, 2, 2, 2 }, { 0 } },
  { "/network/measures/all-tied", 4, "01 02 03 12 13 23", { 0 }, { 3, 3, 3, 3 }, { 1, 1, 1, 1 } },
  /* Four that are all tied, with a tail of two, and one alone: of the fifteen pairs of others, the
   * foot of the tail is between three and two, its middle between four and one. */
  { "/network/measures/tail", 7, "01 02 03 12 13 23 04 45", { 6 / 15.0, 0, 0, 0, 4 / 15.0, 0, 0 },
    { 3, 3, 3, 3, 1, 1, 0 }, { 0.5, 1, 1, 1, 0, 0, 0 } },
  { "/network/measures/two-parts", 6, "01 12 34 45", { 0, 0.1, 0, 0, 0.1, 0 },
    { 1, 1, 1, 1, 1, 1 }, { 0 } },
  { "/network/measures/bow-tie", 5, "01 02 12 23 24 34", { 0, 0, 4 / 6.0, 0, 0 },
    { 2, 2, 2, 2, 2 }, { 1, 1, 2 / 6.0, 1, 1 } },
  { "/network/measures/one", 1, "", { 0 }, { 0 }, { 0 } },
  { "/network/measures/two", 2, "01", { 0 }, { 1, 1 }, { 0 } },
};

static PlxNetwork *
make_network (guint       n,
              const char *digits)
{
  PlxLink links[MAX_LINKS];
  gsize n_links = 0;

  for (const char *p = digits; *p != '\0'; p += p[2] == ' ' ? 3 : 2)
    links[n_links++] = (PlxLink) { p[0] - '0', p[1] - '0', 1 };

  return plx_network_new (n, links, n_links);
}

static void
test_measures (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PlxNetwork) network = make_network (test->n, test->links);
  double betweenness[8], clustering[8], pagerank[8], all = 0;
  guint core[8];

  plx_network_betweenness (network, 0, NULL, betweenness);
  plx_network_clustering (network, clustering);
  plx_network_cores (network, core);
  plx_network_pagerank (network, pagerank);

  for (guint i = 0; i < test->n; i++)
    {
      g_assert_cmpfloat_with_epsilon (betweenness[i], test->betweenness[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (clustering[i], test->clustering[i], 1e-12);
      g_assert_cmpuint (core[i], ==, test->core[i]);
      g_assert_cmpfloat (pagerank[i], >, 0);
      all += pagerank[i];
    }

  g_assert_cmpfloat_with_epsilon (all, 1, 1e-9);
}

/* From the equations of each by hand: in the star the middle m = 0.03 + 0.85 · 4 l and a leaf
 * l = 0.03 + 0.85 m / 4; in the row a = 0.05 + 0.85 · ¾ b, c = 0.05 + 0.85 · ¼ b. */
static void
test_pagerank (void)
{
  const PlxLink row[] = { { 0, 1, 3 }, { 1, 2, 1 } };
  g_autoptr (PlxNetwork) star = make_network (5, "01 02 03 04");
  g_autoptr (PlxNetwork) weighted = plx_network_new (3, row, 2);
  g_autoptr (PlxNetwork) alone = plx_network_new (4, NULL, 0);
  double rank[5];

  plx_network_pagerank (star, rank);
  g_assert_cmpfloat_with_epsilon (rank[0], 0.475676, 1e-6);
  g_assert_cmpfloat_with_epsilon (rank[3], 0.131081, 1e-6);

  plx_network_pagerank (weighted, rank);
  g_assert_cmpfloat_with_epsilon (rank[0], 0.360135, 1e-6);
  g_assert_cmpfloat_with_epsilon (rank[1], 0.486486, 1e-6);
  g_assert_cmpfloat_with_epsilon (rank[2], 0.153378, 1e-6);

  plx_network_pagerank (alone, rank);
  g_assert_cmpfloat_with_epsilon (rank[2], 0.25, 1e-9);
}

/* @n nodes, of which two are linked with probability @within in one of @n_groups groups, and
 * @between outside. */
static GArray *
draw_links (guint   n,
            guint   n_groups,
            double  within,
            double  between,
            guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (PlxLink));

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        PlxLink link = { i, j, 1 };

        if (g_rand_double (rand) < (i % n_groups == j % n_groups ? within : between))
          g_array_append_val (links, link);
      }

  return links;
}

static PlxNetwork *
draw_network (guint   n,
              guint   n_groups,
              double  within,
              double  between,
              guint32 seed)
{
  g_autoptr (GArray) links = draw_links (n, n_groups, within, between, seed);

  return plx_network_new (n, (PlxLink *) links->data, links->len);
}

/* How long the shortest ways are and how many there are of them, by the most simple means. */
static void
find_all_ways (const PlxNetwork *network,
               guint             distance[12][12],
               double            ways[12][12])
{
  guint n = network->n;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        distance[i][j] = i == j ? 0 : 99;
        ways[i][j] = i == j;
      }

  for (guint length = 1; length < n; length++)
    for (guint i = 0; i < n; i++)
      for (guint a = 0; a < n; a++)
        for (gsize k = network->first[a]; distance[i][a] == length - 1 &&
             k < network->first[a + 1]; k++)
          {
            guint b = network->to[k];

            if (distance[i][b] < length)
              continue;
            distance[i][b] = length;
            ways[i][b] += ways[i][a];
          }
}

static void
test_betweenness_is_what_it_says (void)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (PlxNetwork) network = draw_network (12, 2, 0.4, 0.15, seed);
      guint distance[12][12];
      double ways[12][12], betweenness[12];

      find_all_ways (network, distance, ways);
      plx_network_betweenness (network, 0, NULL, betweenness);

      for (guint v = 0; v < 12; v++)
        {
          double sum = 0;

          for (guint i = 0; i < 12; i++)
            for (guint j = 0; j < 12; j++)
              if (i != v && j != v && i != j && distance[i][j] < 99 &&
                  distance[i][v] + distance[v][j] == distance[i][j])
                sum += ways[i][v] * ways[v][j] / ways[i][j];

          g_assert_cmpfloat_with_epsilon (betweenness[v], sum / (11 * 10), 1e-12);
        }
    }
}

/* A sample of nodes to start from gives about what all of them give, and the first the first. */
static void
test_betweenness_of_a_sample (void)
{
  g_autoptr (PlxNetwork) network = draw_network (300, 3, 0.05, 0.002, 5);
  double all[300], sample[300], apart = 0, sum = 0;

  plx_network_betweenness (network, 0, NULL, all);
  plx_network_betweenness (network, 100, NULL, sample);

  for (guint i = 0; i < 300; i++)
    {
      apart += fabs (all[i] - sample[i]);
      sum += all[i];
    }

  g_assert_cmpfloat (apart, >, 0);
  g_assert_cmpfloat (apart / sum, <, 0.25);
}

/* Every two groups of k that are all tied, in a ring: the groups are plain. */
static void
test_groups_of_a_ring (void)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (PlxLink));
  g_autoptr (PlxNetwork) network = NULL;
  guint32 group[30];

  for (guint c = 0; c < 6; c++)
    for (guint i = 0; i < 5; i++)
      for (guint j = i + 1; j <= 5; j++)
        {
          PlxLink link = { 5 * c + i, j < 5 ? 5 * c + j : (5 * c + 5) % 30, 1 };

          if (j < 5 || i == 4)
            g_array_append_val (links, link);
        }

  network = plx_network_new (30, (PlxLink *) links->data, links->len);
  g_assert_cmpuint (network->n_links, ==, 66);
  g_assert_cmpuint (plx_network_groups (network, 1, NULL, group), ==, 6);
  for (guint i = 0; i < 30; i++)
    g_assert_cmpuint (group[i], ==, i / 5);

  /* 60 of 66 links lie within; a sixth of all ends is in each. */
  g_assert_cmpfloat_with_epsilon (plx_network_modularity (network, 1, group),
                                  60 / 66.0 - 6 * (1 / 36.0), 1e-12);

  /* What may be as large as it likes is one group; what may not, many. */
  g_assert_cmpuint (plx_network_groups (network, 0.01, NULL, group), ==, 1);
  g_assert_cmpuint (plx_network_groups (network, 8, NULL, group), >, 6);
}

static void
test_modularity_by_hand (void)
{
  static const guint32 halves[] = { 0, 0, 0, 1, 1, 1 };
  static const guint32 whole[] = { 0, 0, 0, 0, 0, 0 };
  g_autoptr (PlxNetwork) network = make_network (6, "01 02 12 34 35 45 23");
  g_autoptr (PlxNetwork) empty = plx_network_new (6, NULL, 0);

  g_assert_cmpfloat_with_epsilon (plx_network_modularity (network, 1, halves), 6 / 7.0 - 0.5,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (plx_network_modularity (network, 1, whole), 0, 1e-12);
  g_assert_cmpfloat (plx_network_modularity (empty, 1, whole), ==, 0);
}

/* The best modularity there is, by trying all ways to divide the nodes. */
static double
find_best (const PlxNetwork *network,
           guint32          *group,
           guint             i,
           guint             n_groups)
{
  double best = -1;

  if (i == network->n)
    return plx_network_modularity (network, 1, group);

  for (guint g = 0; g <= n_groups; g++)
    {
      double found;

      group[i] = g;
      found = find_best (network, group, i + 1, n_groups + (g == n_groups));
      best = MAX (best, found);
    }

  return best;
}

static void
test_groups_are_nearly_the_best (void)
{
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (PlxNetwork) network = draw_network (8, 2, 0.7, 0.2, seed);
      guint32 group[9];
      double best = find_best (network, group, 0, 0);

      plx_network_groups (network, 1, NULL, group);
      g_assert_cmpfloat (plx_network_modularity (network, 1, group), >=, 0.95 * best - 1e-9);
    }
}

static void
test_groups_that_were_planted (void)
{
  g_autoptr (PlxNetwork) network = draw_network (90, 3, 0.5, 0.04, 3);
  guint32 group[90];

  g_assert_cmpuint (plx_network_groups (network, 1, NULL, group), ==, 3);
  for (guint i = 0; i < 90; i++)
    g_assert_cmpuint (group[i], ==, group[i % 3]);
}

/* No group falls into parts, and the largest is the first. */
static void
test_groups_hang_together (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (GArray) links = draw_links (200, 10, 0.12, 0.008, seed);
      g_autoptr (GArray) within = g_array_new (FALSE, FALSE, sizeof (PlxLink));
      g_autoptr (PlxNetwork) network = plx_network_new (200, (PlxLink *) links->data, links->len);
      g_autoptr (PlxNetwork) inside = NULL;
      guint32 group[200], part[200];
      guint sizes[200] = { 0 };
      guint n_groups = plx_network_groups (network, 1, NULL, group);

      for (guint i = 0; i < links->len; i++)
        {
          PlxLink link = g_array_index (links, PlxLink, i);

          if (group[link.a] == group[link.b])
            g_array_append_val (within, link);
        }
      for (guint i = 0; i < 200; i++)
        sizes[group[i]]++;

      inside = plx_network_new (200, (PlxLink *) within->data, within->len);
      g_assert_cmpuint (plx_network_parts (inside, part), ==, n_groups);
      for (guint i = 1; i < n_groups; i++)
        g_assert_cmpuint (sizes[i - 1], >=, sizes[i]);
    }
}

/* Links in another order, turned round, in pieces, and some from a node to itself: the same
 * network, and the same comes of it. */
static void
test_order_of_links (void)
{
  g_autoptr (GArray) links = draw_links (120, 6, 0.2, 0.01, 9);
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (PlxLink));
  g_autoptr (PlxNetwork) a = NULL;
  g_autoptr (PlxNetwork) b = NULL;
  double p[120], q[120];
  guint32 x[120], y[120];

  for (guint i = links->len; i > 0; i--)
    {
      PlxLink link = g_array_index (links, PlxLink, i - 1);
      PlxLink halves[] = { { link.b, link.a, 0.75 }, { link.a, link.a, 5 },
                           { link.a, link.b, 0.25 } };

      g_array_append_vals (other, halves, 3);
    }

  a = plx_network_new (120, (PlxLink *) links->data, links->len);
  b = plx_network_new (120, (PlxLink *) other->data, other->len);
  g_assert_cmpuint (a->n_links, ==, b->n_links);

  plx_network_groups (a, 1, NULL, x);
  plx_network_groups (b, 1, NULL, y);
  g_assert_cmpmem (x, sizeof x, y, sizeof y);

  plx_network_pagerank (a, p);
  plx_network_pagerank (b, q);
  g_assert_cmpmem (p, sizeof p, q, sizeof q);
  plx_network_betweenness (a, 0, NULL, p);
  plx_network_betweenness (b, 0, NULL, q);
  g_assert_cmpmem (p, sizeof p, q, sizeof q);
}

static void
test_nothing (void)
{
  g_autoptr (PlxNetwork) network = plx_network_new (0, NULL, 0);
  g_autoptr (PlxNetwork) alone = plx_network_new (3, NULL, 0);
  guint32 group[3] = { 9, 9, 9 };
  double number = 7;
  guint core = 7;

  plx_network_betweenness (network, 0, NULL, &number);
  plx_network_pagerank (network, &number);
  plx_network_clustering (network, &number);
  plx_network_cores (network, &core);
  g_assert_cmpuint (plx_network_groups (network, 1, NULL, group), ==, 0);
  g_assert_cmpuint (plx_network_parts (network, group), ==, 0);
  g_assert_cmpfloat (number, ==, 7);

  /* Who is tied to nobody is a group by himself. */
  g_assert_cmpuint (plx_network_groups (alone, 1, NULL, group), ==, 3);
  g_assert_cmpuint (group[2], ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_measures);

  g_test_add_func ("/network/pagerank", test_pagerank);
  g_test_add_func ("/network/betweenness", test_betweenness_is_what_it_says);
  g_test_add_func ("/network/betweenness-of-a-sample", test_betweenness_of_a_sample);
  g_test_add_func ("/network/groups/ring", test_groups_of_a_ring);
  g_test_add_func ("/network/groups/nearly-the-best", test_groups_are_nearly_the_best);
  g_test_add_func ("/network/groups/planted", test_groups_that_were_planted);
  g_test_add_func ("/network/groups/hang-together", test_groups_hang_together);
  g_test_add_func ("/network/modularity", test_modularity_by_hand);
  g_test_add_func ("/network/order-of-links", test_order_of_links);
  g_test_add_func ("/network/nothing", test_nothing);

  return g_test_run ();
}
