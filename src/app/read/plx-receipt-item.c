/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-receipt-item"

#include "config.h"

#include "read/plx-receipt-item.h"

#include <glib/gi18n.h>

#include "read/plx-read-labels.h"
#include "window/plx-labels.h"

/* What was put back comes last. */
#define GROUP_PUT_BACK G_MAXUINT

/**
 * PlxReceiptItem:
 *
 * A line of an article's receipt: a block that was cut, or one that was put back.
 *
 * Properties: `text` (its beginning), `stood` (where it stood, in words).
 */
struct _PlxReceiptItem
{
  GObject      parent_instance;

  PlxDocument *document;
  guint        block;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_STOOD,
} PlxReceiptItemProperty;

static GParamSpec *props[PROP_STOOD + 1];

G_DEFINE_FINAL_TYPE (PlxReceiptItem, plx_receipt_item, G_TYPE_OBJECT)

static char *
dup_text (PlxReceiptItem *self)
{
  char *text = plx_document_dup_block (self->document, self->block);

  return g_strdelimit (text, "\n\r\t", ' ');
}

static void
plx_receipt_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlxReceiptItem *self = PLX_RECEIPT_ITEM (object);

  switch ((PlxReceiptItemProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_take_string (value, dup_text (self));
      break;

    case PROP_STOOD:
      g_value_take_string (value, plx_read_label_stood (self->document, self->block));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_receipt_item_finalize (GObject *object)
{
  PlxReceiptItem *self = PLX_RECEIPT_ITEM (object);

  g_clear_pointer (&self->document, plx_document_unref);

  G_OBJECT_CLASS (plx_receipt_item_parent_class)->finalize (object);
}

static void
plx_receipt_item_class_init (PlxReceiptItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_receipt_item_finalize;
  object_class->get_property = plx_receipt_item_get_property;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_STOOD] = g_param_spec_string ("stood", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_receipt_item_init (PlxReceiptItem *self)
{
}

/**
 * plx_receipt_item_new:
 * @document: a document
 * @block: the place of a block that was cut or put back
 *
 * Returns: (transfer full): an item
 */
PlxReceiptItem *
plx_receipt_item_new (PlxDocument *document,
                      guint        block)
{
  PlxReceiptItem *self = g_object_new (PLX_TYPE_RECEIPT_ITEM, NULL);

  self->document = plx_document_ref (document);
  self->block = block;

  return self;
}

guint
plx_receipt_item_get_block (PlxReceiptItem *self)
{
  g_return_val_if_fail (PLX_IS_RECEIPT_ITEM (self), 0);

  return self->block;
}

/**
 * plx_receipt_item_get_group:
 * @self: an item
 *
 * Returns: a number that those share that were cut for one reason, or put back
 */
guint
plx_receipt_item_get_group (PlxReceiptItem *self)
{
  const PlxBlockSpan *span;

  g_return_val_if_fail (PLX_IS_RECEIPT_ITEM (self), 0);

  span = plx_document_get_block (self->document, self->block);

  return span->kept ? GROUP_PUT_BACK : (guint) span->reason;
}

guint
plx_receipt_item_get_words (PlxReceiptItem *self)
{
  g_return_val_if_fail (PLX_IS_RECEIPT_ITEM (self), 0);

  return plx_read_count_words (self->document, self->block);
}

/**
 * plx_receipt_item_dup_title:
 * @self: an item
 *
 * Returns: (transfer full): what the group is called
 */
char *
plx_receipt_item_dup_title (PlxReceiptItem *self)
{
  guint group = plx_receipt_item_get_group (self);

  return g_strdup (group == GROUP_PUT_BACK ? _("Put back") : plx_label_reason (group));
}
