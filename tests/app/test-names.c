/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "names/plx-form-row.h"
#include "names/plx-name-item.h"
#include "names/plx-name-popover.h"
#include "names/plx-names-pane.h"
#include "names/plx-written-form.h"
#include "read/plx-read-labels.h"
#include "read/plx-read-selection.h"
#include "read/plx-read-view.h"

static GtkWidget *
get_child (GtkWidget  *widget,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

/* A story of two articles, of which only the first speaks of Kenya and São Paulo. */
static PlxStory *
add_story (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  g_ptr_array_add (documents,
                   app_fixture_document ("Talks begin in Norway", "one.txt",
                                         "Norway invited Kenya and Chad to talks on Monday. "
                                         "Kenya agreed. Chad agreed too, and Norway was glad. "
                                         "The Norwegian minister had come from São Paulo."));
  g_ptr_array_add (documents,
                   app_fixture_document ("Norway is glad", "two.txt",
                                         "Norway and Chad have talked. Norway is glad."));

  return app_fixture_add_documents (fixture, "Talks", documents);
}

static GtkWidget *
open_view (AppFixture *fixture,
           GtkWidget  *window,
           PlxStory   *story)
{
  GtkWidget *view;

  app_fixture_open (fixture, story);
  view = g_object_new (PLX_TYPE_READ_VIEW, "session", fixture->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_settle ();

  return view;
}

static GtkWidget *
open_pane (GtkWidget *view)
{
  gtk_widget_activate_action (view, "read.names", NULL);
  app_fixture_settle ();

  return get_child (view, "names");
}

static GListModel *
get_names (GtkWidget *pane)
{
  return G_LIST_MODEL (get_child (pane, "selection"));
}

static PlxNameItem *
get_name (GtkWidget *pane,
          guint      position)
{
  g_autoptr (PlxNameItem) item = g_list_model_get_item (get_names (pane), position);

  return item;
}

static guint
find_name (GtkWidget  *pane,
           const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_names (pane)); i++)
    if (g_str_equal (plx_name_item_get_record (get_name (pane, i))->name, name))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
select_name (GtkWidget  *pane,
             const char *name,
             gboolean    only)
{
  guint position = find_name (pane, name);

  g_assert_cmpuint (position, !=, GTK_INVALID_LIST_POSITION);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_names (pane)), position, only);
  app_fixture_settle ();
}

static guint
count_in_second (PlxAnalysis *analysis,
                 guint        entity)
{
  g_autoptr (GArray) places = plx_written_form_places (analysis, entity);
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += g_array_index (places, PlxFormPlace, i).article == 1;

  return n;
}

