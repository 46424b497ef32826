/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"

G_BEGIN_DECLS

void     plx_chrome_mark_blocks  (GPtrArray *drafts);
void     plx_chrome_mark_runs    (GPtrArray *drafts);
void     plx_chrome_mark_heading (GPtrArray *drafts);
guint    plx_chrome_find_body    (GPtrArray *drafts);
gboolean plx_chrome_is_caption   (PlxDraft  *draft);

G_END_DECLS
