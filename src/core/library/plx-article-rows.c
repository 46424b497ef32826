/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-rows.h"

#include <json-glib/json-glib.h>

/* The columns of a field, in the order of PlxField. */
#define FIELD_COLUMNS "headline, standfirst, author, outlet, published, language, address," \
                      " section, agency, dateline"

G_STATIC_ASSERT (PLX_N_FIELDS == 10);

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

/* Numbers are written as words, so that values may be added to the enumerations. */
static char *
blocks_to_json (PlxDocument *document)
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

static char *
found_to_json (PlxDocument *document)
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

/* [[field, value, where it was found], …], or `NULL` for none. */
static char *
others_to_json (PlxDocument *document)
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
add_fields (PlxDocument  *document,
            PlxDbRequest *statement,
            int           first_column,
            const char   *found_json)
{
  g_autoptr (JsonNode) root = json_from_string (found_json, NULL);
  JsonObject *found;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  found = json_node_get_object (root);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      g_autofree char *value = plx_statement_dup_text (statement, first_column + i);
      const char *nick = plx_enum_to_nick (PLX_TYPE_FIELD, i);
      JsonNode *node = json_object_get_member (found, nick);

      plx_document_set_field (document, i, value, node ? json_node_get_string (node) : NULL);
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

/* What is not known stays so: articles of earlier releases have none of it. */
static void
add_provenance (PlxDocument  *document,
                PlxDbRequest *statement,
                int           first_column)
{
  g_autofree char *sha256 = plx_statement_dup_text (statement, first_column + 1);
  const gint64 added = sqlite3_column_int64 (statement, first_column);
  g_autoptr (PlxProvenance) provenance = NULL;

  if (added == 0 && sha256 == NULL)
    return;

  provenance = plx_provenance_new (added, sha256,
                                   MAX (sqlite3_column_int64 (statement, first_column + 2), 0),
                                   sqlite3_column_int64 (statement, first_column + 3) != 0);
  plx_document_set_provenance (document, provenance);
}

/* Every offset of a document is trusted by those who read it, so a damaged row ends here. */
static PlxDocument *
document_from_row (PlxDbRequest *statement)
{
  g_autofree char *source = plx_statement_dup_text (statement, 0);
  g_autofree char *format = plx_statement_dup_text (statement, 1);
  g_autofree char *found = plx_statement_dup_text (statement, 2);
  g_autofree char *blocks = plx_statement_dup_text (statement, 3);
  g_autofree char *text = plx_statement_dup_text (statement, 4);
  g_autofree char *others = plx_statement_dup_text (statement, 5);
  g_autoptr (PlxDocument) document = NULL;

  if (format == NULL || found == NULL || blocks == NULL || text == NULL)
    return NULL;

  document = plx_document_new (source, format);
  g_string_append (document->text, text);
  add_provenance (document, statement, 6 + PLX_N_FIELDS);

  if (!add_blocks (document, blocks) || !add_fields (document, statement, 6, found) ||
      !add_others (document, others))
    return NULL;

  return g_steal_pointer (&document);
}

/**
 * plx_rows_read_document:
 * @db: a connection
 * @article: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article's document, or `NULL` on error
 */
PlxDocument *
plx_rows_read_document (PlxDb   *db,
                        gint64   article,
                        GError **error)
{
  const char *doing = "Reading an article";
  g_autoptr (PlxDbRequest) statement = NULL;
  PlxDocument *document;
  int rc;

  statement = plx_db_prepare (db, doing,
                              "SELECT source, format, found, blocks, text, others, " FIELD_COLUMNS
                              ", added, original, original_size, original_is_record"
                              " FROM article WHERE id = ?", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, article);
  rc = sqlite3_step (statement);

  if (rc == SQLITE_DONE)
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                   "%s: the library has no article %" G_GINT64_FORMAT, doing, article);
      return NULL;
    }

  if (rc != SQLITE_ROW)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  if (!(document = document_from_row (statement)))
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                 "%s: the record of article %" G_GINT64_FORMAT " in %s is damaged",
                 doing, article, db->path);

  return document;
}

/**
 * plx_rows_list_memberships:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxMembership) (nullable): which story has which article,
 *   by article; or `NULL` on error
 */
GArray *
plx_rows_list_memberships (PlxDb   *db,
                           GError **error)
{
  const char *doing = "Listing the articles";
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (PlxMembership));
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing, "SELECT article, story FROM story_article"
                              " ORDER BY article, story", error);
  if (statement == NULL)
    return NULL;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlxMembership membership = {
        .article = sqlite3_column_int64 (statement, 0),
        .story = sqlite3_column_int64 (statement, 1),
      };

      g_array_append_val (memberships, membership);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  return g_steal_pointer (&memberships);
}

