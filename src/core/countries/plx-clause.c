/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-clause"

#include "config.h"

#include "countries/plx-clause.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "countries/plx-own-relations.h"
#include "countries/plx-relation-terms.h"

static const char * const number_words[] = {
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  "twenty",
};

static const char * const tens[] = {
  "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};

static PlxToken *
add_token (PlxClause    *self,
           PlxTokenKind  kind,
           const char   *word,
           guint         start)
{
  PlxToken token = {
    .kind = kind,
    .start = start,
    .is_capital = g_unichar_isupper (g_utf8_get_char (self->text + start)),
  };

  token.word = *word != '\0' ? g_string_chunk_insert (self->words, word) : "";
  if (kind == PLX_TOKEN_WORD && *word != '\0')
    token.info = plx_statement_word_lookup (token.word);
  g_array_append_val (self->tokens, token);

  return &g_array_index (self->tokens, PlxToken, self->tokens->len - 1);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_ordinal (const char *text,
            gsize       at,
            gsize       length)
{
  static const char * const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (at + 2 <= length && strncmp (text + at, endings[i], 2) == 0)
        return at + 2 == length || !g_ascii_isalnum (text[at + 2]);
    }

  return FALSE;
}

/* A number may have commas in it and a stop, but not at its end. "124th" counts
 * nothing: it is a word. */
static gsize
add_number (PlxClause  *self,
            const char *text,
            gsize       start,
            gsize       length)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean whole = TRUE;
  gsize at = start;

  while (at < length)
    {
      if (g_ascii_isdigit (text[at]))
        {
          if (whole)
            g_string_append_c (digits, text[at]);
        }
      else if ((text[at] != ',' && text[at] != '.') || at + 1 >= length ||
               !g_ascii_isdigit (text[at + 1]))
        {
          break;
        }
      else if (text[at] == '.')
        {
          whole = FALSE;
        }
      at++;
    }

  if (is_ordinal (text, at, length))
    {
      add_token (self, PLX_TOKEN_WORD, digits->str, start);
      return at + 2;
    }

  add_token (self, PLX_TOKEN_NUMBER, digits->str, start)->number =
    MIN (g_ascii_strtoull (digits->str, NULL, 10), G_MAXUINT);

  return at;
}

/* In small letters, apostrophes made straight. */
static char *
fold_word (const char *text,
           gsize       length)
{
  g_autofree char *plain = g_malloc (length + 1);
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  gsize i = 0;

  /* Nearly all words are of plain letters. */
  for (; i < length && (guchar) text[i] < 0x80; i++)
    plain[i] = g_ascii_tolower (text[i]);
  plain[i] = '\0';
  if (i == length)
    return g_steal_pointer (&plain);

  folded = g_utf8_strdown (text, length);
  parts = g_strsplit (folded, "’", -1);

  return g_strjoinv ("'", parts);
}

/* Parts "isn't" into "is" and "n't" and "Sudan's" into "Sudan" and "'s", so that
 * rules see the verb and the negation each by itself. "Can't" and "won't" lose
 * letters, which nothing here depends on. */
static void
add_word (PlxClause  *self,
          const char *text,
          gsize       start,
          gsize       end)
{
  g_autofree char *word = fold_word (text + start, end - start);
  const char *ending = NULL;

  if (g_str_has_suffix (word, "n't"))
    ending = "n't";
  else if (g_str_has_suffix (word, "'s"))
    ending = "'s";
  else if (g_str_has_suffix (word, "'re"))
    ending = "'re";
  else if (g_str_has_suffix (word, "'ve"))
    ending = "'ve";

  if (ending != NULL && strlen (word) > strlen (ending))
    {
      word[strlen (word) - strlen (ending)] = '\0';
      add_token (self, PLX_TOKEN_WORD, word, start);
      add_token (self, PLX_TOKEN_WORD, ending, start);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (number_words); i++)
    {
      if (*word == *number_words[i] && g_str_equal (word, number_words[i]))
        {
          add_token (self, PLX_TOKEN_NUMBER, word, start)->number = i;
          return;
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (tens); i++)
    {
      if (*word == *tens[i] && g_str_equal (tens[i], word))
        {
          add_token (self, PLX_TOKEN_NUMBER, word, start)->number = (i + 2) * 10;
          return;
        }
    }

  add_token (self, PLX_TOKEN_WORD, word, start);
}

static gsize
find_word_end (const char *text,
               gsize       start,
               gsize       length)
{
  const char *at = text + start;
  const char *end = text + length;

  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (!(c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c) || g_unichar_ismark (c)) &&
          !(is_apostrophe (c) && next < end && g_unichar_isalpha (g_utf8_get_char (next))))
        break;

      at = next;
    }

  return at - text;
}

static gboolean
is_alone (PlxClause  *self,
          const char *text,
          gsize       at)
{
  return at > 0 && g_ascii_isspace (text[at - 1]) && at + 1 < self->length &&
         g_ascii_isspace (text[at + 1]);
}

