/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "pdf-fixture.h"
#include "reading/pdf/plx-pdf-blocks.h"
#include "reading/pdf/plx-pdf-layout.h"
#include "reading/pdf/plx-pdf-margins.h"
#include "reading/plx-reading.h"

static PlxDocument *
read_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (bytes, "page.pdf", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_cmpstr (document->format, ==, "pdf");

  return document;
}

/* The paragraphs of the sample story: prose of our own. */
static char **
load_prose (void)
{
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();
  static const char *const names[] = { "01-harbour-ledger.txt", "02-northern-courier.txt",
                                       "03-plateau-review.txt", "05-daily-compass.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", names[i],
                                                     NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxDocument) document = plx_reading_read_file (file, NULL, &error);

      g_assert_no_error (error);
      for (guint k = 0; k < plx_document_get_n_blocks (document); k++)
        {
          g_autofree char *text = plx_document_dup_block (document, k);

          if (plx_document_get_block (document, k)->role == PLX_ROLE_BODY && strlen (text) > 80)
            g_strv_builder_add (paragraphs, text);
        }
    }

  return g_strv_builder_end (paragraphs);
}

static char *
dup_kept (PlxDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      g_autofree char *block = plx_document_dup_block (document, i);

      if (plx_document_get_block (document, i)->kept)
        g_string_append_printf (text, "%s\n", block);
    }

  return g_string_free (text, FALSE);
}

/* How many words two texts have in common in the same order. */
static guint
count_common (char **one,
              char **other)
{
  guint n = g_strv_length (one);
  guint m = g_strv_length (other);
  g_autofree guint *row = g_new0 (guint, m + 1);

  for (guint i = 0; i < n; i++)
    {
      guint corner = 0;

      for (guint k = 0; k < m; k++)
        {
          guint above = row[k + 1];

          row[k + 1] = strcmp (one[i], other[k]) == 0 ? corner + 1 : MAX (above, row[k]);
          corner = above;
        }
    }

  return row[m];
}

static char **
split_words (const char *text)
{
  g_autofree char *squashed = g_strdup (text);

  for (char *p = squashed; *p != '\0'; p++)
    if (*p == '\n')
      *p = ' ';
  g_strstrip (squashed);

  return g_strsplit (squashed, " ", -1);
}

typedef struct
{
  const char *path;
  PdfSheet    sheet;
  double      at_least;
} TypesetCase;

static const TypesetCase typeset_cases[] = {
  { "/reading/pdf/typeset/one-column",
    { .columns = 1, .font = "DejaVu Serif 10", .headline = "Four papers on one flight" }, 0.995 },
  { "/reading/pdf/typeset/two-columns",
    { .columns = 2, .gutter = 16, .font = "DejaVu Serif 9", .indent = 12,
      .headline = "Four papers on one flight" }, 0.99 },
  { "/reading/pdf/typeset/three-columns",
    { .columns = 3, .gutter = 14, .font = "DejaVu Serif 8", .indent = 10,
      .headline = "Four papers on one flight" }, 0.99 },
  { "/reading/pdf/typeset/three-narrow-gutters",
    { .columns = 3, .gutter = 9, .font = "DejaVu Sans 7.5", .indent = 8 }, 0.99 },
  { "/reading/pdf/typeset/ragged",
    { .columns = 2, .gutter = 16, .font = "Cantarell 11", .ragged = TRUE }, 0.99 },
  { "/reading/pdf/typeset/hyphens",
    { .columns = 3, .gutter = 14, .font = "DejaVu Serif 8", .indent = 10, .hyphens = TRUE },
    0.99 },
  { "/reading/pdf/typeset/large",
    { .columns = 1, .font = "DejaVu Sans 16", .hyphens = TRUE, .foot = "%u" }, 0.99 },
  { "/reading/pdf/typeset/heads-and-feet",
    { .columns = 2, .gutter = 16, .font = "DejaVu Serif 10", .indent = 12,
      .head = "The Harbour Ledger", .foot = "Page %u", .hyphens = TRUE }, 0.99 },
};

