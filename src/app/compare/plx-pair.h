/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_PAIR (plx_pair_get_type ())

G_DECLARE_FINAL_TYPE (PlxPair, plx_pair, PLX, PAIR, AdwBin)

void        plx_pair_show         (PlxPair        *self,
                                   PlxAnalysis    *analysis,
                                   PlxPassages    *passages,
                                   GStrv           sources);
void        plx_pair_choose       (PlxPair        *self,
                                   guint           left,
                                   guint           right);
void        plx_pair_get_articles (PlxPair        *self,
                                   guint          *left,
                                   guint          *right);

void        plx_pair_choose_sentence (PlxPair        *self,
                                      PlxSentenceRef  ref);
gboolean    plx_pair_get_chosen      (PlxPair        *self,
                                      PlxSentenceRef *sentence,
                                      PlxSentenceRef *partner);
gboolean    plx_pair_step            (PlxPair        *self,
                                      int             direction);

char       *plx_pair_dup_copy        (PlxPair        *self,
                                      gboolean        both);
const char *plx_pair_get_foot        (PlxPair        *self);
const char *plx_pair_get_position    (PlxPair        *self);
const char *plx_pair_get_description (PlxPair        *self);

G_END_DECLS
