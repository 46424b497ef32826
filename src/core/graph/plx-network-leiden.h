/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-network.h"

G_BEGIN_DECLS

/**
 * PlxLeiden:
 *
 * Room for the Leiden algorithm to work in, made once for a network.
 */
typedef struct _PlxLeiden PlxLeiden;

PlxLeiden *plx_leiden_new  (const PlxNetwork *network,
                            double            resolution);
void       plx_leiden_free (PlxLeiden        *self);
gboolean   plx_leiden_run  (PlxLeiden        *self,
                            const PlxNetwork *network,
                            guint32          *group);
guint      plx_leiden_sort (PlxLeiden        *self,
                            guint32          *group,
                            guint             n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLeiden, plx_leiden_free)

G_END_DECLS
