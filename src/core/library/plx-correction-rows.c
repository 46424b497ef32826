/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-correction-rows.h"

#include <json-glib/json-glib.h>

#define CORRECTING "Correcting a claim"
#define READING "Reading what was said of claims"
#define NOTING "Writing a note"
#define READING_NOTES "Reading the notes"

/* How many values a sentence has in the file; later releases may know more. */
#define N_VALUES 5

static char *
anchors_to_json (GPtrArray *anchors)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < anchors->len; i++)
    {
      const PlxAnchor *anchor = g_ptr_array_index (anchors, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, anchor->article);
      json_builder_add_int_value (builder, anchor->side);
      json_builder_add_int_value (builder, anchor->nth);
      json_builder_add_string_value (builder, anchor->text);
      json_builder_add_string_value (builder, anchor->says);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static PlxAnchor *
anchor_from_json (JsonNode *node)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  PlxAnchor *anchor;
  const char *text;

  if (values == NULL || json_array_get_length (values) < N_VALUES ||
      !is_number (json_array_get_element (values, 0)) ||
      !is_number (json_array_get_element (values, 1)) ||
      !is_number (json_array_get_element (values, 2)) ||
      !(text = get_string (json_array_get_element (values, 3))))
    return NULL;

  anchor = plx_anchor_new (json_array_get_int_element (values, 0), text,
                           CLAMP (json_array_get_int_element (values, 2), 0, G_MAXINT32));
  anchor->side = json_array_get_int_element (values, 1) != 0;
  anchor->says = g_strdup (get_string (json_array_get_element (values, 4)));

  return anchor;
}

/* The file may be damaged: what cannot be read says nothing. */
static void
anchors_from_json (GPtrArray  *anchors,
                   const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                                                                 : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      PlxAnchor *anchor = anchor_from_json (json_array_get_element (array, i));

      if (anchor != NULL)
        g_ptr_array_add (anchors, anchor);
    }
}

static PlxCorrection *
correction_from_row (PlxDbRequest *statement)
{
  g_autofree char *kind_nick = plx_statement_dup_text (statement, 2);
  g_autofree char *sentences = plx_statement_dup_text (statement, 3);
  g_autofree char *difference_nick = plx_statement_dup_text (statement, 4);
  g_autoptr (PlxCorrection) correction = NULL;
  int kind, difference = 0;

  if (!plx_enum_from_nick (PLX_TYPE_CORRECTION_KIND, kind_nick, &kind) ||
      (difference_nick != NULL &&
       !plx_enum_from_nick (PLX_TYPE_DIFFERENCE_KIND, difference_nick, &difference)))
    return NULL;

  correction = plx_correction_new (kind, sqlite3_column_int64 (statement, 1));
  correction->id = sqlite3_column_int64 (statement, 0);
  correction->difference = difference;
  correction->about = plx_statement_dup_text (statement, 5);
  anchors_from_json (correction->anchors, sentences);

  return plx_correction_is_whole (correction) ? g_steal_pointer (&correction) : NULL;
}

/**
 * plx_rows_list_corrections:
 * @db: a connection
 * @story: a story
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxCorrection) (nullable): what was said of its claims,
 *   the oldest first; or `NULL` on error
 */
GPtrArray *
plx_rows_list_corrections (PlxDb   *db,
                           gint64   story,
                           GError **error)
{
  g_autoptr (GPtrArray) corrections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_correction_free);
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, READING,
                              "SELECT id, story, kind, sentences, difference, about"
                              " FROM correction WHERE story = ? ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, story);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlxCorrection *correction = correction_from_row (statement);

      if (correction != NULL)
        g_ptr_array_add (corrections, correction);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, READING, error);
      return NULL;
    }

  return g_steal_pointer (&corrections);
}

static gboolean
has_story (PlxDb       *db,
           const char  *doing,
           gint64       story,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM story WHERE id = %"
                                          G_GINT64_FORMAT ")", story);
  gint64 exists;

  if (!plx_db_get_int (db, doing, sql, &exists, error))
    return FALSE;

  if (exists == 0)
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                 "%s: the library has no story %" G_GINT64_FORMAT, doing, story);

  return exists != 0;
}

