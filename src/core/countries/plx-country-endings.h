/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxEndings:
 * @languages: ISO 639-1 codes
 * @most_dropped: how many vowels at the end of a name may give way to an ending
 * @endings: the endings, without accents
 *
 * How a language declines the names of countries.
 */
typedef struct
{
  const char *languages;
  gsize       most_dropped;
  const char *endings;
} PlxEndings;

const PlxEndings *plx_country_endings_get   (const char       *language);
gboolean          plx_country_endings_match (const PlxEndings *self,
                                             const char       *name,
                                             const char       *word,
                                             gboolean          is_part);

G_END_DECLS
