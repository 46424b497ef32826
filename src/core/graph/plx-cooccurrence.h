/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In a scope of more entities than this, each is paired with so many that follow it. */
#define PLX_COOCCURRENCE_NEAR 128

/**
 * PlxTogether:
 * @a: an entity
 * @b: another, a < b
 * @weight: in how many scopes both are; 0 where a place of the table is free
 * @n_sources: in how many articles
 * @last_source: the last of them
 *
 * A pair of entities that are together somewhere.
 */
typedef struct
{
  guint32 a;
  guint32 b;
  guint32 weight;
  guint32 n_sources;
  guint32 last_source;
} PlxTogether;

/**
 * PlxCooccurrence:
 * @n_entities: how many entities there are
 * @weights: (array length=n_entities): in how many scopes each is
 * @pairs: a table of 2^@bits places, see [method@Cooccurrence.dup_pairs]
 * @bits: how large it is
 * @max_bits: how large it may become; 24 unless changed before the first scope: 13 million pairs
 * @n_pairs: how many of its places are taken
 * @n_crowded: scopes in which not every entity was paired with every other
 * @missed: how much too low the weight of a pair may be; 0 as long as there was room for all
 *
 * Counts which entities stand in one scope, in one pass over the scopes.
 *
 * It takes time in proportion to the mentions, since an entity is paired with at most
 * `PLX_COOCCURRENCE_NEAR` others that follow it in its scope, and memory in proportion to the
 * different pairs, however often they come. Where there are more of them than it has room for,
 * those that came least are forgotten: no more than half a gigabyte is used at any time.
 */
typedef struct
{
  guint        n_entities;
  guint       *weights;
  PlxTogether *pairs;
  guint        bits;
  guint        max_bits;
  gsize        n_pairs;
  guint        n_crowded;
  guint        missed;
  guint       *seen;   /* the last scope of each entity, from 1 */
  guint        scope;
  GArray      *inside; /* guint32: the different entities of a scope */
} PlxCooccurrence;

PlxCooccurrence *plx_cooccurrence_new       (guint            n_entities);
void             plx_cooccurrence_free      (PlxCooccurrence *self);
void             plx_cooccurrence_add       (PlxCooccurrence *self,
                                             guint32          source,
                                             const guint32   *entities,
                                             gsize            n_entities);
GArray          *plx_cooccurrence_dup_pairs (PlxCooccurrence *self);

double           plx_cooccurrence_surprise  (guint            both,
                                             guint            a,
                                             guint            b,
                                             guint            all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCooccurrence, plx_cooccurrence_free)

G_END_DECLS
