/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-facts.h"

G_BEGIN_DECLS

/* The group of a share that is told in hundredths: two of those differ as numbers do. */
#define PLX_FACT_OF_HUNDRED 1

GArray *plx_facts_refine (GArray *facts,
                          GArray *tokens,
                          PlxDay  day);

G_END_DECLS
