/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxCountryNames:
 *
 * The names of all countries in one language.
 */
typedef struct _PlxCountryNames PlxCountryNames;

const PlxCountryNames *plx_country_names_get   (const char            *tag);
const char            *plx_country_names_match (const PlxCountryNames *self,
                                                const char            *text,
                                                gsize                  start,
                                                gsize                  end,
                                                gsize                 *match_end);

G_END_DECLS
