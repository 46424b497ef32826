/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-plan.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_PLANS (plx_sheet_plans_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetPlans, plx_sheet_plans, PLX, SHEET_PLANS, GObject)

PlxSheetPlans *plx_sheet_plans_new (PlxSession *session);

PlxSheetPlan *plx_sheet_plans_get          (PlxSheetPlans *self);
void          plx_sheet_plans_set          (PlxSheetPlans *self,
                                            PlxSheetPlan  *plan);
void          plx_sheet_plans_keep         (PlxSheetPlans *self);
void          plx_sheet_plans_reset        (PlxSheetPlans *self);
void          plx_sheet_plans_make_default (PlxSheetPlans *self);

G_END_DECLS
