/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "reading/plx-reading.h"

/* An article of our own writing, in which every name is invented, and what tests of readers do
 * with it. */
#define PIER_1 \
  "The harbour board of Port Selwyn voted on Tuesday to close the old ferry pier, saying that " \
  "the timber piles no longer carry the weight of the evening boats."
#define PIER_2 \
  "Mirela Tandy, who chairs the board, told the meeting that repairs would cost four million " \
  "crowns and take two winters, and that nobody had offered to pay for them."
#define PIER_3 \
  "The ferry company said it would move its boats to the northern quay from the first of March, " \
  "and that the timetable would change by ten minutes at most."
#define PIER_4 \
  "Residents of the old town handed over a petition with eleven hundred names, which asks the " \
  "council to keep the pier open to people on foot and on bicycles."

#define PIER_PLAIN PIER_1 "\n\n" PIER_2 "\n\n" PIER_3 "\n\n" PIER_4 "\n"
#define PIER_HTML \
  "<p>" PIER_1 "</p>\n<p>" PIER_2 "</p>\n<p>" PIER_3 "</p>\n<p>" PIER_4 "</p>\n"

static inline PlxReadingBatch *
read_batch (const char *data,
            gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  PlxReadingBatch *batch = plx_reading_batch_new ();

  plx_reading_batch_read_bytes (batch, bytes, "file", NULL, NULL, NULL);

  return batch;
}

static inline PlxDocument *
only_document (PlxReadingBatch *batch)
{
  for (guint i = 0; i < batch->failures->len; i++)
    g_test_message ("%s", ((PlxReadingFailure *) batch->failures->pdata[i])->error->message);
  g_assert_cmpuint (batch->documents->len, ==, 1);

  return batch->documents->pdata[0];
}

static inline const PlxBlockSpan *
find_span (PlxDocument *document,
           const char  *start)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    if (g_str_has_prefix (document->text->str + plx_document_get_block (document, i)->start, start))
      return plx_document_get_block (document, i);

  g_error ("no block starts with “%s” in:\n%s", start, document->text->str);
}

static inline void
assert_kept (PlxDocument *document,
             const char  *start)
{
  const PlxBlockSpan *span = find_span (document, start);

  if (!span->kept)
    g_error ("“%s” is cut (%d)", start, span->reason);
}

static inline void
assert_cut (PlxDocument  *document,
            const char   *start,
            PlxCutReason  reason)
{
  const PlxBlockSpan *span = find_span (document, start);

  g_test_message ("%s", start);
  g_assert_false (span->kept);
  g_assert_cmpint (span->reason, ==, reason);
}

static inline void
assert_pier (PlxDocument *document)
{
  assert_kept (document, "The harbour board");
  assert_kept (document, "Mirela Tandy, who");
  assert_kept (document, "The ferry company");
  assert_kept (document, "Residents of");
}

static inline void
assert_field (PlxDocument *document,
              PlxField     field,
              const char  *value,
              const char  *found)
{
  g_assert_cmpstr (document->fields[field], ==, value);
  g_assert_cmpstr (document->found[field], ==, found);
}

static inline void
assert_failure (PlxReadingBatch *batch,
                PlxReadingError  code)
{
  for (guint i = 0; i < batch->failures->len; i++)
    if (g_error_matches (((PlxReadingFailure *) batch->failures->pdata[i])->error,
                         PLX_READING_ERROR, code))
      return;

  g_error ("no failure of code %d among %u", code, batch->failures->len);
}

/* Reads @data cut off at many places, and with bytes changed at many: nothing may crash, hang,
 * or come to nothing without a word. */
static inline void
abuse (const char *data,
       gsize       length)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize n = 1; n < length; n += 1 + length / 60)
    {
      g_autoptr (PlxReadingBatch) batch = read_batch (data, n);

      g_assert_cmpuint (batch->documents->len + batch->failures->len, >, 0);
    }

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr (PlxReadingBatch) batch = NULL;

      for (guint k = 0; k <= i % 8; k++)
        copy[g_rand_int_range (random, 0, length)] = g_rand_int_range (random, 0, 256);
      batch = read_batch (copy, length);
      g_assert_cmpuint (batch->documents->len + batch->failures->len, >, 0);
    }
}
