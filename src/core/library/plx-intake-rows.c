/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-intake"

#include "config.h"

#include "library/plx-job.h"

#include <glib/gi18n-lib.h>

#include "library/plx-history.h"
#include "library/plx-rule-rows.h"

#define DOING "Adding articles"

gboolean
plx_work_list_digests (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, DOING, "SELECT digest FROM article", error);
  if (statement == NULL)
    return FALSE;

  job->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_add (job->digests, plx_statement_dup_text (statement, 0));

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, DOING, error);

  return FALSE;
}

static gboolean
add_all (PlxDb   *db,
         PlxJob  *job,
         GArray  *all,
         GError **error)
{
  g_autoptr (GPtrArray) rules = plx_rows_list_rules (db, error);

  if (rules == NULL)
    return FALSE;

  for (guint i = 0; i < job->items->len; i++)
    {
      gboolean known;
      gint64 article = plx_rows_add_prepared (db, g_ptr_array_index (job->items, i), rules, &known,
                                              &job->n_changed, error);

      if (article == 0 ||
          (job->story != 0 && !plx_rows_join (db, job->story, article, error)))
        return FALSE;

      g_array_append_val (all, article);
      if (known)
        g_array_append_val (job->known, article);
    }

  return TRUE;
}

/* What it is called in the history grows with it. */
static char *
dup_label (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u Article", "Add %u Articles", n), n);
}

static gboolean
take_in (PlxDb   *db,
         PlxJob  *job,
         GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *label = NULL;
  gint64 change;

  if (!add_all (db, job, all, error))
    return FALSE;

  job->n_added = all->len - job->known->len;
  label = dup_label (job->series->n_added + job->n_added);
  if ((job->n_added > 0 && !plx_history_set_label (db, label, error)) ||
      !plx_history_end (db, &change, error) ||
      !(job->report = plx_report_new_for_intake (db, job->story, all, error)) ||
      !plx_db_commit (db, error))
    return FALSE;

  job->series->change = change != 0 ? change : job->series->change;
  job->series->n_added += job->n_added;
  job->series->failed = FALSE;

  return TRUE;
}

/* One batch: a transaction of its own, and a part of the change that the batches before it were
 * part of. */
gboolean
plx_work_take_in (PlxDb         *db,
                  PlxJob        *job,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *label = dup_label (job->items->len);

  job->known = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (job->series->failed)
    {
      g_set_error_literal (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
                           DOING ": those before them could not be written");
      return FALSE;
    }

  /* What it is until it has come to its end. */
  job->series->failed = TRUE;
  if (!plx_history_go_on (db, job->series->change, label, error))
    return FALSE;

  /* A change that another one came after is a change by itself, and is called so. */
  if (db->change != job->series->change)
    job->series->n_added = 0;

  if (take_in (db, job, error))
    return TRUE;

  plx_db_rollback (db);

  return FALSE;
}
