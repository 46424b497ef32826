/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

GMenuModel *plx_matrix_menus_new_head    (PlxArrangement     *arrangement,
                                          guint               article);
GMenuModel *plx_matrix_menus_new_row     (PlxClaimItem       *item);
GMenuModel *plx_matrix_menus_new_passage (PlxClaimItem       *item,
                                          PlxSentenceRef      ref,
                                          PlxArrangement     *arrangement);
GMenuModel *plx_matrix_menus_new_for     (GtkWidget          *widget,
                                          PlxArrangement     *arrangement);
GMenuModel *plx_matrix_menus_new_sort    (PlxArrangement     *arrangement,
                                          const char * const *sources);
GMenuModel *plx_matrix_menus_new_columns (PlxArrangement     *arrangement,
                                          const char * const *sources);

G_END_DECLS
