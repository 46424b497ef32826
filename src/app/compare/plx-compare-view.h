/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_VIEW (plx_compare_view_get_type ())

G_DECLARE_FINAL_TYPE (PlxCompareView, plx_compare_view, PLX, COMPARE_VIEW, AdwBin)

PlxSession *plx_compare_view_get_session (PlxCompareView *self);
void        plx_compare_view_set_session (PlxCompareView *self,
                                          PlxSession     *session);

G_END_DECLS
