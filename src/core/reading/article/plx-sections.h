/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"

G_BEGIN_DECLS

char *plx_sections_clean     (const char  *value);
char *plx_sections_from_trail (const char *trail,
                               const char *headline,
                               const char *outlet);
char *plx_sections_from_path (const char  *address);
void  plx_sections_find      (GPtrArray   *drafts,
                              PlxDocument *document);

G_END_DECLS
