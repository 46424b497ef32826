/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "sheet-fixture.h"

/* What the PDF holds, read back by who has not written it. */

/* Not every Poppler says how its objects are let go. */
typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;
typedef PopplerStructureElement PdfElement;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfElement, g_object_unref)

static GBytes *
write_pdf (PlxSheetContent *content)
{
  g_autoptr (PlxSheetPages) pages = plx_sheet_pages_new (content, NULL, NULL, NULL, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_sheet_pages_write_pdf (pages, stream, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static PopplerDocument *
make_pdf (const char *language,
          guint       n_parts,
          SheetWrite  write,
          gpointer    data)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (12);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  g_set_str (&matter->language, language);
  content = sheet_fixture_content (matter, plan, n_parts, write, data);
  bytes = write_pdf (content);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static PopplerDocument *
make_usual (guint n_parts)
{
  return make_pdf ("en", n_parts, sheet_fixture_write, GUINT_TO_POINTER (12));
}

static char *
dup_text (PopplerDocument *document,
          int              page)
{
  g_autoptr (PdfPage) each = poppler_document_get_page (document, page);

  return poppler_page_get_text (each);
}

/* Where some words stand: the corners of the first place, from the upper left of the paper. */
static gboolean
find_words (PopplerDocument  *document,
            int               page,
            const char       *words,
            PopplerRectangle *place)
{
  g_autoptr (PdfPage) each = poppler_document_get_page (document, page);
  GList *found = poppler_page_find_text_with_options (each, words, POPPLER_FIND_CASE_SENSITIVE);
  double width, height;

  if (found == NULL)
    return FALSE;

  poppler_page_get_size (each, &width, &height);
  *place = *(PopplerRectangle *) found->data;
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);

  return TRUE;
}

static void
test_pdf_says_what_it_is (void)
{
  g_autoptr (Pdf) document = make_usual (5);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *creator = poppler_document_get_creator (document);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);

  g_assert_cmpstr (title, ==, "A hearing, told twice");
  g_assert_true (g_str_has_prefix (creator, "Parallax "));
  g_assert_cmpint (g_date_time_get_year (created), ==, 2024);
}

static void
test_pdf_has_a_language (void)
{
  static const char *const languages[][2] = {
    { "de-AT", "/Lang (de-AT)" }, { "ar", "/Direction /R2L" }, { "en", "/DisplayDocTitle true" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (12);
      g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
      g_autoptr (PlxSheetContent) content = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_set_str (&matter->language, languages[i][0]);
      content = sheet_fixture_content (matter, plan, 8, sheet_fixture_write,
                                       GUINT_TO_POINTER (12));
      bytes = write_pdf (content);
      g_assert_nonnull (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                languages[i][1], strlen (languages[i][1])));
    }
}

/* The words of a paragraph, of a column, of a page can be copied out in the order in which they are
 * read. */
static void
test_text_is_in_reading_order (void)
{
  g_autoptr (Pdf) document = make_usual (20);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *p;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = dup_text (document, i);

      g_assert_null (strstr (text, "\u00ad"));
      g_string_append (all, text);
    }
  p = all->str;
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *head = g_strdup_printf ("Claim number %u of a long sheet", i + 1);

      p = strstr (p, head);
      g_assert_nonnull (p);
    }
}

typedef struct
{
  guint  n;
  GArray *dests; /* int: pages */
} Outline;

static void
walk_outline (PopplerIndexIter *iter,
              guint             depth,
              Outline          *outline)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      if (depth == 1)
        g_assert_true (g_str_has_prefix (action->any.title, "Claim number "));
      else
        g_assert_cmpstr (action->any.title, ==, "Claims and differences");
      g_array_append_val (outline->dests, action->goto_dest.dest->page_num);
      outline->n++;
      if (child != NULL)
        walk_outline (child, depth + 1, outline);
      poppler_index_iter_free (child);
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));
}

