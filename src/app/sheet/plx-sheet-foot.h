/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sheet/plx-sheet-preview.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_FOOT (plx_sheet_foot_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetFoot, plx_sheet_foot, PLX, SHEET_FOOT, AdwBin)

void plx_sheet_foot_set_preview (PlxSheetFoot    *self,
                                 PlxSheetPreview *preview);
void plx_sheet_foot_ask_page    (PlxSheetFoot    *self);

G_END_DECLS
