/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-text"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/plx-charset.h"
#include "reading/article/plx-chrome.h"
#include "reading/article/plx-draft.h"
#include "reading/exports/plx-export.h"
#include "reading/article/plx-head.h"
#include "reading/article/plx-outlets.h"

/* Mail programs and old databases break lines between these lengths. */
#define WRAP_MIN 50
#define WRAP_MAX 90

static gboolean
reader_text_accepts (const guint8 *data,
                     gsize         length)
{
  return TRUE;
}

/* The text in UTF-8, without a byte order mark. */
static char *
decode (const PlxSource  *source,
        GError          **error)
{
  g_autoptr (GBytes) bytes = plx_source_load (source, PLX_READING_MAX_BYTES, error);
  const char *data;
  gsize size;
  char *text;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  text = plx_charset_decode (data, size, NULL, NULL, NULL);
  if (text == NULL)
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_ENCODING,
                 "“%s” is text in no encoding that Parallax knows, or its characters are damaged.",
                 source->name);

  return text;
}

static gboolean
is_blank_line (const char *line)
{
  return line[strspn (line, " \t\r\v\f")] == '\0';
}

/* Whether most lines are broken at the same width, so that a paragraph is several lines. */
static gboolean
is_wrapped (char **lines)
{
  guint n_lines = 0;
  guint n_wrapped = 0;
  guint n_long = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (lines[i], -1);
      gboolean followed = lines[i + 1] != NULL && !is_blank_line (lines[i + 1]);

      if (is_blank_line (lines[i]))
        continue;
      n_lines++;
      n_long += length > WRAP_MAX;
      n_wrapped += followed && length >= WRAP_MIN && length <= WRAP_MAX;
    }

  return n_long * 20 <= n_lines && n_wrapped >= 4 && n_wrapped * 2 >= n_lines;
}

static void
add_draft (GPtrArray  *drafts,
           const char *text,
           gboolean    gap)
{
  g_autoptr (PlxDraft) draft = plx_draft_new (text, -1);

  draft->gap = gap;
  if (*draft->text != '\0')
    g_ptr_array_add (drafts, g_steal_pointer (&draft));
}

/* A line that was broken by width is nearly full; a shorter one ends its paragraph. */
static gboolean
goes_on (const char *line,
         const char *next)
{
  return next != NULL && !is_blank_line (next) && g_utf8_strlen (line, -1) >= WRAP_MIN - 10 &&
         next[0] != ' ' && next[0] != '\t';
}

/**
 * plx_text_split:
 * @text: plain text in UTF-8
 *
 * Cuts plain text into its paragraphs: at blank lines, and at line ends too unless all lines are
 * broken at the same width.
 *
 * Returns: (transfer full) (element-type PlxDraft): the paragraphs
 */
GPtrArray *
plx_text_split (const char *text)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean wrapped;
  gboolean gap = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  wrapped = is_wrapped (lines);

  /* One more than an article may have is enough to refuse it. */
  for (guint i = 0; lines[i] != NULL && drafts->len <= PLX_READING_MAX_BLOCKS; i++)
    {
      g_autoptr (GString) block = g_string_new (lines[i]);

      if (is_blank_line (lines[i]))
        {
          gap = TRUE;
          continue;
        }

      while (wrapped && goes_on (lines[i], lines[i + 1]))
        {
          g_string_append_c (block, ' ');
          g_string_append (block, lines[++i]);
        }

      add_draft (drafts, block->str, gap);
      gap = FALSE;
    }

  return drafts;
}

/* A return alone ends a line too, as files from old machines have it. */
static void
normalise_line_ends (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' || *from == '\f' ? '\n' : *from;
    }
  *to = '\0';
}

static void
find_outlet (PlxDocument *document,
             GPtrArray   *drafts)
{
  const char *known = plx_outlets_find_by_address (document->fields[PLX_FIELD_ADDRESS]);
  g_autofree char *name = NULL;

  if (known != NULL && document->fields[PLX_FIELD_OUTLET] == NULL)
    plx_document_set_field (document, PLX_FIELD_OUTLET, known, "address");
  if (document->fields[PLX_FIELD_OUTLET] != NULL)
    return;

  name = plx_outlets_find_in_chrome (drafts);
  plx_document_set_field (document, PLX_FIELD_OUTLET, name, "text");
}

/**
 * plx_reader_finish_text:
 * @source: what was read
 * @batch: gets the article
 * @document: (transfer full): the article, without blocks; fields that the file tells are set
 * @drafts: (element-type PlxDraft): its paragraphs; those whose role the file itself tells are
 *   settled
 *
 * Finds the chrome, the head and the missing metadata of a text by its form and words, and adds the
 * article to the batch. What a database exported is split into its articles.
 *
 * Returns: whether there was any text; else @error is set
 */
gboolean
plx_reader_finish_text (const PlxSource  *source,
                        PlxReadingBatch  *batch,
                        PlxDocument      *document,
                        GPtrArray        *drafts,
                        GError          **error)
{
  if (drafts->len > PLX_READING_MAX_BLOCKS)
    return plx_reader_finish (document, drafts, source->name, error) != NULL;

  if (plx_export_read (drafts, source, document->format, batch))
    {
      plx_document_unref (document);
      return TRUE;
    }

  plx_chrome_mark_blocks (drafts);
  plx_head_mark (drafts, document);
  plx_chrome_mark_runs (drafts);
  plx_chrome_mark_heading (drafts);
  if (document->fields[PLX_FIELD_ADDRESS] == NULL)
    plx_document_set_field (document, PLX_FIELD_ADDRESS, source->address, "source");
  find_outlet (document, drafts);

  document = plx_reader_finish (document, drafts, source->name, error);
  if (document == NULL)
    return FALSE;

  plx_reading_batch_add (batch, document);

  return TRUE;
}

static gboolean
reader_text_read (const PlxSource  *source,
                  PlxReadingBatch  *batch,
                  GError          **error)
{
  g_autofree char *text = decode (source, error);
  g_autoptr (GPtrArray) drafts = NULL;

  if (text == NULL)
    return FALSE;

  normalise_line_ends (text);
  drafts = plx_text_split (text);

  return plx_reader_finish_text (source, batch,
                                 plx_document_new (source->name, plx_reader_text.format), drafts,
                                 error);
}

const PlxReader plx_reader_text = {
  .format = "text",
  .accepts = reader_text_accepts,
  .read = reader_text_read,
};
