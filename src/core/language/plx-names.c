/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names"

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/plx-name-kind.h"
#include "language/plx-tokens.h"
#include "language/plx-words.h"

/* A sentence while its names are sought. */
typedef struct
{
  const char *text;
  PlxToken   *tokens;
  guint       n_tokens;
  PlxCase     letter_case;
  GArray     *mentions;     /* those of all sentences */
  GArray     *first_tokens; /* guint32: the first token of each mention of this sentence */
  GArray     *last_tokens;  /* guint32: the last */
} Finder;

static gboolean
token_is (const Finder *self,
          guint         at,
          const char   *word)
{
  return at < self->n_tokens && g_str_equal (self->tokens[at].lower, word);
}

static gboolean
token_has (const Finder *self,
           guint         at,
           guint         cues)
{
  return at < self->n_tokens && self->tokens[at].is_word && (self->tokens[at].cues & cues) != 0;
}

static void
emit (Finder     *self,
      guint       first,
      guint       last,
      PlxKind     kind,
      PlxForm     form,
      const char *country)
{
  PlxMentionSpan mention = {
    .start = self->tokens[first].start,
    .end = self->tokens[last].end,
    .entity = PLX_NONE,
    .kind = kind,
    .form = form,
    .country = country,
  };

  g_array_append_val (self->mentions, mention);
  g_array_append_val (self->first_tokens, first);
  g_array_append_val (self->last_tokens, last);
}

static void
emit_known (Finder *self,
            guint   at)
{
  const PlxToken *token = &self->tokens[at];

  emit (self, at, at + token->known_tokens - 1, token->kind, token->form, token->country);
}

/* Whether a token can be part of a name. */
static gboolean
is_name_word (const Finder *self,
              guint         at)
{
  const PlxToken *token;

  if (at >= self->n_tokens)
    return FALSE;

  token = &self->tokens[at];
  if (token->known_tokens > 0)
    return TRUE;
  if (!token->is_word || !token->is_capital || g_str_equal (token->lower, "'s"))
    return FALSE;
  if (token->is_first && plx_words_is_starter (self->text, token->start, token->end))
    return FALSE;
  if (token->cues & PLX_CUE_MONTH)
    return (token->cues & PLX_CUE_GIVEN_MONTH) && at > 0 && self->tokens[at - 1].is_capital &&
           self->tokens[at - 1].use.person >= 6;
  if (token->is_letter)
    return at > 0 && self->tokens[at - 1].is_capital && !self->tokens[at - 1].is_letter;

  /* "The" and the like within a heading. */
  return !(token->is_known && token->use.small >= 8 && token->use.plain >= 8 &&
           token->end - token->start <= 4 && (token->cues & ~PLX_CUE_PARTICLE) == 0);
}

/* "Belt and Road Forum": common words tied together by what follows them. */
static gboolean
is_pair_of_words (const Finder *self,
                  guint         first,
                  guint         at)
{
  guint end = at + 1;

  if (self->tokens[at - 1].known_tokens > 0 || self->tokens[at - 1].use.person >= 4 ||
      self->tokens[at - 1].use.small < 3 || self->tokens[at + 1].known_tokens > 0)
    return FALSE;

  while (is_name_word (self, end + 1))
    end++;

  return end > at + 1 && token_has (self, end, PLX_CUE_ORG_TAIL | PLX_CUE_EVENT_TAIL |
                                    PLX_CUE_LAW_TAIL);
}

static gboolean
has_head (const Finder *self,
          guint         first,
          guint         at)
{
  for (guint i = first; i < at; i++)
    {
      if (token_has (self, i, PLX_CUE_ORG_HEAD | PLX_CUE_LAW_HEAD | PLX_CUE_EVENT_HEAD |
                     PLX_CUE_PLACE_HEAD))
        return TRUE;
    }

  return FALSE;
}

