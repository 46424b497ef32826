/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "reading/plx-reading.h"

/* Of our own writing; every name in it is invented. */
static const char page[] =
    "<!DOCTYPE html><html lang=\"en-GB\"><head><title>A goat for every lighthouse | Selwyn "
    "Herald</title>"
    "<meta property=\"og:site_name\" content=\"Selwyn Herald\">"
    "<meta name=\"description\" content=\"The coast guard wants company for its keepers\">"
    "<link rel=\"canonical\" href=\"https://selwyn.example/2014/03/05/goats\">"
    "<script type=\"application/ld+json\">{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"},"
    "{\"@type\": [\"NewsArticle\"], \"headline\": \"A goat for every lighthouse\","
    "\"datePublished\": \"2014-03-05T07:30:00+01:00\","
    "\"author\": [{\"@type\": \"Person\", \"name\": \"Mirela Tandy\"}, {\"name\": \"Joost "
    "Perrin\"}]}]}"
    "</script><script>var text = 'Nobody must read this.';</script></head><body>"
    "<nav><ul><li><a href=\"/\">News</a></li><li><a href=\"/sea\">Sea</a></li></ul></nav>"
    "<article><h1>A goat for every lighthouse</h1>"
    "<p class=\"standfirst\">The coast guard wants company for its keepers</p>"
    "<p class=\"byline\">By Mirela Tandy, Joost Perrin</p>"
    "<figure><img src=\"goat.jpg\"><figcaption>A goat on the stairs</figcaption></figure>"
    "<p>Every lighthouse on the coast is to have a goat by the end of the year, the coast guard "
    "said on "
    "Wednesday, because its keepers are lonely.</p>"
    "<p style=\"display: none\">This stands on the page, and nobody sees it.</p>"
    "<h2>Who milks it</h2>"
    "<p>The keepers will milk the goats themselves, and may sell what they do not drink, as long "
    "as they "
    "do it on their own time and not on the stairs.</p>"
    "<blockquote><p>“I had asked for a radio,” said one of them, who has kept the light at Cape "
    "Orlo for "
    "thirty years, “but I am glad of the goat.”</p></blockquote>"
    "<ul><li>Eleven goats have been bought, all of them from one farm near Port Selwyn.</li>"
    "<li>Two more will be born in May, if all goes well.</li></ul>"
    "<p><a href=\"/3\">Read also: why the ferry is late again</a></p>"
    "<div class=\"newsletter-box\"><p>Get the Herald’s letter from the sea every Friday.</p></div>"
    "</article><section id=\"comments\"><p>I like goats very much, and I would like to have "
    "one.</p>"
    "</section><footer><p>© 2014 Selwyn Herald</p></footer></body></html>";

static PlxDocument *
read_page (const char *html,
           gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length);
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (bytes, "page", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

static const PlxBlockSpan *
find_block (PlxDocument *document,
            const char  *start)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    if (g_str_has_prefix (document->text->str + plx_document_get_block (document, i)->start, start))
      return plx_document_get_block (document, i);

  g_error ("no block starts with “%s”", start);
}