/**
 * plx_rows_add_correction:
 * @db: a connection in a transaction
 * @correction: what the user says
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_add_correction (PlxDb                *db,
                         const PlxCorrection  *correction,
                         GError              **error)
{
  g_autofree char *sentences = anchors_to_json (correction->anchors);
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!has_story (db, CORRECTING, correction->story, error))
    return FALSE;

  statement = plx_db_prepare (db, CORRECTING,
                              "INSERT INTO correction (story, kind, sentences, difference, about)"
                              " VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, correction->story);
  plx_statement_bind_text (statement, 2, plx_enum_to_nick (PLX_TYPE_CORRECTION_KIND,
                                                           correction->kind));
  plx_statement_bind_text (statement, 3, sentences);
  if (correction->kind == PLX_CORRECTION_DISMISS)
    {
      plx_statement_bind_text (statement, 4, plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND,
                                                               correction->difference));
      plx_statement_bind_text (statement, 5, correction->about);
    }

  return plx_db_finish (db, CORRECTING, statement, error);
}

static gboolean
delete_row (PlxDb       *db,
            const char  *doing,
            const char  *sql,
            gint64       id,
            GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, doing, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);

  return plx_db_finish (db, doing, statement, error);
}

/**
 * plx_rows_remove_correction:
 * @db: a connection in a transaction
 * @correction: a correction's number
 * @error: return location for an error
 *
 * Returns: whether it is not there any more
 */
gboolean
plx_rows_remove_correction (PlxDb   *db,
                            gint64   correction,
                            GError **error)
{
  return delete_row (db, "Taking back what was said of a claim",
                     "DELETE FROM correction WHERE id = ?", correction, error);
}

static PlxNote *
note_from_row (PlxDbRequest *statement)
{
  g_autofree char *sentences = plx_statement_dup_text (statement, 2);
  g_autofree char *body = plx_statement_dup_text (statement, 3);
  PlxNote *note = plx_note_new (sqlite3_column_int64 (statement, 1), body);

  note->id = sqlite3_column_int64 (statement, 0);
  note->changed = sqlite3_column_int64 (statement, 4);
  anchors_from_json (note->anchors, sentences);

  return note;
}

/**
 * plx_rows_list_notes:
 * @db: a connection
 * @story: a story
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxNote) (nullable): the notes on its claims, the oldest
 *   first; or `NULL` on error
 */
GPtrArray *
plx_rows_list_notes (PlxDb   *db,
                     gint64   story,
                     GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_note_free);
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, READING_NOTES,
                              "SELECT id, story, sentences, body, changed FROM note"
                              " WHERE story = ? AND subject = 'claim' ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, story);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (notes, note_from_row (statement));

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, READING_NOTES, error);
      return NULL;
    }

  return g_steal_pointer (&notes);
}

/**
 * plx_rows_write_note:
 * @db: a connection in a transaction
 * @note: what the user has written
 * @error: return location for an error
 *
 * Adds the note, or puts it in the place of the one that has its number; an empty one goes.
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_write_note (PlxDb          *db,
                     const PlxNote  *note,
                     GError        **error)
{
  g_autofree char *sentences = anchors_to_json (note->anchors);
  g_autoptr (PlxDbRequest) statement = NULL;

  if (*note->body == '\0')
    return delete_row (db, "Removing a note", "DELETE FROM note WHERE id = ?", note->id, error);

  if (!has_story (db, NOTING, note->story, error))
    return FALSE;

  statement = plx_db_prepare (db, NOTING, note->id == 0
                              ? "INSERT INTO note (story, subject, sentences, body, changed)"
                                " VALUES (?1, 'claim', ?2, ?3, unixepoch())"
                              : "UPDATE note SET story = ?1, sentences = ?2, body = ?3,"
                                " changed = unixepoch() WHERE id = ?4", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, note->story);
  plx_statement_bind_text (statement, 2, sentences);
  plx_statement_bind_text (statement, 3, note->body);
  if (note->id != 0)
    sqlite3_bind_int64 (statement, 4, note->id);

  return plx_db_finish (db, NOTING, statement, error);
}
