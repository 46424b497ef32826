/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-job"

#include "config.h"

#include "library/plx-job.h"

#include <glib/gi18n-lib.h>

#include "library/plx-correction-rows.h"
#include "library/plx-history.h"
#include "library/plx-merge.h"
#include "library/plx-naming-rows.h"
#include "library/plx-placement-rows.h"
#include "library/plx-rule-rows.h"

PlxJob *
plx_job_new (PlxWork work)
{
  PlxJob *self = g_new0 (PlxJob, 1);

  self->work = work;

  return self;
}

void
plx_job_free (PlxJob *self)
{
  g_free (self->text);
  g_free (self->state);
  g_free (self->label);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->filter, plx_filter_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->namings, g_ptr_array_unref);
  g_clear_pointer (&self->forget, g_ptr_array_unref);
  g_clear_pointer (&self->memberships, g_array_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->take_back, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->placements, g_ptr_array_unref);
  g_clear_pointer (&self->parcel, plx_parcel_unref);
  g_clear_pointer (&self->loaded, g_array_unref);
  g_clear_pointer (&self->report, plx_report_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
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

/* The report is made before the change is committed: if it cannot be, nothing has happened. */
static gboolean
finish_change (PlxDb   *db,
               PlxJob  *job,
               gint64   change,
               GError **error)
{
  if (!(job->report = plx_report_new_for_change (db, change, error)))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  if (change == 0)
    {
      plx_db_rollback (db);
      return TRUE;
    }

  return plx_db_commit (db, error);
}

/* One change of the user's: a transaction, recorded in the history. */
gboolean
plx_work_change (PlxDb         *db,
                 PlxJob        *job,
                 PlxWork        change_rows,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gint64 change;

  if (!plx_history_begin (db, job->label, error))
    return FALSE;

  if (!change_rows (db, job, cancellable, error) ||
      !plx_history_end (db, &change, error))
    {
      plx_db_rollback (db);
      return FALSE;
    }

  return finish_change (db, job, change, error);
}

static gboolean
add_rows (PlxDb         *db,
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
                                              error)) ||
          !plx_rows_join (db, job->story, article, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
plx_work_add (PlxDb         *db,
              PlxJob        *job,
              GCancellable  *cancellable,
              GError       **error)
{
  return plx_work_change (db, job, add_rows, cancellable, error);
}

static gboolean
document_rows (PlxDb         *db,
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

gboolean
plx_work_set_document (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return plx_work_change (db, job, document_rows, cancellable, error);
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

static gboolean
remember_rows (PlxDb         *db,
               PlxJob        *job,
               GCancellable  *cancellable,
               GError       **error)
{
  const PlxRule *rule = g_ptr_array_index (job->rules, 0);

  if (job->documents != NULL && !document_rows (db, job, cancellable, error))
    return FALSE;

  for (guint i = 0; i < job->rules->len; i++)
    if (!plx_rows_add_rule (db, g_ptr_array_index (job->rules, i), error))
      return FALSE;

  return plx_rows_apply_rules (db, rule->outlet, job->article, &job->n_changed, error) &&
         tell_articles (db, job, error);
}

gboolean
plx_work_remember (PlxDb         *db,
                   PlxJob        *job,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return plx_work_change (db, job, remember_rows, cancellable, error);
}

static gboolean
forget_rows (PlxDb         *db,
             PlxJob        *job,
             GCancellable  *cancellable,
             GError       **error)
{
  return plx_rows_remove_rule (db, job->rule, error) &&
         plx_rows_apply_rules (db, job->text, 0, &job->n_changed, error) &&
         tell_articles (db, job, error);
}

gboolean
plx_work_forget (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return plx_work_change (db, job, forget_rows, cancellable, error);
}

gboolean
plx_work_list_rules (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return (job->rules = plx_rows_list_rules (db, error)) &&
         plx_rows_count_rules (db, job->rules, error);
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

static gboolean
naming_rows (PlxDb         *db,
             PlxJob        *job,
             GCancellable  *cancellable,
             GError       **error)
{
  for (guint i = 0; job->forget != NULL && i < job->forget->len; i++)
    if (!plx_rows_remove_naming (db, ((PlxNaming *) g_ptr_array_index (job->forget, i))->id,
                                 error))
      return FALSE;

  for (guint i = 0; job->namings != NULL && i < job->namings->len; i++)
    if (!plx_rows_add_naming (db, g_ptr_array_index (job->namings, i), error))
      return FALSE;

  return TRUE;
}

gboolean
plx_work_name (PlxDb         *db,
               PlxJob        *job,
               GCancellable  *cancellable,
               GError       **error)
{
  return plx_work_change (db, job, naming_rows, cancellable, error);
}

gboolean
plx_work_list_namings (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return (job->namings = plx_rows_list_namings (db, job->story, error)) != NULL;
}

static gboolean
correction_rows (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  for (guint i = 0; job->take_back != NULL && i < job->take_back->len; i++)
    if (!plx_rows_remove_correction (db, ((PlxCorrection *) job->take_back->pdata[i])->id, error))
      return FALSE;

  for (guint i = 0; job->corrections != NULL && i < job->corrections->len; i++)
    if (!plx_rows_add_correction (db, g_ptr_array_index (job->corrections, i), error))
      return FALSE;

  return TRUE;
}

gboolean
plx_work_correct (PlxDb         *db,
                  PlxJob        *job,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return plx_work_change (db, job, correction_rows, cancellable, error);
}

gboolean
plx_work_list_corrections (PlxDb         *db,
                           PlxJob        *job,
                           GCancellable  *cancellable,
                           GError       **error)
{
  return (job->corrections = plx_rows_list_corrections (db, job->story, error)) != NULL;
}

static gboolean
note_rows (PlxDb         *db,
           PlxJob        *job,
           GCancellable  *cancellable,
           GError       **error)
{
  for (guint i = 0; i < job->notes->len; i++)
    if (!plx_rows_write_note (db, g_ptr_array_index (job->notes, i), error))
      return FALSE;

  return TRUE;
}

gboolean
plx_work_note (PlxDb         *db,
               PlxJob        *job,
               GCancellable  *cancellable,
               GError       **error)
{
  return plx_work_change (db, job, note_rows, cancellable, error);
}

gboolean
plx_work_list_notes (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return (job->notes = plx_rows_list_notes (db, job->story, error)) != NULL;
}

static gboolean
placement_rows (PlxDb         *db,
                PlxJob        *job,
                GCancellable  *cancellable,
                GError       **error)
{
  for (guint i = 0; i < job->placements->len; i++)
    if (!plx_rows_write_placement (db, g_ptr_array_index (job->placements, i), error))
      return FALSE;

  return TRUE;
}

gboolean
plx_work_place (PlxDb         *db,
                PlxJob        *job,
                GCancellable  *cancellable,
                GError       **error)
{
  return plx_work_change (db, job, placement_rows, cancellable, error);
}

gboolean
plx_work_list_placements (PlxDb         *db,
                          PlxJob        *job,
                          GCancellable  *cancellable,
                          GError       **error)
{
  return (job->placements = plx_rows_list_placements (db, job->story, error)) != NULL;
}

static gboolean
title_rows (PlxDb         *db,
            PlxJob        *job,
            GCancellable  *cancellable,
            GError       **error)
{
  return plx_rows_set_title (db, job->story, job->text, error);
}

gboolean
plx_work_rename_story (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return plx_work_change (db, job, title_rows, cancellable, error);
}

static gboolean
filter_rows (PlxDb         *db,
             PlxJob        *job,
             GCancellable  *cancellable,
             GError       **error)
{
  return plx_rows_set_filter (db, job->story, job->filter, error);
}

gboolean
plx_work_set_filter (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return plx_work_change (db, job, filter_rows, cancellable, error);
}

static gboolean
leave_rows (PlxDb         *db,
            PlxJob        *job,
            GCancellable  *cancellable,
            GError       **error)
{
  return plx_rows_leave (db, job->story, job->article, error);
}

gboolean
plx_work_leave_story (PlxDb         *db,
                      PlxJob        *job,
                      GCancellable  *cancellable,
                      GError       **error)
{
  return plx_work_change (db, job, leave_rows, cancellable, error);
}

static gboolean
remove_rows (PlxDb         *db,
             PlxJob        *job,
             GCancellable  *cancellable,
             GError       **error)
{
  return plx_rows_remove_story (db, job->story, error);
}

gboolean
plx_work_remove_story (PlxDb         *db,
                       PlxJob        *job,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return plx_work_change (db, job, remove_rows, cancellable, error);
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

  return finish_change (db, job, change, error);
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
