/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-sequence.h"

G_BEGIN_DECLS

/**
 * PlxSequenceRun:
 * @a: its first place in the first sequence
 * @b: its first place in the second
 * @length: how many places are the same from there on
 */
typedef struct
{
  guint32 a;
  guint32 b;
  guint32 length;
} PlxSequenceRun;

guint32 plx_sequence_anchors (const PlxSequence *a,
                              const PlxSequence *b,
                              GArray            *runs);

G_END_DECLS
