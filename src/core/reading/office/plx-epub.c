/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-epub"

#include "config.h"

#include "reading/office/plx-office.h"

#include <string.h>

#include "reading/article/plx-dates.h"
#include "reading/office/plx-epub-package.h"
#include "reading/plx-part.h"

/* A page of less prose is a title page, a dedication or an advertisement. */
#define CHAPTER_BYTES 200

/**
 * Chapter:
 * @document: what was found in the page
 * @is_front: whether it is no part of the text
 * @has_prose: whether there is something to read in it
 *
 * A page of the book that has text.
 */
typedef struct
{
  PlxDocument *document;
  gboolean     is_front;
  gboolean     has_prose;
} Chapter;

static void
chapter_clear (gpointer data)
{
  plx_document_unref (((Chapter *) data)->document);
}

/* Reads each page as the web page that it is. One without text is a picture. */
static GArray *
read_chapters (PlxEpubPackage   *package,
               const PlxSource  *source,
               PlxReadingBatch  *batch)
{
  GArray *chapters = g_array_new (FALSE, FALSE, sizeof (Chapter));

  g_array_set_clear_func (chapters, chapter_clear);
  for (guint i = 0; i < package->items->len; i++)
    {
      PlxEpubItem *item = package->items->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s › %s", source->name, item->name);
      PlxSource page = *source;
      g_autoptr (PlxReadingBatch) read = NULL;

      if (item->content == NULL || g_cancellable_is_cancelled (source->cancellable))
        continue;

      page.name = name;
      read = plx_part_read_with (&page, &plx_reader_html, g_bytes_get_data (item->content, NULL),
                                 g_bytes_get_size (item->content), NULL);
      for (guint k = 0; k < read->documents->len; k++)
        {
          Chapter chapter = { plx_document_ref (read->documents->pdata[k]), item->is_front, FALSE };

          chapter.has_prose = !item->is_front &&
                              plx_part_count_prose (chapter.document) >= CHAPTER_BYTES;
          g_array_append_val (chapters, chapter);
        }
      for (guint k = 0; k < read->failures->len; k++)
        {
          GError *error = ((PlxReadingFailure *) read->failures->pdata[k])->error;

          if (!g_error_matches (error, PLX_READING_ERROR, PLX_READING_ERROR_EMPTY))
            plx_reading_batch_fail (batch, name, g_error_copy (error));
        }
    }

  return chapters;
}

static guint
count_prose (GArray *chapters)
{
  guint n = 0;

  for (guint i = 0; i < chapters->len; i++)
    n += g_array_index (chapters, Chapter, i).has_prose;

  return n;
}

/* Whether most chapters name an author or a day of their own, and not all the same; or the book
 * says itself that it is one. */
static gboolean
is_collection (GArray         *chapters,
               PlxEpubPackage *package)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_own = 0;

  if (package->is_periodical)
    return count_prose (chapters) >= 2;

  for (guint i = 0; i < chapters->len; i++)
    {
      Chapter *chapter = &g_array_index (chapters, Chapter, i);
      const char *author = chapter->document->fields[PLX_FIELD_AUTHOR];
      const char *published = chapter->document->fields[PLX_FIELD_PUBLISHED];
      gboolean own = author != NULL && g_strcmp0 (author, package->fields[PLX_FIELD_AUTHOR]) != 0;

      if (!chapter->has_prose || (!own && published == NULL))
        continue;

      n_own++;
      g_hash_table_add (seen, (gpointer) (own ? author : published));
    }

  return n_own >= 2 && n_own * 10 >= count_prose (chapters) * 6 && g_hash_table_size (seen) >= 2;
}

