/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparing/plx-comparing.h"

#include <string.h>

#include "comparing/plx-event-reasons.h"
#include "reading/plx-reading.h"

/* The articles of a file of near events, and the event of each. */
typedef struct
{
  GPtrArray *documents;
  GPtrArray *events;
} Collection;

static void
collection_clear (Collection *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->events);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collection, collection_clear)

static void
collection_init (Collection *self)
{
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  self->events = g_ptr_array_new_with_free_func (g_free);
}

static void
load (Collection *self,
      const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "events", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) articles = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  articles = g_strsplit (g_strchomp (text), "\n\n", -1);

  for (guint i = 0; articles[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (articles[i], "\n", -1);
      g_auto (GStrv) head = g_strsplit (lines[0] + strlen ("= "), " | ", -1);
      g_autofree char *source = g_strdup_printf ("%u.txt", i);
      PlxDocument *document = plx_document_new (source, "text");

      g_ptr_array_add (self->documents, document);
      g_ptr_array_add (self->events, g_strdup (head[0]));
      plx_document_set_field (document, PLX_FIELD_OUTLET, head[1], "test");
      if (head[2] != NULL)
        plx_document_set_field (document, PLX_FIELD_PUBLISHED, head[2], "test");
      plx_document_append (document, lines[1], -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
      for (guint k = 2; lines[k] != NULL; k++)
        plx_document_append (document, lines[k], -1, PLX_ROLE_BODY, PLX_CUT_NONE);
    }
}

static guint
get_article (const PlxProposal *proposal,
             guint              i)
{
  return g_array_index (proposal->articles, guint32, i);
}

/* The F1 of the pairs of articles that are put together. */
static double
measure (Collection *self,
         GPtrArray  *proposals)
{
  guint right = 0, made = 0, gold = 0;

  for (guint i = 0; i < self->events->len; i++)
    for (guint k = 0; k < i; k++)
      gold += g_str_equal (self->events->pdata[i], self->events->pdata[k]);

  for (guint i = 0; i < proposals->len; i++)
    {
      const PlxProposal *proposal = g_ptr_array_index (proposals, i);

      for (guint a = 0; a < proposal->articles->len; a++)
        for (guint b = 0; b < a; b++)
          {
            made++;
            right += g_str_equal (self->events->pdata[get_article (proposal, a)],
                                  self->events->pdata[get_article (proposal, b)]);
          }
    }
  g_test_message ("%u of %u pairs right, %u in the gold", right, made, gold);

  return 2.0 * right / (made + gold);
}

typedef struct
{
  const char *name;
  gboolean    dated;
  double      reach;
} NearCase;

static void
test_near_events (gconstpointer data)
{
  const NearCase *near = data;
  g_auto (Collection) collection = { 0 };
  g_autoptr (GPtrArray) proposals = NULL;

  collection_init (&collection);
  load (&collection, near->name);
  for (guint i = 0; !near->dated && i < collection.documents->len; i++)
    plx_document_set_field (collection.documents->pdata[i], PLX_FIELD_PUBLISHED, NULL, NULL);

  proposals = plx_comparing_propose (collection.documents);
  g_assert_cmpfloat (measure (&collection, proposals), >=, near->reach);
}

/* The articles of one of the stories whose claims are judged. */
static void
load_story (Collection *self,
            const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "claims", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *entry;

  g_assert_no_error (error);
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, entry, NULL);

      if (!g_str_has_suffix (entry, ".txt"))
        continue;
      g_ptr_array_add (self->documents, plx_reading_read_file (file, NULL, &error));
      g_assert_no_error (error);
      g_ptr_array_add (self->events, g_strdup (name));
    }
}

/* Stories of three to six outlets, told by two agencies and in words of their own. */
static void
test_whole_stories (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "claims", "sets.tsv", NULL);
  g_auto (Collection) collection = { 0 };
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *sets = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  collection_init (&collection);
  g_file_get_contents (path, &sets, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (sets), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      load_story (&collection, cells[0]);
    }

  proposals = plx_comparing_propose (collection.documents);
  g_assert_cmpfloat (measure (&collection, proposals), >=, 0.93);
  for (guint i = 0; i < proposals->len; i++)
    {
      const PlxProposal *proposal = g_ptr_array_index (proposals, i);

      for (guint k = 1; k < proposal->articles->len; k++)
        g_assert_cmpstr (collection.events->pdata[get_article (proposal, 0)], ==,
                         collection.events->pdata[get_article (proposal, k)]);
    }
}

