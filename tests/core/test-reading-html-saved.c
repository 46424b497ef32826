/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages in the forms in which browsers and archives save them. All of our own writing. */

#include "config.h"

#include <string.h>

#include "reading/plx-reading.h"

#define FIRST                                                                                      \
  "<p>The lamp on the north pier has gone out three times this week, the harbour office said on "  \
  "Monday, and nobody has found out why, though two engineers have looked for the fault.</p>"
#define SECOND                                                                                     \
  "<p>Ships are told to keep well away from the rocks until Friday, when a new lamp is to arrive " \
  "by train from the works at Orlo, where such lamps are still made by hand.</p>"
#define ARTICLE "<h1>The lamp on the pier</h1>" FIRST SECOND

static PlxDocument *
read_bytes (const char *html,
            gsize       length,
            const char *address)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length);
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (bytes, "page", address, &error);

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

  g_error ("no block starts with “%s” in “%s”", start, document->text->str);
}

typedef struct
{
  const char *test;
  const char *html;
  const char *address;
  const char *found;
  const char *kept;
} SavedCase;

static const SavedCase saved_cases[] = {
  { "/reading/html/saved/by-chrome",
    "<!DOCTYPE html>\n<!-- saved from url=(0034)https://selwyn.example/news/lamps -->\n"
    "<html><body><div class=\"story\">" ARTICLE "</div></body></html>",
    "https://selwyn.example/news/lamps", "saved from", "Ships are told" },
  { "/reading/html/saved/by-singlefile",
    "<!DOCTYPE html> <html lang=\"en\"><!--\n Page saved with SingleFile \n url: "
    "https://selwyn.example/news/lamps \n saved date: Mon Mar 02 2015\n--><head><style>.a{}"
    "</style></head><body><img src=\"data:image/png;base64,AAAA\"><x-story><template "
    "shadowrootmode=\"open\"><div>" ARTICLE "</div></template></x-story></body></html>",
    "https://selwyn.example/news/lamps", "saved from", "Ships are told" },
  { "/reading/html/saved/by-readers-view",
    "<html><head><title>The lamp on the pier</title></head><body class=\"sans-serif\"><div "
    "class=\"container\"><div class=\"header reader-header\"><a class=\"domain reader-domain\" "
    "href=\"https://selwyn.example/news/lamps\">selwyn.example</a><h1 class=\"reader-title\">The "
    "lamp on the pier</h1><div class=\"credits reader-credits\">By Ada Brandt</div></div><hr><div "
    "class=\"content\"><div class=\"moz-reader-content\"><div id=\"readability-page-1\">" FIRST
    SECOND "</div></div></div></div></body></html>",
    "https://selwyn.example/news/lamps", "saved from", "Ships are told" },
  { "/reading/html/saved/by-web-archive",
    "<html><head><link rel=\"canonical\" href=\"https://web.archive.org/web/20150302101112/"
    "https://selwyn.example/news/lamps\"></head><body><div id=\"wm-ipp-base\"><p>The archive has "
    "forty captures of this page, from March to October.</p></div><main>" ARTICLE "</main></body>"
    "</html>",
    "https://selwyn.example/news/lamps", "canonical", "Ships are told" },
  { "/reading/html/saved/amp",
    "<!doctype html><html ⚡ lang=\"en\"><head><link rel=\"canonical\" "
    "href=\"https://selwyn.example/news/lamps\"></head><body><amp-sidebar><ul><li>Weather for "
    "ships and for those who wait for them</li></ul></amp-sidebar><article>" ARTICLE
    "<amp-ad><p>Buy a boat.</p></amp-ad></article></body></html>",
    "https://selwyn.example/news/lamps", "canonical", "Ships are told" },
  { "/reading/html/saved/xhtml",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 "
    "Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html:html "
    "xmlns:html=\"http://www.w3.org/1999/xhtml\"><html:head><html:link rel=\"canonical\" "
    "href=\"https://selwyn.example/news/lamps\"/><html:script "
    "src=\"a.js\"/></html:head><html:body><html:a id=\"top\"/><html:div><html:h1>The "
    "lamp</html:h1><html:p>The lamp on the north pier has gone out three times this week, and "
    "nobody has found out why, though two engineers have looked.</html:p><html:p><![CDATA[Ships "
    "are told to keep 3 < 5 miles away from the rocks until Friday, when a new lamp is to "
    "arrive.]]></html:p></html:div></html:body></html:html>",
    "https://selwyn.example/news/lamps", "canonical", "Ships are told to keep 3 < 5 miles away" },
};

