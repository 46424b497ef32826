/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-document-json.h"

#include <json-glib/json-glib.h>

/* How a document is written where it is kept: in a library as columns of a row, in a bundle as
 * members of an object. */

/* [start, end, role, reason, kept, place, decider, found role, found reason] */
#define N_BLOCK_VALUES 9

static void
append_string (GString    *json,
               const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append_c (json, ',');
  g_string_append (json, quoted);
}

/* What few blocks have comes last, and only as far as there is any. */
static void
append_rest (GString            *json,
             const PlxBlockSpan *block)
{
  if (block->place != NULL || block->decider != PLX_DECIDER_READER)
    append_string (json, block->place != NULL ? block->place : "");

  if (block->decider != PLX_DECIDER_READER)
    {
      append_string (json, plx_enum_to_nick (PLX_TYPE_DECIDER, block->decider));
      append_string (json, plx_enum_to_nick (PLX_TYPE_ROLE, block->found_role));
      append_string (json, plx_enum_to_nick (PLX_TYPE_CUT_REASON, block->found_reason));
    }
}

/**
 * plx_document_dup_blocks:
 * @document: a document
 *
 * Numbers are written as words, so that values may be added to the enumerations.
 *
 * Returns: (transfer full): its blocks, as an array in JSON
 */
char *
plx_document_dup_blocks (PlxDocument *document)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      g_string_append_printf (json, "%s[%u,%u,\"%s\",\"%s\",%d", i > 0 ? "," : "",
                              block->start, block->end,
                              plx_enum_to_nick (PLX_TYPE_ROLE, block->role),
                              plx_enum_to_nick (PLX_TYPE_CUT_REASON, block->reason),
                              block->kept ? 1 : 0);
      append_rest (json, block);
      g_string_append_c (json, ']');
    }

  g_string_append_c (json, ']');

  return g_string_free_and_steal (g_steal_pointer (&json));
}

/**
 * plx_document_dup_found:
 * @document: a document
 *
 * Returns: (transfer full): where each of its fields was found, as an object in JSON
 */
char *
plx_document_dup_found (PlxDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    if (document->found[i] != NULL)
      {
        json_builder_set_member_name (builder, plx_enum_to_nick (PLX_TYPE_FIELD, i));
        json_builder_add_string_value (builder, document->found[i]);
      }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * plx_document_dup_others:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): what other places say of its fields, as an array in JSON:
 *   [[field, value, where it was found], …]; or `NULL` for none
 */
char *
plx_document_dup_others (PlxDocument *document)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (document->others->len == 0)
    return NULL;

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (document->others, PlxOtherValue, i);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, plx_enum_to_nick (PLX_TYPE_FIELD, other->field));
      json_builder_add_string_value (builder, other->value);
      json_builder_add_string_value (builder, other->found);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
is_boundary (GString *text,
             gint64   offset)
{
  return offset == (gint64) text->len || ((guchar) text->str[offset] & 0xc0) != 0x80;
}

/* Who decided on a block, and what the reader had found. */
static gboolean
decision_from_json (JsonArray    *array,
                    PlxBlockSpan *block)
{
  int decider, role, reason;

  /* Before that was written down, the reason told it. */
  if (json_array_get_length (array) == 6 || json_array_get_length (array) == 5)
    {
      block->decider = block->reason == PLX_CUT_USER ? PLX_DECIDER_USER : PLX_DECIDER_READER;
      block->found_role = block->role;
      return TRUE;
    }

  if (json_array_get_length (array) != N_BLOCK_VALUES ||
      !plx_enum_from_nick (PLX_TYPE_DECIDER, json_array_get_string_element (array, 6), &decider) ||
      !plx_enum_from_nick (PLX_TYPE_ROLE, json_array_get_string_element (array, 7), &role) ||
      !plx_enum_from_nick (PLX_TYPE_CUT_REASON, json_array_get_string_element (array, 8), &reason))
    return FALSE;

  block->decider = decider;
  block->found_role = role;
  block->found_reason = reason;

  return TRUE;
}

