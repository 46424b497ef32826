/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-likeness.h"

G_BEGIN_DECLS

/**
 * PlxNear:
 * @other: another group
 * @pairs: how many pairs of a sentence of either there are
 * @sampled: how likely those of the sample report the same, added up
 * @all: how likely any of them do that have been looked at, added up
 */
typedef struct
{
  guint           other;
  PlxMeetingPairs pairs;
  float           sampled;
  float           all;
} PlxNear;

/* How likely both report the same, on the average: of the pairs of the sample, which is fair, or of
 * all pairs, where those that nobody has looked at count as unlike. The latter tells of groups
 * that are too small for the sample. */
static inline double
plx_near_average (const PlxNear *self)
{
  float sampled = self->pairs.sampled > 0 ? self->sampled / self->pairs.sampled : 0;
  float all = self->pairs.all > 0 ? self->all / self->pairs.all : 0;

  return MAX (sampled, all);
}

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
