/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_ITEM (plx_tag_item_get_type ())

/**
 * PlxTagItem:
 *
 * A tag that is to be chosen. Properties: `name`, which never changes, and `active`, whether what
 * is tagged has it.
 */
G_DECLARE_FINAL_TYPE (PlxTagItem, plx_tag_item, PLX, TAG_ITEM, GObject)

PlxTagItem *plx_tag_item_new       (const char *name,
                                    gboolean    active);
const char *plx_tag_item_get_name  (PlxTagItem *self);
gboolean    plx_tag_item_is_active (PlxTagItem *self);

G_END_DECLS
