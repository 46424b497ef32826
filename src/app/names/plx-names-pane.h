/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAMES_PANE (plx_names_pane_get_type ())

G_DECLARE_FINAL_TYPE (PlxNamesPane, plx_names_pane, PLX, NAMES_PANE, AdwBin)

void plx_names_pane_set_mender (PlxNamesPane *self,
                                PlxMender    *mender);
void plx_names_pane_show       (PlxNamesPane *self,
                                guint         article);
void plx_names_pane_select     (PlxNamesPane *self,
                                guint         entity);

G_END_DECLS
