/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What no newspaper prints: names are still found, or none, in order and on whole letters. */

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

#define MB (1000 * 1000)

static GArray *
find_all (const char *text,
          gsize       length)
{
  g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxSentenceSpan));
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  gsize last = 0;

  plx_language_find_sentences (text, 0, length, "en", sentences);
  for (guint i = 0; i < sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (sentences, PlxSentenceSpan, i);

      plx_language_find_names (text, sentence->start, sentence->end, mentions);
    }

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      g_assert_cmpuint (mention->start, >=, last);
      g_assert_cmpuint (mention->end, >, mention->start);
      g_assert_cmpuint (mention->end, <=, length);
      g_assert_true (g_utf8_validate (text + mention->start, mention->end - mention->start, NULL));
      last = mention->end;
    }

  return mentions;
}

/* @piece over and over, until there are @size bytes. */
static char *
repeat (const char *piece,
        gsize       size)
{
  g_autoptr (GString) text = g_string_sized_new (size + 64);

  while (text->len < size)
    g_string_append (text, piece);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  const char *path;
  const char *piece;
  gsize       size;
  guint       n_least; /* names that are there */
  guint       n_most;
} LargeCase;

static const LargeCase large_cases[] = {
  { "/names-bad/large/one-word", "a", 10 * MB, 0, 0 },
  { "/names-bad/large/one-capital-word", "Aa", 10 * MB, 0, 2000 },
  { "/names-bad/large/digits", "7", 10 * MB, 0, 0 },
  { "/names-bad/large/no-letters", "((--..,,", MB, 0, 0 },
  { "/names-bad/large/accents", "e\xcc\x81", 10 * MB, 0, 0 },
  { "/names-bad/large/han", "\xe4\xb8\xad\xe5\x9b\xbd", MB, 0, 2000 },
  { "/names-bad/large/one-sentence", "and Ida Berg of Norway ", MB, 40 * 1000, MB },
  { "/names-bad/large/hyphens", "Oslo-", MB, 0, MB },
};

static void
test_large (gconstpointer data)
{
  const LargeCase *c = data;
  g_autofree char *text = repeat (c->piece, c->size);
  g_autoptr (GArray) mentions = find_all (text, strlen (text));

  g_assert_cmpuint (mentions->len, >=, c->n_least);
  g_assert_cmpuint (mentions->len, <=, c->n_most);
}

static const char *const strange[] = {
  "",
  " ",
  "\n\n\n",
  "\xef\xbb\xbf" "Ida Berg met the Norwegian minister.",
  "\xe2\x80\xae" "yawroN ni greB adI" "\xe2\x80\xac in Norway",
  "\xd8\xa7\xd9\x84\xd8\xb5\xd9\x8a\xd9\x86 and Norway, \xe4\xb8\xad\xe5\x9b\xbd-Norway",
  "Ida\xc2\xa0" "Berg\xe2\x80\xa8in\xe2\x80\xa9Norway",
  "I\xcc\x87\xcc\xb1\xcc\xa8""da Berg",
  "\xf0\x9f\x87\xb3\xf0\x9f\x87\xb4 \xf0\x9f\x99\x82 Norway \xf3\xa0\x81\xa7",
  "\xef\xbf\xbf\xef\xbf\xbe Norway \xf4\x8f\xbf\xbf",
  "''''’’’’\"\"\"\"““““((((Norway",
  "U.S.U.S.U.S. R.N.C. A.A.A.A.A.A.A. -- - -Norway- -",
  "@Norway #Norway www.Norway.example/Oslo Oslo@Norway.example",
};

static void
test_strange (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    g_array_unref (find_all (strange[i], strlen (strange[i])));
}

/* A word is one whatever is behind the stretch that is looked at. */
static void
test_stretch (void)
{
  const char *text = "They met in Oslo-Fjord with Ida Berg of Norway";

  for (gsize end = 0; end <= strlen (text); end++)
    {
      g_autofree char *cut = g_strndup (text, end);
      g_autoptr (GArray) whole = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
      g_autoptr (GArray) part = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));

      plx_language_find_names (text, 0, end, whole);
      plx_language_find_names (cut, 0, end, part);
      g_assert_cmpuint (whole->len, ==, part->len);
      for (guint i = 0; i < whole->len; i++)
        {
          const PlxMentionSpan *a = &g_array_index (whole, PlxMentionSpan, i);
          const PlxMentionSpan *b = &g_array_index (part, PlxMentionSpan, i);

          g_assert_cmpuint (a->start, ==, b->start);
          g_assert_cmpuint (a->end, ==, b->end);
          g_assert_cmpint (a->kind, ==, b->kind);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (large_cases); i++)
    g_test_add_data_func (large_cases[i].path, &large_cases[i], test_large);
  g_test_add_func ("/names-bad/strange", test_strange);
  g_test_add_func ("/names-bad/stretch", test_stretch);

  return g_test_run ();
}
