/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * names-bench ROUNDS FILE…: how many words a second Parallax cuts into sentences and words and
 * finds the names and countries in; how long its model takes to load; and how much memory a long
 * stream of lines takes. Run by tests/bench/names; never part of the tests.
 */

#define G_LOG_DOMAIN "names-bench"

#include "config.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "language/names/plx-name-model.h"
#include "language/plx-language.h"

/* Seconds of processor time: what others do on the machine counts less. */
static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static guint
count_words (const char *text)
{
  gboolean inside = FALSE;
  guint n = 0;

  for (; *text != '\0'; text++)
    {
      n += !inside && !g_ascii_isspace (*text);
      inside = !g_ascii_isspace (*text);
    }

  return n;
}

static guint
find_names (const char *text)
{
  g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxSentenceSpan));
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));

  plx_language_find_sentences (text, 0, strlen (text), "en", sentences);
  for (guint i = 0; i < sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (sentences, PlxSentenceSpan, i);

      plx_language_find_names (text, sentence->start, sentence->end, mentions);
    }

  return mentions->len;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static void
time_load (void)
{
  double start = get_clock ();
  g_autoptr (GError) error = NULL;

  if (plx_name_model_get_default (&error) == NULL)
    g_error ("%s", error->message);
  g_print ("load: %.1f ms of processor time\n", 1000 * (get_clock () - start));
}

static glong
get_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) speeds = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_words = 0;
  guint n_names = 0;

  time_load ();
  for (int i = 2; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      char *text;

      if (!g_file_get_contents (argv[i], &text, NULL, &error))
        g_error ("%s", error->message);
      n_words += count_words (text);
      g_ptr_array_add (texts, text);
    }

  for (gint64 round = 0; round < g_ascii_strtoll (argv[1], NULL, 10); round++)
    {
      double start = get_clock ();
      double speed;

      n_names = 0;
      for (guint i = 0; i < texts->len; i++)
        n_names += find_names (texts->pdata[i]);
      speed = n_words / (get_clock () - start);
      g_array_append_val (speeds, speed);
    }

  g_array_sort (speeds, compare_doubles);
  g_print ("%u words, %u names, %ld MB of memory at most\n", n_words, n_names, get_memory ());
  g_print ("parallax: %.0f words/s (median of %u rounds)\n",
           g_array_index (speeds, double, speeds->len / 2), speeds->len);

  return 0;
}
