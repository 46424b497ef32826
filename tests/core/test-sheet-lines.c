/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet/plx-sheet-lines.h"

#include <string.h>

#include "sheet-fixture.h"

#define EM 10.0
#define LONG_WORD "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamte"

static PlxSheetBlock *
set (PlxSheetSetter *setter,
     const char     *words,
     const char     *language,
     double          width)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, language);

  return plx_sheet_setter_set (setter, text, (PlxSheetFace) PLX_STYLE_TEXT, PLX_ALIGN_START, width,
                               FALSE);
}

/* How far the ink of a line reaches, from the left edge of its column. */
static void
measure_ink (const PlxSheetBlock *block,
             guint                line,
             double              *left,
             double              *right)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double y, width, height;

  plx_sheet_block_draw_line (block, line, cr, 0, 0);
  cairo_recording_surface_ink_extents (surface, left, &y, &width, &height);
  *right = *left + width;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static char *
dup_lines (const PlxSheetBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->n_lines; i++)
    plx_sheet_block_append_line (block, i, text);

  return g_string_free_and_steal (text);
}

static void
test_lines_stay_in_the_column (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");

  for (guint i = 0; i < 20; i++)
    {
      double width = 60 + 25 * i;
      g_autofree char *words = sheet_fixture_words (i, 80);
      g_autoptr (PlxSheetBlock) block = set (setter, words, NULL, width);
      g_autofree char *lines = dup_lines (block);

      g_assert_cmpstr (lines, ==, words);
      for (guint j = 0; j < block->n_lines; j++)
        {
          double left, right;

          measure_ink (block, j, &left, &right);
          g_assert_cmpfloat (left, >=, -1.5);
          g_assert_cmpfloat (right, <=, width + 1.5);
        }
    }
}

/* What is measured is what is drawn, with a memo and without. */
static void
test_lines_are_the_same_again (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");
  g_autoptr (GArray) memo = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *words = sheet_fixture_words (3, 120);
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, NULL);
  g_autoptr (PlxSheetBlock) measured = NULL;
  g_autoptr (PlxSheetBlock) plain = set (setter, words, NULL, 140);
  g_autoptr (PlxSheetBlock) recalled = NULL;

  plx_sheet_text_append_citation (text, 1, 2);
  setter->memo = memo;
  measured = plx_sheet_setter_set (setter, text, (PlxSheetFace) PLX_STYLE_TEXT, PLX_ALIGN_START,
                                   140, TRUE);
  setter->is_recalling = TRUE;
  recalled = plx_sheet_setter_set (setter, text, (PlxSheetFace) PLX_STYLE_TEXT, PLX_ALIGN_START,
                                   140, FALSE);

  g_assert_null (measured->layout);
  g_assert_cmpuint (measured->n_lines, ==, recalled->n_lines);
  g_assert_cmpuint (measured->n_lines, >=, plain->n_lines);
  g_assert_cmpuint (g_array_index (measured->cites, PlxSheetCite, 0).line, ==,
                    g_array_index (recalled->cites, PlxSheetCite, 0).line);
  g_assert_cmpuint (setter->memo_place, ==, memo->len);
}

/* A narrow column has hyphens, where the language has patterns; the word is still one. */
static void
test_words_are_hyphenated (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");
  const char *words = "An administration of extraordinary representatives, internationally "
                      "investigated under unfortunate circumstances.";
  g_autoptr (PlxSheetBlock) narrow = set (setter, words, "en", 75);
  g_autoptr (PlxSheetBlock) wide = set (setter, words, "en", 1000);
  g_autoptr (PlxSheetBlock) other = set (setter, words, "xx", 75);
  g_autofree char *lines = dup_lines (narrow);

  g_assert_cmpuint (narrow->hyphenated->len, >, 0);
  g_assert_cmpuint (wide->hyphenated->len, ==, 0);
  g_assert_cmpuint (wide->n_lines, ==, 1);
  g_assert_cmpuint (other->hyphenated->len, ==, 0);
  g_assert_cmpstr (lines, ==, words);
}

