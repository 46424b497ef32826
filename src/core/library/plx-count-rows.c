/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-job.h"
#include "library/plx-rows.h"

/* Which countries a text mentions is kept with its body, not with the article: a body never
 * changes, so that what was counted stays true whatever is changed, undone and redone. */

#define KEEPING "Keeping which countries an article mentions"
#define LISTING "Looking for articles whose countries are not known"

static gboolean
mark_counted (PlxDb   *db,
              gint64   body,
              guint    engine,
              GError **error)
{
  g_autoptr (PlxDbRequest) clear = NULL;
  g_autoptr (PlxDbRequest) mark = NULL;

  clear = plx_db_prepare (db, KEEPING, "DELETE FROM body_country WHERE body = ?", error);
  mark = clear == NULL ? NULL
    : plx_db_prepare (db, KEEPING, "UPDATE body SET analysed = ?2 WHERE id = ?1", error);
  if (mark == NULL)
    return FALSE;

  sqlite3_bind_int64 (clear, 1, body);
  sqlite3_bind_int64 (mark, 1, body);
  sqlite3_bind_int64 (mark, 2, engine);

  return plx_db_finish (db, KEEPING, clear, error) && plx_db_finish (db, KEEPING, mark, error);
}

/**
 * plx_rows_keep_counts:
 * @db: a connection in a transaction
 * @body: the number of a body
 * @counts: which countries its kept text mentions
 * @error: return location for an error
 *
 * Keeps what was counted, in the place of what was before.
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_keep_counts (PlxDb                   *db,
                      gint64                   body,
                      const PlxCountryCounts  *counts,
                      GError                 **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!mark_counted (db, body, counts->engine, error))
    return FALSE;

  /* The body may be gone by the time. */
  statement = plx_db_prepare (db, KEEPING, "INSERT INTO body_country (body, country, n)"
                              " SELECT id, ?2, ?3 FROM body WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < counts->counts->len; i++)
    {
      const PlxCountryCount *count = &g_array_index (counts->counts, PlxCountryCount, i);

      sqlite3_bind_int64 (statement, 1, body);
      sqlite3_bind_text (statement, 2, count->country, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, count->n);
      if (!plx_db_finish (db, KEEPING, statement, error))
        return FALSE;
    }

  return TRUE;
}

void
plx_uncounted_free (PlxUncounted *self)
{
  g_clear_pointer (&self->document, plx_document_unref);
  g_clear_pointer (&self->counts, plx_country_counts_unref);
  g_free (self);
}

gboolean
plx_work_list_uncounted (PlxDb         *db,
                         PlxJob        *job,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, LISTING,
                              "SELECT b.id, max(a.id) FROM body b JOIN article a ON a.body = b.id"
                              " WHERE b.analysed < ?1 GROUP BY b.id LIMIT ?2", error);
  if (statement == NULL)
    return FALSE;

  job->items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_uncounted_free);
  sqlite3_bind_int64 (statement, 1, job->engine);
  sqlite3_bind_int64 (statement, 2, job->limit);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlxUncounted *uncounted;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      uncounted = g_new0 (PlxUncounted, 1);
      uncounted->body = sqlite3_column_int64 (statement, 0);
      uncounted->document = plx_rows_read_document (db, sqlite3_column_int64 (statement, 1), NULL);
      g_ptr_array_add (job->items, uncounted);
    }

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, LISTING, error);

  return FALSE;
}

gboolean
plx_work_save_counts (PlxDb         *db,
                      PlxJob        *job,
                      GCancellable  *cancellable,
                      GError       **error)
{
  if (!plx_db_begin (db, error))
    return FALSE;

  for (guint i = 0; i < job->items->len; i++)
    {
      const PlxUncounted *item = g_ptr_array_index (job->items, i);

      if (item->counts != NULL && !plx_rows_keep_counts (db, item->body, item->counts, error))
        {
          plx_db_rollback (db);
          return FALSE;
        }
    }

  return plx_db_commit (db, error);
}
