/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_READ_ITEM (plx_read_item_get_type ())

/**
 * PlxReadItemKind:
 * @PLX_READ_ITEM_HEAD: outlet and date
 * @PLX_READ_ITEM_BLOCK: a block of the article
 * @PLX_READ_ITEM_FOLD: the line that stands for blocks that were cut
 * @PLX_READ_ITEM_CUT: a block that was cut, under its fold
 * @PLX_READ_ITEM_RECEIPT: how much was cut of the article
 * @PLX_READ_ITEM_NOTE: in what the places of the page do not agree
 * @PLX_READ_ITEM_LANGUAGE: that the article is in a language of which less is understood
 */
typedef enum
{
  PLX_READ_ITEM_HEAD,
  PLX_READ_ITEM_BLOCK,
  PLX_READ_ITEM_FOLD,
  PLX_READ_ITEM_CUT,
  PLX_READ_ITEM_RECEIPT,
  PLX_READ_ITEM_NOTE,
  PLX_READ_ITEM_LANGUAGE,
} PlxReadItemKind;

G_DECLARE_FINAL_TYPE (PlxReadItem, plx_read_item, PLX, READ_ITEM, GObject)

PlxReadItem     *plx_read_item_new           (PlxSession      *session,
                                              guint            article,
                                              PlxReadItemKind  kind,
                                              guint            block,
                                              guint            n_blocks);

PlxSession      *plx_read_item_get_session   (PlxReadItem     *self);
guint            plx_read_item_get_article   (PlxReadItem     *self);
PlxReadItemKind  plx_read_item_get_kind      (PlxReadItem     *self);
guint            plx_read_item_get_block     (PlxReadItem     *self);
guint            plx_read_item_get_n_blocks  (PlxReadItem     *self);
guint            plx_read_item_get_highlight (PlxReadItem     *self);
void             plx_read_item_set_highlight (PlxReadItem     *self,
                                              guint            sentence);
gboolean         plx_read_item_is_open       (PlxReadItem     *self);
void             plx_read_item_set_open      (PlxReadItem     *self,
                                              gboolean         open);
void             plx_read_item_changed       (PlxReadItem     *self);

G_END_DECLS
