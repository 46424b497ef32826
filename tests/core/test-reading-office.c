/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <archive.h>

#include "office-fixture.h"

/* Of our own writing, as all texts here; every name is invented. */
#define LEAD "The morning ferry to Ostrava Bay left Port Selwyn two hours late on Tuesday " \
             "because its captain had not come to work, the company said."
#define SECOND "About ninety passengers waited on the quay, and some ate cake from the harbour " \
               "bakery until the company had found another captain."

#define WORD_TYPES "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
#define WORD_NS "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' " \
                "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"

/* The ids are those of a German Word, one of them based on another. */
static const char word_styles[] =
    "<w:styles " WORD_NS ">"
    "<w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Mein'><w:name w:val='Mein Stil'/>"
    "<w:basedOn w:val='berschrift2'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Kreis'><w:name w:val='Kreis'/>"
    "<w:basedOn w:val='Kreis'/></w:style>"
    "</w:styles>";

static const char word_core[] =
    "<cp:coreProperties xmlns:cp='a' xmlns:dc='b' xmlns:dcterms='c'><dc:title>Another title "
    "here</dc:title><dc:creator>Mirela Tandy</dc:creator>"
    "<dcterms:created>2014-03-05T08:00:00Z</dcterms:created></cp:coreProperties>";

#define P(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text \
                       "</w:t></w:r></w:p>"
#define T(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static const char word_text[] =
    "<?xml version='1.0'?><w:document " WORD_NS "><w:body>"
    P ("Titel", "Ferry to Ostrava Bay is late for the third time")
    "<w:p><w:r><w:t xml:space='preserve'>The morning ferry to Ostrava Bay </w:t></w:r>"
    "<w:del><w:r><w:delText>never </w:delText><w:t>ever </w:t></w:r></w:del>"
    "<w:ins><w:r><w:t xml:space='preserve'>left Port Selwyn two hours late </w:t></w:r></w:ins>"
    "<w:r><w:t>on Tuesday because its captain had not come to work, the company "
    "said.</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    P ("Mein", "What the company does now")
    "<w:p><w:r><w:t>About ninety passengers</w:t></w:r><w:r><w:tab/></w:r><w:hyperlink><w:r>"
    "<w:t>waited</w:t></w:r></w:hyperlink><w:r><w:t xml:space='preserve"
    "'> on the quay, and some ate cake from the harbour bakery until the company had found "
    "another captain.</w:t><w:br/><w:t>Nobody was hurt, and the cake was free for all of them, "
    "said the baker on the same day.</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>The first item of the "
    "list of demands</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc>" T ("Ferries in 2013") "</w:tc><w:tc>" T ("412") "</w:tc></w:tr>"
    "<w:tr><w:tc>" T ("Ferries in 2014") "</w:tc><w:tc>" T ("398") "</w:tc></w:tr></w:tbl>"
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" T ("A box on the quay")
    "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" T ("A box on the quay")
    "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    P ("Kreis", "The mayor said that the ferry was not hers, and that the sea was open all day "
       "to those who can swim, as it has always been.")
    "</w:body></w:document>";

static const char word_notes[] =
    "<w:footnotes " WORD_NS "><w:footnote w:id='2'>" T ("The company spoke on Tuesday.")
    "</w:footnote></w:footnotes>";

static GBytes *
make_docx (const char *text)
{
  /* The text before what it needs, as some programs write it. */
  return office_zip ("[Content_Types].xml", WORD_TYPES, "word/document.xml", text,
                     "word/footnotes.xml", word_notes, "word/styles.xml", word_styles,
                     "docProps/core.xml", word_core, NULL);
}

/* What is found of the text at @start; says so if it is not there once. */
static void
assert_block (PlxDocument *document,
              const char  *start,
              PlxRole      role,
              gboolean     kept)
{
  const PlxBlockSpan *block = office_find_block (document, start);

  g_test_message ("%s", start);
  g_assert_nonnull (block);
  g_assert_cmpstr (plx_enum_to_nick (PLX_TYPE_ROLE, block->role), ==,
                   plx_enum_to_nick (PLX_TYPE_ROLE, role));
  g_assert_cmpint (block->kept, ==, kept);
}

