/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-csv.h"

#include <string.h>

/* A sheet takes words that begin so for a formula, and runs it: such words come from strangers. The
 * apostrophe is how sheets themselves mark words as words. */
static gboolean
is_formula (const char *words)
{
  return *words != '\0' && strchr ("=+-@\t\r\n", *words) != NULL;
}

/**
 * plx_csv_append:
 * @out: comma-separated values as RFC 4180 has them
 * @value: what stands in a field
 * @words: whether these are words; what is a number of ours is one
 *
 * Adds a field, in quotes where it needs them. What a program that shows the table would run is
 * marked as words.
 */
void
plx_csv_append (GString    *out,
                const char *value,
                gboolean    words)
{
  const gboolean formula = words && is_formula (value);

  if (!formula && strpbrk (value, ",\"\r\n") == NULL && !g_ascii_isspace (*value))
    {
      g_string_append (out, value);
      return;
    }

  g_string_append (out, formula ? "\"'" : "\"");
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}
