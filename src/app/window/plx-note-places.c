/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-note-places.h"

#include "model/plx-anchor.h"

void
plx_note_places_clear (PlxNotePlaces *self)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->claims, g_array_unref);
}

static void
place_notes (PlxNotePlaces *self,
             GPtrArray     *notes,
             PlxAnalysis   *analysis,
             const gint64  *articles)
{
  g_autoptr (PlxAnchorIndex) index = NULL;

  if (self->notes == notes && self->analysis == analysis)
    return;

  plx_note_places_clear (self);
  self->notes = g_ptr_array_ref (notes);
  self->analysis = plx_analysis_ref (analysis);
  self->claims = g_array_new (FALSE, FALSE, sizeof (guint));
  index = plx_anchor_index_new (analysis->annotations, articles);
  for (guint i = 0; i < notes->len; i++)
    {
      const PlxNote *note = g_ptr_array_index (notes, i);
      const guint claim = note->subject == PLX_NOTE_ON_CLAIM
        ? plx_anchor_index_find_claim (index, analysis, note->anchors) : PLX_NONE;

      g_array_append_val (self->claims, claim);
    }
}

/**
 * plx_note_places_list:
 * @self: where notes are
 * @notes: (element-type PlxNote): the notes of a story
 * @analysis: what is found in it
 * @articles: (array): the ids of its articles, by their place
 * @claim: a claim of it, by its place
 *
 * Returns: (transfer container) (element-type PlxNote): the notes on that claim, the oldest first
 */
GPtrArray *
plx_note_places_list (PlxNotePlaces *self,
                      GPtrArray     *notes,
                      PlxAnalysis   *analysis,
                      const gint64  *articles,
                      guint          claim)
{
  GPtrArray *found = g_ptr_array_new ();

  if (notes->len == 0)
    return found;

  place_notes (self, notes, analysis, articles);
  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (self->claims, guint, i) == claim)
      g_ptr_array_add (found, g_ptr_array_index (notes, i));

  return found;
}
