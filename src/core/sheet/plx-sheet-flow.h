/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * PlxFlow:
 *
 * A column of rows that is broken into pages.
 *
 * Rows are added from top to bottom: cells are put side by side with
 * [method@Flow.cell], and [method@Flow.row] closes the row. Once all is there,
 * [method@Flow.paginate] decides on the pages. All lengths are points.
 */
typedef struct _PlxFlow PlxFlow;

typedef void (*PlxFlowDraw) (cairo_t  *cr,
                             double    width,
                             double    height,
                             gpointer  data);

PlxFlow *plx_flow_new             (double          width,
                                   double          leading);
void     plx_flow_free            (PlxFlow        *self);

double   plx_flow_get_width       (PlxFlow        *self);
void     plx_flow_space           (PlxFlow        *self,
                                   double          height);
void     plx_flow_cell            (PlxFlow        *self,
                                   PangoLayout    *layout,
                                   double          x);
void     plx_flow_bar             (PlxFlow        *self,
                                   double          x);
void     plx_flow_row             (PlxFlow        *self);
void     plx_flow_rule            (PlxFlow        *self,
                                   double          thickness,
                                   double          gray);
void     plx_flow_figure          (PlxFlow        *self,
                                   double          height,
                                   const char     *text,
                                   PlxFlowDraw     draw,
                                   gpointer        data);
void     plx_flow_keep_with_next  (PlxFlow        *self);
void     plx_flow_begin_group     (PlxFlow        *self);
void     plx_flow_end_group       (PlxFlow        *self);
void     plx_flow_begin_table     (PlxFlow        *self);
void     plx_flow_end_table_head  (PlxFlow        *self);
void     plx_flow_end_table       (PlxFlow        *self);
void     plx_flow_mark            (PlxFlow        *self,
                                   const char     *title,
                                   guint           level);

void     plx_flow_paginate        (PlxFlow        *self,
                                   double          height);
guint    plx_flow_get_n_pages     (PlxFlow        *self);
void     plx_flow_draw            (PlxFlow        *self,
                                   guint           page,
                                   cairo_t        *cr);
char    *plx_flow_dup_text        (PlxFlow        *self,
                                   guint           page);

typedef void (*PlxFlowMarkFunc)   (const char     *title,
                                   guint           level,
                                   guint           page,
                                   double          y,
                                   gpointer        data);
void     plx_flow_foreach_mark    (PlxFlow        *self,
                                   PlxFlowMarkFunc func,
                                   gpointer        data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFlow, plx_flow_free)

G_END_DECLS
