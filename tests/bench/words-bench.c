/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * words-bench ROUNDS FOLDER FILE…: how long Parallax takes to find which words two texts share,
 * beside GNU diff, which gets the same words, one a line, in files of FOLDER. The texts are drawn
 * from the sentences of FILE…. Run by tests/bench/comparing-words; never part of the tests.
 *
 * Ours is the processor time inside the process, from the texts to the pairs of words: cutting
 * words, numbering them, matching. Theirs is the processor time of the process; how much of it is
 * the start of a process is told beside it.
 */

#define G_LOG_DOMAIN "words-bench"

#include "config.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-sequence.h"
#include "comparing/plx-word-ids.h"
#include "language/text/plx-words.h"
#include "words-texts.h"

typedef struct
{
  const char *name;
  gsize       n_bytes;
  gboolean    is_near;
  double      part; /* of GNU diff's time that is the goal */
} Case;

static const Case cases[] = {
  { "1 KB, near", 1 << 10, TRUE, 0 },
  { "1 KB, different", 1 << 10, FALSE, 0 },
  { "20 KB, near", 20 << 10, TRUE, 0 },
  { "20 KB, different", 20 << 10, FALSE, 1.0 / 7 },
  { "1 MB, near", 1 << 20, TRUE, 0.6 },
  { "1 MB, different", 1 << 20, FALSE, 0.5 },
};

/* What is compared, and what is found in it. */
typedef struct
{
  char  *text[2];
  char  *file[2];
  guint  n_tokens[2];
  guint  longest;
} Input;

static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static double
get_clock_of_children (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);

  return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 + usage.ru_stime.tv_sec +
         usage.ru_stime.tv_usec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_doubles);

  return g_array_index (times, double, times->len / 2);
}

/* Cuts and numbers the words of both texts. */
static void
number (Input      *input,
        PlxWordIds *ids,
        GArray     *numbers[2])
{
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GArray) words =
        plx_words_split (input->text[side], 0, strlen (input->text[side]));

      numbers[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
      plx_word_ids_add_text (ids, input->text[side], words, numbers[side]);
    }
}

static double
time_ours (Input  *input,
           double *cutting,
           guint  *kept)
{
  double start = get_clock ();
  g_autoptr (PlxWordIds) ids = plx_word_ids_new ();
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  PlxSequence sequences[2];
  GArray *numbers[2];
  double end;

  number (input, ids, numbers);
  *cutting = get_clock () - start;
  for (guint side = 0; side < 2; side++)
    sequences[side] = (PlxSequence) { (const guint32 *) numbers[side]->data, numbers[side]->len };
  plx_sequence_match (&sequences[0], &sequences[1], plx_word_ids_count (ids), pairs, NULL);
  end = get_clock ();
  *kept = pairs->len;
  g_array_unref (numbers[0]);
  g_array_unref (numbers[1]);

  return end - start;
}

/* The whole public function, with the runs of words to be marked. */
static double
time_marks (Input *input)
{
  double start = get_clock ();
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;
  const PlxWordText texts[] = { plx_word_text (input->text[0]), plx_word_text (input->text[1]) };

  plx_comparing_word_diff (&texts[0], &texts[1], &a, &b);

  return get_clock () - start;
}

static guint
count_dropped (const char *output)
{
  guint n = output[0] == '<';

  for (; *output != '\0'; output++)
    n += output[0] == '\n' && output[1] == '<';

  return n;
}

static double
time_diff (const char *a,
           const char *b,
           guint      *dropped)
{
  const char *command[] = { "diff", a, b, NULL };
  double start = get_clock_of_children ();
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                     NULL, &error))
    g_error ("%s", error->message);
  *dropped = count_dropped (output);

  return get_clock_of_children () - start;
}

