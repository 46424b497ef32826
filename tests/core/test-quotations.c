/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "language/facts/plx-quotations.h"
#include "model/plx-analysis.h"

#include "facts-table.h"

static const char * const kinds[] = { "direct", "partial", "term" };
static const char * const places[] = { "none", "before", "after", "inverted", "carried" };

static char *
describe (const char         *text,
          const PlxQuotation *quotation)
{
  if (quotation->speaker_end == 0)
    return g_strdup (kinds[quotation->kind]);

  return g_strdup_printf ("%s; %.*s; %.*s; %s", kinds[quotation->kind],
                          (int) (quotation->speaker_end - quotation->speaker_start),
                          text + quotation->speaker_start,
                          (int) (quotation->verb_end - quotation->verb_start),
                          text + quotation->verb_start, places[quotation->place]);
}

/* The tables have no way to write what stands inside another quotation. */
static void
find_quotations (const char *text,
                 PlxDay      day,
                 GPtrArray  *found)
{
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) quotations = plx_quotations_find (lexemes, NULL);
  guint32 last = 0;

  for (guint i = 0; i < quotations->len; i++)
    {
      const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, i);

      g_assert_cmpuint (quotation->outer_start, >=, last);
      g_assert_cmpuint (quotation->outer_start, <, quotation->start);
      g_assert_cmpuint (quotation->end, <=, quotation->outer_end);
      if (quotation->depth == 0)
        facts_table_add (found, text, quotation->start, quotation->end,
                         describe (text, quotation));
      last = quotation->outer_start;
    }
}

static void
test_table (void)
{
  facts_table_check ("quotations", find_quotations);
}

static void
test_bytes (void)
{
  facts_check_bytes (find_quotations);
}

static void
test_nested (void)
{
  const char *text = "“She told me ‘never again,’ and left,” said Ann Holt.";
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) quotations = plx_quotations_find (lexemes, NULL);
  const PlxQuotation *inner = &g_array_index (quotations, PlxQuotation, 1);

  g_assert_cmpuint (quotations->len, ==, 2);
  g_assert_cmpuint (inner->depth, ==, 1);
  g_assert_true (g_str_has_prefix (text + inner->start, "never again,’"));
  g_assert_cmpuint (inner->end - inner->start, ==, strlen ("never again,"));
}

static void
test_paragraphs (void)
{
  const char *text = "“We left,” said Ann Holt. “It was dark.\n\n“Nobody spoke. We went on.”";
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) quotations = plx_quotations_find (lexemes, NULL);

  g_assert_cmpuint (quotations->len, ==, 3);
  g_assert_true (g_array_index (quotations, PlxQuotation, 1).goes_on);
  for (guint i = 0; i < quotations->len; i++)
    {
      const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, i);
      g_autofree char *speaker = g_strndup (text + quotation->speaker_start,
                                            quotation->speaker_end - quotation->speaker_start);

      g_assert_cmpstr (speaker, ==, "Ann Holt");
    }
}

static void
test_mention (void)
{
  const char *text = "“We left,” said Mayor Ann Holt.";
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  PlxMentionSpan mention = { .start = strstr (text, "Ann") - text, .kind = PLX_KIND_PERSON };
  g_autoptr (GArray) quotations = NULL;

  mention.end = mention.start + strlen ("Ann Holt");
  g_array_append_val (mentions, mention);
  quotations = plx_quotations_find (lexemes, mentions);

  g_assert_cmpuint (quotations->len, ==, 1);
  g_assert_cmpuint (g_array_index (quotations, PlxQuotation, 0).mention, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quotations/of-many-sentences", test_table);
  g_test_add_func ("/quotations/of-any-bytes", test_bytes);
  g_test_add_func ("/quotations/inside-another", test_nested);
  g_test_add_func ("/quotations/of-several-paragraphs", test_paragraphs);
  g_test_add_func ("/quotations/by-a-mention", test_mention);

  return g_test_run ();
}
