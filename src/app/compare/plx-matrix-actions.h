/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-matrix.h"

G_BEGIN_DECLS

GSimpleActionGroup *plx_matrix_actions_new    (PlxMatrix          *matrix,
                                               GtkSearchBar       *search_bar);
void                plx_matrix_actions_update (GSimpleActionGroup *group,
                                               PlxMatrix          *matrix);

G_END_DECLS