static void
test_docx (void)
{
  g_autoptr (GBytes) bytes = make_docx (word_text);
  g_autoptr (PlxDocument) document = office_read_one (bytes, "ferry.docx");
  const char *box = strstr (document->text->str, "A box on the quay");

  g_assert_cmpstr (document->format, ==, "docx");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==,
                   "Ferry to Ostrava Bay is late for the third time");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy");
  g_assert_cmpstr (document->found[PLX_FIELD_AUTHOR], ==, "properties");
  g_assert_cmpstr (document->fields[PLX_FIELD_LANGUAGE], ==, "en");
  assert_block (document, "Ferry to", PLX_ROLE_HEADLINE, TRUE);
  assert_block (document, LEAD, PLX_ROLE_BODY, TRUE);
  assert_block (document, "What the company does", PLX_ROLE_HEADING, TRUE);
  assert_block (document, SECOND, PLX_ROLE_BODY, TRUE);
  assert_block (document, "Nobody was hurt", PLX_ROLE_BODY, TRUE);
  assert_block (document, "The first item", PLX_ROLE_LIST, TRUE);
  assert_block (document, "Ferries in 2013 412", PLX_ROLE_TABLE, TRUE);
  assert_block (document, "Ferries in 2014 398", PLX_ROLE_TABLE, TRUE);
  assert_block (document, "The mayor said", PLX_ROLE_BODY, TRUE);
  assert_block (document, "The company spoke", PLX_ROLE_CHROME, FALSE);
  g_assert_null (strstr (document->text->str, "never"));
  g_assert_null (strstr (document->text->str, "ever "));
  g_assert_nonnull (box);
  g_assert_null (strstr (box + 1, "A box on the quay"));
}

static const char odt_manifest[] = "<m:manifest xmlns:m='m'><m:file-entry m:full-path='/'/>"
                                   "</m:manifest>";
static const char odt_locked[] = "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/>"
                                 "</m:file-entry></m:manifest>";
static const char odt_meta[] =
    "<o:document-meta xmlns:o='o' xmlns:dc='dc' xmlns:meta='meta'><o:meta>"
    "<dc:title>Ferry notes</dc:title><meta:initial-creator>Joost Perrin</meta:initial-creator>"
    "<meta:creation-date>2014-03-05T08:00:00</meta:creation-date></o:meta></o:document-meta>";
static const char odt_styles[] =
    "<o:document-styles xmlns:o='o' xmlns:style='style' xmlns:text='text'>"
    "<style:style style:name='Fach' style:parent-style-name='Quotations'/>"
    "<style:footer><text:p>Selwyn Herald, page <text:page-number>1</text:page-number></text:p>"
    "</style:footer></o:document-styles>";
static const char odt_content[] =
    "<o:document-content xmlns:o='o' xmlns:style='style' xmlns:text='text' xmlns:table='table' "
    "xmlns:draw='draw' xmlns:svg='svg' xmlns:dc='dc'>"
    "<style:style style:name='P1' style:parent-style-name='Title'/>"
    "<style:style style:name='P2' style:parent-style-name='Fach'/><o:body><o:text>"
    "<text:tracked-changes><text:deletion><text:p>never</text:p></text:deletion>"
    "</text:tracked-changes>"
    "<text:p text:style-name='P1'>Ferry to Ostrava Bay is late for the third time</text:p>"
    "<text:p>The morning ferry to <text:span>Ostrava Bay</text:span> left Port<text:s text:c='3'/>"
    "Selwyn two hours late on Tuesday because its captain had\n  not come to work, the company "
    "said.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The company "
    "spoke on Tuesday.</text:p></text:note-body></text:note></text:p>"
    "<text:h text:outline-level='2'>What the company does now</text:h>"
    "<text:p>" SECOND "<o:annotation><dc:creator>Reviewer</dc:creator><text:p>Is this "
    "true?</text:p></o:annotation></text:p>"
    "<text:list><text:list-item><text:p>The first item of the list of demands</text:p>"
    "</text:list-item></text:list>"
    "<text:p text:style-name='P2'>We have looked everywhere for our captain, said the clerk."
    "</text:p>"
    "<table:table><table:table-row><table:table-cell><text:p>Ferries</text:p></table:table-cell>"
    "<table:table-cell><text:p>398</text:p></table:table-cell></table:table-row></table:table>"
    "<draw:frame><svg:title>picture of a quay</svg:title><draw:text-box><text:p>A box on the "
    "quay</text:p></draw:text-box></draw:frame>"
    "</o:text></o:body></o:document-content>";

static GBytes *
make_odt (const char *manifest,
          const char *content)
{
  return office_zip ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content,
                     "styles.xml", odt_styles, "meta.xml", odt_meta, "META-INF/manifest.xml",
                     manifest, NULL);
}

