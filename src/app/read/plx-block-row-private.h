/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "read/plx-block-row.h"

G_BEGIN_DECLS

/**
 * PlxBlockRow:
 *
 * Shows a [class@ReadItem].
 *
 * Signals: `name-activated (guint mention)`, `fold-activated ()`, `mark-requested (guint start,
 * guint end)` for the bytes of the article's text that are selected, if any.
 *
 * It is one type in two files, which share its fields: what one does with it, and what it shows
 * (plx-block-row-show.c).
 *
 * ## Actions
 *
 * - `block.cut` cuts the block out of the article
 * - `block.put-back` puts it back, or all blocks for which the row stands
 * - `block.always` does the one or the other in all articles of the outlet
 * - `block.highlight` (string) highlights what is selected, in the way that is named
 * - `block.remark` writes a note on it
 * - `block.mark` asks for what is selected, or the word at the cursor, to be marked as a name
 */
struct _PlxBlockRow
{
  AdwBin       parent_instance;

  PlxReadItem *item; /* nullable: rows are recycled */

  GtkWidget   *text_overlay;
  GtkLabel    *text;
  GtkLabel    *decision;
  GtkLabel    *remarks; /* the user's notes on the text */
  GtkWidget   *fold;
  GtkWidget   *fold_button;
  GtkWidget   *fold_put_back;
  GtkImage    *fold_arrow;
  GtkLabel    *fold_label;
  GtkLabel    *fold_word;
  GtkWidget   *cut;
  GtkLabel    *cut_reason;
  GtkLabel    *cut_text;
  GtkButton   *note;
  GtkImage    *note_icon;
  GtkLabel    *note_label;
};

/* plx-block-row-show.c */
PlxDocument *plx_block_row_get_document (PlxBlockRow *self);
void         plx_block_row_update       (PlxBlockRow *self);

G_END_DECLS
