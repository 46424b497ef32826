/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-pdf"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/article/plx-chrome.h"
#include "reading/article/plx-dates.h"
#include "reading/article/plx-draft.h"
#include "reading/exports/plx-export.h"
#include "reading/article/plx-outlets.h"
#include "reading/pdf/plx-pdf-blocks.h"
#include "reading/pdf/plx-pdf-file.h"
#include "reading/pdf/plx-pdf-layout.h"
#include "reading/pdf/plx-pdf-margins.h"
#include "reading/pdf/plx-pdf-roles.h"

/* Viewers look so far for the first line of a PDF file. */
#define HEADER_BYTES 1024

/* A scan fills so much of its page, and a stamp on it has no more letters. */
#define SCAN_AREA 0.5
#define STAMP_BYTES 80

/* A title or a name in a file's properties is shorter. */
#define MAX_PROPERTY 300

/* Some programs write a few bytes of their own before the file's first line. */
static gboolean
reader_pdf_accepts (const guint8 *data,
                    gsize         length)
{
  gsize n = MIN (length, HEADER_BYTES);
  gsize start = 0;

  if (n >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    start = 3;
  while (start < n && (g_ascii_isspace (data[start]) || data[start] == '\0'))
    start++;
  if (start < n && data[start] == '<')
    return FALSE;

  for (gsize i = start; i + 6 <= n; i++)
    if (memcmp (data + i, "%PDF-", 5) == 0 && g_ascii_isdigit (data[i + 5]))
      return i == start || memchr (data, '\0', n) != NULL || data[i - 1] == '\n' ||
             data[i - 1] == '\r';

  return FALSE;
}

static GPtrArray *
lay_out (GPtrArray     *pages,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_line_free);
  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *more;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      more = plx_pdf_layout_page (pages->pdata[i]);
      g_ptr_array_extend_and_steal (lines, more);
    }

  return g_steal_pointer (&lines);
}

/* Programs put the name of a file there, or of themselves, or nothing that means anything. */
static gboolean
is_title (const char *title)
{
  static const char *const endings[] = { ".doc", ".docx", ".pdf", ".odt", ".rtf", ".indd", ".qxd",
                                         ".qxp", ".htm", ".html", ".txt", ".ps", ".tex", ".dvi",
                                         ".xls", ".xlsx", ".ppt", ".pptx", ".eps", ".ai", ".jpg",
                                         ".tif", ".php", ".aspx" };
  static const char *const openings[] = { "Microsoft ", "untitled", "Untitled", "Document",
                                          "about:", "http:", "https:", "file:", "PowerPoint ",
                                          "Print", "Layout " };
  g_autofree char *lower = g_ascii_strdown (title, -1);

  if (strlen (title) > MAX_PROPERTY || strchr (title, ' ') == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (title, openings[i]))
      return FALSE;

  return TRUE;
}

/* A person has two names; a computer's account has one. */
static gboolean
is_author (const char *author)
{
  return strlen (author) <= MAX_PROPERTY && strchr (author, ' ') != NULL &&
         strchr (author, '@') == NULL && !g_ascii_isdigit (author[0]);
}

/* Another place says it: where the text says nothing, it counts; else it is kept beside. */
static void
offer (PlxDocument *document,
       PlxField     field,
       const char  *value,
       const char  *found)
{
  g_autofree char *clean = value != NULL ? plx_text_squash (value, -1) : NULL;

  if (clean == NULL || *clean == '\0')
    return;
  if (document->fields[field] == NULL)
    plx_document_set_field (document, field, clean, found);
  else if (!g_str_has_prefix (clean, document->fields[field]))
    plx_document_add_other (document, field, clean, found);
}

/* The day of the text is enough, whatever hour the file was made. */
static void
offer_date (PlxDocument *document,
            const char  *date,
            const char  *found)
{
  const char *known = document->fields[PLX_FIELD_PUBLISHED];

  if (date != NULL && (known == NULL || strncmp (known, date, 10) != 0))
    offer (document, PLX_FIELD_PUBLISHED, date, found);
}

