/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-word-table.h"

G_BEGIN_DECLS

/* Words that are used less alike than this have nothing to do with each other. */
#define PLX_VOCABULARY_LEAST_COSINE 0.45f

/* Words of a sentence that are marked. */
#define PLX_VOCABULARY_MOST_WORDS 128

/**
 * PlxParts:
 * @letters: (element-type guint32): the groups of three letters in the words of a sentence
 * @words: (element-type guint32): all its words in order
 * @placed: (element-type guint32): those of which it is known where they stand among all others
 *
 * What a sentence is made of, each part by its number in a vocabulary.
 */
typedef struct
{
  GArray *letters;
  GArray *words;
  GArray *placed;
} PlxParts;

/**
 * PlxPlaces:
 * @bits: a bit for each word of a sentence, the first 128 of them
 *
 * Where in a sentence something stands.
 */
typedef struct
{
  guint64 bits[PLX_VOCABULARY_MOST_WORDS / 64];
} PlxPlaces;

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

PlxVocabulary   *plx_vocabulary_new             (void);
void             plx_vocabulary_free            (PlxVocabulary  *self);
void             plx_vocabulary_add_letters     (PlxVocabulary  *self,
                                                 const char     *folded,
                                                 gsize           length,
                                                 GArray         *letters);
void             plx_vocabulary_end_letters     (PlxVocabulary  *self);
guint32          plx_vocabulary_add_form        (PlxVocabulary  *self,
                                                 guint32         hash);
gboolean         plx_vocabulary_add_word        (PlxVocabulary  *self,
                                                 guint32         hash,
                                                 guint32        *word);
void             plx_vocabulary_mark            (PlxVocabulary  *self,
                                                 const PlxParts *parts);
void             plx_vocabulary_forget          (PlxVocabulary  *self,
                                                 const PlxParts *parts);
const PlxParts  *plx_vocabulary_mark_one_of     (PlxVocabulary  *self,
                                                 const PlxParts *a,
                                                 const PlxParts *b);
guint            plx_vocabulary_count           (PlxVocabulary  *self,
                                                 const PlxParts *a,
                                                 const PlxParts *b);
const PlxPlaces *plx_vocabulary_get_places      (PlxVocabulary  *self);
const guint64   *plx_vocabulary_get_near        (PlxVocabulary  *self,
                                                 guint32         word);
const guint64   *plx_vocabulary_get_near_marked (PlxVocabulary  *self,
                                                 const PlxParts *parts);
float            plx_vocabulary_get_cosine      (PlxVocabulary  *self,
                                                 guint32         a,
                                                 guint32         b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVocabulary, plx_vocabulary_free)

G_END_DECLS
