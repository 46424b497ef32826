/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-json-flatten"

#include "config.h"

#include "reading/tables/plx-json-records.h"

#include <string.h>

#include <json-glib/json-glib.h>

/* More values in a record than any table has columns: the rest is left out. */
#define MAX_VALUES 4096

/* The items of an array are paragraphs where one of them is longer. */
#define MAX_ITEM 100

/**
 * Flat:
 * @parts: (element-type utf8 GPtrArray): the strings under each name
 * @names: (element-type utf8): the names in order
 * @path: the name of the value at hand
 *
 * A record on its way from a tree to a row.
 */
typedef struct
{
  GHashTable *parts;
  GPtrArray  *names;
  GString    *path;
} Flat;

static void
add_part (Flat *self,
          char *value)
{
  GPtrArray *parts = g_hash_table_lookup (self->parts, self->path->str);

  if (parts == NULL && self->names->len >= MAX_VALUES)
    {
      g_free (value);
      return;
    }

  if (parts == NULL)
    {
      char *name = g_strdup (self->path->str);

      parts = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->names, name);
      g_hash_table_insert (self->parts, name, parts);
    }

  g_ptr_array_add (parts, value);
}

static char *
dup_scalar (JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return json_node_dup_string (node);
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    default:
      return g_strdup (g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
    }
}

/* No deeper than what was counted before the record was parsed. */
static void
flatten_node (Flat     *self,
              JsonNode *node)
{
  gsize length = self->path->len;
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (JSON_NODE_HOLDS_VALUE (node))
    add_part (self, dup_scalar (node));

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        flatten_node (self, json_array_get_element (array, i));
    }

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      if (length > 0)
        g_string_append_c (self->path, '.');
      g_string_append (self->path, member);
      flatten_node (self, value);
      g_string_truncate (self->path, length);
    }
}

/* Short ones are names or keywords, long ones paragraphs. */
static char *
join_parts (GPtrArray *parts)
{
  const char *between = ", ";
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    if (g_utf8_strlen (parts->pdata[i], MAX_ITEM * 4) > MAX_ITEM ||
        strchr (parts->pdata[i], '\n') != NULL)
      between = "\n\n";

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? between : "", (char *) parts->pdata[i]);

  return g_string_free (all, FALSE);
}

/* Python writes numbers that are none as NaN, which is not JSON. */
static void
drop_numbers_that_are_none (char  *text,
                            gsize  length)
{
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && text[i] == 'N' && length - i > 3 && memcmp (text + i, "NaN", 3) == 0)
        {
          memcpy (text + i, "\"\" ", 3);
          i += 2;
        }
      else if (!in_string && text[i] == 'I' && length - i > 8 &&
               memcmp (text + i, "Infinity", 8) == 0)
        {
          memcpy (text + i, "\"\"      ", 8);
          if (i > 0 && text[i - 1] == '-')
            text[i - 1] = ' ';
          i += 7;
        }
    }
}

/**
 * plx_json_flatten:
 * @text: an object in JSON, not too deep
 * @length: its bytes
 * @names: (element-type utf8): gets the names of its values, in order; those of values within
 *   values have dots in them: `author.name`
 * @values: (element-type utf8): gets the values; those of arrays are put together
 *
 * Makes a row of a record.
 *
 * Returns: whether it is an object
 */
gboolean
plx_json_flatten (const char *text,
                  gsize       length,
                  GPtrArray  *names,
                  GPtrArray  *values)
{
  /* The immutable parser aborts on some input that is no JSON (json-glib 1.10). */
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *copy = g_utf8_make_valid (text, length);
  g_autoptr (GHashTable) parts =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) path = g_string_new (NULL);
  Flat flat = { .parts = parts, .names = names, .path = path };
  JsonNode *root;

  drop_numbers_that_are_none (copy, strlen (copy));
  if (!json_parser_load_from_data (parser, copy, -1, NULL))
    return FALSE;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  flatten_node (&flat, root);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (values, join_parts (g_hash_table_lookup (parts, names->pdata[i])));

  return TRUE;
}

/**
 * plx_json_find_array:
 * @text: an object in JSON
 * @length: its bytes
 * @start: (out): where its largest array of objects starts
 * @end: (out): the byte after its end
 *
 * Looks for the array that has the records of a reply: `{"status": "ok", "articles": […]}`.
 *
 * Returns: whether there is one
 */
gboolean
plx_json_find_array (const char *text,
                     gsize       length,
                     gsize      *start,
                     gsize      *end)
{
  gboolean in_string = FALSE;
  gsize depth = 0;
  gsize open_depth = 0;
  gsize open = 0;

  *start = *end = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (in_string)
        {
          if (text[i] == '\\')
            i++;
          else if (text[i] == '"')
            in_string = FALSE;
          continue;
        }

      if (text[i] == '"')
        in_string = TRUE;
      if (text[i] == '{' || text[i] == '[')
        depth++;
      if (text[i] == '[' && open_depth == 0)
        {
          open_depth = depth;
          open = i;
        }
      if (text[i] == ']' && depth == open_depth)
        {
          gboolean objects = open + 1 + strspn (text + open + 1, " \t\r\n") < length &&
                             text[open + 1 + strspn (text + open + 1, " \t\r\n")] == '{';

          if (objects && i + 1 - open > *end - *start)
            {
              *start = open;
              *end = i + 1;
            }
          open_depth = 0;
        }
      if ((text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
    }

  return *end > *start;
}
