/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-tokens.h"

G_BEGIN_DECLS

/* No token has more features. */
#define PLX_NAME_MOST_FEATURES 512

/**
 * PlxNameSight:
 * @word: the hash of its word
 * @form: in which form it is written, by the case of the sentence
 * @first: where its features begin
 * @end: where they end; none where it cannot be part of a name
 *
 * What is seen of a token.
 */
typedef struct
{
  guint32 word;
  guint32 form;
  guint32 first;
  guint32 end;
} PlxNameSight;

/**
 * PlxNameFeatures:
 * @sights: (element-type PlxNameSight): a sight for each token
 * @hashes: (element-type guint32): the features of all tokens, as hashes
 *
 * What is seen of the tokens of a sentence. Training and tagging see the same.
 */
typedef struct
{
  GArray *sights;
  GArray *hashes;
} PlxNameFeatures;

/**
 * PlxClusterFunc:
 * @word: the hash of a word
 * @fine: (out): its cluster of many, or 0
 * @coarse: (out): its cluster of few, or 0
 * @user_data: what was given beside the function
 *
 * Tells in which clusters of words that are used alike a word is.
 */
typedef void (*PlxClusterFunc) (guint32   word,
                                guint32  *fine,
                                guint32  *coarse,
                                gpointer  user_data);

PlxNameFeatures *plx_name_features_new       (void);
void             plx_name_features_free      (PlxNameFeatures *self);
void             plx_name_features_read      (PlxNameFeatures *self,
                                              const char      *text,
                                              const PlxToken  *tokens,
                                              guint            n_tokens,
                                              PlxCase          letter_case,
                                              PlxClusterFunc   find_clusters,
                                              gpointer         user_data);
guint32          plx_name_features_hash_word (const char      *word,
                                              gsize            length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameFeatures, plx_name_features_free)

G_END_DECLS
