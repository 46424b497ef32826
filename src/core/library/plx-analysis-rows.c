/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-analysis-variant.h"
#include "library/plx-job.h"

/* For each story the last few are kept: who undoes a change finds the analysis of before. What
 * starts with “state:” is no analysis, but how somebody has left a view of the story. */
#define N_KEPT "6"
#define IS_ANALYSIS "story = ?1 AND key NOT LIKE 'state:%'"

static gboolean
save_rows (PlxDb   *db,
           PlxJob  *job,
           GError **error)
{
  const char *doing = "Keeping an analysis";
  g_autoptr (GBytes) bytes = plx_analysis_to_bytes (job->analysis);
  g_autoptr (PlxDbRequest) save = NULL;
  g_autoptr (PlxDbRequest) prune = NULL;

  save = plx_db_prepare (db, doing,
                         "INSERT OR REPLACE INTO analysis (story, key, data) VALUES (?1, ?2, ?3)",
                         error);
  prune = save == NULL ? NULL
    : plx_db_prepare (db, doing,
                      "DELETE FROM analysis WHERE " IS_ANALYSIS " AND id NOT IN (SELECT id FROM"
                      " analysis WHERE " IS_ANALYSIS " ORDER BY id DESC LIMIT " N_KEPT ")", error);
  if (prune == NULL)
    return FALSE;

  sqlite3_bind_int64 (save, 1, job->story);
  plx_statement_bind_text (save, 2, job->text);
  sqlite3_bind_blob64 (save, 3, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       SQLITE_STATIC);
  sqlite3_bind_int64 (prune, 1, job->story);

  return plx_db_finish (db, doing, save, error) && plx_db_finish (db, doing, prune, error);
}

gboolean
plx_work_save_analysis (PlxDb         *db,
                        PlxJob        *job,
                        GCancellable  *cancellable,
                        GError       **error)
{
  if (!plx_db_begin (db, error))
    return FALSE;

  if (!save_rows (db, job, error))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  return plx_db_commit (db, error);
}

static GBytes *
read_bytes (PlxDb   *db,
            PlxJob  *job,
            GError **error)
{
  const char *doing = "Reading an analysis";
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing, "SELECT data FROM analysis WHERE story = ? AND key = ?",
                              error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, job->story);
  plx_statement_bind_text (statement, 2, job->text);
  rc = sqlite3_step (statement);

  if (rc == SQLITE_ROW)
    return g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));

  if (rc == SQLITE_DONE)
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                 "%s: there is none of this state of the story", doing);
  else
    plx_db_take_error (db, doing, error);

  return NULL;
}

gboolean
plx_work_load_analysis (PlxDb         *db,
                        PlxJob        *job,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GBytes) bytes = read_bytes (db, job, error);

  if (bytes == NULL)
    return FALSE;

  if (!(job->analysis = plx_analysis_from_bytes (bytes, job->documents)))
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                 "Reading an analysis: what is kept in %s does not fit the articles", db->path);

  return job->analysis != NULL;
}