static void
test_pdf_has_an_outline (void)
{
  g_autoptr (Pdf) document = make_usual (30);
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  Outline outline = { 0, g_array_new (FALSE, FALSE, sizeof (int)) };

  g_assert_nonnull (iter);
  walk_outline (iter, 0, &outline);
  poppler_index_iter_free (iter);

  g_assert_cmpuint (outline.n, ==, 32);
  for (guint i = 1; i < outline.n; i++)
    g_assert_cmpint (g_array_index (outline.dests, int, i), >=,
                     g_array_index (outline.dests, int, i - 1));
  g_assert_cmpint (g_array_index (outline.dests, int, outline.n - 1), ==,
                   poppler_document_get_n_pages (document));
  g_array_unref (outline.dests);
}

static void
write_links (guint           part,
             PlxSheetWriter *writer,
             gpointer        data)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new ("Read it at ", "en");
  g_autoptr (PlxSheetText) item = plx_sheet_text_new ("The Paper 2", "en");

  plx_sheet_text_append_link (text, "example.org", "https://example.org/a?b='c'&d=ü");
  plx_sheet_text_append_link (text, " or never", "javascript:alert(1)");
  plx_sheet_text_append_link (text, " or below", "#source-2");
  plx_sheet_text_append_link (text, " or nowhere", "#source-9");
  plx_sheet_text_append_citation (text, 1, 0);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_TEXT, text);
  plx_sheet_writer_page_break (writer);
  plx_sheet_writer_list_item (writer, "2", item, "source-2");
}

/* Addresses lead out, ids lead into the sheet, and what could do harm leads nowhere. */
static void
test_links_lead_somewhere (void)
{
  g_autoptr (Pdf) document = make_pdf ("en", 1, write_links, NULL);
  g_autoptr (PdfPage) page = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (page);
  guint n_out = 0, n_in = 0;
  PopplerRectangle words;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (GList *l = links; l != NULL; l = l->next)
    {
      PopplerLinkMapping *link = l->data;

      if (link->action->type == POPPLER_ACTION_URI)
        {
          g_assert_cmpstr (link->action->uri.uri, ==, "https://example.org/a?b=%27c%27&d=%C3%BC");
          g_assert_true (find_words (document, 0, "example.org", &words));
          g_assert_cmpfloat (fabs (link->area.x1 - words.x1), <, 2);
          g_assert_cmpfloat (fabs (link->area.x2 - words.x2), <, 2);
          g_assert_cmpfloat (link->area.y1, <, (words.y1 + words.y2) / 2);
          g_assert_cmpfloat (link->area.y2, >, (words.y1 + words.y2) / 2);
          n_out++;
        }
      else
        {
          g_assert_cmpint (link->action->type, ==, POPPLER_ACTION_GOTO_DEST);
          g_assert_cmpint (link->action->goto_dest.dest->page_num, ==, 2);
          n_in++;
        }
    }
  poppler_page_free_link_mapping (links);

  g_assert_cmpuint (n_out, ==, 1);
  /* The words, the number of the source, and its note at the foot. */
  g_assert_cmpuint (n_in, ==, 3);
}

/* Counts the elements of the structure by what they are. */
static void
walk_structure (PopplerStructureElementIter *iter,
                guint                       *counts,
                guint                        n_counts)
{
  do
    {
      g_autoptr (PdfElement) element =
        poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      guint kind = poppler_structure_element_get_kind (element);

      if (kind < n_counts)
        counts[kind]++;
      if (kind == POPPLER_STRUCTURE_ELEMENT_FIGURE)
        {
          g_autofree char *alt = poppler_structure_element_get_alt_text (element);

          g_assert_cmpstr (alt, ==, "A black square – “square”");
        }
      if (child != NULL)
        walk_structure (child, counts, n_counts);
      poppler_structure_element_iter_free (child);
    }
  while (poppler_structure_element_iter_next (iter));
}

static void
draw_square (const PlxSheetCanvas *canvas,
             gpointer              data)
{
  cairo_rectangle (canvas->cr, 0, 0, canvas->height, canvas->height);
  cairo_fill (canvas->cr);
}

