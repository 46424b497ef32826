/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <string.h>

#include <adwaita.h>

#include "../core/made-analysis.h"
#include "compare/plx-pair-text.h"
#include "compare/plx-pair-words.h"
#include "compare/plx-pair.h"
#include "comparing/plx-pair-model.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

/* Two articles that are made by hand, and the window that shows them. */
typedef struct
{
  PlxAnalysis *analysis;
  PlxPassages *passages;
  GtkWidget   *window;
  PlxPair     *pair;
} PairFixture;

static char *sources[] = { (char *) "Ledger", (char *) "Courier", NULL };

static void
tie (PlxAnalysis *analysis,
     guint32      left,
     guint32      right)
{
  PlxClaimRecord *claim = plx_claim_record_new ();
  PlxSentenceRef refs[] = { { 0, left }, { 1, right } };

  claim->n_sources = 2;
  g_array_append_vals (claim->refs, refs, 2);
  g_ptr_array_add (analysis->claims, claim);
}

static void
make_difference (PlxAnalysis *analysis,
                 guint        claim,
                 const char  *left,
                 const char  *right)
{
  PlxClaimRecord *record = g_ptr_array_index (analysis->claims, claim);
  PlxDifferenceRecord *difference = plx_difference_record_new (PLX_DIFFERENCE_NUMBER);

  difference->about = g_strdup ("how many passengers");
  g_array_append_vals (difference->refs, record->refs->data, 2);
  difference->says = g_strdupv ((char *[]) { (char *) left, (char *) right, NULL });
  g_ptr_array_add (record->differences, difference);
}

/* The left article tells 0 1 2 3, the right one 3' 0' x 1': the last has moved, 2 stands alone, and
 * so does x. */
static PlxAnalysis *
make_articles (void)
{
  PlxAnalysis *analysis = plx_analysis_new ();

  made_article (analysis, "Ledger", "2019-05-16");
  made_article (analysis, "Courier", "2019-05-17");
  plx_document_set_field (plx_analysis_get_document (analysis, 0), PLX_FIELD_ADDRESS,
                          "https://ledger.example/ferry", "text");
  made_paragraph (analysis, 0, "The mayor resigned on Tuesday.|"
                               "Nineteen passengers were brought to hospital.");
  made_paragraph (analysis, 0, "Engineers had warned about the pumps.|"
                               "The ferry was built in the north.");
  made_paragraph (analysis, 1, "The ferry was built in the north.");
  made_paragraph (analysis, 1, "The mayor resigned on Tuesday after eleven years in the office.|"
                               "Nobody knows who will follow.");
  made_paragraph (analysis, 1, "Twenty-one passengers were brought to hospital.");
  tie (analysis, 0, 1);
  tie (analysis, 1, 3);
  tie (analysis, 3, 0);
  make_difference (analysis, 1, "Nineteen passengers", "Twenty-one passengers");

  return analysis;
}

static void
show (PairFixture *self,
      PlxAnalysis *analysis,
      int          width,
      int          height)
{
  self->analysis = analysis;
  self->passages = plx_passages_new (analysis, TRUE);
  self->window = gtk_window_new ();
  self->pair = g_object_new (PLX_TYPE_PAIR, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->pair));
  gtk_window_present (GTK_WINDOW (self->window));
  app_fixture_wait (gtk_widget_get_mapped (GTK_WIDGET (self->pair)));
  plx_pair_show (self->pair, analysis, self->passages, sources);
  app_fixture_wait (gtk_widget_get_height (GTK_WIDGET (self->pair)) > 0);
  app_fixture_settle ();
}

static void
set_up (PairFixture   *self,
        gconstpointer  data)
{
  show (self, make_articles (), 900, 600);
}

static void
tear_down (PairFixture   *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  plx_analysis_unref (self->analysis);
  plx_passages_unref (self->passages);
}

static PlxPairText *
text_of (PairFixture *self,
         PlxPairSide  side)
{
  return PLX_PAIR_TEXT (gtk_widget_get_template_child (
    GTK_WIDGET (self->pair), PLX_TYPE_PAIR, side == LEFT ? "left_text" : "right_text"));
}

