/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_FILTER_BAR (plx_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxFilterBar, plx_filter_bar, PLX, FILTER_BAR, AdwBin)

PlxSession *plx_filter_bar_get_session (PlxFilterBar *self);
void        plx_filter_bar_set_session (PlxFilterBar *self,
                                        PlxSession   *session);
gboolean    plx_filter_bar_is_narrow   (PlxFilterBar *self);
void        plx_filter_bar_set_narrow  (PlxFilterBar *self,
                                        gboolean      narrow);

G_END_DECLS
