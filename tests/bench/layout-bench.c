/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * layout-bench layout GRAPH PLACES: lays the graph of a file out, tells how long that takes, and
 * writes where each node lies, a line each.
 * layout-bench groups GRAPH: finds its groups, and tells how long that takes and how good they are.
 * layout-bench measures GRAPH: how long the measures of its nodes take.
 *
 * A graph begins with a line of two numbers, nodes and links; then comes a line for each link: its
 * ends and its weight. Run by tests/bench/layout; never part of the tests.
 */

#define G_LOG_DOMAIN "layout-bench"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "graph/plx-layout.h"

/* Milliseconds of processor time, which other programs that run disturb least. */
static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static GArray *
read_links (const char *path,
            guint      *n)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GArray *links = g_array_new (FALSE, FALSE, sizeof (PlxLink));

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  lines = g_strsplit (text, "\n", -1);
  *n = strtoul (lines[0], NULL, 10);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *next;
      PlxLink link = { strtoul (lines[i], &next, 10), strtoul (next, &next, 10), 0 };

      link.weight = g_ascii_strtod (next, NULL);
      g_assert (link.a < *n && link.b < *n && link.weight > 0);
      g_array_append_val (links, link);
    }

  return links;
}

static void
lay_out (GArray     *links,
         guint       n,
         const char *path)
{
  g_autofree PlxGraphPoint *points = g_new (PlxGraphPoint, n + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  double start = get_clock ();
  g_autoptr (PlxNetwork) network = plx_network_new (n, (PlxLink *) links->data, links->len);
  g_autoptr (PlxLayout) layout = plx_layout_new (network);
  double longest = 0;
  double last = start;

  while (plx_layout_step (layout))
    {
      double now = get_clock ();

      longest = MAX (longest, now - last);
      last = now;
    }
  plx_layout_get_points (layout, points);

  g_print ("parallax layout %u ms %.1f longest-step %.1f\n", n, get_clock () - start, longest);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%g %g\n", points[i].x, points[i].y);
  if (!g_file_set_contents (path, text->str, text->len, &error))
    g_error ("%s", error->message);
}

static void
find_groups (GArray *links,
             guint   n)
{
  g_autofree guint32 *group = g_new (guint32, n + 1);
  g_autoptr (PlxNetwork) network = plx_network_new (n, (PlxLink *) links->data, links->len);
  double start = get_clock ();
  guint n_groups = plx_network_groups (network, 1, NULL, group);

  g_print ("parallax groups %u ms %.2f communities %u modularity %.4f\n", n,
           get_clock () - start, n_groups, plx_network_modularity (network, 1, group));
}

static void
measure (GArray *links,
         guint   n)
{
  g_autofree double *numbers = g_new (double, n + 1);
  g_autofree guint *core = g_new (guint, n + 1);
  g_autoptr (PlxNetwork) network = plx_network_new (n, (PlxLink *) links->data, links->len);
  double start = get_clock ();
  double exact, sampled, pagerank;

  plx_network_betweenness (network, 0, NULL, numbers);
  exact = get_clock ();
  plx_network_betweenness (network, 500, NULL, numbers);
  sampled = get_clock ();
  plx_network_pagerank (network, numbers);
  pagerank = get_clock ();
  plx_network_clustering (network, numbers);
  plx_network_cores (network, core);

  g_print ("parallax measures %u betweenness %.1f sampled %.1f pagerank %.1f "
           "clustering and cores %.1f ms\n", n, exact - start, sampled - exact, pagerank - sampled,
           get_clock () - pagerank);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) links = NULL;
  guint n = 0;

  if (argc < 3)
    g_error ("Tell me what to do, and with which graph.");

  links = read_links (argv[2], &n);
  if (g_str_equal (argv[1], "layout") && argc == 4)
    lay_out (links, n, argv[3]);
  else if (g_str_equal (argv[1], "groups"))
    find_groups (links, n);
  else
    measure (links, n);

  return EXIT_SUCCESS;
}
