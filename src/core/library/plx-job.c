/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-job"

#include "config.h"

#include "library/plx-job.h"

#include <glib/gi18n-lib.h>

#include "library/plx-history.h"
#include "library/plx-merge.h"
#include "library/plx-rule-rows.h"
#include "library/plx-saying-rows.h"
#include "library/plx-trash-rows.h"

/**
 * plx_job_new:
 * @work: what it does
 *
 * Returns: (transfer full): a job without anything to do it with
 */
PlxJob *
plx_job_new (PlxWork work)
{
  PlxJob *self = g_new0 (PlxJob, 1);

  self->work = work;

  return self;
}

/**
 * plx_job_new_for_story:
 * @work: what it does
 * @story: (nullable): with which story
 *
 * Returns: (transfer full): a job without anything else to do it with
 */
PlxJob *
plx_job_new_for_story (PlxWork   work,
                       PlxStory *story)
{
  PlxJob *self = plx_job_new (work);

  self->story = story != NULL ? plx_story_get_id (story) : 0;

  return self;
}

void
plx_job_free (PlxJob *self)
{
  g_free (self->text);
  g_clear_pointer (&self->query, plx_query_unref);
  g_free (self->state);
  g_free (self->label);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->filter, plx_filter_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->take_back, g_ptr_array_unref);
  g_clear_pointer (&self->memberships, g_array_unref);
  g_clear_pointer (&self->parcel, plx_parcel_unref);
  g_clear_pointer (&self->series, g_atomic_rc_box_release);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->digests, g_hash_table_unref);
  g_clear_pointer (&self->loaded, g_array_unref);
  g_clear_pointer (&self->stories, g_array_unref);
  g_clear_pointer (&self->articles, g_array_unref);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->report, plx_report_free);
  g_clear_error (&self->error);
  g_free (self);
}

/* The report is made before the change is committed: if it cannot be, nothing has happened. */
static gboolean
finish_change (PlxDb   *db,
               PlxJob  *job,
               gint64   first,
               gint64   last,
               GError **error)
{
  if (!(job->report = plx_report_new_for_changes (db, first, last, error)))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  if (first == 0)
    {
      plx_db_rollback (db);
      return TRUE;
    }

  return plx_db_commit (db, error);
}

/* One change of the user's: a transaction, recorded in the history. */
static gboolean
make_change (PlxJob        *self,
             PlxDb         *db,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 change;

  if (!plx_history_begin (db, self->label, error))
    return FALSE;

  if (!self->work (db, self, cancellable, error) ||
      !plx_history_end (db, &change, error))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  return finish_change (db, self, change, change, error);
}

/**
 * plx_items_copy:
 * @items: (nullable): what somebody hands to the library, and may change or free afterwards
 * @copy_item: copies one, or takes a reference
 * @free_item: frees a copy
 *
 * Returns: (transfer full): a copy for a job, empty where there is nothing
 */
GPtrArray *
plx_items_copy (GPtrArray      *items,
                GBoxedCopyFunc  copy_item,
                GDestroyNotify  free_item)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (free_item);

  for (guint i = 0; items != NULL && i < items->len; i++)
    g_ptr_array_add (copy, copy_item (g_ptr_array_index (items, i)));

  return copy;
}

/**
 * plx_job_run:
 * @self: a job
 * @db: the connection
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Does what was asked for; where the job has a label, as one change of the history.
 *
 * Returns: whether it was done; where not, nothing has changed
 */
gboolean
plx_job_run (PlxJob        *self,
             PlxDb         *db,
             GCancellable  *cancellable,
             GError       **error)
{
  return self->label != NULL ? make_change (self, db, cancellable, error)
                             : self->work (db, self, cancellable, error);
}

gboolean
plx_work_load_story (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  job->report = plx_report_new_for_story (db, job->story, error);

  return job->report != NULL;
}

/* Where no other program has written anything there is nothing to report. */
gboolean
plx_work_refresh (PlxDb         *db,
                  PlxJob        *job,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gint64 version;

  if (!plx_db_get_int (db, "Looking for changes", "PRAGMA data_version", &version, error))
    return FALSE;

  if (version == db->seen_version)
    return TRUE;

  if (!(job->report = plx_report_new_for_all (db, job->loaded, error)))
    return FALSE;

  db->seen_version = version;

  return TRUE;
}

