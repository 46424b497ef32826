/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-sections.h"

G_BEGIN_DECLS

/* Each section in a file of its own. */

extern const PlxSheetSection plx_sheet_section_cover;

G_END_DECLS
