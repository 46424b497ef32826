/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void        plx_json_add_string (JsonBuilder *builder,
                                 const char  *member,
                                 const char  *value);
void        plx_json_add_int    (JsonBuilder *builder,
                                 const char  *member,
                                 gint64       value);

const char *plx_json_get_string (JsonObject  *object,
                                 const char  *member);
gint64      plx_json_get_int    (JsonObject  *object,
                                 const char  *member);

G_END_DECLS
