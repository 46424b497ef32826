/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_COLUMN_EDGE (plx_column_edge_get_type ())

G_DECLARE_FINAL_TYPE (PlxColumnEdge, plx_column_edge, PLX, COLUMN_EDGE, AdwBin)

G_END_DECLS
