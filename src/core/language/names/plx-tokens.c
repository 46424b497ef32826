/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tokens"

#include "config.h"

#include "language/names/plx-tokens.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/text/plx-words.h"

/* Headlines of no more words may have only two that are common. */
#define SHORT_HEADLINE 10

/* No word with hyphens that is longer has names in it. */
#define LONGEST_HYPHENED 200

/* No name in our tables has more words. */
#define LONGEST_NAME 9

/* "pro-Russia" speaks of Russia. */
static const char *const prefixes[] = {
  "anti", "cross", "ex", "inter", "mid", "neo", "non", "now", "post", "pre", "pro", "sub", "then",
  "trans", "ultra", "un", NULL
};

/* "Oslo-based": endings that make a word of a name. Those in "-ed" and "-ing" do it too. */
static const char *const suffixes[] = {
  "area", "born", "bound", "built", "class", "era", "free", "friendly", "held", "in", "led", "like",
  "made", "only", "owned", "run", "specific", "style", "type", "wide", "wing", "won", NULL
};

/* "R-Ohio" is a Republican of Ohio. */
static const char *const parties[] = { "D", "I", "R", NULL };

/* After one of these a capital says nothing. */
static const char opening_marks[] = ".!?\"“‘:(-–—•*[…";

/* Endings that tell what an unknown word most likely names. */
static const struct
{
  const char *ending;
  PlxWordUse  use;
} endings[] = {
  { "stan", { 0, 0, 9, 0, 0, 0 } }, { "ville", { 1, 1, 7, 0, 0, 0 } },
  { "burg", { 1, 1, 7, 0, 0, 0 } }, { "burgh", { 1, 1, 7, 0, 0, 0 } },
  { "grad", { 0, 1, 8, 0, 0, 0 } }, { "shire", { 0, 1, 8, 0, 0, 0 } },
  { "abad", { 0, 0, 9, 0, 0, 0 } }, { "pur", { 1, 0, 8, 0, 0, 0 } },
  { "ivka", { 0, 0, 9, 0, 0, 0 } }, { "sk", { 2, 1, 6, 0, 0, 0 } },
  { "land", { 2, 2, 5, 0, 0, 0 } }, { "ton", { 4, 1, 4, 0, 0, 0 } },
  { "istan", { 0, 0, 9, 0, 0, 0 } }, { "bank", { 0, 9, 0, 0, 0, 0 } },
  { "corp", { 0, 9, 0, 0, 0, 0 } }, { "tech", { 0, 8, 0, 1, 0, 0 } },
  { "pura", { 0, 0, 8, 0, 0, 0 } }, { "soft", { 0, 8, 0, 1, 0, 0 } },
  { "isation", { 0, 2, 0, 1, 6, 6 } },
  { "ization", { 0, 2, 0, 1, 6, 6 } }, { "ness", { 1, 1, 1, 1, 5, 6 } },
  { "ing", { 1, 1, 1, 1, 5, 6 } }, { "ism", { 0, 0, 0, 5, 4, 4 } },
  { "ists", { 0, 1, 0, 7, 1, 2 } },
};

static void
guess_use (PlxToken   *token,
           const char *text)
{
  const char *hyphen = memchr (text + token->start, '-', token->end - token->start);

  token->use = (PlxWordUse) { 5, 2, 2, 1, 0, 0 };

  if (token->is_acronym || token->is_mixed)
    {
      token->use = (PlxWordUse) { 0, 7, 1, 2, 0, 0 };
      return;
    }

  /* "Geun-hye": the second half of a Korean name stands small, and nobody else's does. */
  if (hyphen != NULL && g_ascii_islower (hyphen[hyphen[1] == ' ' ? 2 : 1]))
    {
      token->use = (PlxWordUse) { 9, 0, 0, 0, 0, 0 };
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (token->lower, endings[i].ending))
        {
          token->use = endings[i].use;
          return;
        }
    }
}

/* A sentence that is cut into tokens. */
typedef struct
{
  GArray     *tokens;
  const char *text;
  gsize       room; /* see plx_words_keep_folded() */
  char       *next;
} Reading;

