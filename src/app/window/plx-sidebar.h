/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_SIDEBAR (plx_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (PlxSidebar, plx_sidebar, PLX, SIDEBAR, AdwBin)

PlxSession *plx_sidebar_get_session  (PlxSidebar *self);
void        plx_sidebar_set_session  (PlxSidebar *self,
                                      PlxSession *session);
void        plx_sidebar_set_place    (PlxSidebar *self,
                                      const char *place);
void        plx_sidebar_start_search (PlxSidebar *self);
void        plx_sidebar_search       (PlxSidebar *self,
                                      const char *words);

G_END_DECLS
