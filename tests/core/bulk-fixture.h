/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "reading/tables/plx-columns.h"
#include "reading/plx-reading.h"

/* Of our own writing; every name in it is invented. */
#define FERRY                                                                                     \
  "The morning ferry to Ostrava Bay left Port Selwyn two hours late on Tuesday because its "      \
  "captain had not come to work, the company said."
#define PASSENGERS                                                                                \
  "About ninety passengers waited on the quay, and some ate cookies from the harbour bakery "     \
  "while they waited."
#define OFFICE                                                                                    \
  "The harbour office of Port Selwyn will close at noon from Monday on, a note on its door said " \
  "on Thursday morning."

static inline PlxReadingBatch *
read_with (const char *text,
           gssize      length,
           const char *spec)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GPtrArray) choices =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_columns_unref);
  PlxReadingOptions options = { .columns = choices };
  PlxReadingBatch *batch = plx_reading_batch_new ();

  if (spec != NULL)
    {
      PlxColumns *columns = plx_columns_parse (spec, NULL);

      columns->partial = TRUE;
      g_ptr_array_add (choices, columns);
    }
  plx_reading_batch_read_bytes (batch, bytes, "file", NULL, &options, NULL);

  return batch;
}

static inline PlxReadingBatch *
read_text (const char *text)
{
  return read_with (text, -1, NULL);
}

static inline PlxDocument *
get (PlxReadingBatch *batch,
     guint            index)
{
  g_assert_cmpuint (index, <, batch->documents->len);

  return batch->documents->pdata[index];
}

static inline const GError *
get_error (PlxReadingBatch *batch,
           guint            index)
{
  g_assert_cmpuint (index, <, batch->failures->len);

  return ((PlxReadingFailure *) batch->failures->pdata[index])->error;
}

static inline const char *
get_failed (PlxReadingBatch *batch,
            guint            index)
{
  g_assert_cmpuint (index, <, batch->failures->len);

  return ((PlxReadingFailure *) batch->failures->pdata[index])->name;
}

static inline char *
dup_kept (PlxDocument *document)
{
  GString *kept = g_string_new (NULL);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      g_autofree char *text = plx_document_dup_block (document, i);

      if (plx_document_get_block (document, i)->kept)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "|" : "", text);
    }

  return g_string_free (kept, FALSE);
}