static void
assert_chosen (PairFixture *self,
               guint        article,
               guint        sentence)
{
  PlxSentenceRef chosen, partner;

  g_assert_true (plx_pair_get_chosen (self->pair, &chosen, &partner));
  g_assert_cmpuint (chosen.article, ==, article);
  g_assert_cmpuint (chosen.sentence, ==, sentence);
}

static void
test_model_knows_the_kinds (void)
{
  g_autoptr (PlxAnalysis) analysis = make_articles ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxPairModel) model = plx_pair_model_new (analysis, passages, 0, 1);

  g_assert_cmpint (plx_pair_model_kind (model, LEFT, 0), ==, PLX_PAIR_REWORDED);
  g_assert_cmpint (plx_pair_model_kind (model, LEFT, 1), ==, PLX_PAIR_DIFFERS);
  g_assert_cmpint (plx_pair_model_kind (model, LEFT, 2), ==, PLX_PAIR_ALONE);
  g_assert_cmpint (plx_pair_model_kind (model, LEFT, 3), ==, PLX_PAIR_SAME);
  g_assert_cmpint (plx_pair_model_kind (model, RIGHT, 0), ==, PLX_PAIR_SAME);
  g_assert_cmpint (plx_pair_model_kind (model, RIGHT, 2), ==, PLX_PAIR_ALONE);

  /* Of three ties two keep their order; the third crosses them. */
  g_assert_cmpuint (model->links->len, ==, 3);
  g_assert_false (plx_pair_model_link (model, 0)->is_moved);
  g_assert_false (plx_pair_model_link (model, 1)->is_moved);
  g_assert_true (plx_pair_model_link (model, 2)->is_moved);
  g_assert_nonnull (plx_pair_model_link (model, 0)->changes);
}

static void
test_model_stops_where_they_differ (void)
{
  static const PlxPairStop expected[] = {
    { LEFT, 0, 0 }, { RIGHT, 2, 2 }, { LEFT, 1, 1 }, { LEFT, 2, 2 },
  };
  g_autoptr (PlxAnalysis) analysis = make_articles ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxPairModel) model = plx_pair_model_new (analysis, passages, 0, 1);

  g_assert_cmpuint (model->stops->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < model->stops->len; i++)
    {
      const PlxPairStop *stop = &g_array_index (model->stops, PlxPairStop, i);

      g_assert_cmpint (stop->side, ==, expected[i].side);
      g_assert_cmpuint (stop->first, ==, expected[i].first);
      g_assert_cmpuint (stop->last, ==, expected[i].last);
    }
}

static void
test_model_counts_a_run_once (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxPairModel) model = NULL;

  made_article (analysis, "Ledger", "2019-05-16");
  made_article (analysis, "Courier", "2019-05-16");
  made_paragraph (analysis, 0, "Rye grew.|Snow fell.|Bread was sold.|Owls came.|Foxes left.");
  made_paragraph (analysis, 1, "Bread was sold.");
  tie (analysis, 2, 0);
  passages = plx_passages_new (analysis, TRUE);
  model = plx_pair_model_new (analysis, passages, 0, 1);

  g_assert_cmpuint (model->stops->len, ==, 2);
  g_assert_cmpuint (g_array_index (model->stops, PlxPairStop, 0).last, ==, 1);
  g_assert_cmpuint (g_array_index (model->stops, PlxPairStop, 1).first, ==, 3);
  g_assert_cmpuint (g_array_index (model->stops, PlxPairStop, 1).last, ==, 4);
}

