/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/plx-library-trash.h"

G_BEGIN_DECLS

#define PLX_TYPE_TRASH_ITEM (plx_trash_item_get_type ())

/**
 * PlxTrashItem:
 *
 * Something in the trash, for a list of it. Properties, none of which ever changes: `title`;
 * `details`, what it is and since when it is there, in words; `icon-name`; `restore-label` and
 * `delete-label`, what buttons on it are called for those who hear them.
 */
G_DECLARE_FINAL_TYPE (PlxTrashItem, plx_trash_item, PLX, TRASH_ITEM, GObject)

PlxTrashItem *plx_trash_item_new         (const PlxTrashed *trashed);
gint64        plx_trash_item_get_story   (PlxTrashItem     *self);
gint64        plx_trash_item_get_article (PlxTrashItem     *self);

G_END_DECLS
