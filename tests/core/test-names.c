/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/names/plx-tokens.h"
#include "language/plx-language.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *text;
  const char *names; /* "name=kind", with a bar between them; a country in brackets */
} NamesCase;

static const NamesCase names_cases[] = {
  { "/names/none", "It rained all day, and nobody came.", "" },
  { "/names/titles-stay-outside", "Mr. Anders Holm met President Ida Berg.",
    "Anders Holm=person|Ida Berg=person" },
  { "/names/possessive-stays-outside", "We read Anders Holm’s book.", "Anders Holm=person" },
  { "/names/apposition-before", "They met Norwegian Prime Minister Ida Berg.",
    "Norwegian=country(NOR)|Ida Berg=person(NOR)" },
  { "/names/apposition-possessive", "They met Norway’s foreign minister, Ida Berg.",
    "Norway=country(NOR)|Ida Berg=person(NOR)" },
  { "/names/apposition-behind", "Ida Berg, the Norwegian foreign minister, was there.",
    "Ida Berg=person(NOR)|Norwegian=country(NOR)" },
  { "/names/no-apposition", "Unlike Norway, President Ida Berg agreed.",
    "Norway=country(NOR)|Ida Berg=person" },
  { "/names/its-minister", "Norway sent its foreign minister Ida Berg.",
    "Norway=country(NOR)|Ida Berg=person(NOR)" },
  { "/names/month-and-day", "Ida Berg came on Tuesday, May 4.", "Ida Berg=person" },
  { "/names/sentence-start", "Besides Norway, nobody voted.", "Norway=country(NOR)" },
  { "/names/second-sentence", "He left. Rain fell on Norway.", "Norway=country(NOR)" },
  { "/names/body-with-of", "The Ministry of Foreign Affairs was silent.",
    "Ministry of Foreign Affairs=organization" },
  { "/names/body-with-country", "He heads the Kenya Revenue Authority.",
    "Kenya Revenue Authority=organization(KEN)" },
  { "/names/known-body", "He heads the International Court of Justice.",
    "International Court of Justice=organization" },
  { "/names/event", "She spoke at the Northern Fisheries Forum.",
    "Northern Fisheries Forum=event" },
  { "/names/election", "The 1999 Norwegian general election was won by Ida Berg.",
    "1999 Norwegian general election=event(NOR)|Ida Berg=person" },
  { "/names/election-of-a-body", "The 1998 United States Senate election was close.",
    "1998 United States Senate election=event(USA)" },
  { "/names/office", "They met Secretary of State Ida Berg.", "Ida Berg=person" },
  { "/names/party-and-place", "Oregon Republican Ida Berg lost.",
    "Oregon=place(USA)|Ida Berg=person" },
  { "/names/torn-hyphen", "They met President Park Yun - myung there.", "Park Yun - myung=person" },
  { "/names/results", "Leeds 4 2", "Leeds=organization(GBR)" },
  { "/names/hurricane", "They fled Hurricane Ida in time.", "Hurricane Ida=event" },
  { "/names/law", "He broke the Clean Harbours Act.", "Clean Harbours Act=law" },
  { "/names/place-by-head", "They swam in Lake Mjosa.", "Lake Mjosa=place" },
  { "/names/hyphened-peoples", "The Russian-Chinese talks failed.",
    "Russian=country(RUS)|Chinese=country(CHN)" },
  { "/names/hyphened-countries", "The China-Russia talks failed.",
    "China=country(CHN)|Russia=country(RUS)" },
  { "/names/hyphened-prefix", "A pro-Norway party won.", "Norway=country(NOR)" },
  { "/names/hyphened-suffix", "The Oslo-based firm closed.", "Oslo=place(NOR)" },
  { "/names/particle", "She met Karl von Hartmann there.", "Karl von Hartmann=person" },
  { "/names/initial", "She met J. K. Holm there.", "J. K. Holm=person" },
  { "/names/capitals", "NORWAY BACKS TALKS ON WHALES", "NORWAY=country(NOR)" },
  { "/names/title-case", "Ministers Agree on New Rules for Norway", "Norway=country(NOR)" },
  { "/names/address", "See https://example.org/Norway/Oslo for more.", "" },
  { "/names/number-is-none", "Some 19,000 people and 12 dogs came.", "" },
};

