/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

gboolean *plx_leaders_find (PlxAnalysis *analysis);

G_END_DECLS
