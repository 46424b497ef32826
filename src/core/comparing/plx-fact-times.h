/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-facts.h"

G_BEGIN_DECLS

void plx_fact_times_find (GArray *tokens,
                     PlxDay  day,
                     GArray *facts);

G_END_DECLS
