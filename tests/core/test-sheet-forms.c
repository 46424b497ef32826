/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

#include "bundle/plx-bundle.h"
#include "reading/plx-reading.h"
#include "sheet/forms/plx-sheet-form.h"
#include "sheet/forms/plx-sheet-tables.h"

#define NASTY "<b>1 & 2</b> \"three\" | *four* _five_ `six` [seven](x) \\ ~~8~~ #9"

static GBytes *
write_form (PlxSheetForm     form,
            PlxSheetContent *content)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_sheet_form_write (form, content, stream, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
dup_form (PlxSheetForm     form,
          PlxSheetContent *content)
{
  g_autoptr (GBytes) bytes = write_form (form, content);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
draw (const PlxSheetCanvas *canvas,
      gpointer              data)
{
  cairo_rectangle (canvas->cr, 0, 0, canvas->width / 2, canvas->height);
  cairo_clip (canvas->cr);
  cairo_paint (canvas->cr);
}

static void
write_table (PlxSheetWriter *writer,
             guint           part)
{
  static const PlxSheetColumn columns[] = {
    { .width = 1, .heads_rows = TRUE, .style = PLX_STYLE_LABEL },
    { .width = 2 },
    { .ems = 4, .align = PLX_ALIGN_END },
  };
  const PlxSheetTable table = { .id = part == 0 ? "the-table" : "further-down",
                                .title = "Who & what", .columns = columns, .n_columns = 3,
                                .is_ruled = TRUE, .continues = part == 1,
                                .goes_on = part == 0 };
  static const char * const head[] = { "Who", "What", "How often" };
  static const char * const span[] = { "All of them" };
  static const char * const body[] = { "Ann", NASTY, "3" };

  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, head, 3);
  if (part == 0)
    plx_sheet_writer_row_words (writer, PLX_ROW_SPANNING, span, 1);
  plx_sheet_writer_row_words (writer, PLX_ROW_BODY, body, 3);
  plx_sheet_writer_end_table (writer);
}

/* Everything that a writer can be told, with words that mean something elsewhere. */
static void
write_all (guint           part,
           PlxSheetWriter *writer,
           gpointer        data)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (NASTY, NULL);
  g_autoptr (PlxSheetText) arabic = plx_sheet_text_new ("مرحبا بالعالم", "ar");
  const PlxSheetFigure figure = { .id = "the-figure", .alt = "A \"black\" half", .caption = text,
                                  .width = 0.5, .aspect = 0.5, .draw = draw };

  if (part < 2)
    {
      write_table (writer, part);
      return;
    }

  plx_sheet_writer_head (writer, 0, "A sheet", NULL);
  plx_sheet_writer_head (writer, 1, "1. A section", "first");
  plx_sheet_text_append_dressed (text, "bold", PLX_DRESS_BOLD);
  plx_sheet_text_append (text, " ");
  plx_sheet_text_append_dressed (text, "here", PLX_DRESS_ONLY_HERE);
  plx_sheet_text_append (text, "\u2028next line ");
  plx_sheet_text_append_link (text, "bad", "javascript:alert(1)");
  plx_sheet_text_append_link (text, "good", "https://quay.example/?a=1&b=\"2\"");
  plx_sheet_text_append_citation (text, 1, 14);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_TEXT, text);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_QUOTE, arabic);
  plx_sheet_writer_say (writer, PLX_STYLE_META, "12. not an item");
  plx_sheet_writer_say (writer, PLX_STYLE_META, "- nor this");
  plx_sheet_writer_list_item (writer, "•", text, "item");
  plx_sheet_writer_figure (writer, &figure);
  plx_sheet_writer_page_break (writer);
  plx_sheet_writer_say (writer, PLX_STYLE_NOTE, "After the break.");
}

static PlxSheetContent *
make_content (void)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (3);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();

  return sheet_fixture_content (matter, plan, 3, write_all, NULL);
}

/* The parser knows HTML 4 and takes newer elements for a fault, as it does what is in an SVG. */
static void
error_cb (void           *data,
          const xmlError *error)
{
  if (error->code != XML_HTML_UNKNOWN_TAG)
    g_error ("%d: %s", error->line, error->message);
}

static double
count (xmlDocPtr   doc,
       const char *path)
{
  xmlXPathContextPtr context = xmlXPathNewContext (doc);
  g_autofree char *counting = g_strdup_printf ("count(%s)", path);
  xmlXPathObjectPtr object = xmlXPathEvalExpression ((const xmlChar *) counting, context);
  double n;

  g_assert_nonnull (object);
  n = object->floatval;
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);

  return n;
}

