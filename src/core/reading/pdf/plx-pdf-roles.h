/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

GPtrArray *plx_pdf_roles_draft (GPtrArray   *blocks);
void       plx_pdf_roles_find  (GPtrArray   *blocks,
                                GPtrArray   *drafts,
                                float        body_size,
                                PlxDocument *document);

G_END_DECLS