static void
test_odt (void)
{
  g_autoptr (GBytes) bytes = make_odt (odt_manifest, odt_content);
  g_autoptr (PlxDocument) document = office_read_one (bytes, "ferry.odt");

  g_assert_cmpstr (document->format, ==, "odt");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Joost Perrin");
  assert_block (document, "Ferry to", PLX_ROLE_HEADLINE, TRUE);
  assert_block (document, LEAD, PLX_ROLE_BODY, TRUE);
  assert_block (document, "What the company does", PLX_ROLE_HEADING, TRUE);
  assert_block (document, SECOND, PLX_ROLE_BODY, TRUE);
  assert_block (document, "The first item", PLX_ROLE_LIST, TRUE);
  assert_block (document, "We have looked", PLX_ROLE_QUOTE, TRUE);
  assert_block (document, "Ferries 398", PLX_ROLE_TABLE, TRUE);
  assert_block (document, "The company spoke", PLX_ROLE_CHROME, FALSE);
  assert_block (document, "Is this", PLX_ROLE_CHROME, FALSE);
  assert_block (document, "Selwyn Herald, page", PLX_ROLE_CHROME, FALSE);
  g_assert_null (strstr (document->text->str, "never"));
  g_assert_null (strstr (document->text->str, "picture of"));
}

static void
test_odt_password (void)
{
  g_autoptr (GBytes) bytes = make_odt (odt_locked, "\1\2\3\4");

  office_assert_fails (bytes, PLX_READING_ERROR_PASSWORD);
}

static const char rtf_text[] =
    "{\\rtf1\\ansi\\ansicpg1252\\deff0\\deflang1031{\\fonttbl{\\f0\\fnil\\fcharset0 Times;}"
    "{\\f1\\fnil\\fcharset204 Times;}{\\f2\\fnil\\fcharset128 Gothic;}}"
    "{\\colortbl;\\red0\\green0\\blue0;}"
    "{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel0 \\'fcberschrift 1;}{\\s2 heading 2;}"
    "{\\*\\cs10 Default Paragraph Font;}}"
    "{\\info{\\title Ferry notes of ours}{\\author Mirela Tandy}{\\creatim\\yr2014\\mo3\\dy5\\hr8}}"
    "{\\header\\pard Selwyn Herald, page 1\\par}"
    "\\pard\\s1 {\\field{\\*\\fldinst{HYPERLINK \"https://selwyn.example/ferry\"}}{\\fldrslt Ferry "
    "to Ostrava Bay is late}}\\par\r\n"
    "\\pard\\plain The morning ferry to {\\b Ostrava Bay} left Port Selwyn two hours late on "
    "Tuesday because its captain had not come to work, the company said."
    "{\\super\\chftn{\\footnote\\pard\\plain The company spoke on Tuesday.}}\\par\r\n"
    "\\pard\\s2 What the company does now\\par\\pard\\plain "
    "\\ldblquote We wait\\rdblquote , said Zo\\'eb in a caf\\u233?; {\\f1\\'cc\\'ee\\'f1\\'ea\\'e2"
    "\\'e0} and {\\f2\\'93\\'fa\\'96\\'7b} wait too \\u-10179?\\u-8694? until the ferry of the "
    "next day comes in.{\\v hidden words}{\\*\\unknown lost words}\\par"
    "{\\pict\\wmetafile8 0102030405}{\\object{\\*\\objdata 0102}{\\result A box of the "
    "object}}\\par"
    "{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt A box on the quay\\par}}"
    "{\\shprslt A box on the quay\\par}}"
    "\\trowd\\cellx1000\\cellx2000\\pard\\intbl Ferries\\cell 398\\cell\\row\\pard "
    "About ninety passengers waited on the quay, and some ate cake from the harbour bakery "
    "until the company had found another captain.\\line Nobody was hurt, said the baker of the "
    "harbour on the very same day in front of his shop.\\par}";

