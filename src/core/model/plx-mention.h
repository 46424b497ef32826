/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-record.h"

G_BEGIN_DECLS

#define PLX_TYPE_MENTION (plx_mention_get_type ())

G_DECLARE_FINAL_TYPE (PlxMention, plx_mention, PLX, MENTION, PlxRecord)

const PlxMentionSpan *plx_mention_get_record (PlxMention *self);
GListModel           *plx_mention_list_new   (PlxAnalysis *analysis,
                                              guint        article);

G_END_DECLS
