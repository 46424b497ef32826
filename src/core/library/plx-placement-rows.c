/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-saying-rows.h"

#include <json-glib/json-glib.h>
#include <math.h>

#define PLACING "Placing a name in the graph"

/* Images of the history write numbers with 15 digits: thousandths come back as they were. */
#define STEPS 1000.0

static char *
names_to_json (char **names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* The file may be damaged: what cannot be read says nothing. */
static char **
names_from_json (const char *json)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                                                                 : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (names, json_node_get_string (node));
    }

  return g_strv_builder_end (names);
}

static gpointer
placement_from_row (PlxDbRequest *statement)
{
  g_autoptr (PlxPlacement) placement = plx_placement_new (sqlite3_column_int64 (statement, 1),
                                                          NULL);
  g_autofree char *names = plx_statement_dup_text (statement, 3);
  g_autofree char *kind_nick = plx_statement_dup_text (statement, 4);
  int kind;

  if (!plx_enum_from_nick (PLX_TYPE_KIND, kind_nick, &kind))
    return NULL;

  placement->id = sqlite3_column_int64 (statement, 0);
  placement->entity = plx_statement_dup_text (statement, 2);
  placement->names = names_from_json (names);
  placement->kind = kind;
  if (sqlite3_column_type (statement, 5) != SQLITE_NULL)
    plx_placement_move (placement, sqlite3_column_double (statement, 5),
                        sqlite3_column_double (statement, 6),
                        sqlite3_column_int (statement, 7) != 0);
  placement->hidden = sqlite3_column_int (statement, 8) != 0;

  return plx_placement_is_empty (placement) ? NULL : g_steal_pointer (&placement);
}

static void
bind_entity (PlxDbRequest       *statement,
             const PlxPlacement *placement)
{
  sqlite3_bind_int64 (statement, 1, placement->story);
  plx_statement_bind_text (statement, 2, placement->entity);
  plx_statement_bind_text (statement, 3, plx_enum_to_nick (PLX_TYPE_KIND, placement->kind));
}

/* The row that a placement is to be written to: its own, or that of the same entity, which a call
 * that came just before may have added. 0 where there is none, -1 on error. */
static gint64
find_row (PlxDb               *db,
          const PlxPlacement  *placement,
          GError             **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  gint64 row = 0;
  int rc;

  statement = plx_db_prepare (db, PLACING,
                              "SELECT id FROM placement WHERE story = ?1 AND"
                              " (id = ?4 OR (entity = ?2 AND kind = ?3))"
                              " ORDER BY id = ?4 DESC, id DESC LIMIT 1", error);
  if (statement == NULL)
    return -1;

  bind_entity (statement, placement);
  sqlite3_bind_int64 (statement, 4, placement->id);
  if ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    row = sqlite3_column_int64 (statement, 0);
  else if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, PLACING, error);
      return -1;
    }

  return row;
}

/* An entity has one row; @row stays, unless it is 0. */
static gboolean
delete_rows (PlxDb               *db,
             const PlxPlacement  *placement,
             gint64               row,
             GError             **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, PLACING,
                              "DELETE FROM placement WHERE story = ?1 AND id <> ?4 AND"
                              " ((entity = ?2 AND kind = ?3) OR id = ?5)", error);
  if (statement == NULL)
    return FALSE;

  bind_entity (statement, placement);
  sqlite3_bind_int64 (statement, 4, row);
  sqlite3_bind_int64 (statement, 5, placement->id);

  return plx_db_finish (db, PLACING, statement, error);
}

static gboolean
put_row (PlxDb               *db,
         const PlxPlacement  *placement,
         gint64               row,
         GError             **error)
{
  g_autofree char *names = names_to_json (placement->names);
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, PLACING, row == 0
                              ? "INSERT INTO placement"
                                " (story, entity, names, kind, x, y, pinned, hidden)"
                                " VALUES (?1, ?2, ?4, ?3, ?5, ?6, ?7, ?8)"
                              : "UPDATE placement SET story = ?1, entity = ?2, names = ?4,"
                                " kind = ?3, x = ?5, y = ?6, pinned = ?7, hidden = ?8"
                                " WHERE id = ?9", error);
  if (statement == NULL)
    return FALSE;

  bind_entity (statement, placement);
  plx_statement_bind_text (statement, 4, names);
  if (placement->placed)
    {
      sqlite3_bind_double (statement, 5, round (placement->x * STEPS) / STEPS);
      sqlite3_bind_double (statement, 6, round (placement->y * STEPS) / STEPS);
    }
  sqlite3_bind_int (statement, 7, placement->placed && placement->pinned);
  sqlite3_bind_int (statement, 8, placement->hidden != 0);
  if (row != 0)
    sqlite3_bind_int64 (statement, 9, row);

  return plx_db_finish (db, PLACING, statement, error);
}

/* Puts the placement in the place of what was said of the same entity; one that says nothing
 * goes. */
static gboolean
write_placement (PlxDb     *db,
                 gpointer   item,
                 GError   **error)
{
  const PlxPlacement *placement = item;
  gint64 row;

  if (plx_placement_is_empty (placement))
    return delete_rows (db, placement, 0, error);

  return plx_db_has_row (db, PLACING, "story", placement->story, error) &&
         (row = find_row (db, placement, error)) >= 0 &&
         (row == 0 || delete_rows (db, placement, row, error)) &&
         put_row (db, placement, row, error);
}

const PlxSayingRows plx_placement_rows = {
  .table = "placement",
  .signal = "placements-changed",
  .reading = "Reading the places of names in the graph",
  .removing = "Forgetting the place of a name in the graph",
  .select = "SELECT id, story, entity, names, kind, x, y, pinned, hidden"
            " FROM placement WHERE story = ?1 ORDER BY id",
  .read_row = placement_from_row,
  .write = write_placement,
  .copy = (GBoxedCopyFunc) plx_placement_copy,
  .free = (GDestroyNotify) plx_placement_free,
  .id_offset = G_STRUCT_OFFSET (PlxPlacement, id),
};
