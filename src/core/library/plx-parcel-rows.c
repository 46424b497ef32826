/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-job.h"
#include "library/plx-parcel.h"
#include "library/plx-rows.h"

/* What the user has said goes from library to library as the rows of its tables: whoever adds a
 * column there need not know of this file. */

#define PACKING "Packing a story"
#define UNPACKING "Adding a story"

#define ARTICLES "SELECT article FROM story_article WHERE story = ?1 AND article IN" \
                 " (SELECT id FROM article WHERE trashed IS NULL)"

/* The tables of what the user says, and which rows bear on the story ?1. */
static const struct
{
  const char *table;
  const char *where;
} kinds[] = {
  { "naming", "story = ?1 OR scope = 'library' OR article IN (" ARTICLES ")" },
  { "correction", "story = ?1" },
  { "note", "story = ?1 OR article IN (" ARTICLES ")" },
  { "placement", "story = ?1" },
};

static gboolean
is_json_column (const char *column)
{
  return g_str_equal (column, "sentences") || g_str_equal (column, "names");
}

static GStrv
list_columns (PlxDb       *db,
              const char  *doing,
              const char  *table,
              GError     **error)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing, "SELECT name FROM pragma_table_info(?) WHERE name <> 'id'"
                              " ORDER BY cid", error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, table);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_strv_builder_add (columns, (const char *) sqlite3_column_text (statement, 0));

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  return g_strv_builder_end (columns);
}

/* SQL for the rows of a table as JSON objects, without their numbers and the story's. What was
 * said of the whole library comes first: it is to be narrowed, and gives way to what was said of
 * less. */
static char *
select_sql (const char         *table,
            const char         *where,
            const char * const *columns)
{
  GString *sql = g_string_new ("SELECT json_object(");
  const char *comma = "";

  for (gsize i = 0; columns[i] != NULL; i++)
    {
      if (g_str_equal (columns[i], "story"))
        continue;
      g_string_append_printf (sql, is_json_column (columns[i]) ? "%s'%s', json(%s)"
                                                               : "%s'%s', %s",
                              comma, columns[i], columns[i]);
      comma = ", ";
    }
  g_string_append_printf (sql, ") FROM %s WHERE %s ORDER BY %s id", table, where,
                          g_str_equal (table, "naming") ? "scope <> 'library'," : "");

  return g_string_free_and_steal (sql);
}

/* The article of this number is told by another one. */
typedef gint64 (*TurnFunc) (GArray *articles,
                            gint64  id);

static gint64
to_place (GArray *articles,
          gint64  id)
{
  for (guint i = 0; i < articles->len; i++)
    if (g_array_index (articles, gint64, i) == id)
      return i + 1;

  return 0;
}

static gint64
from_place (GArray *articles,
            gint64  place)
{
  return place > 0 && place <= articles->len ? g_array_index (articles, gint64, place - 1) : 0;
}

static gboolean
is_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_INT64;
}

static void
turn_number (JsonNode *node,
             GArray   *articles,
             TurnFunc  turn)
{
  if (is_number (node))
    json_node_set_int (node, turn (articles, json_node_get_int (node)));
}

/* The article of a row, and those of its sentences: [[article, …], …]. */
static void
turn_articles (JsonObject *row,
               GArray     *articles,
               TurnFunc    turn)
{
  JsonNode *sentences = json_object_get_member (row, "sentences");
  JsonArray *array = sentences != NULL && JSON_NODE_HOLDS_ARRAY (sentences)
                     ? json_node_get_array (sentences) : NULL;

  if (json_object_has_member (row, "article"))
    turn_number (json_object_get_member (row, "article"), articles, turn);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *sentence = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_ARRAY (sentence) &&
          json_array_get_length (json_node_get_array (sentence)) > 0)
        turn_number (json_array_get_element (json_node_get_array (sentence), 0), articles, turn);
    }
}

