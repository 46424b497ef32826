/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-sheet-forms-private.h"

#include <string.h>

#include "sheet/forms/plx-sheet-runs.h"
#include "sheet/forms/plx-zip.h"

#define ODT_TYPE "application/vnd.oasis.opendocument.text"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

#define NAMESPACES \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"" \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"" \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"" \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"" \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"" \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\""

/* The styles that paragraphs have; sizes are by that of the text. */
static const struct
{
  const char *name;
  const char *shown;
  const char *paragraph;
  const char *text;
} named[] = {
  { "Title", "Title", "fo:margin-bottom=\"6pt\" fo:keep-with-next=\"always\"",
    "fo:font-size=\"190%\" fo:font-weight=\"bold\"" },
  { "Heading_20_1", "Heading 1", "fo:margin-top=\"18pt\" fo:margin-bottom=\"6pt\" "
    "fo:keep-with-next=\"always\" fo:border-top=\"1pt solid #000000\" fo:padding-top=\"4pt\"",
    "fo:font-size=\"140%\" fo:font-weight=\"bold\"" },
  { "Heading_20_2", "Heading 2", "fo:margin-top=\"12pt\" fo:margin-bottom=\"4pt\" "
    "fo:keep-with-next=\"always\"", "fo:font-size=\"115%\" fo:font-weight=\"bold\"" },
  { "Heading_20_3", "Heading 3", "fo:margin-top=\"10pt\" fo:margin-bottom=\"3pt\" "
    "fo:keep-with-next=\"always\"", "fo:font-weight=\"bold\"" },
  { "Text", "Text", "fo:margin-bottom=\"4pt\"", "" },
  { "Small", "Small", "fo:margin-bottom=\"3pt\"", "fo:font-size=\"85%\"" },
  { "Lead", "Lead", "fo:margin-bottom=\"6pt\"", "fo:font-size=\"120%\"" },
  { "Quote", "Quote", "fo:margin-bottom=\"4pt\" fo:margin-left=\"12pt\"", "" },
  { "Meta", "Meta", "fo:margin-bottom=\"3pt\"", "fo:font-size=\"85%\"" },
  { "Kicker", "Kicker", "fo:margin-bottom=\"2pt\" fo:keep-with-next=\"always\"",
    "fo:font-size=\"80%\" fo:letter-spacing=\"0.5pt\"" },
  { "Label", "Label", "fo:margin-top=\"6pt\" fo:keep-with-next=\"always\"",
    "fo:font-weight=\"bold\"" },
  { "Detail", "Detail", "fo:margin-bottom=\"3pt\" fo:margin-left=\"12pt\"",
    "fo:font-size=\"85%\"" },
  { "Note", "Note", "fo:margin-bottom=\"4pt\" fo:margin-left=\"12pt\" fo:border-left="
    "\"1pt double #000000\" fo:padding-left=\"4pt\"", "fo:font-size=\"90%\"" },
  { "Item", "Item", "fo:margin-left=\"24pt\" fo:text-indent=\"-24pt\" fo:margin-bottom=\"3pt\"",
    "" },
  { "Caption", "Caption", "fo:margin-top=\"8pt\" fo:margin-bottom=\"3pt\" "
    "fo:keep-with-next=\"always\"", "fo:font-size=\"90%\" fo:font-weight=\"bold\"" },
  { "Cell", "Cell", "", "fo:font-size=\"90%\"" },
  { "Cell_20_Head", "Cell Head", "", "fo:font-size=\"90%\" fo:font-weight=\"bold\"" },
  { "Footnote", "Footnote", "fo:margin-left=\"14pt\" fo:text-indent=\"-14pt\"",
    "fo:font-size=\"80%\"" },
  { "Footer", "Footer", "fo:text-align=\"center\"", "fo:font-size=\"80%\"" },
};

static const char cells[] =
  "<style:style style:name=\"Citation\" style:family=\"text\"><style:text-properties "
  "style:text-position=\"super 65%\"/></style:style>\n";

