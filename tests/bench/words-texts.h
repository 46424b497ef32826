/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WordsPool:
 * @sentences: (element-type GPtrArray): sentences, each the words of it
 * @words: all the words in them, as often as they stand
 *
 * What texts are drawn from.
 */
typedef struct
{
  GPtrArray *sentences;
  GPtrArray *words;
} WordsPool;

/**
 * WordsWitness:
 * @words: the words of it
 * @origins: (element-type guint32): which word of the text that all witnesses come from each is, or
 *   `G_MAXUINT32` for one that is its own
 *
 * A text of which it is known which words come from where.
 */
typedef struct
{
  GPtrArray *words;
  GArray    *origins;
} WordsWitness;

WordsPool    *words_pool_new      (char        **files,
                                   guint         n_files);
void          words_pool_free     (WordsPool    *self);
WordsWitness *words_pool_draw     (WordsPool    *self,
                                   GRand        *random,
                                   gsize         n_bytes,
                                   double        noise);
WordsWitness *words_witness_edit  (WordsWitness *text,
                                   WordsPool    *pool,
                                   GRand        *random,
                                   double        edits,
                                   double        dropped);
WordsWitness *words_witness_first (WordsWitness *text,
                                   guint         n_words);
char         *words_witness_write (WordsWitness *self);
void          words_witness_free  (WordsWitness *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordsPool, words_pool_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordsWitness, words_witness_free)

G_END_DECLS