/* What the user has said of all articles is, on its way, said of this story. */
static void
narrow_scope (JsonObject *row)
{
  if (g_strcmp0 (json_object_get_string_member_with_default (row, "scope", NULL), "library") == 0)
    json_object_set_string_member (row, "scope", "story");
}

static gboolean
load_said (PlxDb       *db,
           PlxParcel   *parcel,
           gint64       story,
           GArray      *articles,
           const char  *table,
           const char  *where,
           GError     **error)
{
  g_auto (GStrv) columns = list_columns (db, PACKING, table, error);
  g_autofree char *sql = NULL;
  g_autoptr (PlxDbRequest) statement = NULL;
  JsonArray *rows;
  int rc;

  if (columns == NULL)
    return FALSE;

  sql = select_sql (table, where, (const char * const *) columns);
  if (!(statement = plx_db_prepare (db, PACKING, sql, error)))
    return FALSE;

  rows = json_array_new ();
  json_object_set_array_member (parcel->said, table, rows);
  sqlite3_bind_int64 (statement, 1, story);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      JsonNode *node = json_from_string ((const char *) sqlite3_column_text (statement, 0), NULL);

      g_assert (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
      turn_articles (json_node_get_object (node), articles, to_place);
      narrow_scope (json_node_get_object (node));
      json_array_add_element (rows, node);
    }

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, PACKING, error);

  return FALSE;
}

static gboolean
load_states (PlxDb      *db,
             PlxParcel  *parcel,
             gint64      story,
             GError    **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, PACKING, "SELECT substr(key, 7), CAST(data AS TEXT) FROM analysis"
                              " WHERE story = ?1 AND key LIKE 'state:%'", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, story);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_insert (parcel->states, plx_statement_dup_text (statement, 0),
                         plx_statement_dup_text (statement, 1));

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, PACKING, error);

  return FALSE;
}

static gboolean
load_articles (PlxDb         *db,
               PlxParcel     *parcel,
               GArray        *articles,
               GCancellable  *cancellable,
               GError       **error)
{
  for (guint i = 0; i < articles->len; i++)
    {
      const gint64 article = g_array_index (articles, gint64, i);
      g_autoptr (PlxDocument) document = NULL;
      g_autofree char *digest = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !(document = plx_rows_read_document (db, article, error)) ||
          !(digest = plx_rows_dup_digest (db, article, error)))
        return FALSE;

      plx_parcel_add (parcel, document, digest);
    }

  return TRUE;
}

/* All of a story, as it is at one moment. */
static PlxParcel *
load_parcel (PlxDb         *db,
             gint64         story,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (PlxStoryRow) row = plx_rows_read_story (db, story, error);
  g_autoptr (PlxParcel) parcel = NULL;

  if (row == NULL)
    return NULL;

  if (!row->exists)
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                   "%s: the library has no story %" G_GINT64_FORMAT, PACKING, story);
      return NULL;
    }

  parcel = plx_parcel_new (row->title);
  plx_filter_unref (parcel->filter);
  parcel->filter = plx_filter_ref (row->filter);
  if (!load_articles (db, parcel, row->articles, cancellable, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!load_said (db, parcel, story, row->articles, kinds[i].table, kinds[i].where, error))
      return NULL;

  return load_states (db, parcel, story, error) ? g_steal_pointer (&parcel) : NULL;
}

gboolean
plx_work_load_parcel (PlxDb         *db,
                      PlxJob        *job,
                      GCancellable  *cancellable,
                      GError       **error)
{
  if (!plx_db_exec (db, PACKING, "BEGIN", error))
    return FALSE;

  job->parcel = load_parcel (db, job->story, cancellable, error);
  plx_db_rollback (db);

  return job->parcel != NULL;
}

