/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"
#include "comparing/plx-corrections.h"

G_BEGIN_DECLS

/**
 * PlxRuledSentence:
 * @ref: where it stands
 * @unit: the sentences with which it belongs together, by the first of them
 * @seat: where @unit is its own place: the sentence to which the others of its unit come, or
 *   `PLX_NONE`
 *
 * A sentence of which a correction speaks.
 */
typedef struct
{
  PlxSentenceRef ref;
  guint          unit;
  guint          seat;
} PlxRuledSentence;

/**
 * PlxRuledPair:
 * @a: a sentence, by its place among the ruled ones
 * @b: another
 */
typedef struct
{
  guint a;
  guint b;
} PlxRuledPair;

/**
 * PlxDismissal:
 * @correction: what the user has said
 * @refs: (element-type PlxSentenceRef): its sentences; those that are gone have no article
 */
typedef struct
{
  const PlxCorrection *correction;
  GArray              *refs;
} PlxDismissal;

/**
 * PlxRulings:
 * @corrections: what the user has said
 * @sentences: (element-type PlxRuledSentence): the sentences that it speaks of
 * @apart: (element-type guint64): pairs of them that no claim may hold
 * @also: (element-type PlxRuledPair): pairs that one claim must hold, though their units differ
 * @dismissals: (element-type PlxDismissal): differences that are none
 * @states: (element-type PlxCorrectionState): what has become of each of @corrections
 *
 * What corrections come to once each contradiction is settled, for the newest.
 */
typedef struct
{
  PlxCorrections *corrections;
  GArray         *sentences;
  GHashTable     *apart;
  GArray         *also;
  GArray         *dismissals;
  GArray         *states;
} PlxRulings;

PlxRulings *plx_rulings_new              (PlxCorrections *corrections,
                                          GPtrArray      *annotations,
                                          const guint    *given);
void        plx_rulings_free             (PlxRulings     *self);

gboolean    plx_rulings_are_apart        (PlxRulings     *self,
                                          guint           a,
                                          guint           b);
void        plx_rulings_apply            (PlxRulings     *self,
                                          PlxWeave       *weave,
                                          GPtrArray      *groups);
void        plx_rulings_drop_differences (PlxRulings     *self,
                                          PlxClaimRecord *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRulings, plx_rulings_free)

G_END_DECLS
