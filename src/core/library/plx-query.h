/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-country-span.h"

G_BEGIN_DECLS

/**
 * PlxQueryCountriesFunc:
 * @field: a word before a colon, in small letters
 * @value: what stands after it
 * @spans: (out) (transfer full) (element-type PlxCountrySpan): what it says of countries
 * @user_data: as given to plx_query_parse()
 * @error: return location for an error, where the value means nothing
 *
 * Tells which countries are asked for by a field that the library does not know.
 *
 * Returns: whether the field asks for countries; nothing else is set where it does not
 */
typedef gboolean (*PlxQueryCountriesFunc) (const char  *field,
                                           const char  *value,
                                           GArray     **spans,
                                           gpointer     user_data,
                                           GError     **error);

/**
 * PlxQuery:
 *
 * What is looked for in the library: words, phrases, fields, joined by AND, OR and NOT. It is
 * never changed.
 */
typedef struct _PlxQuery PlxQuery;

#define PLX_TYPE_QUERY (plx_query_get_type ())

GType       plx_query_get_type (void);

PlxQuery   *plx_query_parse    (const char             *text,
                                PlxQueryCountriesFunc   find_countries,
                                gpointer                user_data,
                                GError                **error);
PlxQuery   *plx_query_ref      (PlxQuery               *self);
void        plx_query_unref    (PlxQuery               *self);
gboolean    plx_query_is_empty (PlxQuery               *self);

char       *plx_query_quote    (const char             *field,
                                const char             *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxQuery, plx_query_unref)

G_END_DECLS