static char *
fold_word (Reading *self,
           gsize    start,
           gsize    end,
           char   **held)
{
  char *word = plx_words_keep_folded (self->text + start, end - start, self->room, &self->next,
                                      held);
  char *stop = strchr (word, '.');

  if (stop != NULL && stop[1] == '\0')
    *stop = '\0';

  return word;
}

/* "al-Bashir" and "bin-Salman" begin small and are names all the same. */
static gboolean
is_capital_after_particle (const char *word,
                           gsize       length)
{
  const char *hyphen = memchr (word, '-', length);

  return hyphen != NULL && hyphen - word <= 3 && hyphen - word >= 1 &&
         hyphen + 1 < word + length && g_unichar_isupper (g_utf8_get_char (hyphen + 1));
}

static void
read_letters (PlxToken   *token,
              const char *text)
{
  guint n_letters = 0;
  guint n_upper = 0;

  for (const char *at = text + token->start; at < text + token->end; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      n_letters += c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);
      n_upper += c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
    }

  token->is_number = g_ascii_isdigit (text[token->start]);
  token->is_capital = g_unichar_isupper (g_utf8_get_char (text + token->start)) ||
                      (token->is_number && n_upper > 0 &&
                       memchr (text + token->start, '-', token->end - token->start) == NULL) ||
                      is_capital_after_particle (text + token->start, token->end - token->start);
  token->is_acronym = n_upper >= 2 && n_upper == n_letters && n_letters <= 6;
  token->is_mixed = n_upper >= 2 && n_upper < n_letters && n_letters <= 7 &&
                    g_ascii_isupper (text[token->end - 1 - (text[token->end - 1] == 's')]);
  token->is_letter = n_letters == 1 && token->end - token->start == 1;
}

/* "Lieutenant-Colonel" is a title because both of its parts are. */
static guint
find_cues (const char *word)
{
  const char *hyphen = strchr (word, '-');
  guint cues = plx_gazetteer_get_cues (word);

  if (cues == 0 && hyphen != NULL)
    {
      g_autofree char *first = g_strndup (word, hyphen - word);

      if (g_str_equal (first, "co") ||
          (plx_gazetteer_get_cues (first) & (PLX_CUE_TITLE | PLX_CUE_RANK)))
        cues = plx_gazetteer_get_cues (hyphen + 1) & PLX_CUE_TITLE;
    }

  return cues;
}

static void
add_token (Reading  *self,
           gsize     start,
           gsize     end,
           gboolean  is_word)
{
  PlxToken token = { .start = start, .end = end, .is_word = is_word };

  if (is_word)
    {
      token.lower = fold_word (self, start, end, &token.held);
      token.cues = find_cues (token.lower);
      read_letters (&token, self->text);
    }
  else
    token.lower = token.held = g_strndup (self->text + start, end - start);

  g_array_append_val (self->tokens, token);
}

static gboolean
is_one_name (const char *text,
             gsize       start,
             gsize       end)
{
  g_autofree char *word = g_strndup (text + start, end - start);
  g_autofree char *lower = plx_words_dup_lower (word, strlen (word));
  gsize match_end = start;

  if (plx_gazetteer_lookup (word, FALSE) != NULL || find_cues (lower) != 0)
    return TRUE;

  return plx_country_match_longest (text, start, end, &match_end, NULL, NULL) != NULL &&
         match_end == end;
}

static gboolean
is_suffix (const char *text,
           gsize       start,
           gsize       end)
{
  g_autofree char *word = g_strndup (text + start, end - start);

  return g_ascii_islower (word[0]) &&
         (g_strv_contains (suffixes, word) || g_str_has_suffix (word, "ed") ||
          g_str_has_suffix (word, "ing"));
}