/* What a large event is made of, each half of a sentence by itself; and what is beside it. */
static const char * const dam_who[] = {
  "The governor", "A court in Tessel", "The operator Dorval", "Rescuers", "The mayor of Keldon",
  "An engineer", "Farmers below the dam", "The army", "A nurse of Norrum", "The insurers",
};
static const char * const dam_what[] = {
  "closed the sluice of the Grettan dam", "warned of cracks in the Grettan dam",
  "called for an inquiry into the breach", "brought families out of the flooded valley",
  "asked why the siren was silent", "counted the drowned cattle",
  "blamed the pumps of the power station", "sent tents to the school of Keldon",
};
static const char * const own_words[] = {
  "orchard", "violin", "lantern", "tramway", "pottery", "glacier", "beehive", "chapel", "harvest",
  "library", "marathon", "notebook", "painter", "quarry", "saddle", "theatre", "umbrella",
  "vineyard", "workshop", "bakery", "carpet", "drummer", "falcon", "garden", "hammer",
};

/* An article of the event: some of what is told of it, and as much that nobody else tells. */
static PlxDocument *
make_large (guint number)
{
  g_autofree char *source = g_strdup_printf ("%u.txt", number);
  PlxDocument *document = plx_document_new (source, "text");

  for (guint i = 0; i < 6; i++)
    {
      guint one = (number * 7 + i * 13) % G_N_ELEMENTS (dam_who);
      guint two = (number * 5 + i * 11 + number / 10) % G_N_ELEMENTS (dam_what);
      guint a = (number * 3 + i * 7) % G_N_ELEMENTS (own_words);
      guint b = (number / 25 + i * 9 + number) % G_N_ELEMENTS (own_words);
      g_autofree char *told = g_strdup_printf ("%s %s.", dam_who[one], dam_what[two]);
      g_autofree char *own = g_strdup_printf ("Kom%uvar and Bel%utor left the %s near the %s.",
                                              number * 6 + i, number * 6 + i, own_words[a],
                                              own_words[b]);

      plx_document_append (document, told, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
      plx_document_append (document, own, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
    }

  return document;
}

/* What all of them tell is no less telling for that: a large event, alone or beside others, does
 * not fall into small ones. */
static void
test_large_event (void)
{
  g_auto (Collection) collection = { 0 };
  g_autoptr (GPtrArray) alone = NULL;
  g_autoptr (GPtrArray) beside = NULL;
  const PlxProposal *first;

  collection_init (&collection);
  for (guint i = 0; i < 400; i++)
    {
      g_ptr_array_add (collection.documents, make_large (i));
      g_ptr_array_add (collection.events, g_strdup ("dam"));
    }
  alone = plx_comparing_propose (collection.documents);
  g_assert_cmpuint (alone->len, ==, 1);
  first = g_ptr_array_index (alone, 0);
  g_assert_cmpuint (first->articles->len, ==, 400);

  load (&collection, "tuned.txt");
  beside = plx_comparing_propose (collection.documents);
  g_assert_cmpfloat (measure (&collection, beside), >=, 0.99);
  first = g_ptr_array_index (beside, 0);
  g_assert_cmpuint (first->articles->len, ==, 400);
}

/* An article of one of two groups that have half of their words in common. */
static PlxDocument *
make_blend (guint number,
            guint group)
{
  g_autofree char *source = g_strdup_printf ("%u-%u.txt", group, number);
  PlxDocument *document = plx_document_new (source, "text");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *text =
        g_strdup_printf ("Some %s of the %s saw Tal%utor beside Kem%uvar.",
                         own_words[(number * 5 + i * 3) % G_N_ELEMENTS (own_words)],
                         own_words[(number * 7 + i * 11 + 4) % G_N_ELEMENTS (own_words)],
                         group * 100 + (number + i) % 10, group * 100 + (number * 3 + i) % 10);

      plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
    }

  return document;
}

/* Events that have nothing in common are well apart; what was told by one pen is not. */
static void
test_how_far_apart (void)
{
  g_auto (Collection) clear = { 0 };
  g_autoptr (GPtrArray) blend =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) blended = NULL;
  guint n_apart = 0;

  collection_init (&clear);
  load_story (&clear, "bakery-takeover");
  load_story (&clear, "rail-strike");
  events = plx_comparing_propose (clear.documents);
  for (guint i = 0; i < events->len; i++)
    {
      g_test_message ("%.2f apart", ((PlxProposal *) events->pdata[i])->apart);
      n_apart += ((PlxProposal *) events->pdata[i])->apart > 5;
    }
  g_assert_cmpuint (n_apart, ==, 2);

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (blend, make_blend (i / 2, i % 2));
  blended = plx_comparing_propose (blend);
  g_assert_cmpuint (blended->len, ==, 2);
  for (guint i = 0; i < blended->len; i++)
    {
      const PlxProposal *proposal = g_ptr_array_index (blended, i);

      g_test_message ("%u articles, %.2f apart", proposal->articles->len, proposal->apart);
      g_assert_cmpfloat (proposal->apart, >, 1);
      g_assert_cmpfloat (proposal->apart, <, 2.2);
    }
}

