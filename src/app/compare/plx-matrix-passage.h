/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_MATRIX_PASSAGE (plx_matrix_passage_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrixPassage, plx_matrix_passage, PLX, MATRIX_PASSAGE, AdwBin)

GtkWidget      *plx_matrix_passage_new       (void);

void            plx_matrix_passage_show      (PlxMatrixPassage *self,
                                              PlxClaimItem     *item,
                                              PlxSentenceRef    ref,
                                              guint             beside,
                                              int               lines);
void            plx_matrix_passage_size      (PlxMatrixPassage *self,
                                              PlxClaimItem     *item,
                                              PlxSentenceRef    ref);
PlxSentenceRef  plx_matrix_passage_get_ref   (PlxMatrixPassage *self);

G_END_DECLS
