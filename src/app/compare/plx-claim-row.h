/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

/**
 * PLX_CLAIM_ROW_MAX_COLUMNS:
 *
 * A story of more articles has no columns: they would mostly be empty, and most of them out of
 * sight. Each row then shows only those who say something.
 */
#define PLX_CLAIM_ROW_MAX_COLUMNS 5

#define PLX_TYPE_CLAIM_ROW (plx_claim_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxClaimRow, plx_claim_row, PLX, CLAIM_ROW, AdwBin)

GtkWidget    *plx_claim_row_new        (void);

PlxClaimItem *plx_claim_row_get_item   (PlxClaimRow  *self);
void          plx_claim_row_set_item   (PlxClaimRow  *self,
                                        PlxClaimItem *item);
void          plx_claim_row_set_narrow (PlxClaimRow  *self,
                                        gboolean      narrow);

G_END_DECLS