static void
test_names_listed (AppFixture    *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *pane;
  PlxAnalysis *analysis;
  PlxNameItem *norway;
  g_autofree char *counts = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *line = NULL;
  guint n;

  g_test_summary ("Every name of the story is listed, with its mentions by source");

  pane = open_pane (open_view (fixture, window, add_story (fixture)));
  analysis = plx_session_get_analysis (fixture->session);
  g_assert_cmpuint (g_list_model_get_n_items (get_names (pane)), ==, analysis->entities->len);

  norway = get_name (pane, 0);
  g_assert_cmpstr (plx_name_item_get_record (norway)->name, ==, "Norway");
  g_assert_cmpuint (plx_name_item_get_n_sources (norway), ==, 2);
  g_assert_cmpuint (plx_name_item_get_count (norway, 0) + plx_name_item_get_count (norway, 1), ==,
                    plx_name_item_get_record (norway)->n_mentions);
  n = count_in_second (analysis, plx_name_item_get_entity (norway));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (plx_name_item_get_count (norway, 1), ==, n);
  counts = plx_name_item_dup_counts (norway);
  g_assert_true (g_str_has_suffix (counts, "mentions in 2 of 2 sources"));
  sources = plx_name_item_dup_sources (norway);
  line = g_strdup_printf ("Norway is glad: %u", n);
  g_assert_nonnull (strstr (sources, line));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names_sorted (AppFixture    *fixture,
                   gconstpointer  data)
{
  static const char * const orders[] = { "mentions", "sources", "name", "kind", "country" };
  GtkWidget *window = adw_window_new ();
  GtkWidget *pane;

  g_test_summary ("Names are sorted as is asked for");

  pane = open_pane (open_view (fixture, window, add_story (fixture)));
  for (gsize k = 0; k < G_N_ELEMENTS (orders); k++)
    {
      gtk_widget_activate_action (pane, "names.order", "s", orders[k]);
      g_assert_cmpuint (g_list_model_get_n_items (get_names (pane)), >, 3);

      for (guint i = 0; i + 1 < g_list_model_get_n_items (get_names (pane)); i++)
        {
          const PlxEntityRecord *a = plx_name_item_get_record (get_name (pane, i));
          const PlxEntityRecord *b = plx_name_item_get_record (get_name (pane, i + 1));

          if (k == 0)
            g_assert_cmpuint (a->n_mentions, >=, b->n_mentions);
          else if (k == 1)
            g_assert_cmpuint (a->n_articles, >=, b->n_articles);
          else if (k == 2)
            g_assert_cmpint (g_utf8_collate (a->name, b->name), <, 0);
          else if (k == 3)
            g_assert_cmpuint (a->kind, <=, b->kind);
          else
            g_assert_true (a->country != NULL || b->country == NULL);
        }
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names_filtered (AppFixture    *fixture,
                     gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view, *pane;
  guint n_all;

  g_test_summary ("Names are filtered by what they are, and to those of the article that is read");

  view = open_view (fixture, window, add_story (fixture));
  pane = open_pane (view);
  n_all = g_list_model_get_n_items (get_names (pane));

  gtk_widget_activate_action (pane, "names.kind", "s", "country");
  g_assert_cmpuint (g_list_model_get_n_items (get_names (pane)), <, n_all);
  for (guint i = 0; i < g_list_model_get_n_items (get_names (pane)); i++)
    g_assert_cmpint (plx_name_item_get_record (get_name (pane, i))->kind, ==, PLX_KIND_COUNTRY);
  g_assert_nonnull (app_fixture_find_label (pane, "Kenya"));

  gtk_widget_activate_action (pane, "names.here-only", NULL);
  g_assert_cmpuint (find_name (pane, "Kenya"), !=, GTK_INVALID_LIST_POSITION);
  plx_session_set_article (fixture->session, 1);
  app_fixture_settle ();
  g_assert_cmpuint (find_name (pane, "Kenya"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (find_name (pane, "Chad"), !=, GTK_INVALID_LIST_POSITION);

  gtk_widget_activate_action (pane, "names.kind", "s", "law");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_label (pane, "No Such Name"));
  gtk_widget_activate_action (pane, "names.show-all", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_names (pane)), ==, n_all);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names_searched (AppFixture    *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *words;
    const char *name;
  } cases[] = {
    { "KEN", "Kenya" },
    { "norwegian", "Norway" },
    { "sao pau", "São Paulo" },
    { "paulo", "São Paulo" },
    { "Kényá", "Kenya" },
  };
  GtkWidget *window = adw_window_new ();
  GtkWidget *pane, *entry;

  g_test_summary ("A name is found by each of its forms, without accents and capitals");

  pane = open_pane (open_view (fixture, window, add_story (fixture)));
  entry = get_child (pane, "search_entry");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].words);
      app_fixture_wait (g_list_model_get_n_items (get_names (pane)) == 1);
      g_assert_cmpuint (find_name (pane, cases[i].name), ==, 0);
    }
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (get_child (pane, "summary"))),
                                   "1 of "));

  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  app_fixture_wait (app_fixture_find_label (pane, "No Such Name") != NULL);

  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), n) != NULL)
    n++;

  return n;
}

