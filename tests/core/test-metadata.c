/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "reading/article/plx-outlets.h"
#include "reading/plx-reading.h"
#include "reading/article/plx-sameness.h"
#include "reading/article/plx-sections.h"

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
test_authors_that_are_users (void)
{
  g_autoptr (PlxDocument) user = read_page (
    "<meta name=\"author\" content=\"jdoe-2\">",
    "<h1>Ferry late again in Port Selwyn</h1><p class=\"byline\">By Jane Doe</p>");
  g_autoptr (PlxDocument) outlet = read_page (
    "<meta property=\"og:site_name\" content=\"Harbour Ledger\">"
    "<meta name=\"author\" content=\"The Harbour Ledger\">",
    "<h1>Ferry late again in Port Selwyn</h1><p>By Jane Doe</p>");
  g_autoptr (PlxDocument) only = read_page ("<meta name=\"author\" content=\"jdoe-2\">",
                                            "<h1>Ferry late again in Port Selwyn</h1>");

  g_assert_cmpstr (user->fields[PLX_FIELD_AUTHOR], ==, "Jane Doe");
  g_assert_cmpstr (user->found[PLX_FIELD_AUTHOR], ==, "class");
  g_assert_cmpstr (outlet->fields[PLX_FIELD_AUTHOR], ==, "Jane Doe");
  g_assert_cmpstr (only->fields[PLX_FIELD_AUTHOR], ==, "jdoe-2");
}

/* “4/5/2020” is a day in April or in May: the page's country tells. */
static void
test_days_in_numbers (void)
{
  static const struct
  {
    const char *language;
    const char *address;
    const char *iso;
  } cases[] = {
    { "en-US", "https://ledger.example/a", "2020-04-05" },
    { "en-GB", "https://ledger.example/a", "2020-05-04" },
    { "en", "https://ledger.example/a", "2020-04-05" },
    { "en", "https://ledger.co.uk/a", "2020-05-04" },
    { "en", "https://www.thehindu.com/a", "2020-05-04" },
    { "en", "https://www.nytimes.com/a", "2020-04-05" },
    { "de", "https://ledger.example/a", "2020-05-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html = g_strdup_printf (
        "<html lang=\"%s\"><head><link rel=\"canonical\" href=\"%s\">"
        "<meta name=\"pubdate\" content=\"4/5/2020\"></head><body><article>" PROSE
        "</article></body></html>", cases[i].language, cases[i].address);
      g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
      g_autoptr (PlxDocument) document = plx_reading_read_bytes (bytes, "page", NULL, NULL);

      g_test_message ("%s %s", cases[i].language, cases[i].address);
      g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, cases[i].iso);
    }
}