static const char automatic_cells[] =
  "<style:style style:name=\"Whole\" style:family=\"table\"><style:table-properties "
  "style:rel-width=\"100%\" table:align=\"margins\" fo:margin-bottom=\"8pt\"/></style:style>\n"
  "<style:style style:name=\"Plain\" style:family=\"table-cell\"><style:table-cell-properties "
  "fo:padding=\"2pt\" fo:border=\"none\"/></style:style>\n"
  "<style:style style:name=\"Ruled\" style:family=\"table-cell\"><style:table-cell-properties "
  "fo:padding=\"2pt\" fo:border-bottom=\"0.4pt solid #777777\"/></style:style>\n"
  "<style:style style:name=\"Head\" style:family=\"table-cell\"><style:table-cell-properties "
  "fo:padding=\"2pt\" fo:border-bottom=\"1pt solid #000000\"/></style:style>\n";

static void
add_escaped (GString    *out,
             const char *text)
{
  plx_sheet_form_append_xml (out, text, strlen (text));
}

static void
add_named_styles (GString    *out,
                  double      font_size,
                  const char *language)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts = g_strsplit_set (language, "-_", 3);

  g_ascii_formatd (size, sizeof size, "%.1f", font_size);
  g_string_append_printf (out, "<office:styles>\n<style:default-style style:family=\"paragraph\">"
                          "<style:paragraph-properties fo:orphans=\"2\" fo:widows=\"2\" "
                          "style:writing-mode=\"%s\"/><style:text-properties fo:font-size=\"%spt\""
                          " style:font-size-asian=\"%spt\" style:font-size-complex=\"%spt\""
                          " fo:hyphenate=\"true\" fo:language=\"",
                          plx_sheet_form_is_rtl_language (language) ? "rl-tb" : "lr-tb", size, size,
                          size);
  add_escaped (out, parts[0]);
  g_string_append (out, "\" fo:country=\"");
  add_escaped (out, parts[1] != NULL && strlen (parts[1]) == 2 ? parts[1] : "none");
  g_string_append (out, "\"/></style:default-style>\n");

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    g_string_append_printf (out, "<style:style style:name=\"%s\" style:display-name=\"%s\" "
                            "style:family=\"paragraph\"><style:paragraph-properties %s/>"
                            "<style:text-properties %s/></style:style>\n", named[i].name,
                            named[i].shown, named[i].paragraph, named[i].text);
  g_string_append (out, cells);
  g_string_append (out, "<text:notes-configuration text:note-class=\"footnote\" "
                   "text:citation-body-style-name=\"Citation\" style:num-format=\"1\" "
                   "text:footnotes-position=\"page\"/>\n</office:styles>\n");
}

static void
add_page (GString      *out,
          PlxSheetPlan *plan)
{
  char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];
  double width, height;

  plx_sheet_plan_get_page_size (plan, &width, &height);
  g_string_append_printf (out, "<office:automatic-styles><style:page-layout style:name=\"Paper\">"
                          "<style:page-layout-properties fo:page-width=\"%spt\" fo:page-height="
                          "\"%spt\" style:print-orientation=\"%s\" fo:margin=\"%spt\"/>"
                          "<style:footer-style/></style:page-layout></office:automatic-styles>\n"
                          "<office:master-styles><style:master-page style:name=\"Standard\" "
                          "style:page-layout-name=\"Paper\"><style:footer><text:p "
                          "text:style-name=\"Footer\"><text:page-number/> / <text:page-count/>"
                          "</text:p></style:footer></style:master-page></office:master-styles>\n",
                          g_ascii_formatd (numbers[0], sizeof numbers[0], "%.1f", width),
                          g_ascii_formatd (numbers[1], sizeof numbers[1], "%.1f", height),
                          width > height ? "landscape" : "portrait",
                          g_ascii_formatd (numbers[2], sizeof numbers[2], "%.1f", plan->margin));
}