/* Each link within the page has somewhere to lead to, and no id stands twice. */
static void
check_ids (xmlDocPtr doc)
{
  xmlXPathContextPtr context = xmlXPathNewContext (doc);
  xmlXPathObjectPtr ids = xmlXPathEvalExpression ((const xmlChar *) "//@id", context);
  xmlXPathObjectPtr links = xmlXPathEvalExpression ((const xmlChar *) "//a/@href", context);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < xmlXPathNodeSetGetLength (ids->nodesetval); i++)
    {
      xmlChar *id = xmlNodeGetContent (ids->nodesetval->nodeTab[i]);

      g_assert_true (g_hash_table_add (known, g_strdup ((const char *) id)));
      xmlFree (id);
    }
  for (int i = 0; i < xmlXPathNodeSetGetLength (links->nodesetval); i++)
    {
      xmlChar *href = xmlNodeGetContent (links->nodesetval->nodeTab[i]);

      g_assert_false (g_str_has_prefix ((const char *) href, "javascript"));
      if (*href == '#' && !g_hash_table_contains (known, (const char *) href + 1))
        g_error ("%s leads nowhere", (const char *) href);
      xmlFree (href);
    }
  xmlXPathFreeObject (ids);
  xmlXPathFreeObject (links);
  xmlXPathFreeContext (context);
}

static xmlDocPtr
parse_html (const char *html)
{
  xmlDocPtr doc;

  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) (void (*) (void)) error_cb);
  doc = htmlReadMemory (html, strlen (html), NULL, "UTF-8", HTML_PARSE_NONET);
  xmlSetStructuredErrorFunc (NULL, NULL);
  g_assert_nonnull (doc);

  return doc;
}

static void
test_html (void)
{
  g_autoptr (PlxSheetContent) content = make_content ();
  g_autofree char *html = dup_form (PLX_SHEET_FORM_HTML, content);
  xmlDocPtr doc = parse_html (html);

  g_test_summary ("A web page is well formed, its table has one head, and words stay words");

  check_ids (doc);
  g_assert_cmpfloat (count (doc, "//html[@lang='en']"), ==, 1);
  g_assert_cmpfloat (count (doc, "//h1"), ==, 1);
  g_assert_cmpfloat (count (doc, "//table"), ==, 1);
  g_assert_cmpfloat (count (doc, "//table/caption"), ==, 1);
  g_assert_cmpfloat (count (doc, "//thead/tr"), ==, 1);
  g_assert_cmpfloat (count (doc, "//thead/tr/th[@scope='col']"), ==, 3);
  g_assert_cmpfloat (count (doc, "//tbody/tr"), ==, 3);
  g_assert_cmpfloat (count (doc, "//tbody/tr[@id='further-down']"), ==, 1);
  g_assert_cmpfloat (count (doc, "//tbody//th[@scope='row']"), ==, 2);
  g_assert_cmpfloat (count (doc, "//tbody//th[@colspan='3']"), ==, 1);
  g_assert_cmpfloat (count (doc, "//b"), ==, 0);
  g_assert_cmpfloat (count (doc, "//p[@lang='ar'][@dir='rtl']"), ==, 1);
  g_assert_cmpfloat (count (doc, "//svg[@role='img']/title"), ==, 1);
  g_assert_cmpfloat (count (doc, "//svg/desc[.='A \"black\" half']"), ==, 1);
  g_assert_cmpfloat (count (doc, "//a[@href='#source-2']"), >=, 1);
  g_assert_cmpfloat (count (doc, "//li[@id='source-2']"), ==, 1);
  g_assert_cmpfloat (count (doc, "//mark[@class='here']"), >=, 1);
  g_assert_cmpfloat (count (doc, "//script|//link|//img|//iframe"), ==, 0);
  g_assert_nonnull (strstr (html, "prefers-color-scheme:dark"));
  g_assert_nonnull (strstr (html, "@media print"));
  xmlFreeDoc (doc);
}

