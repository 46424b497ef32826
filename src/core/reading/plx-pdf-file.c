/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-file"

#include "config.h"

#include "reading/plx-pdf-file.h"

#ifdef HAVE_PDF

#include <string.h>

#include <poppler.h>

/* A newspaper's pages with all their pictures. */
#define MAX_FILE_BYTES (256 * 1024 * 1024)

/* An export of a few hundred articles has fewer. */
#define MAX_PAGES 5000

/* A file that takes longer was made to. */
#define MAX_SECONDS 60

/* Poppler has no such functions of its own yet. */
typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

#define FIRST_EMBEDDING 0x202A
#define LAST_EMBEDDING 0x202E

static gboolean
set_error (const PlxSource  *source,
           PlxReadingError   code,
           const char       *what,
           GError          **error)
{
  g_set_error (error, PLX_READING_ERROR, code, "“%s” %s", source->name, what);

  return FALSE;
}

static guint8
get_style (const char *font)
{
  static const char *const bold[] = { "bold", "black", "heavy", "demi", "-bd" };
  g_autofree char *name = g_ascii_strdown (font != NULL ? font : "", -1);
  guint8 style = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bold); i++)
    if (strstr (name, bold[i]) != NULL)
      style |= PLX_PDF_BOLD;
  if (strstr (name, "italic") != NULL || strstr (name, "oblique") != NULL)
    style |= PLX_PDF_ITALIC;

  return style;
}

/* Between the marks with which poppler sets off what runs in another direction. */
static gboolean
is_embedding (gunichar c)
{
  return c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING;
}

/*
 * Poppler has letters in the order of its own reading, with a box for each, but none for the
 * marks around what runs from right to left. Where that is, its spaces are not to be trusted.
 */
static GArray *
read_glyphs (PopplerPage      *page,
             PopplerRectangle *area)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (PlxPdfGlyph));
  g_autofree PopplerRectangle *boxes = NULL;
  g_autofree char *text = poppler_page_get_text_for_area (page, area);
  GList *attributes = poppler_page_get_text_attributes_for_area (page, area);
  GList *at = attributes;
  guint n_boxes = 0;
  guint i = 0;

  poppler_page_get_text_layout_for_area (page, area, &boxes, &n_boxes);
  for (const char *p = text; p != NULL && *p != '\0' && i < n_boxes; p = g_utf8_next_char (p))
    {
      PlxPdfGlyph glyph = { .character = g_utf8_get_char (p) };

      if (is_embedding (glyph.character))
        {
          glyph.character = PLX_PDF_BREAK;
          g_array_append_val (glyphs, glyph);
          continue;
        }

      while (at != NULL && ((PopplerTextAttributes *) at->data)->end_index < (int) i)
        at = at->next;
      if (at != NULL)
        {
          glyph.size = ((PopplerTextAttributes *) at->data)->font_size;
          glyph.style = get_style (((PopplerTextAttributes *) at->data)->font_name);
        }
      glyph.x0 = boxes[i].x1;
      glyph.y0 = boxes[i].y1;
      glyph.x1 = boxes[i].x2;
      glyph.y1 = boxes[i].y2;
      g_array_append_val (glyphs, glyph);
      i++;
    }

  poppler_page_free_text_attributes (attributes);

  return glyphs;
}

static gboolean
has_embedding (GArray *glyphs)
{
  for (guint i = 0; i < glyphs->len; i++)
    if (g_array_index (glyphs, PlxPdfGlyph, i).character == PLX_PDF_BREAK)
      return TRUE;

  return FALSE;
}

