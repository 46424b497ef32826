/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-outlet-table.h"
#include "reading/article/plx-draft.h"

G_BEGIN_DECLS

const char *plx_outlets_find_in_text   (const char *text);
char       *plx_outlets_find_in_chrome (GPtrArray  *drafts);

G_END_DECLS
