/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-json-turn"

#include "config.h"

#include "reading/tables/plx-json-records.h"

#include <string.h>

#include <json-glib/json-glib.h>

/* Columns must be in memory together to become rows. */
#define MAX_TURNED (32 * 1024 * 1024)

/* The members of an object are looked at from its first brace on. */
static gsize
skip_space (const char *text,
            gsize       length,
            gsize       at)
{
  while (at < length && g_ascii_isspace (text[at]))
    at++;

  return at;
}

/* The byte after the string or object that starts at @at. */
static gsize
find_end (const char *text,
          gsize       length,
          gsize       at)
{
  gboolean in_string = FALSE;
  gsize depth = 0;

  for (; at < length; at++)
    {
      if (in_string && text[at] == '\\')
        at++;
      else if (text[at] == '"')
        in_string = !in_string;
      else if (!in_string && (text[at] == '{' || text[at] == '['))
        depth++;
      else if (!in_string && (text[at] == '}' || text[at] == ']'))
        depth--;

      if (depth == 0 && !in_string)
        return at + 1;
    }

  return length;
}

/**
 * plx_json_list_members:
 * @text: an object in JSON
 * @length: its bytes
 *
 * Some programs write an object of records, each under its number: `{"0": {…}, "1": {…}}`.
 *
 * Returns: (transfer full) (nullable): an array of the members, or `NULL` where they are not all
 *   objects, or fewer than two
 */
GBytes *
plx_json_list_members (const char *text,
                       gsize       length)
{
  g_autoptr (GString) list = g_string_new ("[");
  guint n = 0;
  gsize at = skip_space (text, length, 1);

  while (at < length && text[at] == '"')
    {
      gsize start = skip_space (text, length, find_end (text, length, at));

      if (start >= length || text[start] != ':')
        return NULL;
      start = skip_space (text, length, start + 1);
      if (start >= length || text[start] != '{')
        return NULL;

      at = find_end (text, length, start);
      g_string_append_printf (list, "%s", n++ > 0 ? ",\n" : "");
      g_string_append_len (list, text + start, at - start);
      at = skip_space (text, length, at);
      if (at < length && text[at] == ',')
        at = skip_space (text, length, at + 1);
    }

  if (n < 2 || at >= length || text[at] != '}')
    return NULL;
  g_string_append_c (list, ']');

  return g_string_free_to_bytes (g_steal_pointer (&list));
}

/* The values of one row, each from its column. */
static JsonNode *
make_row (JsonObject *columns,
          GList      *names,
          const char *key)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *row = json_object_new ();

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *column = json_object_get_member (columns, l->data);
      JsonNode *value = JSON_NODE_HOLDS_OBJECT (column)
                        ? json_object_get_member (json_node_get_object (column), key) : NULL;

      if (value != NULL)
        json_object_set_member (row, l->data, json_node_copy (value));
    }
  json_node_take_object (node, row);

  return node;
}

/**
 * plx_json_turn_columns:
 * @text: an object in JSON, not too deep
 * @length: its bytes
 *
 * Some programs write a table column by column: `{"title": {"0": …, "1": …}, "text": {…}}`.
 *
 * Returns: (transfer full) (nullable): an array of its rows, or `NULL` where it is no such table
 */
GBytes *
plx_json_turn_columns (const char *text,
                       gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) list = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GList) names = NULL;
  g_autoptr (GList) keys = NULL;
  JsonArray *rows = json_array_new ();
  JsonObject *columns;
  JsonNode *first;
  char *turned;

  json_node_take_array (list, rows);
  if (length > MAX_TURNED || !json_parser_load_from_data (parser, text, length, NULL) ||
      json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;

  columns = json_node_get_object (json_parser_get_root (parser));
  names = json_object_get_members (columns);
  first = names != NULL ? json_object_get_member (columns, names->data) : NULL;
  if (first == NULL || !JSON_NODE_HOLDS_OBJECT (first))
    return NULL;

  keys = json_object_get_members (json_node_get_object (first));
  for (GList *l = keys; l != NULL; l = l->next)
    json_array_add_element (rows, make_row (columns, names, l->data));

  turned = json_to_string (list, FALSE);

  return g_bytes_new_take (turned, strlen (turned));
}
