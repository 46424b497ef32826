/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <string.h>

#include "library/plx-query-private.h"
#include "library/plx-search.h"

#define FILLER \
  "Rain fell on the roofs of the town, and on the boats, and on all who had to be out in it. "

#define QUIET \
  "It was quiet in the town, and on the boats, and nobody who had to be out in it said a word. "

typedef struct
{
  const char *path;
  const char *words;
  const char *text;
  const char *snippet;
} SnippetCase;

static const SnippetCase cases[] = {
  { "/snippets/word", "harbour", "The harbour was closed.", "The [harbour] was closed." },
  { "/snippets/case", "HARBOUR", "The Harbour was closed.", "The [Harbour] was closed." },
  { "/snippets/prefix", "harb", "Two harbours, one harbinger.",
    "Two [harbours], one [harbinger]." },
  { "/snippets/not-a-prefix", "\"harb\"", "Two harbours, one harb.", "Two harbours, one [harb]." },
  { "/snippets/diacritics", "nunez", "Señor Núñez came.", "Señor [Núñez] came." },
  { "/snippets/diacritics-typed", "Núñez", "Senor Nunez came.", "Senor [Nunez] came." },
  { "/snippets/decomposed", "zurich", "From Zu\xcc\x88rich on.", "From [Zu\xcc\x88rich] on." },
  { "/snippets/phrase", "\"the old harbour\"", "The harbour and the old, the old harbour.",
    "The harbour and the old, [the old harbour]." },
  { "/snippets/phrase-with-marks", "al-bashir", "Al-Bashir, not al Bashir’s.",
    "[Al-Bashir], not [al Bashir]’s." },
  { "/snippets/two-words", "old harbour", "An old man in a new harbour.",
    "An [old] man in a new [harbour]." },
  { "/snippets/overlap", "\"a b\" \"b c\"", "So a b c it is.", "So [a b c] it is." },
  { "/snippets/lines", "gulls", "Title\nThe gulls\tcame.", "The [gulls] came." },
  { "/snippets/nothing-found", "fish", "The gulls came.", "The gulls came." },
  { "/snippets/no-words", "fish", " … ", "" },
  { "/snippets/far-in", "gulls", FILLER FILLER FILLER "Then the gulls came.",
    "Then the [gulls] came." },
  { "/snippets/long-sentence", "gulls",
    "It was told by the keeper of the light and by his wife and by both of their sons and by the "
    "woman who sold them their milk that the gulls had come.",
    "…woman who sold them their milk that the [gulls] had come." },
  { "/snippets/goes-on", "rain", FILLER "It went on for so long that in the end nobody could say "
    "when it had begun or what the town had looked like before it did, or wanted to.",
    "[Rain] fell on the roofs of the town, and on the boats, and on all who had to be out in it. "
    "It went on for so long that in the end nobody could say when it had begun or what the town…" },
  { "/snippets/all-words-before-one", "rain gulls", "Rain. " QUIET QUIET QUIET
    "There were gulls in the rain.", "There were [gulls] in the [rain]." },
  { "/snippets/marks-of-ours", "gulls", "The \002gulls\003 came.", "The [gulls] came." },
  { "/snippets/chinese", "渡轮", "开往伦德的渡轮周日沉没。", "开往伦德的[渡轮]周日沉没。" },
  { "/snippets/chinese-letter", "轮", "开往伦德的渡轮周日沉没。", "开往伦德的渡[轮]周日沉没。" },
  { "/snippets/chinese-and-latin", "Lunde号", "渡轮Lunde号沉没。", "渡轮[Lunde][号]沉没。" },
  { "/snippets/japanese", "フェリー", "日曜日にフェリーが沈没した。", "日曜日に[フェリー]が沈没した。" },
  { "/snippets/japanese-narrow", "タイ", "ﾀｲの船。", "[ﾀｲ]の船。" },
  { "/snippets/thai", "เรือ", "มีเรือจม", "มี[เรือ]จม" },
  { "/snippets/chinese-sentence", "渡轮", "下雨了。渡轮沉没。", "[渡轮]沉没。" },
};

static void
test_snippet (gconstpointer data)
{
  const SnippetCase *the_case = data;
  g_autofree char *path = fixture_dup_path ("snippets.sqlite");
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open (path, &error);
  g_autoptr (PlxQuery) query = plx_query_parse (the_case->words, NULL, NULL, NULL);
  g_autoptr (PlxSnippets) snippets = NULL;
  g_autofree char *snippet = NULL;

  g_assert_no_error (error);
  snippets = plx_snippets_new (db, query->phrases, &error);
  g_assert_no_error (error);
  snippet = plx_snippets_dup (snippets, the_case->text);
  for (char *c = snippet; *c != '\0'; c++)
    *c = *c == '\002' ? '[' : *c == '\003' ? ']' : *c;
  g_assert_cmpstr (snippet, ==, the_case->snippet);
}

/* Whatever the text and the words are, what comes out is valid and its marks stand in pairs. */
static void
test_any_text (void)
{
  static const char * const pieces[] = { "a", "b", " ", ". ", "\n", "é", "渡", "轮", "ก", "า", "\"",
                                         "-", "\002", "\003", "ab", "🙂", "1.5", "e\xcc\x81" };
  g_autofree char *path = fixture_dup_path ("any.sqlite");
  g_autoptr (PlxDb) db = plx_db_open (path, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (77);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PlxQuery) query = NULL;
      g_autoptr (PlxSnippets) snippets = NULL;
      g_autofree char *snippet = NULL;
      gboolean is_open = FALSE;

      for (guint i = g_rand_int_range (random, 0, 8); i > 0; i--)
        g_string_append (words, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      for (guint i = g_rand_int_range (random, 0, 600); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

      query = plx_query_parse (words->str, NULL, NULL, NULL);
      snippets = plx_snippets_new (db, query->phrases, NULL);
      snippet = plx_snippets_dup (snippets, text->str);
      g_assert_true (g_utf8_validate (snippet, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 700);
      for (const char *c = snippet; *c != '\0'; c++)
        if (*c == '\002' || *c == '\003')
          {
            g_assert_true (is_open == (*c == '\003'));
            is_open = !is_open;
          }
      g_assert_false (is_open);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_snippet);
  g_test_add_func ("/snippets/any-text", test_any_text);

  return g_test_run ();
}
