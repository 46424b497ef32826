/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-statement.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_STATEMENT_ROW (plx_statement_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxStatementRow, plx_statement_row, PLX, STATEMENT_ROW, GtkListBoxRow)

GtkWidget      *plx_statement_row_new             (PlxSession      *session,
                                                   PlxSentenceRef   ref);
void            plx_statement_row_add             (PlxStatementRow *self,
                                                   PlxStatement    *statement);

PlxSentenceRef  plx_statement_row_get_ref         (PlxStatementRow *self);
gboolean        plx_statement_row_is_contradicted (PlxStatementRow *self);

G_END_DECLS
