/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-anchor.h"

G_BEGIN_DECLS

#define PLX_TYPE_CORRECTION (plx_correction_get_type ())

/**
 * PlxCorrection:
 * @id: its number in the library, or 0 while it has none; of two the later one is greater
 * @story: id of the story
 * @kind: what it says of its sentences
 * @anchors: (element-type PlxAnchor): the sentences that it speaks of
 * @difference: where @kind is `PLX_CORRECTION_DISMISS`, the kind of the difference
 * @about: (nullable): the same, what the difference is about, in words
 *
 * What the user has said of the claims of a story. It always wins over what the engine finds,
 * whenever the story is compared again, and the newest wins over the older ones.
 *
 * It is the one form in which every way of correcting is kept. To *pin* two sentences together and
 * to *join* two claims both say that all the sentences belong together; those of side 0 come to
 * where those of side 1 are. To *forbid* two sentences and to *split* a claim both say that those
 * of side 0 are one claim, and belong in another than those of side 1, of which nothing else is
 * said.
 *
 * A sentence that is not there any more says nothing, until it is there again.
 */
typedef struct
{
  gint64             id;
  gint64             story;
  PlxCorrectionKind  kind;
  GPtrArray         *anchors;
  PlxDifferenceKind  difference;
  char              *about;
} PlxCorrection;

GType          plx_correction_get_type (void);

PlxCorrection *plx_correction_new      (PlxCorrectionKind    kind,
                                        gint64               story);
PlxCorrection *plx_correction_copy     (const PlxCorrection *self);
void           plx_correction_free     (PlxCorrection       *self);

void           plx_correction_add      (PlxCorrection       *self,
                                        guint                side,
                                        PlxAnchor           *anchor);
gboolean       plx_correction_is_whole (const PlxCorrection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorrection, plx_correction_free)

G_END_DECLS