/* What is as long as a book is not compared word by word as a whole, but it is all there. */
static void
test_model_of_a_book (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxPairModel) model = NULL;

  made_article (analysis, "Ledger", "2019-05-16");
  made_article (analysis, "Courier", "2019-05-16");
  for (guint i = 0; i < 3100; i++)
    {
      made_paragraph (analysis, 0, "Snow fell.");
      made_paragraph (analysis, 1, "Much snow fell.");
      tie (analysis, i, i);
    }
  passages = plx_passages_new (analysis, TRUE);
  model = plx_pair_model_new (analysis, passages, 0, 1);

  g_assert_cmpuint (model->links->len, ==, 3100);
  g_assert_nonnull (plx_pair_model_link (model, 0)->changes);
  g_assert_null (plx_pair_model_link (model, 3099)->changes);
  g_assert_cmpint (plx_pair_model_kind (model, RIGHT, 3099), ==, PLX_PAIR_REWORDED);
}

static void
test_steps_through_differences (PairFixture   *self,
                                gconstpointer  data)
{
  g_assert_cmpstr (plx_pair_get_position (self->pair), ==, "4 differences");
  g_assert_false (plx_pair_step (self->pair, -1));

  g_assert_true (plx_pair_step (self->pair, 1));
  assert_chosen (self, 0, 0);
  g_assert_cmpstr (plx_pair_get_position (self->pair), ==, "Difference 1 of 4");
  g_assert_true (plx_pair_step (self->pair, 1));
  assert_chosen (self, 1, 2);
  g_assert_true (plx_pair_step (self->pair, 1));
  assert_chosen (self, 0, 1);
  g_assert_true (plx_pair_step (self->pair, 1));
  assert_chosen (self, 0, 2);
  g_assert_false (plx_pair_step (self->pair, 1));
  g_assert_true (plx_pair_step (self->pair, -1));
  assert_chosen (self, 0, 1);

  /* From a sentence that is no difference it goes on from there. */
  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 3 });
  g_assert_cmpstr (plx_pair_get_position (self->pair), ==, "4 differences");
  g_assert_false (plx_pair_step (self->pair, 1));
  g_assert_true (plx_pair_step (self->pair, -1));
  assert_chosen (self, 0, 2);
}

static void
test_keys_go_from_sentence_to_sentence (PairFixture   *self,
                                        gconstpointer  data)
{
  GtkWidget *pair = GTK_WIDGET (self->pair);

  gtk_widget_activate_action (pair, "pair.step", "i", 1);
  assert_chosen (self, 0, 0);
  gtk_widget_activate_action (pair, "pair.step", "i", 1);
  assert_chosen (self, 0, 1);
  gtk_widget_activate_action (pair, "pair.partner", NULL);
  assert_chosen (self, 1, 3);
  gtk_widget_activate_action (pair, "pair.step", "i", -2);
  assert_chosen (self, 1, 0);
  gtk_widget_activate_action (pair, "pair.step", "i", 2);
  assert_chosen (self, 1, 3);

  /* What only one says leads to where the other goes on. */
  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 1, 2 });
  gtk_widget_activate_action (pair, "pair.partner", NULL);
  assert_chosen (self, 0, 1);
}

static void
test_foot_tells_the_difference (PairFixture   *self,
                                gconstpointer  data)
{
  g_assert_nonnull (strstr (plx_pair_get_foot (self->pair), "3 pairs of sentences"));

  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 1 });
  g_assert_nonnull (strstr (plx_pair_get_foot (self->pair), "Ledger: Nineteen passengers"));
  g_assert_nonnull (strstr (plx_pair_get_foot (self->pair), "Courier: Twenty-one passengers"));

  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 3 });
  g_assert_cmpstr (plx_pair_get_foot (self->pair), ==,
                   "= The same word for word.\n⤨ Told in another place.");

  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 1, 2 });
  g_assert_cmpstr (plx_pair_get_foot (self->pair), ==, "◇ Of the two, only Courier says this.");
}

