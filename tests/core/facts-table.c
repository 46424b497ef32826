/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the tables of tests/data/facts, whose README tells how they are written, and measures
 * what is found in their sentences. */

#include "config.h"

#include "facts-table.h"

#include <string.h>
#include <time.h>

#define LEAST_SENTENCES 150
#define LEAST 0.9

typedef struct
{
  guint n_sentences;
  guint n_expected;
  guint n_found;
  guint n_right;
} Score;

/**
 * facts_table_add:
 * @found: (element-type utf8): what was found in a sentence
 * @text: the sentence
 * @start: first byte of something in it
 * @end: the byte after the last
 * @fields: (transfer full): what is known of it, as the tables write it
 */
void
facts_table_add (GPtrArray  *found,
                 const char *text,
                 guint32     start,
                 guint32     end,
                 char       *fields)
{
  g_assert_cmpuint (start, <, end);
  g_assert_null (memchr (text + start, '\0', end - start));
  g_ptr_array_add (found, g_strdup_printf ("%u: %.*s|%s", start, (int) (end - start),
                                           text + start, fields));
  g_free (fields);
}

/* Takes the braces out of a line. */
static char *
read_line (const char *line,
           GPtrArray  *expected)
{
  GString *text = g_string_new (NULL);

  for (const char *at = line; *at != '\0';)
    {
      const char *bar, *close;
      gsize start = text->len;

      if (*at != '{')
        {
          g_string_append_c (text, *at++);
          continue;
        }
      bar = strchr (at, '|');
      close = strchr (at, '}');
      g_assert_true (bar != NULL && close != NULL && bar < close);
      g_string_append_len (text, at + 1, bar - at - 1);
      g_ptr_array_add (expected, g_strdup_printf ("%zu: %.*s", start, (int) (close - at - 1),
                                                  at + 1));
      at = close + 1;
    }

  return g_string_free_and_steal (text);
}

static void
compare (const char  *line,
         PlxDay       day,
         FactsFinder  finder,
         gboolean     is_shown,
         Score       *score)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = read_line (line, expected);
  guint n_right = 0;

  finder (text, day, found);
  for (guint i = 0; i < found->len; i++)
    {
      gboolean right = g_ptr_array_find_with_equal_func (expected, found->pdata[i], g_str_equal,
                                                         NULL);

      n_right += right;
      if (!right && is_shown)
        g_test_message ("found, not told: %s (%s)", (char *) found->pdata[i], text);
    }
  for (guint i = 0; i < expected->len && is_shown; i++)
    {
      if (!g_ptr_array_find_with_equal_func (found, expected->pdata[i], g_str_equal, NULL))
        g_test_message ("told, not found: %s (%s)", (char *) expected->pdata[i], text);
    }

  score->n_sentences++;
  score->n_expected += expected->len;
  score->n_found += found->len;
  score->n_right += n_right;
}

static void
print (const char  *name,
       const Score *score)
{
  g_test_message ("%s: %u sentences, %u told, %u found, precision %.3f, recall %.3f", name,
                  score->n_sentences, score->n_expected, score->n_found,
                  (double) score->n_right / MAX (score->n_found, 1),
                  (double) score->n_right / MAX (score->n_expected, 1));
}

static void
read_table (const char  *name,
            FactsFinder  finder,
            gboolean     is_shown,
            Score       *score)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", file, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  PlxDay day = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "day "))
        day = plx_day_parse (lines[i] + strlen ("day "));
      else if (*lines[i] != '#' && *lines[i] != '\0')
        compare (lines[i], day, finder, is_shown, score);
    }
  print (name, score);
}

/**
 * facts_table_check:
 * @name: a table
 * @finder: what is measured
 *
 * Measures what is found in the sentences of a table, and in those that were held back while the
 * rules were written. The misses of the latter are counted and not shown, so that nobody tunes
 * the rules on them.
 */
void
facts_table_check (const char  *name,
                   FactsFinder  finder)
{
  g_autofree char *held = g_strconcat (name, "-held", NULL);
  Score score = { 0 }, held_score = { 0 };

  read_table (name, finder, TRUE, &score);
  read_table (held, finder, g_getenv ("PLX_SHOW_HELD") != NULL, &held_score);

  score.n_sentences += held_score.n_sentences;
  score.n_expected += held_score.n_expected;
  score.n_found += held_score.n_found;
  score.n_right += held_score.n_right;
  print ("both", &score);

  g_assert_cmpuint (score.n_sentences, >=, LEAST_SENTENCES);
  g_assert_cmpfloat (score.n_right, >=, LEAST * score.n_found);
  g_assert_cmpfloat (score.n_right, >=, LEAST * score.n_expected);
}

static void
append_times (GString    *text,
              const char *piece,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
}

/* Seconds of the processor, whatever else it does, for a piece n times over; spans are checked by
 * facts_table_add () on the way. */
static double
time_pieces (FactsFinder  finder,
             const char  *piece,
             guint        n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  clock_t start;

  append_times (text, piece, n);
  start = clock ();
  finder (text->str, 738000, found);

  return (clock () - start) / (double) CLOCKS_PER_SEC;
}

/**
 * facts_check_bytes:
 * @finder: what is measured
 *
 * Gives the finder texts that no newspaper prints: it must give spans that lie in the text, and
 * take time in proportion to its length.
 */
void
facts_check_bytes (FactsFinder finder)
{
  static const char * const pieces[] = {
    "7", "a", "“", "\"", "'", "‘’", "123 ", "million ", "two hundred and ", "said ", "he said ",
    "“he said ", ", ", "May ", "5-", "-", "1,000,", "from May to ", "‘s’ ", "שלום 12 مرحبا ",
    "Ann and ", "of the ", "12\n\n", ". ", "\xe2\x80\xae", "between 1 and ", "according to ",
    "$", "over ", "the end of the ", "»«", "last ", "in 2014-",
  };

  {
    g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func (g_free);

    finder ("", 0, none);
    g_assert_cmpuint (none->len, ==, 0);
  }

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      double small = time_pieces (finder, pieces[i], 4000);
      double large = time_pieces (finder, pieces[i], 40000);

      /* Ten times the text takes ten times as long; four times that leaves room for what the
       * memory does. */
      g_test_message ("%s: %.3f s, ten times as much %.3f s", pieces[i], small, large);
      if (large > 0.3)
        g_assert_cmpfloat (large, <, 40 * MAX (small, 0.005));
    }

  g_assert_cmpfloat (time_pieces (finder, "7", 10 * 1000 * 1000), <, 10);
  g_assert_cmpfloat (time_pieces (finder, "“", 100 * 1000), <, 10);
}
