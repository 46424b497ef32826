/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"

typedef struct
{
  const char *a;
  const char *b;
} DiffCase;

/* What is in brackets has to be marked, and nothing else. */
static const DiffCase whole_cases[] = {
  /* Numbers, with what is counted. */
  { "The mill made [1,900 barrels].", "The mill made [19,000 barrels]." },
  { "Nearly all of the [three people] were found.", "Nearly all of the [four people] were found." },
  { "[Ten] men stayed in the hall", "Men stayed in the hall" },
  { "It cost [$2.5 million] to mend", "It cost [$3 million] to mend" },
  { "It took [more than 40 workers] a week", "It took [at least 40 workers] a week" },
  { "All 300 [sailors] came home", "All 300 [guests] came home" },
  { "Prices rose by [2.5 percent] there", "Prices rose by [3.5 percent] there" },

  /* Times. */
  { "The ferry sank on [17 March] near the port", "The ferry sank on [18 March] near the port" },
  { "It sank on [March 17, 2019] off the coast", "It sank on [March 17, 2018] off the coast" },
  { "It closed at [10:30 a.m.] that day", "It closed at [11:30 a.m.] that day" },

  /* Names, which capital letters tell. */
  { "Then [Maria Lindqvist] opened the door", "Then [Lindqvist] opened the door" },
  { "Then [Maria Lindqvist] opened the door", "Then [Olga Lindqvist] opened the door" },
  { "It went to the [Bank of Norland] first", "It went to the [Bank of Sudland] first" },
  { "It went to the [Bank of Norland] first", "It went to the [bakery] first" },

  /* Small words that are the same by chance. */
  { "She saw the [end of summer] coming", "She saw the [start of autumn] coming" },
  { "He took [a boat to an island] again", "He took [the train to some town] again" },

  /* Small words that are in their place. */
  { "the man left", "[yesterday] the [old] man left" },
  { "He did [not] go there", "He did go there" },

  /* What is put in begins and ends where it reads best. */
  { "the man and the child", "the man [and the woman] and the child" },
  { "He left, she said, by train.", "He left, she said, [as he said], by train." },

  /* Quotes open and close together. */
  { "He built a kite", "He built a kite [that he called “Swift One”]" },
  { "He built a “[kite]”", "He built a “[boat]”" },

  /* Style. */
  { "“No”, she said – at last", "\"No\" She said - at last" },
  { "It's theirs", "It’s theirs" },
};

static char *
in_brackets (const char *text,
             GArray     *spans)
{
  GString *out = g_string_new (NULL);
  guint32 at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxWordSpan *span = &g_array_index (spans, PlxWordSpan, i);

      g_assert_cmpuint (span->start, ==, at);
      g_assert_cmpuint (span->end, >, at);
      at = span->end;
      g_string_append (out, span->differs ? "[" : "");
      g_string_append_len (out, text + span->start, span->end - span->start);
      g_string_append (out, span->differs ? "]" : "");
    }
  g_assert_cmpuint (at, ==, strlen (text));

  return g_string_free_and_steal (out);
}

static char *
without_brackets (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, "[", "", 0);
  g_string_replace (out, "]", "", 0);

  return g_string_free_and_steal (out);
}

static void
find_spans (const char  *a,
            const char  *b,
            GArray     **spans_a,
            GArray     **spans_b)
{
  const PlxWordText text_a = plx_word_text (a), text_b = plx_word_text (b);

  plx_comparing_word_diff (&text_a, &text_b, spans_a, spans_b);
}

static void
check (const char *a,
       const char *b,
       const char *marked_a,
       const char *marked_b)
{
  g_autoptr (GArray) spans_a = NULL;
  g_autoptr (GArray) spans_b = NULL;
  g_autofree char *is_a = NULL;
  g_autofree char *is_b = NULL;

  find_spans (a, b, &spans_a, &spans_b);
  is_a = in_brackets (a, spans_a);
  is_b = in_brackets (b, spans_b);
  g_assert_cmpstr (is_a, ==, marked_a);
  g_assert_cmpstr (is_b, ==, marked_b);
}

static void
test_keeps_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole_cases); i++)
    {
      const DiffCase *c = &whole_cases[i];
      g_autofree char *a = without_brackets (c->a);
      g_autofree char *b = without_brackets (c->b);

      check (a, b, c->a, c->b);
      check (b, a, c->b, c->a);
    }
}