/* The length of the longest common subsequence, a bit a word, without a thought for speed. */
static guint
find_longest (const PlxSequence *a,
              const PlxSequence *b,
              guint              n_ids)
{
  gsize width = (a->length + 63) / 64;
  g_autofree guint64 *row = g_new (guint64, width + 1);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint64 *mask = g_new0 (guint64, width + 1);
  guint n = 0;

  memset (row, 0xff, width * sizeof *row);
  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (places, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 i = 0; i < a->length; i++)
    g_array_append_val (places->pdata[a->ids[i]], i);

  for (guint32 i = 0; i < b->length; i++)
    {
      GArray *at = places->pdata[b->ids[i]];
      gboolean carry = FALSE;

      for (guint j = 0; j < at->len; j++)
        mask[g_array_index (at, guint32, j) / 64] |= 1ull << (g_array_index (at, guint32, j) % 64);
      for (gsize j = 0; j < width; j++)
        {
          guint64 hit = row[j] & mask[j], sum = row[j] + hit, all = sum + carry;

          carry = sum < hit || all < sum;
          row[j] = all | (row[j] & ~mask[j]);
          mask[j] = 0;
        }
    }
  for (guint32 i = 0; i < a->length; i++)
    n += !(row[i / 64] >> (i % 64) & 1);

  return n;
}

/* Writes the words of both texts as files of a line each, and finds what there is to be found. */
static void
prepare (Input      *input,
         const char *folder)
{
  g_autoptr (PlxWordIds) ids = plx_word_ids_new ();
  PlxSequence sequences[2];
  GArray *numbers[2];

  number (input, ids, numbers);
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < numbers[side]->len; i++)
        {
          guint32 id = g_array_index (numbers[side], guint32, i);

          g_string_append_printf (lines, "%s\n", plx_word_ids_get_key (ids, id));
        }
      input->file[side] = g_strdup_printf ("%s/words-%u", folder, side);
      input->n_tokens[side] = numbers[side]->len;
      if (!g_file_set_contents (input->file[side], lines->str, lines->len, &error))
        g_error ("%s", error->message);
      sequences[side] = (PlxSequence) { (const guint32 *) numbers[side]->data,
                                        numbers[side]->len };
    }
  input->longest = find_longest (&sequences[0], &sequences[1], plx_word_ids_count (ids));
  g_array_unref (numbers[0]);
  g_array_unref (numbers[1]);
}

static void
run_case (const Case *c,
          Input      *input,
          guint       rounds)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cuttings = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (double));
  guint kept = 0, dropped = 0;
  double our_time, their_time;

  for (guint round = 0; round < rounds; round++)
    {
      double cutting, time = time_ours (input, &cutting, &kept);

      g_array_append_val (ours, time);
      g_array_append_val (cuttings, cutting);
      time = time_marks (input);
      g_array_append_val (marks, time);
      time = time_diff (input->file[0], input->file[1], &dropped);
      g_array_append_val (theirs, time);
    }

  our_time = median (ours);
  their_time = median (theirs);
  g_print ("%-17s %6u/%6u words; ours %8.2f ms (%.2f of it cutting words), keeps %.2f %% of %u; "
           "with marks %.2f ms; GNU diff %8.2f ms, keeps %.2f %%; ratio %.3f",
           c->name, input->n_tokens[0], input->n_tokens[1], 1e3 * our_time,
           1e3 * median (cuttings), 100.0 * kept / input->longest, input->longest,
           1e3 * median (marks), 1e3 * their_time,
           100.0 * (input->n_tokens[0] - dropped) / input->longest, our_time / their_time);
  if (c->part > 0)
    g_print (", the goal is %.3f", c->part);
  g_print ("\n");
}

static void
time_start (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "empty", NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint dropped;

  g_file_set_contents (file, "", 0, NULL);
  for (guint i = 0; i < 21; i++)
    {
      double time = time_diff (file, file, &dropped);

      g_array_append_val (times, time);
    }
  g_print ("GNU diff takes %.2f ms to start, in what follows\n", 1e3 * median (times));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (WordsPool) pool = words_pool_new (argv + 3, argc - 3);

  time_start (argv[2]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      gsize rounds = g_ascii_strtoull (argv[1], NULL, 10);
      g_autoptr (WordsWitness) a = words_pool_draw (pool, random, c->n_bytes,
                                                    c->is_near ? 0.15 : 0.3);
      g_autoptr (WordsWitness) b =
        c->is_near ? words_witness_edit (a, pool, random, c->n_bytes > 2048 ? 0.01 : 0.04, 0.01)
                   : words_pool_draw (pool, random, c->n_bytes, 0.3);
      Input input = { .text = { words_witness_write (a), words_witness_write (b) } };

      prepare (&input, argv[2]);
      run_case (c, &input, c->n_bytes > 1 << 18 && !c->is_near ? MIN (rounds, 3) : rounds);
      for (guint side = 0; side < 2; side++)
        {
          g_free (input.text[side]);
          g_free (input.file[side]);
        }
    }

  return 0;
}
