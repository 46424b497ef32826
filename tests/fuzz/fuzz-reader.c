/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The target of libFuzzer for one reader, which FUZZ_READER names: whatever the bytes are, the
 * reader gives articles that hold together, or an error that says why not. */

#include "config.h"

#include <stddef.h>
#include <stdint.h>

#include "reading/plx-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_document (PlxDocument *document)
{
  gsize previous = 0;

  g_assert_true (g_utf8_validate (document->text->str, document->text->len, NULL));
  g_assert_cmpuint (plx_document_get_n_blocks (document), >, 0);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      g_assert_cmpuint (block->start, >=, previous);
      g_assert_cmpuint (block->end, >, block->start);
      g_assert_cmpuint (block->end, <=, document->text->len);
      g_assert_true (block->kept == (block->reason == PLX_CUT_NONE));
      g_assert_true (g_utf8_validate (document->text->str + block->start,
                                      block->end - block->start, NULL));
      previous = block->end;
    }

  for (PlxField field = 0; field < PLX_N_FIELDS; field++)
    if (document->fields[field] != NULL)
      {
        g_assert_true (g_utf8_validate (document->fields[field], -1, NULL));
        g_assert_cmpstr (document->fields[field], !=, "");
        g_assert_nonnull (document->found[field]);
      }

  for (guint i = 0; i < document->others->len; i++)
    g_assert_true (g_utf8_validate (g_array_index (document->others, PlxOtherValue, i).value, -1,
                                    NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GError) error = NULL;
  PlxSource source = { .stream = stream, .size = (goffset) size, .name = "fuzz" };

  if (FUZZ_READER.read (&source, batch, &error))
    g_assert_no_error (error);
  else
    {
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }

  for (guint i = 0; i < batch->documents->len; i++)
    check_document (batch->documents->pdata[i]);
  for (guint i = 0; i < batch->failures->len; i++)
    g_assert_nonnull (((PlxReadingFailure *) batch->failures->pdata[i])->error);

  return 0;
}