/* Where the fields stand among the parameters of the two statements below. */
#define FIRST_FIELD 4
#define AFTER_FIELDS (FIRST_FIELD + PLX_N_FIELDS)
#define LAST_PARAMETER (AFTER_FIELDS + 4)

/* All parameters but the last, which the two statements use differently. */
static void
bind_document (PlxDbRequest *statement,
               PlxDocument  *document)
{
  g_autofree char *found = found_to_json (document);
  g_autofree char *blocks = blocks_to_json (document);
  g_autofree char *others = others_to_json (document);

  sqlite3_bind_int64 (statement, 1, plx_document_get_day (document));
  plx_statement_bind_text (statement, 2, document->source);
  plx_statement_bind_text (statement, 3, document->format);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    plx_statement_bind_text (statement, FIRST_FIELD + i, document->fields[i]);
  plx_statement_bind_text (statement, AFTER_FIELDS, found);
  plx_statement_bind_text (statement, AFTER_FIELDS + 1, blocks);
  sqlite3_bind_text64 (statement, AFTER_FIELDS + 2, document->text->str, document->text->len,
                       SQLITE_TRANSIENT, SQLITE_UTF8);
  plx_statement_bind_text (statement, AFTER_FIELDS + 3, others);
}

static gint64
find_digest (PlxDb       *db,
             const char  *digest,
             gint64      *article,
             GError     **error)
{
  const char *doing = "Looking for an article";
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing, "SELECT id FROM article WHERE digest = ?", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, digest);
  rc = sqlite3_step (statement);
  *article = rc == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return FALSE;
    }

  return TRUE;
}

/* Out of a bundle, an article has come in before. */
static gint64
get_added (PlxDocument *document)
{
  if (document->provenance != NULL && document->provenance->added != 0)
    return document->provenance->added;

  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * plx_rows_add_document:
 * @db: a connection in a transaction
 * @document: a document
 * @rules: (element-type PlxRule): what is remembered of outlets
 * @error: return location for an error
 *
 * Makes an article of a document and the rules, or finds the one that was made of it. Its
 * digest is that of the document as it first came in: who adds a file again finds
 * the article with all that was mended in it.
 *
 * Returns: the article, or 0 on error
 */
gint64
plx_rows_add_document (PlxDb        *db,
                       PlxDocument  *document,
                       GPtrArray    *rules,
                       GError      **error)
{
  const char *doing = "Adding an article";
  g_autofree char *digest = plx_document_dup_digest (document);
  g_autoptr (PlxDocument) ruled = NULL;
  g_autoptr (PlxDbRequest) statement = NULL;
  gint64 article;

  if (!find_digest (db, digest, &article, error))
    return 0;

  /* One that came in before originals were kept gets its own now: it reads just the same. */
  if (article != 0)
    return plx_rows_add_original (db, article, document->provenance, error) ? article : 0;

  if (!plx_rows_keep_original (db, document->provenance, error))
    return 0;

  statement = plx_db_prepare (db, doing,
                              "INSERT INTO article (day, source, format, " FIELD_COLUMNS ","
                              " found, blocks, text, others, digest,"
                              " original, original_size, original_is_record, added)"
                              " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,"
                              " ?17,?18,?19,?20,?21,?22)", error);
  if (statement == NULL)
    return 0;

  ruled = plx_rules_dup_applied (rules, document);
  bind_document (statement, ruled);
  plx_statement_bind_text (statement, LAST_PARAMETER, digest);
  plx_rows_bind_original (statement, LAST_PARAMETER + 1, document->provenance);
  sqlite3_bind_int64 (statement, LAST_PARAMETER + 4, get_added (document));
  if (!plx_db_finish (db, doing, statement, error))
    return 0;

  return sqlite3_last_insert_rowid (db->handle);
}

/**
 * plx_rows_set_document:
 * @db: a connection in a transaction
 * @article: an article
 * @document: its text and metadata from now on
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_set_document (PlxDb        *db,
                       gint64        article,
                       PlxDocument  *document,
                       GError      **error)
{
  const char *doing = "Changing an article";
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, doing,
                              "UPDATE article SET (day, source, format, " FIELD_COLUMNS ","
                              " found, blocks, text, others) ="
                              " (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)"
                              " WHERE id = ?18",
                              error);
  if (statement == NULL)
    return FALSE;

  bind_document (statement, document);
  sqlite3_bind_int64 (statement, LAST_PARAMETER, article);
  if (!plx_db_finish (db, doing, statement, error))
    return FALSE;

  if (sqlite3_changes (db->handle) > 0)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
               "%s: the library has no article %" G_GINT64_FORMAT, doing, article);

  return FALSE;
}
