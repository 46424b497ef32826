/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-vocabulary.h"
#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxTermKind:
 * @PLX_TERM_WORD: a word that tells something
 * @PLX_TERM_NAME: a name, or a word of one
 * @PLX_TERM_NUMBER: a number, in digits or in a word
 * @PLX_TERM_DATE: a month, a weekday or a year
 */
typedef enum
{
  PLX_TERM_WORD,
  PLX_TERM_NAME,
  PLX_TERM_NUMBER,
  PLX_TERM_DATE,
} PlxTermKind;

/**
 * PlxTerm:
 * @id: two terms of one id are the same word (or entity) apart from their inflection
 * @root: hash of the first letters of a longer word, for "invite" and "invitation"; else 0
 * @cluster: which words it is used like, or 0
 * @kind: what it is
 * @is_placed: whether it is a plain word of which it is known where it stands among all words
 * @word: its number in the vocabulary, if so
 * @rarity: how much it tells anywhere, 0 to 1
 * @weight: how much it tells here, 0 to 1
 * @start: first byte in the text
 * @end: the byte after the last
 */
typedef struct
{
  guint32      id;
  guint32      root;
  guint16      cluster;
  PlxTermKind  kind;
  gboolean     is_placed;
  guint32      word;
  float        rarity;
  float        weight;
  guint32      start;
  guint32      end;
} PlxTerm;

/* Whether the form of a word tells anything about what it says: a year has no inflection. */
static inline gboolean
plx_term_is_inflected (const PlxTerm *self)
{
  return self->kind == PLX_TERM_WORD || self->kind == PLX_TERM_NAME;
}

/**
 * PlxTermKey:
 * @key: what two words of a sentence can have in common
 * @at: the place of the word in the sentence
 */
typedef struct
{
  guint32 key;
  guint32 at;
} PlxTermKey;

/* Terms of one sentence that are looked at. */
#define PLX_TERMS_MOST 128

/* The kinds of terms that are added up by themselves. */
#define PLX_TERM_KINDS (PLX_TERM_DATE + 1)

/**
 * PlxTerms:
 * @vocabulary: that of all sentences that it is compared with, borrowed
 * @terms: (element-type PlxTerm): the telling words of a sentence in order
 * @parts: what it is made of, as numbers of the vocabulary
 * @stems: (element-type guint32): hashes of the stems of all its words in order
 * @by_id: (element-type PlxTermKey): the terms by their ids; sorted, as are the following
 * @by_root: (element-type PlxTermKey): those that have a root, by it
 * @by_cluster: (element-type PlxTermKey): the plain words that are used like others, by cluster
 * @id_mask: a bit for each key of @by_id, so that two lists which have none in common are seen to
 * @root_mask: the same of @by_root
 * @cluster_mask: the same of @by_cluster
 * @weights: the weights of the first terms, added up by kind
 * @weight: those of all of them, added up
 * @square: their squares, added up
 * @rarity: how much they tell anywhere, added up
 * @n_words: how many words it has altogether
 * @n_negations: how many of them deny
 * @n_denials: how many deny, or tell that something was not done: "refused", "missed"
 */
typedef struct
{
  PlxVocabulary *vocabulary;
  GArray        *terms;
  PlxParts       parts;
  GArray        *stems;
  GArray        *by_id;
  GArray        *by_root;
  GArray        *by_cluster;
  guint64        id_mask;
  guint64        root_mask;
  guint64        cluster_mask;
  double         weights[PLX_TERM_KINDS];
  double         weight;
  double         square;
  double         rarity;
  guint          n_words;
  guint          n_negations;
  guint          n_denials;
} PlxTerms;

/* How often each term stands in the sentences of a story. */
typedef struct
{
  GHashTable *counts; /* id to number of sentences */
  guint       n_sentences;
} PlxTermStats;

PlxTerms     *plx_terms_new         (const char    *text,
                                     gsize          start,
                                     gsize          end,
                                     GArray        *mentions,
                                     GPtrArray     *entities,
                                     PlxVocabulary *vocabulary);
void          plx_terms_free        (PlxTerms      *self);
void          plx_terms_weigh       (PlxTerms      *self,
                                     PlxTermStats  *stats);
void          plx_terms_add_rarity  (PlxTerms      *self,
                                     GHashTable    *sums);
double        plx_terms_sum_of      (PlxTerms      *self,
                                     GHashTable    *sums);
gboolean      plx_terms_is_negation (const char    *folded);

PlxTermStats *plx_term_stats_new    (void);
void          plx_term_stats_free   (PlxTermStats  *self);
void          plx_term_stats_add    (PlxTermStats  *self,
                                     PlxTerms      *terms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTerms, plx_terms_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTermStats, plx_term_stats_free)

G_END_DECLS
