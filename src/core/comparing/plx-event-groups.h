/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-event-terms.h"
#include "comparing/plx-reprints.h"

G_BEGIN_DECLS

/**
 * PlxAlikePair:
 * @a: an article
 * @b: another, later in the collection
 * @likeness: how likely they are about one event, 0 to 1
 *
 * Two articles that may be about one event.
 */
typedef struct
{
  guint32 a;
  guint32 b;
  double  likeness;
} PlxAlikePair;

GArray    *plx_event_groups_candidates (PlxEventTerms *terms);
GPtrArray *plx_event_groups_find       (PlxEventTerms *terms,
                                        GArray        *pairs,
                                        GArray        *reprints);

G_END_DECLS
