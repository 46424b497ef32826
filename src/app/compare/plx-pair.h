/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_PAIR (plx_pair_get_type ())

G_DECLARE_FINAL_TYPE (PlxPair, plx_pair, PLX, PAIR, AdwBin)

void        plx_pair_show     (PlxPair     *self,
                               PlxAnalysis *analysis,
                               PlxPassages *passages,
                               GStrv        sources);
void        plx_pair_choose   (PlxPair     *self,
                               guint        left,
                               guint        right);
gboolean    plx_pair_step     (PlxPair     *self,
                               int          direction);
const char *plx_pair_get_foot (PlxPair     *self);

G_END_DECLS
