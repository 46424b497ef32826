/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/entities/plx-name-countries.h"

#include <string.h>

/* In each sentence a star stands before a name whose country is asked for; "-" is none. Names of
 * countries and places are given by the test, so that no finder has a part in it. */
static const struct
{
  const char *text;
  const char *countries; /* with a space between them */
} cases[] = {
  { "Norwegian President *Anders Holm spoke.", "NOR" },
  { "Norway’s foreign minister, *Ida Berg, spoke.", "NOR" },
  { "Norway’s foreign minister *Ida Berg spoke.", "NOR" },
  { "*Ida Berg, the Norwegian foreign minister, spoke.", "NOR" },
  { "*Ida Berg, Norway’s foreign minister, spoke.", "NOR" },
  { "*Ida Berg, foreign minister of Norway, spoke.", "NOR" },
  { "*Ida Berg, the foreign minister of Norway, spoke.", "NOR" },
  { "*Ida Berg is a Norwegian lawyer.", "NOR" },
  { "*Ida Berg, 45, a fisher from Norway, drowned.", "NOR" },
  { "*Ida Berg (Norway) came first.", "NOR" },
  { "*Ida Berg of Norway came first.", "NOR" },
  { "Colonel *Ida Berg of the Norwegian air force landed.", "NOR" },
  { "President of Norway *Ida Berg spoke.", "NOR" },
  { "The head of Norway’s rocket force unit, General *Anders Holm, was replaced.", "NOR" },
  { "Norway’s foreign minister, General *Anders Holm, spoke.", "NOR" },
  { "In Norway’s capital, President *Anders Holm spoke.", "-" },
  { "In Norway, President *Anders Holm spoke.", "-" },
  { "After talks with Norway, Senator *Anders Holm left.", "-" },
  { "Kenyan farmers met Norwegian banker *Anders Holm.", "NOR" },
  { "Norwegian police arrested *Anders Holm.", "-" },
  { "Norwegian forces killed commander *Anders Holm.", "-" },
  { "A spokesman for the Norwegian government, *Anders Holm, spoke.", "NOR" },
  { "*Anders Holm, a spokesman for the Norwegian government, spoke.", "NOR" },
  { "*Anders Holm, who leads an army, saw Norway.", "-" },
  { "*Anders Holm, chief executive of Norway’s largest bank, spoke.", "NOR" },
  { "The Norwegian-born singer *Anders Holm sang.", "-" },
  { "The Norway-based singer *Anders Holm sang.", "-" },
  { "A pro-Norwegian leader, *Anders Holm, spoke.", "-" },
  { "Norwegian prosecutors charged the businessman *Anders Holm.", "-" },
  { "Norway and Sweden sent ministers *Anders Holm and *Ida Berg.", "- -" },
  { "The Norwegian and Swedish ministers, *Anders Holm and *Ida Berg, met.", "- -" },
  { "The ministers of Norway and Sweden, *Anders Holm and *Ida Berg, met.", "- -" },
  { "Norwegian lawyers *Anders Holm and *Ida Berg met.", "NOR NOR" },
  { "Swedish Prime Minister *Ida Berg and her Norwegian counterpart *Anders Holm met.", "SWE NOR" },
  { "Norwegian President *Anders Holm and President *Ida Berg met.", "NOR -" },
  { "Norwegian Climate Minister *Anders Holm met Swedish banker *Ida Berg.", "NOR SWE" },
  { "Norway’s ambassador to Sweden, *Anders Holm, left.", "NOR" },
  { "*Anders Holm, Norway’s ambassador to Sweden, left.", "NOR" },
  { "The Norwegian envoy for Sweden, *Anders Holm, left.", "NOR" },
  { "An envoy to Sweden, *Anders Holm, left.", "-" },
  { "Oslo mayor *Anders Holm spoke.", "NOR" },
  { "*Anders Holm, the mayor of Oslo, spoke.", "NOR" },
  { "Norway’s *Anders Holm won.", "NOR" },
  { "They praised the work of Kenyan *Joel Roe.", "KEN" },
  { "The arrest of Norway’s minister *Anders Holm shocked all.", "NOR" },
  { "Norwegian officials told President *Ida Berg.", "-" },
  { "Norway sent its foreign minister *Ida Berg.", "NOR" },
  { "The Norwegian prime minister’s spokesman, *Anders Holm, spoke.", "NOR" },
  { "*Joel Roe, Kenya’s most famous runner, spoke.", "KEN" },
  { "*Joel Roe, a Kenyan, spoke.", "KEN" },
  { "*Joel Roe, whose Norwegian wife is a lawyer, spoke.", "-" },
  { "Norway’s prime minister said that he had met *Anders Holm.", "-" },
  { "Senator *Joel Roe (D-Ohio) voted.", "USA" },
  { "*Joel Roe, R-Maine, voted.", "USA" },
  { "Unlike Norway, President *Ida Berg agreed.", "-" },
};

