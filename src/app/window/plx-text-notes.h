/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-note.h"

G_BEGIN_DECLS

/**
 * PlxTextNotePlace:
 * @note: a note on text
 * @article: the article, by its place in the analysis
 * @start: the first byte of the words in the article's text
 * @end: the byte after the last
 *
 * Where a note on text, or the part of it in one sentence, stands now.
 */
typedef struct
{
  const PlxNote *note;
  guint          article;
  guint32        start;
  guint32        end;
} PlxTextNotePlace;

/**
 * PlxTextNotes:
 * @notes: (nullable) (element-type PlxNote): the notes that were placed
 * @analysis: (nullable): in which
 * @places: (nullable) (element-type PlxTextNotePlace): where they are
 *
 * Where notes on text stand in an analysis, looked up once. Begins as all zero.
 */
typedef struct
{
  GPtrArray   *notes;
  PlxAnalysis *analysis;
  GArray      *places;
} PlxTextNotes;

void    plx_text_notes_clear   (PlxTextNotes *self);
GArray *plx_text_notes_list    (PlxTextNotes *self,
                                GPtrArray    *notes,
                                PlxAnalysis  *analysis,
                                const gint64 *articles,
                                guint         article,
                                guint32       start,
                                guint32       end);
void    plx_text_notes_anchor  (PlxNote       *note,
                                PlxAnnotation *annotation,
                                guint32        start,
                                guint32        end);

G_END_DECLS
