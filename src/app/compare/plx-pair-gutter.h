/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-pair-text.h"

G_BEGIN_DECLS

#define PLX_TYPE_PAIR_GUTTER (plx_pair_gutter_get_type ())

G_DECLARE_FINAL_TYPE (PlxPairGutter, plx_pair_gutter, PLX, PAIR_GUTTER, GtkWidget)

void plx_pair_gutter_set_texts   (PlxPairGutter      *self,
                                  PlxPairText        *left,
                                  PlxPairText        *right);
void plx_pair_gutter_show        (PlxPairGutter      *self,
                                  const PlxPairModel *model);
void plx_pair_gutter_set_current (PlxPairGutter      *self,
                                  PlxPairSide         side,
                                  guint32             sentence);

G_END_DECLS