static void
test_names (gconstpointer data)
{
  const NamesCase *c = data;
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  g_autoptr (GString) written = g_string_new (NULL);

  plx_language_find_names (c->text, 0, strlen (c->text), mentions);
  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *m = &g_array_index (mentions, PlxMentionSpan, i);

      g_string_append_printf (written, "%s%.*s=%s", i > 0 ? "|" : "", (int) (m->end - m->start),
                              c->text + m->start, plx_enum_to_nick (PLX_TYPE_KIND, m->kind));
      if (m->country != NULL)
        g_string_append_printf (written, "(%s)", m->country);
    }

  g_assert_cmpstr (written->str, ==, c->names);
}

static PlxForm
get_only_form (const char *text)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));

  plx_language_find_names (text, 0, strlen (text), mentions);
  g_assert_cmpuint (mentions->len, ==, 1);

  return g_array_index (mentions, PlxMentionSpan, 0).form;
}

static void
test_forms (void)
{
  g_assert_cmpint (get_only_form ("The Norwegian minister left."), ==, PLX_FORM_DEMONYM);
  g_assert_cmpint (get_only_form ("They flew to Norway."), ==, PLX_FORM_NAME);
  g_assert_cmpint (get_only_form ("They met in Moscow."), ==, PLX_FORM_NAME);
  g_assert_cmpint (get_only_form ("But Moscow has denied it."), ==, PLX_FORM_METONYM);
  g_assert_cmpint (get_only_form ("Sources in the Kremlin said so."), ==, PLX_FORM_METONYM);
}

static void
test_names_keep_to_their_stretch (void)
{
  const char *text = "Norway. They met Anders Holm. Sweden.";
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));

  plx_language_find_names (text, 8, 29, mentions);

  g_assert_cmpuint (mentions->len, ==, 1);
  g_assert_cmpuint (g_array_index (mentions, PlxMentionSpan, 0).start, ==, 17);
  g_assert_cmpuint (g_array_index (mentions, PlxMentionSpan, 0).entity, ==, PLX_NONE);
}

static void
test_word_table (void)
{
  PlxWordUse use;

  g_assert_true (plx_gazetteer_get_use ("london", &use));
  g_assert_cmpuint (use.place, >=, 8);
  g_assert_true (plx_gazetteer_get_use ("vladimir", &use));
  g_assert_cmpuint (use.person, >=, 8);
  g_assert_true (plx_gazetteer_get_use ("because", &use));
  g_assert_cmpuint (use.small, >=, 8);
  g_assert_false (plx_gazetteer_get_use ("londo", &use));
  g_assert_false (plx_gazetteer_get_use ("londonz", &use));
  g_assert_false (plx_gazetteer_get_use ("", &use));
  g_assert_false (plx_gazetteer_get_use ("~~~~", &use));
}

static void
test_word_table_is_sorted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_PREFIX "/language/en/words.txt",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;
  gsize size;

  g_assert_no_error (error);
  copy = g_strndup (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  lines = g_strsplit (copy, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 50000);
  for (gsize i = 0; lines[i + 1] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');
      PlxWordUse use;

      g_assert_nonnull (tab);
      g_assert_cmpuint (strlen (tab), ==, 7);
      *tab = '\0';
      if (i > 0)
        g_assert_cmpint (strcmp (lines[i - 1], lines[i]), <, 0);
      g_assert_true (i % 97 != 0 || plx_gazetteer_get_use (lines[i], &use));
    }
}

static void
test_known_names (void)
{
  const PlxKnownName *known = plx_gazetteer_lookup ("WHO", FALSE);

  g_assert_nonnull (known);
  g_assert_cmpstr (known->name, ==, "World Health Organization");
  g_assert_null (plx_gazetteer_lookup ("Who", FALSE));
  g_assert_nonnull (plx_gazetteer_lookup ("Nato", FALSE));
  g_assert_true (plx_gazetteer_lookup ("Nato", FALSE)->name ==
                 plx_gazetteer_lookup ("North Atlantic Treaty Organization", FALSE)->name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names_cases); i++)
    g_test_add_data_func (names_cases[i].path, &names_cases[i], test_names);
  g_test_add_func ("/names/forms", test_forms);
  g_test_add_func ("/names/keep-to-their-stretch", test_names_keep_to_their_stretch);
  g_test_add_func ("/gazetteer/words", test_word_table);
  g_test_add_func ("/gazetteer/words-are-sorted", test_word_table_is_sorted);
  g_test_add_func ("/gazetteer/known-names", test_known_names);

  return g_test_run ();
}
