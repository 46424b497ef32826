/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "made-pages.h"

#define RSS_HEAD \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" " \
  "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" " \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">\n" \
  "<channel><title>World | Selwyn Herald</title><link>https://selwynherald.example/</link>\n" \
  "<language>en-gb</language>\n"

static const char rss[] =
    RSS_HEAD "<item><title>Ferry pier &amp;amp; quay to close</title><media:title>A boat"
    "</media:title><link>https://selwynherald.example/1</link>"
    "<description>&lt;p&gt;The board voted.&nbsp;It was a sad day.&lt;/p&gt;</description>"
    "<content:encoded><![CDATA[" PIER_HTML "<p>The post <a href=\"x\">Ferry pier</a> appeared "
    "first on <a href=\"y\">Selwyn Herald</a>.</p>]]></content:encoded>"
    "<dc:creator>Mirela Tandy</dc:creator><pubDate>Tue, 04 Mar 2014 18:30:05 GMT</pubDate>"
    "<category>Harbour</category><category>Boats</category></item>\n"
    "<item><title>Goats at sea</title><link>/2</link><description>&lt;p&gt;Eleven goats were "
    "bought &amp;amp; shipped on Monday.&lt;/p&gt;</description>"
    "<author>g@x.example (Joost Perrin)</author>"
    "<pubDate>Tue, 04 Mar 2014 18:30:05 EST</pubDate></item>\n"
    "<item><title>Nothing</title></item>\n</channel></rss>\n";

static PlxReadingBatch *
read_feed (const char *feed)
{
  return read_batch (feed, strlen (feed));
}

static void
test_rss (void)
{
  g_autoptr (PlxReadingBatch) batch = read_feed (rss);
  PlxDocument *whole;
  PlxDocument *teaser;

  g_assert_cmpuint (batch->documents->len, ==, 2);
  g_assert_cmpuint (batch->failures->len, ==, 0);
  whole = batch->documents->pdata[0];
  teaser = batch->documents->pdata[1];

  g_assert_cmpstr (whole->format, ==, "feed");
  g_assert_cmpstr (whole->source, ==, "file › Ferry pier & quay to close");
  assert_pier (whole);
  assert_cut (whole, "The post", PLX_CUT_TEMPLATE);
  assert_field (whole, PLX_FIELD_HEADLINE, "Ferry pier & quay to close", "rss: item/title");
  assert_field (whole, PLX_FIELD_AUTHOR, "Mirela Tandy", "rss: dc:creator");
  assert_field (whole, PLX_FIELD_PUBLISHED, "2014-03-04T18:30:05Z", "rss: item/pubDate");
  assert_field (whole, PLX_FIELD_ADDRESS, "https://selwynherald.example/1", "rss: item/link");
  assert_field (whole, PLX_FIELD_OUTLET, "Selwyn Herald", "rss: channel/title");
  assert_field (whole, PLX_FIELD_SECTION, "Harbour", "rss: item/category");
  assert_field (whole, PLX_FIELD_STANDFIRST, "The board voted. It was a sad day.",
                "rss: item/description");

  assert_field (teaser, PLX_FIELD_STANDFIRST, "Eleven goats were bought & shipped on Monday.",
                "rss: item/description");
  g_assert_cmpint (find_span (teaser, "Eleven goats")->role, ==, PLX_ROLE_STANDFIRST);
  assert_field (teaser, PLX_FIELD_AUTHOR, "Joost Perrin", "rss: item/author");
  g_assert_cmpstr (teaser->fields[PLX_FIELD_ADDRESS], ==, "https://selwynherald.example/2");
  g_assert_cmpstr (teaser->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-04T18:30:05-05:00");
  g_assert_cmpstr (teaser->fields[PLX_FIELD_LANGUAGE], ==, "en-GB");
}

static void
test_rdf (void)
{
  g_autoptr (PlxReadingBatch) batch = read_feed (
      "<?xml version='1.0'?><!-- made by hand --><rdf:RDF xmlns='http://purl.org/rss/1.0/' "
      "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>Selwyn Herald"
      "</title><link>https://selwyn.example</link></channel><item rdf:about='y'><title>The pier"
      "</title><link>https://selwyn.example/1</link><description>" PIER_1 " " PIER_2 " " PIER_3 " "
      PIER_4 "</description><dc:date>2014-03-04T18:30:05+01:00</dc:date></item></rdf:RDF>");
  PlxDocument *document = only_document (batch);

  assert_kept (document, "The harbour board");
  assert_field (document, PLX_FIELD_PUBLISHED, "2014-03-04T18:30:05+01:00", "rss: dc:date");
  assert_field (document, PLX_FIELD_OUTLET, "Selwyn Herald", "rss: channel/title");
}

static void
test_atom (void)
{
  g_autoptr (PlxReadingBatch) batch = read_feed (
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Selwyn Herald</title>"
      "<link href='https://selwyn.example/'/><link rel='self' href='https://x.example/feed'/>"
      "<entry><title type='html'>Ferry &lt;b&gt;pier&lt;/b&gt; to close</title>"
      "<link rel='replies' href='https://selwyn.example/1#c'/>"
      "<link href='https://selwyn.example/1'/><author><name>Mirela Tandy</name></author>"
      "<author><name>Joost Perrin</name></author><updated>2014-03-05T10:00:00Z</updated>"
      "<published>2014-03-04T18:30:05+01:00</published><content type='xhtml'><h:div "
      "xmlns:h='http://www.w3.org/1999/xhtml'><h:p>" PIER_1 "</h:p><h:p>" PIER_2 "</h:p><h:p>"
      PIER_3 "</h:p><h:p>" PIER_4 "</h:p></h:div></content></entry><entry><title>A &lt; B</title>"
      "<updated>2014-03-05T10:00:00Z</updated><summary>The board says A &lt; B.</summary></entry>"
      "</feed>");
  PlxDocument *whole;
  PlxDocument *teaser;

  g_assert_cmpuint (batch->documents->len, ==, 2);
  whole = batch->documents->pdata[0];
  teaser = batch->documents->pdata[1];
  assert_pier (whole);
  assert_field (whole, PLX_FIELD_HEADLINE, "Ferry pier to close", "atom: entry/title");
  assert_field (whole, PLX_FIELD_AUTHOR, "Mirela Tandy, Joost Perrin", "atom: entry/author");
  assert_field (whole, PLX_FIELD_PUBLISHED, "2014-03-04T18:30:05+01:00", "atom: entry/published");
  assert_field (whole, PLX_FIELD_ADDRESS, "https://selwyn.example/1", "atom: entry/link");
  assert_field (teaser, PLX_FIELD_STANDFIRST, "The board says A < B.", "atom: entry/summary");
  assert_field (teaser, PLX_FIELD_PUBLISHED, "2014-03-05T10:00:00Z", "atom: entry/updated");
}

/* Feeds in the wild: an old encoding, entities of HTML, bare ampersands, prefixes undeclared. */
static void
test_sloppy (void)
{
  g_autoptr (PlxReadingBatch) batch = read_feed (
      "\n<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n<rss><channel>"
      "<title>R\xF6hr & Co</title><item>"
      "<title>M\xE4rz &ndash; the pier\x0B</title><content:encoded>&lt;p&gt;" PIER_1
      "&lt;/p&gt;&lt;p&gt;" PIER_2 "&lt;/p&gt;&lt;p&gt;" PIER_3 "&lt;/p&gt;&lt;p&gt;" PIER_4
      "&lt;/p&gt;</content:encoded></item></channel></rss>");
  PlxDocument *document = only_document (batch);

  g_assert_cmpuint (batch->failures->len, ==, 0);
  assert_pier (document);
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "März – the pier");
  g_assert_cmpstr (document->fields[PLX_FIELD_OUTLET], ==, "Röhr & Co");
}