/* How many tokens from @at tie the name that began at @first to a name word after them; 0 if none. */
static guint
count_ties (const Finder *self,
            guint         first,
            guint         at)
{
  const guint next = token_is (self, at + 1, "the") ? at + 2 : at + 1;

  if (at >= self->n_tokens || at == first)
    return 0;

  if ((token_is (self, at, "of") || token_is (self, at, "for")) && is_name_word (self, next) &&
      has_head (self, first, at))
    return next - at;

  if ((token_is (self, at, "and") || token_is (self, at, "&")) && is_name_word (self, at + 1))
    {
      if (token_is (self, at, "&") || is_pair_of_words (self, first, at))
        return 1;
      for (guint i = first; i < at; i++)
        {
          if (token_is (self, i, "of") && self->tokens[at + 1].use.small >= 2 &&
              self->tokens[at + 1].known_tokens == 0)
            return 1;
        }
    }

  if (token_has (self, at, PLX_CUE_PARTICLE) && !self->tokens[at].is_capital &&
      is_name_word (self, at + 1))
    return 1;
  if (token_has (self, at, PLX_CUE_PARTICLE) && token_has (self, at + 1, PLX_CUE_PARTICLE) &&
      is_name_word (self, at + 2))
    return 2;

  return 0;
}

/* The token after the last of the name words that begin at @first. */
static guint
find_end (const Finder *self,
          guint         first)
{
  guint at = first;

  while (at < self->n_tokens)
    {
      guint ties;

      if (is_name_word (self, at))
        {
          at += MAX (1, self->tokens[at].known_tokens);
          continue;
        }

      ties = count_ties (self, first, at);
      if (ties == 0)
        break;
      at += ties;
    }

  return at;
}

/* The token after the titles that begin at @at, or @at if none do. */
static guint
skip_titles (const Finder *self,
             guint         at,
             guint         end)
{
  guint last = at;

  for (guint i = at; i < end; i++)
    {
      const guint cues = self->tokens[i].cues;

      if (self->tokens[i].known_tokens > 1 || !(cues & (PLX_CUE_TITLE | PLX_CUE_RANK)))
        break;
      if (cues & PLX_CUE_TITLE)
        last = i + 1;
    }

  return last;
}

static gboolean
is_title_before (const Finder *self,
                 guint         at)
{
  guint before = at;

  if (before > 0 && token_is (self, before - 1, ","))
    before--;

  /* "spokesman Roe", and not "Mr Roe said. President". */
  return before > 0 && token_has (self, before - 1, PLX_CUE_TITLE | PLX_CUE_ROLE) &&
         (before == at || !token_has (self, before - 1, PLX_CUE_HONORIFIC));
}

/* Whether the name from @at is one of a body of its own although it begins with a country or a
 * people: "Kenya Revenue Authority", and not "Chinese Foreign Ministry". */
static gboolean
is_larger_name (const Finder *self,
                guint         at,
                guint         end)
{
  const guint next = at + self->tokens[at].known_tokens;
  const guint last = end - 1;
  PlxKind kind;

  if (next >= end || !plx_name_kind_from_cues (self->tokens, at, last, &kind))
    return FALSE;
  if (skip_titles (self, next, end) > next)
    return FALSE;

  if (self->tokens[at].form == PLX_FORM_DEMONYM)
    return last > next && kind == PLX_KIND_ORGANIZATION &&
           !token_has (self, last, PLX_CUE_ORG_GENERIC);

  return self->tokens[at].kind != PLX_KIND_COUNTRY || last > next ||
         !token_has (self, last, PLX_CUE_ORG_GENERIC) || kind != PLX_KIND_ORGANIZATION;
}

/* Whether what our tables know from @at stands for itself, with more of another name after it. */
static gboolean
stands_alone (const Finder *self,
              guint         at,
              guint         end)
{
  const PlxToken *token = &self->tokens[at];
  const guint next = at + token->known_tokens;

  if (token->known_tokens == 0)
    return FALSE;
  if (next >= end)
    return TRUE;
  if (is_larger_name (self, at, end))
    return FALSE;
  if (token->known_tokens > 1 || token->form == PLX_FORM_DEMONYM || token->is_acronym)
    return TRUE;

  /* "Jordan Roe", and not "China Russia". */
  return token->kind == PLX_KIND_COUNTRY &&
         (self->tokens[next].known_tokens > 0 ||
          (token->use.person <= 3 && !(token->is_ambiguous && self->tokens[next].use.person >= 5)));
}

static const char *
country_inside (const Finder *self,
                guint         first,
                guint         end)
{
  for (guint i = first; i < end; i++)
    {
      if (self->tokens[i].known_tokens > 0 && self->tokens[i].country != NULL &&
          self->tokens[i].kind == PLX_KIND_COUNTRY)
        return self->tokens[i].country;
    }

  return NULL;
}

