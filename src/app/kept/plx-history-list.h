/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kept/plx-change-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_LIST (plx_history_list_get_type ())

/**
 * PlxHistoryList:
 *
 * A list of [class@ChangeItem], the newest first, in a section a day. An item is made when someone
 * asks for it, and stays the same whatever becomes of its change.
 */
G_DECLARE_FINAL_TYPE (PlxHistoryList, plx_history_list, PLX, HISTORY_LIST, GObject)

PlxHistoryList *plx_history_list_new  (void);
void            plx_history_list_take (PlxHistoryList *self,
                                       GPtrArray      *changes);

G_END_DECLS
