/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-record.h"

G_BEGIN_DECLS

#define PLX_TYPE_CLAIM (plx_claim_get_type ())

G_DECLARE_FINAL_TYPE (PlxClaim, plx_claim, PLX, CLAIM, PlxRecord)

const PlxClaimRecord *plx_claim_get_record (PlxClaim *self);
GListModel           *plx_claim_list_new   (PlxAnalysis *analysis);

G_END_DECLS
