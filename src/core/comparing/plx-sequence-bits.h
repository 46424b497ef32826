/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-sequence.h"

G_BEGIN_DECLS

/**
 * PlxSequenceBits:
 *
 * The exact longest common subsequence of two sequences, 64 places at a time.
 */
typedef struct _PlxSequenceBits PlxSequenceBits;

PlxSequenceBits *plx_sequence_bits_new     (const PlxSequence *a,
                                            const PlxSequence *b,
                                            guint32            n_ids);
void             plx_sequence_bits_free    (PlxSequenceBits   *self);
gboolean         plx_sequence_bits_solve   (PlxSequenceBits   *self,
                                            GArray            *pairs,
                                            GCancellable      *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSequenceBits, plx_sequence_bits_free)

G_END_DECLS