static void
keep_sentence_cb (PlxSession *session,
                  guint       article,
                  guint       sentence,
                  GArray     *seen)
{
  PlxSentenceRef ref = { .article = article, .sentence = sentence };

  g_array_append_val (seen, ref);
}

static void
test_names_details (AppFixture    *fixture,
                    gconstpointer  data)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  GtkWidget *window = adw_window_new ();
  GtkWidget *pane, *details, *forms;
  guint n = 0;

  g_test_summary ("A name that is selected shows its forms, and each of their sentences");

  pane = open_pane (open_view (fixture, window, add_story (fixture)));
  g_assert_false (gtk_widget_get_visible (get_child (pane, "lower")));
  select_name (pane, "Norway", TRUE);
  details = get_child (pane, "details");
  g_assert_true (gtk_widget_get_mapped (details));
  g_assert_nonnull (app_fixture_find_label (details, "Norwegian"));
  g_assert_nonnull (app_fixture_find_label (details, "Word for its people"));
  g_assert_cmpuint (count_rows (get_child (details, "sources")), ==, 2);

  forms = get_child (details, "forms");
  for (guint i = 0; i < count_rows (forms); i++)
    n += plx_form_row_get_places (PLX_FORM_ROW (gtk_list_box_get_row_at_index (
           GTK_LIST_BOX (forms), i)))->len;
  g_assert_cmpuint (n, ==, plx_name_item_get_record (get_name (pane, 0))->n_mentions);

  g_signal_connect (fixture->session, "show-sentence", G_CALLBACK (keep_sentence_cb), seen);
  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (forms), 0), "activate");
  g_assert_cmpuint (seen->len, ==, 3);
  g_assert_cmpuint (g_array_index (seen, PlxSentenceRef, 0).article, ==, 0);
  g_assert_true (memcmp (&g_array_index (seen, PlxSentenceRef, 0),
                         &g_array_index (seen, PlxSentenceRef, 1), sizeof (PlxSentenceRef)) != 0);

  g_signal_handlers_disconnect_by_data (fixture->session, seen);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names_other_story (AppFixture    *fixture,
                        gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *pane;

  g_test_summary ("What is selected in one story is not in another, though it has that name");

  pane = open_pane (open_view (fixture, window, add_story (fixture)));
  select_name (pane, "Chad", TRUE);
  g_assert_true (gtk_widget_get_visible (get_child (pane, "lower")));

  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  app_fixture_settle ();
  g_assert_cmpuint (find_name (pane, "Chad"), !=, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (find_name (pane, "Norway"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_widget_get_visible (get_child (pane, "lower")));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names_steps (AppFixture    *fixture,
                  gconstpointer  data)
{
  PlxAnalysis *analysis;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (PlxFormPlace));
  PlxFormPlace place = { .article = PLX_NONE };
  PlxFormPlace other;

  g_test_summary ("Stepping goes through all places and round, both ways");

  app_fixture_open (fixture, add_story (fixture));
  analysis = plx_session_get_analysis (fixture->session);
  places = plx_written_form_places (analysis, 0);
  g_assert_cmpuint (places->len, >, 2);

  for (guint i = 0; i <= places->len; i++)
    {
      g_assert_true (plx_written_form_step (places, place, 1, &place));
      other = g_array_index (places, PlxFormPlace, i % places->len);
      g_assert_cmpuint (place.article, ==, other.article);
      g_assert_cmpuint (place.mention, ==, other.mention);
    }

  /* From the first, backwards. */
  g_assert_true (plx_written_form_step (places, place, -1, &place));
  other = g_array_index (places, PlxFormPlace, places->len - 1);
  g_assert_cmpuint (place.article, ==, other.article);
  g_assert_cmpuint (place.mention, ==, other.mention);
  g_assert_false (plx_written_form_step (none, place, 1, &other));

  /* Alone, there is nowhere else to go. */
  g_array_set_size (places, 1);
  g_assert_false (plx_written_form_step (places, g_array_index (places, PlxFormPlace, 0), 1,
                                        &other));
}

/* Fails where a control below the widget says nothing to those who do not see it. */
static void
check_labelled (GtkWidget *widget)
{
  gboolean is_control = (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)) &&
                        gtk_widget_get_visible (widget);

  if (is_control && gtk_widget_get_first_child (widget) != NULL &&
      GTK_IS_IMAGE (gtk_widget_get_first_child (widget)))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL));
  if (GTK_IS_DROP_DOWN (widget))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_labelled (child);
}

