/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-job.h"

/* How somebody has left a view of a story. It is kept beside what was computed for the story, since
 * it is no part of the history either. */

#define KEEPING "Keeping how a story is shown"
#define READING "Reading how a story is shown"

static PlxDbRequest *
prepare (PlxDb       *db,
         PlxJob      *job,
         const char  *doing,
         const char  *sql,
         GError     **error)
{
  g_autofree char *key = g_strconcat ("state:", job->text, NULL);
  PlxDbRequest *statement = plx_db_prepare (db, doing, sql, error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, job->story);
  plx_statement_bind_text (statement, 2, key);

  return statement;
}

gboolean
plx_work_save_state (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  /* The story may have been removed meanwhile. */
  statement = prepare (db, job, KEEPING,
                       "INSERT OR REPLACE INTO analysis (story, key, data)"
                       " SELECT id, ?2, CAST(?3 AS BLOB) FROM story WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 3, job->state);

  return plx_db_finish (db, KEEPING, statement, error);
}

gboolean
plx_work_load_state (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = prepare (db, job, READING,
                       "SELECT CAST(data AS TEXT) FROM analysis WHERE story = ?1 AND key = ?2",
                       error);
  if (statement == NULL)
    return FALSE;

  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    job->state = plx_statement_dup_text (statement, 0);
  else if (rc == SQLITE_DONE)
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                 "%s: nothing is kept of it", READING);
  else
    plx_db_take_error (db, READING, error);

  return rc == SQLITE_ROW;
}