/* Caches and archives keep the pages of others. */
static void
test_hosts_of_outlets (void)
{
  static const char *const addresses[] = {
    "https://www.irishtimes.com/news/1",
    "https://amp.irishtimes.com/news/1",
    "https://www-irishtimes-com.cdn.ampproject.org/c/s/www.irishtimes.com/news/1",
    "https://www.google.com/amp/s/www.irishtimes.com/news/1",
    "https://web.archive.org/web/20230830120000/https://www.irishtimes.com/news/1",
    "https://archive.ph/2023/https://www.irishtimes.com/news/1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    g_assert_cmpstr (plx_outlets_find_by_address (addresses[i]), ==, "The Irish Times");
  g_assert_cmpstr (plx_outlets_find_country (addresses[0]), ==, "IRL");
  g_assert_null (plx_outlets_find_by_address ("https://web.archive.org/web/"));
  g_assert_null (plx_outlets_find_by_address ("https://notirishtimes.com/"));
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

static void
test_changes_are_not_publication (void)
{
  static const char text[] =
    "Ferry late again in Port Selwyn\n\nBy Jane Doe\n\nUpdated: 7 May 2019\n\n"
    "Published: 3 May 2019\n\nThe owner of the ferry said that she would wait for the storm to "
    "pass, since the boat was old and the sea was rough, and nobody had asked her to hurry.\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PlxDocument) plain = plx_reading_read_bytes (bytes, "file", NULL, NULL);
  g_autoptr (PlxDocument) page = read_page (
    "", "<h1>Ferry late again in Port Selwyn</h1><p>Updated: 7 May 2019</p><p>3 May 2019</p>");
  g_autoptr (PlxDocument) only = read_page (
    "", "<h1>Ferry late again in Port Selwyn</h1><p>Updated: 7 May 2019</p>");

  g_assert_cmpstr (plain->fields[PLX_FIELD_PUBLISHED], ==, "2019-05-03");
  g_assert_cmpstr (page->fields[PLX_FIELD_PUBLISHED], ==, "2019-05-03");
  g_assert_cmpstr (only->fields[PLX_FIELD_PUBLISHED], ==, "2019-05-07");
}

/* The date that the text of an article tells against that of its page, if any. */
static char *
find_doubt (const char *date,
            const char *opening)
{
  g_autofree char *text = g_strconcat (
    "Ferry late again in Port Selwyn\n\n", date, "\n\n", opening, "\n\n"
    "The owner of the ferry said that she would wait for the storm to pass, since the boat was "
    "old and the sea was rough, and since nobody had asked her to hurry.\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_reading_read_bytes (bytes, "file", NULL, &error);
  const PlxOtherValue *other;

  g_assert_no_error (error);
  g_assert_nonnull (document->fields[PLX_FIELD_PUBLISHED]);
  other = find_other (document, PLX_FIELD_PUBLISHED);
  if (other != NULL)
    g_assert_cmpstr (other->found, ==, "text");

  return other != NULL ? g_strdup (other->value) : NULL;
}

static void
test_dates_that_the_text_contradicts (void)
{
  static const struct
  {
    const char *date;
    const char *opening;
    const char *doubt;
  } cases[] = {
    { "July 15, 2024", "The harbour of Port Selwyn will be closed for a month from October on, the "
      "press service of the port said on Sept. 20, and the ferry with it.", "2023-09-20" },
    { "July 15, 2024", "The harbour of Port Selwyn is closed for a month, the press service of "
      "the port said on Wednesday, Sept. 20, and so is the ferry.", "2023-09-20" },
    { "July 15, 2024", "The owner of the ferry will meet the harbour master of Port Selwyn next "
      "week, on 12 September 2023, to speak about the storm.", "2023-09" },
    { "October 10, 2014", "PORT SELWYN, June 14 (Reuters) — The harbour of the town was closed for "
      "a month because of a storm, and so was the ferry.", "2014-06-14" },
    { "June 15, 2014", "The harbour of Port Selwyn was closed, the mayor said on Nov. 3, 2014, and "
      "nobody knew for how long that would be.", "2014-11-03" },
    /* The page's own week. */
    { "July 15, 2024", "The harbour of Port Selwyn will be closed for a month from October on, the "
      "press service of the port said on July 12, and the ferry with it.", NULL },
    /* Plans, and days of each year. */
    { "July 15, 2024", "The harbour of Port Selwyn will be closed on Nov. 20 for a month, the "
      "press service of the port said, and the ferry with it.", NULL },
    { "July 15, 2024", "The harbour of Port Selwyn, whose feast is celebrated on Nov. 20, is "
      "closed for a month now because of a storm, and so is the ferry.", NULL },
    /* The winter before. */
    { "January 8, 2024", "The harbour of Port Selwyn will be closed for a month, the press "
      "service of the port said on Dec. 28, and the ferry with it.", NULL },
    /* What happened long ago, and what was said of the future then. */
    { "July 15, 2024", "The harbour of Port Selwyn was closed for a month after a ferry sank there "
      "on 3 March 1998, and its owner died that day.", NULL },
    { "July 15, 2024", "“The harbour will open on 3 March 2021,” he had promised then, but the "
      "harbour of Port Selwyn has been closed ever since that storm.", NULL },
    { "July 15, 2024", "He said that the harbour will open on 3 March 2021, but it was shut again "
      "on 12 July 2024 because of a storm, and so was the ferry.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *doubt = find_doubt (cases[i].date, cases[i].opening);

      g_test_message ("%s %s", cases[i].date, cases[i].opening);
      g_assert_cmpstr (doubt, ==, cases[i].doubt);
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
  g_test_add_func ("/metadata/authors-that-are-users", test_authors_that_are_users);
  g_test_add_func ("/metadata/days-in-numbers", test_days_in_numbers);
  g_test_add_func ("/metadata/hosts-of-outlets", test_hosts_of_outlets);
  g_test_add_func ("/metadata/agency-that-published", test_agency_that_published);
  g_test_add_func ("/metadata/sections", test_sections);
  g_test_add_func ("/metadata/changes-are-not-publication", test_changes_are_not_publication);
  g_test_add_func ("/metadata/dates-that-the-text-contradicts",
                   test_dates_that_the_text_contradicts);

  return g_test_run ();
}
