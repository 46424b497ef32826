/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-db"

#include "config.h"

#include "library/plx-db.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "library/plx-body.h"
#include "library/plx-index.h"

/* The step of the schema after which texts are kept in bodies: those of the articles, and those in
 * the images of the history, which tell only what a change has changed. */

#define DOING "Bringing the library up to date"

typedef enum
{
  PART_FOUND,
  PART_BLOCKS,
  PART_OTHERS,
  PART_TEXT,
} Part;

#define N_PARTS (PART_TEXT + 1)

static const char * const part_names[] = { "found", "blocks", "others", "text" };

G_STATIC_ASSERT (G_N_ELEMENTS (part_names) == N_PARTS);

/* What was long in an article at some time of its history. */
typedef struct
{
  char *parts[N_PARTS]; /* nullable */
} State;

static void
state_clear (State *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

static gint64
keep_state (PlxDb        *db,
            const State  *state,
            GError      **error)
{
  const char *found = state->parts[PART_FOUND] != NULL ? state->parts[PART_FOUND] : "{}";
  const char *blocks = state->parts[PART_BLOCKS] != NULL ? state->parts[PART_BLOCKS] : "[]";
  const char *text = state->parts[PART_TEXT] != NULL ? state->parts[PART_TEXT] : "";
  g_autoptr (PlxBody) body = plx_body_new_for_parts (found, blocks, state->parts[PART_OTHERS],
                                                     text, strlen (text));

  return plx_rows_keep_body (db, body, error);
}

/* The state after what an image tells of it; what it does not tell stays. */
static void
state_overlay (State      *self,
               JsonObject *image)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (json_object_has_member (image, part_names[i]))
      {
        JsonNode *node = json_object_get_member (image, part_names[i]);
        const char *part = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

        g_set_str (&self->parts[i], part);
      }
}

static gboolean
tells_of_body (JsonObject *image)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (json_object_has_member (image, part_names[i]))
      return TRUE;

  return FALSE;
}

/* The number of the original that an image names by its SHA-256. */
static gboolean
turn_original (PlxDb       *db,
               JsonObject  *image,
               GError     **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  json_object_remove_member (image, "original_size");
  if (!json_object_has_member (image, "original"))
    return TRUE;

  statement = plx_db_prepare (db, DOING, "SELECT id FROM original WHERE sha256 = unhex(?)", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1,
                           json_object_get_string_member_with_default (image, "original", NULL));
  rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    {
      plx_db_take_error (db, DOING, error);
      return FALSE;
    }

  json_object_remove_member (image, "original");
  if (rc == SQLITE_ROW)
    json_object_set_int_member (image, "origin", sqlite3_column_int64 (statement, 0));
  else
    json_object_set_null_member (image, "origin");

  return TRUE;
}

/* An image of now for one of before, where @state is that of the article at its time. */
static char *
dup_turned (PlxDb        *db,
            JsonObject   *image,
            const State  *state,
            GError      **error)
{
  g_autoptr (JsonNode) node = NULL;

  if (tells_of_body (image))
    {
      const gint64 body = keep_state (db, state, error);

      if (body == 0)
        return NULL;

      for (guint i = 0; i < N_PARTS; i++)
        json_object_remove_member (image, part_names[i]);
      json_object_set_int_member (image, "body", body);
    }

  if (!turn_original (db, image, error))
    return NULL;

  node = json_node_init_object (json_node_alloc (), image);

  return json_to_string (node, FALSE);
}

static gboolean
write_image (PlxDb       *db,
             gint64       row,
             const char  *column,
             const char  *image,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE change_row SET %s = ?1 WHERE id = ?2", column);
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, DOING, sql, error);

  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, image);
  sqlite3_bind_int64 (statement, 2, row);

  return plx_db_finish (db, DOING, statement, error);
}

typedef struct
{
  gint64      id;
  JsonObject *before; /* nullable */
  JsonObject *after;  /* nullable */
} ImageRow;

static void
image_row_free (gpointer data)
{
  ImageRow *self = data;

  g_clear_pointer (&self->before, json_object_unref);
  g_clear_pointer (&self->after, json_object_unref);
  g_free (self);
}

