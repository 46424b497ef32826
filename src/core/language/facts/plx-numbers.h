/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexemes.h"

G_BEGIN_DECLS

guint plx_numbers_read          (const PlxLexemes *lexemes,
                                 guint             at,
                                 double           *value);
guint plx_numbers_read_vague    (const PlxLexemes *lexemes,
                                 guint             at,
                                 double           *low,
                                 double           *high);
guint plx_numbers_read_fraction (const PlxLexemes *lexemes,
                                 guint             at,
                                 double           *value);

G_END_DECLS
