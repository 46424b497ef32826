/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

GPtrArray *plx_claim_items_new (PlxAnalysis *analysis,
                                PlxPassages *passages,
                                GStrv        sources,
                                GListModel  *before);

G_END_DECLS