/* What the name before this one in a list names: "Lagos, Kano and Jos"; "the Roots Party (Rop)". */
static PlxKind
find_beside (const Finder *self,
             guint         first)
{
  const guint n = self->last_tokens->len;
  const PlxMentionSpan *before;
  guint32 last;

  if (n == 0 || first < 2)
    return PLX_KIND_OTHER;

  last = g_array_index (self->last_tokens, guint32, n - 1);
  before = &g_array_index (self->mentions, PlxMentionSpan, self->mentions->len - 1);
  if (before->form == PLX_FORM_DEMONYM)
    return PLX_KIND_OTHER;

  if (last + 2 == first && (token_is (self, first - 1, ",") || token_is (self, first - 1, "and") ||
                            token_is (self, first - 1, "or") || token_is (self, first - 1, "/")))
    return before->kind;
  if (last + 2 == first && token_is (self, first - 1, "(") &&
      before->kind == PLX_KIND_ORGANIZATION)
    return before->kind;
  if (last + 3 == first && token_is (self, first - 2, ",") && token_is (self, first - 1, "and"))
    return before->kind;

  return PLX_KIND_OTHER;
}

static void
find_in_piece (Finder   *self,
               guint     first,
               guint     end,
               gboolean  after_title)
{
  const PlxToken *tokens = self->tokens;
  const PlxKind beside = find_beside (self, first);
  PlxKind kind;

  /* The capital of the first word may be that of the sentence. */
  if (tokens[first].is_first && end - first >= 2 && tokens[first].is_known &&
      tokens[first].use.small >= 6 && tokens[first].known_tokens == 0 &&
      !plx_name_kind_from_cues (tokens, first, end - 1, &kind))
    first++;

  while (end > first && (!tokens[end - 1].is_word ||
                         (!tokens[end - 1].is_capital && !tokens[end - 1].is_number)))
    end--;
  if (first >= end || (end - first == 1 &&
                       (tokens[first].cues & (PLX_CUE_PEOPLE | PLX_CUE_MONTH)) != 0))
    return;

  if (end - first == 1 && !after_title && !tokens[first].is_acronym &&
      (tokens[first].cues & (PLX_CUE_ORG_TAIL | PLX_CUE_ORG_GENERIC | PLX_CUE_EVENT_TAIL |
                             PLX_CUE_LAW_TAIL | PLX_CUE_PLACE_TAIL)) != 0 &&
      tokens[first].use.small >= 3)
    return;

  if (!after_title && plx_name_kind_from_cues (tokens, first, end - 1, &kind))
    emit (self, first, end - 1, kind, PLX_FORM_NAME, country_inside (self, first, end));
  else if (plx_name_kind_guess (tokens, self->n_tokens, first, end - 1, after_title,
                                beside, &kind))
    emit (self, first, end - 1, kind, PLX_FORM_NAME,
          kind == PLX_KIND_ORGANIZATION ? country_inside (self, first, end) : NULL);
}

/* Where the piece that begins at @first ends: before a title, or a people. */
static guint
find_piece_end (const Finder *self,
                guint         first,
                guint         end)
{
  PlxKind kind;

  for (guint i = first + 1; i < end; i++)
    {
      if (self->tokens[i].known_tokens > 0 && self->tokens[i].form == PLX_FORM_DEMONYM &&
          !(plx_name_kind_from_cues (self->tokens, first, end - 1, &kind) &&
            kind == PLX_KIND_ORGANIZATION))
        return i;
      if (skip_titles (self, i, end) > i && token_has (self, i, PLX_CUE_TITLE | PLX_CUE_RANK) &&
          !token_is (self, i - 1, "of") && !token_is (self, i - 1, "the"))
        return i;
    }

  return end;
}

