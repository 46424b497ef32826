/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-telling.h"

G_BEGIN_DECLS

/**
 * PlxSheetGist:
 * @title: (nullable): what its lines are about, translated
 * @lines: (element-type utf8): lines, marked
 *
 * Some lines of a summary.
 */
typedef struct
{
  const char *title;
  GPtrArray  *lines;
} PlxSheetGist;

void       plx_sheet_gist_free      (PlxSheetGist    *self);

GPtrArray *plx_sheet_summary_new    (PlxSheetTelling *telling);

/* plx-sheet-summary-voices.c */
void       plx_sheet_summary_add_voices (PlxSheetTelling *telling,
                                         GPtrArray       *lines);
/* plx-sheet-summary-left-out.c */
void       plx_sheet_summary_add_left_out (PlxSheetTelling *telling,
                                           GPtrArray       *lines);

G_END_DECLS
