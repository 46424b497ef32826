/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-event-terms.h"

G_BEGIN_DECLS

char **plx_event_reasons_find        (PlxEventTerms *terms,
                                      GPtrArray     *documents,
                                      GArray        *articles);
char  *plx_event_reasons_format_days (PlxDay         from,
                                      PlxDay         to);

G_END_DECLS
