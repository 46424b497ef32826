/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-collation.h"
#include "language/text/plx-words.h"
#include "model/plx-analysis.h"

#define MOST 8

static PlxCollation *
collate (char  **texts,
         guint   n)
{
  g_autoptr (GError) error = NULL;
  PlxWordText witnesses[MOST];
  PlxCollation *collation;

  g_assert_cmpuint (n, <=, MOST);
  for (guint i = 0; i < n; i++)
    witnesses[i] = (PlxWordText) { texts[i], 0, strlen (texts[i]), NULL };
  collation = plx_collation_new (witnesses, n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (collation->n_witnesses, ==, n);

  return collation;
}

/* Every word of every text stands in one column, in order, and no column is empty; words and marks
 * never share one. */
static void
check_columns (PlxCollation *collation)
{
  guint32 next[MOST] = { 0 };

  for (guint32 column = 0; column < collation->n_columns; column++)
    {
      guint n = 0, n_marks = 0;

      for (guint i = 0; i < collation->n_witnesses; i++)
        {
          guint32 word = plx_collation_get_word (collation, column, i);

          if (word == PLX_NONE)
            continue;
          g_assert_cmpuint (word, ==, next[i]++);
          n_marks += !g_array_index ((GArray *) collation->words->pdata[i], PlxWord, word).is_word;
          n++;
        }
      g_assert_cmpuint (n, >, 0);
      g_assert_true (n_marks == 0 || n_marks == n);
    }
  for (guint i = 0; i < collation->n_witnesses; i++)
    g_assert_cmpuint (next[i], ==, ((GArray *) collation->words->pdata[i])->len);
}

/* The columns as text: a line a witness, "-" for none. */
static char *
draw (PlxCollation *collation,
      char        **texts,
      guint         witness)
{
  GString *out = g_string_new (NULL);

  for (guint32 column = 0; column < collation->n_columns; column++)
    {
      guint32 word = plx_collation_get_word (collation, column, witness);
      GArray *words = collation->words->pdata[witness];

      g_string_append (out, out->len > 0 ? " " : "");
      if (word == PLX_NONE)
        g_string_append_c (out, '-');
      else
        g_string_append_len (out, texts[witness] + g_array_index (words, PlxWord, word).start,
                             g_array_index (words, PlxWord, word).end -
                               g_array_index (words, PlxWord, word).start);
    }

  return g_string_free_and_steal (out);
}

static void
test_lays_side_by_side (void)
{
  char *texts[] = {
    (char *) "The grey cat sat on the old mat, near the door.",
    (char *) "The cat sat near the door, on the mat",
    (char *) "A grey cat slept on the old mat near the green door.",
    (char *) "the gray cat slept on the old mat near the door.",
  };
  static const char *const expected[] = {
    "The grey cat sat on the old mat , near the - door . - - -",
    "The - cat sat - - - - - near the - door , on the mat",
    "A grey cat slept on the old mat - near the green door . - - -",
    "the gray cat slept on the old mat - near the - door . - - -",
  };
  g_autoptr (PlxCollation) collation = collate (texts, G_N_ELEMENTS (texts));

  check_columns (collation);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *drawn = draw (collation, texts, i);

      g_assert_cmpstr (drawn, ==, expected[i]);
    }
}

static char *
make_text (GRand *random,
           guint  n_words,
           guint  n_different)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (out, "%s%c%c%s ", g_rand_int_range (random, 0, 4) == 0 ? "the " : "",
                            'a' + g_rand_int_range (random, 0, MIN (n_different, 26)),
                            'a' + g_rand_int_range (random, 0, n_different / 26 + 1),
                            g_rand_int_range (random, 0, 9) == 0 ? "," : "");

  return g_string_free_and_steal (out);
}

static char *
edit_text (GRand      *random,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      int what = g_rand_int_range (random, 0, 20);

      if (what > 1)
        g_string_append_printf (out, "%s ", words[i]);
      if (what == 1 || what == 2)
        g_string_append_printf (out, "new%d ", g_rand_int_range (random, 0, 5));
    }

  return g_string_free_and_steal (out);
}

static void
shuffle (GRand *random,
         guint *order,
         guint  n)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i);
      guint swap = order[i - 1];

      order[i - 1] = order[j];
      order[j] = swap;
    }
}

