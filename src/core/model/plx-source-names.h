/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

GStrv plx_source_names_new              (GPtrArray   *documents);
GStrv plx_source_names_new_for_analysis (PlxAnalysis *analysis);

G_END_DECLS
