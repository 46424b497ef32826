/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-record.h"

G_BEGIN_DECLS

#define PLX_TYPE_STATEMENT (plx_statement_get_type ())

G_DECLARE_FINAL_TYPE (PlxStatement, plx_statement, PLX, STATEMENT, PlxRecord)

const PlxStatementRecord *plx_statement_get_record (PlxStatement *self);
GListModel               *plx_statement_list_new   (PlxAnalysis *analysis);

G_END_DECLS
