/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * near-duplicates-bench make N FILE: writes N made articles, one a line.
 * near-duplicates-bench index N FILE: how fast their index is made, how many of the planted pairs
 * it finds, and how long a query takes.
 * near-duplicates-bench stories N…: how long it takes to group N made articles into stories.
 *
 * Run by tests/bench/near-duplicates; never part of the tests.
 */

#define G_LOG_DOMAIN "near-duplicates-bench"

#include "config.h"

#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-reprints.h"

#define N_WORDS 60000
#define N_SENTENCES 60000
#define ZIPF_SHIFT 5.0
#define N_QUERIES 101

/* Milliseconds, by the clock that the other program goes by. */
static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* A made word for each number, short for small ones, as frequent words are. */
static char *
make_word (guint number)
{
  static const char * const syllables[] = {
    "ba", "con", "de", "fir", "ga", "hol", "in", "jun", "ko", "lan", "mi", "nor", "o", "pra",
    "quen", "ri", "sta", "to", "ul", "ver", "wi", "xa", "ye", "zo", "che", "dru", "el", "fro",
    "gli", "hu",
  };
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint n = number + 1; n > 0; n /= G_N_ELEMENTS (syllables))
    g_string_append (word, syllables[n % G_N_ELEMENTS (syllables)]);

  return g_string_free (g_steal_pointer (&word), FALSE);
}

static GPtrArray *
make_words (void)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_WORDS; i++)
    g_ptr_array_add (words, make_word (i));

  return words;
}

/* A word as often as Zipf's law has it. */
static const char *
draw_word (GPtrArray *words,
           GRand     *rand)
{
  double rank = ZIPF_SHIFT * (pow (N_WORDS / ZIPF_SHIFT, g_rand_double (rand)) - 1);

  return g_ptr_array_index (words, MIN ((guint) rank, N_WORDS - 1));
}

/* Articles share sentences, as those do that quote; in each every tenth word is another. */
static void
make_articles (guint       n,
               const char *path)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) words = make_words ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree guint *seeds = g_new (guint, N_SENTENCES);

  for (guint i = 0; i < N_SENTENCES; i++)
    seeds[i] = g_rand_int (rand);

  for (guint i = 0; i < n; i++)
    {
      guint length = 1200 * exp (0.9 + 0.4 * (g_rand_double (rand) - 0.5) * 3);
      gsize end = out->len + length;

      while (out->len < end)
        {
          guint sentence = g_rand_int_range (rand, 0, N_SENTENCES);
          g_autoptr (GRand) own = g_rand_new_with_seed (seeds[sentence]);
          guint n_words = g_rand_int_range (own, 8, 30);

          for (guint k = 0; k < n_words; k++)
            {
              const char *word = draw_word (words, own);

              g_string_append (out, g_rand_int_range (rand, 0, 10) == 0 ? draw_word (words, rand)
                                                                        : word);
              g_string_append (out, k + 1 < n_words ? " " : ". ");
            }
        }
      g_string_append_c (out, '\n');
    }

  if (!g_file_set_contents (path, out->str, out->len, &error))
    g_error ("%s", error->message);
}

/* The line as one article, and every fiftieth as the one before it with one word in twenty spoiled:
 * the very articles that the other program makes of the file. */
static PlxDocument *
make_document (const char *line,
               gsize       length,
               gboolean    spoil)
{
  PlxDocument *document = plx_document_new (NULL, "text");
  g_autofree char *text = g_strndup (line, length);

  for (gsize i = 0, edit = 0; spoil && i < length; i++)
    {
      if (text[i] == ' ' || text[i] == '\n')
        edit = rand () % 100 < 5;
      else if (edit)
        text[i] = 'a' + rand () % 26;
    }
  plx_document_append (document, text, length, PLX_ROLE_BODY, PLX_CUT_NONE);

  return document;
}

static GPtrArray *
load (guint       n,
      const char *path)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *before = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  srand (1);
  for (const char *line = text; documents->len < n && *line != '\0';)
    {
      gsize length = strcspn (line, "\n") + 1;
      gboolean spoil = documents->len % 50 == 1;

      g_ptr_array_add (documents, spoil ? make_document (before, strcspn (before, "\n") + 1, TRUE)
                                        : make_document (line, length, FALSE));
      before = line;
      line += length;
    }

  return documents;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static double