/* Cuts "Russian-Chinese", "pro-Russia" and "Washington-based" where the name ends or begins. */
static void
add_hyphened (Reading *self,
              gsize    start,
              gsize    end)
{
  const char *text = self->text;
  const char *hyphen = memchr (text + start, '-', end - start);
  gsize cut;
  gsize match_end;
  g_autofree char *first = NULL;

  if (hyphen == NULL || end - start > LONGEST_HYPHENED || is_one_name (text, start, end))
    {
      add_token (self, start, end, TRUE);
      return;
    }

  cut = hyphen - text;
  first = g_strndup (text + start, cut - start);
  match_end = start;
  plx_country_match_longest (text, start, cut, &match_end, NULL, NULL);

  if (g_strv_contains (parties, first))
    add_token (self, start, cut, FALSE);

  if (g_strv_contains (prefixes, first) || g_strv_contains (parties, first))
    add_hyphened (self, cut + 1, end);
  else if (match_end == cut || plx_gazetteer_lookup (first, FALSE) != NULL ||
           (g_unichar_isupper (g_utf8_get_char (first)) && is_suffix (text, cut + 1, end)))
    {
      add_token (self, start, cut, TRUE);
      add_hyphened (self, cut + 1, end);
    }
  else
    add_token (self, start, end, TRUE);
}

/* Whether a word is so long and so common that its capital tells something of the case. */
static gboolean
may_be_common (const GArray *tokens,
               guint         i)
{
  const PlxToken *token = &g_array_index (tokens, PlxToken, i);

  return i > 0 && token->is_word && !token->is_number && token->end - token->start >= 5;
}

static guint
count_common (const GArray *tokens,
              gboolean      is_capital,
              guint         most)
{
  guint n = 0;

  for (guint i = 0; i < tokens->len && n < most; i++)
    {
      const PlxToken *token = &g_array_index (tokens, PlxToken, i);
      PlxWordUse use;

      n += token->is_capital == is_capital && may_be_common (tokens, i) &&
           plx_gazetteer_get_use (token->lower, &use) && use.small >= 6;
    }

  return n;
}

/* Common words with a capital make a headline; a sentence may be full of names. */
static PlxCase
judge_case (const GArray *tokens,
            const char   *text)
{
  guint n_small = 0, n_capital = 0, n_all_capitals = 0, n_long = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const PlxToken *token = &g_array_index (tokens, PlxToken, i);

      if (!token->is_word || token->end - token->start < 2 || token->is_number)
        continue;

      n_long++;
      n_all_capitals += g_ascii_isupper (text[token->start]) &&
                        g_ascii_isupper (text[token->start + 1]);
      n_capital += token->is_capital && may_be_common (tokens, i);
    }

  if (n_long >= 2 && n_all_capitals * 10 >= n_long * 7)
    return PLX_CASE_CAPITALS;

  /* A headline has six common words with a capital for each one without: most sentences are settled
   * by the first one without. */
  if (n_capital > 0)
    n_small = count_common (tokens, FALSE, n_capital / 6 + 1);
  if (n_capital == 0 || n_capital < n_small * 6)
    return PLX_CASE_SENTENCE;
  n_capital = count_common (tokens, TRUE, G_MAXUINT);

  /* In a long list of people two may well have the names of things. */
  if (n_small + n_capital < 3 && n_long > SHORT_HEADLINE)
    return PLX_CASE_SENTENCE;

  return n_small + n_capital >= 2 && n_capital >= n_small * 6 ? PLX_CASE_TITLE : PLX_CASE_SENTENCE;
}

/* Whether a token is part of an address or a handle rather than of the sentence. */
static gboolean
is_in_address (const PlxToken *token,
               const char     *text,
               gsize           start)
{
  gsize at = token->start;

  while (at > start && !g_ascii_isspace (text[at - 1]))
    at--;

  return at < token->start &&
         (text[at] == '@' || strncmp (text + at, "www.", 4) == 0 ||
          g_strstr_len (text + at, token->start - at, "://") != NULL);
}

/* "UPDATE": a common word in capitals is no acronym. */
static gboolean
is_shouted (const PlxToken *token)
{
  return token->is_acronym && token->is_known && token->use.small >= 6 &&
         token->use.plain + token->use.small >= 12 && token->end - token->start >= 5;
}

