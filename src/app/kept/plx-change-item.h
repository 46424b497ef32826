/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/plx-library-history.h"

G_BEGIN_DECLS

#define PLX_TYPE_CHANGE_ITEM (plx_change_item_get_type ())

/**
 * PlxChangeItem:
 *
 * A step of the history, for a list of them. Properties: `label` and `at`, which never change;
 * `undone`; and `current`, whether it is the one after which everything now is.
 */
G_DECLARE_FINAL_TYPE (PlxChangeItem, plx_change_item, PLX, CHANGE_ITEM, GObject)

PlxChangeItem *plx_change_item_new       (const PlxChange *change);
gint64         plx_change_item_get_id    (PlxChangeItem   *self);
const char    *plx_change_item_get_label (PlxChangeItem   *self);
gboolean       plx_change_item_is_undone (PlxChangeItem   *self);
void           plx_change_item_set_state (PlxChangeItem   *self,
                                          gboolean         undone,
                                          gboolean         current);

G_END_DECLS
