/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxShortName:
 * @PLX_SHORT_NAME_NONE: it is not short for the other
 * @PLX_SHORT_NAME_GIVEN: it is the first word of the other
 * @PLX_SHORT_NAME_FAMILY: it is the last words of the other
 *
 * In which way a name is short for a fuller one.
 */
typedef enum
{
  PLX_SHORT_NAME_NONE,
  PLX_SHORT_NAME_GIVEN,
  PLX_SHORT_NAME_FAMILY,
} PlxShortName;

char         *plx_person_name_fold        (const char         *name);
char          plx_person_name_get_initial (const char         *word);
char         *plx_person_name_make_key    (const char         *word);
gboolean      plx_person_name_is_variant  (const char * const *a,
                                           const char * const *b);
PlxShortName  plx_person_name_is_short    (const char * const *short_words,
                                           const char * const *full_words);

G_END_DECLS