/* Prose comes back as it went in: the same words in the same order, in the same paragraphs. */
static void
test_typeset (gconstpointer data)
{
  const TypesetCase *case_ = data;
  g_auto (GStrv) paragraphs = load_prose ();
  g_autofree char *wanted = g_strjoinv ("\n", paragraphs);
  g_autoptr (GBytes) bytes = pdf_typeset ((const char *const *) paragraphs, &case_->sheet);
  g_autoptr (PlxDocument) document = read_pdf (bytes);
  g_autofree char *kept = dup_kept (document);
  g_auto (GStrv) expected = split_words (wanted);
  g_auto (GStrv) words = NULL;
  const char *text = kept;
  guint n_whole = 0;
  guint common;
  double f1;

  if (case_->sheet.headline != NULL)
    {
      g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, case_->sheet.headline);
      g_assert_true (g_str_has_prefix (kept, case_->sheet.headline));
      text = strchr (kept, '\n') + 1;
    }

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat (paragraphs[i], "\n", NULL);

      n_whole += strstr (kept, line) != NULL;
      if (strstr (kept, line) == NULL)
        g_test_message ("not whole: %s", paragraphs[i]);
    }

  words = split_words (text);
  common = count_common (expected, words);
  f1 = 2.0 * common / (g_strv_length (expected) + g_strv_length (words));
  g_test_message ("words in order F1 %.4f, whole paragraphs %u of %u", f1, n_whole,
                  g_strv_length (paragraphs));
  g_assert_cmpfloat (f1, >=, case_->at_least);
  g_assert_cmpuint (n_whole * 100, >=, g_strv_length (paragraphs) * 90);
}

/* The place in the document of the block that says @text, which must be there. */
static const PlxBlockSpan *
find_block (PlxDocument *document,
            const char  *text)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      g_autofree char *block = plx_document_dup_block (document, i);

      if (strcmp (block, text) == 0)
        return plx_document_get_block (document, i);
    }

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      g_autofree char *block = plx_document_dup_block (document, i);

      g_test_message ("block: %s", block);
    }
  g_error ("No block says “%s”", text);
}

static void
assert_block (PlxDocument *document,
              const char  *text,
              PlxRole      role,
              gboolean     kept,
              const char  *place)
{
  const PlxBlockSpan *block = find_block (document, text);

  g_assert_cmpint (block->role, ==, role);
  g_assert_cmpint (block->kept, ==, kept);
  if (place != NULL)
    g_assert_cmpstr (block->place, ==, place);
}

static void
assert_error (GBytes          *bytes,
              PlxReadingError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_reading_read_bytes (bytes, "page.pdf", NULL, &error);

  g_assert_null (document);
  g_assert_error (error, PLX_READING_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "page.pdf"));
}

/* Running heads, feet and page numbers are cut, and stay in the record with their place. */
static void
test_margins (void)
{
  static const PdfSheet sheet = { .columns = 2, .gutter = 16, .font = "DejaVu Serif 10",
                                  .indent = 12, .head = "The Harbour Ledger, 16 June 2015",
                                  .foot = "Page %u" };
  g_auto (GStrv) paragraphs = load_prose ();
  g_autoptr (GBytes) bytes = pdf_typeset ((const char *const *) paragraphs, &sheet);
  g_autoptr (PlxDocument) document = read_pdf (bytes);
  g_autofree char *kept = dup_kept (document);

  assert_block (document, "Page 1", PLX_ROLE_CHROME, FALSE, "page 1, foot");
  assert_block (document, "Page 2", PLX_ROLE_CHROME, FALSE, "page 2, foot");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2015-06-16");
  g_assert_cmpstr (document->found[PLX_FIELD_PUBLISHED], ==, "page head");
  assert_block (document, "The Harbour Ledger, 16 June 2015", PLX_ROLE_CHROME,
                FALSE, "page 1, head");
  g_assert_null (strstr (kept, "Page 2"));
}

#define PROSE_1                                                                                   \
  "The harbour office of Port Selwyn will close at noon from Monday on, a note on its door said " \
  "on Thursday morning, and nobody there would say why."
#define PROSE_2                                                                                 \
  "The clerk, who had come to work as usual, read the note from outside and went home again, " \
  "because he had no key to the new lock."