/* A paper's running head tells the day, where the article itself does not. */
static void
take_heads (PlxDocument *document,
            GPtrArray   *pages)
{
  PlxPdfPage *page = pages->pdata[0];
  GPtrArray *const edges[] = { page->head, page->foot };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    for (guint k = 0; k < edges[i]->len; k++)
      {
        const char *text = edges[i]->pdata[k];
        const char *outlet = plx_outlets_find_in_text (text);
        const char *found = i == 0 ? "page head" : "page foot";
        g_autofree char *iso = NULL;
        PlxDateFind find;

        if (outlet != NULL && document->fields[PLX_FIELD_OUTLET] == NULL)
          plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, found);

        /* That it was fetched or printed on a day says nothing of the article. */
        if (plx_text_contains (text, "download") || plx_text_contains (text, "print") ||
            plx_text_contains (text, "accessed") || !plx_dates_find (text, FALSE, &find))
          continue;
        iso = plx_dates_format (&find);
        offer_date (document, iso, found);
      }
}

static void
take_properties (PlxDocument       *document,
                 const PlxPdfFile  *file,
                 const PlxPdfPrint *print)
{
  offer (document, PLX_FIELD_HEADLINE, print->title, "print: title");
  if (file->title != NULL && is_title (file->title))
    offer (document, PLX_FIELD_HEADLINE, file->title, "pdf: Title");
  if (file->author != NULL && is_author (file->author))
    offer (document, PLX_FIELD_AUTHOR, file->author, "pdf: Author");
  /* A web page is printed whenever somebody likes. */
  if (print->address != NULL || print->title != NULL)
    return;
  take_heads (document, file->pages);
  offer_date (document, file->created, "pdf: CreationDate");
}

/* What comes in is not the whole file, which somebody has to be told. */
static void
tell_missing (const PlxSource  *source,
              PlxReadingBatch  *batch,
              const PlxPdfFile *file)
{
  if (file->n_missing > 0)
    plx_reading_batch_fail (batch, source->name,
                            g_error_new (PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                                         "“%s” is damaged: the text of %u of its pages is missing "
                                         "from what came in.", source->name, file->n_missing));
}

static gboolean
is_picture_of_page (const PlxPdfPage *page)
{
  for (guint i = 0; i < page->pictures->len; i++)
    {
      const PlxPdfPicture *picture = &g_array_index (page->pictures, PlxPdfPicture, i);

      if ((picture->x1 - picture->x0) * (picture->y1 - picture->y0) >
          page->width * page->height * SCAN_AREA)
        return TRUE;
    }

  return FALSE;
}

/* Pictures of pages with no text but, at most, a stamp that an archive put on them. */
static gboolean
is_scan (GPtrArray *pages,
         GPtrArray *lines)
{
  gsize bytes = 0;

  for (guint i = 0; i < lines->len; i++)
    bytes += strlen (((PlxPdfLine *) lines->pdata[i])->text);
  if (bytes > STAMP_BYTES * (gsize) pages->len)
    return FALSE;

  for (guint i = 0; i < pages->len; i++)
    if (!is_picture_of_page (pages->pdata[i]))
      return lines->len == 0;

  return TRUE;
}

static gboolean
reader_pdf_read (const PlxSource  *source,
                 PlxReadingBatch  *batch,
                 GError          **error)
{
  g_autoptr (PlxPdfFile) file = plx_pdf_file_load (source, error);
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_auto (PlxPdfPrint) print = { NULL, NULL };
  float body_size;

  if (file == NULL)
    return FALSE;

  plx_pdf_margins_take (file->pages, &print);
  lines = lay_out (file->pages, source->cancellable, error);
  if (lines == NULL)
    return FALSE;
  if (is_scan (file->pages, lines))
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_NO_TEXT,
                   "“%s” has no text in it: its pages are pictures, as a scanner makes them. Let "
                   "a program for text recognition read it first.", source->name);
      return FALSE;
    }

  blocks = plx_pdf_blocks_find (file->pages, lines, &body_size);
  drafts = plx_pdf_roles_draft (blocks);
  tell_missing (source, batch, file);
  if (plx_export_read (drafts, source, plx_reader_pdf.format, batch))
    return TRUE;

  document = plx_document_new (source->name, plx_reader_pdf.format);
  plx_document_set_field (document, PLX_FIELD_ADDRESS, print.address, "print: foot");
  plx_chrome_mark_blocks (drafts);
  plx_pdf_roles_find (blocks, drafts, body_size, document);
  if (!plx_reader_finish_text (source, batch, g_steal_pointer (&document), drafts, error))
    return FALSE;

  /* Nobody else has it yet. */
  take_properties (batch->documents->pdata[batch->documents->len - 1], file, &print);

  return TRUE;
}

const PlxReader plx_reader_pdf = {
  .format = "pdf",
  .accepts = reader_pdf_accepts,
  .read = reader_pdf_read,
};
