/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "language/names/plx-name-layout.h"

G_BEGIN_DECLS

/**
 * PlxTrainWord:
 * @text: the word, or mark
 * @name: a number that all words of one name share, and no others of the sentence; 0 if none
 * @klass: what that name names
 * @start: first byte in the text of the sentence
 * @end: the byte after the last
 *
 * A word of a text in which the names are marked.
 */
typedef struct
{
  char        *text;
  guint32      name;
  PlxNameClass klass;
  guint32      start;
  guint32      end;
} PlxTrainWord;

/**
 * PlxTrainSentence:
 * @words: (element-type PlxTrainWord): its words
 * @text: the sentence as it is written, set by [method@TrainSentence.join]
 *
 * A sentence in which the names are marked.
 */
typedef struct
{
  GArray *words;
  char   *text;
} PlxTrainSentence;

GPtrArray        *plx_train_text_read     (GFile             *file,
                                           GError           **error);

PlxTrainSentence *plx_train_sentence_new  (void);
void              plx_train_sentence_free (PlxTrainSentence  *self);
void              plx_train_sentence_add  (PlxTrainSentence  *self,
                                           const char        *text,
                                           gssize             length,
                                           guint32            name,
                                           PlxNameClass       klass);
void              plx_train_sentence_join (PlxTrainSentence  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTrainSentence, plx_train_sentence_free)

G_END_DECLS
