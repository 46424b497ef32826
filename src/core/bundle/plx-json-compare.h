/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PlxJsonDifference:
 * @path: where it is: `claims[3].label`
 * @here: what stands there in the first, in JSON, or “nothing”
 * @there: the same in the second
 *
 * A place where two values differ.
 */
typedef struct
{
  char *path;
  char *here;
  char *there;
} PlxJsonDifference;

void       plx_json_difference_free (PlxJsonDifference *self);
GPtrArray *plx_json_compare         (JsonNode          *here,
                                     JsonNode          *there,
                                     guint              most);

G_END_DECLS
