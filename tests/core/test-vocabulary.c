/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparing/plx-vocabulary.h"

#include <string.h>

#include "language/text/plx-word-list.h"

static GArray *
letters_of (PlxVocabulary *vocabulary,
            const char    *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; list[i] != NULL; i++)
    plx_vocabulary_add_letters (vocabulary, list[i], strlen (list[i]), letters);
  plx_vocabulary_end_letters (vocabulary);

  return letters;
}

typedef struct
{
  const char *path;
  const char *a;
  const char *b;
  guint       shared;
} LettersCase;

static const LettersCase letters_cases[] = {
  { "/vocabulary/letters/none", "", "", 0 },
  { "/vocabulary/letters/nothing-shared", "gull", "rim", 0 },
  { "/vocabulary/letters/same", "gull", "gull", 4 },
  { "/vocabulary/letters/beginning", "harbour", "harbor", 4 },
  { "/vocabulary/letters/twice-and-once", "so so", "so", 2 },
  { "/vocabulary/letters/twice-and-twice", "so and so", "so or so", 4 },
  { "/vocabulary/letters/bytes", "caf\xc3\xa9", "caf\xc3\xa9s", 4 },
};

static void
test_letters (gconstpointer data)
{
  const LettersCase *c = data;
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (GArray) a = letters_of (vocabulary, c->a);
  g_autoptr (GArray) b = letters_of (vocabulary, c->b);
  g_autoptr (GArray) third = letters_of (vocabulary, "something else");

  g_assert_cmpuint (plx_vocabulary_count (vocabulary, a, b), ==, c->shared);
  g_assert_cmpuint (plx_vocabulary_count (vocabulary, b, a), ==, c->shared);

  plx_vocabulary_mark (vocabulary, third);
  g_assert_cmpuint (plx_vocabulary_count (vocabulary, a, b), ==, c->shared);
  plx_vocabulary_forget (vocabulary, a);
  g_assert_cmpuint (plx_vocabulary_count (vocabulary, b, b), ==, b->len);
}

/* One that has been counted on may go, and the next ones are counted right. */
static void
test_letters_forgotten (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (GArray) b = letters_of (vocabulary, "harbour master");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GArray) a = letters_of (vocabulary, "harbour");

      plx_vocabulary_mark (vocabulary, a);
      g_assert_cmpuint (plx_vocabulary_count (vocabulary, a, b), ==, a->len);
      plx_vocabulary_forget (vocabulary, a);
    }
}

static const char * const words[] = {
  "ship", "boat", "vessel", "ferry", "monday", "tuesday", "minister", "premier", "rain", "snow",
  "bread", "three", "court", "judge", "ran", "walked", "qqxzv",
};

static void
test_near (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  guint32 numbers[G_N_ELEMENTS (words)];
  guint n_near = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint32 hash = plx_word_hash (words[i], strlen (words[i])), again;
      gboolean is_known = plx_vocabulary_add_word (vocabulary, hash, &numbers[i]);

      g_assert_cmpint (is_known, ==, !g_str_equal (words[i], "qqxzv"));
      g_assert_cmpint (plx_vocabulary_add_word (vocabulary, hash, &again), ==, is_known);
      g_assert_cmpuint (again, ==, numbers[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const guint64 *near = plx_vocabulary_get_near (vocabulary, numbers[i]);

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          gboolean is_near = (near[numbers[j] / 64] >> numbers[j] % 64 & 1) != 0;

          g_assert_cmpint (is_near, ==,
                           plx_vocabulary_get_cosine (vocabulary, numbers[i], numbers[j]) >
                           PLX_VOCABULARY_LEAST_COSINE);
          n_near += is_near && i != j;
        }
    }
  g_assert_cmpuint (n_near, >, 4);
}

/* Words that come after the first question are known to the next one. */
static void
test_near_grows (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  guint32 ship, boat;

  g_assert_true (plx_vocabulary_add_word (vocabulary, plx_word_hash ("ship", 4), &ship));
  g_assert_cmpuint (plx_vocabulary_get_near (vocabulary, ship)[0], ==, 1u << ship);
  g_assert_true (plx_vocabulary_add_word (vocabulary, plx_word_hash ("boat", 4), &boat));
  g_assert_cmpuint (plx_vocabulary_get_near (vocabulary, ship)[0], ==, 1u << ship | 1u << boat);
}

#define FRUIT "apple blackberry cherry damson elderberry fig gooseberry"

static void
test_word_list (void)
{
  g_auto (GStrv) list = g_strsplit (FRUIT, " ", -1);
  guint n_passed = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_assert_true (plx_word_list_has (FRUIT, list[i]));
      g_assert_true (plx_word_list_may_have (FRUIT, plx_word_list_hash (list[i],
                                                                         strlen (list[i]))));
    }
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *word = g_strdup_printf ("plum%u", i);

      g_assert_false (plx_word_list_has (FRUIT, word));
      n_passed += plx_word_list_may_have (FRUIT, plx_word_list_hash (word, strlen (word)));
    }
  g_assert_cmpuint (n_passed, <, 100);

  g_assert_false (plx_word_list_has (FRUIT, ""));
  g_assert_false (plx_word_list_has (FRUIT, "berry"));
  g_assert_false (plx_word_list_has (FRUIT, "app"));
  g_assert_false (plx_word_list_has (FRUIT, "fig gooseberries"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (letters_cases); i++)
    g_test_add_data_func (letters_cases[i].path, &letters_cases[i], test_letters);
  g_test_add_func ("/vocabulary/letters/forgotten", test_letters_forgotten);
  g_test_add_func ("/vocabulary/near", test_near);
  g_test_add_func ("/vocabulary/near-grows", test_near_grows);
  g_test_add_func ("/vocabulary/word-list", test_word_list);

  return g_test_run ();
}
