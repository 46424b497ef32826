/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comparing/plx-corrections.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_CORRECTION_ROW (plx_correction_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxCorrectionRow, plx_correction_row, PLX, CORRECTION_ROW, GtkListBoxRow)

GtkWidget     *plx_correction_row_new            (const PlxCorrection *correction,
                                                  PlxCorrectionState   state,
                                                  PlxSession          *session);

PlxCorrection *plx_correction_row_get_correction (PlxCorrectionRow    *self);

G_END_DECLS
