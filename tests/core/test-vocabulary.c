/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparing/plx-vocabulary.h"

#include <string.h>

#include "language/text/plx-word-list.h"

static PlxParts
parts_of (PlxVocabulary *vocabulary,
          const char    *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  PlxParts parts;

  parts.letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  parts.words = g_array_new (FALSE, FALSE, sizeof (guint32));
  parts.placed = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; list[i] != NULL; i++)
    {
      gsize length = strlen (list[i]);
      guint32 hash = plx_word_hash (list[i], length);
      guint32 form = plx_vocabulary_add_form (vocabulary, hash), word;

      plx_vocabulary_add_letters (vocabulary, list[i], length, parts.letters);
      g_array_append_val (parts.words, form);
      if (plx_vocabulary_add_word (vocabulary, hash, &word))
        g_array_append_val (parts.placed, word);
    }
  plx_vocabulary_end_letters (vocabulary);

  return parts;
}

static void
parts_clear (PlxParts *parts)
{
  g_array_unref (parts->letters);
  g_array_unref (parts->words);
  g_array_unref (parts->placed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxParts, parts_clear)

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
  g_auto (PlxParts) a = parts_of (vocabulary, c->a);
  g_auto (PlxParts) b = parts_of (vocabulary, c->b);
  g_auto (PlxParts) third = parts_of (vocabulary, "something else");

  g_assert_cmpuint (plx_vocabulary_count (vocabulary, &a, &b), ==, c->shared);
  g_assert_cmpuint (plx_vocabulary_count (vocabulary, &b, &a), ==, c->shared);

  plx_vocabulary_mark (vocabulary, &third);
  g_assert_cmpuint (plx_vocabulary_count (vocabulary, &a, &b), ==, c->shared);
  plx_vocabulary_forget (vocabulary, &a);
  g_assert_cmpuint (plx_vocabulary_count (vocabulary, &b, &b), ==, b.letters->len);
}

/* One that has been counted on may go, and the next ones are counted right. */
static void
test_letters_forgotten (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_auto (PlxParts) b = parts_of (vocabulary, "harbour master");

  for (guint i = 0; i < 3; i++)
    {
      g_auto (PlxParts) a = parts_of (vocabulary, "harbour");

      plx_vocabulary_mark (vocabulary, &a);
      g_assert_cmpuint (plx_vocabulary_count (vocabulary, &a, &b), ==, a.letters->len);
      plx_vocabulary_forget (vocabulary, &a);
    }
}

static guint64
places_of (PlxVocabulary *vocabulary,
           const char    *word)
{
  guint32 form = plx_vocabulary_add_form (vocabulary, plx_word_hash (word, strlen (word)));

  return plx_vocabulary_get_places (vocabulary)[form].bits[0];
}

/* Each word of the marked sentence is known where it stands, and no other is. */
static void
test_places (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_auto (PlxParts) a = parts_of (vocabulary, "the ship and the boat");
  g_auto (PlxParts) b = parts_of (vocabulary, "a boat and another ship");

  g_assert_true (plx_vocabulary_mark_one_of (vocabulary, &a, &b) == &b);
  g_assert_cmpuint (places_of (vocabulary, "the"), ==, 1 << 0 | 1 << 3);
  g_assert_cmpuint (places_of (vocabulary, "boat"), ==, 1 << 4);
  g_assert_cmpuint (places_of (vocabulary, "another"), ==, 0);

  plx_vocabulary_mark (vocabulary, &b);
  g_assert_true (plx_vocabulary_mark_one_of (vocabulary, &a, &b) == &a);
  g_assert_cmpuint (places_of (vocabulary, "the"), ==, 0);
  g_assert_cmpuint (places_of (vocabulary, "boat"), ==, 1 << 1);
}

/* A sentence as long as one likes is marked only as far as there are places. */
static void
test_places_many (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (GString) words = g_string_new ("ship");
  g_auto (PlxParts) a = { NULL, NULL, NULL };

  for (guint i = 1; i < PLX_VOCABULARY_MOST_WORDS; i++)
    g_string_append (words, " boat");
  g_string_append (words, " ferry ship");
  a = parts_of (vocabulary, words->str);

  plx_vocabulary_mark (vocabulary, &a);
  g_assert_cmpuint (places_of (vocabulary, "ship"), ==, 1);
  g_assert_cmpuint (places_of (vocabulary, "boat"), ==, ~G_GUINT64_CONSTANT (1));
  g_assert_cmpuint (places_of (vocabulary, "ferry"), ==, 0);
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

/* The words that are used like any of the marked sentence are those that are used like one. */
static void
test_near_marked (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_auto (PlxParts) a = parts_of (vocabulary, "ship minister");
  g_auto (PlxParts) b = parts_of (vocabulary, "boat premier rain snow monday");

  g_assert_null (plx_vocabulary_get_near_marked (vocabulary, &a));
  for (guint k = 0; k < 2; k++)
    {
      const PlxParts *parts = k == 0 ? &a : &b;
      guint64 near = 0;

      plx_vocabulary_mark (vocabulary, parts);
      for (guint i = 0; i < parts->placed->len; i++)
        near |= *plx_vocabulary_get_near (vocabulary, g_array_index (parts->placed, guint32, i));
      g_assert_cmpuint (near, !=, 0);
      g_assert_cmpuint (*plx_vocabulary_get_near_marked (vocabulary, parts), ==, near);
      g_assert_null (plx_vocabulary_get_near_marked (vocabulary, k == 0 ? &b : &a));
    }
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
  g_test_add_func ("/vocabulary/places", test_places);
  g_test_add_func ("/vocabulary/places/many", test_places_many);
  g_test_add_func ("/vocabulary/near", test_near);
  g_test_add_func ("/vocabulary/near-grows", test_near_grows);
  g_test_add_func ("/vocabulary/near-marked", test_near_marked);
  g_test_add_func ("/vocabulary/word-list", test_word_list);

  return g_test_run ();
}