static void
bind_node (PlxDbRequest *statement,
           int           index,
           JsonNode     *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;

  if (!JSON_NODE_HOLDS_VALUE (node))
    {
      g_autofree char *json = json_to_string (node, FALSE);

      plx_statement_bind_text (statement, index, json);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    plx_statement_bind_text (statement, index, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    sqlite3_bind_double (statement, index, json_node_get_double (node));
  else
    sqlite3_bind_int64 (statement, index, json_node_get_int (node));
}

/* Columns that this library does not know are passed over; those that the parcel does not know
 * are as they are where nothing was said. */
static gboolean
add_row (PlxDb               *db,
         const char          *table,
         const char * const  *columns,
         JsonObject          *row,
         gint64               story,
         GError             **error)
{
  const gboolean of_article = is_number (json_object_get_member (row, "article"));
  g_autoptr (PlxDbRequest) statement = NULL;
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");
  g_autoptr (GString) values = g_string_new (NULL);
  int n = 0;

  g_string_append_printf (sql, "%s (", table);
  for (gsize i = 0; columns[i] != NULL; i++)
    {
      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", columns[i]);
      g_string_append_printf (values, "%s?%d", i > 0 ? ", " : "", ++n);
    }
  g_string_append_printf (sql, ") VALUES (%s)", values->str);

  if (!(statement = plx_db_prepare (db, UNPACKING, sql->str, error)))
    return FALSE;

  for (gsize i = 0; columns[i] != NULL; i++)
    if (!g_str_equal (columns[i], "story"))
      bind_node (statement, i + 1, json_object_get_member (row, columns[i]));
    else if (!of_article || !g_str_equal (table, "naming"))
      sqlite3_bind_int64 (statement, i + 1, story);

  return plx_db_finish (db, UNPACKING, statement, error);
}

static gboolean
add_said (PlxDb       *db,
          PlxParcel   *parcel,
          const char  *table,
          gint64       story,
          GArray      *articles,
          GError     **error)
{
  JsonArray *rows = plx_parcel_get_said (parcel, table);
  g_auto (GStrv) columns = list_columns (db, UNPACKING, table, error);

  if (columns == NULL)
    return FALSE;

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      g_autoptr (JsonNode) copy = NULL;
      g_autofree char *text = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;

      /* A copy of its own: json_node_copy() shares what is in it. */
      text = json_to_string (node, FALSE);
      copy = json_from_string (text, NULL);
      turn_articles (json_node_get_object (copy), articles, from_place);
      if (!add_row (db, table, (const char * const *) columns, json_node_get_object (copy), story,
                    error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_states (PlxDb      *db,
            PlxParcel  *parcel,
            gint64      story,
            GError    **error)
{
  GHashTableIter iter;
  gpointer view, state;

  g_hash_table_iter_init (&iter, parcel->states);
  while (g_hash_table_iter_next (&iter, &view, &state))
    {
      g_autofree char *key = g_strconcat ("state:", (const char *) view, NULL);
      g_autoptr (PlxDbRequest) statement = NULL;

      statement = plx_db_prepare (db, UNPACKING, "INSERT OR REPLACE INTO analysis"
                                  " (story, key, data) VALUES (?1, ?2, CAST(?3 AS BLOB))", error);
      if (statement == NULL)
        return FALSE;

      sqlite3_bind_int64 (statement, 1, story);
      plx_statement_bind_text (statement, 2, key);
      plx_statement_bind_text (statement, 3, state);
      if (!plx_db_finish (db, UNPACKING, statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
plx_work_add_parcel (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  PlxParcel *parcel = job->parcel;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!(job->story = plx_rows_add_story (db, parcel->title, error)) ||
      !plx_rows_set_filter (db, job->story, parcel->filter, error))
    return FALSE;

  for (guint i = 0; i < parcel->documents->len; i++)
    {
      gint64 article;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !(article = plx_rows_add_as_it_is (db, parcel->documents->pdata[i],
                                             parcel->digests->pdata[i], error)) ||
          !plx_rows_join (db, job->story, article, error))
        return FALSE;
      g_array_append_val (articles, article);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!add_said (db, parcel, kinds[i].table, job->story, articles, error))
      return FALSE;

  return add_states (db, parcel, job->story, error);
}
