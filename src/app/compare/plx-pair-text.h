/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comparing/plx-pair-model.h"

G_BEGIN_DECLS

#define PLX_TYPE_PAIR_TEXT (plx_pair_text_get_type ())

G_DECLARE_FINAL_TYPE (PlxPairText, plx_pair_text, PLX, PAIR_TEXT, GtkTextView)

void     plx_pair_text_show         (PlxPairText        *self,
                                     const PlxPairModel *model,
                                     PlxPairSide         side);
void     plx_pair_text_clear        (PlxPairText        *self);

gboolean plx_pair_text_get_extent   (PlxPairText        *self,
                                     guint32             sentence,
                                     double             *top,
                                     double             *bottom);
gboolean plx_pair_text_guess_extent (PlxPairText        *self,
                                     guint32             sentence,
                                     double             *top,
                                     double             *bottom);
gboolean plx_pair_text_get_visible  (PlxPairText        *self,
                                     guint32            *first,
                                     guint32            *last);
guint32  plx_pair_text_find         (PlxPairText        *self,
                                     double              y);
guint32  plx_pair_text_step         (PlxPairText        *self,
                                     guint32             sentence,
                                     int                 direction);
gboolean plx_pair_text_get_area     (PlxPairText        *self,
                                     guint32             sentence,
                                     GdkRectangle       *area);

void     plx_pair_text_unmark       (PlxPairText        *self);
void     plx_pair_text_mark         (PlxPairText        *self,
                                     guint32             sentence,
                                     gboolean            is_current);
char    *plx_pair_text_dup_selected (PlxPairText        *self);

G_END_DECLS
