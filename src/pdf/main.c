/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program that knows PDF files. It reads one from its standard input, and writes the letters of
 * its pages to its standard output (reading/plx-pdf-wire.h).
 *
 * PDF is a large format, and its library has much to go wrong with. A file may be made to take
 * all memory, or the rest of time; in a program of its own, that costs one file and no more. */

#define G_LOG_DOMAIN "parallax-pdf"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <poppler.h>

#include "reading/pdf/plx-pdf-page.h"
#include "reading/pdf/plx-pdf-wire.h"
#include "reading/plx-reading.h"

/* A page of a newspaper takes a fiftieth of a second, and no file has more than so many pages. */
#define PAGE_SECONDS 10
#define MAX_SECONDS 120

/* A file of the largest size that comes in, and what is made of it. */
#define MAX_MEMORY ((rlim_t) 3 * 1024 * 1024 * 1024)

/* Poppler has no such functions of its own yet. */
typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

#define FIRST_EMBEDDING 0x202A
#define LAST_EMBEDDING 0x202E

/* Who asked may be gone, and then nothing is left to do. */
static void
send (gconstpointer data,
      gsize         length)
{
  if (length > 0 && fwrite (data, 1, length, stdout) != length)
    exit (EXIT_FAILURE);
}

static void
send_number (guint32 number)
{
  send (&number, sizeof number);
}

static void
send_text (PlxPdfWireTag  tag,
           const char    *text)
{
  if (text == NULL)
    return;

  send_number (tag);
  send_number (strlen (text));
  send (text, strlen (text));
}

static int
fail (PlxReadingError code)
{
  send_number (PLX_PDF_WIRE_FAILED);
  send_number (code);
  fflush (stdout);

  return EXIT_SUCCESS;
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

/* Where the page's pictures stand: what is in small type under one is its caption. */
static GArray *
find_pictures (PopplerPage *page)
{
  GArray *pictures = g_array_new (FALSE, FALSE, sizeof (PlxPdfPicture));
  GList *mappings = poppler_page_get_image_mapping (page);

  for (GList *at = mappings; at != NULL && pictures->len < PLX_PDF_MAX_PICTURES; at = at->next)
    {
      PopplerRectangle *area = &((PopplerImageMapping *) at->data)->area;
      PlxPdfPicture picture = { area->x1, area->y1, area->x2, area->y2 };

      g_array_append_val (pictures, picture);
    }
  poppler_page_free_image_mapping (mappings);

  return pictures;
}

/* Writes a page, and counts its letters. */
static gboolean
send_page (Page    *page,
           guint    index,
           guint64 *n_glyphs)
{
  g_autoptr (GArray) glyphs = NULL;
  g_autoptr (GArray) pictures = NULL;
  PlxPdfWirePage head = { .number = index + 1 };
  PopplerRectangle area = { 0, 0, 0, 0 };

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

  *n_glyphs += glyphs->len;
  if (*n_glyphs > PLX_PDF_MAX_GLYPHS)
    return FALSE;

  head.width = area.x2;
  head.height = area.y2;
  head.n_glyphs = glyphs->len;
  pictures = find_pictures (page);
  head.n_pictures = pictures->len;
  send_number (PLX_PDF_WIRE_PAGE);
  send (&head, sizeof head);
  send (glyphs->data, glyphs->len * sizeof (PlxPdfGlyph));
  send (pictures->data, pictures->len * sizeof (PlxPdfPicture));

  return TRUE;
}

/* A file may say that it has more pages than it has. */
static gboolean
has_too_many_pages (Document *document,
                    int       n_pages)
{
  g_autoptr (Page) page = NULL;

  if (n_pages <= PLX_PDF_MAX_PAGES)
    return FALSE;

  page = poppler_document_get_page (document, PLX_PDF_MAX_PAGES);

  return page != NULL;
}

static void
send_properties (Document *document)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);
  g_autofree char *iso = created != NULL ? g_date_time_format_iso8601 (created) : NULL;

  send_text (PLX_PDF_WIRE_TITLE, title);
  send_text (PLX_PDF_WIRE_AUTHOR, author);
  send_text (PLX_PDF_WIRE_CREATED, iso);
}

static void
limit (int    resource,
       rlim_t value,
       rlim_t ever)
{
  struct rlimit both = { MIN (value, ever), ever };

  setrlimit (resource, &both);
}

/* The next page may take so long, but all of them together no longer than is right. */
static void
allow_page (void)
{
  limit (RLIMIT_CPU, clock () / CLOCKS_PER_SEC + PAGE_SECONDS, MAX_SECONDS);
}

static void
set_limits (void)
{
  allow_page ();
  limit (RLIMIT_CORE, 0, 0);
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer takes all addresses that there are. */
  limit (RLIMIT_AS, MAX_MEMORY, MAX_MEMORY);
#endif
}

int
main (void)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_glyphs = 0;
  guint32 n_missing = 0;
  int n_pages;

  set_limits ();
  send_number (PLX_PDF_WIRE_START);

  file = g_mapped_file_new_from_fd (PLX_PDF_WIRE_INPUT, FALSE, &error);
  if (file == NULL)
    return fail (PLX_READING_ERROR_UNREADABLE);

  bytes = g_mapped_file_get_bytes (file);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (document == NULL)
    return fail (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                     ? PLX_READING_ERROR_PASSWORD
                     : PLX_READING_ERROR_DAMAGED);

  n_pages = poppler_document_get_n_pages (document);
  if (has_too_many_pages (document, n_pages))
    return fail (PLX_READING_ERROR_TOO_LARGE);

  send_properties (document);
  for (int i = 0; i < MIN (n_pages, PLX_PDF_MAX_PAGES); i++)
    {
      g_autoptr (Page) page = NULL;

      allow_page ();
      page = poppler_document_get_page (document, i);
      if (page == NULL)
        n_missing++;
      else if (!send_page (page, i, &n_glyphs))
        return fail (PLX_READING_ERROR_TOO_LARGE);
    }

  send_number (PLX_PDF_WIRE_MISSING);
  send_number (n_missing);
  send_number (PLX_PDF_WIRE_END);
  fflush (stdout);

  return EXIT_SUCCESS;
}