static void
test_screen_reader_is_told (PairFixture   *self,
                            gconstpointer  data)
{
  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 0 });
  g_assert_cmpstr (plx_pair_get_description (self->pair), ==,
                   "lead, sentence 1; tied to Courier, paragraph 2; "
                   "Courier adds six words after “Tuesday”.");
  gtk_test_accessible_assert_property (text_of (self, LEFT), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ledger");
  gtk_test_accessible_assert_property (text_of (self, LEFT), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       plx_pair_get_description (self->pair));

  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 1, 2 });
  g_assert_cmpstr (plx_pair_get_description (self->pair), ==,
                   "paragraph 2, sentence 2; only Courier says this");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (text_of (self, LEFT)),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_copy_has_the_source (PairFixture   *self,
                          gconstpointer  data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_of (self, LEFT)));
  g_autofree char *none = plx_pair_dup_copy (self->pair, FALSE);
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  g_assert_null (none);
  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 0 });
  one = plx_pair_dup_copy (self->pair, FALSE);
  g_assert_true (g_str_has_prefix (one, "“The mayor resigned on Tuesday.”\n— Ledger, "));
  g_assert_nonnull (strstr (one, "2019"));
  g_assert_true (g_str_has_suffix (one, ", https://ledger.example/ferry"));

  both = plx_pair_dup_copy (self->pair, TRUE);
  g_assert_true (g_str_has_prefix (both, one));
  g_assert_nonnull (strstr (both, "after eleven years in the office.”\n— Courier, "));

  /* Of a selection, just its words. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 9);
  gtk_text_buffer_select_range (buffer, &start, &end);
  words = plx_pair_dup_copy (self->pair, FALSE);
  g_assert_true (g_str_has_prefix (words, "“mayor”\n— Ledger"));
}

static void
test_swap_keeps_the_sentence (PairFixture   *self,
                              gconstpointer  data)
{
  GObject *choice = gtk_widget_get_template_child (GTK_WIDGET (self->pair), PLX_TYPE_PAIR,
                                                   "left_choice");
  guint left, right;

  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 1 });
  gtk_widget_activate_action (GTK_WIDGET (self->pair), "pair.swap", NULL);
  plx_pair_get_articles (self->pair, &left, &right);
  g_assert_cmpuint (left, ==, 1);
  g_assert_cmpuint (right, ==, 0);
  assert_chosen (self, 0, 1);

  /* Who chooses the article that stands on the other side has the two swapped too. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  plx_pair_get_articles (self->pair, &left, &right);
  g_assert_cmpuint (left, ==, 0);
  g_assert_cmpuint (right, ==, 1);
}

static void
fill_menu_cb (PlxPair  *pair,
              GMenu    *menu,
              gpointer  user_data)
{
  *(int *) user_data = g_menu_model_get_n_items (G_MENU_MODEL (menu));
  g_menu_append (menu, "Forbid", "test.forbid");
}

static void
test_menu_can_be_added_to (PairFixture   *self,
                           gconstpointer  data)
{
  int n_sections = 0;

  g_signal_connect (self->pair, "fill-menu", G_CALLBACK (fill_menu_cb), &n_sections);

  /* Without a sentence there is nothing that a menu could be for. */
  gtk_widget_activate_action (GTK_WIDGET (text_of (self, LEFT)), "menu.popup", NULL);
  g_assert_cmpint (n_sections, ==, 0);

  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 1 });
  gtk_widget_activate_action (GTK_WIDGET (text_of (self, LEFT)), "menu.popup", NULL);
  g_assert_cmpint (n_sections, ==, 1);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (self->pair), "Forbid") != NULL);

  /* The button in the foot opens it for those who have no second button. */
  n_sections = 0;
  gtk_widget_activate_action (GTK_WIDGET (self->pair), "pair.menu", NULL);
  g_assert_cmpint (n_sections, ==, 1);
}

static gboolean
has_tag (PlxPairText *text,
         const char  *words,
         const char  *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter from, start, end;

  gtk_text_buffer_get_start_iter (buffer, &from);
  g_assert_true (gtk_text_iter_forward_search (&from, words, 0, &start, &end, NULL));
  if (!gtk_text_iter_starts_tag (&start, tag))
    return FALSE;

  return gtk_text_iter_ends_tag (&end, tag);
}

