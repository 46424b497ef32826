/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-note.h"

G_BEGIN_DECLS

/**
 * PlxNotePlaces:
 * @notes: (nullable) (element-type PlxNote): the notes that were placed
 * @analysis: (nullable): in which
 * @claims: (nullable) (element-type guint): of each note, its claim or `PLX_NONE`
 *
 * On which claims of an analysis the notes are, looked up once. Begins as all zero.
 */
typedef struct
{
  GPtrArray   *notes;
  PlxAnalysis *analysis;
  GArray      *claims;
} PlxNotePlaces;

void       plx_note_places_clear (PlxNotePlaces *self);
GPtrArray *plx_note_places_list  (PlxNotePlaces *self,
                                  GPtrArray     *notes,
                                  PlxAnalysis   *analysis,
                                  const gint64  *articles,
                                  guint          claim);

G_END_DECLS