static void
find_in_run (Finder *self,
             guint   first,
             guint   end)
{
  gboolean after_title = first > 0 && is_title_before (self, first);

  for (guint at = first; at < end;)
    {
      guint piece_end;
      guint after;

      if (!self->tokens[at].is_capital && self->tokens[at].known_tokens == 0)
        {
          at++;
          continue;
        }

      if (stands_alone (self, at, end))
        {
          emit_known (self, at);
          at += self->tokens[at].known_tokens;
          after_title = FALSE;
          continue;
        }

      after = skip_titles (self, at, end);
      if (after > at && !(end - at == 2 && token_has (self, end - 1, PLX_CUE_ORG_TAIL) &&
                          !token_has (self, at, PLX_CUE_HONORIFIC)))
        {
          at = after;
          after_title = TRUE;
          continue;
        }

      piece_end = find_piece_end (self, at, end);
      find_in_piece (self, at, piece_end, after_title);
      at = MAX (piece_end, at + 1);
      after_title = FALSE;
    }
}

/* Whether only titles stand between two tokens: "Chinese [President] Xi", "India's [Prime Minister],". */
static gboolean
are_titles_between (const Finder *self,
                    guint         from,
                    guint         to,
                    guint         cues)
{
  gboolean found = FALSE;

  if (to > from + 6)
    return FALSE;

  for (guint i = from; i < to; i++)
    {
      found = found || token_has (self, i, cues);
      if (!token_has (self, i, cues | PLX_CUE_RANK) && !token_is (self, i, "'s") &&
          !token_is (self, i, "’s") && !token_is (self, i, ",") && !token_is (self, i, "and") &&
          !token_is (self, i, "top"))
        return FALSE;
    }

  return found;
}

/* A person's country is told by what stands before the name, or in apposition behind it. */
static void
find_countries (Finder *self,
                guint   first_mention)
{
  PlxMentionSpan *mentions = (PlxMentionSpan *) self->mentions->data + first_mention;
  const guint32 *firsts = (const guint32 *) self->first_tokens->data;
  const guint32 *lasts = (const guint32 *) self->last_tokens->data;

  for (guint i = 0; i < self->first_tokens->len; i++)
    {
      const gboolean is_person = mentions[i].kind == PLX_KIND_PERSON;

      if (mentions[i].country != NULL || (!is_person && mentions[i].kind != PLX_KIND_ORGANIZATION))
        continue;

      if (i > 0 && mentions[i - 1].country != NULL && mentions[i - 1].kind != PLX_KIND_PERSON &&
          are_titles_between (self, lasts[i - 1] + 1, firsts[i],
                              is_person ? PLX_CUE_TITLE | PLX_CUE_ROLE : PLX_CUE_ORG_NOUN))
        mentions[i].country = mentions[i - 1].country;
      else if (is_person && i + 1 < self->first_tokens->len && mentions[i + 1].country != NULL &&
               token_is (self, lasts[i] + 1, ",") && firsts[i + 1] <= lasts[i] + 3 &&
               mentions[i + 1].kind == PLX_KIND_COUNTRY)
        {
          const guint after = lasts[i + 1] + 1;

          for (guint j = after; j < after + 4 && mentions[i].country == NULL; j++)
            {
              if (token_has (self, j, PLX_CUE_TITLE | PLX_CUE_ROLE))
                mentions[i].country = mentions[i + 1].country;
            }
        }
    }
}

/**
 * plx_language_find_names:
 * @text: UTF-8
 * @start: where the sentence begins
 * @end: the byte after its last
 * @mentions: (element-type PlxMentionSpan): where to append the names found
 *
 * Finds the names in an English sentence, by what our tables know, by form and by what
 * stands around. The field `sentence` is 0 and `entity` is `PLX_NONE`.
 *
 * Safe to call from any thread.
 */
void
plx_language_find_names (const char *text,
                         gsize       start,
                         gsize       end,
                         GArray     *mentions)
{
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) first_tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) last_tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint first_mention = mentions->len;
  Finder finder = { .text = text, .mentions = mentions, .first_tokens = first_tokens,
                    .last_tokens = last_tokens };

  g_return_if_fail (text != NULL);
  g_return_if_fail (start <= end);

  tokens = plx_tokens_read (text, start, end, &finder.letter_case);
  finder.tokens = (PlxToken *) tokens->data;
  finder.n_tokens = tokens->len;

  for (guint at = 0; at < finder.n_tokens;)
    {
      guint run_end;

      if (!is_name_word (&finder, at))
        {
          at++;
          continue;
        }

      run_end = MIN (find_end (&finder, at), finder.n_tokens);
      find_in_run (&finder, at, run_end);
      at = MAX (run_end, at + 1);
    }

  find_countries (&finder, first_mention);
}
