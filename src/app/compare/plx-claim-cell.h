/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_CLAIM_CELL (plx_claim_cell_get_type ())

G_DECLARE_FINAL_TYPE (PlxClaimCell, plx_claim_cell, PLX, CLAIM_CELL, AdwBin)

GtkWidget *plx_claim_cell_new       (void);

gboolean   plx_claim_cell_show      (PlxClaimCell *self,
                                     PlxClaimItem *item,
                                     guint         article);
gboolean   plx_claim_cell_is_silent (PlxClaimCell *self);

G_END_DECLS
