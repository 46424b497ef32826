/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-rows.h"

#include "model/plx-pack.h"

#define KEEPING "Keeping what an article was read from"
#define READING "Reading what an article was read from"

/* A file that holds little but its article costs next to nothing beside it. One that is so many
 * times as long as the article has too much else for that to matter. */
#define MOST_OF_BODY 16

/* What stands in the body as it is is found at once; of the rest there is little. */
#define LEVEL 1

static gboolean
has_original (const PlxProvenance *provenance)
{
  return provenance != NULL && provenance->sha256 != NULL && provenance->packed != NULL;
}

static gboolean
find_original (PlxDb       *db,
               const char  *sha256,
               gint64      *origin,
               GError     **error)
{
  PlxDbRequest *statement;

  statement = plx_db_borrow (db, KEEPING, "SELECT id FROM original WHERE sha256 = unhex(?)", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, sha256);

  return plx_db_look_up (db, KEEPING, statement, origin, error);
}

/**
 * plx_original_pack_beside:
 * @provenance: (nullable): what an article was read from
 * @body: what is long in the article
 *
 * Packs an original beside the body. Any thread may do it.
 *
 * Returns: (transfer full) (nullable): the original; or `NULL` where that saves nothing
 */
GBytes *
plx_original_pack_beside (PlxProvenance *provenance,
                          const PlxBody *body)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) beside = NULL;

  if (!has_original (provenance) ||
      provenance->size > MOST_OF_BODY * g_bytes_get_size (body->bytes) ||
      !(bytes = plx_original_unpack (provenance->packed, provenance->size, NULL)))
    return NULL;

  beside = plx_pack_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), body->bytes,
                         LEVEL);

  return g_bytes_get_size (beside) < g_bytes_get_size (provenance->packed)
         ? g_steal_pointer (&beside) : NULL;
}

/**
 * plx_rows_keep_original:
 * @db: a connection in a transaction
 * @provenance: (nullable): what an article was read from
 * @beside: (nullable): that, as plx_original_pack_beside() has packed it
 * @body: the number of the body beside which it is packed, or 0
 * @origin: (out): the number of the original, or 0 where there is none
 * @error: return location for an error
 *
 * Keeps the bytes that an article was read from, where they came with it. Two articles of one
 * file, and a file that was removed and comes again, have them once.
 *
 * Returns: whether they are there, or there are none
 */
gboolean
plx_rows_keep_original (PlxDb          *db,
                        PlxProvenance  *provenance,
                        GBytes         *beside,
                        gint64          body,
                        gint64         *origin,
                        GError        **error)
{
  GBytes *packed = beside != NULL ? beside : provenance != NULL ? provenance->packed : NULL;
  PlxDbRequest *statement;

  *origin = 0;
  if (!has_original (provenance))
    return TRUE;

  if (!find_original (db, provenance->sha256, origin, error))
    return FALSE;
  if (*origin != 0)
    return TRUE;

  statement = plx_db_borrow (db, KEEPING, "INSERT INTO original (sha256, size, body, packed)"
                             " VALUES (unhex(?1), ?2, ?3, ?4)", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, provenance->sha256);
  sqlite3_bind_int64 (statement, 2, provenance->size);
  if (beside != NULL)
    sqlite3_bind_int64 (statement, 3, body);
  sqlite3_bind_blob64 (statement, 4, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed),
                       SQLITE_STATIC);
  if (!plx_db_finish (db, KEEPING, statement, error))
    return FALSE;

  *origin = sqlite3_last_insert_rowid (db->handle);

  return TRUE;
}

/**
 * plx_rows_bind_origin:
 * @statement: a statement
 * @first: the first of two parameters: the original, whether it is a record
 * @origin: the number of an original, or 0
 * @provenance: (nullable): what an article was read from
 *
 * Binds what is to be told of an original with its article: nothing, where its bytes are not kept.
 */
void
plx_rows_bind_origin (PlxDbRequest  *statement,
                      int            first,
                      gint64         origin,
                      PlxProvenance *provenance)
{
  if (origin == 0)
    return;

  sqlite3_bind_int64 (statement, first, origin);
  sqlite3_bind_int (statement, first + 1, provenance->is_record);
}

/**
 * plx_rows_add_original:
 * @db: a connection in a transaction
 * @article: an article
 * @provenance: (nullable): what it was read from
 * @error: return location for an error
 *
 * Keeps what an article was read from that came in before originals were kept.
 *
 * Returns: whether it was written, or there was nothing to write
 */
gboolean
plx_rows_add_original (PlxDb          *db,
                       gint64          article,
                       PlxProvenance  *provenance,
                       GError        **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  gint64 origin;

  if (!has_original (provenance))
    return TRUE;
  if (!plx_rows_keep_original (db, provenance, NULL, 0, &origin, error))
    return FALSE;

  statement = plx_db_prepare (db, KEEPING,
                              "UPDATE article SET (origin, original_is_record) = (?1, ?2)"
                              " WHERE id = ?3 AND origin IS NULL", error);
  if (statement == NULL)
    return FALSE;

  plx_rows_bind_origin (statement, 1, origin, provenance);
  sqlite3_bind_int64 (statement, 3, article);

  return plx_db_finish (db, KEEPING, statement, error);
}

static GBytes *
unpack_beside (PlxDb   *db,
               GBytes  *packed,
               gint64   size,
               gint64   body_id)
{
  g_autoptr (PlxBody) body = plx_rows_read_body (db, body_id, NULL);

  if (body == NULL || size < 0)
    return NULL;

  return plx_unpack (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), body->bytes, size,
                     NULL);
}

/* The bytes of a row, if they are what they were. */
static GBytes *
unpack (PlxDb         *db,
        PlxDbRequest  *statement,
        const char    *sha256,
        GError       **error)
{
  const gint64 size = sqlite3_column_int64 (statement, 0);
  const gint64 body = sqlite3_column_int64 (statement, 1);
  g_autoptr (GBytes) packed = g_bytes_new (sqlite3_column_blob (statement, 2),
                                           sqlite3_column_bytes (statement, 2));
  g_autoptr (GBytes) bytes = body != 0 ? unpack_beside (db, packed, size, body)
                                       : plx_original_unpack (packed, size, NULL);
  g_autofree char *is = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes)
                                      : NULL;

  if (g_strcmp0 (is, sha256) == 0)
    return g_steal_pointer (&bytes);

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
               "%s: what is kept in %s is not what came in", READING, db->path);

  return NULL;
}

/**
 * plx_rows_read_original:
 * @db: a connection
 * @sha256: the SHA-256 of a file or record
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes, checked; or `NULL` on error
 */
GBytes *
plx_rows_read_original (PlxDb       *db,
                        const char  *sha256,
                        GError     **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, READING,
                              "SELECT size, body, packed FROM original WHERE sha256 = unhex(?)",
                              error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, sha256);
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    return unpack (db, statement, sha256, error);

  if (rc == SQLITE_DONE)
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                 "%s: it is not in the library", READING);
  else
    plx_db_take_error (db, READING, error);

  return NULL;
}