/* Where the case of letters tells little, words that are no names lose their capital. */
static void
settle_capitals (GArray     *tokens,
                 const char *text,
                 gsize       start,
                 PlxCase     letter_case)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < tokens->len; i++)
    {
      PlxToken *token = &g_array_index (tokens, PlxToken, i);

      if (!token->is_word)
        {
          is_first = is_first || strstr (opening_marks, token->lower) != NULL;
          continue;
        }

      token->is_first = is_first;
      is_first = FALSE;
      if (letter_case == PLX_CASE_CAPITALS)
        token->is_acronym = FALSE;
      if (!token->is_capital)
        continue;

      token->is_known = plx_gazetteer_get_use (token->lower, &token->use);
      if (is_in_address (token, text, start) || is_shouted (token))
        token->is_capital = token->is_acronym = FALSE;
      else if (!token->is_known || (token->is_acronym && token->use.small >= 4))
        guess_use (token, text);
      else if (letter_case == PLX_CASE_CAPITALS)
        token->is_capital = token->use.plain <= 3 && token->use.small <= 3;
      else if (letter_case == PLX_CASE_TITLE && !token->is_acronym)
        token->is_capital = token->use.small <= 5 || (token->cues & PLX_CUE_ORG_TAIL) != 0;
    }
}

static void
set_known (PlxToken   *token,
           guint       n_tokens,
           gsize       end,
           PlxKind     kind,
           PlxForm     form,
           const char *country)
{
  token->known_end = end;
  token->known_tokens = n_tokens;
  token->kind = kind;
  token->form = form;
  token->country = country;
}

static void
match_country (GArray     *tokens,
               guint       at,
               const char *text,
               gsize       end)
{
  PlxToken *token = &g_array_index (tokens, PlxToken, at);
  gsize match_end = token->start;
  PlxForm form;
  gboolean ambiguous;
  const char *code =
    plx_country_match_longest (text, token->start, end, &match_end, &form, &ambiguous);
  guint n = 1;
  PlxKind kind = PLX_KIND_COUNTRY;

  if (code == NULL)
    return;

  while (at + n < tokens->len && g_array_index (tokens, PlxToken, at + n).end <= match_end)
    n++;

  if (form == PLX_FORM_METONYM)
    {
      const PlxCountryInfo *info = plx_country_lookup (code);
      g_autofree char *word = g_strndup (text + token->start, match_end - token->start);
      const PlxKnownName *known = plx_gazetteer_lookup (word, FALSE);

      kind = g_strcmp0 (info->capital, word) == 0 || known == NULL ? PLX_KIND_PLACE : known->kind;
      if (n == 1 && known == NULL && g_strcmp0 (info->capital, word) != 0)
        kind = token->use.organization > token->use.place ? PLX_KIND_ORGANIZATION : PLX_KIND_PLACE;
    }

  set_known (token, n, match_end, kind, form, code);
  token->is_ambiguous = ambiguous;
}

/* The longest name of our own tables that begins at a token. */
static void
match_gazetteer (GArray     *tokens,
                 guint       at,
                 const char *text,
                 PlxCase     letter_case)
{
  PlxToken *token = &g_array_index (tokens, PlxToken, at);
  g_autoptr (GString) name = NULL;
  const gsize longest = plx_gazetteer_get_longest (token->lower);

  if (longest == 0)
    return;

  name = g_string_new (NULL);
  for (guint i = at; i < tokens->len && i < at + LONGEST_NAME; i++)
    {
      const PlxToken *last = &g_array_index (tokens, PlxToken, i);
      const PlxKnownName *known;

      if (i > at && last->start > g_array_index (tokens, PlxToken, i - 1).end)
        g_string_append_c (name, ' ');
      g_string_append_len (name, text + last->start, last->end - last->start);
      g_string_replace (name, "’", "'", 0);

      /* Others than plain letters may have fewer bytes when they are small. */
      if (name->len > longest && g_str_is_ascii (name->str))
        break;
      if (!last->is_word || last->end <= token->known_end)
        continue;

      known = plx_gazetteer_lookup (name->str, letter_case == PLX_CASE_CAPITALS && name->len > 3);
      if (known != NULL)
        {
          set_known (token, i - at + 1, last->end, known->kind, PLX_FORM_NAME, known->country);
          token->is_ambiguous = FALSE;
        }
    }
}

