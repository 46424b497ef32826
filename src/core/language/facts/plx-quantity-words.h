/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/facts/plx-quantities.h"

G_BEGIN_DECLS

guint          plx_quantity_read_hedge   (const PlxLexemes *lexemes,
                                          guint             at,
                                          PlxHedge         *hedge);
guint          plx_quantity_read_or_so   (const PlxLexemes *lexemes,
                                          guint             at,
                                          PlxHedge         *hedge);
const PlxUnit *plx_quantity_currency     (const PlxLexemes *lexemes,
                                          guint             at,
                                          guint            *start);
guint          plx_quantity_read_unit    (const PlxLexemes *lexemes,
                                          guint             at,
                                          const PlxUnit   **unit);
guint          plx_quantity_read_counted (const PlxLexemes *lexemes,
                                          guint             at,
                                          double            n,
                                          guint            *first);

G_END_DECLS