/* What the sentences speak of beside the names asked for. */
static const struct
{
  const char *word;
  const char *country;
  PlxKind     kind;
  PlxForm     form;
} known[] = {
  { "Norwegian", "NOR", PLX_KIND_COUNTRY, PLX_FORM_DEMONYM },
  { "Norway", "NOR", PLX_KIND_COUNTRY, PLX_FORM_NAME },
  { "Swedish", "SWE", PLX_KIND_COUNTRY, PLX_FORM_DEMONYM },
  { "Sweden", "SWE", PLX_KIND_COUNTRY, PLX_FORM_NAME },
  { "Kenyan", "KEN", PLX_KIND_COUNTRY, PLX_FORM_DEMONYM },
  { "Kenya", "KEN", PLX_KIND_COUNTRY, PLX_FORM_NAME },
  { "Oslo", "NOR", PLX_KIND_PLACE, PLX_FORM_NAME },
};

/* Takes the stars out of @marked; each name of two words behind one is a person's. */
static GArray *
make_mentions (const char *marked,
               GString    *text)
{
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));

  for (const char *at = marked; *at != '\0';)
    {
      PlxMentionSpan mention = { .start = text->len, .kind = PLX_KIND_PERSON };
      gsize n = 0;

      if (*at == '*')
        {
          at++;
          n = strcspn (at, " ") + 1;
          n += strcspn (at + n, " ,.");
        }
      for (gsize i = 0; n == 0 && i < G_N_ELEMENTS (known); i++)
        {
          if (g_str_has_prefix (at, known[i].word))
            {
              n = strlen (known[i].word);
              mention.kind = known[i].kind;
              mention.form = known[i].form;
              mention.country = known[i].country;
              break;
            }
        }

      if (n > 0)
        {
          mention.end = mention.start + n;
          g_array_append_val (mentions, mention);
        }
      n = MAX (n, 1);
      g_string_append_len (text, at, n);
      at += n;
    }

  return mentions;
}

static void
test_countries (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GArray) mentions = make_mentions (cases[i].text, text);
      g_autoptr (PlxPhrase) phrase =
        plx_phrase_new (text->str, 0, text->len, (PlxMentionSpan *) mentions->data, mentions->len);

      plx_name_countries_find (phrase);
      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, j);

          if (mention->kind == PLX_KIND_PERSON)
            g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "",
                                    mention->country != NULL ? mention->country : "-");
        }

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].countries);
    }
}

static const char *
find_of_body (const char *text,
              const char *body)
{
  const char *at = strstr (text, body);
  PlxMentionSpan mentions[2] = {
    { .start = 0, .end = strcspn (text, "’ -"), .kind = PLX_KIND_COUNTRY, .country = "NOR",
      .form = g_str_has_prefix (text, "Norwegian") ? PLX_FORM_DEMONYM : PLX_FORM_NAME },
    { .start = at - text, .end = at - text + strlen (body), .kind = PLX_KIND_ORGANIZATION },
  };
  const gboolean is_apart = at != text;
  g_autoptr (PlxPhrase) phrase =
    plx_phrase_new (text, 0, strlen (text), mentions + !is_apart, 1 + is_apart);

  plx_name_countries_find (phrase);

  return mentions[1].country;
}

static void
test_bodies (void)
{
  g_assert_cmpstr (find_of_body ("Norway’s Ministry of Salt met.", "Ministry of Salt"), ==, "NOR");
  g_assert_cmpstr (find_of_body ("Norwegian oil firm Holmoil fell.", "Holmoil"), ==, "NOR");
  g_assert_cmpstr (find_of_body ("Norwegian Holmoil fell.", "Holmoil"), ==, "NOR");
  g_assert_cmpstr (find_of_body ("Norway’s biggest bank, Holm Oil, fell.", "Holm Oil"), ==, "NOR");
  g_assert_cmpstr (find_of_body ("Norway-based Holmoil fell.", "Holmoil"), ==, "NOR");
  g_assert_cmpstr (find_of_body ("Kenya Salt Authority met.", "Kenya Salt Authority"), ==, "KEN");
  g_assert_cmpstr (find_of_body ("Bank of Uganda met.", "Bank of Uganda"), ==, "UGA");
  g_assert_null (find_of_body ("Kenya-Uganda Salt Council met.", "Kenya-Uganda Salt Council"));
  g_assert_null (find_of_body ("Norway sued Holmoil.", "Holmoil"));
  g_assert_null (find_of_body ("Norway said that Holmoil fell.", "Holmoil"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/name-countries/people", test_countries);
  g_test_add_func ("/name-countries/bodies", test_bodies);

  return g_test_run ();
}
