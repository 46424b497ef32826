/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_READ_VIEW (plx_read_view_get_type ())

G_DECLARE_FINAL_TYPE (PlxReadView, plx_read_view, PLX, READ_VIEW, AdwBin)

PlxSession *plx_read_view_get_session (PlxReadView *self);
void        plx_read_view_set_session (PlxReadView *self,
                                       PlxSession  *session);

G_END_DECLS
