/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "pdf-fixture.h"
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typeset_cases); i++)
    g_test_add_data_func (typeset_cases[i].path, &typeset_cases[i], test_typeset);

  return g_test_run ();
}
