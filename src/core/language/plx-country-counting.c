/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-language"

#include "config.h"

#include "language/plx-country-counting.h"

#include "language/plx-language.h"

/**
 * plx_language_count_countries:
 * @document: a document
 *
 * Tells which countries the kept text of an article mentions, by whatever name: their own, that of
 * a people, of a capital. It looks at the article alone, so it says less than the analysis of a
 * story does. Safe to call from any thread.
 *
 * Returns: (transfer full): the countries and how often they are mentioned
 */
PlxCountryCounts *
plx_language_count_countries (PlxDocument *document)
{
  g_autoptr (PlxAnnotation) annotation = NULL;
  PlxCountryCounts *counts;

  g_return_val_if_fail (document != NULL, NULL);

  annotation = plx_language_annotate (document);
  counts = plx_country_counts_new (PLX_COUNTRY_COUNTING_ENGINE);
  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);

      if (mention->country != NULL)
        plx_country_counts_add (counts, mention->country);
    }

  return counts;
}