/* What Chrome and Firefox write around a page that they print. */
static void
test_browser_print (gconstpointer data)
{
  gboolean firefox = GPOINTER_TO_INT (data);
  PdfPaper *paper = pdf_paper_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;
  const char *small = "DejaVu Sans 6";

  for (guint page = 1; page <= 2; page++)
    {
      g_autofree char *number = g_strdup_printf (firefox ? "%u of 2" : "%u/2", page);

      pdf_paper_write (paper, 20, 14, -1, small,
                       firefox ? "Harbour office closes | Selwyn Herald" : "11/22/26, 2:49 AM");
      pdf_paper_write (paper, 300, 14, -1, small,
                       firefox ? "https://selwyn.example/2014/03/06/office"
                               : "Harbour office closes | Selwyn Herald");
      if (page == 1)
        {
          pdf_paper_write (paper, 60, 60, 470, "DejaVu Serif Bold 18", "Harbour office closes");
          pdf_paper_write (paper, 60, 92, 470, "DejaVu Serif 10", "By Joost Perrin");
          pdf_paper_write (paper, 60, 110, 470, "DejaVu Serif 10", "6 March 2014");
        }
      pdf_paper_write (paper, 60, 140, 470, "DejaVu Serif 10", page == 1 ? PROSE_1 : PROSE_2);
      pdf_paper_write (paper, firefox ? 20 : 540, 820, -1, small, number);
      pdf_paper_write (paper, firefox ? 500 : 20, 820, -1, small,
                       firefox ? "22/11/2026, 02:49" : "https://selwyn.example/2014/03/06/office");
      pdf_paper_end_page (paper);
    }
  bytes = pdf_paper_finish (paper);
  document = read_pdf (bytes);

  g_assert_cmpstr (document->fields[PLX_FIELD_ADDRESS], ==,
                   "https://selwyn.example/2014/03/06/office");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Harbour office closes");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Joost Perrin");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-06");
  assert_block (document, PROSE_1, PLX_ROLE_BODY, TRUE, "page 1");
  assert_block (document, PROSE_2, PLX_ROLE_BODY, TRUE, "page 2");
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      g_assert_true (!block->kept || strlen (block->place) == strlen ("page 1"));
    }
}

/* A page of a newspaper: name, headline, standfirst, byline, a picture's caption, a heading. */
static void
test_roles (void)
{
  PdfPaper *paper = pdf_paper_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;

  pdf_paper_write (paper, 60, 30, -1, "DejaVu Serif Bold 30", "Selwyn Herald");
  pdf_paper_write (paper, 60, 90, 470, "DejaVu Serif Bold 20",
                   "Harbour office to close its door at noon");
  pdf_paper_write (paper, 60, 150, 470, "DejaVu Serif Italic 12",
                   "A note on the door is all that anybody knows of the matter");
  pdf_paper_write (paper, 60, 190, 470, "DejaVu Sans 9", "By Mirela Tandy");
  pdf_paper_write (paper, 60, 204, 470, "DejaVu Sans 9", "6 March 2014");
  pdf_paper_write (paper, 60, 230, 470, "DejaVu Serif 10", PROSE_1);
  pdf_paper_write (paper, 60, 280, 470, "DejaVu Serif Bold 12", "No key to the lock");
  pdf_paper_write (paper, 60, 300, 470, "DejaVu Serif 10", PROSE_2);
  pdf_paper_write (paper, 60, 350, 470, "DejaVu Serif 10", "• " PROSE_1);
  pdf_paper_end_page (paper);
  bytes = pdf_paper_finish (paper);
  document = read_pdf (bytes);

  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==,
                   "Harbour office to close its door at noon");
  g_assert_cmpstr (document->fields[PLX_FIELD_OUTLET], ==, "Selwyn Herald");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-06");
  g_assert_cmpstr (document->fields[PLX_FIELD_STANDFIRST], ==,
                   "A note on the door is all that anybody knows of the matter");
  assert_block (document, "No key to the lock", PLX_ROLE_HEADING, TRUE, "page 1");
  assert_block (document, PROSE_2, PLX_ROLE_BODY, TRUE, NULL);
  g_assert_cmpuint (document->others->len, ==, 1);
  g_assert_cmpstr (g_array_index (document->others, PlxOtherValue, 0).found, ==,
                   "pdf: CreationDate");
}

