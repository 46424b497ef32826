/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_VIEW (plx_sheet_view_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetView, plx_sheet_view, PLX, SHEET_VIEW, AdwBin)

PlxSession *plx_sheet_view_get_session (PlxSheetView *self);
void        plx_sheet_view_set_session (PlxSheetView *self,
                                        PlxSession   *session);

G_END_DECLS