static PlxPdfPage *
read_page (PopplerDocument *document,
           guint            index,
           gsize           *bytes)
{
  g_autoptr (Page) page = poppler_document_get_page (document, index);
  g_autoptr (GArray) glyphs = NULL;
  PopplerRectangle area = { 0, 0, 0, 0 };

  if (page == NULL)
    return NULL;

  poppler_page_get_size (page, &area.x2, &area.y2);
  glyphs = read_glyphs (page, &area);

  /* A selection starts at the left, and leaves most of what starts at the right out. */
  if (has_embedding (glyphs))
    {
      PopplerRectangle from_right = { area.x2, 0, 0, area.y2 };
      GArray *more = read_glyphs (page, &from_right);

      if (more->len > glyphs->len)
        {
          GArray *swap = glyphs;

          glyphs = more;
          more = swap;
        }
      g_array_unref (more);
    }

  *bytes += glyphs->len;

  return plx_pdf_page_new (index + 1, area.x2, area.y2, glyphs);
}

static gboolean
read_pages (const PlxSource  *source,
            PopplerDocument  *document,
            GPtrArray        *pages,
            GError          **error)
{
  gint64 end = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  int n_pages = poppler_document_get_n_pages (document);
  gsize bytes = 0;

  if (n_pages > MAX_PAGES)
    return set_error (source, PLX_READING_ERROR_TOO_LARGE,
                      "has more pages than any article or export of articles.", error);

  for (int i = 0; i < n_pages; i++)
    {
      PlxPdfPage *page;

      if (g_cancellable_set_error_if_cancelled (source->cancellable, error))
        return FALSE;
      if (g_get_monotonic_time () > end)
        return set_error (source, PLX_READING_ERROR_TOO_LARGE, "takes too long to read.", error);

      page = read_page (document, i, &bytes);
      if (page != NULL)
        g_ptr_array_add (pages, page);
      if (bytes > PLX_READING_MAX_BYTES)
        return set_error (source, PLX_READING_ERROR_TOO_LARGE,
                          "is too large for an article: it has more than 16 MB of text.", error);
    }

  if (pages->len == 0)
    return set_error (source, PLX_READING_ERROR_DAMAGED,
                      "is damaged: none of its pages can be read.", error);

  return TRUE;
}

static PopplerDocument *
open_document (const PlxSource  *source,
               GError          **error)
{
  g_autoptr (GBytes) bytes = plx_source_load (source, MAX_FILE_BYTES, error);
  g_autoptr (GError) local = NULL;
  PopplerDocument *document;

  if (bytes == NULL)
    return NULL;

  document = poppler_document_new_from_bytes (bytes, NULL, &local);
  if (document != NULL)
    return document;

  if (g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    set_error (source, PLX_READING_ERROR_PASSWORD,
               "is locked: it opens only with a password. Save it without one, and add it again.",
               error);
  else
    set_error (source, PLX_READING_ERROR_DAMAGED,
               "is damaged: it begins as a PDF file does, but its pages can't be found.", error);

  return NULL;
}

/**
 * plx_pdf_file_load:
 * @source: a PDF file
 *
 * Reads the letters of all pages, and what the file says about itself.
 *
 * Returns: (transfer full): the file, or `NULL` with @error set
 */
PlxPdfFile *
plx_pdf_file_load (const PlxSource  *source,
                   GError          **error)
{
  g_autoptr (Document) document = open_document (source, error);
  g_autoptr (PlxPdfFile) self = NULL;
  g_autoptr (GDateTime) created = NULL;

  if (document == NULL)
    return NULL;

  self = g_new0 (PlxPdfFile, 1);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_page_free);
  if (!read_pages (source, document, self->pages, error))
    return NULL;

  self->title = poppler_document_get_title (document);
  self->author = poppler_document_get_author (document);
  created = poppler_document_get_creation_date_time (document);
  if (created != NULL)
    self->created = g_date_time_format_iso8601 (created);

  return g_steal_pointer (&self);
}

#else

PlxPdfFile *
plx_pdf_file_load (const PlxSource  *source,
                   GError          **error)
{
  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED,
               "“%s” is a PDF file, and this build of Parallax leaves PDF files out.",
               source->name);

  return NULL;
}

#endif

void
plx_pdf_file_free (PlxPdfFile *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self->title);
  g_free (self->author);
  g_free (self->created);
  g_free (self);
}
