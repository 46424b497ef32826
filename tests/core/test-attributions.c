/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "language/facts/plx-attributions.h"
#include "model/plx-analysis.h"

#include "facts-table.h"

static const char * const kinds[] = { "named", "described", "pointer", "hearsay" };

/* The first word and the last of a part of a sentence. */
static char *
dup_ends (const char *text,
          guint32     start,
          guint32     end)
{
  g_autofree char *part = g_strndup (text + start, end - start);
  const char *last = strrchr (part, ' ');
  gsize first = strcspn (part, " ,");

  return g_strdup_printf ("%.*s … %s", (int) first, part, last != NULL ? last + 1 : part);
}

static char *
describe (const char           *text,
          const PlxAttribution *attribution)
{
  g_autofree char *scope = dup_ends (text, attribution->scope_start, attribution->scope_end);
  guint32 length = attribution->source_end - attribution->source_start;

  return g_strdup_printf ("%s; %.*s; %.*s; %s", kinds[attribution->kind],
                          length > 0 ? (int) length : 1,
                          length > 0 ? text + attribution->source_start : "-",
                          (int) (attribution->cue_end - attribution->cue_start),
                          text + attribution->cue_start, scope);
}

static void
find_attributions (const char *text,
                   PlxDay      day,
                   GPtrArray  *found)
{
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) attributions = plx_attributions_find (lexemes, NULL);

  for (guint i = 0; i < attributions->len; i++)
    {
      const PlxAttribution *attribution = &g_array_index (attributions, PlxAttribution, i);

      g_assert_cmpuint (attribution->scope_start, <, attribution->scope_end);
      g_assert_null (memchr (text + attribution->scope_start, '\0',
                             attribution->scope_end - attribution->scope_start));
      g_assert_cmpuint (attribution->cue_start, >=, attribution->start);
      g_assert_cmpuint (attribution->cue_end, <=, attribution->end);
      g_assert_cmpuint (attribution->source_end, <=, attribution->end);
      facts_table_add (found, text, attribution->start, attribution->end,
                       describe (text, attribution));
    }
}

static void
test_table (void)
{
  facts_table_check ("attributions", find_attributions);
}

static void
test_bytes (void)
{
  facts_check_bytes (find_attributions);
}

/* A name may look like a plural, and whose office it is that speaks is not who speaks. */
static void
test_mentions (void)
{
  const char *text = "Sellers said the bank was safe. Ann Holt's office said it was not.";
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  PlxMentionSpan sellers = { .end = strlen ("Sellers"), .kind = PLX_KIND_PERSON };
  PlxMentionSpan holt = { .start = strstr (text, "Ann") - text, .kind = PLX_KIND_PERSON };
  g_autoptr (GArray) attributions = NULL;
  const PlxAttribution *first, *second;

  holt.end = holt.start + strlen ("Ann Holt");
  g_array_append_val (mentions, sellers);
  g_array_append_val (mentions, holt);
  attributions = plx_attributions_find (lexemes, mentions);
  g_assert_cmpuint (attributions->len, ==, 2);
  first = &g_array_index (attributions, PlxAttribution, 0);
  second = &g_array_index (attributions, PlxAttribution, 1);

  g_assert_cmpint (first->kind, ==, PLX_SOURCE_NAMED);
  g_assert_cmpuint (first->mention, ==, 0);
  g_assert_cmpint (second->kind, ==, PLX_SOURCE_DESCRIBED);
  g_assert_cmpuint (second->mention, ==, PLX_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attributions/of-many-sentences", test_table);
  g_test_add_func ("/attributions/of-any-bytes", test_bytes);
  g_test_add_func ("/attributions/by-a-mention", test_mentions);

  return g_test_run ();
}
