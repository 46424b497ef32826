/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-analysis.h"

G_BEGIN_DECLS

#define PLX_TYPE_VERDICT_LINE (plx_verdict_line_get_type ())

G_DECLARE_FINAL_TYPE (PlxVerdictLine, plx_verdict_line, PLX, VERDICT_LINE, AdwBin)

GtkWidget *plx_verdict_line_new (const PlxStatementRecord *record);

G_END_DECLS