time_query (PlxReprints *index,
            GPtrArray   *documents)
{
  double times[N_QUERIES];

  for (guint i = 0; i < N_QUERIES; i++)
    {
      guint number = i * (documents->len / N_QUERIES);
      double start = get_clock ();
      g_autoptr (GArray) found =
        plx_reprints_query (index, g_ptr_array_index (documents, number));

      times[i] = get_clock () - start;
      if (found->len == 0 || g_array_index (found, PlxReprint, 0).kind != PLX_REPRINT_COPY)
        g_error ("Article %u is not found.", number);
    }
  qsort (times, N_QUERIES, sizeof (double), compare_doubles);

  return times[N_QUERIES / 2];
}

static void
run_index (guint       n,
           const char *path)
{
  g_autoptr (GPtrArray) documents = load (n, path);
  g_autoptr (PlxReprints) index = plx_reprints_new ();
  g_autoptr (GArray) found = NULL;
  guint planted = 0, others = 0;
  double start = get_clock (), added, done;

  for (guint i = 0; i < documents->len; i++)
    plx_reprints_add (index, g_ptr_array_index (documents, i));
  added = get_clock ();
  found = plx_reprints_find (index);
  done = get_clock ();

  for (guint i = 0; i < found->len; i++)
    {
      const PlxReprint *reprint = &g_array_index (found, PlxReprint, i);

      if (reprint->a % 50 == 0 && reprint->b == reprint->a + 1)
        planted++;
      else
        others++;
    }

  g_print ("parallax: %u articles, added in %.0f ms, all pairs in %.0f ms, %.0f articles/s, "
           "planted pairs found %u/%u, other pairs %u, query %.3f ms\n",
           documents->len, added - start, done - added, documents->len / (done - start) * 1e3,
           planted, (documents->len + 48) / 50, others, time_query (index, documents));
}

/* Articles of events, three to six of each: the words of an event, those of all events, and names
 * that several events have. */
static GPtrArray *
make_events (guint n)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) words = make_words ();

  while (documents->len < n)
    {
      guint seed = g_rand_int (rand), n_articles = g_rand_int_range (rand, 3, 7);

      for (guint i = 0; i < n_articles && documents->len < n; i++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_autofree char *day = g_strdup_printf ("20%02u-%02u-%02u", seed % 20, seed % 12 + 1,
                                                  seed % 25 + 1 + i % 3);
          PlxDocument *document = plx_document_new (NULL, "text");

          for (guint k = 0; k < 500; k++)
            {
              guint own = (seed + g_rand_int_range (rand, 0, 40) * 7919) % N_WORDS;
              const char *word = k % 4 == 0 ? g_ptr_array_index (words, own)
                                            : draw_word (words, rand);

              g_string_append_printf (text, "%s%s", word, k % 20 == 19 ? ". " : " ");
            }
          plx_document_append (document, text->str, text->len, PLX_ROLE_BODY, PLX_CUT_NONE);
          plx_document_set_field (document, PLX_FIELD_PUBLISHED, day, "made");
          g_ptr_array_add (documents, document);
        }
    }

  return documents;
}

static void
run_stories (guint n)
{
  static double last_time;
  static guint last_n;
  g_autoptr (GPtrArray) documents = make_events (n);
  double start = get_clock (), took;
  g_autoptr (GPtrArray) proposals = plx_comparing_propose (documents);
  struct rusage usage;

  took = get_clock () - start;
  getrusage (RUSAGE_SELF, &usage);
  g_print ("stories: %u articles in %.0f ms, %u stories, %ld MB at most", n, took, proposals->len,
           usage.ru_maxrss / 1024);
  if (last_n > 0)
    g_print ("; %.1f times as many took %.1f times as long", n / (double) last_n,
             took / last_time);
  g_print ("\n");
  last_time = took;
  last_n = n;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "make"))
    make_articles (atoi (argv[2]), argv[3]);
  else if (argc == 4 && g_str_equal (argv[1], "index"))
    run_index (atoi (argv[2]), argv[3]);
  else if (argc > 2 && g_str_equal (argv[1], "stories"))
    for (int i = 2; i < argc; i++)
      run_stories (atoi (argv[i]));
  else
    return 2;

  return 0;
}
