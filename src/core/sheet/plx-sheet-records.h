/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relations.h"
#include "sheet/plx-sheet-writer.h"

G_BEGIN_DECLS

/**
 * PlxSheetRecords:
 *
 * On whose word a section says how countries stand: each is told once, at the end, and has a
 * letter, since figures are the numbers of sources.
 */
typedef struct _PlxSheetRecords PlxSheetRecords;

PlxSheetRecords *plx_sheet_records_new      (void);
void             plx_sheet_records_free     (PlxSheetRecords       *self);

guint            plx_sheet_records_add      (PlxSheetRecords       *self,
                                             const char            *record);
char            *plx_sheet_records_dup_mark (guint                  place);
void             plx_sheet_records_write    (const PlxSheetRecords *self,
                                             const PlxRelationInfo *relation,
                                             PlxSheetWriter        *writer);

char            *plx_sheet_record_dup_since (PlxStatus              status,
                                             PlxDay                 since);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetRecords, plx_sheet_records_free)

G_END_DECLS
