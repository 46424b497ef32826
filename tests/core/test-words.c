/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/text/plx-words.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *text;
  const char *words; /* with a bar between them; marks in angle brackets */
} WordsCase;

static const WordsCase words_cases[] = {
  { "/words/nothing", "", "" },
  { "/words/space", " \n\t ", "" },
  { "/words/marks", "Yes, no.", "Yes|<,>|no|<.>" },
  { "/words/numbers", "some 19,000 of 2.5 at 10:30", "some|19,000|of|2.5|at|10:30" },
  { "/words/number-at-end", "in 2015, or 1,", "in|2015|<,>|or|1|<,>" },
  { "/words/apostrophe", "isn’t O'Hara", "isn’t|O'Hara" },
  { "/words/possessive", "Hart’s sons' dog's", "Hart|’s|sons|<'>|dog|'s" },
  { "/words/hyphen", "the Anglo-Irish no-limits - well", "the|Anglo-Irish|no-limits|<->|well" },
  { "/words/keep-stops", "the U.S. at 9 a.m. today", "the|U.S.|at|9|a.m.|today" },
  { "/words/stopped-and-hyphen", "a U.S.-led force", "a|U.S.-led|force" },
  { "/words/title", "Mr. Hart, Gen. Roe", "Mr.|Hart|<,>|Gen.|Roe" },
  { "/words/initials", "J. K. Roe met him.", "J.|K.|Roe|met|him|<.>" },
  { "/words/number-sign", "No. 4 said no. Four", "No.|4|said|no|<.>|Four" },
  { "/words/quotes", "“Go!” she", "<“>|Go|<!>|<”>|she" },
  { "/words/accents", "São Tomé, Ærø", "São|Tomé|<,>|Ærø" },
  { "/words/combining", "Cafe\xcc\x81 ole", "Cafe\xcc\x81|ole" },
};

static void
test_words (gconstpointer data)
{
  const WordsCase *c = data;
  g_autoptr (GArray) words = plx_words_split (c->text, 0, strlen (c->text));
  g_autoptr (GString) written = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);

      g_string_append_printf (written, word->is_word ? "%s%.*s" : "%s<%.*s>", i > 0 ? "|" : "",
                              (int) (word->end - word->start), c->text + word->start);
    }

  g_assert_cmpstr (written->str, ==, c->words);
}

static void
test_words_keep_to_their_stretch (void)
{
  const char *text = "One two three";
  g_autoptr (GArray) words = plx_words_split (text, 4, 9);

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpuint (g_array_index (words, PlxWord, 0).start, ==, 4);
  g_assert_cmpuint (g_array_index (words, PlxWord, 1).end, ==, 9);
}

static void
test_starters (void)
{
  g_assert_true (plx_words_is_starter ("The end", 0, 7));
  g_assert_true (plx_words_is_starter ("Your", 0, 4));
  g_assert_true (plx_words_is_starter ("A", 0, 1));
  g_assert_false (plx_words_is_starter ("Theo", 0, 4));
  g_assert_false (plx_words_is_starter ("the", 0, 3));
  g_assert_false (plx_words_is_starter ("", 0, 0));
}

static void
test_stops (void)
{
  static const struct { const char *word; PlxStop stop; } cases[] = {
    { "Adm", PLX_STOP_NEVER }, { "vs", PLX_STOP_NEVER }, { "Mr", PLX_STOP_NEVER },
    { "Apr", PLX_STOP_MAYBE }, { "etc", PLX_STOP_MAYBE }, { "Inc", PLX_STOP_MAYBE },
    { "Art", PLX_STOP_NUMBER }, { "vol", PLX_STOP_NUMBER }, { "No", PLX_STOP_NUMBER },
    { "Mrx", PLX_STOP_END }, { "M", PLX_STOP_END }, { "dog", PLX_STOP_END },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plx_words_judge_stop (cases[i].word, 0, strlen (cases[i].word)), ==,
                     cases[i].stop);
}

static void
test_folding (void)
{
  static const struct { const char *word; const char *folded; gboolean is_plain; } cases[] = {
    { "", "", TRUE }, { "Harbour", "harbour", TRUE }, { "U.S.", "u.s.", TRUE },
    { "Isn’t", "isn't", TRUE }, { "Ærø’S", "ærø's", FALSE }, { "SÃO", "são", FALSE },
    { "“", "“", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gsize length = strlen (cases[i].word);
      g_autofree char *folded = plx_words_dup_folded (cases[i].word, length);
      char plain[32];

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpint (plx_words_fold_plain (cases[i].word, length, plain), ==, cases[i].is_plain);
      if (cases[i].is_plain)
        g_assert_cmpstr (plain, ==, cases[i].folded);
    }
}

/* More words than are kept together at once. */
static void
test_many_words (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) words = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "w%u, ", i);
  words = plx_words_split (text->str, 0, text->len);

  g_assert_cmpuint (words->len, ==, 2000);
  for (guint i = 0; i < 2000; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);
      g_autofree char *wanted = i % 2 == 0 ? g_strdup_printf ("w%u", i / 2) : g_strdup (",");

      g_assert_cmpint (word->is_word, ==, i % 2 == 0);
      g_assert_cmpmem (text->str + word->start, word->end - word->start, wanted, strlen (wanted));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words_cases); i++)
    g_test_add_data_func (words_cases[i].path, &words_cases[i], test_words);
  g_test_add_func ("/words/keep-to-their-stretch", test_words_keep_to_their_stretch);
  g_test_add_func ("/words/many", test_many_words);
  g_test_add_func ("/words/folding", test_folding);
  g_test_add_func ("/words/starters", test_starters);
  g_test_add_func ("/words/stops", test_stops);

  return g_test_run ();
}
