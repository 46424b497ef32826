/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "reading/plx-reading.h"
#include "reading/plx-sameness.h"
#include "reading/plx-sections.h"

/* Of our own writing; every name in it is invented. */
#define PROSE                                                                                     \
  "<p>The harbour master said that the ferry would not leave the port before the storm had "      \
  "passed over the islands, and that nobody knew how long that would take.</p>"                   \
  "<p>The owner of the ferry said that she would wait, since the boat was old and the sea was "   \
  "rough, and since nobody had asked her to hurry.</p>"

static PlxDocument *
read_page (const char *head,
           const char *top)
{
  g_autofree char *html = g_strconcat ("<!DOCTYPE html><html lang=\"en-GB\"><head>", head,
                                       "</head><body><article>", top, PROSE,
                                       "</article></body></html>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (bytes, "page", NULL, &error);

  g_assert_no_error (error);

  return document;
}

static const PlxOtherValue *
find_other (PlxDocument *document,
            PlxField     field)
{
  for (guint i = 0; i < document->others->len; i++)
    if (g_array_index (document->others, PlxOtherValue, i).field == field)
      return &g_array_index (document->others, PlxOtherValue, i);

  return NULL;
}

static void
test_same_values (void)
{
  static const struct
  {
    PlxField    field;
    const char *one;
    const char *other;
    gboolean    same;
  } cases[] = {
    { PLX_FIELD_HEADLINE, "Ferry “late again”", "FERRY 'LATE AGAIN'", TRUE },
    { PLX_FIELD_HEADLINE, "Ferry late again", "Ferry late again | Harbour Ledger", TRUE },
    { PLX_FIELD_HEADLINE, "Ferry late again", "Ferry sinks off Port Selwyn", FALSE },
    { PLX_FIELD_AUTHOR, "Jane Doe and Joost Perrin", "Joost Perrin, Jane Doe", TRUE },
    { PLX_FIELD_AUTHOR, "Jane Doe", "JANE DOE, Harbour Ledger", TRUE },
    { PLX_FIELD_AUTHOR, "Jane Doe", "Joost Perrin", FALSE },
    { PLX_FIELD_OUTLET, "The Guardian", "theguardian.com", TRUE },
    { PLX_FIELD_OUTLET, "BBC", "BBC News", TRUE },
    { PLX_FIELD_OUTLET, "AFP", "Agence France-Presse", TRUE },
    { PLX_FIELD_OUTLET, "Harbour Ledger", "Selwyn Herald", FALSE },
    { PLX_FIELD_PUBLISHED, "2014-03-05T23:30:00-05:00", "2014-03-06T04:30:00Z", TRUE },
    { PLX_FIELD_PUBLISHED, "2014-03-05", "2014-03-05T12:00Z", TRUE },
    { PLX_FIELD_PUBLISHED, "2014-03-05", "2014-05-03", FALSE },
    { PLX_FIELD_PUBLISHED, "2014-03-05", "2013-09", FALSE },
    { PLX_FIELD_LANGUAGE, "en-GB", "en", TRUE },
    { PLX_FIELD_LANGUAGE, "no", "nb-NO", TRUE },
    { PLX_FIELD_LANGUAGE, "en", "de", FALSE },
    { PLX_FIELD_ADDRESS, "https://www.ledger.example/a/1?utm_source=x#top",
      "http://m.ledger.example/a/1/amp/", TRUE },
    { PLX_FIELD_ADDRESS, "https://social.ledger.example/a/1", "https://ledger.example/a/1", TRUE },
    { PLX_FIELD_ADDRESS, "https://ledger.example/?p=1", "https://ledger.example/?p=2", FALSE },
    { PLX_FIELD_ADDRESS, "https://ledger.example/a/1", "https://ledger.example/a/2", FALSE },
    { PLX_FIELD_SECTION, "World", "world news", TRUE },
    { PLX_FIELD_SECTION, "World", "Sport", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].one, cases[i].other);
      g_assert_cmpint (plx_sameness_judge (cases[i].field, cases[i].one, cases[i].other), ==,
                       cases[i].same);
      g_assert_cmpint (plx_sameness_judge (cases[i].field, cases[i].other, cases[i].one), ==,
                       cases[i].same);
    }
}

static void
test_places_that_agree (void)
{
  g_autoptr (PlxDocument) document = read_page (
    "<title>Ferry late again | Harbour Ledger</title>"
    "<meta property=\"og:site_name\" content=\"Harbour Ledger\">"
    "<meta property=\"og:title\" content=\"FERRY LATE AGAIN\">"
    "<meta property=\"og:url\" content=\"http://ledger.example/2014/03/05/ferry?utm_source=x\">"
    "<link rel=\"canonical\" href=\"https://www.ledger.example/2014/03/05/ferry/\">"
    "<meta property=\"article:published_time\" content=\"2014-03-05T07:30:00+01:00\">"
    "<meta property=\"article:modified_time\" content=\"2016-01-01T07:30:00+01:00\">"
    "<meta name=\"author\" content=\"Jane Doe\">",
    "<h1>Ferry late again</h1><p class=\"byline\">By Jane Doe</p><p>5 March 2014</p>");

  g_assert_cmpuint (document->others->len, ==, 0);
}