static void
test_broken_off (void)
{
  g_autoptr (PlxReadingBatch) batch = read_batch (rss, strstr (rss, "Residents") + 40 - rss);
  PlxDocument *document = only_document (batch);

  assert_kept (document, "The ferry company");
  assert_failure (batch, PLX_READING_ERROR_DAMAGED);
}

static void
test_bombs (void)
{
  g_autoptr (PlxReadingBatch) batch = read_feed (
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;\">]><rss><channel><item><title>&c;</title></item></channel></rss>");
  g_autoptr (PlxReadingBatch) outside = read_feed (
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss>"
      "<channel><item><title>&a;</title><description>&a;</description></item></channel></rss>");
  g_autoptr (GString) deep = g_string_new (RSS_HEAD "<item><title>x</title><description>");
  g_autoptr (PlxReadingBatch) nested = NULL;

  assert_failure (batch, PLX_READING_ERROR_DAMAGED);
  g_assert_cmpuint (batch->documents->len, ==, 0);
  assert_failure (outside, PLX_READING_ERROR_DAMAGED);

  for (guint i = 0; i < 500000; i++)
    g_string_append (deep, "<div>");
  nested = read_feed (deep->str);
  g_assert_cmpuint (nested->failures->len, >, 0);
}

static void
test_empty (void)
{
  g_autoptr (PlxReadingBatch) batch = read_feed (RSS_HEAD "</channel></rss>");

  assert_failure (batch, PLX_READING_ERROR_EMPTY);
}

static void
test_abused (void)
{
  abuse (rss, strlen (rss));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-feed/rss", test_rss);
  g_test_add_func ("/reading-feed/rdf", test_rdf);
  g_test_add_func ("/reading-feed/atom", test_atom);
  g_test_add_func ("/reading-feed/sloppy", test_sloppy);
  g_test_add_func ("/reading-feed/broken-off", test_broken_off);
  g_test_add_func ("/reading-feed/bombs", test_bombs);
  g_test_add_func ("/reading-feed/empty", test_empty);
  g_test_add_func ("/reading-feed/abused", test_abused);

  return g_test_run ();
}