static void
check_any_order (GRand *random,
                 char **texts,
                 guint  n)
{
  g_autoptr (PlxCollation) collation = collate (texts, n);

  check_columns (collation);
  for (guint round = 0; round < 4; round++)
    {
      guint order[MOST];
      char *shuffled[MOST];
      g_autoptr (PlxCollation) other = NULL;

      shuffle (random, order, n);
      for (guint i = 0; i < n; i++)
        shuffled[i] = texts[order[i]];
      other = collate (shuffled, n);

      g_assert_cmpuint (other->n_columns, ==, collation->n_columns);
      g_assert_cmpuint (other->moves->len, ==, collation->moves->len);
      for (guint32 column = 0; column < collation->n_columns; column++)
        for (guint i = 0; i < n; i++)
          g_assert_cmpuint (plx_collation_get_word (other, column, i), ==,
                            plx_collation_get_word (collation, column, order[i]));
    }
}

static void
test_is_the_same_in_any_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint round = 0; round < 60; round++)
    {
      guint n = g_rand_int_range (random, 1, MOST + 1);
      guint n_words = g_rand_int_range (random, 0, round % 10 == 0 ? 400 : 40);
      g_autofree char *origin = make_text (random, n_words, 2 + round % 50);
      char *texts[MOST];

      for (guint i = 0; i < n; i++)
        switch (g_rand_int_range (random, 0, 6))
          {
          case 0: texts[i] = make_text (random, n_words, 20); break;
          case 1: texts[i] = g_strdup (origin); break;
          default: texts[i] = edit_text (random, origin); break;
          }
      check_any_order (random, texts, n);
      for (guint i = 0; i < n; i++)
        g_free (texts[i]);
    }
}

/* Too long for one table: what is settled cuts it. */
static void
test_long_texts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autofree char *origin = make_text (random, 3000, 600);
  g_autofree char *a = edit_text (random, origin);
  g_autofree char *b = edit_text (random, origin);
  g_autofree char *other = make_text (random, 3000, 600);
  char *texts[] = { a, b, other, origin };

  check_any_order (random, texts, 4);
}

static void
test_finds_moves (void)
{
  char *texts[] = {
    (char *) "In the morning the old ferry left the harbour and nobody on the quay waved.",
    (char *) "The old ferry left the harbour and nobody on the quay waved in the morning.",
    (char *) "In the morning the old ferry left the harbour and nobody on the quay waved.",
  };
  g_autoptr (PlxCollation) collation = collate (texts, 3);
  const PlxCollationMove *move = &g_array_index (collation->moves, PlxCollationMove, 0);

  g_assert_cmpuint (collation->moves->len, ==, 2);
  g_assert_cmpuint (move->a, ==, 0);
  g_assert_cmpuint (move->b, ==, 1);
  g_assert_cmpuint (move->first_a, ==, 0);
  g_assert_cmpuint (move->first_b, ==, 12);
  g_assert_cmpuint (move->n_words, ==, 3);
}

static void
test_few_and_same (void)
{
  char *texts[] = { (char *) "One two.", (char *) "One two.", (char *) "“ONE” two", (char *) "" };
  g_autoptr (PlxCollation) none = collate (texts, 0);
  g_autoptr (PlxCollation) one = collate (texts, 1);
  g_autoptr (PlxCollation) same = collate (texts, 2);
  g_autoptr (PlxCollation) all = collate (texts, 4);
  g_autoptr (PlxCollation) empty = collate (texts + 3, 1);

  g_assert_cmpuint (none->n_columns, ==, 0);
  g_assert_cmpuint (one->n_columns, ==, 3);
  g_assert_cmpuint (same->n_columns, ==, 3);
  g_assert_true (plx_collation_agrees (same, 1));
  check_columns (all);
  g_assert_cmpuint (all->n_columns, ==, 5);
  g_assert_cmpuint (empty->n_columns, ==, 0);
}

static void
test_stops (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PlxWordText witnesses[] = { { "a b c", 0, 5, NULL }, { "a c d", 0, 5, NULL } };

  g_cancellable_cancel (cancellable);
  g_assert_null (plx_collation_new (witnesses, 2, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collation/lays-side-by-side", test_lays_side_by_side);
  g_test_add_func ("/collation/is-the-same-in-any-order", test_is_the_same_in_any_order);
  g_test_add_func ("/collation/long-texts", test_long_texts);
  g_test_add_func ("/collation/finds-moves", test_finds_moves);
  g_test_add_func ("/collation/few-and-same", test_few_and_same);
  g_test_add_func ("/collation/stops", test_stops);

  return g_test_run ();
}
