/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-lines.h"
#include "sheet/plx-sheet-matter.h"

G_BEGIN_DECLS

/**
 * PlxSheetNotes:
 *
 * The footnotes of a sheet: one for each source, of which a page has those that it cites, in the
 * order of their numbers and in as many columns as there is room for.
 */
typedef struct _PlxSheetNotes PlxSheetNotes;

typedef void (*PlxSheetNoteDraw) (const PlxSheetBlock *block,
                                  guint                article,
                                  gboolean             is_number,
                                  double               x,
                                  double               y,
                                  gpointer             data);

PlxSheetNotes *plx_sheet_notes_new        (PlxSheetMatter      *matter,
                                           PlxSheetSetter      *setter,
                                           double               width,
                                           double               max_height);
void           plx_sheet_notes_free       (PlxSheetNotes       *self);
double         plx_sheet_notes_get_height (PlxSheetNotes       *self,
                                           GArray              *articles);
void           plx_sheet_notes_foreach    (PlxSheetNotes       *self,
                                           GArray              *articles,
                                           PlxSheetNoteDraw     draw,
                                           gpointer             data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetNotes, plx_sheet_notes_free)

G_END_DECLS
