/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-pair-model.h"

G_BEGIN_DECLS

/**
 * PlxSheetPairRow:
 * @left: a sentence of the left article, or `PLX_NONE`
 * @rights: (element-type guint32): sentences of the right article that are tied to it, or one that
 *   is tied to none; those that stand in a row above are left out
 * @above: (element-type guint32): those that stand in a row above
 * @kind: how the two sides stand to each other
 * @is_moved: whether they stand in another order than most that both tell
 *
 * What stands on a level of two articles side by side.
 */
typedef struct
{
  guint32      left;
  GArray      *rights;
  GArray      *above;
  PlxPairKind  kind;
  gboolean     is_moved;
} PlxSheetPairRow;

GPtrArray *plx_sheet_pair_rows_new (const PlxPairModel *model);

G_END_DECLS