gboolean
plx_work_add (PlxDb         *db,
              PlxJob        *job,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) rules = plx_rows_list_rules (db, error);

  if (rules == NULL ||
      (job->story == 0 && !(job->story = plx_rows_add_story (db, job->text, error))))
    return FALSE;

  for (guint i = 0; i < job->documents->len; i++)
    {
      gint64 article;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (!(article = plx_rows_add_document (db, g_ptr_array_index (job->documents, i), rules,
                                              &job->n_changed, error)) ||
          !plx_rows_join (db, job->story, article, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
plx_work_set_document (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (PlxDocument) current = plx_rows_read_document (db, job->article, error);
  g_autoptr (PlxDocument) merged = NULL;
  g_autoptr (PlxDocument) ruled = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  if (current == NULL)
    return FALSE;

  merged = plx_document_merge (g_ptr_array_index (job->documents, 0),
                               g_ptr_array_index (job->documents, 1), current);

  /* What is corrected by hand is not for rules; an article of another outlet is for others. */
  if (g_strcmp0 (merged->fields[PLX_FIELD_OUTLET], current->fields[PLX_FIELD_OUTLET]) == 0)
    return plx_rows_set_document (db, job->article, merged, error);

  if (!(rules = plx_rows_list_rules (db, error)))
    return FALSE;

  ruled = plx_rules_dup_applied (rules, merged);

  return plx_rows_set_document (db, job->article, ruled, error);
}

/* Once the rules are there, what they do is known, and told where it can be undone. */
static gboolean
tell_articles (PlxDb   *db,
               PlxJob  *job,
               GError **error)
{
  g_autofree char *label = NULL;

  if (job->n_changed == 0)
    return TRUE;

  /* Translators: an entry of the history: %1$s is such as “Always Cut This in The Paper” */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s (%2$u Article)",
                                        "%1$s (%2$u Articles)", job->n_changed),
                           job->label, job->n_changed);

  return plx_history_set_label (db, label, error);
}

gboolean
plx_work_remember (PlxDb         *db,
                   PlxJob        *job,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const PlxRule *rule = g_ptr_array_index (job->items, 0);

  if (job->documents != NULL && !plx_work_set_document (db, job, cancellable, error))
    return FALSE;

  for (guint i = 0; i < job->items->len; i++)
    if (!plx_rows_add_rule (db, g_ptr_array_index (job->items, i), error))
      return FALSE;

  return plx_rows_apply_rules (db, rule->outlet, job->article, &job->n_changed, error) &&
         tell_articles (db, job, error);
}

gboolean
plx_work_forget (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return plx_rows_remove_rule (db, job->rule, error) &&
         plx_rows_apply_rules (db, job->text, 0, &job->n_changed, error) &&
         tell_articles (db, job, error);
}

gboolean
plx_work_list_rules (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return (job->items = plx_rows_list_rules (db, error)) &&
         plx_rows_count_rules (db, job->items, error);
}

gboolean
plx_work_list_articles (PlxDb         *db,
                        PlxJob        *job,
                        GCancellable  *cancellable,
                        GError       **error)
{
  job->memberships = plx_rows_list_memberships (db, error);
  if (job->memberships == NULL)
    return FALSE;

  job->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  for (guint i = 0; i < job->memberships->len; i++)
    {
      PlxMembership *membership = &g_array_index (job->memberships, PlxMembership, i);
      PlxDocument *document;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      /* They come by article. */
      if (i > 0 && membership->article == g_array_index (job->memberships, PlxMembership,
                                                         i - 1).article)
        {
          membership->document = job->documents->len - 1;
          continue;
        }
      if (!(document = plx_rows_read_document (db, membership->article, error)))
        return FALSE;
      membership->document = job->documents->len;
      g_ptr_array_add (job->documents, document);
    }

  return TRUE;
}

gboolean
plx_work_say (PlxDb         *db,
              PlxJob        *job,
              GCancellable  *cancellable,
              GError       **error)
{
  return plx_rows_say (db, job->saying, job->items, job->take_back, error);
}

gboolean
plx_work_list_said (PlxDb         *db,
                    PlxJob        *job,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return (job->items = plx_rows_list_said (db, job->saying, job->story, error)) != NULL;
}

gboolean
plx_work_rename_story (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return plx_rows_set_title (db, job->story, job->text, error);
}

gboolean
plx_work_set_filter (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return plx_rows_set_filter (db, job->story, job->filter, error);
}

gboolean
plx_work_leave_story (PlxDb         *db,
                      PlxJob        *job,
                      GCancellable  *cancellable,
                      GError       **error)
{
  gboolean trashed;

  if (!plx_rows_leave (db, job->story, job->article, &trashed, error))
    return FALSE;

  job->n_changed = trashed ? 1 : 0;

  return !trashed || plx_history_set_label (db, _("Move Article to Trash"), error);
}

gboolean
plx_work_remove_story (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return plx_rows_trash_story (db, job->story, error);
}

static gboolean
go_one_step (PlxDb           *db,
             PlxJob          *job,
             PlxHistoryStep   step,
             GError         **error)
{
  gint64 change;

  if (!plx_db_begin (db, error))
    return FALSE;

  if (!plx_history_step (db, step, &change, error))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  return finish_change (db, job, change, change, error);
}

gboolean
plx_work_undo (PlxDb         *db,
               PlxJob        *job,
               GCancellable  *cancellable,
               GError       **error)
{
  return go_one_step (db, job, PLX_HISTORY_UNDO, error);
}

gboolean
plx_work_redo (PlxDb         *db,
               PlxJob        *job,
               GCancellable  *cancellable,
               GError       **error)
{
  return go_one_step (db, job, PLX_HISTORY_REDO, error);
}

gboolean
plx_work_list_history (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return (job->items = plx_history_list (db, error)) != NULL;
}

gboolean
plx_work_travel (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gint64 first, last;

  if (!plx_db_begin (db, error))
    return FALSE;

  if (!plx_history_travel (db, job->change, job->after, &first, &last, error))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  return finish_change (db, job, first, last, error);
}
