/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-item"

#include "config.h"

#include "read/plx-read-item.h"

/**
 * PlxReadItem:
 *
 * A row of the view *Read*: a block, or the line that stands for blocks that were cut.
 *
 * Emits `changed` when the row has to be shown anew.
 */
struct _PlxReadItem
{
  GObject          parent_instance;

  PlxSession      *session;
  guint            article;
  PlxReadItemKind  kind;
  guint            block;
  guint            n_blocks;
  guint            highlight; /* a sentence, or PLX_NONE */
  gboolean         open;      /* whether what a fold stands for is shown under it */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxReadItem, plx_read_item, G_TYPE_OBJECT)

static void
plx_read_item_finalize (GObject *object)
{
  PlxReadItem *self = PLX_READ_ITEM (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_read_item_parent_class)->finalize (object);
}

static void
plx_read_item_class_init (PlxReadItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_read_item_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_read_item_init (PlxReadItem *self)
{
  self->highlight = PLX_NONE;
}

/**
 * plx_read_item_new:
 * @session: a session with an analysis
 * @article: an article's place
 * @kind: what the row is
 * @block: its block, or the first of its blocks
 * @n_blocks: how many blocks it stands for
 *
 * Returns: (transfer full): an item
 */
PlxReadItem *
plx_read_item_new (PlxSession      *session,
                   guint            article,
                   PlxReadItemKind  kind,
                   guint            block,
                   guint            n_blocks)
{
  PlxReadItem *self = g_object_new (PLX_TYPE_READ_ITEM, NULL);

  self->session = g_object_ref (session);
  self->article = article;
  self->kind = kind;
  self->block = block;
  self->n_blocks = n_blocks;

  return self;
}

PlxSession *
plx_read_item_get_session (PlxReadItem *self)
{
  g_return_val_if_fail (PLX_IS_READ_ITEM (self), NULL);

  return self->session;
}

guint
plx_read_item_get_article (PlxReadItem *self)
{
  g_return_val_if_fail (PLX_IS_READ_ITEM (self), 0);

  return self->article;
}

PlxReadItemKind
plx_read_item_get_kind (PlxReadItem *self)
{
  g_return_val_if_fail (PLX_IS_READ_ITEM (self), PLX_READ_ITEM_HEAD);

  return self->kind;
}

guint
plx_read_item_get_block (PlxReadItem *self)
{
  g_return_val_if_fail (PLX_IS_READ_ITEM (self), 0);

  return self->block;
}

guint
plx_read_item_get_n_blocks (PlxReadItem *self)
{
  g_return_val_if_fail (PLX_IS_READ_ITEM (self), 0);

  return self->n_blocks;
}

guint
plx_read_item_get_highlight (PlxReadItem *self)
{
  g_return_val_if_fail (PLX_IS_READ_ITEM (self), PLX_NONE);

  return self->highlight;
}

void
plx_read_item_set_highlight (PlxReadItem *self,
                             guint        sentence)
{
  g_return_if_fail (PLX_IS_READ_ITEM (self));

  if (self->highlight == sentence)
    return;

  self->highlight = sentence;
  plx_read_item_changed (self);
}

gboolean
plx_read_item_is_open (PlxReadItem *self)
{
  g_return_val_if_fail (PLX_IS_READ_ITEM (self), FALSE);

  return self->open;
}

void
plx_read_item_set_open (PlxReadItem *self,
                        gboolean     open)
{
  g_return_if_fail (PLX_IS_READ_ITEM (self));

  if (self->open == open)
    return;

  self->open = open;
  plx_read_item_changed (self);
}

/**
 * plx_read_item_changed:
 * @self: an item
 *
 * Has the row shown anew, since the filter or the item has changed.
 */
void
plx_read_item_changed (PlxReadItem *self)
{
  g_return_if_fail (PLX_IS_READ_ITEM (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
