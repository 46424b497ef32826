/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_BUSY_PAGE (plx_busy_page_get_type ())

G_DECLARE_FINAL_TYPE (PlxBusyPage, plx_busy_page, PLX, BUSY_PAGE, AdwBin)

PlxSession *plx_busy_page_get_session (PlxBusyPage *self);
void        plx_busy_page_set_session (PlxBusyPage *self,
                                       PlxSession  *session);

G_END_DECLS