static void
test_names_that_are_known (void)
{
  const char *a = "So ana de la cruz won.", *b = "So de la cruz won.";
  g_autoptr (GArray) mentions_a = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  g_autoptr (GArray) mentions_b = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  g_autofree char *text = g_strconcat ("Before it. ", a, NULL);
  PlxWordText in_a = { text, 11, strlen (text), mentions_a };
  PlxWordText in_b = { b, 0, strlen (b), mentions_b };
  g_autoptr (GArray) spans_a = NULL;
  g_autoptr (GArray) spans_b = NULL;
  g_autofree char *marked_a = NULL;
  g_autofree char *marked_b = NULL;

  g_array_append_val (mentions_a, ((PlxMentionSpan) { .start = 0, .end = 6 }));
  g_array_append_val (mentions_a, ((PlxMentionSpan) { .start = 14, .end = 28 }));
  g_array_append_val (mentions_b, ((PlxMentionSpan) { .start = 3, .end = 13 }));

  plx_comparing_word_diff (&in_a, &in_b, &spans_a, &spans_b);
  marked_a = in_brackets (a, spans_a);
  marked_b = in_brackets (b, spans_b);
  g_assert_cmpstr (marked_a, ==, "So [ana de la cruz] won.");
  g_assert_cmpstr (marked_b, ==, "So [de la cruz] won.");
}

static const char *const some_words[] = {
  "the", "of", "a", "and", "to", "not", "three", "people", "17", "March", "2019", "Maria",
  "Lindqvist", "Bank", "of", "Norland", "1,900", ",", ".", "“", "”", "said", "ships", "harbour",
  "percent", "é", "漢字", "more", "than", "Monday", "$5", "million", "-", "in", "10:30", "a.m.",
};

static char *
make_sentence (GRand *random)
{
  GString *out = g_string_new (NULL);
  guint n = g_rand_int_range (random, 0, 25);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, some_words[g_rand_int_range (random, 0, G_N_ELEMENTS (some_words))]);
      g_string_append (out, g_rand_int_range (random, 0, 12) > 0 ? " " : "");
    }

  return g_string_free_and_steal (out);
}

static void
test_is_the_same_both_ways (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 1500; round++)
    {
      g_autofree char *a = make_sentence (random);
      g_autofree char *b = make_sentence (random);
      g_autoptr (GArray) spans_a = NULL;
      g_autoptr (GArray) spans_b = NULL;
      g_autofree char *marked_a = NULL;
      g_autofree char *marked_b = NULL;

      find_spans (a, b, &spans_a, &spans_b);
      marked_a = in_brackets (a, spans_a);
      marked_b = in_brackets (b, spans_b);
      check (b, a, marked_b, marked_a);
    }
}

static char *
repeat (const char *words,
        guint       times)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (out, words);

  return g_string_free_and_steal (out);
}

static void
test_bad_input (void)
{
  g_autofree char *same = repeat ("word ", 50000);
  g_autofree char *turns = repeat ("word other ", 20000);
  g_autofree char *no_space = repeat ("wordword", 30000);
  g_autofree char *marks = repeat (",\"- ", 30000);
  g_autofree char *thai = repeat ("ภาษาไทย", 1000);
  g_autofree char *capitals = repeat ("Norland ", 10000);
  const char *texts[] = {
    "", " ", "word", same, turns, no_space, marks, thai, capitals, "\xc2\xa0",
  };

  g_test_summary ("Whatever the texts are, they come out marked, and in time");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = i; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (GArray) spans_a = NULL;
        g_autoptr (GArray) spans_b = NULL;
        g_autofree char *a = NULL;
        g_autofree char *b = NULL;

        find_spans (texts[i], texts[j], &spans_a, &spans_b);
        a = in_brackets (texts[i], spans_a);
        b = in_brackets (texts[j], spans_b);
        if (i == j)
          g_assert_null (strchr (a, '['));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-diff/keeps-whole", test_keeps_whole);
  g_test_add_func ("/word-diff/names-that-are-known", test_names_that_are_known);
  g_test_add_func ("/word-diff/is-the-same-both-ways", test_is_the_same_both_ways);
  g_test_add_func ("/word-diff/bad-input", test_bad_input);

  return g_test_run ();
}
