/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>

#include "window/plx-offers-dialog.h"
#include "window/plx-offers.h"
#include "window/plx-window-offers.h"

/* Two events of three and two articles; the second of the first is a copy. */
static const struct
{
  const char *headline;
  const char *source;
  const char *outlet;
  const char *text;
} articles[] = {
  { "Lighthouse of Torvik falls into the sea", "one.txt", "The Lantern",
    "The lighthouse of Torvik, built in 1841, fell into the sea on Monday night when the cliff "
    "under it gave way. The keeper, Asta Grimm, had been taken off the island a week before. "
    "Engineers had measured cracks in the cliff since the autumn storms." },
  { "Torvik lighthouse lost", "two.txt", "Evening Copy",
    "The lighthouse of Torvik, built in 1841, fell into the sea on Monday night when the cliff "
    "under it gave way. The keeper, Asta Grimm, had been taken off the island a week before. "
    "Engineers had measured cracks in the cliff since the autumn storms." },
  { "Keeper mourns the light of Torvik", "three.txt", "Harbour News",
    "Asta Grimm watched from the harbour as the cliff of Torvik broke and took her lighthouse "
    "with it. The keeper had tended the lamp for nineteen years. The cracks in the cliff had "
    "grown with every storm, she said." },
  { "Bakers strike over flour prices in Lund Valley", "four.txt", "Valley Post",
    "Bakers in the Lund Valley kept their ovens cold on Monday to protest against the price of "
    "flour, which has doubled since the mill at Ostby was sold. Guild master Per Holt said the "
    "strike would last until Friday." },
  { "No bread in Lund Valley as guild strikes", "five.txt", "The Oven",
    "There was no fresh bread in the Lund Valley on Monday. The bakers' guild is on strike until "
    "Friday over flour that costs twice what it did before the Ostby mill was sold, guild master "
    "Per Holt said." },
};

static GPtrArray *
make_documents (guint first,
                guint past)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = first; i < past; i++)
    {
      PlxDocument *document = app_fixture_document (articles[i].headline, articles[i].source,
                                                    articles[i].text);

      plx_document_set_field (document, PLX_FIELD_OUTLET, articles[i].outlet, "text");
      g_ptr_array_add (documents, document);
    }

  return documents;
}

static PlxStory *
add (AppFixture *fixture,
     const char *title,
     guint       first,
     guint       past)
{
  g_autoptr (GPtrArray) documents = make_documents (first, past);

  return app_fixture_add_documents (fixture, title, documents);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GPtrArray **offers = user_data;
  g_autoptr (GError) error = NULL;

  *offers = plx_offers_find_finish (result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
find (AppFixture *fixture)
{
  GPtrArray *offers = NULL;

  plx_offers_find_async (fixture->library, NULL, found_cb, &offers);
  app_fixture_wait (offers != NULL);

  return offers;
}

static void
test_offers_none (AppFixture    *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) empty = find (fixture);
  g_autoptr (GPtrArray) offers = NULL;

  g_test_summary ("A story that has one event, and all of it, is not proposed again");

  g_assert_cmpuint (empty->len, ==, 0);
  add (fixture, "Torvik", 0, 3);
  add (fixture, "Bread", 3, 5);
  offers = find (fixture);
  g_assert_cmpuint (offers->len, ==, 0);
}

static void
test_offers_heap (AppFixture    *fixture,
                  gconstpointer  data)
{
  PlxStory *heap = add (fixture, "Folder", 0, 5);
  g_autoptr (GPtrArray) offers = find (fixture);
  const PlxOffer *first;

  g_test_summary ("A story of two events is proposed as two");

  g_assert_cmpuint (offers->len, ==, 2);
  first = g_ptr_array_index (offers, 0);
  g_assert_cmpint (first->target, ==, 0);
  g_assert_cmpuint (first->documents->len, ==, 3);
  g_assert_true (plx_offer_concerns (first, plx_story_get_id (heap)));
  g_assert_false (plx_offer_concerns (first, plx_story_get_id (heap) + 1));
  g_assert_cmpuint (first->proposal->reprints->len, ==, 1);
}

/* Two groups of articles that have half of their words in common. */
static GPtrArray *
make_blend (void)
{
  static const char * const words[] = { "orchard", "violin", "lantern", "pottery", "glacier",
                                        "beehive", "chapel", "harvest", "marathon", "quarry",
                                        "saddle", "theatre", "vineyard" };
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *source = g_strdup_printf ("%u.txt", i);
      guint number = i / 2, group = i % 2;
      PlxDocument *document = plx_document_new (source, "text");

      for (guint k = 0; k < 12; k++)
        {
          g_autofree char *text =
            g_strdup_printf ("Some %s of the %s saw Tal%utor beside Kem%uvar.",
                             words[(number * 5 + k * 3) % G_N_ELEMENTS (words)],
                             words[(number * 7 + k * 11 + 4) % G_N_ELEMENTS (words)],
                             group * 100 + (number + k) % 10, group * 100 + (number * 3 + k) % 10);

          plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
        }
      g_ptr_array_add (documents, document);
    }

  return documents;
}