/* What is in a proposal, in words that do not depend on the places of the documents. */
static char *
describe (const PlxProposal *proposal,
          GPtrArray         *documents)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *why = g_strjoinv (", ", proposal->why);
  g_autofree char *articles = NULL;

  for (guint i = 0; i < proposal->articles->len; i++)
    g_ptr_array_add (names,
                     ((PlxDocument *) documents->pdata[get_article (proposal, i)])->source);
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  articles = g_strjoinv (" ", (char **) names->pdata);

  return g_strdup_printf ("%s: %s %u-%u", articles, why, proposal->from, proposal->to);
}

static GHashTable *
describe_all (GPtrArray *documents)
{
  g_autoptr (GPtrArray) proposals = plx_comparing_propose (documents);
  GHashTable *described = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < proposals->len; i++)
    g_hash_table_add (described, describe (g_ptr_array_index (proposals, i), documents));

  return described;
}

static void
test_any_order (void)
{
  g_auto (Collection) collection = { 0 };
  g_autoptr (GHashTable) described = NULL;

  collection_init (&collection);
  load (&collection, "tuned.txt");
  load (&collection, "held.txt");
  described = describe_all (collection.documents);

  /* Steps that have no divisor in common with the number of articles. */
  g_assert_cmpuint (collection.documents->len, ==, 33);
  for (guint step = 7; step <= 13; step += 3)
    {
      g_autoptr (GPtrArray) turned = g_ptr_array_new ();
      g_autoptr (GHashTable) again = NULL;
      GHashTableIter iter;
      gpointer key;

      for (guint i = 0; i < collection.documents->len; i++)
        g_ptr_array_add (turned, collection.documents->pdata[(i * step + step) %
                                                             collection.documents->len]);
      again = describe_all (turned);

      g_assert_cmpuint (g_hash_table_size (again), ==, g_hash_table_size (described));
      g_hash_table_iter_init (&iter, described);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_assert_true (g_hash_table_contains (again, key));
    }
}

static void
test_tells_why (void)
{
  g_auto (Collection) collection = { 0 };
  g_autoptr (GPtrArray) proposals = NULL;
  const PlxProposal *first;

  collection_init (&collection);
  load (&collection, "tuned.txt");
  proposals = plx_comparing_propose (collection.documents);
  first = g_ptr_array_index (proposals, 0);

  g_assert_true (g_strv_contains ((const char * const *) first->why, "Orsin"));
  g_assert_true (g_strv_contains ((const char * const *) first->why, "Lidia Maro"));
  for (guint i = 0; first->why[i] != NULL; i++)
    g_assert_false (g_strv_contains ((const char * const *) &first->why[i + 1], first->why[i]));
  g_assert_cmpuint (first->from, ==, plx_day_parse ("2021-03-03"));
  g_assert_cmpuint (first->to, ==, plx_day_parse ("2021-03-05"));
  g_assert_cmpuint (first->reprints->len, ==, 0);
}

static PlxDocument *
make_document (const char *source,
               const char *text)
{
  PlxDocument *document = plx_document_new (source, "text");

  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  return document;
}

#define REPORT \
  "The night train from Aldern to Port Selby left the rails near the Corran tunnel on Sunday, " \
  "and forty passengers walked two kilometres through snow to a forester's hut. Nobody was hurt " \
  "badly. The railway said a fallen larch had bent the track an hour before the train came. "
#define MORE \
  "Passengers praised the guard, Milo Tarn, who carried two children on his shoulders and came " \
  "back for their dog. A relief train reached the hut at dawn with soup and blankets. The line " \
  "stays closed until Thursday while a crane lifts the carriages. "

static void
test_tells_reprints (void)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GPtrArray) proposals = NULL;
  const PlxProposal *proposal;
  const PlxReprintSet *copies, *versions;

  g_ptr_array_add (documents, make_document ("cut", REPORT));
  g_ptr_array_add (documents, make_document ("apple", "An apple harvest festival opens in Venn."));
  g_ptr_array_add (documents, make_document ("whole", REPORT MORE));
  g_ptr_array_add (documents, make_document ("own", "Milo Tarn, guard of the night train that left "
                                             "the rails at the Corran tunnel, says that a larch "
                                             "lay on the track and that he only did his duty."));
  g_ptr_array_add (documents, make_document ("copy", REPORT MORE));

  proposals = plx_comparing_propose (documents);
  g_assert_cmpuint (proposals->len, ==, 1);
  proposal = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (proposal->articles->len, ==, 4);
  g_assert_cmpuint (proposal->reprints->len, ==, 2);

  versions = g_ptr_array_index (proposal->reprints, 0);
  g_assert_cmpint (versions->kind, ==, PLX_REPRINT_VERSION);
  g_assert_cmpuint (versions->articles->len, ==, 3);
  g_assert_cmpuint (g_array_index (versions->articles, guint32, 0), ==, 0);

  copies = g_ptr_array_index (proposal->reprints, 1);
  g_assert_cmpint (copies->kind, ==, PLX_REPRINT_COPY);
  g_assert_cmpuint (copies->articles->len, ==, 2);
  g_assert_cmpuint (g_array_index (copies->articles, guint32, 0), ==, 2);
  g_assert_cmpuint (g_array_index (copies->articles, guint32, 1), ==, 4);
}

