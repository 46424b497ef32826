/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxTrainRandom:
 * @state: never 0
 *
 * A row of numbers that look random and follow from the seed alone (Marsaglia's xorshift), so that
 * training can be repeated; GLib does not promise that its own stay the same for ever.
 */
typedef struct
{
  guint64 state;
} PlxTrainRandom;

static inline guint32
plx_train_random_next (PlxTrainRandom *self)
{
  self->state ^= self->state << 13;
  self->state ^= self->state >> 7;
  self->state ^= self->state << 17;

  return (guint32) (self->state >> 16);
}

/**
 * plx_train_random_init:
 * @self: a generator
 * @seed: any number
 *
 * Begins the row that belongs to @seed.
 */
static inline void
plx_train_random_init (PlxTrainRandom *self,
                       guint64         seed)
{
  self->state = seed * 0x9e3779b97f4a7c15u ^ 0xd1b54a32d192ed03u;
  if (self->state == 0)
    self->state = 1;

  /* Seeds that differ in a bit begin alike. */
  for (guint i = 0; i < 16; i++)
    plx_train_random_next (self);
}

/**
 * plx_train_random_share:
 * @self: a generator
 *
 * Returns: a number from 0 up to, and without, 1
 */
static inline double
plx_train_random_share (PlxTrainRandom *self)
{
  return (plx_train_random_next (self) & 0xffffff) / (double) 0x1000000;
}

G_END_DECLS
