/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

gboolean     plx_document_equal (PlxDocument *a,
                                 PlxDocument *b);
PlxDocument *plx_document_merge (PlxDocument *base,
                                 PlxDocument *wanted,
                                 PlxDocument *current);

G_END_DECLS
