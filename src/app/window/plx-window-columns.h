/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void plx_window_ask_columns (PlxWindow *self,
                             GPtrArray *tables);

G_END_DECLS
