/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * cooccurrence-bench N…: counts who is with whom in N made articles, by sentence and by article,
 * and tells how long a mention takes and how much memory it took.
 *
 * An article has 20 sentences of two or so mentions each, of 50,000 entities, drawn as often as
 * Zipf's law has it, half of them from the subject of the article. Nothing is kept of an article
 * but what is counted. Run by tests/bench/cooccurrence; never part of the tests.
 */

#define G_LOG_DOMAIN "cooccurrence-bench"

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "graph/plx-cooccurrence.h"

#define N_ENTITIES 50000
#define N_SENTENCES 20
#define MAX_MENTIONS 4
#define N_SUBJECTS 2000
#define ZIPF_SHIFT 5.0

static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static guint32
draw (GRand *rand,
      guint  n)
{
  double rank = ZIPF_SHIFT * (pow (n / ZIPF_SHIFT, g_rand_double (rand)) - 1);

  return MIN ((guint) rank, n - 1);
}

/* An article's subject has thirty entities of its own, spread over all. */
static guint32
draw_entity (GRand *rand,
             guint  subject)
{
  if (g_rand_boolean (rand))
    return draw (rand, N_ENTITIES);

  return (subject * 25u + draw (rand, 30)) % N_ENTITIES;
}

/* Draws the mentions of an article; gives how many, and of each sentence. */
static gsize
make_article (GRand   *rand,
              guint32 *mentions,
              guint   *n_in)
{
  guint subject = g_rand_int_range (rand, 0, N_SUBJECTS);
  gsize n = 0;

  for (guint i = 0; i < N_SENTENCES; i++)
    {
      n_in[i] = g_rand_int_range (rand, 0, MAX_MENTIONS + 1);
      for (guint j = 0; j < n_in[i]; j++)
        mentions[n++] = draw_entity (rand, subject);
    }

  return n;
}

static void
count (guint    n_articles,
       gboolean by_article)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (PlxCooccurrence) counts = plx_cooccurrence_new (N_ENTITIES);
  guint32 mentions[N_SENTENCES * MAX_MENTIONS];
  guint n_in[N_SENTENCES];
  double spent = 0;
  gsize n_all = 0;

  for (guint i = 0; i < n_articles; i++)
    {
      gsize n = make_article (rand, mentions, n_in);
      double start = get_clock ();
      gsize from = 0;

      if (by_article)
        plx_cooccurrence_add (counts, i, mentions, n);
      for (guint j = 0; j < N_SENTENCES && !by_article; j++)
        {
          plx_cooccurrence_add (counts, i, mentions + from, n_in[j]);
          from += n_in[j];
        }
      spent += get_clock () - start;
      n_all += n;
    }

  g_print ("by %s: %u articles %" G_GSIZE_FORMAT " mentions %" G_GSIZE_FORMAT " pairs missed %u "
           "ms %.0f ns-a-mention %.1f table-MB %.0f\n", by_article ? "article" : "sentence",
           n_articles, n_all, counts->n_pairs, counts->missed, spent, spent * 1e6 / n_all,
           ((gsize) 1 << counts->bits) * sizeof (PlxTogether) / 1e6);
}

int
main (int    argc,
      char **argv)
{
  struct rusage usage;

  for (int i = 1; i < argc; i++)
    for (guint j = 0; j < 2; j++)
      count (strtoul (argv[i], NULL, 10), j == 1);

  getrusage (RUSAGE_SELF, &usage);
  g_print ("most memory at any time: %ld MB\n", usage.ru_maxrss / 1024);

  return EXIT_SUCCESS;
}