/* What is in small type under a picture is its caption, and parts no paragraph. */
static void
test_caption (void)
{
  PdfPaper *paper = pdf_paper_new ();
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;

  pdf_paper_write (paper, 60, 60, 470, "DejaVu Serif 10", PROSE_1);
  cairo_set_source_surface (paper->cairo, picture, 60, 120);
  cairo_paint (paper->cairo);
  cairo_set_source_rgb (paper->cairo, 0, 0, 0);
  cairo_surface_destroy (picture);
  pdf_paper_write (paper, 60, 224, 200, "DejaVu Sans 7", "The green door of the harbour office");
  pdf_paper_write (paper, 60, 260, 470, "DejaVu Serif 10", PROSE_2);
  pdf_paper_write (paper, 60, 300, 470, "DejaVu Sans 7", "This is small, but under no picture");
  pdf_paper_end_page (paper);
  bytes = pdf_paper_finish (paper);
  document = read_pdf (bytes);

  assert_block (document, "The green door of the harbour office", PLX_ROLE_CAPTION, FALSE, NULL);
  g_assert_cmpint (find_block (document, "This is small, but under no picture")->role, !=,
                   PLX_ROLE_CAPTION);
}

/* Titles of other articles beside the article are no part of it, nor is what stands over them. */
static void
test_sidebar (void)
{
  static const char *const titles[] = { "Goats for every lighthouse", "Why the ferry is late again",
                                        "Mayor wants a bridge instead", "Ten cakes to try in May" };
  PdfPaper *paper = pdf_paper_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;

  pdf_paper_write (paper, 40, 40, 330, "DejaVu Serif Bold 22",
                   "Harbour office to close its door at noon from Monday on");
  pdf_paper_write (paper, 40, 140, 330, "DejaVu Serif 10", PROSE_1 " " PROSE_2);
  pdf_paper_write (paper, 40, 240, 330, "DejaVu Serif 10", PROSE_2);
  pdf_paper_write (paper, 390, 44, -1, "DejaVu Sans Bold 10", "Most read");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    pdf_paper_write (paper, 390, 64 + i * 22, -1, "DejaVu Sans 8", titles[i]);
  pdf_paper_end_page (paper);
  bytes = pdf_paper_finish (paper);
  document = read_pdf (bytes);

  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==,
                   "Harbour office to close its door at noon from Monday on");
  assert_block (document, PROSE_1 " " PROSE_2, PLX_ROLE_BODY, TRUE, NULL);
  assert_block (document, "Most read", PLX_ROLE_CHROME, FALSE, NULL);
  assert_block (document, titles[1], PLX_ROLE_CHROME, FALSE, NULL);
}