static void
write_structured (guint           part,
                  PlxSheetWriter *writer,
                  gpointer        data)
{
  const PlxSheetFigure figure = { .alt = "A black square – “square”", .width = 0.5,
                                  .aspect = 0.5, .draw = draw_square };

  sheet_fixture_write (9, writer, GUINT_TO_POINTER (12));
  plx_sheet_writer_figure (writer, &figure);
}

/* Those who hear the sheet know headings, paragraphs, tables and what figures show. */
static void
test_pdf_has_structure (void)
{
  g_autoptr (Pdf) document = make_pdf ("en", 3, write_structured, NULL);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
  guint counts[POPPLER_STRUCTURE_ELEMENT_TOC + 64] = { 0 };

  g_assert_nonnull (iter);
  walk_structure (iter, counts, G_N_ELEMENTS (counts));
  poppler_structure_element_iter_free (iter);

  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_DOCUMENT], ==, 1);
  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_SECTION], ==, 1);
  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_HEADING_3], ==, 3);
  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_PARAGRAPH], >=, 15);
  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_TABLE], >=, 3);
  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_TABLE_ROW], >=, 21);
  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_TABLE_DATA], >=, 54);
  g_assert_cmpuint (counts[POPPLER_STRUCTURE_ELEMENT_FIGURE], ==, 3);
}

static void
write_columns (guint           part,
               PlxSheetWriter *writer,
               gpointer        data)
{
  static const PlxSheetColumn columns[] = {
    { .width = 1, .style = PLX_STYLE_TEXT }, { .width = 1, .style = PLX_STYLE_TEXT },
    { .ems = 6, .style = PLX_STYLE_TEXT, .align = PLX_ALIGN_END },
  };
  const PlxSheetTable table = { .columns = columns, .n_columns = 3, .is_ruled = TRUE };
  const char *const heads[] = { "Alpha", "Beta", "Gamma" };

  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, heads, 3);
  for (guint i = 0; i < 120; i++)
    {
      const char *const cells[] = { "First cell", "Second cell", "999" };

      plx_sheet_writer_row_words (writer, PLX_ROW_BODY, cells, 3);
    }
  plx_sheet_writer_end_table (writer);
}

/* Columns stand where they stood on the page before; from right to left they are the other way
 * round. */
static void
test_columns_stay_in_place (void)
{
  static const char *const words[] = { "Alpha", "First cell", "Beta", "Second cell", "Gamma" };
  g_autoptr (Pdf) document = make_pdf ("en", 1, write_columns, NULL);
  g_autoptr (Pdf) mirrored = make_pdf ("he", 1, write_columns, NULL);
  PopplerRectangle there[G_N_ELEMENTS (words)];
  PopplerRectangle here;

  g_assert_cmpint (poppler_document_get_n_pages (document), >, 2);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (find_words (document, 0, words[i], &there[i]));
      g_assert_true (find_words (document, 1, words[i], &here));
      g_assert_cmpfloat (fabs (here.x1 - there[i].x1), <, 0.1);
    }
  g_assert_cmpfloat (fabs (there[0].x1 - there[1].x1), <, 1.5);
  g_assert_cmpfloat (fabs (there[2].x1 - there[3].x1), <, 1.5);
  g_assert_cmpfloat (there[0].x1, <, there[2].x1);
  g_assert_cmpfloat (there[2].x1, <, there[4].x1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (find_words (mirrored, 1, words[i], &there[i]));
  g_assert_cmpfloat (there[0].x1, >, there[2].x1);
  g_assert_cmpfloat (there[2].x1, >, there[4].x1);
}

static void
write_scripts (guint           part,
               PlxSheetWriter *writer,
               gpointer        data)
{
  g_autoptr (PlxSheetText) chinese =
    plx_sheet_text_new ("部长昨天宣布，大桥将在午夜之前开放。", "zh");
  g_autoptr (PlxSheetText) arabic = plx_sheet_text_new ("قال الوزير إن الجسر سيفتح", "ar");

  plx_sheet_writer_paragraph (writer, PLX_STYLE_TEXT, chinese);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_TEXT, arabic);
  plx_sheet_writer_say (writer, PLX_STYLE_TEXT, "Plain words");
}