static gsize
add_mark (PlxClause  *self,
          const char *text,
          gsize       start)
{
  gunichar c = g_utf8_get_char (text + start);
  char mark[7] = { 0 };

  /* All dashes are one, and a hyphen is one that stands alone; elsewhere it joins. */
  /* Typewriters' "--" and "---" */
  if (c == '-' && text[start + 1] == '-')
    {
      add_token (self, PLX_TOKEN_MARK, "--", start);
      return start + strspn (text + start, "-");
    }
  if (c == 0x2013 || c == 0x2014 || (c == '-' && is_alone (self, text, start)))
    strcpy (mark, "--");
  else if (is_apostrophe (c) || c == 0x201c || c == 0x201d || c == 0x2018)
    strcpy (mark, "\"");
  else
    g_unichar_to_utf8 (c, mark);

  /* Quotation marks would only stand between words that belong together. */
  if (!g_str_equal (mark, "\""))
    add_token (self, PLX_TOKEN_MARK, mark, start);

  return g_utf8_next_char (text + start) - text;
}

/* Names first, since they have words and marks in them. */
static gsize
add_name (PlxClause  *self,
          const char *text,
          gsize       start,
          gsize       length)
{
  const PlxRelationInfo *relation;
  const char *country;
  gsize n, end;
  PlxForm form;

  relation = plx_relation_match_term (self->own, text + start, text + length, &n);
  if (relation != NULL)
    {
      add_token (self, PLX_TOKEN_RELATION, "", start)->relation = relation;
      return start + n;
    }

  country = plx_country_match_longest (text, start, length, &end, &form, NULL);
  if (end == start)
    return start;

  if (country == NULL)
    add_token (self, PLX_TOKEN_WORD, "", start);
  else if (form == PLX_FORM_DEMONYM)
    add_token (self, PLX_TOKEN_DEMONYM, "", start)->country = country;
  else
    add_token (self, PLX_TOKEN_COUNTRY, "", start)->country = country;

  return end;
}

/* "The International Criminal Court (ICC)": the name in brackets adds nothing and
 * would part what belongs together. */
static void
drop_short_names (PlxClause *self)
{
  for (int i = 0; i + 3 < (int) self->tokens->len; i++)
    {
      if (plx_clause_kind (self, i) == PLX_TOKEN_RELATION && plx_clause_is (self, i + 1, "(") &&
          plx_clause_at (self, i + 2)->relation == plx_clause_at (self, i)->relation &&
          plx_clause_is (self, i + 3, ")"))
        g_array_remove_range (self->tokens, i + 1, 3);
    }
}

/* "One hundred and five", "a hundred": the word at `index` with what stands around it. */
static void
join_hundred (PlxClause *self,
              int        index)
{
  PlxToken *token = &g_array_index (self->tokens, PlxToken, index);
  const PlxToken *before = plx_clause_at (self, index - 1);
  int behind = index + 1 + plx_clause_is (self, index + 1, "and");
  gboolean more = plx_clause_kind (self, behind) == PLX_TOKEN_NUMBER &&
                  plx_clause_at (self, behind)->number < 100;

  if (before->kind != PLX_TOKEN_NUMBER && !plx_clause_is (self, index - 1, "a"))
    return;

  token->kind = PLX_TOKEN_NUMBER;
  token->info = NULL;
  token->number = 100 * (before->kind == PLX_TOKEN_NUMBER ? before->number : 1);
  if (more)
    {
      token->number += plx_clause_at (self, behind)->number;
      if (plx_clause_is (self, behind + 1, "-") &&
          plx_clause_kind (self, behind + 2) == PLX_TOKEN_NUMBER)
        {
          token->number += plx_clause_at (self, behind + 2)->number;
          behind += 2;
        }
      g_array_remove_range (self->tokens, index + 1, behind - index);
    }
  g_array_remove_index (self->tokens, index - 1);
}

/* "Thirty-eight", "one hundred and twenty-four", "a hundred": one number. */
static void
join_numbers (PlxClause *self)
{
  for (int i = 0; i < (int) self->tokens->len; i++)
    {
      PlxToken *token = &g_array_index (self->tokens, PlxToken, i);
      const PlxToken *next;

      if (token->kind == PLX_TOKEN_NUMBER && token->number >= 20 && token->number < 100 &&
          *token->word != '\0' && !g_ascii_isdigit (*token->word) &&
          plx_clause_is (self, i + 1, "-"))
        {
          next = plx_clause_at (self, i + 2);
          if (next->kind == PLX_TOKEN_NUMBER && next->number < 10)
            {
              token->number += next->number;
              g_array_remove_range (self->tokens, i + 1, 2);
            }
        }
      if (i > 0 && plx_clause_is (self, i, "hundred"))
        join_hundred (self, i);
    }
}

/* Whether what stands there may go on with a noun that has begun before: "state media". */
static gboolean
is_noun_behind (PlxClause *self,
                int        index)
{
  static PlxWordSet others = { "is", "was", "has", "had", "did", "does", "signed", "ratified",
                               "joined", "acceded", "left", "withdrew", "never", "and", "or", "of",
                               "remains", "became", "belongs", "quit", "not", "which", "that",
                               "will", "may", NULL };

  return plx_clause_kind (self, index) == PLX_TOKEN_WORD && !plx_clause_in (self, index, others);
}

