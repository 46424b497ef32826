/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many numbers tell where a word stands. */
#define PLX_TRAIN_VECTOR_SIZE 100

/**
 * PlxTrainVectors:
 * @places: (element-type utf8 guint): the place of each word in @numbers, counted from 1
 * @words: (element-type utf8): the words, the most frequent first
 * @numbers: `PLX_TRAIN_VECTOR_SIZE` for each word
 *
 * Words and where they stand among all words: those that are used alike are near each other.
 */
typedef struct
{
  GHashTable *places;
  GPtrArray  *words;
  float      *numbers;
} PlxTrainVectors;

/**
 * PlxTrainWantFunc:
 * @word: a word
 * @user_data: what was given beside the function
 *
 * Returns: whether the vector of @word is wanted
 */
typedef gboolean (*PlxTrainWantFunc) (const char *word,
                                      gpointer    user_data);

PlxTrainVectors *plx_train_vectors_read (GInputStream      *stream,
                                         guint              n_words,
                                         PlxTrainWantFunc   want,
                                         gpointer           user_data,
                                         GError           **error);
void             plx_train_vectors_free (PlxTrainVectors   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTrainVectors, plx_train_vectors_free)

G_END_DECLS