static void
test_markdown (void)
{
  g_autoptr (PlxSheetContent) content = make_content ();
  g_autofree char *markdown = dup_form (PLX_SHEET_FORM_MARKDOWN, content);
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  guint n_rows = 0, n_rulers = 0;

  g_test_summary ("Words stay words, and each row of a table has as many cells as its head");

  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "| "))
      {
        guint n_cells = 0;

        for (const char *c = lines[i]; *c != '\0'; c++)
          n_cells += *c == '|' && (c == lines[i] || c[-1] != '\\');
        g_assert_cmpuint (n_cells, ==, 4);
        n_rows++;
        n_rulers += g_str_equal (lines[i], "| --- | --- | ---: |");
      }
  g_assert_cmpuint (n_rows, ==, 5);
  g_assert_cmpuint (n_rulers, ==, 1);

  g_assert_nonnull (strstr (markdown, "\\<b\\>1 \\& 2\\</b\\> \"three\" \\| \\*four\\* \\_five\\_ "
                                      "\\`six\\` \\[seven\\](x) \\\\ \\~\\~8\\~\\~ #9"));
  g_assert_nonnull (strstr (markdown, "\n12\\. not an item\n"));
  g_assert_nonnull (strstr (markdown, "\n\\- nor this\n"));
  g_assert_nonnull (strstr (markdown, "<sup>[2](#source-2)</sup>\u00a0¶\u00a014"));
  g_assert_nonnull (strstr (markdown, "<a id=\"source-2\"></a>"));
  g_assert_null (strstr (markdown, "javascript"));
}

/* The files of a ZIP file by their names; the first is told apart. */
static GHashTable *
unzip (GBytes  *bytes,
       char   **first)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes)), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      gsize size = archive_entry_size (entry);
      char *buffer = g_malloc (size + 1);

      g_assert_cmpint (archive_read_data (archive, buffer, size), ==, (gssize) size);
      if (first != NULL && *first == NULL)
        *first = g_strdup (archive_entry_pathname (entry));
      g_hash_table_insert (files, g_strdup (archive_entry_pathname (entry)),
                           g_bytes_new_take (buffer, size));
    }
  archive_read_free (archive);

  return files;
}

static void
strict_error_cb (void           *data,
                 const xmlError *error)
{
  g_error ("%d: %s", error->line, error->message);
}

static void
test_odt (void)
{
  g_autoptr (PlxSheetContent) content = make_content ();
  g_autoptr (GBytes) bytes = write_form (PLX_SHEET_FORM_ODT, content);
  g_autofree char *first = NULL;
  g_autoptr (GHashTable) files = unzip (bytes, &first);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = NULL;
  GBytes *text;
  g_autofree char *xml = NULL;
  GHashTableIter iter;
  gpointer name, value;

  g_test_summary ("A text document is well formed, and reads back as what was written");

  g_assert_cmpstr (first, ==, "mimetype");
  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) (void (*) (void)) strict_error_cb);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (g_str_has_suffix (name, ".xml"))
      {
        xmlDocPtr doc = xmlReadMemory (g_bytes_get_data (value, NULL), g_bytes_get_size (value),
                                       name, NULL, XML_PARSE_NONET);

        g_assert_nonnull (doc);
        xmlFreeDoc (doc);
      }
  xmlSetStructuredErrorFunc (NULL, NULL);

  text = g_hash_table_lookup (files, "content.xml");
  xml = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_assert_nonnull (strstr (xml, "text:note-class=\"footnote\""));
  g_assert_nonnull (strstr (xml, "<text:note-citation text:label=\"2\">2</text:note-citation>"));
  g_assert_nonnull (strstr (xml, "<table:table-header-rows>"));
  g_assert_nonnull (strstr (xml, "table:number-columns-spanned=\"3\""));
  g_assert_nonnull (strstr (xml, "style:writing-mode=\"rl-tb\""));
  g_assert_nonnull (strstr (xml, "fo:language=\"ar\""));
  g_assert_nonnull (strstr (xml, "fo:break-before=\"page\""));
  g_assert_nonnull (strstr (xml, "<svg:desc>A &quot;black&quot; half</svg:desc>"));
  g_assert_null (strstr (xml, "javascript"));
  g_assert_true (g_hash_table_contains (files, "Pictures/figure-1.png"));

  document = plx_reading_read_bytes (bytes, "sheet.odt", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (document->text->str, "After the break."));
  g_assert_nonnull (strstr (document->text->str, "<b>1 & 2</b>"));
}

