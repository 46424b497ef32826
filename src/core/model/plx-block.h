/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-record.h"

G_BEGIN_DECLS

#define PLX_TYPE_BLOCK (plx_block_get_type ())

G_DECLARE_FINAL_TYPE (PlxBlock, plx_block, PLX, BLOCK, PlxRecord)

const PlxBlockSpan *plx_block_get_record (PlxBlock *self);
GListModel         *plx_block_list_new   (PlxAnalysis *analysis,
                                          guint        article);

G_END_DECLS
