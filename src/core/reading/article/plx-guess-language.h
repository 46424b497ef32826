/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"

G_BEGIN_DECLS

const char *plx_guess_language      (GPtrArray   *drafts);
void        plx_guess_language_fill (GPtrArray   *drafts,
                                     PlxDocument *document);

G_END_DECLS
