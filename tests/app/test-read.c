/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "read/plx-block-row.h"
#include "read/plx-found-row.h"
#include "read/plx-read-item.h"
#include "read/plx-read-labels.h"
#include "read/plx-read-text.h"
#include "read/plx-read-view.h"

static GListModel *
get_items (GtkWidget *view)
{
  return G_LIST_MODEL (gtk_widget_get_template_child (view, PLX_TYPE_READ_VIEW, "items"));
}

static guint
count_kind (GtkWidget       *view,
            PlxReadItemKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (get_items (view)); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (get_items (view), i);

      n += plx_read_item_get_kind (item) == kind;
    }

  return n;
}

static GtkWidget *
show_view (AppFixture *fixture,
           GtkWidget  *window)
{
  GtkWidget *view = g_object_new (PLX_TYPE_READ_VIEW, "session", fixture->session, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_settle ();

  return view;
}

/* Presses the first button under a widget that can be seen and does what is named. */
static gboolean
click_fold (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "plx-fold") &&
      gtk_widget_get_mapped (widget))
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (click_fold (child))
        return TRUE;
    }

  return FALSE;
}

static void
test_read_folds (AppFixture    *fixture,
                 gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view;

  g_test_summary ("What was cut is one line, opens under it, and is text once it is put back");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  view = show_view (fixture, window);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_BLOCK), ==, 2);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_FOLD), ==, 1);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 0);

  g_assert_true (click_fold (view));
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 1);
  g_assert_true (click_fold (view));
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 0);

  plx_session_set_kept (fixture->session, 0, 2, TRUE);
  app_fixture_wait (count_kind (view, PLX_READ_ITEM_FOLD) == 0);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_BLOCK), ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
keep_rules_cb (PlxSession *session,
               const char *what,
               GPtrArray  *rules,
               GPtrArray **kept)
{
  g_clear_pointer (kept, g_ptr_array_unref);
  *kept = rules != NULL ? g_ptr_array_ref (rules) : g_ptr_array_new ();
}

/* Two articles of one outlet, with a sign-off that was taken for text. */
static PlxStory *
add_outlet (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < 2; i++)
    {
      PlxDocument *document = app_fixture_document (i == 0 ? "One" : "Two",
                                                    i == 0 ? "one.txt" : "two.txt",
                                                    "The minister left Geneva on Monday.");

      plx_document_append (document, i == 0 ? "Posted at 10" : "Posted at 11", -1, PLX_ROLE_BODY,
                           PLX_CUT_NONE);
      plx_document_append (document, "Share", -1, PLX_ROLE_CHROME, PLX_CUT_SHARE);
      plx_document_append (document, "Print", -1, PLX_ROLE_CHROME, PLX_CUT_SHARE);
      plx_document_set_field (document, PLX_FIELD_OUTLET, "The Lantern", "text");
      plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2024-07-01", "og:published_time");
      plx_document_add_other (document, PLX_FIELD_PUBLISHED, "2023-09-03", "text");
      g_ptr_array_add (documents, document);
    }

  return app_fixture_add_documents (fixture, "Lantern", documents);
}

static void
test_read_always (AppFixture    *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) rules = NULL;
  PlxArticle *other;
  guint block;

  g_test_summary ("A cut is offered as a rule, which holds in the outlet's other article at once");

  g_signal_connect (fixture->session, "changed", G_CALLBACK (keep_rules_cb), &rules);
  app_fixture_open (fixture, add_outlet (fixture));
  other = plx_session_find_article (fixture->session, 1);
  block = plx_document_get_n_blocks (plx_article_get_document (other)) - 3;
  g_assert_true (plx_document_get_block (plx_article_get_document (other), block)->kept);

  plx_session_set_kept (fixture->session, 0, block, FALSE);
  app_fixture_wait (rules != NULL && rules->len == 1);
  g_assert_true (plx_document_get_block (plx_article_get_document (other), block)->kept);

  plx_session_remember (fixture->session, rules);
  app_fixture_wait (rules->len == 0);
  g_assert_false (plx_document_get_block (plx_article_get_document (other), block)->kept);
  g_assert_cmpstr (plx_library_get_undo_label (fixture->library), ==,
                   "Always Cut This in The Lantern (1 Article)");
}