static void
test_words_are_marked (PairFixture   *self,
                       gconstpointer  data)
{
  g_assert_true (has_tag (text_of (self, RIGHT), "after eleven years in the office", "added"));
  g_assert_true (has_tag (text_of (self, LEFT), "Nineteen passengers", "exchanged"));
  g_assert_true (has_tag (text_of (self, RIGHT), "Twenty-one passengers", "exchanged"));

  gtk_widget_activate_action (GTK_WIDGET (self->pair), "pair.swap", NULL);
  g_assert_true (has_tag (text_of (self, LEFT), "after eleven years in the office", "left-out"));
}

/* So many paragraphs that both sides have to be scrolled, with a long one on the right only. */
static PlxAnalysis *
make_long_articles (guint n)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  g_autoptr (GString) aside = g_string_new ("Nothing of this stands in the ledger");

  for (guint i = 0; i < 60; i++)
    g_string_append (aside, ", and the courier goes on about it");

  made_article (analysis, "Ledger", "2019-05-16");
  made_article (analysis, "Courier", "2019-05-16");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf (
        "Boat number %u came in late and brought its crew home through the storm.", i);

      made_paragraph (analysis, 0, text);
      if (i % 10 == 3)
        made_paragraph (analysis, 1, aside->str);
      made_paragraph (analysis, 1, text);
      tie (analysis, i, plx_analysis_get_annotation (analysis, 1)->sentences->len - 1);
    }

  return analysis;
}

static double
height_of (PairFixture *self,
           PlxPairSide  side,
           guint32      sentence)
{
  PlxPairText *text = text_of (self, side);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
  double top, bottom;

  g_assert_true (plx_pair_text_get_extent (text, sentence, &top, &bottom));

  return top + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (text)) -
         gtk_adjustment_get_value (adjustment);
}

/* As somebody does who turns the wheel over a side. */
static void
scroll_to (PairFixture *self,
           PlxPairSide  side,
           double       value)
{
  GtkWidget *text = GTK_WIDGET (text_of (self, side));
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (gtk_widget_get_parent (text));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &handled);
    }
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text)), value);
  app_fixture_settle ();
}

/* Before every tenth sentence the right article has one more. */
static guint32
partner_in_long (guint32 sentence)
{
  return sentence + (sentence + 7) / 10;
}

static void
test_linked_scrolling_is_level (void)
{
  PairFixture self;
  GtkAdjustment *right;

  show (&self, make_long_articles (80), 900, 600);
  right = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text_of (&self, RIGHT)));

  /* What is gone to is level with its partner, to the pixel. */
  for (guint32 i = 10; i < 70; i += 13)
    {
      plx_pair_choose_sentence (self.pair, (PlxSentenceRef) { 0, i });
      app_fixture_wait (height_of (&self, LEFT, i) > 0 && height_of (&self, LEFT, i) < 500 &&
                        ABS (height_of (&self, LEFT, i) -
                             height_of (&self, RIGHT, partner_in_long (i))) < 1.5);
    }

  /* Scrolled by hand, what both tell stays in sight together, and both come to their ends. */
  scroll_to (&self, LEFT, 0);
  app_fixture_wait (gtk_adjustment_get_value (right) < 1.5);
  scroll_to (&self, LEFT, G_MAXINT);
  app_fixture_wait (gtk_adjustment_get_upper (right) - gtk_adjustment_get_value (right) -
                    gtk_adjustment_get_page_size (right) < 1.5);

  /* Free of each other, the right one stays where it is. */
  g_object_set (self.pair, "linked", FALSE, NULL);
  scroll_to (&self, LEFT, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (right), >, 100);

  /* The other side leads as well. */
  g_object_set (self.pair, "linked", TRUE, NULL);
  scroll_to (&self, RIGHT, 0);
  scroll_to (&self, RIGHT, G_MAXINT);
  app_fixture_wait (height_of (&self, LEFT, 79) < 600);

  tear_down (&self, NULL);
}