static void
test_names_popover (AppFixture    *fixture,
                    gconstpointer  data)
{
  g_autoptr (PlxMender) mender = NULL;
  GtkWidget *popover;

  g_test_summary ("Each control of the popover has a name, and each way of mending its action");

  app_fixture_open (fixture, add_story (fixture));
  mender = plx_mender_new (fixture->session);
  popover = g_object_ref_sink (plx_name_popover_new (mender));
  plx_name_popover_show_mention (PLX_NAME_POPOVER (popover), 0, 0);
  check_labelled (popover);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (get_child (popover, "next")), GTK_ACCESSIBLE_PROPERTY_LABEL, "Next Mention");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (popover, "name"))), ==, "Norway");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (popover, "country_value"))), ==,
                   "Norway");
  g_object_unref (popover);
}

static void
test_names_selection (void)
{
  static const struct
  {
    const char *text;
    guint       start;
    guint       end;
    const char *found;
  } cases[] = {
    { "The Ocean Pact holds.", 3, 15, "Ocean Pact" },
    { "The “Ocean Pact”, they say", 4, 21, "Ocean Pact" },
    { "Acme Inc. sold it", 0, 9, "Acme Inc." },
    { "The U.S. President", 4, 9, "U.S." },
    { "They met Acme. Then", 9, 14, "Acme" },
    { "They saw Jean-Luc there", 12, 12, "Jean-Luc" },
    { "They saw O’Brien there", 9, 9, "O’Brien" },
    { "São Paulo", 0, 4, "São" },
    { "… and", 0, 3, NULL },
    { "a  b", 2, 2, NULL },
    { "", 0, 0, NULL },
  };

  g_test_summary ("What is marked are words, without what stands around them");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint start = cases[i].start;
      guint end = cases[i].end;
      g_autofree char *found = NULL;

      if (plx_read_selection_clean (cases[i].text, &start, &end))
        found = g_strndup (cases[i].text + start, end - start);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_names_language (void)
{
  static const struct
  {
    const char *tag;
    const char *words;
  } cases[] = {
    { "en", NULL },
    { "en-GB", NULL },
    { "EN", NULL },
    { NULL, NULL },
    { "enm", "Names in Middle English" },
    { "pt-BR", "Names in " },
    { "sw", "Names in Swahili are found by form and by country only" },
  };

  g_test_summary ("An article in another language says how much of it is understood");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ("one.txt", "text");
      g_autofree char *words = NULL;

      plx_document_set_field (document, PLX_FIELD_LANGUAGE, cases[i].tag, "text");
      words = plx_read_label_language (document);
      if (cases[i].words == NULL)
        g_assert_null (words);
      else
        g_assert_true (words != NULL && g_str_has_prefix (words, cases[i].words));
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/names/listed", test_names_listed);
  ADD ("/names/sorted", test_names_sorted);
  ADD ("/names/filtered", test_names_filtered);
  ADD ("/names/searched", test_names_searched);
  ADD ("/names/details", test_names_details);
  ADD ("/names/other-story", test_names_other_story);
  ADD ("/names/steps", test_names_steps);
  ADD ("/names/popover", test_names_popover);
  g_test_add_func ("/names/selection", test_names_selection);
  g_test_add_func ("/names/language", test_names_language);

  return g_test_run ();
}