static gboolean
block_from_json (JsonArray    *array,
                 GString      *text,
                 PlxBlockSpan *block)
{
  gint64 start, end;
  int role, reason;

  if (json_array_get_length (array) < 5)
    return FALSE;

  start = json_array_get_int_element (array, 0);
  end = json_array_get_int_element (array, 1);
  if (start < 0 || end < start || end > (gint64) text->len ||
      !is_boundary (text, start) || !is_boundary (text, end))
    return FALSE;

  if (!plx_enum_from_nick (PLX_TYPE_ROLE, json_array_get_string_element (array, 2), &role) ||
      !plx_enum_from_nick (PLX_TYPE_CUT_REASON, json_array_get_string_element (array, 3), &reason))
    return FALSE;

  block->start = start;
  block->end = end;
  block->role = role;
  block->reason = reason;
  block->kept = json_array_get_int_element (array, 4) != 0;

  return decision_from_json (array, block);
}

/* Whether an element is an array of such values; the last @n_optional of them may be missing. */
static gboolean
is_tuple (JsonArray   *tuples,
          guint        i,
          const GType *types,
          guint        n_types,
          guint        n_optional)
{
  JsonNode *node = json_array_get_element (tuples, i);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > n_types ||
      json_array_get_length (array) + n_optional < n_types)
    return FALSE;

  for (guint k = 0; k < json_array_get_length (array); k++)
    if (json_node_get_value_type (json_array_get_element (array, k)) != types[k])
      return FALSE;

  return TRUE;
}

static gboolean
is_block (JsonArray *blocks,
          guint      i)
{
  static const GType types[] = { G_TYPE_INT64, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING,
                                 G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING,
                                 G_TYPE_STRING };

  G_STATIC_ASSERT (G_N_ELEMENTS (types) == N_BLOCK_VALUES);

  return is_tuple (blocks, i, types, G_N_ELEMENTS (types), 4);
}

static void
add_place (PlxDocument *document,
           JsonArray   *block)
{
  const char *place = json_array_get_length (block) > 5 ? json_array_get_string_element (block, 5)
                                                        : "";

  if (*place != '\0')
    plx_document_set_place (document, document->blocks->len - 1, place);
}

static gboolean
add_blocks (PlxDocument *document,
            const char  *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *blocks;
  guint32 previous_end = 0;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return FALSE;

  blocks = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      PlxBlockSpan block = { 0 };

      if (!is_block (blocks, i) ||
          !block_from_json (json_array_get_array_element (blocks, i), document->text, &block) ||
          block.start < previous_end)
        return FALSE;

      previous_end = block.end;
      g_array_append_val (document->blocks, block);
      add_place (document, json_array_get_array_element (blocks, i));
    }

  return TRUE;
}

static gboolean
add_fields (PlxDocument        *document,
            const char * const *fields,
            const char         *found_json)
{
  g_autoptr (JsonNode) root = json_from_string (found_json, NULL);
  JsonObject *found;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  found = json_node_get_object (root);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      const char *nick = plx_enum_to_nick (PLX_TYPE_FIELD, i);
      JsonNode *node = json_object_get_member (found, nick);

      plx_document_set_field (document, i, fields[i],
                              node != NULL && JSON_NODE_HOLDS_VALUE (node)
                                ? json_node_get_string (node) : NULL);
    }

  return TRUE;
}

static gboolean
add_others (PlxDocument *document,
            const char  *json)
{
  static const GType types[] = { G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING };
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonArray *others;

  if (json == NULL)
    return TRUE;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return FALSE;

  others = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonArray *other;
      int field;

      if (!is_tuple (others, i, types, G_N_ELEMENTS (types), 0))
        return FALSE;

      other = json_array_get_array_element (others, i);
      if (!plx_enum_from_nick (PLX_TYPE_FIELD, json_array_get_string_element (other, 0), &field))
        return FALSE;

      plx_document_add_other (document, field, json_array_get_string_element (other, 1),
                              json_array_get_string_element (other, 2));
    }

  return TRUE;
}

/**
 * plx_document_from_columns:
 * @columns: what is kept of a document
 *
 * Every offset of a document is trusted by those who read it, so what is damaged ends here.
 *
 * Returns: (transfer full) (nullable): the document, or `NULL` where it is damaged
 */
PlxDocument *
plx_document_from_columns (const PlxDocumentColumns *columns)
{
  g_autoptr (PlxDocument) document = NULL;

  if (columns->format == NULL || columns->found == NULL || columns->blocks == NULL ||
      columns->text == NULL)
    return NULL;

  document = plx_document_new (columns->source, columns->format);
  g_string_append (document->text, columns->text);

  if (!add_blocks (document, columns->blocks) ||
      !add_fields (document, columns->fields, columns->found) ||
      !add_others (document, columns->others))
    return NULL;

  return g_steal_pointer (&document);
}
