/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-spelling.h"

G_BEGIN_DECLS

/**
 * PlxShortName:
 * @PLX_SHORT_NAME_NONE: it is not short for the other
 * @PLX_SHORT_NAME_INNER: it is a word in the middle of the other
 * @PLX_SHORT_NAME_GIVEN: it is the first word of the other
 * @PLX_SHORT_NAME_FAMILY: it is the last words of the other, or one of two last names
 *
 * In which way a name is short for a fuller one.
 */
typedef enum
{
  PLX_SHORT_NAME_NONE,
  PLX_SHORT_NAME_INNER,
  PLX_SHORT_NAME_GIVEN,
  PLX_SHORT_NAME_FAMILY,
} PlxShortName;

char         *plx_person_name_make_key     (const char         *word);
gboolean      plx_person_name_has_initials (const char         *name);
PlxAlike      plx_person_name_compare      (const char * const *a,
                                            const char * const *b);
gboolean      plx_person_name_is_initials  (const char * const *short_words,
                                            const char * const *full_words);
PlxShortName  plx_person_name_is_short     (const char * const *short_words,
                                            const char * const *full_words);

G_END_DECLS
