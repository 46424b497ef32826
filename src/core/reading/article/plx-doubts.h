/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"

G_BEGIN_DECLS

void plx_doubts_find (GPtrArray   *drafts,
                      PlxDocument *document);

G_END_DECLS
