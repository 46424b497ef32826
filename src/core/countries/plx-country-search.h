/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-countries.h"

G_BEGIN_DECLS

const PlxCountryInfo *plx_country_search  (const char  *text,
                                           gboolean    *several);
const PlxCountryInfo *plx_country_suggest (const char  *text,
                                           const char **name);

G_END_DECLS
