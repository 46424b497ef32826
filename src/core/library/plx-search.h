/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

/**
 * PlxQueryPhrase:
 * @text: one word, or several that stand one after the other
 * @prefix: whether words that only begin like the last of them are meant, too
 *
 * Something to look for.
 */
typedef struct
{
  char     *text;
  gboolean  prefix;
} PlxQueryPhrase;

void       plx_query_phrase_free            (PlxQueryPhrase  *self);

char      *plx_search_dup_words_query (GPtrArray  *phrases);
char      *plx_search_dup_pairs_query (GPtrArray  *phrases);

/* plx-weigh.c */
fts5_api  *plx_search_get_api         (PlxDb      *db,
                                       GError    **error);
gboolean   plx_search_prepare         (PlxDb      *db,
                                       GError    **error);

/* plx-snippet.c */
typedef struct _PlxSnippets PlxSnippets;

PlxSnippets *plx_snippets_new  (PlxDb        *db,
                                GPtrArray    *phrases,
                                GError      **error);
void         plx_snippets_free (PlxSnippets  *self);
char        *plx_snippets_dup  (PlxSnippets  *self,
                                const char   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSnippets, plx_snippets_free)

G_END_DECLS
