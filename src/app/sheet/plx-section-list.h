/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sheet/plx-sheet-plan.h"

G_BEGIN_DECLS

#define PLX_TYPE_SECTION_LIST (plx_section_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxSectionList, plx_section_list, PLX, SECTION_LIST, AdwBin)

void plx_section_list_set_plan (PlxSectionList *self,
                                PlxSheetPlan   *plan);

G_END_DECLS
