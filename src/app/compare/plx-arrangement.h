/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-filter.h"

G_BEGIN_DECLS

/**
 * PlxRowOrder:
 * @PLX_ROW_ORDER_AGREEMENT: what most sources say comes first
 * @PLX_ROW_ORDER_DIFFERENCE: what differs in most ways comes first
 * @PLX_ROW_ORDER_ARTICLE: as a chosen article tells it, then what it leaves out
 *
 * In which order the claims stand.
 */
typedef enum
{
  PLX_ROW_ORDER_AGREEMENT,
  PLX_ROW_ORDER_DIFFERENCE,
  PLX_ROW_ORDER_ARTICLE,
} PlxRowOrder;

#define PLX_TYPE_ARRANGEMENT (plx_arrangement_get_type ())

G_DECLARE_FINAL_TYPE (PlxArrangement, plx_arrangement, PLX, ARRANGEMENT, GObject)

PlxArrangement *plx_arrangement_new            (void);

void            plx_arrangement_set_articles   (PlxArrangement     *self,
                                                const char * const *ids,
                                                PlxPassages        *passages);
guint           plx_arrangement_get_n_articles (PlxArrangement     *self);
guint           plx_arrangement_get_n_offered  (PlxArrangement     *self);
guint           plx_arrangement_get_n_columns  (PlxArrangement     *self);
guint           plx_arrangement_get_column     (PlxArrangement     *self,
                                                guint               column);
guint           plx_arrangement_find_column    (PlxArrangement     *self,
                                                guint               article);
guint           plx_arrangement_get_offered    (PlxArrangement     *self,
                                                guint               which);

gboolean        plx_arrangement_is_hidden      (PlxArrangement     *self,
                                                guint               article);
void            plx_arrangement_set_hidden     (PlxArrangement     *self,
                                                guint               article,
                                                gboolean            hidden);
void            plx_arrangement_show_all       (PlxArrangement     *self);
void            plx_arrangement_move           (PlxArrangement     *self,
                                                guint               article,
                                                guint               beside,
                                                gboolean            after);
gboolean        plx_arrangement_can_move       (PlxArrangement     *self,
                                                guint               article,
                                                int                 direction);
void            plx_arrangement_move_by        (PlxArrangement     *self,
                                                guint               article,
                                                int                 direction);
guint           plx_arrangement_get_base       (PlxArrangement     *self);
void            plx_arrangement_set_base       (PlxArrangement     *self,
                                                guint               article);

double          plx_arrangement_get_width      (PlxArrangement     *self,
                                                guint               article);
void            plx_arrangement_set_width      (PlxArrangement     *self,
                                                guint               article,
                                                double              width);
gboolean        plx_arrangement_has_widths     (PlxArrangement     *self);
void            plx_arrangement_reset_widths   (PlxArrangement     *self);

PlxRowOrder     plx_arrangement_get_order      (PlxArrangement     *self);
guint           plx_arrangement_get_order_of   (PlxArrangement     *self);
void            plx_arrangement_set_order      (PlxArrangement     *self,
                                                PlxRowOrder         order,
                                                guint               article);

char           *plx_arrangement_to_string      (PlxArrangement     *self);
gboolean        plx_arrangement_restore        (PlxArrangement     *self,
                                                const char         *text);

G_END_DECLS
