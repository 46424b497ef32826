/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-dress.h"

G_BEGIN_DECLS

/**
 * PlxSheetRuler:
 *
 * Knows how wide words are. Most words of a sheet come again and again; each is set once, and the
 * lines of a text are found by adding up. It is for one thread at a time.
 */

PlxSheetRuler *plx_sheet_ruler_new     (PangoContext           *context,
                                        double                  em);
void           plx_sheet_ruler_free    (PlxSheetRuler          *self);
double        *plx_sheet_ruler_measure (PlxSheetRuler          *self,
                                        const PlxSheetDressing *dressing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetRuler, plx_sheet_ruler_free)

G_END_DECLS
