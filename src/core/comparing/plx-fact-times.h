/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-facts.h"
#include "language/facts/plx-times.h"

G_BEGIN_DECLS

GArray *plx_fact_times_read (PlxLexemes *lexemes,
                             PlxDay      day);

void    plx_fact_times_find (GArray     *tokens,
                             GArray     *times,
                             PlxDay      day,
                             GArray     *facts);

G_END_DECLS
