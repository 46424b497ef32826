/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_MATRIX (plx_matrix_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrix, plx_matrix, PLX, MATRIX, AdwBin)

void     plx_matrix_show         (PlxMatrix   *self,
                                  PlxAnalysis *analysis,
                                  PlxPassages *passages,
                                  GStrv        sources);
gboolean plx_matrix_step         (PlxMatrix   *self,
                                  int          direction);
guint    plx_matrix_get_n_single (PlxMatrix   *self);
guint    plx_matrix_get_n_shared (PlxMatrix   *self);
guint    plx_matrix_get_n_differ (PlxMatrix   *self);

G_END_DECLS
