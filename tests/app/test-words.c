/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "compare/plx-compare-words.h"
#include "window/plx-labels.h"

/* The marked words, with a bar between the runs. */
static char *
dup_marked (const char *text,
            const char *other)
{
  g_autoptr (PangoAttrList) marks = plx_compare_words_mark (text, other, NULL);
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

  return g_test_run ();
}