/* As when it was taken out of its claim: it has no partner any more, and stays where one looks. */
static void
test_shown_anew_stays_in_place (void)
{
  PairFixture self;
  g_autoptr (PlxAnalysis) later = make_long_articles (80);
  g_autoptr (PlxPassages) passages = NULL;
  double before;

  g_ptr_array_remove_index (later->claims, 40);
  passages = plx_passages_new (later, TRUE);
  show (&self, make_long_articles (80), 900, 600);
  gtk_widget_grab_focus (GTK_WIDGET (text_of (&self, LEFT)));
  plx_pair_choose_sentence (self.pair, (PlxSentenceRef) { 0, 40 });
  app_fixture_settle ();
  before = height_of (&self, LEFT, 40);
  g_assert_cmpfloat (before, >, 0);
  g_assert_cmpfloat (before, <, 500);

  plx_pair_show (self.pair, later, passages, sources);
  app_fixture_wait (ABS (height_of (&self, LEFT, 40) - before) < 1.5);

  tear_down (&self, NULL);
}

static void
test_narrow_shows_one_article (PairFixture   *self,
                               gconstpointer  data)
{
  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 1 });
  g_object_set (self->pair, "narrow", TRUE, NULL);
  app_fixture_wait (app_fixture_find_label (
    GTK_WIDGET (self->pair), "Twenty-one passengers were brought to hospital.") != NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (text_of (self, LEFT))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (text_of (self, RIGHT))));

  gtk_widget_activate_action (GTK_WIDGET (self->pair), "pair.partner", NULL);
  app_fixture_settle ();
  assert_chosen (self, 1, 3);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (text_of (self, LEFT))));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (text_of (self, RIGHT))));
}

static void
test_filter_leaves_a_gap (PairFixture   *self,
                          gconstpointer  data)
{
  g_autoptr (PlxPassages) passages = plx_passages_new (self->analysis, TRUE);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_of (self, LEFT)));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  plx_passages_set_shown (passages, (PlxSentenceRef) { 0, 1 }, FALSE);
  plx_passages_set_shown (passages, (PlxSentenceRef) { 0, 2 }, FALSE);
  plx_pair_show (self->pair, self->analysis, passages, sources);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

  g_assert_cmpstr (text, ==, "The mayor resigned on Tuesday. […]\n"
                             "The ferry was built in the north.");

  /* What is hidden is stepped over, and what was chosen stays so where it can. */
  plx_pair_choose_sentence (self->pair, (PlxSentenceRef) { 0, 0 });
  gtk_widget_activate_action (GTK_WIDGET (self->pair), "pair.step", "i", 1);
  assert_chosen (self, 0, 3);
  plx_pair_show (self->pair, self->analysis, self->passages, sources);
  assert_chosen (self, 0, 3);
  plx_passages_set_shown (passages, (PlxSentenceRef) { 0, 3 }, FALSE);
  plx_pair_show (self->pair, self->analysis, passages, sources);
  g_assert_null (plx_pair_get_description (self->pair));
}

static void
test_nothing_in_common (void)
{
  PairFixture self;
  PlxAnalysis *analysis = plx_analysis_new ();

  made_article (analysis, "Ledger", "2019-05-16");
  made_article (analysis, "Courier", "2019-05-16");
  made_paragraph (analysis, 0, "Bread was sold.");
  made_paragraph (analysis, 1, "Snow fell.");
  show (&self, analysis, 600, 400);
  g_assert_nonnull (strstr (plx_pair_get_foot (self.pair), "no sentence in common"));
  g_assert_cmpstr (plx_pair_get_position (self.pair), ==, "2 differences");

  tear_down (&self, NULL);
}

