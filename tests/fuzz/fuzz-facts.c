/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The target of libFuzzer for what language finds beside names: whatever the text is, numbers,
 * times, quotations and attributions lie in it, on the borders of characters, and in order. */

#include "config.h"

#include <stddef.h>
#include <stdint.h>

#include "language/facts/plx-attributions.h"
#include "language/facts/plx-quantities.h"
#include "language/facts/plx-quotations.h"
#include "language/facts/plx-times.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_span (const GString *text,
            guint32        start,
            guint32        end)
{
  g_assert_cmpuint (start, <, end);
  g_assert_cmpuint (end, <=, text->len);
  g_assert_true (g_utf8_validate (text->str + start, end - start, NULL));
}

static void
check_numbers (const GString *text,
               GArray        *times,
               GArray        *quantities)
{
  guint32 last = 0;

  for (guint i = 0; i < times->len; i++)
    {
      const PlxTime *time = &g_array_index (times, PlxTime, i);

      check_span (text, time->start, time->end);
      g_assert_cmpuint (time->start, >=, last);
      last = time->end;
    }

  last = 0;
  for (guint i = 0; i < quantities->len; i++)
    {
      const PlxQuantity *quantity = &g_array_index (quantities, PlxQuantity, i);

      check_span (text, quantity->start, quantity->end);
      check_span (text, quantity->number_start, quantity->number_end);
      if (quantity->counted_end > 0)
        check_span (text, quantity->counted_start, quantity->counted_end);
      g_assert_cmpuint (quantity->start, >=, last);
      last = quantity->end;
    }
}

static void
check_speech (const GString *text,
              GArray        *quotations,
              GArray        *attributions)
{
  guint32 last = 0;

  for (guint i = 0; i < quotations->len; i++)
    {
      const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, i);

      check_span (text, quotation->start, quotation->end);
      check_span (text, quotation->outer_start, quotation->outer_end);
      if (quotation->speaker_end > 0)
        check_span (text, quotation->speaker_start, quotation->speaker_end);
      g_assert_cmpuint (quotation->outer_start, >=, last);
      last = quotation->outer_start;
    }

  for (guint i = 0; i < attributions->len; i++)
    {
      const PlxAttribution *attribution = &g_array_index (attributions, PlxAttribution, i);

      check_span (text, attribution->start, attribution->end);
      check_span (text, attribution->cue_start, attribution->cue_end);
      check_span (text, attribution->scope_start, attribution->scope_end);
      if (attribution->source_end > 0)
        check_span (text, attribution->source_start, attribution->source_end);
    }
}

/* The first byte tells the article's day, too; what is no UTF-8 is mended. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  PlxDay day = size > 0 ? data[0] * 9000u : 0;
  g_autofree char *mended = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GString) text = g_string_new (mended);
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text->str, 0, text->len);
  g_autoptr (GArray) times = plx_times_find (lexemes, day);
  g_autoptr (GArray) quantities = plx_quantities_find (lexemes, times);
  g_autoptr (GArray) quotations = plx_quotations_find (lexemes, NULL);
  g_autoptr (GArray) attributions = plx_attributions_find (lexemes, NULL);

  check_numbers (text, times, quantities);
  check_speech (text, quotations, attributions);

  return 0;
}
