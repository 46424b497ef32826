/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-document.h"

G_BEGIN_DECLS

#define PLX_TYPE_RECEIPT_ITEM (plx_receipt_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxReceiptItem, plx_receipt_item, PLX, RECEIPT_ITEM, GObject)

PlxReceiptItem *plx_receipt_item_new       (PlxDocument    *document,
                                            guint           block);

guint           plx_receipt_item_get_block (PlxReceiptItem *self);
guint           plx_receipt_item_get_group (PlxReceiptItem *self);
guint           plx_receipt_item_get_words (PlxReceiptItem *self);
char           *plx_receipt_item_dup_title (PlxReceiptItem *self);

G_END_DECLS
