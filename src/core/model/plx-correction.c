/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-correction"

#include "config.h"

#include "model/plx-correction.h"

G_DEFINE_BOXED_TYPE (PlxCorrection, plx_correction, plx_correction_copy, plx_correction_free)

/**
 * plx_correction_new:
 * @kind: what it says of its sentences
 * @story: id of the story
 *
 * Returns: (transfer full): a correction of no sentences yet
 */
PlxCorrection *
plx_correction_new (PlxCorrectionKind kind,
                    gint64            story)
{
  PlxCorrection *self = g_new0 (PlxCorrection, 1);

  self->kind = kind;
  self->story = story;
  self->anchors = plx_anchors_new ();

  return self;
}

PlxCorrection *
plx_correction_copy (const PlxCorrection *self)
{
  PlxCorrection *copy = g_memdup2 (self, sizeof *self);

  copy->anchors = plx_anchors_copy (self->anchors);
  copy->about = g_strdup (self->about);

  return copy;
}

void
plx_correction_free (PlxCorrection *self)
{
  g_ptr_array_unref (self->anchors);
  g_free (self->about);
  g_free (self);
}

/**
 * plx_correction_add:
 * @self: a correction
 * @side: on which side the sentence stands, 0 or 1
 * @anchor: (transfer full): a sentence
 */
void
plx_correction_add (PlxCorrection *self,
                    guint          side,
                    PlxAnchor     *anchor)
{
  g_return_if_fail (anchor != NULL);
  g_return_if_fail (side <= 1);

  anchor->side = side;
  g_ptr_array_add (self->anchors, anchor);
}

/**
 * plx_correction_is_whole:
 * @self: a correction
 *
 * Returns: whether it has as many sentences as it takes to say anything
 */
gboolean
plx_correction_is_whole (const PlxCorrection *self)
{
  guint n[2] = { 0, 0 };

  for (guint i = 0; i < self->anchors->len; i++)
    n[((const PlxAnchor *) g_ptr_array_index (self->anchors, i))->side != 0]++;

  if (self->kind == PLX_CORRECTION_APART)
    return n[0] > 0 && n[1] > 0;

  return n[0] + n[1] > 1;
}
