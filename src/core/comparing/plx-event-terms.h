/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * PlxEventTerm:
 * @id: two terms of one id are the same word (or pair of words) apart from its inflection
 * @count: how often the article has it, each further time counting less
 * @weight: how much it tells of the article
 * @is_name: whether it is mostly written with a capital
 *
 * What an article says of the event that it is about.
 */
typedef struct
{
  guint32  id;
  float    count;
  float    weight;
  gboolean is_name;
} PlxEventTerm;

/**
 * PlxEventArticle:
 * @terms: (element-type PlxEventTerm): its words, by id
 * @pairs: (element-type PlxEventTerm): the words that stand side by side in it, by id
 * @length: the length of @terms as a vector
 * @plain_length: the same without the names
 * @pairs_length: the length of @pairs as a vector
 * @written: its words as they are written, for [func@event_terms_find]
 * @day: when it was published, or 0
 *
 * An article as what tells events apart.
 */
typedef struct
{
  GArray     *terms;
  GArray     *pairs;
  double      length;
  double      plain_length;
  double      pairs_length;
  GHashTable *written;
  PlxDay      day;
} PlxEventArticle;

/* The articles of a collection, and what is known of their terms. */
typedef struct _PlxEventTerms PlxEventTerms;

PlxEventTerms         *plx_event_terms_new      (GPtrArray     *documents);
void                   plx_event_terms_free     (PlxEventTerms *self);

guint                  plx_event_terms_get_n    (PlxEventTerms *self);
const PlxEventArticle *plx_event_terms_get      (PlxEventTerms *self,
                                                 guint          article);
const char            *plx_event_terms_get_face (PlxEventTerms *self,
                                                 guint32        id);
guint32                plx_event_terms_find     (PlxEventTerms *self,
                                                 guint          article,
                                                 const char    *word,
                                                 gsize          length);
double                 plx_event_terms_liken    (PlxEventTerms *self,
                                                 guint          a,
                                                 guint          b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEventTerms, plx_event_terms_free)

G_END_DECLS
