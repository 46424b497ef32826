/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"

G_BEGIN_DECLS

void     plx_head_mark          (GPtrArray   *drafts,
                                 PlxDocument *document);
char    *plx_head_clean_byline  (const char  *text);
char    *plx_head_find_byline   (const char  *text);
gboolean plx_head_is_name       (const char  *text);

G_END_DECLS
