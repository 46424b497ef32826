/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_VIEW (plx_graph_view_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphView, plx_graph_view, PLX, GRAPH_VIEW, AdwBin)

PlxSession *plx_graph_view_get_session (PlxGraphView *self);
void        plx_graph_view_set_session (PlxGraphView *self,
                                        PlxSession   *session);

G_END_DECLS
