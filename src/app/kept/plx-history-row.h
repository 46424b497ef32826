/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kept/plx-change-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_ROW (plx_history_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxHistoryRow, plx_history_row, PLX, HISTORY_ROW, AdwBin)

G_END_DECLS
