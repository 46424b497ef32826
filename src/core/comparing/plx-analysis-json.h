/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/plx-analysis.h"

G_BEGIN_DECLS

void plx_analysis_build_json (PlxAnalysis *self,
                              JsonBuilder *builder,
                              GPtrArray   *names,
                              GPtrArray   *notes,
                              const char  *relation);

char *plx_analysis_dup_says   (const PlxStatementRecord *statement);
char *plx_analysis_dup_record (const PlxStatementRecord *statement);

G_END_DECLS
