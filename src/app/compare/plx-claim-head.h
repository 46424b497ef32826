/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_CLAIM_HEAD (plx_claim_head_get_type ())

G_DECLARE_FINAL_TYPE (PlxClaimHead, plx_claim_head, PLX, CLAIM_HEAD, AdwBin)

GtkWidget *plx_claim_head_new         (void);

void       plx_claim_head_show        (PlxClaimHead   *self,
                                       PlxClaimItem   *item,
                                       PlxArrangement *arrangement);
void       plx_claim_head_set_shift   (PlxClaimHead   *self,
                                       int             shift);
guint      plx_claim_head_get_n_stops (PlxClaimHead   *self);
guint      plx_claim_head_get_stop    (PlxClaimHead   *self);
void       plx_claim_head_go_to       (PlxClaimHead   *self,
                                       guint           stop);

G_END_DECLS
