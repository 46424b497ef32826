/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * collation-bench ROUNDS FILE…: how long Parallax takes to lay several states of a text beside each
 * other word by word, and how well. The texts are drawn from the sentences of FILE…, and of each of
 * their words it is known where it comes from. Run by tests/bench/comparing-words; never part of
 * the tests.
 *
 * Of all pairs of the same word in one column, precision is the part that comes from one word of
 * the origin; of all pairs that do, recall is the part that shares a column.
 */

#define G_LOG_DOMAIN "collation-bench"

#include "config.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "comparing/plx-collation.h"
#include "language/text/plx-words.h"
#include "model/plx-analysis.h"
#include "words-texts.h"

#define MOST 20

typedef struct
{
  guint  n_witnesses;
  guint  n_words;
  double edits;
  double goal; /* ms */
} Case;

static const Case cases[] = {
  { 3, 100, 0.1, 0 },
  { 3, 800, 0.1, 37 },
  { 5, 800, 0.1, 0 },
  { 3, 1600, 0.1, 0 },
  { 5, 3400, 0.1, 1000 },
  { 5, 3400, 0.3, 0 },
  { 20, 800, 0.1, 0 },
  { 3, 50000, 0.1, 0 },
};

typedef struct
{
  guint    n;
  char    *texts[MOST];
  GArray  *keys[MOST]; /* guint64: by word, where it comes from, or 0 */
} Input;

static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* Of each word as the engine cuts them: the word of the origin in which it stands, and which part
 * of that it is. */
static GArray *
find_keys (WordsWitness *witness,
           const char   *text)
{
  g_autoptr (GArray) words = plx_words_split (text, 0, strlen (text));
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  gsize end = strlen (witness->words->pdata[0]);
  guint at = 0, part = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint64 key = 0;

      while (g_array_index (words, PlxWord, i).start >= end)
        {
          end += 1 + strlen (witness->words->pdata[++at]);
          part = 0;
        }
      if (g_array_index (witness->origins, guint32, at) != G_MAXUINT32)
        key = ((guint64) g_array_index (witness->origins, guint32, at) + 1) * 64 + part++ % 64;
      g_array_append_val (keys, key);
    }

  return keys;
}

static PlxCollation *
collate (Input *input)
{
  g_autoptr (GError) error = NULL;
  PlxWordText witnesses[MOST];
  PlxCollation *collation;

  for (guint i = 0; i < input->n; i++)
    witnesses[i] = (PlxWordText) { input->texts[i], 0, strlen (input->texts[i]), NULL };
  collation = plx_collation_new (witnesses, input->n, NULL, &error);
  if (collation == NULL)
    g_error ("%s", error->message);

  return collation;
}

/* How many pairs of words of all texts come from one word. Keys grow along a text. */
static guint64
count_true (Input *input)
{
  guint64 n = 0;

  for (guint i = 0; i < input->n; i++)
    for (guint j = i + 1; j < input->n; j++)
      for (guint x = 0, y = 0; x < input->keys[i]->len && y < input->keys[j]->len;)
        {
          guint64 a = g_array_index (input->keys[i], guint64, x);
          guint64 b = g_array_index (input->keys[j], guint64, y);

          n += a == b && a != 0;
          if (a == 0 || (b != 0 && a <= b))
            x++;
          if (b == 0 || (a != 0 && b <= a))
            y++;
        }

  return n;
}

static void
count_found (Input        *input,
             PlxCollation *collation,
             guint64      *claimed,
             guint64      *found)
{
  for (guint32 column = 0; column < collation->n_columns; column++)
    for (guint i = 0; i < input->n; i++)
      for (guint j = i + 1; j < input->n; j++)
        {
          guint32 a = plx_collation_get_word (collation, column, i);
          guint32 b = plx_collation_get_word (collation, column, j);

          if (a == PLX_NONE || b == PLX_NONE || plx_collation_get_id (collation, column, i) !=
                                                  plx_collation_get_id (collation, column, j))
            continue;
          ++*claimed;
          *found += g_array_index (input->keys[i], guint64, a) != 0 &&
                    g_array_index (input->keys[i], guint64, a) ==
                      g_array_index (input->keys[j], guint64, b);
        }
}

static void
run_case (const Case *c,
          Input      *input,
          guint       rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (PlxCollation) collation = NULL;
  guint64 claimed = 0, found = 0;
  struct rusage usage;

  for (guint round = 0; round < rounds; round++)
    {
      double start = get_clock (), time;

      g_clear_pointer (&collation, plx_collation_free);
      collation = collate (input);
      time = get_clock () - start;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_doubles);
  count_found (input, collation, &claimed, &found);
  getrusage (RUSAGE_SELF, &usage);

  g_print ("%2u of %5u words, %2.0f %% edits: %8.2f ms (least %.2f), %u columns, "
           "precision %.2f %%, recall %.2f %%, %u moves, %ld MB of memory so far",
           c->n_witnesses, c->n_words,
           100 * c->edits, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, 0), collation->n_columns, 100.0 * found / claimed,
           100.0 * found / count_true (input), collation->moves->len, usage.ru_maxrss / 1024);
  if (c->goal > 0)
    g_print ("; the goal is %.0f ms", c->goal);
  g_print ("\n");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  g_autoptr (WordsPool) pool = words_pool_new (argv + 2, argc - 2);
  guint rounds = g_ascii_strtoull (argv[1], NULL, 10);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (WordsWitness) all = words_pool_draw (pool, random, c->n_words * 9, 0.15);
      g_autoptr (WordsWitness) origin = words_witness_first (all, c->n_words);
      Input input = { .n = c->n_witnesses };

      for (guint j = 0; j < input.n; j++)
        {
          g_autoptr (WordsWitness) witness =
            words_witness_edit (origin, pool, random, c->edits, 0);

          input.texts[j] = words_witness_write (witness);
          input.keys[j] = find_keys (witness, input.texts[j]);
        }
      run_case (c, &input, c->n_words > 10000 ? MIN (rounds, 3) : rounds);
      for (guint j = 0; j < input.n; j++)
        {
          g_free (input.texts[j]);
          g_array_unref (input.keys[j]);
        }
    }

  return 0;
}