static void
test_bad_input (void)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GPtrArray) none = plx_comparing_propose (documents);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) many = NULL;
  g_autoptr (GString) large = g_string_new (NULL);

  g_assert_cmpuint (none->len, ==, 0);

  g_ptr_array_add (documents, make_document ("one", REPORT));
  one = plx_comparing_propose (documents);
  g_assert_cmpuint (one->len, ==, 0);

  g_ptr_array_add (documents, plx_document_new ("empty", "text"));
  g_ptr_array_add (documents, plx_document_new ("empty too", "text"));
  g_ptr_array_add (documents, make_document ("marks", "… — !"));
  while (large->len < 5 * 1000 * 1000)
    g_string_append_printf (large, "word%" G_GSIZE_FORMAT " buffalo ", large->len % 997);
  g_ptr_array_add (documents, make_document ("large", large->str));
  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (documents, make_document ("same", REPORT MORE));

  many = plx_comparing_propose (documents);
  g_assert_cmpuint (many->len, ==, 1);
  g_assert_cmpuint (((PlxProposal *) many->pdata[0])->articles->len, ==, 501);
}

/* Function words of a language are no event. */
static void
test_other_languages (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } articles[] = {
    { "es", "El alcalde de la ciudad dijo que la fiesta de los panaderos es para todos y que las "
            "calles se van a cerrar por la noche, pero no los mercados." },
    { "es", "La lluvia que cae en la sierra es buena para los olivos, y los vecinos de la aldea "
            "dicen que no se ha visto otra igual por muchos años." },
    { "fr", "Le train de nuit est arrivé dans la gare avec une heure de retard, et les voyageurs "
            "ne sont pas contents de ce que la compagnie leur a dit." },
    { "fr", "Les moutons de la vallée sont partis pour la montagne, et le berger dit que ce sera "
            "une bonne année pour le fromage dans les alpages." },
    { "ja", "東京の港で火事がありました。けが人はいませんでした。" },
    { "ja", "北海道では雪が降りました。列車が遅れています。" },
  };
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GPtrArray) proposals = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      PlxDocument *document = make_document (articles[i].language, articles[i].text);

      plx_document_set_field (document, PLX_FIELD_LANGUAGE, articles[i].language, "test");
      g_ptr_array_add (documents, document);
    }

  proposals = plx_comparing_propose (documents);
  g_assert_cmpuint (proposals->len, ==, 0);
}

static void
test_formats_days (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *text;
  } cases[] = {
    { "2011-05-04", "2011-05-04", "4 May 2011" },
    { "2011-05-04", "2011-05-06", "4–6 May 2011" },
    { "2011-05-30", "2011-06-02", "30 May – 2 June 2011" },
    { "2011-12-31", "2012-01-01", "31 December 2011 – 1 January 2012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plx_event_reasons_format_days (plx_day_parse (cases[i].from),
                                                             plx_day_parse (cases[i].to));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static const NearCase near_cases[] = {
  { "tuned.txt", TRUE, 1 },
  { "tuned.txt", FALSE, 1 },
  { "held.txt", TRUE, 1 },
  { "held.txt", FALSE, 1 },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (near_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/propose/near-events/%s/%s", near_cases[i].name,
                                               near_cases[i].dated ? "dated" : "undated");

      g_test_add_data_func (path, &near_cases[i], test_near_events);
    }
  g_test_add_func ("/propose/whole-stories", test_whole_stories);
  g_test_add_func ("/propose/large-event", test_large_event);
  g_test_add_func ("/propose/how-far-apart", test_how_far_apart);
  g_test_add_func ("/propose/any-order", test_any_order);
  g_test_add_func ("/propose/tells-why", test_tells_why);
  g_test_add_func ("/propose/tells-reprints", test_tells_reprints);
  g_test_add_func ("/propose/bad-input", test_bad_input);
  g_test_add_func ("/propose/other-languages", test_other_languages);
  g_test_add_func ("/propose/formats-days", test_formats_days);

  return g_test_run ();
}
