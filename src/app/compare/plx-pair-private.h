/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-pair-foot.h"
#include "compare/plx-pair-gutter.h"
#include "compare/plx-pair-scroll.h"
#include "compare/plx-pair.h"

G_BEGIN_DECLS

/**
 * PlxPair:
 *
 * Two articles side by side, each as running text in its own order, tied across the gutter where
 * they tell the same. They scroll together, so that what is tied is level; the foot tells in words
 * how the chosen sentence stands to the other article.
 *
 * Where it is narrow one article is shown at a time, and the foot shows what the other one says.
 *
 * All that can be done with a sentence are `pair.` actions on the chosen one, which
 * plx_pair_get_chosen() tells; whoever shows the pair adds to its menu when `fill-menu` is emitted.
 */
struct _PlxPair
{
  AdwBin         parent_instance;

  PlxAnalysis   *analysis; /* nullable until something is shown */
  PlxPassages   *passages; /* nullable as analysis is */
  GStrv          sources;  /* nullable as analysis is */
  PlxPairModel  *model;    /* nullable as analysis is */
  PlxPairScroll *scroll;
  PlxPairSide    side;     /* of the chosen sentence; that which is shown where it is narrow */
  guint32        chosen;   /* a sentence of side, or PLX_NONE */
  guint          stop;     /* at which difference that is, or G_MAXUINT */
  char          *description; /* nullable; of the chosen sentence */
  gboolean       filling;
  gboolean       linked;
  gboolean       narrow;
  gboolean       is_short;
  GtkWidget     *popover;  /* nullable until a menu is asked for */

  GtkDropDown   *left_choice;
  GtkDropDown   *right_choice;
  GtkWidget     *left_scroll;
  GtkWidget     *right_scroll;
  PlxPairText   *left_text;
  PlxPairText   *right_text;
  GtkWidget     *link;
  PlxPairGutter *gutter;
  PlxPairFoot   *foot;
  GMenuModel    *sentence_menu;
};

PlxPairText *plx_pair_get_text        (PlxPair        *self,
                                       PlxPairSide     side);
guint32      plx_pair_find_partner    (PlxPair        *self,
                                       PlxPairSide     side,
                                       guint32         sentence);
void         plx_pair_set_chosen      (PlxPair        *self,
                                       PlxPairSide     side,
                                       guint32         sentence,
                                       gboolean        scroll);
void         plx_pair_update_sides    (PlxPair        *self);
void         plx_pair_popup_menu      (PlxPair        *self);
void         plx_pair_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
