/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-sections.h"

G_BEGIN_DECLS

/**
 * PlxSheetContent:
 *
 * All that a sheet says, in sections and parts, to be written by any writer.
 *
 * What a section needs is gathered when the section is first asked for, so that the first page
 * does not wait for the last. A content may be used from any thread.
 */
typedef struct _PlxSheetContent PlxSheetContent;

typedef void (*PlxSheetProgress) (guint    done,
                                  guint    all,
                                  gpointer data);

PlxSheetContent *plx_sheet_content_new            (PlxSheetMatter         *matter,
                                                   PlxSheetPlan           *plan);
PlxSheetContent *plx_sheet_content_new_of         (PlxSheetMatter         *matter,
                                                   PlxSheetPlan           *plan,
                                                   const PlxSheetSection **sections,
                                                   guint                   n_sections);
PlxSheetContent *plx_sheet_content_ref            (PlxSheetContent        *self);
void             plx_sheet_content_unref          (PlxSheetContent        *self);

PlxSheetMatter  *plx_sheet_content_get_matter     (PlxSheetContent        *self);
PlxSheetPlan    *plx_sheet_content_get_plan       (PlxSheetContent        *self);
const char      *plx_sheet_content_get_title      (PlxSheetContent        *self);

guint            plx_sheet_content_get_n_sections (PlxSheetContent        *self);
const PlxSheetSection *
                 plx_sheet_content_get_section    (PlxSheetContent        *self,
                                                   guint                   section);
guint            plx_sheet_content_count_parts    (PlxSheetContent        *self,
                                                   guint                   section,
                                                   GCancellable           *cancellable);
void             plx_sheet_content_write_part     (PlxSheetContent        *self,
                                                   guint                   section,
                                                   guint                   part,
                                                   PlxSheetWriter         *writer);
gboolean         plx_sheet_content_write          (PlxSheetContent        *self,
                                                   PlxSheetWriter         *writer,
                                                   PlxSheetProgress        progress,
                                                   gpointer                data,
                                                   GCancellable           *cancellable,
                                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetContent, plx_sheet_content_unref)

G_END_DECLS
