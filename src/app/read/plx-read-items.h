/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "read/plx-read-item.h"

G_BEGIN_DECLS

GPtrArray *plx_read_items_new          (PlxSession  *session,
                                        guint        article,
                                        PlxDocument *document);
GPtrArray *plx_read_items_new_cut      (PlxReadItem *fold);
GArray    *plx_read_items_collect_open (GListModel  *items,
                                        guint        article);
void       plx_read_items_reopen       (GPtrArray   *items,
                                        GArray      *open);
gboolean   plx_read_items_refresh      (GListModel  *items,
                                        GPtrArray   *wanted);
gboolean   plx_read_items_find         (GListModel  *items,
                                        guint        block,
                                        guint       *position);

G_END_DECLS
