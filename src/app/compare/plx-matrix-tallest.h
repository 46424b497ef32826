/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"
#include "compare/plx-matrix-geometry.h"

G_BEGIN_DECLS

GArray *plx_matrix_tallest_find (PlxClaimItem            *item,
                                 PlxArrangement          *arrangement,
                                 const PlxMatrixGeometry *geometry,
                                 guint                    most);

G_END_DECLS
