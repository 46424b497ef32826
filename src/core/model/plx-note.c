/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-note"

#include "config.h"

#include "model/plx-note.h"

G_DEFINE_BOXED_TYPE (PlxNote, plx_note, plx_note_copy, plx_note_free)

/**
 * plx_note_new:
 * @story: id of the story
 * @body: what the user has written
 *
 * Returns: (transfer full): a note on no claim yet
 */
PlxNote *
plx_note_new (gint64      story,
              const char *body)
{
  PlxNote *self = g_new0 (PlxNote, 1);

  self->story = story;
  self->body = g_strdup (body);
  self->anchors = plx_anchors_new ();

  return self;
}

PlxNote *
plx_note_copy (const PlxNote *self)
{
  PlxNote *copy = g_memdup2 (self, sizeof *self);

  copy->anchors = plx_anchors_copy (self->anchors);
  copy->body = g_strdup (self->body);

  return copy;
}

void
plx_note_free (PlxNote *self)
{
  g_ptr_array_unref (self->anchors);
  g_free (self->body);
  g_free (self);
}
