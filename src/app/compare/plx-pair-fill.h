/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comparing/plx-pair-model.h"

G_BEGIN_DECLS

/**
 * PlxPairSpan:
 * @start: first character in the buffer
 * @end: the character after the last; as @start where the sentence is not shown
 * @is_rtl: whether it is written from right to left
 *
 * Where a sentence stands in the text of its article.
 */
typedef struct
{
  guint    start;
  guint    end;
  gboolean is_rtl;
} PlxPairSpan;

void    plx_pair_fill_make_tags (GtkTextBuffer      *buffer);
void    plx_pair_fill_set_tints (GtkTextBuffer      *buffer,
                                 const GdkRGBA      *text,
                                 const GdkRGBA      *accent,
                                 gboolean            high_contrast);
GArray *plx_pair_fill           (GtkTextBuffer      *buffer,
                                 const PlxPairModel *model,
                                 PlxPairSide         side);

G_END_DECLS
