/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

#include <string.h>

#include "comparing/plx-analysis-json.h"
#include "library/plx-document-json.h"
#include "model/plx-json.h"

/* An ending longer than this is none that tells what a file is. */
#define MAX_ENDING 5

/**
 * plx_bundle_json_bytes:
 * @builder: a whole value
 *
 * Returns: (transfer full): it, in JSON for people to read
 */
GBytes *
plx_bundle_json_bytes (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return plx_bundle_node_bytes (root);
}

GBytes *
plx_bundle_node_bytes (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* The ending of a file's name, where it says what the file is. */
static char *
dup_ending (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL || dot[1] == '\0' || strlen (dot + 1) > MAX_ENDING)
    return g_strdup ("");

  for (const char *c = dot + 1; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return g_strdup ("");

  return g_ascii_strdown (dot, -1);  /* with the dot */
}

/**
 * plx_bundle_original_name:
 * @document: an article
 *
 * Returns: (transfer full) (nullable): what its original is called in a bundle, or `NULL` where
 *   it was not kept
 */
char *
plx_bundle_original_name (PlxDocument *document)
{
  PlxProvenance *provenance = document->provenance;
  g_autofree char *ending = NULL;

  if (provenance == NULL || provenance->sha256 == NULL)
    return NULL;

  /* The name is the user's own and may be anything; nothing of it but the ending is used. */
  ending = provenance->is_record ? g_strdup ("") : dup_ending (document->source);

  return g_strconcat (PLX_FOLDER_ORIGINALS, provenance->sha256, ending, NULL);
}

/**
 * plx_bundle_document_name:
 * @place: the place of an article in its story, from 0
 *
 * Returns: (transfer full): what the article is called in a bundle
 */
char *
plx_bundle_document_name (guint place)
{
  return g_strdup_printf (PLX_FOLDER_DOCUMENTS "%04u.json", place + 1);
}

char *
plx_bundle_relation_name (guint place)
{
  return g_strdup_printf (PLX_FOLDER_RELATIONS "%04u.csv", place + 1);
}

static void
add_provenance (JsonBuilder   *builder,
                PlxDocument   *document,
                gboolean       reads_again)
{
  PlxProvenance *provenance = document->provenance;
  g_autofree char *original = plx_bundle_original_name (document);
  g_autofree char *added = NULL;

  if (provenance != NULL && provenance->added != 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (provenance->added);

      added = time != NULL ? g_date_time_format_iso8601 (time) : NULL;
    }

  plx_json_add_string (builder, "added", added);
  plx_json_add_string (builder, "original", original);
  if (original == NULL)
    return;

  plx_json_add_string (builder, "sha256", provenance->sha256);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, provenance->size);
  json_builder_set_member_name (builder, "is_record");
  json_builder_add_boolean_value (builder, provenance->is_record);
  json_builder_set_member_name (builder, "reads_again");
  json_builder_add_boolean_value (builder, reads_again);
}

static void
add_article (JsonBuilder *builder,
             PlxBundle   *self,
             guint        place,
             gboolean     reads_again)
{
  PlxDocument *document = self->parcel->documents->pdata[place];
  g_autofree char *name = plx_bundle_document_name (place);

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "document", name);
  plx_json_add_string (builder, "file", document->source);
  plx_json_add_string (builder, "headline", document->fields[PLX_FIELD_HEADLINE]);
  plx_json_add_string (builder, "outlet", document->fields[PLX_FIELD_OUTLET]);
  plx_json_add_string (builder, "digest", self->parcel->digests->pdata[place]);
  add_provenance (builder, document, reads_again);
  json_builder_end_object (builder);
}