static GBytes *
make_styles (PlxSheetContent *content,
             const char      *language)
{
  PlxSheetPlan *plan = plx_sheet_content_get_plan (content);
  g_autoptr (GString) out = g_string_new (XML "<office:document-styles" NAMESPACES ">\n");

  add_named_styles (out, plan->font_size, language);
  add_page (out, plan);
  g_string_append (out, "</office:document-styles>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
make_content (GString *styles,
              GString *body)
{
  g_autoptr (GString) out = g_string_sized_new (styles->len + body->len + 4096);

  g_string_append (out, XML "<office:document-content" NAMESPACES ">\n<office:automatic-styles>\n");
  g_string_append (out, automatic_cells);
  g_string_append_len (out, styles->str, styles->len);
  g_string_append (out, "</office:automatic-styles>\n<office:body><office:text>\n");
  g_string_append_len (out, body->str, body->len);
  g_string_append (out, "</office:text></office:body></office:document-content>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
make_meta (PlxSheetContent *content,
           const char      *language)
{
  g_autoptr (GString) out = g_string_new (XML "<office:document-meta" NAMESPACES "><office:meta>"
                                          "<meta:generator>Parallax/" PACKAGE_VERSION
                                          "</meta:generator><dc:title>");

  add_escaped (out, plx_sheet_content_get_title (content));
  g_string_append (out, "</dc:title><dc:language>");
  add_escaped (out, language);
  g_string_append (out, "</dc:language></office:meta></office:document-meta>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static void
add_entry (GString    *out,
           const char *path,
           const char *type)
{
  g_string_append_printf (out, "<manifest:file-entry manifest:full-path=\"%s\" "
                          "manifest:media-type=\"%s\"/>\n", path, type);
}

static GBytes *
make_manifest (GPtrArray *pictures)
{
  g_autoptr (GString) out =
    g_string_new (XML "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:"
                  "manifest:1.0\" manifest:version=\"1.3\">\n");

  add_entry (out, "/", ODT_TYPE);
  add_entry (out, "content.xml", "text/xml");
  add_entry (out, "styles.xml", "text/xml");
  add_entry (out, "meta.xml", "text/xml");
  for (guint i = 0; i < pictures->len; i++)
    add_entry (out, ((PlxOdtPicture *) pictures->pdata[i])->name, "image/png");
  g_string_append (out, "</manifest:manifest>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * plx_odt_package_write:
 * @stream: where to
 * @styles: the automatic styles of the text
 * @body: the text
 * @pictures: (element-type PlxOdtPicture): its pictures
 * @content: the sheet
 * @language: its language, as BCP 47
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a text as an OpenDocument file. What it is has to stand first in it, and not packed.
 *
 * Returns: whether all was written
 */
gboolean
plx_odt_package_write (GOutputStream    *stream,
                       GString          *styles,
                       GString          *body,
                       GPtrArray        *pictures,
                       PlxSheetContent  *content,
                       const char       *language,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr (GBytes) type = g_bytes_new_static (ODT_TYPE, strlen (ODT_TYPE));
  g_autoptr (GBytes) text = make_content (styles, body);
  g_autoptr (GBytes) looks = make_styles (content, language);
  g_autoptr (GBytes) meta = make_meta (content, language);
  g_autoptr (GBytes) manifest = make_manifest (pictures);
  g_autoptr (PlxZip) zip = plx_zip_new (stream, cancellable, error);

  if (zip == NULL ||
      !plx_zip_add (zip, "mimetype", type, FALSE, error) ||
      !plx_zip_add (zip, "content.xml", text, TRUE, error) ||
      !plx_zip_add (zip, "styles.xml", looks, TRUE, error) ||
      !plx_zip_add (zip, "meta.xml", meta, TRUE, error))
    return FALSE;

  for (guint i = 0; i < pictures->len; i++)
    {
      const PlxOdtPicture *picture = pictures->pdata[i];

      if (!plx_zip_add (zip, picture->name, picture->bytes, FALSE, error))
        return FALSE;
    }

  return plx_zip_add (zip, "META-INF/manifest.xml", manifest, TRUE, error) &&
         plx_zip_finish (zip, error);
}
