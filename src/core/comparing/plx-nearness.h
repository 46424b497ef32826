/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-likeness.h"

G_BEGIN_DECLS

/**
 * PlxNear:
 * @other: another group
 * @n_pairs: how many pairs of a sentence of either have been looked at
 * @sum: how likely those report the same, all added up
 */
typedef struct
{
  guint other;
  guint n_pairs;
  float sum;
} PlxNear;

/**
 * PlxNearness:
 * @meetings: which sentences have been held against each other
 * @of: (element-type GArray) (nullable): for each group those that it has ties to, in order; `NULL`
 *   for one that has gone into another
 *
 * How close groups of sentences are to each other, while they are joined. It begins with a group
 * for each sentence.
 */
typedef struct
{
  PlxMeetings *meetings;
  GPtrArray   *of;
} PlxNearness;

PlxNearness   *plx_nearness_new   (PlxTies     *ties);
void           plx_nearness_free  (PlxNearness *self);
GArray        *plx_nearness_of    (PlxNearness *self,
                                   guint        group);
double         plx_nearness_get   (PlxNearness *self,
                                   guint        a,
                                   guint        b);
void           plx_nearness_merge (PlxNearness *self,
                                   GPtrArray   *groups,
                                   guint        a,
                                   guint        b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNearness, plx_nearness_free)

G_END_DECLS