static void
test_saved (gconstpointer data)
{
  const SavedCase *one = data;
  g_autoptr (PlxDocument) document = read_bytes (one->html, strlen (one->html), NULL);

  g_assert_cmpstr (document->fields[PLX_FIELD_ADDRESS], ==, one->address);
  g_assert_cmpstr (document->found[PLX_FIELD_ADDRESS], ==, one->found);
  g_assert_true (find_block (document, "The lamp on the north")->kept);
  g_assert_true (find_block (document, one->kept)->kept);
  g_assert_null (strstr (document->text->str, "Buy a boat"));
  g_assert_null (strstr (document->text->str, "]]>"));
}

static void
test_reader_view_has_author (void)
{
  g_autoptr (PlxDocument) document =
      read_bytes (saved_cases[2].html, strlen (saved_cases[2].html), NULL);

  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "The lamp on the pier");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Ada Brandt");
}

static void
test_toolbars_are_cut (void)
{
  g_autoptr (PlxDocument) archived =
      read_bytes (saved_cases[3].html, strlen (saved_cases[3].html), NULL);
  g_autoptr (PlxDocument) amp =
      read_bytes (saved_cases[4].html, strlen (saved_cases[4].html), NULL);

  g_assert_false (find_block (archived, "The archive has")->kept);
  g_assert_false (find_block (amp, "Weather for ships")->kept);
}

static void
test_archived_address_is_given (void)
{
  static const char html[] = "<html><body>" ARTICLE "</body></html>";
  g_autoptr (PlxDocument) document =
      read_bytes (html, strlen (html),
                  "https://web.archive.org/web/20150302id_/http://selwyn.example/lamps");

  g_assert_cmpstr (document->fields[PLX_FIELD_ADDRESS], ==, "http://selwyn.example/lamps");
}

typedef struct
{
  const char *test;
  const char *charset;
  const char *claim;
  const char *text;
} CharsetCase;

/* What a page is in, what it claims, and a paragraph in that language. */
static const CharsetCase charset_cases[] = {
  { "/reading/html/charset/windows-1251-without-a-claim", "WINDOWS-1251", NULL,
    "Фонарь на северном молу погас трижды за эту неделю, сообщило в понедельник управление порта, "
    "и никто пока не выяснил почему, хотя неисправность искали два инженера." },
  { "/reading/html/charset/koi8-r-that-claims-utf-8", "KOI8-R", "utf-8",
    "Фонарь на северном молу погас трижды за эту неделю, сообщило в понедельник управление порта, "
    "и никто пока не выяснил почему, хотя неисправность искали два инженера." },
  { "/reading/html/charset/utf-8-that-claims-windows-1252", "UTF-8", "windows-1252",
    "Die Laterne an der Mole ist in dieser Woche dreimal erloschen, müde Wärter prüften über Nacht "
    "die Glühfäden." },
  { "/reading/html/charset/windows-1252-that-claims-latin-1", "WINDOWS-1252", "iso-8859-1",
    "La lanterne de la jetée s’est éteinte trois fois cette semaine – personne ne sait pourquoi, "
    "a déclaré lundi la capitainerie du port." },
  { "/reading/html/charset/shift-jis", "SHIFT_JIS", "Shift_JIS",
    "北の桟橋の灯りは今週三回消えたと港の事務所が月曜日に発表した。原因はまだ分かっていない。" },
  { "/reading/html/charset/gb18030-without-a-claim", "GB18030", NULL,
    "港务局星期一说，北码头的灯本周熄灭了三次，虽然两名工程师已经检查过，但是还没有人知道原因。" },
  { "/reading/html/charset/utf-16-that-claims-utf-8", "UTF-16", "utf-8",
    "La lámpara del muelle norte se apagó tres veces esta semana, informó el lunes la oficina del "
    "puerto, y nadie sabe por qué." },
};

