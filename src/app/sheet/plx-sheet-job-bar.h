/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sheet/plx-sheet-job.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_JOB_BAR (plx_sheet_job_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetJobBar, plx_sheet_job_bar, PLX, SHEET_JOB_BAR, AdwBin)

void plx_sheet_job_bar_set_job (PlxSheetJobBar *self,
                                PlxSheetJob    *job);

G_END_DECLS