static void
add_relations (JsonBuilder *builder,
               PlxBundle   *self)
{
  json_builder_set_member_name (builder, "relations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->relations->len; i++)
    {
      g_autofree char *member = plx_bundle_relation_name (i);

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "table", member);
      plx_json_add_string (builder, "name", ((PlxRelationFile *) self->relations->pdata[i])->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * plx_bundle_story_bytes:
 * @self: a bundle
 * @reads_again: (element-type gboolean): by article, whether its original reads as it does
 *
 * Returns: (transfer full): what is told of the story and of where its articles are from
 */
GBytes *
plx_bundle_story_bytes (PlxBundle *self,
                        GArray    *reads_again)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *filter = plx_filter_to_string (self->parcel->filter);
  g_autofree char *today = plx_day_format (self->today);

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "title", self->parcel->title);
  plx_json_add_string (builder, "filter", filter);
  plx_json_add_string (builder, "today", today);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->parcel->documents->len; i++)
    add_article (builder, self, i, g_array_index (reads_again, gboolean, i));
  json_builder_end_array (builder);
  add_relations (builder, self);
  json_builder_end_object (builder);

  return plx_bundle_json_bytes (builder);
}

static void
add_json (JsonBuilder *builder,
          const char  *member,
          const char  *json)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_value (builder, json != NULL ? json_from_string (json, NULL)
                                                : json_node_new (JSON_NODE_NULL));
}

/**
 * plx_bundle_document_bytes:
 * @document: an article
 *
 * Returns: (transfer full): the article, in JSON
 */
GBytes *
plx_bundle_document_bytes (PlxDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *found = plx_document_dup_found (document);
  g_autofree char *blocks = plx_document_dup_blocks (document);
  g_autofree char *others = plx_document_dup_others (document);

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "source", document->source);
  plx_json_add_string (builder, "format", document->format);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    plx_json_add_string (builder, plx_enum_to_nick (PLX_TYPE_FIELD, i), document->fields[i]);
  add_json (builder, "found", found);
  add_json (builder, "others", others);
  add_json (builder, "blocks", blocks);
  plx_json_add_string (builder, "text", document->text->str);
  json_builder_end_object (builder);

  return plx_bundle_json_bytes (builder);
}

/**
 * plx_bundle_analysis_bytes:
 * @analysis: what was found
 *
 * Returns: (transfer full): it, in JSON
 */
GBytes *
plx_bundle_analysis_bytes (PlxAnalysis *analysis)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plx_analysis_build_json (analysis, builder, NULL, NULL, NULL);
  json_builder_end_object (builder);

  return plx_bundle_json_bytes (builder);
}

/**
 * plx_bundle_parse:
 * @bytes: (nullable): a file of a bundle
 * @name: its name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the object in it, or `NULL` with @error set
 */
JsonNode *
plx_bundle_parse (GBytes      *bytes,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (data != NULL && g_utf8_validate (data, length, NULL) &&
      json_parser_load_from_data (parser, data, length, NULL) &&
      json_parser_get_root (parser) != NULL &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return json_parser_steal_root (parser);

  g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_DAMAGED,
               bytes != NULL ? "“%s” in the bundle cannot be read: it is not what it should be."
                             : "“%s” is missing from the bundle.", name);

  return NULL;
}

static char *
dup_json (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? json_to_string (node, FALSE) : NULL;
}

/**
 * plx_bundle_parse_document:
 * @bytes: (nullable): a file of a bundle
 * @name: its name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article in it, or `NULL` with @error set
 */
PlxDocument *
plx_bundle_parse_document (GBytes      *bytes,
                           const char  *name,
                           GError     **error)
{
  g_autoptr (JsonNode) root = plx_bundle_parse (bytes, name, error);
  PlxDocumentColumns columns = { 0 };
  g_autofree char *found = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *others = NULL;
  PlxDocument *document;
  JsonObject *object;

  if (root == NULL)
    return NULL;

  object = json_node_get_object (root);
  columns.source = plx_json_get_string (object, "source");
  columns.format = plx_json_get_string (object, "format");
  columns.text = plx_json_get_string (object, "text");
  columns.found = found = dup_json (object, "found");
  columns.blocks = blocks = dup_json (object, "blocks");
  columns.others = others = dup_json (object, "others");
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    columns.fields[i] = plx_json_get_string (object, plx_enum_to_nick (PLX_TYPE_FIELD, i));

  if ((document = plx_document_from_columns (&columns)) == NULL)
    g_set_error (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_DAMAGED,
                 "“%s” in the bundle cannot be read: it is not an article.", name);

  return document;
}