static void
test_roles (void)
{
  static const struct
  {
    const char   *start;
    PlxRole       role;
    PlxCutReason  reason;
  } blocks[] = {
    { "News", PLX_ROLE_CHROME, PLX_CUT_NAVIGATION },
    { "A goat for", PLX_ROLE_HEADLINE, PLX_CUT_NONE },
    { "The coast guard wants", PLX_ROLE_STANDFIRST, PLX_CUT_NONE },
    { "By Mirela", PLX_ROLE_AUTHOR, PLX_CUT_NONE },
    { "A goat on", PLX_ROLE_CAPTION, PLX_CUT_CAPTION },
    { "Every lighthouse", PLX_ROLE_BODY, PLX_CUT_NONE },
    { "Who milks", PLX_ROLE_HEADING, PLX_CUT_NONE },
    { "The keepers will", PLX_ROLE_BODY, PLX_CUT_NONE },
    { "“I had asked", PLX_ROLE_QUOTE, PLX_CUT_NONE },
    { "Eleven goats", PLX_ROLE_LIST, PLX_CUT_NONE },
    { "Read also", PLX_ROLE_CHROME, PLX_CUT_RELATED_LINK },
    { "Get the Herald", PLX_ROLE_CHROME, PLX_CUT_NEWSLETTER },
    { "I like goats", PLX_ROLE_CHROME, PLX_CUT_COMMENTS },
    { "© 2014", PLX_ROLE_CHROME, PLX_CUT_LEGAL },
  };
  g_autoptr (PlxDocument) document = read_page (page, strlen (page));

  g_assert_cmpstr (document->format, ==, "html");
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      const PlxBlockSpan *block = find_block (document, blocks[i].start);

      g_test_message ("%s", blocks[i].start);
      g_assert_cmpint (block->role, ==, blocks[i].role);
      g_assert_cmpint (block->reason, ==, blocks[i].reason);
    }

  g_assert_null (strstr (document->text->str, "Nobody must read"));
  g_assert_null (strstr (document->text->str, "nobody sees it"));
}

static void
test_fields (void)
{
  static const struct
  {
    PlxField    field;
    const char *value;
    const char *found;
  } fields[] = {
    { PLX_FIELD_HEADLINE, "A goat for every lighthouse", "json-ld headline" },
    { PLX_FIELD_STANDFIRST, "The coast guard wants company for its keepers",
      "meta description" },
    { PLX_FIELD_AUTHOR, "Mirela Tandy, Joost Perrin", "json-ld author" },
    { PLX_FIELD_OUTLET, "Selwyn Herald", "og:site_name" },
    { PLX_FIELD_PUBLISHED, "2014-03-05T07:30:00+01:00", "json-ld datePublished" },
    { PLX_FIELD_LANGUAGE, "en-GB", "html lang" },
    { PLX_FIELD_ADDRESS, "https://selwyn.example/2014/03/05/goats", "canonical" },
  };
  g_autoptr (PlxDocument) document = read_page (page, strlen (page));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_assert_cmpstr (document->fields[fields[i].field], ==, fields[i].value);
      g_assert_cmpstr (document->found[fields[i].field], ==, fields[i].found);
    }
}

static void
test_date_in_address (void)
{
  static const char html[] = "<html><head><link rel=\"canonical\" "
                             "href=\"https://selwyn.example/news/2013/11/09/storm\"></head>"
                             "<body><p>The storm has gone, and the boats are "
                             "back.</p></body></html>";
  g_autoptr (PlxDocument) document = read_page (html, strlen (html));

  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2013-11-09");
  g_assert_cmpstr (document->found[PLX_FIELD_PUBLISHED], ==, "address");
}

static void
test_old_charset (void)
{
  static const char html[] = "<html><head><meta charset=\"windows-1252\"></head><body>"
                             "<p>The caf\xE9 by the quay is closed \x97 for "
                             "good.</p></body></html>";
  g_autoptr (PlxDocument) document = read_page (html, strlen (html));

  g_assert_nonnull (strstr (document->text->str, "The café by the quay is closed — for good."));
}

/* A page that a script fills: the text is in its linked data only, wrapped as XHTML wraps it. */
static void
test_linked_body (void)
{
  static const char html[] =
      "<html><head><script type=\"application/ld+json\"><![CDATA[{\"@type\": \"NewsArticle\", "
      "\"headline\": \"The tide table was wrong\", \"articleBody\": \"The tide table that the "
      "harbour office prints each year was wrong on every Tuesday, a schoolboy has found out. He "
      "had "
      "compared it with the marks on the pier for a year, in rain and snow, and wrote them down "
      "in a book that his grandmother had given him.\\n\\nThe office has thanked him and will "
      "print the table again, with the Tuesdays as they should be, and with his name under it in "
      "small letters. The old tables can be handed in at the counter, where they will be burnt in "
      "the stove of the waiting room.\"}]]></script></head><body><div id=\"app\">Loading</div>"
      "</body></html>";
  g_autoptr (PlxDocument) document = read_page (html, strlen (html));

  g_assert_cmpint (find_block (document, "The tide table that")->role, ==, PLX_ROLE_BODY);
  g_assert_true (find_block (document, "The office has")->kept);
  g_assert_false (find_block (document, "Loading")->kept);
}

