/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-matrix.h"

G_BEGIN_DECLS

#define PLX_TYPE_MATRIX_BAR (plx_matrix_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrixBar, plx_matrix_bar, PLX, MATRIX_BAR, AdwBin)

G_END_DECLS
