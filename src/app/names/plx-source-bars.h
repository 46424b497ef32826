/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "names/plx-name-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_BARS (plx_source_bars_get_type ())

G_DECLARE_FINAL_TYPE (PlxSourceBars, plx_source_bars, PLX, SOURCE_BARS, GtkWidget)

void plx_source_bars_set_item (PlxSourceBars *self,
                               PlxNameItem   *item);

G_END_DECLS
