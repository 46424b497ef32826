/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-job"

#include "config.h"

#include "sheet/plx-sheet-job.h"

/**
 * PlxSheetJob:
 *
 * Work on a sheet that may take its time, such as printing it: what is done of it, and how to stop
 * it.
 *
 * The one who works reports from any thread. Who shows it looks now and then: nobody is called
 * for each page of hundreds.
 */
struct _PlxSheetJob
{
  GObject       parent_instance;

  char         *label;       /* never NULL */
  GCancellable *cancellable; /* never NULL */
  int           has_begun;   /* atomic */
  int           n_done;      /* atomic */
  int           n_all;       /* atomic; 0 while nobody knows */
};

G_DEFINE_FINAL_TYPE (PlxSheetJob, plx_sheet_job, G_TYPE_OBJECT)

static void
plx_sheet_job_finalize (GObject *object)
{
  PlxSheetJob *self = PLX_SHEET_JOB (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_sheet_job_parent_class)->finalize (object);
}

static void
plx_sheet_job_class_init (PlxSheetJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_sheet_job_finalize;
}

static void
plx_sheet_job_init (PlxSheetJob *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plx_sheet_job_new:
 * @label: what is being done, in words for the user
 *
 * Returns: (transfer full): a job of which nothing is done yet
 */
PlxSheetJob *
plx_sheet_job_new (const char *label)
{
  PlxSheetJob *self = g_object_new (PLX_TYPE_SHEET_JOB, NULL);

  self->label = g_strdup (label);

  return self;
}

const char *
plx_sheet_job_get_label (PlxSheetJob *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_JOB (self), NULL);

  return self->label;
}

/**
 * plx_sheet_job_get_cancellable:
 * @self: a job
 *
 * Returns: (transfer none): what stops it
 */
GCancellable *
plx_sheet_job_get_cancellable (PlxSheetJob *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_JOB (self), NULL);

  return self->cancellable;
}

/**
 * plx_sheet_job_begin:
 * @self: a job
 *
 * Tells that the work begins: until then the user was asked how he wants it. May be called on any
 * thread.
 */
void
plx_sheet_job_begin (PlxSheetJob *self)
{
  g_return_if_fail (PLX_IS_SHEET_JOB (self));

  g_atomic_int_set (&self->has_begun, TRUE);
}

gboolean
plx_sheet_job_has_begun (PlxSheetJob *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_JOB (self), FALSE);

  return g_atomic_int_get (&self->has_begun);
}

/**
 * plx_sheet_job_get_fraction:
 * @self: a job
 *
 * Returns: how much is done, from 0 to 1, or -1 while nobody knows
 */
double
plx_sheet_job_get_fraction (PlxSheetJob *self)
{
  int n_done, n_all;

  g_return_val_if_fail (PLX_IS_SHEET_JOB (self), -1);

  n_done = g_atomic_int_get (&self->n_done);
  n_all = g_atomic_int_get (&self->n_all);

  return n_all > 0 ? CLAMP ((double) n_done / n_all, 0, 1) : -1;
}

/**
 * plx_sheet_job_report:
 * @self: a job
 * @n_done: how many pages, or whatever it is, are done
 * @n_all: how many there are
 *
 * Tells how far the work is. May be called on any thread.
 */
void
plx_sheet_job_report (PlxSheetJob *self,
                      guint        n_done,
                      guint        n_all)
{
  g_return_if_fail (PLX_IS_SHEET_JOB (self));

  g_atomic_int_set (&self->n_done, n_done);
  g_atomic_int_set (&self->n_all, n_all);
}