static void
test_read_receipt (AppFixture    *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view;
  PlxDocument *document;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *stood = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *conflicts = NULL;
  guint n;

  g_test_summary ("The article tells how much was cut, where it stood, who put it back, and what "
                  "contradicts its date");

  app_fixture_open (fixture, add_outlet (fixture));
  view = show_view (fixture, window);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_RECEIPT), ==, 1);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_NOTE), ==, 1);

  document = plx_article_get_document (plx_session_find_article (fixture->session, 0));
  n = plx_document_get_n_blocks (document);
  before = plx_read_label_count (document);
  g_assert_true (g_str_has_suffix (before, "paragraphs cut"));
  stood = plx_read_label_stood (document, n - 1);
  g_assert_cmpstr (stood, ==, "after the text");
  conflicts = plx_read_label_conflicts (document);
  g_assert_cmpstr (conflicts, ==,
                   "Dated 1 July 2024 by the page; the text speaks of 3 September 2023");

  plx_session_set_kept_run (fixture->session, 0, n - 2, 2, TRUE);
  app_fixture_wait (count_kind (view, PLX_READ_ITEM_FOLD) == 1);
  document = plx_article_get_document (plx_session_find_article (fixture->session, 0));
  after = plx_read_label_count (document);
  g_assert_cmpstr (before, !=, after);
  decision = plx_read_label_decision (document, n - 1);
  g_assert_cmpstr (decision, ==, "Put back by you · had been cut: Share buttons");

  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
get_child (GtkWidget  *view,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (view, G_OBJECT_TYPE (view), name));
}

static void
test_read_jump (AppFixture    *fixture,
                gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view, *receipt;
  GListModel *lines;
  guint n;

  g_test_summary ("The receipt lists each paragraph that was cut, and shows it where it stood");

  app_fixture_open (fixture, add_outlet (fixture));
  view = show_view (fixture, window);
  receipt = get_child (view, "receipt");
  gtk_widget_activate_action (view, "read.pane", "s", "receipt");
  app_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (receipt));

  lines = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_child (receipt, "list"))));
  n = plx_document_get_n_blocks (plx_article_get_document (
        plx_session_find_article (fixture->session, 0)));
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 3);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 0);

  /* The last of its group, which is the last block: share buttons come after the newsletter. */
  g_signal_emit_by_name (get_child (receipt, "list"), "activate", 2);
  g_assert_cmpuint (count_kind (view, PLX_READ_ITEM_CUT), ==, 2);
  g_assert_cmpuint (n, >, 2);

  gtk_window_destroy (GTK_WINDOW (window));
}

static const char *
get_found (GtkWidget *inspector,
           PlxField   field)
{
  GtkWidget *list = get_child (inspector, "fields");
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (PLX_IS_FOUND_ROW (row) && !gtk_widget_has_css_class (row, "plx-offer") && n++ == field)
      return gtk_label_get_label (GTK_LABEL (get_child (row, "where")));

  return NULL;
}

static void
use_first_offer (GtkWidget *inspector)
{
  GtkWidget *list = get_child (inspector, "fields");

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_has_css_class (row, "plx-offer"))
      {
        g_signal_emit_by_name (get_child (row, "use"), "clicked");
        return;
      }

  g_assert_not_reached ();
}

#define get_field(fixture, field) \
  plx_article_get_document (plx_session_find_article (fixture->session, 0))->fields[field]

