/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-facts.h"

G_BEGIN_DECLS

gboolean plx_facts_fit           (const PlxFact *a,
                                  const PlxFact *b);
gboolean plx_facts_have_range    (const PlxFact *a,
                                  const PlxFact *b);
gboolean plx_facts_count_by_ends (const PlxFact *a,
                                  const PlxFact *b);

G_END_DECLS
