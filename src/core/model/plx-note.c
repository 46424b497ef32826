/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-note"

#include "config.h"

#include "model/plx-note.h"

static const char * const nicks[PLX_N_HIGHLIGHTS] = {
  [PLX_HIGHLIGHT_NONE] = NULL,
  [PLX_HIGHLIGHT_MARK] = "mark",
  [PLX_HIGHLIGHT_IMPORTANT] = "important",
  [PLX_HIGHLIGHT_DOUBT] = "doubt",
};

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

/**
 * plx_note_new_on_text:
 * @article: id of the article
 * @body: what the user has written, or an empty string
 *
 * Returns: (transfer full): a note on no words of it yet
 */
PlxNote *
plx_note_new_on_text (gint64      article,
                      const char *body)
{
  PlxNote *self = plx_note_new (0, body);

  self->subject = PLX_NOTE_ON_TEXT;
  self->article = article;

  return self;
}

/**
 * plx_note_new_on_entity:
 * @story: id of the story
 * @entity: what the entity is called
 * @body: what the user has written
 *
 * Returns: (transfer full): a note on it
 */
PlxNote *
plx_note_new_on_entity (gint64      story,
                        const char *entity,
                        const char *body)
{
  PlxNote *self = plx_note_new (story, body);

  self->subject = PLX_NOTE_ON_ENTITY;
  self->entity = g_strdup (entity);

  return self;
}

/**
 * plx_highlight_to_nick:
 * @highlight: how a text is highlighted
 *
 * Returns: (nullable): what that is called in files, or `NULL` where it is not highlighted
 */
const char *
plx_highlight_to_nick (PlxHighlight highlight)
{
  return highlight < PLX_N_HIGHLIGHTS ? nicks[highlight] : NULL;
}

/**
 * plx_highlight_from_nick:
 * @nick: (nullable): what it is called in files
 *
 * Returns: how a text is highlighted; as with a marker where a later release knows another way
 */
PlxHighlight
plx_highlight_from_nick (const char *nick)
{
  for (guint i = 0; i < PLX_N_HIGHLIGHTS; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      return i;

  return PLX_HIGHLIGHT_MARK;
}

/**
 * plx_note_is_empty:
 * @self: a note
 *
 * Returns: whether it says nothing: whoever writes it removes it
 */
gboolean
plx_note_is_empty (const PlxNote *self)
{
  return *self->body == '\0' && self->highlight == PLX_HIGHLIGHT_NONE;
}

PlxNote *
plx_note_copy (const PlxNote *self)
{
  PlxNote *copy = g_memdup2 (self, sizeof *self);

  copy->anchors = plx_anchors_copy (self->anchors);
  copy->body = g_strdup (self->body);
  copy->entity = g_strdup (self->entity);

  return copy;
}

void
plx_note_free (PlxNote *self)
{
  g_ptr_array_unref (self->anchors);
  g_free (self->body);
  g_free (self->entity);
  g_free (self);
}
