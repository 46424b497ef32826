/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-content.h"

/* A writer that writes down what it is told, a thing a line, so that a test can say what a sheet
 * says. Words are dressed as [bold], {that another has otherwise}, ^2¶4 for a citation and
 * <words|target> for a link; cells stand between bars. */

char  *sheet_recorder_dup_text    (const PlxSheetText *text);
char  *sheet_recorder_write       (PlxSheetMatter     *matter,
                                   PlxSheetPlan       *plan,
                                   const char         *section,
                                   guint               n_columns);