static void
test_numbers_stay_with_their_words (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");

  g_test_summary ("The number of a source does not begin a line, whatever sign is before it");
  for (double width = 40; width < 90; width += 1.5)
    for (guint noted = 0; noted < 2; noted++)
      {
        g_autoptr (GArray) memo = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_autoptr (PlxSheetText) text = plx_sheet_text_new ("What the harbour says…", "en");
        g_autoptr (PlxSheetBlock) block = NULL;
        g_autoptr (PlxSheetBlock) last = NULL;
        g_autoptr (GString) line = g_string_new (NULL);

        plx_sheet_text_append_citation (text, 4, 0);
        setter->memo = noted == 1 ? memo : NULL;
        setter->is_recalling = FALSE;
        last = plx_sheet_setter_set (setter, text, (PlxSheetFace) PLX_STYLE_TEXT, PLX_ALIGN_START,
                                     width, TRUE);
        setter->is_recalling = noted == 1;
        setter->memo_place = 0;
        block = plx_sheet_setter_set (setter, text, (PlxSheetFace) PLX_STYLE_TEXT,
                                      PLX_ALIGN_START, width, FALSE);
        setter->memo = NULL;
        g_assert_cmpuint (last->n_lines, ==, block->n_lines);
        plx_sheet_block_append_line (block, block->n_lines - 1, line);
        g_assert_cmpstr (line->str, !=, "5");
      }
}

/* Where words may be broken is told by the patterns of Liang, as TeX has them. */
static void
test_hyphens_are_where_they_belong (void)
{
  static const struct { const char *word; const char *hyphenated; } words[] = {
    { "hyphenation", "hy-phen-ation" }, { "International", "In-ter-na-tional" },
    { "associate", "as-so-ciate" }, { "sun", "sun" },
  };
  g_autoptr (PlxSheetHyphens) hyphens = plx_sheet_hyphens_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GString) word = g_string_new (words[i].word);

      g_assert_true (plx_sheet_hyphens_find (hyphens, "en-US", words[i].word,
                                             strlen (words[i].word), places));
      for (guint j = places->len; j > 0; j--)
        g_string_insert_c (word, g_array_index (places, guint32, j - 1), '-');
      g_assert_cmpstr (word->str, ==, words[i].hyphenated);
    }
}

static void
test_languages_without_patterns_have_no_hyphens (void)
{
  g_autoptr (PlxSheetHyphens) hyphens = plx_sheet_hyphens_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_assert_false (plx_sheet_hyphens_find (hyphens, "xx", "extraordinary", 13, places));
  g_assert_false (plx_sheet_hyphens_find (hyphens, "../../etc/x", "extraordinary", 13, places));
  g_assert_cmpuint (places->len, ==, 0);
}

/* A word that no column holds is torn, and all of its letters are there. */
static void
test_long_words_are_torn (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");
  const char *words = "The " LONG_WORD LONG_WORD " and x";
  g_autoptr (PlxSheetBlock) block = set (setter, words, "xx", 90);
  g_autofree char *lines = dup_lines (block);

  g_assert_cmpstr (lines, ==, words);
  g_assert_cmpuint (block->n_lines, >, 4);
  for (guint i = 0; i < block->n_lines; i++)
    {
      double left, right;

      measure_ink (block, i, &left, &right);
      g_assert_cmpfloat (right, <=, 91.5);
    }
}

static void
test_lines_end_where_they_are_told_to (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");
  g_autoptr (PlxSheetBlock) block = set (setter, "One\u2028two\u2028three", NULL, 500);
  g_autoptr (PlxSheetBlock) empty = set (setter, "", NULL, 500);

  g_assert_cmpuint (block->n_lines, ==, 3);
  g_assert_cmpuint (empty->n_lines, ==, 1);
}

/* A paragraph begins where it is read from, whatever the language of the sheet. */
static void
test_paragraphs_have_their_direction (void)
{
  const char *arabic = "قال الوزير إن الجسر سيفتح غدا";
  const char *languages[] = { "en", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, languages[i]);
      g_autoptr (PlxSheetBlock) right = set (setter, arabic, "ar", 400);
      g_autoptr (PlxSheetBlock) left = set (setter, "The bridge will open.", "en", 400);
      double from, to;

      measure_ink (right, 0, &from, &to);
      g_assert_cmpfloat (to, >, 395);
      g_assert_cmpfloat (from, >, 150);
      measure_ink (left, 0, &from, &to);
      g_assert_cmpfloat (from, <, 5);
      g_assert_cmpuint (g_hash_table_size (setter->missing), ==, 0);
    }
  g_assert_true (plx_sheet_language_is_rtl ("fa-IR"));
  g_assert_false (plx_sheet_language_is_rtl ("de"));
}

