/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-naming.h"
#include "window/plx-said-row.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

const char *plx_scope_words        (PlxScope         scope);
char       *plx_naming_dup_title   (const PlxNaming *naming);
GtkWidget  *plx_naming_new_row     (const PlxNaming *naming,
                                    PlxSession      *session);
gboolean    plx_naming_matches     (const PlxNaming *naming,
                                    const char      *words);

G_END_DECLS