/* Reads a table as RFC 4180 has it; all rows must have as many fields as the head. */
static GPtrArray *
parse_csv (const char *csv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_fields = 0;

  while (*csv != '\0')
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
      gboolean ended = FALSE;
      guint n = 0;

      while (!ended)
        {
          g_autoptr (GString) field = g_string_new (NULL);
          const gboolean quoted = *csv == '"';

          csv += quoted;
          while (*csv != '\0' && (quoted ? *csv != '"' || csv[1] == '"'
                                         : *csv != ',' && *csv != '\r'))
            {
              csv += quoted && *csv == '"';
              g_assert_true (quoted || *csv != '"');
              g_string_append_c (field, *csv++);
            }
          csv += quoted;
          g_strv_builder_add (row, field->str);
          n++;
          ended = *csv != ',';
          csv += *csv == ',';
        }
      g_assert_true (g_str_has_prefix (csv, "\r\n"));
      csv += 2;
      if (rows->len == 0)
        n_fields = n;
      g_assert_cmpuint (n, ==, n_fields);
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }

  return rows;
}

static PlxSheetMatter *
make_matter (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } articles[] = {
    { "one.txt", "=1+1 is the headline\n\nThe council of Norway met on Monday, \"for once\", with "
      "84 people.\n\nNorway is a member of the International Criminal Court, it said.\n" },
    { "two.txt", "Council meets\n\nThe council of Norway met on Monday with 90 people.\n" },
  };
  g_autoptr (PlxParcel) parcel = plx_parcel_new ("A council");
  g_autoptr (PlxBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;
  PlxSheetMatter *matter;

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (articles[i].text, strlen (articles[i].text));
      g_autoptr (PlxDocument) document = plx_reading_read_bytes (bytes, articles[i].name, NULL,
                                                                 &error);

      g_assert_no_error (error);
      plx_parcel_add (parcel, document, NULL);
    }
  bundle = plx_bundle_new (parcel, plx_day_parse ("2024-05-06"));
  matter = plx_bundle_make_matter (bundle, NULL, &error);
  g_assert_no_error (error);

  return matter;
}

static void
test_csv (void)
{
  g_autoptr (PlxSheetMatter) matter = make_matter ();
  const char * const *tables = plx_sheet_tables_list ();
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content = plx_sheet_content_new (matter, plan);
  g_autoptr (GBytes) bytes = write_form (PLX_SHEET_FORM_CSV, content);
  g_autoptr (GHashTable) files = unzip (bytes, NULL);
  guint n_formulas = 0, n_rows = 0;

  g_test_summary ("Each table can be read back, and none of it is a formula");

  for (gsize i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *csv = plx_sheet_table_dup_csv (matter, tables[i], NULL, &error);
      g_autofree char *name = g_strconcat (tables[i], ".csv", NULL);
      g_autoptr (GPtrArray) rows = NULL;
      GBytes *zipped = g_hash_table_lookup (files, name);

      g_assert_no_error (error);
      g_assert_nonnull (zipped);
      g_assert_cmpmem (csv, strlen (csv), g_bytes_get_data (zipped, NULL),
                       g_bytes_get_size (zipped));
      rows = parse_csv (csv);
      g_test_message ("%s: %u rows", tables[i], rows->len);
      n_rows += rows->len - 1;
      for (guint row = 1; row < rows->len; row++)
        for (char **field = rows->pdata[row]; *field != NULL; field++)
          {
            g_assert_true (**field != '=' && **field != '@' && **field != '+');
            n_formulas += g_str_has_prefix (*field, "'=1+1");
          }
    }
  g_assert_cmpuint (n_formulas, >, 0);
  g_assert_cmpuint (n_rows, >, 8);
}

static void
test_cancelled (void)
{
  g_autoptr (PlxSheetContent) content = make_content ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "kept.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *now = NULL;

  g_test_summary ("A form that is given up leaves the old file where it was");

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < PLX_N_SHEET_FORMS; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plx_sheet_form_save (i, content, file, NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, "old");
}

static void
test_ids (void)
{
  for (guint i = 0; i < PLX_N_SHEET_FORMS; i++)
    {
      PlxSheetForm form;

      g_assert_true (plx_sheet_form_from_id (plx_sheet_form_get_id (i), &form));
      g_assert_cmpint (form, ==, i);
      g_assert_true (g_str_has_prefix (plx_sheet_form_get_suffix (i), "."));
      g_assert_nonnull (strchr (plx_sheet_form_get_type (i), '/'));
      g_assert_cmpstr (plx_sheet_form_get_title (i), !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sheet/forms/html", test_html);
  g_test_add_func ("/sheet/forms/markdown", test_markdown);
  g_test_add_func ("/sheet/forms/odt", test_odt);
  g_test_add_func ("/sheet/forms/csv", test_csv);
  g_test_add_func ("/sheet/forms/cancelled", test_cancelled);
  g_test_add_func ("/sheet/forms/ids", test_ids);

  return g_test_run ();
}