/* A common word at the beginning of a sentence is rarely the firm of that name. */
static gboolean
may_be_known (const PlxToken *token)
{
  if (!token->is_word)
    return FALSE;

  return token->is_capital || (token->is_acronym && token->is_known) || token->known_tokens > 1;
}

static void
match_names (GArray     *tokens,
             const char *text,
             gsize       end,
             PlxCase     letter_case)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      PlxToken *token = &g_array_index (tokens, PlxToken, i);

      if (!token->is_word || !g_unichar_isalnum (g_utf8_get_char (text + token->start)) ||
          (!token->is_capital && !g_unichar_isupper (g_utf8_get_char (text + token->start))))
        continue;

      match_country (tokens, i, text, end);
      match_gazetteer (tokens, i, text, letter_case);

      if (token->known_tokens == 1 && token->kind != PLX_KIND_COUNTRY && !token->is_acronym &&
          (token->is_first || letter_case != PLX_CASE_SENTENCE) && token->is_known &&
          token->use.small >= 5)
        token->known_tokens = token->known_end = 0;
      else if (token->known_tokens > 0 && !may_be_known (token))
        token->known_tokens = token->known_end = 0;
      else if (token->known_tokens > 0)
        token->is_capital = TRUE;
    }
}

/* "Yun - seo": texts that come out of other programs have spaces around the hyphens of names.
 * A word that is never written small and stands small behind one belongs to what is before it. */
static gboolean
is_torn_apart (const char *text,
               GArray     *words,
               guint       at)
{
  const PlxWord *word = &g_array_index (words, PlxWord, at);
  g_autofree char *lower = NULL;
  PlxWordUse use;

  if (at + 2 >= words->len || !word->is_word || word[1].end - word[1].start != 1 ||
      text[word[1].start] != '-' || !word[2].is_word || word[2].start != word[1].end + 1 ||
      word[1].start != word->end + 1 || !g_unichar_isupper (g_utf8_get_char (text + word->start)) ||
      g_ascii_isupper (text[word->end - 1]))
    return FALSE;

  if (g_ascii_isupper (text[word[2].start]))
    return word->end - word->start == 2 && g_ascii_strncasecmp (text + word->start, "al", 2) == 0;

  lower = g_strndup (text + word[2].start, word[2].end - word[2].start);

  return !plx_gazetteer_get_use (lower, &use) || use.person >= 4 ||
         (use.small <= 3 && use.plain <= 3);
}

static void
clear_token (gpointer data)
{
  PlxToken *token = data;

  g_free (token->held);
}

/**
 * plx_tokens_read:
 * @text: UTF-8
 * @start: where a sentence begins
 * @end: the byte after its last
 * @letter_case: (out): how much capitals tell in it
 *
 * Cuts a sentence into words and marks, and looks each up in our tables.
 *
 * Returns: (transfer full) (element-type PlxToken): the tokens in order
 */
GArray *
plx_tokens_read (const char *text,
                 gsize       start,
                 gsize       end,
                 PlxCase    *letter_case)
{
  g_autoptr (GArray) words = plx_words_split (text, start, end);
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (PlxToken), words->len + 4);
  Reading reading = { tokens, text, end - start + words->len, NULL };

  g_array_set_clear_func (tokens, clear_token);
  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);

      if (is_torn_apart (text, words, i))
        {
          add_token (&reading, word->start, word[2].end, TRUE);
          i += 2;
        }
      else if (word->is_word)
        add_hyphened (&reading, word->start, word->end);
      else
        add_token (&reading, word->start, word->end, FALSE);
    }

  *letter_case = judge_case (tokens, text);
  settle_capitals (tokens, text, start, *letter_case);
  match_names (tokens, text, end, *letter_case);

  return tokens;
}
