/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_CLAIM_ITEM (plx_claim_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxClaimItem, plx_claim_item, PLX, CLAIM_ITEM, GObject)

PlxClaimItem         *plx_claim_item_new            (PlxAnalysis    *analysis,
                                                     PlxPassages    *passages,
                                                     GPtrArray      *sources,
                                                     guint           claim);

PlxAnalysis          *plx_claim_item_get_analysis   (PlxClaimItem   *self);
const PlxClaimRecord *plx_claim_item_get_record     (PlxClaimItem   *self);
const char * const   *plx_claim_item_get_sources    (PlxClaimItem   *self);
guint                 plx_claim_item_get_index      (PlxClaimItem   *self);
guint                 plx_claim_item_get_n_sources  (PlxClaimItem   *self);
guint                 plx_claim_item_get_n_origins  (PlxClaimItem   *self);
guint                 plx_claim_item_get_n_kinds    (PlxClaimItem   *self);

const PlxSentenceRef *plx_claim_item_get_refs       (PlxClaimItem   *self,
                                                     guint           article,
                                                     guint          *n_refs);
gboolean              plx_claim_item_is_filtered    (PlxClaimItem   *self,
                                                     guint           article);
gboolean              plx_claim_item_find_beside    (PlxClaimItem   *self,
                                                     PlxSentenceRef  ref,
                                                     guint           beside,
                                                     PlxSentenceRef *other);
const char           *plx_claim_item_get_origin     (PlxClaimItem   *self,
                                                     PlxSentenceRef  ref);
const char           *plx_claim_item_get_saying     (PlxClaimItem   *self,
                                                     PlxSentenceRef  ref);
gboolean              plx_claim_item_matches        (PlxClaimItem   *self,
                                                     char          **words);

gboolean              plx_claim_item_is_expanded    (PlxClaimItem   *self);
void                  plx_claim_item_set_expanded   (PlxClaimItem   *self,
                                                     gboolean        expanded);
guint                 plx_claim_item_get_difference (PlxClaimItem   *self);
void                  plx_claim_item_set_difference (PlxClaimItem   *self,
                                                     guint           difference);

int                   plx_claim_item_get_height     (PlxClaimItem   *self,
                                                     guint           stamp);
void                  plx_claim_item_set_height     (PlxClaimItem   *self,
                                                     guint           stamp,
                                                     int             height);

G_END_DECLS
