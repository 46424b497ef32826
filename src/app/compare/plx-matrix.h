/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_MATRIX (plx_matrix_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrix, plx_matrix, PLX, MATRIX, AdwBin)

void                plx_matrix_show            (PlxMatrix      *self,
                                                PlxAnalysis    *analysis,
                                                PlxPassages    *passages,
                                                GStrv           sources,
                                                PlxArrangement *arrangement);
void                plx_matrix_refresh         (PlxMatrix      *self);
gboolean            plx_matrix_step            (PlxMatrix      *self,
                                                int             direction);
void                plx_matrix_fold_all        (PlxMatrix      *self,
                                                gboolean        folded);
void                plx_matrix_widen           (PlxMatrix      *self,
                                                guint           article,
                                                int             direction);
PlxClaimItem       *plx_matrix_find_claim      (PlxMatrix      *self,
                                                guint           claim);
gboolean            plx_matrix_go_to_sentence  (PlxMatrix      *self,
                                                PlxSentenceRef  ref);

PlxArrangement     *plx_matrix_get_arrangement (PlxMatrix      *self);
const char * const *plx_matrix_get_sources     (PlxMatrix      *self);
GActionGroup       *plx_matrix_get_actions     (PlxMatrix      *self);
guint               plx_matrix_get_n_single    (PlxMatrix      *self);
guint               plx_matrix_get_n_shared    (PlxMatrix      *self);
guint               plx_matrix_get_n_differ    (PlxMatrix      *self);

G_END_DECLS
