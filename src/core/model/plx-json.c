/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-json"

#include "config.h"

#include "model/plx-json.h"

/**
 * plx_json_add_string:
 * @builder: an open JSON object
 * @member: name of the member to add
 * @value: (nullable): its value in UTF-8; `NULL` becomes JSON’s `null`
 */
void
plx_json_add_string (JsonBuilder *builder,
                     const char  *member,
                     const char  *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * plx_json_add_int:
 * @builder: an open JSON object
 * @member: name of the member to add
 * @value: its value
 */
void
plx_json_add_int (JsonBuilder *builder,
                  const char  *member,
                  gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/**
 * plx_json_get_string:
 * @object: a JSON object that others may have written
 * @member: name of a member
 *
 * Returns: (transfer none) (nullable): its value; `NULL` where it has none that is a string
 */
const char *
plx_json_get_string (JsonObject *object,
                     const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/**
 * plx_json_get_int:
 * @object: a JSON object that others may have written
 * @member: name of a member
 *
 * Returns: its value; 0 where it has none that is an integer
 */
gint64
plx_json_get_int (JsonObject *object,
                  const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}
