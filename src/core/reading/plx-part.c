/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-part"

#include "config.h"

#include "reading/plx-part.h"

#include <string.h>

#include "reading/article/plx-draft.h"
#include "reading/article/plx-head.h"

/* Where the headline stands in an article that has one. */
#define TITLE_BLOCKS 6

/**
 * plx_part_read_with:
 * @source: a file that has the page in it
 * @reader: what to read it with, where the file tells what it is
 * @text: the page
 * @length: bytes in it
 * @address: (nullable): where it was taken from
 *
 * Reads a page that is the file itself in another wrapping, and so has its name.
 *
 * Returns: (transfer full): what was in it, failures included
 */
PlxReadingBatch *
plx_part_read_with (const PlxSource *source,
                    const PlxReader *reader,
                    const char      *text,
                    gsize            length,
                    const char      *address)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (GError) error = NULL;
  PlxSource part = *source;

  part.stream = stream;
  part.size = length;
  part.address = address;
  part.keeper = NULL;  /* the wrapping is what is kept */

  if (!reader->read (&part, batch, &error))
    plx_reading_batch_fail (batch, source->name, g_steal_pointer (&error));

  return g_steal_pointer (&batch);
}

/**
 * plx_part_read_text:
 * @source: a file that has the page in it
 * @reader: what to read it with
 * @text: the page, in UTF-8
 * @address: (nullable): where it was taken from
 *
 * As plx_part_read_with(), for what is decoded already: a mark at its start keeps the reader
 * from believing what the page says of its encoding.
 *
 * Returns: (transfer full): what was in it
 */
PlxReadingBatch *
plx_part_read_text (const PlxSource *source,
                    const PlxReader *reader,
                    const char      *text,
                    const char      *address)
{
  g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", text, NULL);

  return plx_part_read_with (source, reader, marked, strlen (marked), address);
}

/**
 * plx_part_dup_fields:
 * @document: a document
 *
 * Returns: (transfer full): a document with the fields of @document, and without a block
 */
PlxDocument *
plx_part_dup_fields (PlxDocument *document)
{
  PlxDocument *copy = plx_document_new (document->source, document->format);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    plx_document_set_field (copy, i, document->fields[i], document->found[i]);
  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (document->others, PlxOtherValue, i);

      plx_document_add_other (copy, other->field, other->value, other->found);
    }

  return copy;
}

/**
 * plx_part_move:
 * @from: a batch, which is empty afterwards
 * @to: another
 */
void
plx_part_move (PlxReadingBatch *from,
               PlxReadingBatch *to)
{
  for (guint i = 0; i < from->documents->len; i++)
    plx_reading_batch_add (to, plx_document_ref (from->documents->pdata[i]));
  for (guint i = 0; i < from->failures->len; i++)
    {
      PlxReadingFailure *failure = from->failures->pdata[i];

      plx_reading_batch_fail (to, failure->name, g_error_copy (failure->error));
    }

  g_ptr_array_set_size (from->documents, 0);
  g_ptr_array_set_size (from->failures, 0);
}

/* Whether two dates that are not written alike are of one day. */
static gboolean
is_same_day (const char *one,
             const char *other)
{
  return strlen (one) >= 10 && strncmp (one, other, 10) == 0;
}

/**
 * plx_part_prefer:
 * @document: a document that nobody else holds
 * @field: which field
 * @value: (nullable): its value; `NULL` or an empty string changes nothing
 * @found: where it was found
 *
 * Sets a field to what is to be trusted more than what it holds, which is kept beside it.
 */
void
plx_part_prefer (PlxDocument *document,
                 PlxField     field,
                 const char  *value,
                 const char  *found)
{
  const char *before = document->fields[field];

  if (value == NULL || *value == '\0')
    return;

  if (before != NULL && strcmp (before, value) != 0 &&
      !(field == PLX_FIELD_PUBLISHED && is_same_day (before, value)))
    plx_document_add_other (document, field, before, document->found[field]);
  plx_document_set_field (document, field, value, found);
}

/**
 * plx_part_cut:
 * @document: a document that nobody else holds
 * @block: a block's place
 * @reason: why it is cut
 *
 * Cuts a block that the reader of the page kept, or had another reason to cut.
 */
void
plx_part_cut (PlxDocument  *document,
              guint         block,
              PlxCutReason  reason)
{
  PlxBlockSpan *span = &g_array_index (document->blocks, PlxBlockSpan, block);

  span->role = PLX_ROLE_CHROME;
  span->reason = reason;
  span->kept = FALSE;
}

/**
 * plx_part_count_prose:
 * @document: a document
 *
 * Returns: the bytes of the paragraphs that are kept
 */
gsize
plx_part_count_prose (PlxDocument *document)
{
  gsize prose = 0;

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      g_autofree char *text = plx_document_dup_block (document, i);
      g_autoptr (PlxDraft) draft = plx_draft_new (text, -1);

      if (plx_document_get_block (document, i)->kept && plx_draft_is_prose (draft))
        prose += strlen (text);
    }

  return prose;
}

/* A line before the first paragraph that opens with “by” and names the author. */
static void
mark_byline (PlxDocument *document)
{
  const char *author = document->fields[PLX_FIELD_AUTHOR];

  for (guint i = 0; i < plx_document_get_n_blocks (document) && author != NULL; i++)
    {
      PlxBlockSpan *span = &g_array_index (document->blocks, PlxBlockSpan, i);
      g_autofree char *text = plx_document_dup_block (document, i);
      g_autoptr (PlxDraft) draft = plx_draft_new (text, -1);
      g_autofree char *name = NULL;

      if (!span->kept)
        continue;
      if (plx_draft_is_prose (draft))
        return;

      name = plx_head_find_byline (text);
      if (span->role == PLX_ROLE_BODY && name != NULL && strcmp (name, author) == 0)
        span->role = PLX_ROLE_AUTHOR;
    }
}

/**
 * plx_part_mark_title:
 * @document: a document that nobody else holds
 *
 * Calls a line at the start that says just what the headline says the headline, and one that
 * names the author the byline.
 */
void
plx_part_mark_title (PlxDocument *document)
{
  const char *headline = document->fields[PLX_FIELD_HEADLINE];
  g_autofree char *folded = headline != NULL ? g_utf8_casefold (headline, -1) : NULL;
  guint n = MIN (plx_document_get_n_blocks (document), TITLE_BLOCKS);

  for (guint i = 0; i < n && folded != NULL; i++)
    {
      PlxBlockSpan *span = &g_array_index (document->blocks, PlxBlockSpan, i);
      g_autofree char *text = plx_document_dup_block (document, i);
      g_autofree char *line = g_utf8_casefold (text, -1);

      if (span->kept && strcmp (line, folded) == 0)
        span->role = PLX_ROLE_HEADLINE;
    }

  mark_byline (document);
}
