/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "language/names/plx-name-layout.h"
#include "language/train/plx-train-vectors.h"

G_BEGIN_DECLS

/**
 * PlxTrainWordFacts:
 * @key: the hash that stands for the word
 * @fine: its cluster of many words that are used alike, or 0
 * @coarse: its cluster of few, or 0
 * @vector: where it stands among all words, in a length that all have
 *
 * A word that the model will know.
 */
typedef struct
{
  guint32 key;
  guint16 fine;
  guint16 coarse;
  float   vector[PLX_TRAIN_VECTOR_SIZE];
} PlxTrainWordFacts;

/**
 * PlxTrainWords:
 * @facts: (element-type PlxTrainWordFacts): the words, the most frequent first
 * @places: the place of each key in @facts, counted from 1
 *
 * The words that the model will know.
 */
typedef struct
{
  GArray     *facts;
  GHashTable *places;
} PlxTrainWords;

PlxTrainWords *plx_train_words_new           (void);
PlxTrainWords *plx_train_words_load          (GFile               *vectors,
                                              GFile               *clusters,
                                              guint                n_words,
                                              GError             **error);
void           plx_train_words_free          (PlxTrainWords       *self);
gboolean       plx_train_words_add           (PlxTrainWords       *self,
                                              const char          *word,
                                              const float         *vector);
gboolean       plx_train_words_read_clusters (PlxTrainWords       *self,
                                              const char          *text,
                                              GError             **error);
guint32        plx_train_words_find          (const PlxTrainWords *self,
                                              guint32              key);
void           plx_train_words_find_clusters (guint32              key,
                                              guint32             *fine,
                                              guint32             *coarse,
                                              gpointer             self);

/* The word at a place, counted from 1. */
static inline const PlxTrainWordFacts *
plx_train_words_get (const PlxTrainWords *self,
                     guint32              place)
{
  return &g_array_index (self->facts, PlxTrainWordFacts, place - 1);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTrainWords, plx_train_words_free)

G_END_DECLS