static void
test_read_details (AppFixture    *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view, *inspector, *row;

  g_test_summary ("A field says where it was found, refuses what it cannot be, and takes what "
                  "another place says");

  app_fixture_open (fixture, add_outlet (fixture));
  view = show_view (fixture, window);
  gtk_widget_activate_action (view, "read.pane", "s", "details");
  app_fixture_settle ();
  inspector = get_child (view, "inspector");
  row = get_child (inspector, "published");
  g_assert_cmpstr (get_found (inspector, PLX_FIELD_PUBLISHED), ==,
                   "1 July 2024 · In what the page tells social networks");

  gtk_editable_set_text (GTK_EDITABLE (row), "last Tuesday");
  g_signal_emit_by_name (row, "apply");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_true (g_str_has_prefix (get_found (inspector, PLX_FIELD_PUBLISHED), "Write a date"));
  g_assert_cmpstr (get_field (fixture, PLX_FIELD_PUBLISHED), ==, "2024-07-01");

  use_first_offer (inspector);
  app_fixture_wait (g_str_equal (get_field (fixture, PLX_FIELD_PUBLISHED), "2023-09-03"));
  app_fixture_wait (g_str_equal (get_found (inspector, PLX_FIELD_PUBLISHED),
                                 "3 September 2023 · Chosen by you · In the text"));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  app_fixture_wait (count_kind (view, PLX_READ_ITEM_NOTE) == 0);

  /* What was found first is not lost. */
  use_first_offer (inspector);
  app_fixture_wait (g_str_equal (get_field (fixture, PLX_FIELD_PUBLISHED), "2024-07-01"));

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_child (inspector, "added"))),
                   !=, "Not known");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_child (inspector,
                                                                           "original"))),
                   ==, "It was not kept");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_read_places (void)
{
  static const struct
  {
    const char *place;
    const char *words;
  } cases[] = {
    { "aside.more > p", "in a side box" },
    { "div#newsletter-box > p", "in a newsletter box" },
    { "body > footer > p", "at the foot of the page" },
    { "page 3", "on page 3" },
    { "page 2, footnote", "on page 2, in a footnote" },
    { "div.shareholders > p", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = plx_read_label_place (cases[i].place);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_read_sentence (AppFixture    *fixture,
                    gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view;
  guint n_marked = 0;

  g_test_summary ("A sentence that is asked for is marked in its article, and only that");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  view = show_view (fixture, window);
  plx_session_show_sentence (fixture->session, (PlxSentenceRef) { .article = 1, .sentence = 1 });
  app_fixture_settle ();

  for (guint i = 0; i < g_list_model_get_n_items (get_items (view)); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (get_items (view), i);

      g_assert_cmpuint (plx_read_item_get_article (item), ==, 1);
      n_marked += plx_read_item_get_highlight (item) == 1;
    }
  g_assert_cmpuint (n_marked, ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_read_markup (AppFixture    *fixture,
                  gconstpointer  data)
{
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_test_summary ("Names are links, what the filter hides is dimmed, and the text stays the text");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  before = plx_read_text_block (fixture->session, 0, 1, PLX_NONE);
  g_assert_nonnull (strstr (before, "<a href="));
  g_assert_null (strstr (before, "fgalpha"));

  filter->hidden_sources = g_strsplit ("one.txt", ",", -1);
  plx_session_set_filter (fixture->session, filter);
  after = plx_read_text_block (fixture->session, 0, 1, PLX_NONE);
  g_assert_nonnull (strstr (after, "fgalpha"));
  app_fixture_wait (!plx_filter_is_empty (
                      plx_story_get_filter (plx_session_get_story (fixture->session))));
}

static void
test_read_next_mention (AppFixture    *fixture,
                        gconstpointer  data)
{
  PlxAnnotation *annotation;
  PlxSentenceRef next;

  g_test_summary ("From a name the next mention is found in another source, and round again");

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  annotation = plx_analysis_get_annotation (plx_session_get_analysis (fixture->session), 0);
  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      if (plx_read_text_find_mention (fixture->session, 0, i) != PLX_NONE)
        g_assert_true (plx_read_text_next_mention (fixture->session, 0, i, &next));
    }
  g_assert_cmpuint (annotation->mentions->len, >, 2);
}

/* The text of the topmost row of which more than a pixel can be seen. */
static char *
dup_top (GtkWidget *view)
{
  GObject *list = gtk_widget_get_template_child (view, PLX_TYPE_READ_VIEW, "list");
  g_autofree char *text = NULL;
  double top = gtk_widget_get_height (GTK_WIDGET (list));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PlxBlockRow *row = PLX_BLOCK_ROW (gtk_widget_get_first_child (child));
      PlxReadItem *item = plx_block_row_get_item (row);
      graphene_rect_t bounds;

      if (item == NULL || plx_read_item_get_kind (item) != PLX_READ_ITEM_BLOCK ||
          !gtk_widget_get_mapped (child) ||
          !gtk_widget_compute_bounds (child, GTK_WIDGET (list), &bounds) ||
          bounds.origin.y + bounds.size.height <= 1 || bounds.origin.y >= top)
        continue;

      top = bounds.origin.y;
      g_free (text);
      text = g_strdup_printf ("%u", plx_read_item_get_block (item));
    }

  return g_steal_pointer (&text);
}

static gboolean
is_at_top (GtkWidget  *view,
           const char *block)
{
  g_autofree char *top = dup_top (view);

  return g_strcmp0 (top, block) == 0;
}

static gboolean
count_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  (*(guint *) data)++;

  return G_SOURCE_CONTINUE;
}

/* Rows get their places while frames are drawn. */
static void
wait_for_frames (GtkWidget *view)
{
  guint n = 0;
  guint id = gtk_widget_add_tick_callback (view, count_cb, &n, NULL);

  app_fixture_wait (n > 5);
  gtk_widget_remove_tick_callback (view, id);
}

static PlxStory *
add_long_story (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < 2; i++)
    {
      PlxDocument *document = app_fixture_document (i == 0 ? "One" : "Two",
                                                    i == 0 ? "one.txt" : "two.txt",
                                                    "The talks began in Geneva on Monday.");

      for (guint j = 0; j < 80; j++)
        {
          g_autofree char *text = g_strdup_printf ("Delegate %u spoke of the harvest in valley "
                                                   "%u and then sat down.", j, i * 100 + j);

          plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
        }
      g_ptr_array_add (documents, document);
    }

  return app_fixture_add_documents (fixture, "Talks", documents);
}

static void
test_read_goes_on (AppFixture    *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view;
  GObject *list;
  gint64 id;
  g_autofree char *left = NULL;

  g_test_summary ("An article is shown again from where it was left: after another one, and after "
                  "a restart");

  id = plx_story_get_id (add_long_story (fixture));
  app_fixture_open (fixture, plx_library_find_story (fixture->library, id));
  view = show_view (fixture, window);
  list = gtk_widget_get_template_child (view, PLX_TYPE_READ_VIEW, "list");
  gtk_list_view_scroll_to (GTK_LIST_VIEW (list), 80, GTK_LIST_SCROLL_NONE, NULL);
  wait_for_frames (view);
  left = dup_top (view);
  g_assert_cmpint (atoi (left), >, 20);

  plx_session_set_article (fixture->session, 1);
  app_fixture_wait (is_at_top (view, "0") || is_at_top (view, "1"));
  plx_session_set_article (fixture->session, 0);
  app_fixture_wait (is_at_top (view, left));

  gtk_window_destroy (GTK_WINDOW (window));
  app_fixture_settle ();
  app_fixture_reopen (fixture);
  app_fixture_open (fixture, plx_library_find_story (fixture->library, id));
  window = adw_window_new ();
  view = show_view (fixture, window);
  app_fixture_wait (is_at_top (view, left));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/read/folds", test_read_folds);
  ADD ("/read/always", test_read_always);
  ADD ("/read/receipt", test_read_receipt);
  ADD ("/read/jump", test_read_jump);
  ADD ("/read/details", test_read_details);
  ADD ("/read/sentence", test_read_sentence);
  g_test_add_func ("/read/places", test_read_places);
  ADD ("/read/goes-on", test_read_goes_on);
  ADD ("/read/markup", test_read_markup);
  ADD ("/read/next-mention", test_read_next_mention);

  return g_test_run ();
}
