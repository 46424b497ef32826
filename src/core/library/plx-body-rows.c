/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-body.h"

#include "library/plx-index.h"

#define KEEPING "Keeping the text of an article"
#define READING "Reading the text of an article"
#define SWEEPING "Removing what nothing refers to"

/* What the images of the history say of a column of `article`: undo and redo will want it. */
#define IN_HISTORY(column) \
  " UNION SELECT json_extract(before, '$." column "') FROM change_row WHERE tbl = 'article'" \
  " UNION SELECT json_extract(after, '$." column "') FROM change_row WHERE tbl = 'article'"

static gboolean
find_digest (PlxDb          *db,
             const PlxBody  *body,
             gint64         *id,
             GError        **error)
{
  PlxDbRequest *statement;

  statement = plx_db_borrow (db, KEEPING, "SELECT id FROM body WHERE digest = ?", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_blob (statement, 1, body->digest, sizeof body->digest, SQLITE_STATIC);

  return plx_db_look_up (db, KEEPING, statement, id, error);
}

/**
 * plx_rows_keep_body:
 * @db: a connection in a transaction
 * @body: what is long in an article; it is packed, if it was not
 * @error: return location for an error
 *
 * Keeps a body, once: who undoes a change of a text finds the one of before.
 *
 * Returns: its number, or 0 on error
 */
gint64
plx_rows_keep_body (PlxDb    *db,
                    PlxBody  *body,
                    GError  **error)
{
  PlxDbRequest *statement;
  gint64 id;

  if (!find_digest (db, body, &id, error))
    return 0;

  if (id == 0)
    {
      plx_body_pack (body);
      statement = plx_db_borrow (db, KEEPING, "INSERT INTO body (digest, packed) VALUES (?1, ?2)",
                                 error);
      if (statement == NULL)
        return 0;

      sqlite3_bind_blob (statement, 1, body->digest, sizeof body->digest, SQLITE_STATIC);
      sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (body->packed, NULL),
                           g_bytes_get_size (body->packed), SQLITE_STATIC);
      if (!plx_db_finish (db, KEEPING, statement, error))
        return 0;

      id = sqlite3_last_insert_rowid (db->handle);
    }

  plx_index_expect (db->index, id, plx_body_dup_kept (body));

  return id;
}

/**
 * plx_rows_read_body:
 * @db: a connection
 * @body: the number of a body
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the body, or `NULL` on error
 */
PlxBody *
plx_rows_read_body (PlxDb   *db,
                    gint64   body,
                    GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  PlxBody *read = NULL;
  int rc;

  statement = plx_db_prepare (db, READING, "SELECT packed FROM body WHERE id = ?", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, body);
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    read = plx_body_new_unpacked (sqlite3_column_blob (statement, 0),
                                  sqlite3_column_bytes (statement, 0), NULL);

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    plx_db_take_error (db, READING, error);
  else if (read == NULL)
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                 "%s: what is kept of it in %s is damaged", READING, db->path);

  return read;
}

/**
 * plx_rows_sweep:
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Removes the texts and originals that neither an article nor the history refers to. Deleting an
 * article leaves them where they are, so that it can come back; once nothing can bring it back
 * any more, this makes room.
 *
 * Returns: whether it was done
 */
gboolean
plx_rows_sweep (PlxDb   *db,
                GError **error)
{
  plx_index_forget (db->index);

  /* None of the lists below may hold a NULL, to which nothing is unequal. */
  return plx_db_exec (db, SWEEPING,
                      "DELETE FROM original WHERE id NOT IN (SELECT id FROM ("
                      "  SELECT origin AS id FROM article" IN_HISTORY ("origin") ")"
                      "  WHERE id IS NOT NULL);"
                      "DELETE FROM body WHERE id NOT IN (SELECT id FROM ("
                      "  SELECT body AS id FROM article" IN_HISTORY ("body")
                      "  UNION SELECT body FROM original) WHERE id IS NOT NULL);"
                      "DELETE FROM body_country WHERE body NOT IN (SELECT id FROM body);", error);
}
