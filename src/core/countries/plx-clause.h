/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relations.h"
#include "countries/plx-statement-words.h"

G_BEGIN_DECLS

/**
 * PlxTokenKind:
 * @PLX_TOKEN_WORD: a word, or the ending 's, n't
 * @PLX_TOKEN_COUNTRY: the name of a country, or one that stands for its government
 * @PLX_TOKEN_DEMONYM: a word such as "Chinese"
 * @PLX_TOKEN_RELATION: words that name a treaty or a bloc
 * @PLX_TOKEN_NUMBER: a number
 * @PLX_TOKEN_MARK: a comma, a dash, a bracket …
 */
typedef enum
{
  PLX_TOKEN_WORD,
  PLX_TOKEN_COUNTRY,
  PLX_TOKEN_DEMONYM,
  PLX_TOKEN_RELATION,
  PLX_TOKEN_NUMBER,
  PLX_TOKEN_MARK,
} PlxTokenKind;

/**
 * PlxToken:
 * @kind: what it is
 * @word: in small letters and with plain marks; owned by the clause
 * @country: (nullable): which country it names or belongs to
 * @relation: (nullable): which relation it names
 * @number: its value
 * @info: (nullable): what is known of a word; `NULL` of names, numbers and marks
 * @is_capital: whether it starts with a capital
 * @start: first byte in the sentence
 *
 * A word of a sentence, as the rules for statements see it.
 */
typedef struct
{
  PlxTokenKind           kind;
  const char            *word;
  const char            *country;
  const PlxRelationInfo *relation;
  guint                  number;
  const PlxWordInfo     *info;
  gboolean               is_capital;
  guint                  start;
} PlxToken;

/**
 * PlxClause:
 * @tokens: (element-type PlxToken): its words in order
 * @words: what they are kept in
 * @text: the sentence, while it is read
 * @length: its length in bytes
 * @own: (nullable) (element-type PlxRelationFile): the user's relations, while it is read
 *
 * A sentence cut into tokens. Asking for a token before the first or behind the
 * last gives an empty mark, so that rules can look around without counting.
 */
typedef struct
{
  GArray       *tokens;
  GStringChunk *words;
  const char   *text;
  gsize         length;
  GPtrArray    *own;
} PlxClause;

/* Words of one role in the rules; ends with `NULL`. */
typedef const char * const PlxWordSet[];

PlxClause      *plx_clause_new   (const char         *text,
                                  gsize               length);
void            plx_clause_free  (PlxClause          *self);

gboolean        plx_clause_in    (PlxClause          *self,
                                  int                 index,
                                  const char * const *words);
PlxTokenKind    plx_clause_kind  (PlxClause          *self,
                                  int                 index);
gboolean        plx_clause_is_end (PlxClause         *self,
                                  int                 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClause, plx_clause_free)

/**
 * plx_clause_at:
 * @self: a clause
 * @index: the place of a token, which may be outside
 *
 * Returns: (transfer none): the token there, or an empty mark
 */
static inline const PlxToken *
plx_clause_at (PlxClause *self,
               int        index)
{
  static const PlxToken outside = { .kind = PLX_TOKEN_MARK, .word = "" };

  if (index < 0 || index >= (int) self->tokens->len)
    return &outside;

  return &g_array_index (self->tokens, PlxToken, index);
}

/**
 * plx_clause_is:
 * @self: a clause
 * @index: the place of a token
 * @word: a word in small letters, or a mark
 *
 * Returns: whether it stands there
 */
static inline gboolean
plx_clause_is (PlxClause  *self,
               int         index,
               const char *word)
{
  const char *there = plx_clause_at (self, index)->word;

  /* Most words differ in their first letter already. */
  return *there == *word && g_str_equal (there, word);
}

G_END_DECLS
