/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph/plx-cooccurrence.h"

#include <math.h>

static const PlxTogether *
find_pair (GArray  *pairs,
           guint32  a,
           guint32  b)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxTogether *pair = &g_array_index (pairs, PlxTogether, i);

      g_assert_cmpuint (pair->a, <, pair->b);
      if (pair->a == a && pair->b == b)
        return pair;
    }

  return NULL;
}

static void
test_counts (void)
{
  static const guint32 first[] = { 3, 1, 3, 3 };
  static const guint32 second[] = { 1, 3, 0 };
  static const guint32 third[] = { 2 };
  static const guint32 fourth[] = { 3, 1 };
  g_autoptr (PlxCooccurrence) counts = plx_cooccurrence_new (5);
  g_autoptr (GArray) pairs = NULL;

  plx_cooccurrence_add (counts, 0, first, 4);
  plx_cooccurrence_add (counts, 0, second, 3);
  plx_cooccurrence_add (counts, 0, third, 1);
  plx_cooccurrence_add (counts, 4, fourth, 2);
  plx_cooccurrence_add (counts, 4, NULL, 0);
  pairs = plx_cooccurrence_dup_pairs (counts);

  g_assert_cmpuint (pairs->len, ==, 3);
  g_assert_cmpuint (find_pair (pairs, 1, 3)->weight, ==, 3);
  g_assert_cmpuint (find_pair (pairs, 1, 3)->n_sources, ==, 2);
  g_assert_cmpuint (find_pair (pairs, 0, 1)->weight, ==, 1);
  g_assert_cmpuint (find_pair (pairs, 0, 3)->n_sources, ==, 1);
  g_assert_null (find_pair (pairs, 2, 3));

  g_assert_cmpuint (counts->weights[3], ==, 3);
  g_assert_cmpuint (counts->weights[2], ==, 1);
  g_assert_cmpuint (counts->weights[4], ==, 0);
  g_assert_cmpuint (counts->n_crowded, ==, 0);
  g_assert_cmpuint (counts->missed, ==, 0);
}

/* A list of names that fills a page says little of who is with whom: each is paired with those near
 * it, and the cost does not become that of all pairs. */
static void
test_crowd (void)
{
  guint32 entities[1000];
  g_autoptr (PlxCooccurrence) counts = plx_cooccurrence_new (1000);
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < 1000; i++)
    entities[i] = i;
  plx_cooccurrence_add (counts, 0, entities, PLX_COOCCURRENCE_NEAR + 1);
  g_assert_cmpuint (counts->n_pairs, ==, (PLX_COOCCURRENCE_NEAR + 1) * PLX_COOCCURRENCE_NEAR / 2);
  g_assert_cmpuint (counts->n_crowded, ==, 0);

  plx_cooccurrence_add (counts, 1, entities, 1000);
  pairs = plx_cooccurrence_dup_pairs (counts);
  g_assert_cmpuint (counts->n_crowded, ==, 1);
  g_assert_cmpuint (pairs->len, ==, PLX_COOCCURRENCE_NEAR * 1000 -
                                    PLX_COOCCURRENCE_NEAR * (PLX_COOCCURRENCE_NEAR + 1) / 2);
  g_assert_nonnull (find_pair (pairs, 500, 500 + PLX_COOCCURRENCE_NEAR));
  g_assert_null (find_pair (pairs, 500, 501 + PLX_COOCCURRENCE_NEAR));
}

/* In a table of 256 places, one pair comes every other time among thousands that come once. */
static void
test_forgets_the_least (void)
{
  g_autoptr (PlxCooccurrence) counts = plx_cooccurrence_new (5000);
  g_autoptr (GArray) pairs = NULL;
  const PlxTogether *pair;

  counts->max_bits = 8;
  for (guint i = 0; i < 2000; i++)
    {
      const guint32 often[] = { 1, 0 };
      const guint32 once[] = { 2 * i + 2, 2 * i + 3 };

      plx_cooccurrence_add (counts, i, often, 2);
      plx_cooccurrence_add (counts, i, once, 2);
    }
  pairs = plx_cooccurrence_dup_pairs (counts);
  pair = find_pair (pairs, 0, 1);

  g_assert_cmpuint (pairs->len, ==, counts->n_pairs);
  g_assert_cmpuint (pairs->len, <=, 205);
  g_assert_cmpuint (counts->missed, >, 0);
  g_assert_nonnull (pair);
  g_assert_cmpuint (pair->weight, <=, 2000);
  g_assert_cmpuint (pair->weight + counts->missed, >=, 2000);
}

typedef struct
{
  const char *path;
  guint       both, a, b, all;
  double      surprise;
} Surprise;

static const Surprise surprises[] = {
  /* As often as chance would have it. */
  { "/cooccurrence/surprise/none", 10, 20, 20, 40, 0 },
  { "/cooccurrence/surprise/everywhere", 5, 5, 5, 5, 0 },
  /* Always together in half of all: 2 · 20 ln 2. */
  { "/cooccurrence/surprise/always", 10, 10, 10, 20, 27.725887 },
  { "/cooccurrence/surprise/never", 0, 10, 10, 20, -27.725887 },
  /* Once, and nowhere else: 2 (ln 7 + 6 ln 7/6). */
  { "/cooccurrence/surprise/once", 1, 1, 1, 7, 5.741628 },
  { "/cooccurrence/surprise/nothing", 0, 0, 0, 0, 0 },
};

static void
test_surprise (gconstpointer data)
{
  const Surprise *test = data;

  g_assert_cmpfloat_with_epsilon (plx_cooccurrence_surprise (test->both, test->a, test->b,
                                                             test->all), test->surprise, 1e-5);
  g_assert_cmpfloat_with_epsilon (plx_cooccurrence_surprise (test->both, test->b, test->a,
                                                             test->all), test->surprise, 1e-5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cooccurrence/counts", test_counts);
  g_test_add_func ("/cooccurrence/crowd", test_crowd);
  g_test_add_func ("/cooccurrence/forgets-the-least", test_forgets_the_least);
  for (guint i = 0; i < G_N_ELEMENTS (surprises); i++)
    g_test_add_data_func (surprises[i].path, &surprises[i], test_surprise);

  return g_test_run ();
}
