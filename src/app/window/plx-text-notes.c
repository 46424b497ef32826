/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-text-notes.h"

#include <string.h>

#include "model/plx-anchor.h"

/* A note on text knows the sentences in which its words stand, and of each the words: so it is
 * found again when the article is read or taken apart anew, wherever it stands by then. */

void
plx_text_notes_clear (PlxTextNotes *self)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

/* The words in their sentence; all of it where they are not written there any more. */
static void
add_place (PlxTextNotes    *self,
           const PlxNote   *note,
           const PlxAnchor *anchor,
           PlxSentenceRef   ref)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, ref.article);
  const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan,
                                                ref.sentence);
  const char *text = annotation->document->text->str;
  const char *at = anchor->says != NULL && *anchor->says != '\0'
    ? g_strstr_len (text + span->start, span->end - span->start, anchor->says) : NULL;
  PlxTextNotePlace place = {
    .note = note,
    .article = ref.article,
    .start = at != NULL ? at - text : span->start,
    .end = at != NULL ? at - text + strlen (anchor->says) : span->end,
  };

  g_array_append_val (self->places, place);
}

static void
place_notes (PlxTextNotes *self,
             GPtrArray    *notes,
             PlxAnalysis  *analysis,
             const gint64 *articles)
{
  g_autoptr (PlxAnchorIndex) index = NULL;

  if (self->notes == notes && self->analysis == analysis)
    return;

  plx_text_notes_clear (self);
  self->notes = g_ptr_array_ref (notes);
  self->analysis = plx_analysis_ref (analysis);
  self->places = g_array_new (FALSE, FALSE, sizeof (PlxTextNotePlace));
  index = plx_anchor_index_new (analysis->annotations, articles);
  for (guint i = 0; i < notes->len; i++)
    {
      const PlxNote *note = g_ptr_array_index (notes, i);

      for (guint k = 0; note->subject == PLX_NOTE_ON_TEXT && k < note->anchors->len; k++)
        {
          PlxSentenceRef ref;

          if (plx_anchor_index_find (index, note->anchors->pdata[k], &ref))
            add_place (self, note, note->anchors->pdata[k], ref);
        }
    }
}

/**
 * plx_text_notes_list:
 * @self: where notes are
 * @notes: (element-type PlxNote): the notes of a story
 * @analysis: what is found in it
 * @articles: (array): the ids of its articles, by their place
 * @article: an article, by its place
 * @start: the first byte of a stretch of its text
 * @end: the byte after the last
 *
 * Returns: (transfer full) (element-type PlxTextNotePlace): the notes on that stretch, the oldest
 *   first
 */
GArray *
plx_text_notes_list (PlxTextNotes *self,
                     GPtrArray    *notes,
                     PlxAnalysis  *analysis,
                     const gint64 *articles,
                     guint         article,
                     guint32       start,
                     guint32       end)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PlxTextNotePlace));

  if (notes->len == 0)
    return found;

  place_notes (self, notes, analysis, articles);
  for (guint i = 0; i < self->places->len; i++)
    {
      const PlxTextNotePlace *place = &g_array_index (self->places, PlxTextNotePlace, i);

      if (place->article == article && place->start < end && place->end > start)
        g_array_append_val (found, *place);
    }

  return found;
}

/**
 * plx_text_notes_anchor:
 * @note: a note on a text
 * @annotation: the article
 * @start: the first byte of the words
 * @end: the byte after the last
 *
 * Ties a note to words. Without any sentence it stays on nothing.
 */
void
plx_text_notes_anchor (PlxNote       *note,
                       PlxAnnotation *annotation,
                       guint32        start,
                       guint32        end)
{
  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, i);
      const guint32 first = MAX (span->start, start);
      const guint32 last = MIN (span->end, end);
      PlxAnchor *anchor;

      if (first >= last)
        continue;

      anchor = plx_anchor_new_at (annotation, i, note->article);
      anchor->says = g_strndup (annotation->document->text->str + first, last - first);
      g_ptr_array_add (note->anchors, anchor);
    }
}
