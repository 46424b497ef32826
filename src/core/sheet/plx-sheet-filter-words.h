/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-telling.h"

G_BEGIN_DECLS

GPtrArray *plx_filter_words_tell  (PlxSheetTelling *telling);
char      *plx_filter_words_shown (PlxSheetTelling *telling);

G_END_DECLS
