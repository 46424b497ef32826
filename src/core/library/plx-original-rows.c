/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-rows.h"

#define KEEPING "Keeping what an article was read from"
#define READING "Reading what an article was read from"

static gboolean
has_original (const PlxProvenance *provenance)
{
  return provenance != NULL && provenance->sha256 != NULL && provenance->packed != NULL;
}

/**
 * plx_rows_keep_original:
 * @db: a connection in a transaction
 * @provenance: (nullable): what an article was read from
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
                        GError        **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!has_original (provenance))
    return TRUE;

  statement = plx_db_prepare (db, KEEPING,
                              "INSERT INTO original (sha256, size, packed) VALUES (?1, ?2, ?3)"
                              " ON CONFLICT (sha256) DO NOTHING", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, provenance->sha256);
  sqlite3_bind_int64 (statement, 2, provenance->size);
  sqlite3_bind_blob64 (statement, 3, g_bytes_get_data (provenance->packed, NULL),
                       g_bytes_get_size (provenance->packed), SQLITE_STATIC);

  return plx_db_finish (db, KEEPING, statement, error);
}

/**
 * plx_rows_bind_original:
 * @statement: a statement
 * @first: the first of three parameters: SHA-256, size, whether it is a record
 * @provenance: (nullable): what an article was read from
 *
 * Binds what is to be told of an original with its article: nothing, where its bytes are not kept.
 */
void
plx_rows_bind_original (PlxDbRequest  *statement,
                        int            first,
                        PlxProvenance *provenance)
{
  if (!has_original (provenance))
    return;

  plx_statement_bind_text (statement, first, provenance->sha256);
  sqlite3_bind_int64 (statement, first + 1, provenance->size);
  sqlite3_bind_int (statement, first + 2, provenance->is_record);
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

  if (!has_original (provenance))
    return TRUE;
  if (!plx_rows_keep_original (db, provenance, error))
    return FALSE;

  statement = plx_db_prepare (db, KEEPING,
                              "UPDATE article SET (original, original_size, original_is_record)"
                              " = (?1, ?2, ?3) WHERE id = ?4 AND original IS NULL", error);
  if (statement == NULL)
    return FALSE;

  plx_rows_bind_original (statement, 1, provenance);
  sqlite3_bind_int64 (statement, 4, article);

  return plx_db_finish (db, KEEPING, statement, error);
}

/* The bytes of a row, if they are what they were. */
static GBytes *
unpack (PlxDb         *db,
        PlxDbRequest  *statement,
        const char    *sha256,
        GError       **error)
{
  g_autoptr (GBytes) packed = g_bytes_new (sqlite3_column_blob (statement, 1),
                                           sqlite3_column_bytes (statement, 1));
  g_autoptr (GBytes) bytes = plx_original_unpack (packed, sqlite3_column_int64 (statement, 0),
                                                  NULL);
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

  statement = plx_db_prepare (db, READING, "SELECT size, packed FROM original WHERE sha256 = ?",
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
