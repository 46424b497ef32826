/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparing/plx-sequence.h"

typedef struct
{
  guint n_ids;     /* of so many words … */
  guint length;    /* … are so many in a row */
  guint edits;     /* a thousand places have so many edits; 1000 for another text */
  guint rounds;
  gboolean is_exact;
} Case;

/* Small words are common and big ones rare, as in a language. */
static guint32
draw (GRand *random,
      guint  n_ids)
{
  double share = g_rand_double (random);

  return MIN (n_ids - 1, n_ids * share * share * share);
}

static GArray *
make_text (GRand *random,
           guint  n_ids,
           guint  length)
{
  GArray *text = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < length; i++)
    {
      guint32 id = draw (random, n_ids);

      g_array_append_val (text, id);
    }

  return text;
}

static GArray *
edit_text (GRand  *random,
           GArray *text,
           guint   n_ids,
           guint   edits,
           guint  *kept)
{
  GArray *edited = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < text->len; i++)
    {
      guint32 id = draw (random, n_ids);
      guint what = (guint) g_rand_int_range (random, 0, 1000) < edits
                     ? g_rand_int_range (random, 0, 3) : 3;

      if (what <= 1)
        g_array_append_val (edited, id);
      if (what >= 1 && what != 2)
        g_array_append_val (edited, g_array_index (text, guint32, i));
      *kept += what >= 1 && what != 2;
    }

  return edited;
}

/* The usual table, two rows of it. */
static guint
length_by_table (GArray *a,
                 GArray *b)
{
  g_autofree guint *row = g_new0 (guint, b->len + 1);

  for (guint i = 0; i < a->len; i++)
    {
      guint diagonal = 0;

      for (guint j = 0; j < b->len; j++)
        {
          guint above = row[j + 1];

          if (g_array_index (a, guint32, i) == g_array_index (b, guint32, j))
            row[j + 1] = diagonal + 1;
          else
            row[j + 1] = MAX (row[j], above);
          diagonal = above;
        }
    }

  return row[b->len];
}

static GArray *
match (GArray *a,
       GArray *b,
       guint   n_ids)
{
  PlxSequence first = { (const guint32 *) a->data, a->len };
  PlxSequence second = { (const guint32 *) b->data, b->len };
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  guint32 next_a = 0, next_b = 0;

  g_assert_true (plx_sequence_match (&first, &second, n_ids, pairs, NULL));
  for (guint i = 0; i < pairs->len; i++)
    {
      PlxSequencePair pair = g_array_index (pairs, PlxSequencePair, i);

      g_assert_cmpuint (pair.a, >=, next_a);
      g_assert_cmpuint (pair.b, >=, next_b);
      g_assert_cmpuint (pair.a, <, a->len);
      g_assert_cmpuint (pair.b, <, b->len);
      g_assert_cmpuint (first.ids[pair.a], ==, second.ids[pair.b]);
      next_a = pair.a + 1;
      next_b = pair.b + 1;
    }

  return pairs;
}

static void
test_is_longest (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (c->n_ids * 31 + c->length);

  for (guint round = 0; round < c->rounds; round++)
    {
      guint length = round == 0 ? c->length : (guint) g_rand_int_range (random, 0, c->length);
      g_autoptr (GArray) a = make_text (random, c->n_ids, length);
      guint kept = 0;
      g_autoptr (GArray) b = c->edits < 1000 ? edit_text (random, a, c->n_ids, c->edits, &kept)
                                             : make_text (random, c->n_ids, length);
      g_autoptr (GArray) pairs = match (a, b, c->n_ids);

      /* Of a long text the table would take too long; what was not edited is in it at least. */
      if (c->is_exact)
        g_assert_cmpuint (pairs->len, ==, length_by_table (a, b));
      else
        g_assert_cmpuint (pairs->len * 1000, >=, kept * 998);
    }
}

static void
test_bounded (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GArray) empty = make_text (random, 1, 0);
  g_autoptr (GArray) same = make_text (random, 1, 1000000);
  g_autoptr (GArray) same_shorter = make_text (random, 1, 999000);
  g_autoptr (GArray) two_words = make_text (random, 2, 270000);
  g_autoptr (GArray) two_others = make_text (random, 2, 265000);
  g_autoptr (GArray) pairs = NULL;

  g_test_summary ("What no table could hold is matched all the same");
  pairs = match (empty, same, 1);
  g_assert_cmpuint (pairs->len, ==, 0);
  g_clear_pointer (&pairs, g_array_unref);
  pairs = match (same, same_shorter, 1);
  g_assert_cmpuint (pairs->len, ==, 999000);
  g_clear_pointer (&pairs, g_array_unref);
  pairs = match (two_words, two_others, 2);
  g_assert_cmpuint (pairs->len, >, 200000);
}

static void
test_stops (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (GArray) a = make_text (random, 500, 60000);
  g_autoptr (GArray) b = make_text (random, 500, 60000);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PlxSequence first = { (const guint32 *) a->data, a->len };
  PlxSequence second = { (const guint32 *) b->data, b->len };

  g_cancellable_cancel (cancellable);
  g_assert_false (plx_sequence_match (&first, &second, 500, pairs, cancellable));
}

static const Case cases[] = {
  { 2, 40, 1000, 2000, TRUE },
  { 5, 150, 1000, 500, TRUE },
  { 50, 700, 1000, 40, TRUE },
  { 50, 700, 100, 40, TRUE },
  { 3000, 5000, 1000, 1, TRUE },
  { 20, 5000, 1000, 1, TRUE },
  { 3000, 6000, 300, 1, TRUE },
  { 3000, 30000, 20, 2, FALSE },
  { 3000, 30000, 2, 2, FALSE },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sequence/is-longest/%u-of-%u-words-%u-edits",
                                               cases[i].length, cases[i].n_ids, cases[i].edits);

      g_test_add_data_func (path, &cases[i], test_is_longest);
    }
  g_test_add_func ("/sequence/bounded", test_bounded);
  g_test_add_func ("/sequence/stops", test_stops);

  return g_test_run ();
}