/* Other scripts are text as well, and what is read from the right stands there. */
static void
test_scripts_can_be_copied (void)
{
  g_autoptr (Pdf) document = make_pdf ("en", 1, write_scripts, NULL);
  g_autoptr (Pdf) mirrored = make_pdf ("ar", 1, write_scripts, NULL);
  g_autofree char *text = dup_text (document, 0);
  PopplerRectangle words;

  g_assert_nonnull (strstr (text, "部长昨天宣布，大桥将在午夜之前开放。"));
  g_assert_true (find_words (document, 0, "Plain words", &words));
  g_assert_cmpfloat (words.x1, <, 60);
  g_assert_true (find_words (document, 0, "الوزير", &words));
  g_assert_cmpfloat (words.x2, >, 450);

  /* The number of the page is on the other side where the sheet is read from the right. */
  g_assert_true (find_words (document, 0, "1 of 1", &words));
  g_assert_cmpfloat (words.x1, >, 450);
  g_assert_true (find_words (mirrored, 0, "1 of 1", &words));
  g_assert_cmpfloat (words.x1, <, 120);
}

/* A page as Poppler paints it has its ink where the one in the window has it: in each of its parts
 * about as much, whatever the two make of the edges of letters. */
static void
test_paper_and_window_look_alike (void)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (12);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content =
    sheet_fixture_content (matter, plan, 12, sheet_fixture_write, GUINT_TO_POINTER (12));
  g_autoptr (PlxSheetPages) pages = plx_sheet_pages_new (content, NULL, NULL, NULL, NULL);
  g_autoptr (GBytes) bytes = write_pdf (content);
  g_autoptr (Pdf) document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_autoptr (PdfPage) page = poppler_document_get_page (document, 1);
  double ink[2][12][8] = { 0 };

  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      if (i == 0)
        plx_sheet_pages_draw (pages, 1, cr);
      else
        poppler_page_render (page, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < 842; y++)
        for (int x = 0; x < 596; x++)
          {
            const guint8 *row = cairo_image_surface_get_data (surface) +
                                y * cairo_image_surface_get_stride (surface);

            ink[i][y * 12 / 842][x * 8 / 596] += (255 - row[4 * x + 1]) / 255.0;
          }
      cairo_surface_destroy (surface);
    }

  for (guint y = 0; y < 12; y++)
    for (guint x = 0; x < 8; x++)
      g_assert_cmpfloat (fabs (ink[0][y][x] - ink[1][y][x]), <=,
                         15 + 0.15 * MAX (ink[0][y][x], ink[1][y][x]));
}

static void
write_narrow (guint           part,
              PlxSheetWriter *writer,
              gpointer        data)
{
  const PlxSheetColumn columns[] = { { .width = 1 }, { .width = 1 }, { .width = 1 } };
  const PlxSheetTable table = { .columns = columns, .n_columns = 3 };
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (data, "en");
  PlxSheetText *cells[] = { text, NULL, NULL };

  /* Marks within words, too. */
  plx_sheet_text_dress (text, 20, 33, PLX_DRESS_CHANGED);
  plx_sheet_text_dress (text, 52, 61, PLX_DRESS_BOLD);
  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row (writer, PLX_ROW_BODY, cells, 3);
  plx_sheet_writer_end_table (writer);
}

static void
test_broken_words_are_whole (void)
{
  static const char words[] =
    "Representatives of internationally recognised administrations unfortunately acknowledged "
    "extraordinarily complicated responsibilities concerning telecommunications infrastructure "
    "throughout industrialised neighbourhoods and metropolitan transportation organisations.";
  g_autoptr (Pdf) document = make_pdf ("en", 1, write_narrow, (gpointer) words);
  g_auto (GStrv) all = g_strsplit (words, " ", 0);
  g_autofree char *text = dup_text (document, 0);
  g_auto (GStrv) read = g_strsplit_set (text, " \n", 0);
  guint n_lines = 0;

  g_test_summary ("Who copies the text gets words, also where a line ends within one");
  for (guint i = 0; all[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) read, all[i]))
        g_test_message ("“%s” is not in:\n%s", all[i], text);
      g_assert_true (g_strv_contains ((const char *const *) read, all[i]));
    }
  g_assert_null (strchr (text, '-'));
  for (const char *p = text; *p != '\0'; p++)
    n_lines += *p == '\n';
  g_assert_cmpuint (n_lines, >, 5);
}

