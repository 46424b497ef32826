/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

int      plx_claim_order_compare  (PlxClaimItem   *a,
                                   PlxClaimItem   *b,
                                   PlxArrangement *arrangement);
gboolean plx_claim_order_left_out (PlxClaimItem   *item,
                                   PlxArrangement *arrangement);
guint    plx_claim_order_beside   (PlxClaimItem   *item,
                                   PlxArrangement *arrangement);

G_END_DECLS
