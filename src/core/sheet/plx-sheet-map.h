/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-outlines.h"
#include "countries/plx-relations.h"
#include "model/plx-country.h"
#include "sheet/plx-sheet-matter.h"
#include "sheet/plx-sheet-writer.h"

G_BEGIN_DECLS

/**
 * PlxSheetMap:
 *
 * A map of the world for paper: by black lines and grays alone it tells how countries stand, which
 * of them a story speaks of, and how often.
 *
 * It is not changed once made, and may be drawn on any thread.
 */
typedef struct _PlxSheetMap PlxSheetMap;

PlxSheetMap *plx_sheet_map_new        (const PlxSheetMatter  *matter,
                                       const PlxRelationInfo *relation,
                                       PlxDay                 day,
                                       GPtrArray             *countries);
void         plx_sheet_map_free       (PlxSheetMap           *self);

double       plx_sheet_map_get_aspect (const PlxSheetMap     *self);
PlxMapBox    plx_sheet_map_get_box    (const PlxSheetMap     *self);
char        *plx_sheet_map_dup_words  (const PlxSheetMap     *self);
void         plx_sheet_map_draw       (const PlxSheetCanvas  *canvas,
                                       gpointer               map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetMap, plx_sheet_map_free)

G_END_DECLS
