/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "model/plx-values.h"

G_BEGIN_DECLS

void plx_sheet_hatch_fill (cairo_t   *cr,
                           PlxStatus  status,
                           gboolean   is_strong);

G_END_DECLS