static void
test_places_that_disagree (void)
{
  static const struct
  {
    PlxField    field;
    const char *value;
    const char *found;
  } others[] = {
    { PLX_FIELD_HEADLINE, "Old boat waits for the storm to pass", "og:title" },
    { PLX_FIELD_AUTHOR, "Joost Perrin", "meta author" },
    { PLX_FIELD_PUBLISHED, "2015-07-01", "meta pubdate" },
    { PLX_FIELD_LANGUAGE, "de-DE", "og:locale" },
    { PLX_FIELD_ADDRESS, "https://herald.example/ferry", "og:url" },
    { PLX_FIELD_SECTION, "Weather", "json-ld articleSection" },
  };
  g_autoptr (PlxDocument) document = read_page (
    "<title>Ferry late again in Port Selwyn</title>"
    "<meta property=\"og:title\" content=\"Old boat waits for the storm to pass\">"
    "<meta property=\"og:locale\" content=\"de_DE\">"
    "<meta property=\"article:section\" content=\"Sea\">"
    "<link rel=\"canonical\" href=\"https://ledger.example/ferry\">"
    "<meta property=\"og:url\" content=\"https://herald.example/ferry\">"
    "<meta name=\"author\" content=\"Joost Perrin\">"
    "<meta name=\"pubdate\" content=\"2015-07-01\">"
    "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": "
    "\"Ferry late again in Port Selwyn\", \"author\": \"Jane Doe\", \"articleSection\": "
    "[\"Weather\", \"Sea\"], \"datePublished\": \"2014-03-05T07:30:00Z\"}</script>",
    "<h1>Ferry late again in Port Selwyn</h1>");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const PlxOtherValue *other = find_other (document, others[i].field);

      g_test_message ("%s", others[i].value);
      g_assert_nonnull (other);
      g_assert_cmpstr (other->value, ==, others[i].value);
      g_assert_cmpstr (other->found, ==, others[i].found);
    }
  g_assert_cmpuint (document->others->len, ==, G_N_ELEMENTS (others));
  g_assert_cmpstr (document->fields[PLX_FIELD_SECTION], ==, "Sea");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Jane Doe");
}

static void
test_entities_in_linked_data (void)
{
  g_autoptr (PlxDocument) document = read_page (
    "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": "
    "\"Ferry &amp;#8216;late&amp;#8217; again in Port Selwyn\"}</script>",
    "<h1>Ferry ‘late’ again in Port Selwyn</h1>");

  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==,
                   "Ferry ‘late’ again in Port Selwyn");
  g_assert_null (find_other (document, PLX_FIELD_HEADLINE));
}

static void
test_agency_that_published (void)
{
  g_autoptr (PlxDocument) document = read_page (
    "<meta property=\"og:site_name\" content=\"Harbour Ledger\">"
    "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": "
    "\"Ferry late again in Port Selwyn\", \"publisher\": {\"name\": \"Associated Press\"}}"
    "</script>", "<h1>Ferry late again in Port Selwyn</h1>");

  g_assert_cmpstr (document->fields[PLX_FIELD_OUTLET], ==, "Harbour Ledger");
  g_assert_cmpstr (document->fields[PLX_FIELD_AGENCY], ==, "Associated Press");
  g_assert_cmpstr (document->found[PLX_FIELD_AGENCY], ==, "json-ld publisher");
}

static void
test_sections (void)
{
  static const struct
  {
    const char *trail;
    const char *section;
  } trails[] = {
    { "Home » today » World » Ferry late again in Port Selwyn", "World" },
    { "Startseite › Politik › Ausland", "Ausland" },
    { "Harbour Ledger > Sea > Ferry late...", "Sea" },
    { "Home", NULL },
  };
  static const struct
  {
    const char *address;
    const char *section;
  } addresses[] = {
    { "https://ledger.example/world/europe/ferry-late-1", "World" },
    { "https://ledger.example/news/2014/03/05/middle-east/ferry", "Middle east" },
    { "https://ledger.example/ferry-late", NULL },
    { "https://ledger.example/article/12345/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (trails); i++)
    {
      g_autofree char *section = plx_sections_from_trail (
        trails[i].trail, "Ferry late again in Port Selwyn", "The Harbour Ledger");

      g_assert_cmpstr (section, ==, trails[i].section);
    }
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *section = plx_sections_from_path (addresses[i].address);

      g_assert_cmpstr (section, ==, addresses[i].section);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/metadata/same-values", test_same_values);
  g_test_add_func ("/metadata/places-that-agree", test_places_that_agree);
  g_test_add_func ("/metadata/places-that-disagree", test_places_that_disagree);
  g_test_add_func ("/metadata/entities-in-linked-data", test_entities_in_linked_data);
  g_test_add_func ("/metadata/agency-that-published", test_agency_that_published);
  g_test_add_func ("/metadata/sections", test_sections);

  return g_test_run ();
}
