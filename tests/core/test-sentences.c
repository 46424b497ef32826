/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *text;
  const char *sentences; /* with a bar between them */
} SentencesCase;

static const SentencesCase sentences_cases[] = {
  { "/sentences/none", " \n ", "" },
  { "/sentences/two", "It rained. We left.", "It rained.|We left." },
  { "/sentences/title", "He met Mr. Hart and Gen. Roe there. They ate.",
    "He met Mr. Hart and Gen. Roe there.|They ate." },
  { "/sentences/month", "It began on Sept. 20 in Oslo. It ended on Sept. 21.",
    "It began on Sept. 20 in Oslo.|It ended on Sept. 21." },
  { "/sentences/country-goes-on", "The U.S. Congress met. It rose.",
    "The U.S. Congress met.|It rose." },
  { "/sentences/country-ends", "He flew to the U.S. The trip was long.",
    "He flew to the U.S.|The trip was long." },
  { "/sentences/initials", "J. K. Roe spoke. So did B. Hart.",
    "J. K. Roe spoke.|So did B. Hart." },
  { "/sentences/number", "Rule No. 4 holds. He said no. Then he left.",
    "Rule No. 4 holds.|He said no.|Then he left." },
  { "/sentences/company", "Roe Inc. Chairman Ann Hart left. She was 60.",
    "Roe Inc. Chairman Ann Hart left.|She was 60." },
  { "/sentences/hours", "At 9 a.m. Monday it rained. At 5 p.m. it stopped.",
    "At 9 a.m. Monday it rained.|At 5 p.m. it stopped." },
  { "/sentences/quotes-close", "“It is over.” She left. “Good,” he said.",
    "“It is over.”|She left.|“Good,” he said." },
  { "/sentences/question-goes-on", "“Is it over?” he asked. Nobody knew.",
    "“Is it over?” he asked.|Nobody knew." },
  { "/sentences/quote-opens", "He left. \"Good,\" she said.", "He left.|\"Good,\" she said." },
  { "/sentences/ellipsis", "We waited… to no end. It rained.", "We waited… to no end.|It rained." },
  { "/sentences/wrapped-line",
    "The ministers met again on the third day of the talks\nin Vienna. They ate.",
    "The ministers met again on the third day of the talks\nin Vienna.|They ate." },
  { "/sentences/item", "1. Open the door.", "1. Open the door." },
  { "/sentences/heading", "What the court said", "What the court said" },
};

static void
test_sentences (gconstpointer data)
{
  const SentencesCase *c = data;
  g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxSentenceSpan));
  g_autoptr (GString) written = g_string_new (NULL);

  plx_language_find_sentences (c->text, 0, strlen (c->text), NULL, sentences);
  for (guint i = 0; i < sentences->len; i++)
    {
      const PlxSentenceSpan *s = &g_array_index (sentences, PlxSentenceSpan, i);

      g_string_append_printf (written, "%s%.*s", i > 0 ? "|" : "", (int) (s->end - s->start),
                              c->text + s->start);
    }

  g_assert_cmpstr (written->str, ==, c->sentences);
}

static void
test_offsets_are_those_of_the_text (void)
{
  const char *text = "Skip. One ends. Two ends. Skip.";
  g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxSentenceSpan));

  plx_language_find_sentences (text, 6, 25, "en", sentences);

  g_assert_cmpuint (sentences->len, ==, 2);
  g_assert_cmpuint (g_array_index (sentences, PlxSentenceSpan, 0).start, ==, 6);
  g_assert_cmpuint (g_array_index (sentences, PlxSentenceSpan, 1).start, ==, 16);
  g_assert_cmpuint (g_array_index (sentences, PlxSentenceSpan, 1).end, ==, 25);
}

static void
test_only_kept_paragraphs_have_sentences (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  g_autoptr (PlxAnnotation) annotation = NULL;

  plx_document_append (document, "A headline", -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  plx_document_append (document, "It rained. We left.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, "Leave a reply.", -1, PLX_ROLE_CHROME, PLX_CUT_COMMENTS);
  plx_document_append (document, "We slept.", -1, PLX_ROLE_QUOTE, PLX_CUT_NONE);

  annotation = plx_language_annotate (document);

  g_assert_cmpuint (annotation->sentences->len, ==, 3);
  g_assert_cmpuint (g_array_index (annotation->sentences, PlxSentenceSpan, 1).block, ==, 1);
  g_assert_cmpuint (g_array_index (annotation->sentences, PlxSentenceSpan, 2).block, ==, 3);
}

/* A text that lost its marks still comes in pieces, and no letter of it is lost or cut. */
static void
test_without_end (void)
{
  static const char * const pieces[] = { "ships and lamps ", "lamp", "\xe7\x81\xaf" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxSentenceSpan));
      gsize last = 0;

      while (text->len < 50 * 1000)
        g_string_append (text, pieces[i]);
      plx_language_find_sentences (text->str, 0, text->len, "en", sentences);

      g_assert_cmpuint (sentences->len, >=, 12);
      for (guint k = 0; k < sentences->len; k++)
        {
          const PlxSentenceSpan *span = &g_array_index (sentences, PlxSentenceSpan, k);

          g_assert_cmpuint (span->start - last, <=, 1);
          g_assert_cmpuint (span->end - span->start, <=, 4000);
          g_assert_true (g_utf8_validate (text->str + span->start, span->end - span->start, NULL));
          last = span->end;
        }
      g_assert_cmpuint (text->len - last, <=, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences_cases); i++)
    g_test_add_data_func (sentences_cases[i].path, &sentences_cases[i], test_sentences);
  g_test_add_func ("/sentences/offsets-are-those-of-the-text", test_offsets_are_those_of_the_text);
  g_test_add_func ("/sentences/only-kept-paragraphs-have-them",
                   test_only_kept_paragraphs_have_sentences);
  g_test_add_func ("/sentences/without-end", test_without_end);

  return g_test_run ();
}
