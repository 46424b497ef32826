/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-query.h"
#include "library/plx-search.h"

G_BEGIN_DECLS

/**
 * PlxQueryKind:
 * @PLX_QUERY_PHRASE: words that stand one after the other, or one of them
 * @PLX_QUERY_NEAR: phrases that stand near each other
 * @PLX_QUERY_FACT: a fact of the article, in SQL
 * @PLX_QUERY_NOT: its one part does not hold
 * @PLX_QUERY_AND: all of its parts hold
 * @PLX_QUERY_OR: one of its parts holds
 *
 * The kinds of what can be looked for.
 */
typedef enum
{
  PLX_QUERY_PHRASE,
  PLX_QUERY_NEAR,
  PLX_QUERY_FACT,
  PLX_QUERY_NOT,
  PLX_QUERY_AND,
  PLX_QUERY_OR,
} PlxQueryKind;

/**
 * PlxQueryNode:
 * @kind: what it is
 * @phrase: (nullable): of a phrase
 * @column: (nullable): of a phrase, the static name of the column that must have it
 * @distance: of what is near, how many words may lie between
 * @fact: (nullable): of a fact, a static expression on the row `a` of `article`
 * @values: (nullable): of a fact, what its question marks stand for, as text
 * @parts: (nullable) (element-type PlxQueryNode): what it joins
 *
 * What is looked for, as a tree.
 */
typedef struct
{
  PlxQueryKind  kind;
  PlxQueryPhrase    *phrase;
  const char   *column;
  guint         distance;
  const char   *fact;
  GStrv         values;
  GPtrArray    *parts;
} PlxQueryNode;

PlxQueryNode *plx_query_node_new_phrase (char          *text,
                                         gboolean       prefix,
                                         const char    *column);
PlxQueryNode *plx_query_node_new_fact   (const char    *fact,
                                         const char    *value,
                                         const char    *second);
PlxQueryNode *plx_query_node_join       (PlxQueryKind   kind,
                                         PlxQueryNode  *first,
                                         PlxQueryNode  *second);
void          plx_query_node_free       (PlxQueryNode  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxQueryNode, plx_query_node_free)

/* plx-query-fields.c */
gboolean      plx_query_read_field      (const char             *field,
                                         const char             *value,
                                         gboolean                is_quoted,
                                         PlxQueryCountriesFunc   find_countries,
                                         gpointer                user_data,
                                         PlxQueryNode          **node,
                                         GError                **error);
gboolean      plx_query_has_word        (const char             *text);

/**
 * PlxQuery:
 * @words: what is looked for in `article_fts`, may be empty
 * @pairs: what is looked for in `article_dense` besides, may be empty
 * @condition: what has to hold of the row `a` of `article` besides, may be empty; its parameters
 *   are numbered from `PLX_QUERY_FIRST_VALUE`
 * @values: what they stand for
 * @phrases: (element-type PlxQueryPhrase): what a hit is shown by
 */
struct _PlxQuery
{
  gatomicrefcount  ref_count;
  char            *words;
  char            *pairs;
  char            *condition;
  GPtrArray       *values;
  GPtrArray       *phrases;
};

#define PLX_QUERY_FIRST_VALUE 10

/* plx-query-sql.c */
void          plx_query_compile         (PlxQuery      *self,
                                         PlxQueryNode  *root);

G_END_DECLS