static JsonObject *
read_image (PlxDbRequest *statement,
            int           column)
{
  g_autofree char *text = plx_statement_dup_text (statement, column);
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

static gpointer
image_row_read (PlxDbRequest *statement)
{
  ImageRow *self = g_new0 (ImageRow, 1);

  self->id = sqlite3_column_int64 (statement, 0);
  self->before = read_image (statement, 1);
  self->after = read_image (statement, 2);

  return self;
}

static GPtrArray *
list_images (PlxDb       *db,
             gint64       article,
             const char  *which,
             GError     **error)
{
  g_autofree char *sql = g_strconcat ("SELECT r.id, r.before, r.after FROM change_row r"
                                      " JOIN change c ON c.id = r.change"
                                      " WHERE r.tbl = 'article' AND r.row = ? AND ", which, NULL);
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, DOING, sql, error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, article);

  return plx_db_list (db, DOING, statement, image_row_read, image_row_free, error);
}

/* Turns the two images of a row. On the way to the past, @near is the one after the change, and
 * @far the one before it; on the way to what was undone it is the other way round. An article that
 * there is not has no state: then the image has all of it. */
static gboolean
turn_images (PlxDb           *db,
             const ImageRow  *row,
             gboolean         to_past,
             State           *state,
             GError         **error)
{
  JsonObject *near = to_past ? row->after : row->before;
  JsonObject *far = to_past ? row->before : row->after;
  g_autofree char *near_image = NULL;
  g_autofree char *far_image = NULL;

  if (near != NULL)
    {
      state_overlay (state, near);
      if (!(near_image = dup_turned (db, near, state, error)) ||
          !write_image (db, row->id, to_past ? "after" : "before", near_image, error))
        return FALSE;
    }

  if (far != NULL)
    {
      state_overlay (state, far);
      if (!(far_image = dup_turned (db, far, state, error)) ||
          !write_image (db, row->id, to_past ? "before" : "after", far_image, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_state (PlxDb   *db,
            gint64   article,
            State   *state,
            GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, DOING,
                              "SELECT found, blocks, others, text FROM article WHERE id = ?",
                              error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, article);
  rc = sqlite3_step (statement);
  for (guint i = 0; rc == SQLITE_ROW && i < N_PARTS; i++)
    state->parts[i] = plx_statement_dup_text (statement, i);

  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, DOING, error);

  return FALSE;
}

static gboolean
turn_history_of (PlxDb   *db,
                 gint64   article,
                 GError **error)
{
  for (guint to_past = 0; to_past < 2; to_past++)
    {
      g_autoptr (GPtrArray) rows =
        list_images (db, article, to_past ? "c.undone = 0 ORDER BY r.id DESC"
                                          : "c.undone = 1 ORDER BY r.id", error);
      g_auto (State) state = { NULL };

      if (rows == NULL || !read_state (db, article, &state, error))
        return FALSE;

      for (guint i = 0; i < rows->len; i++)
        if (!turn_images (db, g_ptr_array_index (rows, i), to_past, &state, error))
          return FALSE;
    }

  return TRUE;
}

typedef gboolean (*ArticleFunc) (PlxDb   *db,
                                 gint64   article,
                                 GError **error);

static gboolean
for_each (PlxDb        *db,
          const char   *sql,
          ArticleFunc   func,
          GError      **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, DOING, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    if (!func (db, sqlite3_column_int64 (statement, 0), error))
      return FALSE;

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, DOING, error);

  return FALSE;
}

/* The row is made short at once, so that to drop its columns costs little. */
static gboolean
pack_article (PlxDb   *db,
              gint64   article,
              GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  g_auto (State) state = { NULL };
  gint64 body;

  if (!read_state (db, article, &state, error) || !(body = keep_state (db, &state, error)))
    return FALSE;

  statement = plx_db_prepare (db, DOING,
                              "UPDATE article SET body = ?1, text = '', blocks = '[]',"
                              " found = '{}', others = NULL, origin ="
                              " (SELECT id FROM original WHERE sha256 = unhex(article.original))"
                              " WHERE id = ?2", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, body);
  sqlite3_bind_int64 (statement, 2, article);

  return plx_db_finish (db, DOING, statement, error);
}

/**
 * plx_schema_pack_bodies:
 * @self: a connection in the transaction that brings the tables up to date
 * @error: return location for an error
 *
 * Moves all texts, those in the history as well, into bodies, and indexes them anew.
 *
 * Returns: whether it was done
 */
gboolean
plx_schema_pack_bodies (PlxDb   *self,
                        GError **error)
{
  /* The rows are collected first where they are changed on the way. */
  return for_each (self, "SELECT DISTINCT row FROM change_row WHERE tbl = 'article' ORDER BY row",
                   turn_history_of, error) &&
         for_each (self, "SELECT id FROM article ORDER BY id", pack_article, error) &&
         plx_index_rebuild (self, error);
}
