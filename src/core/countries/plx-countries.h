/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxCountryInfo:
 * @iso3: ISO 3166-1 alpha-3 code; the one pointer that stands for this code everywhere
 * @iso2: ISO 3166-1 alpha-2 code
 * @name: as in the news, in English
 * @official_name: in full
 * @capital: its capital
 * @region: continent by the UN's scheme
 * @subregion: part of it
 * @aliases: other names; ends with `NULL`
 * @demonyms: its people, and the adjective; ends with `NULL`
 * @metonyms: cities and buildings that stand for its government; ends with `NULL`
 * @ambiguous: which of these words may mean something else ("word: what"); ends with `NULL`
 * @source: where the row is from
 *
 * A country of the names table.
 */
typedef struct
{
  const char         *iso3;
  const char         *iso2;
  const char         *name;
  const char         *official_name;
  const char         *capital;
  const char         *region;
  const char         *subregion;
  const char * const *aliases;
  const char * const *demonyms;
  const char * const *metonyms;
  const char * const *ambiguous;
  const char         *source;
} PlxCountryInfo;

const PlxCountryInfo *plx_countries_list        (gsize      *n);
const PlxCountryInfo *plx_country_lookup        (const char *iso3);
const char           *plx_country_intern        (const char *iso3);

const char           *plx_country_match_name    (const char *text,
                                                 gssize      length,
                                                 PlxForm    *form,
                                                 gboolean   *ambiguous);
const char           *plx_country_match_longest (const char *text,
                                                 gsize       start,
                                                 gsize       end,
                                                 gsize      *match_end,
                                                 PlxForm    *form,
                                                 gboolean   *ambiguous);

G_END_DECLS