static void
test_identical_articles (void)
{
  PairFixture self;
  PlxAnalysis *analysis = plx_analysis_new ();

  made_article (analysis, "Ledger", "2019-05-16");
  made_article (analysis, "Courier", "2019-05-16");
  made_paragraph (analysis, 0, "Bread was sold.|Snow fell.");
  made_paragraph (analysis, 1, "Bread was sold.|Snow fell.");
  tie (analysis, 0, 0);
  tie (analysis, 1, 1);
  show (&self, analysis, 600, 400);
  g_assert_cmpstr (plx_pair_get_foot (self.pair), ==, "Both say the same, word for word.");
  g_assert_false (plx_pair_step (self.pair, 1));

  /* So is an article beside itself. */
  plx_pair_choose (self.pair, 0, 0);
  g_assert_cmpstr (plx_pair_get_foot (self.pair), ==, "Both say the same, word for word.");

  tear_down (&self, NULL);
}

/* The time is printed, not judged: it is another on every machine. */
static void
test_long_articles_open (void)
{
  PairFixture self;
  PlxAnalysis *analysis = plx_analysis_new ();
  gint64 began;

  made_article (analysis, "Ledger", "2019-05-16");
  made_article (analysis, "Courier", "2019-05-16");
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *left = g_strdup_printf (
        "On day %u of the strike, the dockers of pier %u met again and voted to go on with it.",
        i, i % 37);
      g_autofree char *right = g_strdup_printf (
        "Day %u of the strike: dockers of pier %u met and voted once more to keep it up.", i,
        i % 37);

      made_paragraph (analysis, 0, left);
      made_paragraph (analysis, 1, right);
      tie (analysis, i, i % 50 == 7 ? i - 5 : i);
    }

  show (&self, make_articles (), 900, 600);
  plx_analysis_unref (self.analysis);
  plx_passages_unref (self.passages);
  self.analysis = analysis;
  self.passages = plx_passages_new (analysis, TRUE);

  began = g_get_monotonic_time ();
  plx_pair_show (self.pair, analysis, self.passages, sources);
  g_test_message ("two articles of 2000 sentences are there in %.0f ms",
                  (g_get_monotonic_time () - began) / 1000.0);
  /* A text view learns bit by bit how long its text is; what was asked for comes as soon as that is
   * known, and both sides level. */
  began = g_get_monotonic_time ();
  plx_pair_choose_sentence (self.pair, (PlxSentenceRef) { 0, 200 });
  app_fixture_wait (height_of (&self, LEFT, 200) < 600 &&
                    ABS (height_of (&self, LEFT, 200) - height_of (&self, RIGHT, 200)) < 1.5);
  g_test_message ("one is at the 200th sentence after %.0f ms",
                  (g_get_monotonic_time () - began) / 1000.0);

  tear_down (&self, NULL);
}

#define add(path, function) g_test_add (path, PairFixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pair/model/knows-the-kinds", test_model_knows_the_kinds);
  g_test_add_func ("/pair/model/stops-where-they-differ", test_model_stops_where_they_differ);
  g_test_add_func ("/pair/model/counts-a-run-once", test_model_counts_a_run_once);
  g_test_add_func ("/pair/model/of-a-book", test_model_of_a_book);
  add ("/pair/steps-through-differences", test_steps_through_differences);
  add ("/pair/keys-go-from-sentence-to-sentence", test_keys_go_from_sentence_to_sentence);
  add ("/pair/foot-tells-the-difference", test_foot_tells_the_difference);
  add ("/pair/screen-reader-is-told", test_screen_reader_is_told);
  add ("/pair/copy-has-the-source", test_copy_has_the_source);
  add ("/pair/swap-keeps-the-sentence", test_swap_keeps_the_sentence);
  add ("/pair/menu-can-be-added-to", test_menu_can_be_added_to);
  add ("/pair/words-are-marked", test_words_are_marked);
  g_test_add_func ("/pair/linked-scrolling-is-level", test_linked_scrolling_is_level);
  g_test_add_func ("/pair/shown-anew-stays-in-place", test_shown_anew_stays_in_place);
  add ("/pair/narrow-shows-one-article", test_narrow_shows_one_article);
  add ("/pair/filter-leaves-a-gap", test_filter_leaves_a_gap);
  g_test_add_func ("/pair/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/pair/identical-articles", test_identical_articles);
  g_test_add_func ("/pair/long-articles-open", test_long_articles_open);

  return g_test_run ();
}
