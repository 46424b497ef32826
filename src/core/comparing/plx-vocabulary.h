/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-word-table.h"

G_BEGIN_DECLS

/* Words that are used less alike than this have nothing to do with each other. */
#define PLX_VOCABULARY_LEAST_COSINE 0.45f

/**
 * PlxVocabulary:
 *
 * Of what the sentences that are compared with each other are made: their words and the groups of
 * three letters in those, each with a number. Which words are used alike is found once for all
 * sentences that have them.
 *
 * It remembers what it was asked last, so that no two threads may use one.
 */
typedef struct _PlxVocabulary PlxVocabulary;

PlxVocabulary      *plx_vocabulary_new         (void);
void                plx_vocabulary_free        (PlxVocabulary *self);
void                plx_vocabulary_add_letters (PlxVocabulary *self,
                                                const char    *folded,
                                                gsize          length,
                                                GArray        *letters);
void                plx_vocabulary_end_letters (PlxVocabulary *self);
void                plx_vocabulary_mark        (PlxVocabulary *self,
                                                GArray        *letters);
void                plx_vocabulary_forget      (PlxVocabulary *self,
                                                GArray        *letters);
guint               plx_vocabulary_count       (PlxVocabulary *self,
                                                GArray        *a,
                                                GArray        *b);
gboolean            plx_vocabulary_add_word    (PlxVocabulary *self,
                                                guint32        hash,
                                                guint32       *word);
const guint64      *plx_vocabulary_get_near    (PlxVocabulary *self,
                                                guint32        word);
float               plx_vocabulary_get_cosine  (PlxVocabulary *self,
                                                guint32        a,
                                                guint32        b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVocabulary, plx_vocabulary_free)

G_END_DECLS