static void
test_table (void)
{
  static const char *const cells[][4] = {
    { "Port", "Ferries", "Goats", "Clerks" },
    { "Port Selwyn", "4", "11", "1" },
    { "Ostrava Bay", "3", "2", "0" },
    { "Cape Orlo", "1", "13", "2" },
  };
  PdfPaper *paper = pdf_paper_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;

  pdf_paper_write (paper, 60, 60, 470, "DejaVu Serif 10", PROSE_1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    for (guint k = 0; k < 4; k++)
      pdf_paper_write (paper, 60 + k * 100, 120 + i * 14, -1, "DejaVu Serif 10", cells[i][k]);
  pdf_paper_write (paper, 60, 200, 470, "DejaVu Serif 10", PROSE_2);
  pdf_paper_end_page (paper);
  bytes = pdf_paper_finish (paper);
  document = read_pdf (bytes);

  assert_block (document, PROSE_1, PLX_ROLE_BODY, TRUE, NULL);
  assert_block (document, "Port | Ferries | Goats | Clerks", PLX_ROLE_TABLE, TRUE, NULL);
  assert_block (document, "Cape Orlo | 1 | 13 | 2", PLX_ROLE_TABLE, TRUE, NULL);
  assert_block (document, PROSE_2, PLX_ROLE_BODY, TRUE, NULL);
}

/* A mark up the edge is no part of the text; a page on its side is read all the same. */
static void
test_rotated (void)
{
  PdfPaper *paper = pdf_paper_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;

  cairo_save (paper->cairo);
  cairo_translate (paper->cairo, 20, 500);
  cairo_rotate (paper->cairo, -G_PI / 2);
  pdf_paper_write (paper, 0, 0, -1, "DejaVu Sans 12", "arXiv of the harbour, volume 9");
  cairo_restore (paper->cairo);
  pdf_paper_write (paper, 60, 60, 470, "DejaVu Serif 10", PROSE_1);
  pdf_paper_end_page (paper);

  cairo_translate (paper->cairo, PDF_FIXTURE_WIDTH, 0);
  cairo_rotate (paper->cairo, G_PI / 2);
  pdf_paper_write (paper, 60, 60, 400, "DejaVu Serif 10", PROSE_2);
  pdf_paper_end_page (paper);
  bytes = pdf_paper_finish (paper);
  document = read_pdf (bytes);

  assert_block (document, PROSE_1, PLX_ROLE_BODY, TRUE, "page 1");
  assert_block (document, "arXiv of the harbour, volume 9", PLX_ROLE_CHROME, FALSE,
                "page 1, aside");
  assert_block (document, PROSE_2, PLX_ROLE_BODY, TRUE, "page 2");
}

#define HEBREW                                                                                    \
  "נמל העיר ייסגר ביום שני בשעה 12 בצהריים, כך נכתב על הדלת, ואיש במשרד Selwyn Herald לא ידע "  \
  "לומר מדוע הדלת ירוקה או מי כתב את הדברים האלה."

static void
test_right_to_left (void)
{
  PdfPaper *paper = pdf_paper_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;

  pdf_paper_write (paper, 60, 60, 300, "DejaVu Sans 11", HEBREW);
  pdf_paper_end_page (paper);
  bytes = pdf_paper_finish (paper);
  document = read_pdf (bytes);

  find_block (document, HEBREW);
}

/* A scan: a page with a picture and nothing else, or nothing but an archive's stamp. */
static void
test_no_text (gconstpointer data)
{
  const char *stamp = data;
  PdfPaper *paper = pdf_paper_new ();
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 560, 800);
  g_autoptr (GBytes) bytes = NULL;

  cairo_set_source_surface (paper->cairo, picture, 10, 10);
  cairo_paint (paper->cairo);
  cairo_set_source_rgb (paper->cairo, 1, 1, 1);
  if (stamp != NULL)
    pdf_paper_write (paper, 60, 400, -1, "DejaVu Sans 8", stamp);
  pdf_paper_end_page (paper);
  cairo_surface_destroy (picture);
  bytes = pdf_paper_finish (paper);

  assert_error (bytes, PLX_READING_ERROR_NO_TEXT);
}

