/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "compare/plx-compare-words.h"
#include "comparing/plx-change-words.h"
#include "window/plx-labels.h"

/* The marked words, with a bar between the runs. */
static char *
dup_marked (const char *text,
            const char *other)
{
  const PlxWording own_wording = { (char *) text, NULL };
  const PlxWording other_wording = { (char *) other, NULL };
  g_autoptr (PangoAttrList) marks =
    plx_compare_words_mark (&own_wording, other != NULL ? &other_wording : NULL);
  g_autoptr (PangoAttrIterator) at = pango_attr_list_get_iterator (marks);
  GString *out = g_string_new (NULL);

  do
    {
      int start, end;

      if (pango_attr_iterator_get (at, PANGO_ATTR_UNDERLINE) == NULL)
        continue;
      pango_attr_iterator_range (at, &start, &end);
      g_string_append_printf (out, "%s%.*s", out->len > 0 ? "|" : "", end - start, text + start);
    }
  while (pango_attr_iterator_next (at));

  return g_string_free_and_steal (out);
}

static char *
dup_told (const char *base,
          const char *text)
{
  const PlxWording base_wording = { (char *) base, NULL };
  const PlxWording wording = { (char *) text, NULL };

  return plx_change_words_dup ("The Daily", &base_wording, &wording);
}

static void
assert_marked (const char *text,
               const char *other,
               const char *expected)
{
  g_autofree char *marked = dup_marked (text, other);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_marks_what_a_wording_lacks (void)
{
  assert_marked ("The ferry left the harbour with nineteen passengers.",
                 "The ferry left the harbour with twenty passengers.", "nineteen");
  assert_marked ("The captain did not leave the burning ferry.",
                 "The captain did leave the burning ferry.", "not");
}

static void
test_little_words_are_no_difference (void)
{
  assert_marked ("The ferry left the harbour at noon.", "A ferry has left that harbour by noon!",
                 "");
  assert_marked ("The ferries left Norway’s harbour.", "The ferry left the Norway harbour.", "");
}

static void
test_paraphrase_is_not_marked (void)
{
  assert_marked ("Rescuers pulled everybody from the icy water before midnight.",
                 "Nobody drowned when the northern ferry sank, said the coast guard.", "");
  assert_marked ("The ferry sank.", NULL, "");
}

static void
test_label_follows_its_text (void)
{
  static const struct { const char *text; GtkTextDirection direction; } cases[] = {
    { "“Hello”", GTK_TEXT_DIR_LTR }, { "2015: שלום", GTK_TEXT_DIR_RTL },
  };
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plx_label_follow (GTK_LABEL (label), cases[i].text);
      g_assert_cmpint (gtk_widget_get_direction (label), ==, cases[i].direction);
    }

  plx_label_follow (GTK_LABEL (label), "2015");
  g_assert_cmpint (gtk_widget_get_direction (label), ==, gtk_widget_get_default_direction ());
  g_object_unref (label);
}

static void
test_changes_are_told_in_words (void)
{
  static const struct { const char *base; const char *text; const char *told; } cases[] = {
    /* Nothing but marks and letters of another case. */
    { "The ferry left the harbour, he said.", "The FERRY left the harbour he said",
      "The Daily says it in the same words." },
    { "", "", "The Daily says it in the same words." },
    /* What comes in and goes away: few words are quoted, many counted. */
    { "The mayor resigned on Tuesday.",
      "The mayor resigned on Tuesday after eleven years in the office.",
      "The Daily adds six words after “Tuesday”." },
    { "The mayor resigned on Tuesday.", "The tired mayor resigned on Tuesday.",
      "The Daily adds “tired” after “The”." },
    { "The mayor resigned on Tuesday.", "Late in the evening the mayor resigned on Tuesday.",
      "The Daily adds “Late in the evening” at the start." },
    { "The mayor of the old harbour town resigned on Tuesday.", "The mayor resigned on Tuesday.",
      "The Daily leaves out five words after “mayor”." },
    { "The mayor resigned on Tuesday at noon.", "The mayor resigned on Tuesday.",
      "The Daily leaves out “at noon”." },
    /* One for another, and a word in another place. */
    { "The ferry carried nineteen passengers.", "The ferry carried twenty-one passengers.",
      "The Daily says “twenty-one passengers” where the other says “nineteen passengers”." },
    { "Nineteen passengers died.", "Twenty-one passengers died.",
      "The Daily says “Twenty-one passengers” where the other says “Nineteen passengers”." },
    { "The mayor resigned on Tuesday.", "On Tuesday the mayor resigned.",
      "The Daily puts “On Tuesday” at the start." },
    /* The ending of a possessive is no word of its own. */
    { "Norway’s ferry sank near the coast.", "Sweden’s ferry sank near the coast.",
      "The Daily says “Sweden’s” where the other says “Norway’s”." },
    /* Little words, where they are all that changes. */
    { "The ferry sank near the coast.", "A ferry sank near the coast.",
      "The Daily says “A” where the other says “The”." },
    { "Nobody drowned when the northern ferry sank, said the coast guard.",
      "Rescuers pulled everybody from icy water before midnight.",
      "The Daily says it in quite other words." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = dup_told (cases[i].base, cases[i].text);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_three_changes_are_told (void)
{
  g_autofree char *told = dup_told (
    "Nineteen guests wearing red coats left the harbour hotel carrying leather bags and drove to "
    "the northern airport.",
    "Twenty guests wearing blue coats left the harbour inn carrying woollen bags and drove to "
    "the southern airport.");

  g_assert_cmpstr (told, ==, "The Daily says “Twenty guests” where the other says "
                             "“Nineteen guests”, says “blue” where the other says “red”, "
                             "says “inn” where the other says “hotel” "
                             "and makes two more changes.");
}

/* Of a long run only the beginning is quoted, and what stands in it twice is no loop. */
static void
test_long_runs_are_cut (void)
{
  g_autofree char *told = dup_told (
    "The council of the town closed the old harbour road.",
    "The council of the town said that it had decided after long talks about the harbour road.");

  g_assert_cmpstr (told, ==, "The Daily says “said that it had decided after …” where the other "
                             "says “closed the old”.");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/words/marks-what-a-wording-lacks", test_marks_what_a_wording_lacks);
  g_test_add_func ("/words/little-words-are-no-difference", test_little_words_are_no_difference);
  g_test_add_func ("/words/paraphrase-is-not-marked", test_paraphrase_is_not_marked);
  g_test_add_func ("/words/label-follows-its-text", test_label_follows_its_text);

  g_test_add_func ("/words/changes/told-in-words", test_changes_are_told_in_words);
  g_test_add_func ("/words/changes/three-are-told", test_three_changes_are_told);
  g_test_add_func ("/words/changes/long-runs-are-cut", test_long_runs_are_cut);

  return g_test_run ();
}
