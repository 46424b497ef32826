/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet-recorder.h"
#include "sheet/plx-sheet-marks.h"

static void
assert_reads (const char *marked,
              const char *expected)
{
  g_autoptr (PlxSheetText) text = plx_marks_read (marked);
  g_autofree char *words = sheet_recorder_dup_text (text);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_dress (void)
{
  g_autofree char *bold = plx_marks_dress ("heavy", PLX_DRESS_BOLD);
  g_autofree char *citation = plx_marks_cite (2, 7);
  g_autofree char *whole = plx_marks_cite (0, 0);
  g_autofree char *link = plx_marks_link (bold, "#claim-3");
  g_autofree char *all = g_strdup_printf ("So %s and %s%s%s.", bold, link, citation, whole);

  assert_reads (all, "So [heavy] and <[heavy]|#claim-3>^3¶7^1.");
}

static void
test_order_of_a_translation (void)
{
  g_autofree char *a = plx_marks_dress ("one", PLX_DRESS_BOLD);
  g_autofree char *b = plx_marks_cite (4, 1);
  g_autofree char *turned = g_strdup_printf ("%2$s, %1$s", a, b);

  g_test_summary ("A translation may turn the parts of a sentence around");
  assert_reads (turned, "^5¶1, [one]");
}

static void
test_broken (void)
{
  g_test_summary ("Marks that are not whole cost no word");
  assert_reads ("before \001D0\002bold to the end", "before [bold to the end]");
  assert_reads ("before \001E\002after", "before after");
  assert_reads ("before \001C1", "before ");
  assert_reads ("before \001Cone\002after", "before after");
  assert_reads ("", "");
}

static void
test_plain (void)
{
  g_autofree char *forged = plx_marks_plain (" He \001C9,9\002said\n so ");
  g_autofree char *hebrew = plx_marks_plain ("שלום");
  g_autofree char *broken = plx_marks_plain ("caf\xe9");

  g_test_summary ("Words of articles bring no marks of their own");
  assert_reads (forged, "He C9,9 said so");
  g_assert_cmpstr (hebrew, ==, "\u200e\u2068שלום\u2069");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

static void
test_line_of_ours (void)
{
  g_autoptr (PlxSheetText) hebrew = plx_sheet_text_new ("המעבורת טבעה.", "he");
  g_autoptr (PlxSheetText) english = plx_sheet_text_new ("The ferry sank.", "en");
  g_autofree char *small = plx_marks_dress ("as both say", PLX_DRESS_BOLD);
  g_autofree char *one = NULL, *other = NULL;

  plx_marks_append_line (hebrew, small);
  plx_marks_append_line (english, small);
  one = sheet_recorder_dup_text (hebrew);
  other = sheet_recorder_dup_text (english);

  g_test_summary ("A line of ours keeps its direction below a sentence that is read the other way");
  g_assert_cmpstr (one, ==, "המעבורת טבעה.\u2028\u2066[as both say]\u2069");
  g_assert_cmpstr (other, ==, "The ferry sank.\u2028[as both say]");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sheet/marks/dress", test_dress);
  g_test_add_func ("/sheet/marks/order", test_order_of_a_translation);
  g_test_add_func ("/sheet/marks/broken", test_broken);
  g_test_add_func ("/sheet/marks/plain", test_plain);
  g_test_add_func ("/sheet/marks/line", test_line_of_ours);

  return g_test_run ();
}