static void
test_rtf (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (rtf_text, strlen (rtf_text));
  g_autoptr (PlxDocument) document = office_read_one (bytes, "ferry.rtf");
  const char *box = strstr (document->text->str, "A box on the quay");

  g_assert_cmpstr (document->format, ==, "rtf");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Ferry to Ostrava Bay is late");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-05");
  g_assert_cmpstr (document->fields[PLX_FIELD_ADDRESS], ==, "https://selwyn.example/ferry");
  assert_block (document, "Selwyn Herald, page 1", PLX_ROLE_CHROME, FALSE);
  assert_block (document, "Ferry to", PLX_ROLE_HEADLINE, TRUE);
  assert_block (document, LEAD, PLX_ROLE_BODY, TRUE);
  assert_block (document, "The company spoke", PLX_ROLE_CHROME, FALSE);
  assert_block (document, "What the company", PLX_ROLE_HEADING, TRUE);
  assert_block (document, "“We wait”, said Zoë in a café; Москва and 日本 wait too 😊 until the "
                "ferry of the next day comes in.", PLX_ROLE_BODY, TRUE);
  assert_block (document, "Ferries 398", PLX_ROLE_TABLE, TRUE);
  assert_block (document, SECOND, PLX_ROLE_BODY, TRUE);
  assert_block (document, "Nobody was hurt", PLX_ROLE_BODY, TRUE);
  g_assert_null (strstr (document->text->str, "hidden"));
  g_assert_null (strstr (document->text->str, "lost words"));
  g_assert_null (strstr (document->text->str, "0102"));
  g_assert_nonnull (box);
  g_assert_null (strstr (box + 1, "A box on the quay"));
}

static void
test_rtf_binary (void)
{
  static const char text[] = "{\\rtf1\\ansi{\\pict\\bin6 }}{{\\'}A picture was here, and then "
                             "there was nothing left of it but the frame on the wall.}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PlxDocument) document = office_read_one (bytes, "picture.rtf");

  g_assert_true (g_str_has_prefix (document->text->str, "A picture was here"));
}

static void
test_rtf_bad (void)
{
  g_autoptr (GString) deep = g_string_new ("{\\rtf1 ");
  g_autoptr (GBytes) nested = NULL;
  g_autoptr (GBytes) cut = g_bytes_new_static (rtf_text, strlen (rtf_text) - 1);
  g_autoptr (GBytes) empty = g_bytes_new_static ("{\\rtf1}", 7);
  g_autoptr (GBytes) binary = g_bytes_new_static ("{\\rtf1\\bin2147483647 a}", 23);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '{');
  nested = g_bytes_new (deep->str, deep->len);

  office_assert_fails (nested, PLX_READING_ERROR_TOO_DEEP);
  office_assert_fails (cut, PLX_READING_ERROR_DAMAGED);
  office_assert_fails (empty, PLX_READING_ERROR_EMPTY);
  office_assert_fails (binary, PLX_READING_ERROR_DAMAGED);
}

/* XML that was made to do harm: entities of entities, elements in elements. */
static void
test_xml_bad (void)
{
  g_autoptr (GString) deep = g_string_new ("<w:document " WORD_NS ">");
  g_autoptr (GBytes) nested = NULL;
  g_autoptr (GBytes) entities = make_docx (
      "<!DOCTYPE a [<!ENTITY a 'ha ha ha ha ha ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
      "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
      "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
      "<w:document " WORD_NS "><w:body><w:p><w:r><w:t>&g;&x;</w:t></w:r></w:p></w:body>"
      "</w:document>");
  g_autoptr (PlxReadingBatch) batch = office_read (entities, "entities.docx");
  g_autoptr (GBytes) broken = make_docx ("<w:document " WORD_NS "><w:body><w:p>");

  g_assert_cmpuint (batch->documents->len, ==, 0);
  g_assert_cmpuint (batch->failures->len, ==, 1);

  for (guint i = 0; i < 300000; i++)
    g_string_append (deep, "<w:p>");
  nested = make_docx (deep->str);
  office_assert_fails (nested, PLX_READING_ERROR_DAMAGED);
  office_assert_fails (broken, PLX_READING_ERROR_DAMAGED);
}

static void
test_old_word (void)
{
  guint8 data[2048] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) locked = NULL;
  static const char name[] = "EncryptedPackage";

  old = g_bytes_new (data, sizeof data);
  for (gsize i = 0; i < strlen (name); i++)
    data[1024 + 2 * i] = name[i];
  locked = g_bytes_new (data, sizeof data);

  office_assert_fails (old, PLX_READING_ERROR_UNSUPPORTED);
  office_assert_fails (locked, PLX_READING_ERROR_PASSWORD);
}

static const char epub_container[] =
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
    "full-path='OPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";