static void
test_charset (gconstpointer data)
{
  const CharsetCase *one = data;
  g_autofree char *html = g_strdup_printf ("<html><head>%s%s%s<script>var newsList = aB;</script>"
                                           "</head><body "
                                           "class=\"newsPage\"><p>%s</p></body></html>",
                                           one->claim != NULL ? "<meta charset=\"" : "",
                                           one->claim != NULL ? one->claim : "",
                                           one->claim != NULL ? "\">" : "", one->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  bytes = g_convert (html, -1, one->charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  document = read_bytes (bytes, length, NULL);
  g_assert_true (find_block (document, one->text)->kept);
}

static void
test_places (void)
{
  static const char html[] =
      "<html><body><article id=\"post-4711\" class=\"row story-main css-1x9f3z\">" ARTICLE
      "<aside class=\"col-4 newsletter-box\"><p>Get our letter every Friday.</p></aside></article>"
      "<div id=\"comments\"><ol><li>I have seen it go out myself, twice.</li></ol></div>"
      "</body></html>";
  g_autoptr (PlxDocument) document = read_bytes (html, strlen (html), NULL);

  g_assert_cmpstr (find_block (document, "Ships are")->place, ==, "article#post > p");
  g_assert_cmpstr (find_block (document, "Get our letter")->place, ==, "aside.newsletter-box > p");
  g_assert_cmpstr (find_block (document, "I have seen")->place, ==, "div#comments > li");
}

/* The sections of one article may stand side by side, and other things between them. */
static void
test_sections (void)
{
  static const char html[] =
      "<html><body><div class=\"all\"><div class=\"part\">" ARTICLE FIRST SECOND "</div>"
      "<div class=\"promo\"><p>Our boats leave at nine, and you can book them from your chair, "
      "with "
      "a discount for two.</p></div>"
      "<div class=\"part\"><p>The lamp that is to come has a glass from a lens maker in Selwyn, "
      "who "
      "worked on it for a year, and told nobody about it.</p></div></div></body></html>";
  g_autoptr (PlxDocument) document = read_bytes (html, strlen (html), NULL);

  g_assert_true (find_block (document, "The lamp that is to come")->kept);
  g_assert_false (find_block (document, "Our boats leave")->kept);
}

/* A box about the author is no part of what is reported, in whatever language. */
static void
test_about_author (void)
{
  static const char html[] =
      "<html lang=\"de\"><body><article><h1>Die Laterne</h1><p>Die Laterne an der Nordmole ist in "
      "dieser Woche dreimal erloschen, teilte das Hafenamt am Montag mit, und niemand weiß, "
      "warum.</p>"
      "<p>Schiffe sollen den Felsen bis Freitag fernbleiben, wenn eine neue Lampe mit der Bahn "
      "ankommt.</p><h3>Über die Autorin</h3><p>Ada Brandt lebt seit vielen Jahren am Hafen von "
      "Selwyn, "
      "wo sie Boote baut und Gedichte liest.</p><p>Quelle: Hafenamt</p></article></body></html>";
  g_autoptr (PlxDocument) document = read_bytes (html, strlen (html), NULL);

  g_assert_true (find_block (document, "Schiffe sollen")->kept);
  g_assert_false (find_block (document, "Über die Autorin")->kept);
  g_assert_false (find_block (document, "Ada Brandt lebt")->kept);
  g_assert_cmpint (find_block (document, "Quelle")->reason, ==, PLX_CUT_LEGAL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (saved_cases); i++)
    g_test_add_data_func (saved_cases[i].test, &saved_cases[i], test_saved);
  for (guint i = 0; i < G_N_ELEMENTS (charset_cases); i++)
    g_test_add_data_func (charset_cases[i].test, &charset_cases[i], test_charset);
  g_test_add_func ("/reading/html/saved/readers-view-has-author", test_reader_view_has_author);
  g_test_add_func ("/reading/html/saved/toolbars-are-cut", test_toolbars_are_cut);
  g_test_add_func ("/reading/html/saved/archived-address-is-given", test_archived_address_is_given);
  g_test_add_func ("/reading/html/places", test_places);
  g_test_add_func ("/reading/html/sections", test_sections);
  g_test_add_func ("/reading/html/about-the-author", test_about_author);

  return g_test_run ();
}