/* Chinese and Japanese have no spaces: lines end between letters, but not before a comma. */
static void
test_letters_without_spaces_are_broken (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");
  const char *chinese = "部长昨天在港口宣布，大桥将在午夜之前开放，记者们对此感到非常意外，没有人记得这件事。";
  g_autoptr (PlxSheetBlock) block = set (setter, chinese, "zh", 95);
  g_autofree char *lines = dup_lines (block);

  g_assert_cmpuint (block->n_lines, >, 3);
  g_assert_cmpstr (lines, ==, chinese);
  g_assert_cmpuint (g_hash_table_size (setter->missing), ==, 0);
  for (guint i = 0; i < block->n_lines; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      plx_sheet_block_append_line (block, i, line);
      g_assert_false (g_str_has_prefix (line->str, "，"));
      g_assert_false (g_str_has_prefix (line->str, "。"));
    }
}

/* No font has cuneiform here: the sheet says so, and dress and citations stay where they were. */
static void
test_missing_letters_are_named (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");
  g_autoptr (PlxSheetText) text = plx_sheet_text_new ("Before \U00012000\U00012001 after", "en");
  g_autoptr (PlxSheetBlock) block = NULL;
  g_autofree char *lines = NULL;
  const PlxSheetCite *cite;

  plx_sheet_text_append_citation (text, 4, 0);
  block = plx_sheet_setter_set (setter, text, (PlxSheetFace) PLX_STYLE_TEXT, PLX_ALIGN_START, 400,
                                FALSE);
  lines = dup_lines (block);

  g_assert_cmpstr (lines, ==, "Before [Cuneiform: no font] after5");
  g_assert_true (g_hash_table_contains (setter->missing, "Cuneiform"));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (block->layout), ==, 0);
  cite = &g_array_index (block->cites, PlxSheetCite, 0);
  g_assert_cmpuint (cite->end - cite->start, ==, 1);
  g_assert_cmpint (lines[cite->start], ==, '5');
}

static void
test_citations_become_numbers (void)
{
  g_autoptr (PlxSheetSetter) setter = plx_sheet_setter_new (EM, "en");
  g_autoptr (PlxSheetText) text = plx_sheet_text_new ("Fifty came", "en");
  g_autoptr (PlxSheetBlock) block = NULL;
  g_autofree char *lines = NULL;

  plx_sheet_text_append_citation (text, 0, 0);
  plx_sheet_text_append_citation (text, 11, 0);
  plx_sheet_text_append (text, ", forty left");
  plx_sheet_text_append_citation (text, 1, 14);
  plx_sheet_text_append_citation (text, 2, 3);
  plx_sheet_text_append (text, ".");
  block = plx_sheet_setter_set (setter, text, (PlxSheetFace) PLX_STYLE_TEXT, PLX_ALIGN_START, 400,
                                FALSE);
  lines = dup_lines (block);

  g_assert_cmpstr (lines, ==, "Fifty came1,\u202f12, forty left2\u202f¶\u00a014, 3\u202f¶\u00a03.");
  g_assert_cmpuint (block->cites->len, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/lines/stay-in-the-column", test_lines_stay_in_the_column);
  g_test_add_func ("/sheet/lines/are-the-same-again", test_lines_are_the_same_again);
  g_test_add_func ("/sheet/lines/hyphenated", test_words_are_hyphenated);
  g_test_add_func ("/sheet/lines/numbers", test_numbers_stay_with_their_words);
  g_test_add_func ("/sheet/lines/torn", test_long_words_are_torn);
  g_test_add_func ("/sheet/lines/forced", test_lines_end_where_they_are_told_to);
  g_test_add_func ("/sheet/lines/direction", test_paragraphs_have_their_direction);
  g_test_add_func ("/sheet/lines/without-spaces", test_letters_without_spaces_are_broken);
  g_test_add_func ("/sheet/lines/missing-letters", test_missing_letters_are_named);
  g_test_add_func ("/sheet/lines/citations", test_citations_become_numbers);
  g_test_add_func ("/sheet/hyphens/places", test_hyphens_are_where_they_belong);
  g_test_add_func ("/sheet/hyphens/no-patterns", test_languages_without_patterns_have_no_hyphens);

  return g_test_run ();
}