/* A database's export has several articles, and each comes in as one. */
static void
test_export (void)
{
  static const PdfSheet sheet = { .columns = 1, .font = "DejaVu Sans 10", .ragged = TRUE,
                                  .foot = "Page %u of 2" };
  static const char *const lines[] = {
    "Harbour office closes at noon", "The Selwyn Herald (Port Selwyn)", "March 6, 2014 Thursday",
    "Copyright 2014 Selwyn Papers Ltd. All Rights Reserved", "Section: NEWS; Pg. 4",
    "Length: 734 words", "Byline: Mirela Tandy", "Body", PROSE_1, PROSE_2,
    "Load-Date: March 7, 2014", "End of Document",
    "Clerk finds a new lock on his door", "Ostrava Courier", "March 5, 2014 Wednesday",
    "Copyright 2014 Courier", "Length: 120 words", "Byline: Joost Perrin", "Body", PROSE_2,
    "Load-Date: March 5, 2014", "End of Document", NULL };
  g_autoptr (GBytes) bytes = pdf_typeset (lines, &sheet);
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  PlxDocument *first;
  PlxDocument *second;

  plx_reading_batch_read_bytes (batch, bytes, "export.pdf", NULL, NULL, NULL);
  g_assert_cmpuint (batch->failures->len, ==, 0);
  g_assert_cmpuint (batch->documents->len, ==, 2);

  first = batch->documents->pdata[0];
  second = batch->documents->pdata[1];
  g_assert_cmpstr (first->format, ==, "pdf");
  g_assert_cmpstr (first->fields[PLX_FIELD_HEADLINE], ==, "Harbour office closes at noon");
  g_assert_cmpstr (first->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy");
  g_assert_cmpstr (first->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-06");
  assert_block (first, PROSE_1, PLX_ROLE_BODY, TRUE, NULL);
  g_assert_cmpstr (second->fields[PLX_FIELD_HEADLINE], ==, "Clerk finds a new lock on his door");
  g_assert_cmpstr (second->fields[PLX_FIELD_AUTHOR], ==, "Joost Perrin");
  assert_block (second, PROSE_2, PLX_ROLE_BODY, TRUE, NULL);
}

/* A file that is locked for those who would change it is open to those who read. */
static void
test_locked (void)
{
  g_autoptr (GBytes) locked = pdf_make_locked (TRUE);
  g_autoptr (GBytes) open = pdf_make_locked (FALSE);
  g_autoptr (PlxDocument) document = read_pdf (open);

  find_block (document, "The clerk has no key to the lock.");
  assert_error (locked, PLX_READING_ERROR_PASSWORD);
}

/* What can be read comes in, and that it is not all is told. */
static void
test_gap (void)
{
  g_autoptr (GBytes) bytes = pdf_make_gap ();
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  PlxReadingFailure *failure;

  plx_reading_batch_read_bytes (batch, bytes, "gap.pdf", NULL, NULL, NULL);
  g_assert_cmpuint (batch->documents->len, ==, 1);
  g_assert_cmpuint (batch->failures->len, ==, 1);
  find_block (batch->documents->pdata[0], "The clerk has no key to the lock.");
  failure = batch->failures->pdata[0];
  g_assert_error (failure->error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED);
}

/* No spaces come in where a line of ideographs ends. */
static void
test_ideographs (void)
{
  g_autoptr (GBytes) bytes = pdf_make_ideographs ();
  g_autoptr (PlxDocument) document = read_pdf (bytes);

  find_block (document, "港口办公室星期一中午关门没有人知道是为什么。");
}

/* A page of words at random: on a grid, in columns, on top of each other, of any size. */
static PlxPdfPage *
make_wild_page (GRand   *rand,
                guint    number,
                guint   *letters)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (PlxPdfGlyph));
  gboolean grid = g_rand_boolean (rand);
  guint n_words = g_rand_int_range (rand, 0, 300);

  for (guint i = 0; i < n_words; i++)
    {
      float size = grid && i % 9 != 0 ? 10 : g_rand_double_range (rand, 0.1, 60);
      float x = grid ? (i % 8) * 60 : g_rand_double_range (rand, -100, 700);
      float y = grid ? i / 8 * 12 : g_rand_double_range (rand, -100, 900);
      /* A shorter word may have its like under it by chance, and one of the two goes. */
      guint length = g_rand_int_range (rand, 3, 9);

      for (guint k = 0; k <= length; k++)
        {
          PlxPdfGlyph glyph = { x, y, x + size / 2, y + size, size, ' ', 0 };

          if (k < length)
            {
              glyph.character = 'a' + g_rand_int_range (rand, 0, 26);
              glyph.style = g_rand_int_range (rand, 0, 4);
              *letters += 1;
            }
          x += size / 2;
          g_array_append_val (glyphs, glyph);
        }
    }

  return plx_pdf_page_new (number, 595, 842, glyphs);
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_isalpha (g_utf8_get_char (text));

  return n;
}

/* However words lie on a page, each of their letters comes out, once. */
static void
test_wild (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                        plx_pdf_page_free);
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                        plx_pdf_line_free);
      g_autoptr (GPtrArray) blocks = NULL;
      g_auto (PlxPdfPrint) print = { NULL, NULL };
      guint letters = 0;
      guint found = 0;
      float size;

      for (guint i = 0; i < 3; i++)
        g_ptr_array_add (pages, make_wild_page (rand, i + 1, &letters));
      plx_pdf_margins_take (pages, &print);
      for (guint i = 0; i < pages->len; i++)
        g_ptr_array_extend_and_steal (lines, plx_pdf_layout_page (pages->pdata[i]));

      blocks = plx_pdf_blocks_find (pages, lines, &size);
      for (guint i = 0; i < blocks->len; i++)
        found += count_letters (((PlxPdfBlock *) blocks->pdata[i])->text->str);
      g_assert_cmpuint (found, ==, letters);
    }
}