static void
add_blocks (PlxDocument *document,
            Chapter     *chapter,
            gboolean     before_text,
            gboolean     is_part)
{
  for (guint i = 0; i < plx_document_get_n_blocks (chapter->document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (chapter->document, i);
      g_autofree char *text = plx_document_dup_block (chapter->document, i);
      PlxRole role = block->role;
      PlxCutReason reason = block->reason;

      if (chapter->is_front || (before_text && !chapter->has_prose))
        {
          role = PLX_ROLE_CHROME;
          reason = PLX_CUT_NAVIGATION;
        }
      else if (is_part && role == PLX_ROLE_HEADLINE)
        role = PLX_ROLE_HEADING;

      plx_document_append (document, text, -1, role, reason);
      plx_document_set_place (document, plx_document_get_n_blocks (document) - 1, block->place);
    }
}

/* Puts the pages from @start to @end together. */
static PlxDocument *
join (GArray          *chapters,
      guint            start,
      guint            end,
      const PlxSource *source)
{
  guint n_prose = 0;
  PlxDocument *document = NULL;

  for (guint i = start; i < end; i++)
    {
      Chapter *chapter = &g_array_index (chapters, Chapter, i);

      n_prose += chapter->has_prose;
      if (chapter->has_prose && n_prose == 1)
        {
          document = plx_part_dup_fields (chapter->document);
          g_set_str (&document->source, source->name);
          g_set_str (&document->format, "epub");
        }
    }

  if (document == NULL || n_prose > 1)
    {
      g_clear_pointer (&document, plx_document_unref);
      document = plx_document_new (source->name, "epub");
    }

  for (guint i = start, seen = 0; i < end; i++)
    {
      Chapter *chapter = &g_array_index (chapters, Chapter, i);

      seen += chapter->has_prose;
      add_blocks (document, chapter, seen == 0 && n_prose > 0, n_prose > 1);
    }

  return document;
}

/* What the book says of itself goes before what a page says, but for its own headline and author
 * where the book is a collection of articles. */
static void
set_fields (PlxDocument    *document,
            PlxEpubPackage *package,
            gboolean        is_article)
{
  static const PlxField fields[] = { PLX_FIELD_HEADLINE, PLX_FIELD_AUTHOR, PLX_FIELD_PUBLISHED,
                                     PLX_FIELD_OUTLET, PLX_FIELD_LANGUAGE, PLX_FIELD_ADDRESS };
  g_autofree char *published = NULL;

  if (package->fields[PLX_FIELD_PUBLISHED] != NULL)
    published = plx_dates_to_iso (package->fields[PLX_FIELD_PUBLISHED], FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      PlxField field = fields[i];
      const char *value = field == PLX_FIELD_PUBLISHED ? published : package->fields[field];
      gboolean own = document->fields[field] != NULL;

      if (value == NULL || (field == PLX_FIELD_ADDRESS && !g_str_has_prefix (value, "http")))
        continue;
      if (is_article && (field == PLX_FIELD_AUTHOR || field == PLX_FIELD_ADDRESS))
        continue;
      if (own && (is_article || field == PLX_FIELD_HEADLINE))
        continue;
      plx_part_prefer (document, field, value, "epub");
    }
}

/* Of a newspaper the title is the outlet, with the day in brackets; its publisher is a program. */
static void
take_outlet (PlxEpubPackage *package)
{
  const char *title = package->fields[PLX_FIELD_HEADLINE];

  if (!package->is_periodical || title == NULL)
    return;

  g_free (package->fields[PLX_FIELD_OUTLET]);
  package->fields[PLX_FIELD_OUTLET] = g_strndup (title, strcspn (title, "["));
  g_strstrip (package->fields[PLX_FIELD_OUTLET]);
}

/* A document for each article, with the pages before it that are none. */
static void
add_collection (GArray          *chapters,
                PlxEpubPackage  *package,
                const PlxSource *source,
                PlxReadingBatch *batch)
{
  guint left = count_prose (chapters);
  guint start = 0;

  take_outlet (package);
  for (guint i = 0; i < chapters->len; i++)
    {
      PlxDocument *document;

      if (!g_array_index (chapters, Chapter, i).has_prose)
        continue;

      left--;
      document = join (chapters, start, left == 0 ? chapters->len : i + 1, source);
      start = i + 1;
      set_fields (document, package, TRUE);
      plx_reading_batch_add (batch, document);
    }
}

/**
 * plx_epub_read:
 * @archive: an EPUB, before its first entry
 * @source: the source of @archive
 * @batch: gets the book, or its articles where it is a collection
 *
 * Reads an EPUB: its pages in their order, each as a web page.
 *
 * Returns: `FALSE` with @error set where it can't be read
 */
gboolean
plx_epub_read (PlxArchive       *archive,
               const PlxSource  *source,
               PlxReadingBatch  *batch,
               GError          **error)
{
  g_autoptr (PlxEpubPackage) package = plx_epub_package_new (archive, source, error);
  g_autoptr (GArray) chapters = NULL;
  PlxDocument *document;

  if (package == NULL)
    return FALSE;

  chapters = read_chapters (package, source, batch);
  if (g_cancellable_set_error_if_cancelled (source->cancellable, error))
    return FALSE;
  if (chapters->len == 0)
    return TRUE;

  if (is_collection (chapters, package))
    {
      add_collection (chapters, package, source, batch);
      return TRUE;
    }

  document = join (chapters, 0, chapters->len, source);
  set_fields (document, package, FALSE);
  plx_part_mark_title (document);
  plx_reading_batch_add (batch, document);

  return TRUE;
}
