/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"

G_BEGIN_DECLS

/**
 * PlxGroup:
 * @nodes: (element-type guint): its sentences, by their place in the weave
 * @n_own: how many of them, from the first on, have no other group before this one
 *
 * Sentences that report the same.
 */
typedef struct
{
  GArray *nodes;
  guint   n_own;
} PlxGroup;

void       plx_group_free   (PlxGroup     *self);
GPtrArray *plx_grouping_run (PlxWeave     *weave,
                             GCancellable *cancellable);

G_END_DECLS
