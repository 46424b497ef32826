/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"

G_BEGIN_DECLS

void  plx_differences_find (PlxWeave       *weave,
                            PlxClaimRecord *claim);
char *plx_differences_label (PlxWeave       *weave,
                             GPtrArray      *nodes);

G_END_DECLS
