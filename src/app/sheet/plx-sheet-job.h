/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_JOB (plx_sheet_job_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetJob, plx_sheet_job, PLX, SHEET_JOB, GObject)

PlxSheetJob *plx_sheet_job_new (const char *label);

const char   *plx_sheet_job_get_label       (PlxSheetJob *self);
GCancellable *plx_sheet_job_get_cancellable (PlxSheetJob *self);
void          plx_sheet_job_begin           (PlxSheetJob *self);
gboolean      plx_sheet_job_has_begun       (PlxSheetJob *self);
double        plx_sheet_job_get_fraction    (PlxSheetJob *self);
void          plx_sheet_job_report          (PlxSheetJob *self,
                                             guint        n_done,
                                             guint        n_all);

G_END_DECLS
