/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-plan.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "sheet/plx-sheet-sections.h"

/* More articles than this no story has; a file that says so is no plan of ours. */
#define MAX_STRINGS 100000

static void
add_strv (JsonBuilder *builder,
          const char  *name,
          char       **strv)
{
  if (strv == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strv[i] != NULL; i++)
    json_builder_add_string_value (builder, strv[i]);
  json_builder_end_array (builder);
}

static void
add_parts (JsonBuilder        *builder,
           const PlxSheetPlan *self)
{
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const PlxSheetPart *part = &g_array_index (self->parts, PlxSheetPart, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, part->id);
      json_builder_set_member_name (builder, "shown");
      json_builder_add_boolean_value (builder, part->is_shown);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

/**
 * plx_sheet_plan_to_json:
 * @self: a plan
 *
 * Returns: (transfer full): the plan as a JSON object on one line; the same plan gives the same
 *   bytes
 */
char *
plx_sheet_plan_to_json (const PlxSheetPlan *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (self->title != NULL)
    {
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, self->title);
    }
  add_parts (builder, self);
  json_builder_set_member_name (builder, "paper");
  json_builder_add_string_value (builder, plx_sheet_paper_get_id (self->paper));
  json_builder_set_member_name (builder, "landscape");
  json_builder_add_boolean_value (builder, self->is_landscape);
  add_number (builder, "margin", self->margin);
  add_number (builder, "font_size", self->font_size);
  if (self->pair[0] != NULL && self->pair[1] != NULL)
    add_strv (builder, "pair", (char *[]) { self->pair[0], self->pair[1], NULL });
  add_strv (builder, "articles", self->articles);
  add_strv (builder, "hidden_columns", self->hidden_columns);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
refuse (GError     **error,
        const char  *words)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, words);

  return FALSE;
}

static gboolean
read_boolean (JsonObject  *object,
              const char  *name,
              gboolean    *value,
              GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The plan of the sheet says neither yes nor no for “%s”."), name);
      return FALSE;
    }

  *value = json_node_get_boolean (node);

  return TRUE;
}

/* What lies out of bounds is refused, and so is what is not a number. */
static gboolean
read_number (JsonObject  *object,
             const char  *name,
             double       min,
             double       max,
             double      *value,
             GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type;
  double number;

  if (node == NULL)
    return TRUE;

  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  number = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : min - 1;
  if (!(number >= min && number <= max))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s” of the plan of the sheet is not a number from %g to %g."), name, min,
                   max);
      return FALSE;
    }

  *value = number;

  return TRUE;
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
read_strv (JsonObject  *object,
           const char  *name,
           char      ***value,
           GError     **error)
{
  g_autoptr (GStrvBuilder) strv = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *string = get_string (json_array_get_element (array, i));

      if (string == NULL || i >= MAX_STRINGS)
        array = NULL;
      else
        g_strv_builder_add (strv, string);
    }

  if (array == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s” of the plan of the sheet is not a list of articles."), name);
      return FALSE;
    }

  g_strfreev (*value);
  *value = g_strv_builder_end (strv);

  return TRUE;
}

/* Sections that this version does not know are passed over, and those that the plan does not name
 * are not printed. */
static gboolean
read_parts (JsonObject    *object,
            PlxSheetPlan  *self,
            GError       **error)
{
  JsonNode *node = json_object_get_member (object, "sections");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, _("“sections” of the plan of the sheet is not a list."));

  array = json_node_get_array (node);
  g_array_set_size (self->parts, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *each = json_array_get_element (array, i);
      JsonObject *part = JSON_NODE_HOLDS_OBJECT (each) ? json_node_get_object (each) : NULL;
      const char *id = part != NULL ? get_string (json_object_get_member (part, "id")) : NULL;
      gboolean is_shown = TRUE;

      if (id == NULL)
        return refuse (error, _("A section of the plan of the sheet has no “id”."));
      if (!read_boolean (part, "shown", &is_shown, error))
        return FALSE;
      if (plx_sheet_sections_lookup (id) != NULL)
        plx_sheet_plan_set_part (self, id, is_shown);
    }

  return TRUE;
}

static gboolean
read_paper (JsonObject    *object,
            PlxSheetPlan  *self,
            GError       **error)
{
  JsonNode *node = json_object_get_member (object, "paper");
  const char *id = get_string (node);

  if (node == NULL)
    return TRUE;
  if (id == NULL || !plx_sheet_paper_from_id (id, &self->paper))
    return refuse (error,
                   _("“paper” of the plan of the sheet is none of “a4”, “letter” and “a5”."));

  return TRUE;
}

static gboolean
read_title (JsonObject    *object,
            PlxSheetPlan  *self,
            GError       **error)
{
  JsonNode *node = json_object_get_member (object, "title");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (get_string (node) == NULL)
    return refuse (error, _("“title” of the plan of the sheet is not a text."));

  g_set_str (&self->title, get_string (node));

  return TRUE;
}

static gboolean
read_pair (JsonObject    *object,
           PlxSheetPlan  *self,
           GError       **error)
{
  g_auto (GStrv) pair = NULL;

  if (!read_strv (object, "pair", &pair, error))
    return FALSE;
  if (pair != NULL && g_strv_length (pair) != 2)
    return refuse (error, _("“pair” of the plan of the sheet does not name two articles."));

  for (guint i = 0; pair != NULL && i < 2; i++)
    g_set_str (&self->pair[i], pair[i]);

  return TRUE;
}

/**
 * plx_sheet_plan_from_json:
 * @json: a JSON object as plx_sheet_plan_to_json() gives it, perhaps of another version
 * @length: its length in bytes, or -1 where it ends with a 0
 * @error: return location for an error of the `G_IO_ERROR` domain, in plain words
 *
 * Reads a plan. What is missing is as in a new plan; fields and sections that are not known are
 * passed over; values that cannot be are refused.
 *
 * Returns: (transfer full) (nullable): the plan, or `NULL` with @error set
 */
PlxSheetPlan *
plx_sheet_plan_from_json (const char  *json,
                          gssize       length,
                          GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (PlxSheetPlan) self = plx_sheet_plan_new ();
  JsonNode *root = json_parser_load_from_data (parser, json, length, NULL)
                   ? json_parser_get_root (parser) : NULL;
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, _("The plan of the sheet is not a JSON object."));
      return NULL;
    }

  object = json_node_get_object (root);
  if (!read_title (object, self, error) || !read_parts (object, self, error) ||
      !read_paper (object, self, error) ||
      !read_boolean (object, "landscape", &self->is_landscape, error) ||
      !read_number (object, "margin", PLX_SHEET_MIN_MARGIN, PLX_SHEET_MAX_MARGIN, &self->margin,
                    error) ||
      !read_number (object, "font_size", PLX_SHEET_MIN_FONT, PLX_SHEET_MAX_FONT,
                    &self->font_size, error) ||
      !read_pair (object, self, error) ||
      !read_strv (object, "articles", &self->articles, error) ||
      !read_strv (object, "hidden_columns", &self->hidden_columns, error))
    return NULL;

  return g_steal_pointer (&self);
}
