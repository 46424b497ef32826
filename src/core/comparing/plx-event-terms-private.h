/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-event-terms.h"

G_BEGIN_DECLS

/* In how many articles a pair of words is, is counted in this part of an article. */
#define PLX_EVENT_UNIT 256

/* A word of the collection. */
typedef struct
{
  char    *face;        /* the shortest way to write it, in lower case */
  guint32  id;
  guint    n_articles;
  guint    n_names;     /* in how many of them it is a name */
  guint    last;        /* the article that had it last, plus 1 */
  guint    last_name;   /* likewise as a name */
  guint    n_here;      /* how often that article has it */
  double   anywhere;    /* in which share of all articles of the world it is */
  double   n_counted;   /* n_articles, of which those of a large event count less */
} PlxEventWord;

/* One type in two files: how articles are taken apart, and what their terms weigh. */
struct _PlxEventTerms
{
  GPtrArray    *articles; /* of PlxEventArticle */
  GHashTable   *words;    /* id to PlxEventWord, which it owns */
  GHashTable   *written;  /* tag of a language to: word in lower case to PlxEventWord, or to NULL
                           * where it tells nothing */
  GHashTable   *pairs;    /* id of a pair to the number of articles that have it, in units */
  double        n_counted; /* how many articles there are, of which those of a large event count
                            * less */
  GStringChunk *chunk;
};

/* plx-event-weights.c */
void plx_event_terms_weigh (PlxEventTerms *self);

G_END_DECLS