/* Published late in the evening in the west, which is the next day in UTC. */
static void
test_local_day (void)
{
  static const char html[] =
      "<html><head><meta property=\"article:published_time\" content=\"2019-05-04T02:10:30Z\">"
      "</head><body><article><time datetime=\"2019-05-03T19:10:30-07:00\">May 3</time>"
      "<p>The night ferry has left without its lights, and nobody knows why.</p></article></body>"
      "</html>";
  g_autoptr (PlxDocument) document = read_page (html, strlen (html));

  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2019-05-03T19:10:30-07:00");
}

/* Deeper than any browser goes: what counts is that it comes back, and soon. */
static void
test_deep_page_ends (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 1000000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "Down here.");

  bytes = g_bytes_new (html->str, html->len);
  document = plx_reading_read_bytes (bytes, "deep", NULL, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_USEC_PER_SEC);
}

/* Deeper than the parser goes by default: nothing may be lost without a word. */
static void
test_deep_article_is_whole (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body>");
  g_autoptr (PlxDocument) document = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "<p>Down here the divers found the bell of the old ferry.</p>");
  for (guint i = 0; i < 400; i++)
    g_string_append (html, "</div>");
  g_string_append (html, "<p>It will be hung in the waiting room, the harbour office said.</p>");

  document = read_page (html->str, html->len);
  g_assert_nonnull (find_block (document, "Down here the divers"));
  g_assert_nonnull (find_block (document, "It will be hung"));
}

/* A tag with so many attributes that comparing each with each would take hours. */
static void
test_many_attributes_end (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body><p ");
  g_autoptr (PlxDocument) document = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (html, "a%u=\"> no end\" ", i);
  g_string_append (html, ">The tide is out, and the boats lie on their sides in the mud.</p>");

  document = read_page (html->str, html->len);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_USEC_PER_SEC);
  g_assert_cmpint (find_block (document, "The tide is out")->role, ==, PLX_ROLE_BODY);
}

/* Bytes left out, changed and cut off: every page is read or refused, and nothing breaks. */
static void
test_broken_pages (void)
{
  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *copy = g_memdup2 (page, sizeof page);
      gsize length = round % 2 == 0 ? sizeof page - 1
                                    : (gsize) g_test_rand_int_range (1, sizeof page);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxDocument) document = NULL;

      for (guint i = 0; i < round % 7 * 3; i++)
        copy[g_test_rand_int_range (0, length)] = g_test_rand_int_range (1, 256);

      bytes = g_bytes_new (copy, length);
      document = plx_reading_read_bytes (bytes, "broken", NULL, &error);

      g_assert_true ((document == NULL) == (error != NULL));
      if (document != NULL)
        g_assert_true (g_utf8_validate (document->text->str, document->text->len, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/html/finds-roles-and-reasons", test_roles);
  g_test_add_func ("/reading/html/finds-fields", test_fields);
  g_test_add_func ("/reading/html/finds-date-in-address", test_date_in_address);
  g_test_add_func ("/reading/html/decodes-old-charsets", test_old_charset);
  g_test_add_func ("/reading/html/takes-text-from-linked-data", test_linked_body);
  g_test_add_func ("/reading/html/prefers-the-local-day", test_local_day);
  g_test_add_func ("/reading/html/ends-on-deep-pages", test_deep_page_ends);
  g_test_add_func ("/reading/html/keeps-deep-articles-whole", test_deep_article_is_whole);
  g_test_add_func ("/reading/html/ends-on-many-attributes", test_many_attributes_end);
  g_test_add_func ("/reading/html/survives-broken-pages", test_broken_pages);

  return g_test_run ();
}
