/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-pair-text.h"

G_BEGIN_DECLS

#define PLX_TYPE_PAIR_SCROLL (plx_pair_scroll_get_type ())

G_DECLARE_FINAL_TYPE (PlxPairScroll, plx_pair_scroll, PLX, PAIR_SCROLL, GObject)

PlxPairScroll *plx_pair_scroll_new        (PlxPairText        *left,
                                           PlxPairText        *right);

void           plx_pair_scroll_show       (PlxPairScroll      *self,
                                           const PlxPairModel *model);
void           plx_pair_scroll_set_linked (PlxPairScroll      *self,
                                           gboolean            linked);
void           plx_pair_scroll_to         (PlxPairScroll      *self,
                                           PlxPairSide         side,
                                           guint32             sentence,
                                           guint32             partner);

double         plx_pair_scroll_get_height (PlxPairScroll *self,
                                           PlxPairSide    side,
                                           guint32        sentence);
void           plx_pair_scroll_hold_at    (PlxPairScroll *self,
                                           double         height);

G_END_DECLS
