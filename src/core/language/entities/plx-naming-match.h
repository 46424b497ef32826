/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By how many of its first letters a pattern is looked up. */
#define PLX_NAMING_PREFIX 8

/**
 * PlxNamingPattern:
 * @letters: the letters, decomposed, a space for any space
 * @n_letters: how many
 *
 * Words to be found in a text, however it writes their apostrophes, spaces and composed letters.
 */
typedef struct
{
  gunichar *letters;
  guint     n_letters;
} PlxNamingPattern;

void     plx_naming_pattern_init   (PlxNamingPattern       *self,
                                    const char             *folded);
void     plx_naming_pattern_clear  (PlxNamingPattern       *self);
gsize    plx_naming_pattern_match  (const PlxNamingPattern *self,
                                    const char             *text,
                                    gsize                   at,
                                    gsize                   end);

guint    plx_naming_pattern_hash   (const PlxNamingPattern *self);
guint    plx_naming_hash_text      (const char             *text,
                                    gsize                   at,
                                    gsize                   end,
                                    guint                  *hashes);
gboolean plx_naming_starts_word    (const char             *text,
                                    gsize                   low,
                                    gsize                   start);
gboolean plx_naming_ends_word      (const char             *text,
                                    gsize                   end,
                                    gsize                   high);

G_END_DECLS