static void
write_items (guint           part,
             PlxSheetWriter *writer,
             gpointer        data)
{
  g_autofree char *id = g_strdup_printf ("part-%u", part);
  g_autoptr (PlxSheetText) text = plx_sheet_text_new ("x", NULL);

  plx_sheet_writer_head (writer, 1, "Many", id);
  plx_sheet_text_append_link (text, "first", "#part-0");
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    plx_sheet_writer_list_item (writer, "•", text, NULL);
}

static void
test_many_objects_can_be_read (void)
{
  const guint n_parts = 22, n_items = 1000;
  g_autoptr (Pdf) document = NULL;
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (2);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int n_pages;

  g_test_summary ("A PDF with more objects than two bytes can count has all of its pages");
  plan->font_size = 6;
  content = sheet_fixture_content (matter, plan, n_parts, write_items, GUINT_TO_POINTER (n_items));
  bytes = write_pdf (content);
  document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_assert_nonnull (document);
  n_pages = poppler_document_get_n_pages (document);
  g_assert_cmpint (n_pages, >, 200);
  for (int i = 0; i < n_pages; i += n_pages / 7)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = dup_text (document, i);
      GList *links = poppler_page_get_link_mapping (page);

      g_assert_nonnull (strstr (text, "xfirst"));
      g_assert_cmpuint (g_list_length (links), >, 50);
      poppler_page_free_link_mapping (links);
    }
}

/* From here on the system writes no file longer than this, as if the disk were full. Gives how long
 * they could be before. */
static rlim_t
limit_files (rlim_t bytes)
{
  struct rlimit limit;
  rlim_t before;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  before = limit.rlim_cur;
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  return before;
}

static void
test_full_disk_leaves_nothing (void)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (12);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content =
    sheet_fixture_content (matter, plan, 20, sheet_fixture_write, GUINT_TO_POINTER (12));
  g_autoptr (PlxSheetPages) pages = plx_sheet_pages_new (content, NULL, NULL, NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("plx-full-XXXXXX", NULL);
  g_autofree char *old = g_build_filename (folder, "old.pdf", NULL);
  g_autofree char *new = g_build_filename (folder, "new.pdf", NULL);
  const char *const paths[] = { old, new };
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (old, "as it was", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;
      gboolean is_saved;
      rlim_t before;

      signal (SIGXFSZ, SIG_IGN);
      before = limit_files (4096);
      is_saved = plx_sheet_pages_save (pages, file, NULL, NULL, NULL, &error);
      limit_files (before);
      signal (SIGXFSZ, SIG_DFL);
      g_assert_false (is_saved);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
    }

  g_assert_true (g_file_get_contents (old, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "as it was");
  g_assert_false (g_file_test (new, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_remove (old), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/pdf/metadata", test_pdf_says_what_it_is);
  g_test_add_func ("/sheet/pdf/language", test_pdf_has_a_language);
  g_test_add_func ("/sheet/pdf/reading-order", test_text_is_in_reading_order);
  g_test_add_func ("/sheet/pdf/outline", test_pdf_has_an_outline);
  g_test_add_func ("/sheet/pdf/links", test_links_lead_somewhere);
  g_test_add_func ("/sheet/pdf/broken-words", test_broken_words_are_whole);
  g_test_add_func ("/sheet/pdf/many-objects", test_many_objects_can_be_read);
  g_test_add_func ("/sheet/pdf/full-disk", test_full_disk_leaves_nothing);
  g_test_add_func ("/sheet/pdf/structure", test_pdf_has_structure);
  g_test_add_func ("/sheet/pdf/columns", test_columns_stay_in_place);
  g_test_add_func ("/sheet/pdf/scripts", test_scripts_can_be_copied);
  g_test_add_func ("/sheet/pdf/looks-alike", test_paper_and_window_look_alike);

  return g_test_run ();
}
