/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * comparing-bench stories ROUNDS [FILE…]: how long Parallax takes from read articles to the
 * finished analysis, for made stories of growing size and for the articles of FILE….
 * comparing-bench files ROUNDS FILE…: the latter alone.
 * comparing-bench bad [CASE…]: the same, once each, for stories that nobody would put together.
 * comparing-bench write N FOLDER: writes the articles of a made story.
 *
 * Run by tests/bench/comparing; never part of the tests.
 *
 * Beside it stands what does not depend on how we compare. Hashing the same bytes tells how fast
 * the machine is at the moment, and “hashes” is how often it could have hashed the story
 * meanwhile: that figure can be held against one of another day or machine. How much of the time
 * goes into finding names and sentences, which each article needs by itself, is told in per cent.
 */

#define G_LOG_DOMAIN "comparing-bench"

#include "config.h"

#include <gio/gio.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "comparing-texts.h"
#include "comparing/plx-comparing.h"
#include "language/plx-language.h"
#include "reading/plx-reading.h"

typedef struct
{
  guint  n_articles;
  double goal; /* seconds */
} Size;

static const Size sizes[] = { { 5, 0.03 }, { 50, 1 }, { 200, 8 } };

/* What a story took, in seconds of processor time and bytes. */
typedef struct
{
  double total;
  double annotating;
  double hashing;
  gsize  n_bytes;
  guint  n_sentences;
  guint  n_claims;
  guint  n_common;
  guint  n_differences;
  guint  peak; /* MB */
} Cost;

static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

/* From here on, the peak of memory counts anew. */
static void
reset_peak (void)
{
  malloc_trim (0);
  g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static guint
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? strtoul (line + strlen ("VmHWM:"), NULL, 10) / 1024 : 0;
}

static double
time_hashing (GPtrArray *story,
              gsize     *n_bytes)
{
  double start = get_clock ();
  guint n = 0;

  /* Until it is long enough to be measured. */
  do
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

      *n_bytes = 0;
      for (guint i = 0; i < story->len; i++)
        {
          PlxDocument *document = g_ptr_array_index (story, i);

          g_checksum_update (checksum, (const guchar *) document->text->str, document->text->len);
          *n_bytes += document->text->len;
        }
      g_assert (g_checksum_get_string (checksum) != NULL);
      n++;
    }
  while (get_clock () - start < 0.02);

  return (get_clock () - start) / n;
}

static double
time_annotating (GPtrArray *story)
{
  double start = get_clock ();

  for (guint i = 0; i < story->len; i++)
    plx_annotation_free (plx_language_annotate (g_ptr_array_index (story, i)));

  return get_clock () - start;
}

static void
count_found (PlxAnalysis *analysis,
             Cost        *cost)
{
  cost->n_claims = analysis->claims->len;
  cost->n_sentences = cost->n_common = cost->n_differences = 0;
  for (guint i = 0; i < analysis->annotations->len; i++)
    cost->n_sentences +=
      ((const PlxAnnotation *) g_ptr_array_index (analysis->annotations, i))->sentences->len;
  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      cost->n_common += claim->n_sources > 1;
      cost->n_differences += claim->differences->len;
    }
}

static Cost
measure (GPtrArray *story)
{
  Cost cost = { 0, };
  double start;
  g_autoptr (PlxAnalysis) analysis = NULL;

  cost.hashing = time_hashing (story, &cost.n_bytes);
  cost.annotating = time_annotating (story);
  reset_peak ();
  start = get_clock ();
  analysis = plx_comparing_analyse (story, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, NULL);
  cost.total = get_clock () - start;
  cost.peak = get_peak ();
  count_found (analysis, &cost);

  return cost;
}

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  const Cost *x = a, *y = b;

  return (x->total > y->total) - (x->total < y->total);
}

/* The round in the middle. */
static Cost
measure_rounds (GPtrArray *story,
                guint      rounds)
{
  g_autofree Cost *costs = g_new (Cost, rounds);

  for (guint i = 0; i < rounds; i++)
    costs[i] = measure (story);
  qsort (costs, rounds, sizeof *costs, compare_costs);

  return costs[rounds / 2];
}

/* The tables and the model of names are read at the first article, and then never again. */
static void
warm_up (void)
{
  g_autoptr (GPtrArray) story = comparing_texts_make_story (2);

  measure (story);
}

