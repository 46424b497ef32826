/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

GVariant    *plx_analysis_to_variant   (PlxAnalysis *self);
PlxAnalysis *plx_analysis_from_variant (GVariant    *variant,
                                        GPtrArray   *documents);
GBytes      *plx_analysis_to_bytes     (PlxAnalysis *self);
PlxAnalysis *plx_analysis_from_bytes   (GBytes      *bytes,
                                        GPtrArray   *documents);

G_END_DECLS
