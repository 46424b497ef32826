/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxSequence:
 * @ids: what stands in it, each a number below @n_ids
 * @length: how many
 *
 * A text as numbers of words: equal words have equal numbers.
 */
typedef struct
{
  const guint32 *ids;
  guint32        length;
} PlxSequence;

/**
 * PlxSequencePair:
 * @a: a place in the first sequence
 * @b: the place in the second that is the same
 */
typedef struct
{
  guint32 a;
  guint32 b;
} PlxSequencePair;

gboolean plx_sequence_match (const PlxSequence *a,
                             const PlxSequence *b,
                             guint32            n_ids,
                             GArray            *pairs,
                             GCancellable      *cancellable);

G_END_DECLS