static gpointer
cancel_thread (gpointer data)
{
  g_usleep (200000);
  g_cancellable_cancel (data);

  return NULL;
}

/* A file that would take years is given up as soon as somebody says so. */
static void
test_bomb (void)
{
  g_autoptr (GBytes) bytes = pdf_make_bomb (60);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  gint64 start = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  plx_reading_batch_read_bytes (batch, bytes, "bomb.pdf", NULL, NULL, cancellable);
  g_thread_join (thread);

  g_assert_cmpuint (batch->documents->len, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_USEC_PER_SEC);
}

/* So many damaged files are read, so many of them cut off. */
#define N_DAMAGED 100
#define N_CUT 40

/* A file that is cut off or garbled gives an article or an error, and never more than that. */
static void
test_damaged (void)
{
  static const PdfSheet sheet = { .columns = 2, .gutter = 16, .font = "DejaVu Serif 10" };
  static const char *const paragraphs[] = { PROSE_1, PROSE_2, NULL };
  g_autoptr (GBytes) whole = pdf_typeset (paragraphs, &sheet);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize length = g_bytes_get_size (whole);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (whole, 0, 64);
  guint n_errors = 0;

  assert_error (head, PLX_READING_ERROR_DAMAGED);

  for (guint i = 0; i < N_DAMAGED; i++)
    {
      gsize end = i < N_CUT ? length * i / N_CUT : length;
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxDocument) document = NULL;

      for (guint k = 0; i >= N_CUT && k < 1 + i % 20; k++)
        copy[g_rand_int_range (rand, 9, length)] = g_rand_int_range (rand, 0, 256);

      bytes = g_bytes_new (copy, MAX (end, 16));
      document = plx_reading_read_bytes (bytes, "page.pdf", NULL, &error);
      g_assert_true ((document != NULL) == (error == NULL));
      n_errors += document == NULL;
      if (document != NULL)
        g_assert_true (g_utf8_validate (document->text->str, document->text->len, NULL));
    }

  g_test_message ("%u of %u gave an error", n_errors, N_DAMAGED);
  g_assert_cmpuint (n_errors, >, N_CUT / 2);
}

/* Poppler tells of each fault, where somebody asks for it. */
static void
ignore_cb (const char     *domain,
           GLogLevelFlags  level,
           const char     *message,
           gpointer        data)
{
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_handler ("Poppler", G_LOG_LEVEL_INFO, ignore_cb, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typeset_cases); i++)
    g_test_add_data_func (typeset_cases[i].path, &typeset_cases[i], test_typeset);

  g_test_add_func ("/reading/pdf/margins", test_margins);
  g_test_add_data_func ("/reading/pdf/print/chrome", GINT_TO_POINTER (FALSE), test_browser_print);
  g_test_add_data_func ("/reading/pdf/print/firefox", GINT_TO_POINTER (TRUE), test_browser_print);
  g_test_add_func ("/reading/pdf/roles", test_roles);
  g_test_add_func ("/reading/pdf/caption", test_caption);
  g_test_add_func ("/reading/pdf/sidebar", test_sidebar);
  g_test_add_func ("/reading/pdf/table", test_table);
  g_test_add_func ("/reading/pdf/rotated", test_rotated);
  g_test_add_func ("/reading/pdf/right-to-left", test_right_to_left);
  g_test_add_data_func ("/reading/pdf/no-text/bare", NULL, test_no_text);
  g_test_add_data_func ("/reading/pdf/no-text/stamped", "Archive of the harbour", test_no_text);
  g_test_add_func ("/reading/pdf/export", test_export);
  g_test_add_func ("/reading/pdf/locked", test_locked);
  g_test_add_func ("/reading/pdf/gap", test_gap);
  g_test_add_func ("/reading/pdf/ideographs", test_ideographs);
  g_test_add_func ("/reading/pdf/wild", test_wild);
  g_test_add_func ("/reading/pdf/bomb", test_bomb);
  g_test_add_func ("/reading/pdf/damaged", test_damaged);

  return g_test_run ();
}