#define OPF(title, items, refs) \
  "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'>" \
  "<metadata><dc:title>" title "</dc:title><dc:creator>Mirela Tandy</dc:creator>" \
  "<dc:date>2014-03-05</dc:date><dc:language>en</dc:language><dc:publisher>Selwyn Herald" \
  "</dc:publisher></metadata><manifest>" items "</manifest><spine>" refs "</spine></package>"
#define ITEM(id, href) "<item id='" id "' href='" href "' media-type='application/xhtml+xml'/>"
#define REF(id) "<itemref idref='" id "'/>"
#define CHAPTER(title, byline, text) \
  "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>" title "</title>" \
  "</head><body><h1>" title "</h1>" byline "<p>" text "</p><p>" SECOND "</p></body></html>"
#define TOC "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Contents</title></head>" \
            "<body><nav><ol><li><a href='one.xhtml'>The ferry</a></li></ol></nav></body></html>"

static void
test_epub_book (void)
{
  g_autoptr (GBytes) bytes = office_zip (
      "mimetype", "application/epub+zip", "META-INF/container.xml", epub_container, "OPS/book.opf",
      OPF ("The Ferry of Port Selwyn",
           "<item id='toc' properties='nav' href='toc.xhtml' media-type='application/xhtml+xml'/>"
           ITEM ("b", "text/two%20.xhtml") ITEM ("a", "text/one.xhtml"),
           REF ("toc") REF ("a") REF ("b") REF ("missing")),
      "OPS/toc.xhtml", TOC,
      "OPS/text/two .xhtml", CHAPTER ("The captain", "", "The captain had slept on the beach and "
                                      "knew nothing of the passengers on the quay that morning."),
      "OPS/text/one.xhtml", CHAPTER ("The ferry", "", LEAD), NULL);
  g_autoptr (PlxDocument) document = office_read_one (bytes, "book.epub");
  const PlxBlockSpan *lead = office_find_block (document, LEAD);
  const PlxBlockSpan *captain = office_find_block (document, "The captain had slept");
  const PlxBlockSpan *toc = office_find_block (document, "The ferry");

  g_assert_cmpstr (document->format, ==, "epub");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "The Ferry of Port Selwyn");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-05");
  g_assert_cmpstr (document->fields[PLX_FIELD_OUTLET], ==, "Selwyn Herald");
  g_assert_cmpstr (document->fields[PLX_FIELD_LANGUAGE], ==, "en");
  g_assert_nonnull (lead);
  g_assert_nonnull (captain);
  g_assert_true (lead->kept && captain->kept);
  g_assert_cmpuint (lead->start, <, captain->start);
  g_assert_nonnull (toc);
  g_assert_false (toc->kept);
  assert_block (document, "The captain", PLX_ROLE_HEADING, TRUE);
}

