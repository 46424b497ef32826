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
#define START_RTL 0x202B
#define END_RTL 0x202C

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

static void
close_box (GArray *glyphs,
           guint   first)
{
  PlxPdfGlyph box;

  if (first >= glyphs->len)
    return;

  box = g_array_index (glyphs, PlxPdfGlyph, first);
  for (guint i = first; i < glyphs->len; i++)
    {
      box.x0 = MIN (box.x0, g_array_index (glyphs, PlxPdfGlyph, i).x0);
      box.x1 = MAX (box.x1, g_array_index (glyphs, PlxPdfGlyph, i).x1);
    }
  for (guint i = first; i < glyphs->len; i++)
    {
      g_array_index (glyphs, PlxPdfGlyph, i).x0 = box.x0;
      g_array_index (glyphs, PlxPdfGlyph, i).x1 = box.x1;
    }
}

/*
 * Poppler has letters in the order of its own reading, with a box for each. Letters that run from
 * right to left stand between two marks that have no box; within these they are in the order in
 * which they are read, but their boxes are not.
 */
static GArray *
read_glyphs (PopplerPage *page,
             const char  *text,
             gsize       *bytes)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (PlxPdfGlyph));
  g_autofree PopplerRectangle *boxes = NULL;
  GList *attributes = poppler_page_get_text_attributes (page);
  GList *at = attributes;
  guint rtl = G_MAXUINT;
  guint n_boxes = 0;

  poppler_page_get_text_layout (page, &boxes, &n_boxes);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint i = glyphs->len;
      PlxPdfGlyph glyph = { .character = c };

      if (c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING)
        {
          if (c == END_RTL && rtl != G_MAXUINT)
            close_box (glyphs, rtl);
          rtl = c == START_RTL ? glyphs->len : G_MAXUINT;
          continue;
        }
      if (i >= n_boxes)
        break;

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
    }

  *bytes += strlen (text);
  poppler_page_free_text_attributes (attributes);

  return glyphs;
}

static PlxPdfPage *
read_page (PopplerDocument *document,
           guint            index,
           gsize           *bytes)
{
  g_autoptr (Page) page = poppler_document_get_page (document, index);
  g_autoptr (GArray) glyphs = NULL;
  g_autofree char *text = NULL;
  double width;
  double height;

  if (page == NULL)
    return NULL;

  poppler_page_get_size (page, &width, &height);
  text = poppler_page_get_text (page);
  if (text == NULL)
    return NULL;

  glyphs = read_glyphs (page, text, bytes);

  return plx_pdf_page_new (index + 1, width, height, glyphs);
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
