/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet/plx-sheet-plan.h"
#include "sheet/plx-sheet-sections.h"
#include "sheet/plx-sheet-text.h"

static void
test_plan_survives_json (void)
{
  const char *articles[] = { "one", "two “three”", NULL };
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetPlan) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  plan->title = g_strdup ("Who \"said\" what – на суде");
  plan->paper = PLX_PAPER_A5;
  plan->is_landscape = TRUE;
  plan->margin = 30.5;
  plan->font_size = 11;
  plan->pair[0] = g_strdup ("abc");
  plan->pair[1] = g_strdup ("def");
  plan->articles = g_strdupv ((char **) articles);
  plx_sheet_plan_set_part (plan, "cover", FALSE);
  json = plx_sheet_plan_to_json (plan);
  back = plx_sheet_plan_from_json (json, -1, &error);

  g_assert_no_error (error);
  g_assert_true (plx_sheet_plan_equal (plan, back));
  g_assert_cmpstr (back->title, ==, plan->title);
  g_assert_cmpint (back->paper, ==, PLX_PAPER_A5);
  g_assert_true (back->is_landscape);
  g_assert_cmpfloat (back->margin, ==, 30.5);
  g_assert_cmpstr (back->pair[1], ==, "def");
  g_assert_cmpstrv (back->articles, articles);
  g_assert_false (plx_sheet_plan_shows (back, "cover"));

  plx_sheet_plan_set_part (back, "cover", TRUE);
  g_assert_false (plx_sheet_plan_equal (plan, back));
}

static void
test_plan_passes_over_what_it_does_not_know (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSheetPlan) plan =
    plx_sheet_plan_from_json ("{\"colour\":\"red\",\"sections\":[{\"id\":\"horoscope\"},"
                              "{\"id\":\"cover\",\"shown\":true}]}", -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  g_assert_cmpuint (plan->parts->len, ==, 1);
  g_assert_true (plx_sheet_plan_shows (plan, "cover"));
  g_assert_false (plx_sheet_plan_shows (plan, "horoscope"));
  g_assert_cmpint (plan->paper, ==, PLX_PAPER_A4);
}

static void
test_plan_refuses_what_cannot_be (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_from_json (data, -1, &error);

  g_assert_null (plan);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_plan_moves_sections (void)
{
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  guint n = plan->parts->len;

  plx_sheet_plan_set_part (plan, "of another version", TRUE);
  g_assert_cmpuint (plan->parts->len, ==, n + 1);
  plx_sheet_plan_move_part (plan, "of another version", 0);
  g_assert_cmpstr (g_array_index (plan->parts, PlxSheetPart, 0).id, ==, "of another version");
  plx_sheet_plan_move_part (plan, "of another version", 1000);
  g_assert_cmpstr (g_array_index (plan->parts, PlxSheetPart, n).id, ==, "of another version");
  g_assert_cmpuint (plan->parts->len, ==, n + 1);
}

static void
test_papers_have_their_size (void)
{
  static const struct { const char *id; double width; double height; } papers[] = {
    { "a4", 595.28, 841.89 }, { "letter", 612, 792 }, { "a5", 419.53, 595.28 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
      double width, height;

      g_assert_true (plx_sheet_paper_from_id (papers[i].id, &plan->paper));
      plx_sheet_plan_get_page_size (plan, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, papers[i].width, 0.01);
      g_assert_cmpfloat_with_epsilon (height, papers[i].height, 0.01);
      plan->is_landscape = TRUE;
      plx_sheet_plan_get_page_size (plan, &width, &height);
      g_assert_cmpfloat_with_epsilon (height, papers[i].width, 0.01);
    }
}

/* Sections are told by ids that plans keep for years. */
static void
test_sections_have_ids (void)
{
  for (guint i = 0; i < plx_sheet_sections_get_n (); i++)
    {
      const PlxSheetSection *section = plx_sheet_sections_get (i);

      g_assert_true (plx_sheet_sections_lookup (section->id) == section);
      g_assert_nonnull (section->title);
    }
  g_assert_null (plx_sheet_sections_lookup ("horoscope"));
}

static void
test_text_keeps_its_dress_in_order (void)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new ("A line\nand a\ttab\xff", "en");
  g_autoptr (PlxSheetText) copy = NULL;

  plx_sheet_text_append_citation (text, 3, 14);
  plx_sheet_text_append_link (text, "there", "https://example.org/");
  plx_sheet_text_dress (text, 2, 6, PLX_DRESS_BOLD);
  plx_sheet_text_dress (text, 4, 4, PLX_DRESS_ITALIC);
  copy = plx_sheet_text_copy (text);

  g_assert_cmpstr (copy->string->str, ==, "A line and a tab\ufffdthere");
  g_assert_cmpstr (copy->language, ==, "en");
  g_assert_cmpuint (copy->spans->len, ==, 3);
  g_assert_cmpint (g_array_index (copy->spans, PlxSheetSpan, 0).dress, ==, PLX_DRESS_BOLD);
  g_assert_cmpint (g_array_index (copy->spans, PlxSheetSpan, 1).dress, ==, PLX_DRESS_CITATION);
  g_assert_cmpuint (g_array_index (copy->spans, PlxSheetSpan, 1).paragraph, ==, 14);
  g_assert_cmpstr (g_array_index (copy->spans, PlxSheetSpan, 2).target, ==,
                   "https://example.org/");
}

int
main (int    argc,
      char **argv)
{
  static const char *const bad[] = {
    "", "no JSON", "[]", "{\"paper\":\"a3\"}", "{\"paper\":4}", "{\"margin\":\"wide\"}",
    "{\"margin\":1e9}", "{\"font_size\":-3}", "{\"landscape\":\"yes\"}", "{\"title\":7}",
    "{\"sections\":{}}", "{\"sections\":[3]}", "{\"sections\":[{\"id\":\"cover\",\"shown\":1}]}",
    "{\"pair\":[\"one\"]}", "{\"articles\":\"all\"}", "{\"hidden_columns\":[1]}",
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/plan/survives-json", test_plan_survives_json);
  g_test_add_func ("/sheet/plan/passes-over-the-unknown",
                   test_plan_passes_over_what_it_does_not_know);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/plan/refuses/%u", i);

      g_test_add_data_func (path, bad[i], test_plan_refuses_what_cannot_be);
    }
  g_test_add_func ("/sheet/plan/moves-sections", test_plan_moves_sections);
  g_test_add_func ("/sheet/plan/papers", test_papers_have_their_size);
  g_test_add_func ("/sheet/sections/ids", test_sections_have_ids);
  g_test_add_func ("/sheet/text/dress", test_text_keeps_its_dress_in_order);

  return g_test_run ();
}