static void
test_epub_collection (void)
{
  g_autoptr (GBytes) bytes = office_zip (
      "mimetype", "application/epub+zip", "META-INF/container.xml", epub_container, "OPS/book.opf",
      OPF ("Selwyn Herald of Wednesday", ITEM ("a", "one.xhtml") ITEM ("b", "two.xhtml"),
           REF ("a") REF ("b")),
      "OPS/one.xhtml", CHAPTER ("Ferry to Ostrava Bay is late", "<p>By Joost Perrin</p>", LEAD),
      "OPS/two.xhtml", CHAPTER ("Captain found on the beach", "<p>By Anna Lind</p>",
                                "The captain had slept on the beach and knew nothing of the "
                                "passengers on the quay that morning."), NULL);
  g_autoptr (PlxReadingBatch) batch = office_read (bytes, "herald.epub");
  PlxDocument *second;

  g_assert_cmpuint (batch->failures->len, ==, 0);
  g_assert_cmpuint (batch->documents->len, ==, 2);
  second = batch->documents->pdata[1];
  g_assert_cmpstr (second->format, ==, "epub");
  g_assert_cmpstr (second->fields[PLX_FIELD_HEADLINE], ==, "Captain found on the beach");
  g_assert_cmpstr (second->fields[PLX_FIELD_AUTHOR], ==, "Anna Lind");
  g_assert_cmpstr (second->fields[PLX_FIELD_OUTLET], ==, "Selwyn Herald");
  g_assert_cmpstr (second->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-05");
}

/* An issue of a newspaper says that it is one, whether or not its articles are signed. */
static void
test_epub_periodical (void)
{
  g_autoptr (GBytes) bytes = office_zip (
      "mimetype", "application/epub+zip", "META-INF/container.xml", epub_container, "OPS/book.opf",
      OPF ("Ostrava Courier [Wed, 05 Mar 2014]", ITEM ("a", "one.xhtml") ITEM ("b", "two.xhtml")
           "</manifest><metadata><meta name='calibre:publication_type' "
           "content='periodical:unknown'/></metadata><manifest>",
           REF ("a") REF ("b")),
      "OPS/one.xhtml", CHAPTER ("Ferry to Ostrava Bay is late", "", LEAD),
      "OPS/two.xhtml", CHAPTER ("Captain found on the beach", "",
                                "The captain had slept on the beach and knew nothing of the "
                                "passengers on the quay that morning."), NULL);
  g_autoptr (PlxReadingBatch) batch = office_read (bytes, "courier.epub");

  g_assert_cmpuint (batch->documents->len, ==, 2);
  g_assert_cmpstr (((PlxDocument *) batch->documents->pdata[0])->fields[PLX_FIELD_OUTLET], ==,
                   "Ostrava Courier");
}

static GBytes *
make_epub (void)
{
  return office_zip ("mimetype", "application/epub+zip", "META-INF/container.xml", epub_container,
                     "OPS/book.opf", OPF ("A", ITEM ("a", "one.xhtml"), REF ("a")),
                     "OPS/one.xhtml", CHAPTER ("Ferry to Ostrava Bay is late", "", LEAD), NULL);
}

static void
test_epub_bad (void)
{
  g_autoptr (GBytes) bare = office_zip ("mimetype", "application/epub+zip", "a.xhtml", TOC, NULL);
  g_autoptr (GBytes) outside = office_zip (
      "mimetype", "application/epub+zip", "META-INF/container.xml", epub_container, "OPS/book.opf",
      OPF ("A", ITEM ("a", "../../../etc/passwd"), REF ("a")), NULL);

  office_assert_fails (bare, PLX_READING_ERROR_DAMAGED);
  office_assert_fails (outside, PLX_READING_ERROR_EMPTY);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) docx = make_docx (word_text);
  g_autoptr (GBytes) odt = make_odt (odt_manifest, odt_content);
  g_autoptr (GBytes) epub = make_epub ();
  g_autoptr (GBytes) rtf = g_bytes_new_static (rtf_text, strlen (rtf_text));
  GBytes *const whole[] = { docx, odt, epub, rtf };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    for (gsize length = 6; length < g_bytes_get_size (whole[i]); length += 23)
      {
        g_autoptr (GBytes) bytes = office_cut (whole[i], length);
        g_autoptr (PlxReadingBatch) batch = office_read (bytes, "cut");

        /* Where all is there but the table of the archive, the text is, too. */
        g_assert_cmpuint (batch->documents->len + batch->failures->len, >, 0);
        if (i == 3)
          g_assert_cmpuint (batch->documents->len, ==, 0);
        for (guint k = 0; k < batch->failures->len; k++)
          g_assert_cmpint (((PlxReadingFailure *) batch->failures->pdata[k])->error->domain, ==,
                           PLX_READING_ERROR);
      }
}

static void
test_flipped (void)
{
  g_autoptr (GBytes) docx = make_docx (word_text);
  g_autoptr (GBytes) odt = make_odt (odt_manifest, odt_content);
  g_autoptr (GBytes) epub = make_epub ();
  g_autoptr (GBytes) rtf = g_bytes_new_static (rtf_text, strlen (rtf_text));

  office_flip (docx, 300);
  office_flip (odt, 300);
  office_flip (epub, 300);
  office_flip (rtf, 1500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/docx", test_docx);
  g_test_add_func ("/reading/odt", test_odt);
  g_test_add_func ("/reading/odt/password", test_odt_password);
  g_test_add_func ("/reading/rtf", test_rtf);
  g_test_add_func ("/reading/rtf/binary", test_rtf_binary);
  g_test_add_func ("/reading/rtf/bad", test_rtf_bad);
  g_test_add_func ("/reading/office/xml", test_xml_bad);
  g_test_add_func ("/reading/office/old-word", test_old_word);
  g_test_add_func ("/reading/epub/book", test_epub_book);
  g_test_add_func ("/reading/epub/collection", test_epub_collection);
  g_test_add_func ("/reading/epub/periodical", test_epub_periodical);
  g_test_add_func ("/reading/epub/bad", test_epub_bad);
  g_test_add_func ("/reading/office/truncated", test_truncated);
  g_test_add_func ("/reading/office/flipped", test_flipped);

  return g_test_run ();
}
