/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-changes.h"
#include "sheet/plx-sheet-telling.h"

G_BEGIN_DECLS

PlxSheetText *plx_cell_of_article   (PlxSheetTelling     *telling,
                                     const PlxSheetClaim *claim,
                                     guint                article);
PlxSheetText *plx_cell_of_sentence  (PlxSheetTelling     *telling,
                                     const PlxSheetClaim *claim,
                                     guint                index);
PlxSheetText *plx_cell_of_source    (PlxSheetTelling     *telling,
                                     guint                article);

void          plx_cell_mark_changes (PlxSheetText        *text,
                                     gsize                start,
                                     const PlxChanges    *changes,
                                     PlxChangeSide        side);

G_END_DECLS
