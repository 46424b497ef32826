/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sheet/plx-sheet-plan.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_COMPOSER (plx_sheet_composer_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetComposer, plx_sheet_composer, PLX, SHEET_COMPOSER, AdwBin)

void          plx_sheet_composer_set_session (PlxSheetComposer *self,
                                              PlxSession       *session);
void          plx_sheet_composer_update      (PlxSheetComposer *self);
PlxSheetPlan *plx_sheet_composer_get_plan    (PlxSheetComposer *self);
void          plx_sheet_composer_set_plan    (PlxSheetComposer *self,
                                              PlxSheetPlan     *plan);

G_END_DECLS