static void
print_cost (const char *name,
            guint       n_articles,
            const Cost *cost)
{
  g_print ("%-28s %3u articles, %6.0f KB, %6u sentences: %9.1f ms, %6.2f ms an article, "
           "%6.0f hashes, names %2.0f %%, %4u MB; %u claims, %u of several sources, "
           "%u differences\n",
           name, n_articles, cost->n_bytes / 1e3, cost->n_sentences, cost->total * 1e3,
           cost->total * 1e3 / MAX (n_articles, 1), cost->total / cost->hashing,
           100 * cost->annotating / cost->total, cost->peak, cost->n_claims, cost->n_common,
           cost->n_differences);
}

static void
run_sizes (guint rounds)
{
  double before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GPtrArray) story = comparing_texts_make_story (sizes[i].n_articles);
      Cost cost = measure_rounds (story, rounds);

      print_cost ("made", story->len, &cost);
      g_print ("  the goal is %.0f ms", sizes[i].goal * 1e3);
      if (i > 0)
        g_print ("; %.1f times the articles take %.1f times as long",
                 (double) sizes[i].n_articles / sizes[i - 1].n_articles, cost.total / before);
      g_print ("\n");
      before = cost.total;
    }
}

static void
run_files (guint   rounds,
           char  **files,
           guint   n_files)
{
  g_autoptr (GPtrArray) story =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  Cost cost;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (files[i]);
      g_autoptr (GError) error = NULL;
      PlxDocument *document = plx_reading_read_file (file, NULL, &error);

      if (document == NULL)
        g_error ("%s", error->message);
      g_ptr_array_add (story, document);
    }
  if (story->len == 0)
    return;

  cost = measure_rounds (story, rounds);
  print_cost ("of newspapers", story->len, &cost);
}

static GPtrArray *
make_bad (guint i)
{
  switch (i)
    {
    case 0:
      return comparing_texts_make_story (0);

    case 1:
      return comparing_texts_make_story (1);

    case 2:
      return comparing_texts_make_story (500);

    case 3:
      return comparing_texts_make_copies (200);

    case 4:
      return comparing_texts_make_apart (500);

    case 5:
      return comparing_texts_make_long (5 * 1000 * 1000, TRUE);

    case 6:
      return comparing_texts_make_long (5 * 1000 * 1000, FALSE);

    case 7:
    default:
      return comparing_texts_make_repeated (
        "The bridge over the Tarn in Millhaven was closed on Monday, the mayor said.", 50, 100);
    }
}

static const char * const bad[] = {
  "none", "one", "five hundred", "all identical", "all unrelated", "one of 5 MB",
  "one of 5 MB without full stops", "one sentence over and over",
};

static void
run_bad (char  **wanted,
         guint   n_wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) story = NULL;
      Cost cost;

      if (n_wanted > 0 && !g_strv_contains ((const char * const *) wanted, bad[i]))
        continue;
      story = make_bad (i);
      cost = measure (story);
      print_cost (bad[i], story->len, &cost);
    }
}

/* For looking at what comes out of it by parallax-cli. */
static void
write_texts (guint       n,
             const char *folder)
{
  g_autoptr (GPtrArray) story = comparing_texts_make_story (n);

  for (guint i = 0; i < story->len; i++)
    {
      PlxDocument *document = g_ptr_array_index (story, i);
      g_autofree char *path = g_build_filename (folder, document->source, NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < plx_document_get_n_blocks (document); k++)
        {
          g_autofree char *block = plx_document_dup_block (document, k);

          g_string_append_printf (text, "%s\n\n", block);
        }
      if (!g_file_set_contents (path, text->str, text->len, &error))
        g_error ("%s", error->message);
    }
}

int
main (int    argc,
      char **argv)
{
  if (argc > 2 && g_str_equal (argv[1], "stories"))
    {
      guint rounds = MAX (1, atoi (argv[2]));

      warm_up ();
      run_files (rounds, argv + 3, argc - 3);
      run_sizes (rounds);
      return 0;
    }
  if (argc > 3 && g_str_equal (argv[1], "files"))
    {
      warm_up ();
      run_files (MAX (1, atoi (argv[2])), argv + 3, argc - 3);
      return 0;
    }
  if (argc > 1 && g_str_equal (argv[1], "bad"))
    {
      warm_up ();
      run_bad (argv + 2, argc - 2);
      return 0;
    }

  if (argc == 4 && g_str_equal (argv[1], "write"))
    {
      write_texts (atoi (argv[2]), argv[3]);
      return 0;
    }

  g_printerr ("Usage: comparing-bench stories ROUNDS [FILE…] | files ROUNDS FILE… | bad [CASE…]"
              " | write N FOLDER\n");

  return 2;
}