/* "The Cambodian state", "Armenia's parliament", "the U.S. government": what is said of it is said
 * of the country. */
static void
join_governments (PlxClause *self)
{
  static PlxWordSet governments = { "government", "parliament", "state", "republic", "kingdom",
                                    "authorities", "regime", "junta", "leadership", "senate",
                                    "legislature", "lawmakers", "administration", NULL };

  static PlxWordSet verbs = { "are", "have", "were", "never", "joined", "signed", "left", "quit",
                              NULL };

  for (int i = 0; i + 1 < (int) self->tokens->len; i++)
    {
      PlxTokenKind kind = plx_clause_kind (self, i);
      int noun = i + 1;

      if (kind != PLX_TOKEN_DEMONYM && kind != PLX_TOKEN_COUNTRY)
        continue;

      /* "The Swedes are" */
      if (kind == PLX_TOKEN_DEMONYM && plx_clause_is (self, i - 1, "the") &&
          plx_clause_in (self, noun, verbs))
        g_array_index (self->tokens, PlxToken, i).kind = PLX_TOKEN_COUNTRY;
      if (kind == PLX_TOKEN_COUNTRY && plx_clause_is (self, noun, "'s"))
        noun++;
      /* "A South African state company" is none, nor is "the Turkish state party". */
      if (!plx_clause_in (self, noun, governments) ||
          (plx_clause_is (self, noun, "state") && is_noun_behind (self, noun + 1)))
        continue;

      g_array_index (self->tokens, PlxToken, i).kind = PLX_TOKEN_COUNTRY;
      g_array_remove_range (self->tokens, i + 1, noun - i);
    }
}

/**
 * plx_clause_new:
 * @text: a sentence
 * @length: its length in bytes
 *
 * Cuts a sentence into tokens.
 *
 * Returns: (transfer full): the tokens
 */
PlxClause *
plx_clause_new (const char *text,
                gsize       length)
{
  PlxClause *self = g_new0 (PlxClause, 1);
  gsize at = 0;

  self->tokens = g_array_new (FALSE, FALSE, sizeof (PlxToken));
  self->words = g_string_chunk_new (MIN (length + 128, 4096));
  self->text = text;
  self->length = length;
  if (plx_own_relations_any ())
    self->own = plx_own_relations_list ();

  while (at < length)
    {
      gunichar c = g_utf8_get_char (text + at);
      gsize end;

      if (g_unichar_isspace (c))
        {
          at = g_utf8_next_char (text + at) - text;
          continue;
        }

      end = add_name (self, text, at, length);
      if (end == at && g_ascii_isdigit (text[at]))
        end = add_number (self, text, at, length);

      if (end == at)
        {
          end = find_word_end (text, at, length);
          if (end > at && !is_apostrophe (c))
            add_word (self, text, at, end);
          else if (end > at && at > 0 && !g_ascii_isspace (text[at - 1]))
            add_token (self, PLX_TOKEN_WORD, "'s", at); /* behind a name */
          else
            end = add_mark (self, text, at);
        }

      at = end;
    }

  self->text = NULL;
  g_clear_pointer (&self->own, g_ptr_array_unref);
  drop_short_names (self);
  join_numbers (self);
  join_governments (self);

  return self;
}

/**
 * plx_clause_free:
 * @self: (transfer full): a clause
 *
 * Frees it with its words.
 */
void
plx_clause_free (PlxClause *self)
{
  g_array_unref (self->tokens);
  g_string_chunk_free (self->words);
  g_free (self);
}

/**
 * plx_clause_in:
 * @self: a clause
 * @index: the place of a token
 * @words: words in small letters; ends with `NULL`
 *
 * Returns: whether one of them stands there
 */
gboolean
plx_clause_in (PlxClause          *self,
               int                 index,
               const char * const *words)
{
  const char *word = plx_clause_at (self, index)->word;

  for (gsize i = 0; words[i] != NULL && *word != '\0'; i++)
    {
      if (*words[i] == *word && g_str_equal (words[i], word))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_clause_kind:
 * @self: a clause
 * @index: the place of a token, which may be outside
 *
 * Returns: its kind
 */
PlxTokenKind
plx_clause_kind (PlxClause *self,
                 int        index)
{
  return plx_clause_at (self, index)->kind;
}

/**
 * plx_clause_is_end:
 * @self: a clause
 * @index: the place of a token, which may be outside
 *
 * Returns: whether no rule may look across it: it is outside, or one of `; : ! ?`. A stop inside
 *   a sentence only ends an abbreviation
 */
gboolean
plx_clause_is_end (PlxClause *self,
                   int        index)
{
  static PlxWordSet marks = { ";", ":", "!", "?", NULL };

  return index < 0 || index >= (int) self->tokens->len || plx_clause_in (self, index, marks);
}
