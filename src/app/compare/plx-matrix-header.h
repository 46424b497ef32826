/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-matrix-geometry.h"

G_BEGIN_DECLS

#define PLX_TYPE_MATRIX_HEADER (plx_matrix_header_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrixHeader, plx_matrix_header, PLX, MATRIX_HEADER, GtkWidget)

GtkWidget *plx_matrix_header_new          (const PlxMatrixGeometry *geometry);

void       plx_matrix_header_show         (PlxMatrixHeader         *self,
                                           PlxArrangement          *arrangement,
                                           PlxAnalysis             *analysis,
                                           const char * const      *sources);
void       plx_matrix_header_refresh      (PlxMatrixHeader         *self);
void       plx_matrix_header_update_range (PlxMatrixHeader         *self);
int        plx_matrix_header_get_height   (PlxMatrixHeader         *self);
guint      plx_matrix_header_get_column   (PlxMatrixHeader         *self);
void       plx_matrix_header_go_to        (PlxMatrixHeader         *self,
                                           guint                    column);
void       plx_matrix_header_widen        (PlxMatrixHeader         *self,
                                           guint                    article,
                                           int                      direction);

G_END_DECLS
