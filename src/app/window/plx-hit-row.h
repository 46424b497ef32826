/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_HIT_ROW (plx_hit_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxHitRow, plx_hit_row, PLX, HIT_ROW, GtkListBoxRow)

GtkWidget *plx_hit_row_new         (const PlxHit *hit);

gint64     plx_hit_row_get_article (PlxHitRow    *self);
gint64     plx_hit_row_get_story   (PlxHitRow    *self);

G_END_DECLS