static void
test_offers_pieces (AppFixture    *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) documents = make_blend ();
  g_autoptr (GPtrArray) proposals = plx_comparing_propose (documents);
  g_autoptr (GPtrArray) offers = NULL;

  g_test_summary ("A story whose parts are hardly apart is not proposed to be split");

  g_assert_cmpuint (proposals->len, ==, 2);
  app_fixture_add_documents (fixture, "Whole", documents);
  offers = find (fixture);
  g_assert_cmpuint (offers->len, ==, 0);
}

static void
test_offers_rest (AppFixture    *fixture,
                  gconstpointer  data)
{
  PlxStory *story = add (fixture, "Torvik", 0, 2);
  g_autoptr (GPtrArray) offers = NULL;
  const PlxOffer *offer;

  g_test_summary ("An article that came in elsewhere is offered to the story of its event");

  add (fixture, "Keeper", 2, 3);
  offers = find (fixture);
  g_assert_cmpuint (offers->len, ==, 1);
  offer = g_ptr_array_index (offers, 0);
  g_assert_cmpint (offer->target, ==, plx_story_get_id (story));
  g_assert_cmpuint (offer->stories->len, ==, 2);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  GtkWidget *label = app_fixture_find_label (root, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

#define THREE "3 articles · 15 June 2015 · 2 have the same words"

/* The label that ends so: what stands before is what the articles share. */
static GtkWidget *
find_text (GtkWidget  *root,
           const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      g_str_has_suffix (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);

  return found;
}

static void
test_offers_dialog (AppFixture    *fixture,
                    gconstpointer  data)
{
  GListModel *stories = plx_library_get_stories (fixture->library);
  PlxStory *heap = add (fixture, "Folder", 0, 5);
  PlxWindow *window = app_fixture_open_window (fixture->library);
  GtkWidget *root = GTK_WIDGET (window);

  g_test_summary ("A proposal says what the articles share and which are the same, makes a story, "
                  "and undo takes it back");

  gtk_widget_activate_action (root, "win.proposals-for", "x", plx_story_get_id (heap));
  app_fixture_wait (find_text (root, THREE) != NULL);
  g_assert_nonnull (app_fixture_find_label (root, "Evening Copy · 15 June 2015 · "
                                                  "the same text as The Lantern"));
  g_assert_nonnull (find_text (root, "2 articles · 15 June 2015"));

  gtk_widget_activate (find_button (root, "New Story"));
  app_fixture_wait (g_list_model_get_n_items (stories) == 2);
  app_fixture_wait (find_text (root, THREE) == NULL);
  g_assert_nonnull (find_text (root, "2 articles · 15 June 2015"));
  g_assert_nonnull (app_fixture_find_label (root, "New story “Lighthouse of Torvik falls into the "
                                                  "sea”"));

  gtk_widget_activate_action (root, "win.undo", NULL);
  app_fixture_wait (g_list_model_get_n_items (stories) == 1);
  app_fixture_wait (find_text (root, THREE) != NULL);

  app_fixture_close_window (window);
}

static void
test_offers_nothing (AppFixture    *fixture,
                     gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_test_summary ("Where there is nothing to propose, it is said");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.proposals", NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "No Proposals") != NULL);
  app_fixture_close_window (window);
}

static void
import (AppFixture *fixture,
        PlxWindow  *window)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n\n%s\n", articles[i].headline,
                                               articles[i].text);

      g_ptr_array_add (files, app_fixture_write (fixture, articles[i].source, text));
    }
  plx_importer_add_files (plx_window_get_importer (window), files, NULL, NULL);
}

static void
test_offers_toast (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  GtkWidget *root = GTK_WIDGET (window);

  g_test_summary ("After an import of two events, two stories are offered in passing");

  import (fixture, window);
  /* It waits until what was said before has been read. */
  app_fixture_wait (app_fixture_find_label (root, "5 articles added") != NULL);
  app_fixture_wait (app_fixture_find_label (root, "5 articles added") == NULL);
  app_fixture_wait (app_fixture_find_label (root, "The articles may be 2 stories") != NULL);

  gtk_widget_activate (find_button (root, "Show"));
  app_fixture_wait (find_text (root, "3 articles · 2 have the same words") != NULL);

  app_fixture_close_window (window);
}

static void
test_offers_closed (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxStory *heap = add (fixture, "Folder", 0, 5);
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_test_summary ("A window may be closed while stories are looked for");

  plx_window_offer_stories (window, heap);
  app_fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  ADD ("/offers/none", test_offers_none);
  ADD ("/offers/heap", test_offers_heap);
  ADD ("/offers/pieces", test_offers_pieces);
  ADD ("/offers/rest", test_offers_rest);
  ADD ("/offers/dialog", test_offers_dialog);
  ADD ("/offers/nothing", test_offers_nothing);
  ADD ("/offers/toast", test_offers_toast);
  ADD ("/offers/closed", test_offers_closed);

  return g_test_run ();
}
