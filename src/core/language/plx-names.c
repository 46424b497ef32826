/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names"

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

#include "language/plx-finder.h"
#include "language/plx-name-kind.h"

static const char *const versus[] = { "beat", "beats", "v", "vs", NULL };

static const char *const tie_words[] = { "of", "for", "and", "the", NULL };

static const char *const list_marks[] = { ",", "and", "or", "/", NULL };

static void
emit (PlxFinder  *self,
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

  /* An election takes words behind it that are names of their own. */
  if (self->last_tokens->len > 0 &&
      first <= g_array_index (self->last_tokens, guint32, self->last_tokens->len - 1))
    return;

  /* The stop of "Hart & Co." is that of the sentence too, at its end. */
  if ((last + 1 == self->n_tokens ||
       (last + 2 == self->n_tokens && !self->tokens[last + 1].is_word)) &&
      self->text[mention.end - 1] == '.' &&
      strlen (self->tokens[last].lower) + 1 == mention.end - self->tokens[last].start)
    mention.end--;

  g_array_append_val (self->mentions, mention);
  g_array_append_val (self->first_tokens, first);
  g_array_append_val (self->last_tokens, last);
}

/* A row of a table of results, or a match: "Leeds 4 2 1", "Leeds beat York". */
static gboolean
is_in_results (const PlxFinder *self,
               guint            first,
               guint            last)
{
  if (self->tokens[first].use.person < 4 &&
      (plx_finder_is_one_of (self, last + 1, versus) ||
       (first > 0 && plx_finder_is_one_of (self, first - 1, versus))))
    return TRUE;

  return last + 1 < self->n_tokens && self->tokens[last + 1].is_number &&
         self->tokens[last + 1].end - self->tokens[last + 1].start <= 3 &&
         (first == 0 || self->tokens[first - 1].is_number);
}

/* Whether a capital acts here, and stands for its government: "Oslo has denied", not "in Oslo". */
static gboolean
acts (const PlxFinder *self,
      guint            first,
      guint            last)
{
  if (first > 0 && plx_finder_has (self, first - 1, PLX_CUE_PLACE_BEFORE | PLX_CUE_PLACE_STRONG))
    return FALSE;

  return plx_finder_has (self, last + 1, PLX_CUE_ACT);
}

static gboolean
is_year (const PlxFinder *self,
         guint            at)
{
  return at < self->n_tokens && self->tokens[at].is_number &&
         self->tokens[at].end - self->tokens[at].start == 4 &&
         (self->text[self->tokens[at].start] == '1' || self->text[self->tokens[at].start] == '2');
}

/* "the 1999 Norwegian general election": where the event ends that begins with the year before
 * a name, or 0. */
static guint
find_election (const PlxFinder *self,
               guint            first,
               guint            last)
{
  if (first == 0 || !is_year (self, first - 1))
    return 0;

  for (guint i = last + 1; i <= last + 3 && i < self->n_tokens; i++)
    {
      if (plx_finder_has (self, i, PLX_CUE_ELECTION))
        return i;
      if (!self->tokens[i].is_word)
        return 0;
    }

  return 0;
}

static void
emit_known (PlxFinder *self,
            guint      at)
{
  const PlxToken *token = &self->tokens[at];
  const guint last = at + token->known_tokens - 1;
  const guint election = find_election (self, at, last);
  PlxKind kind = token->kind;
  PlxForm form = token->form;

  if (election > 0)
    {
      emit (self, at - 1, election, PLX_KIND_EVENT, PLX_FORM_NAME, token->country);
      return;
    }

  if (kind == PLX_KIND_PLACE && is_in_results (self, at, last))
    kind = PLX_KIND_ORGANIZATION;
  if (form == PLX_FORM_METONYM && (kind != PLX_KIND_PLACE || !acts (self, at, last)))
    form = kind == PLX_KIND_PLACE ? PLX_FORM_NAME : PLX_FORM_METONYM;

  emit (self, at, last, kind, form, token->country);
}

/* The token after the titles that begin at @at, or @at if none do. */
static guint
skip_titles (const PlxFinder *self,
             guint            at,
             guint            end)
{
  guint last = at;

  for (guint i = at; i < end; i++)
    {
      const guint cues = self->tokens[i].cues;

      if (last == i && last > at && plx_finder_is_office (self, i))
        {
          i += plx_finder_is (self, i + 1, "the") ? 2 : 1;
          while (i + 1 < end && (plx_finder_has (self, i + 1, PLX_CUE_PORTFOLIO) ||
                                 plx_finder_is (self, i + 1, "and")))
            i++;
          last = MIN (i + 1, end);
          continue;
        }

      if (self->tokens[i].known_tokens > 1 || !(cues & (PLX_CUE_TITLE | PLX_CUE_RANK)))
        break;
      /* "Dean Roe" is called so. */
      if (self->tokens[i].use.person >= 6 && !(cues & PLX_CUE_HONORIFIC))
        break;
      if (cues & PLX_CUE_TITLE)
        last = i + 1;
    }

  return last;
}

static gboolean
is_title_before (const PlxFinder *self,
                 guint            at)
{
  guint before = at;

  if (before > 0 && plx_finder_is (self, before - 1, ","))
    before--;

  /* "spokesman Roe", and not "Mr Roe said. President". */
  return before > 0 && plx_finder_has (self, before - 1, PLX_CUE_TITLE | PLX_CUE_ROLE) &&
         (before == at || !plx_finder_has (self, before - 1, PLX_CUE_HONORIFIC));
}

/* Whether the name from @at is one of a body of its own although it begins with a country or a
 * people: "Kenya Revenue Authority", and not "Chinese Foreign Ministry". */
static gboolean
is_larger_name (const PlxFinder *self,
                guint            at,
                guint            end)
{
  const guint next = at + self->tokens[at].known_tokens;
  const guint last = end - 1;
  PlxKind kind;

  if (next >= end || !plx_name_kind_from_cues (self->tokens, at, last, &kind))
    return FALSE;
  if (skip_titles (self, next, end) > next)
    return FALSE;

  if (self->tokens[at].form == PLX_FORM_DEMONYM)
    return kind == PLX_KIND_ORGANIZATION && !plx_finder_has (self, last, PLX_CUE_GOVERNMENT) &&
           (last > next || plx_finder_has (self, last, PLX_CUE_ORG_HEAD));

  return self->tokens[at].kind != PLX_KIND_COUNTRY || last > next ||
         !plx_finder_has (self, last, PLX_CUE_ORG_GENERIC) || kind != PLX_KIND_ORGANIZATION;
}

/* Whether what our tables know from @at stands for itself, with more of another name after it. */
static gboolean
stands_alone (const PlxFinder *self,
              guint            at,
              guint            end)
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
country_inside (const PlxFinder *self,
                guint            first,
                guint            end)
{
  for (guint i = first; i < end; i++)
    {
      if (self->tokens[i].known_tokens > 0 && self->tokens[i].country != NULL &&
          self->tokens[i].kind == PLX_KIND_COUNTRY)
        return self->tokens[i].country;
    }

  return NULL;
}

/* What the name before this one in a list names: "Oslo, Bergen and Voss"; "the Roe Party (Rop)". */
static PlxKind
find_beside (const PlxFinder *self,
             guint            first)
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

  if (last + 2 == first && plx_finder_is_one_of (self, first - 1, list_marks))
    return before->kind;
  if (last + 2 == first && plx_finder_is (self, first - 1, "(") &&
      before->kind == PLX_KIND_ORGANIZATION)
    return before->kind;
  if (last + 3 == first && plx_finder_is (self, first - 2, ",") &&
      plx_finder_is (self, first - 1, "and"))
    return before->kind;

  return PLX_KIND_OTHER;
}

static void
find_in_piece (PlxFinder *self,
               guint      first,
               guint      end,
               gboolean   after_title)
{
  const PlxToken *tokens = self->tokens;
  const PlxKind beside = find_beside (self, first);
  PlxKind kind;

  while (end > first && (!tokens[end - 1].is_word ||
                         (!tokens[end - 1].is_capital && !tokens[end - 1].is_number)))
    end--;
  if (first >= end || (end - first == 1 &&
                       (tokens[first].cues & (PLX_CUE_PEOPLE | PLX_CUE_MONTH)) != 0))
    return;

  if (tokens[first].known_tokens == end - first)
    {
      emit_known (self, first);
      return;
    }

  if (end - first == 1 && !after_title && !tokens[first].is_acronym &&
      (tokens[first].cues & (PLX_CUE_ORG_TAIL | PLX_CUE_ORG_GENERIC | PLX_CUE_EVENT_TAIL |
                             PLX_CUE_LAW_TAIL | PLX_CUE_PLACE_TAIL)) != 0 &&
      tokens[first].use.small >= 3)
    return;

  if (!after_title && plx_name_kind_from_cues (tokens, first, end - 1, &kind))
    emit (self, first, end - 1, kind, PLX_FORM_NAME, country_inside (self, first, end));
  else if (plx_name_kind_guess (tokens, self->n_tokens, first, end - 1, after_title, beside, &kind))
    {
      if ((kind == PLX_KIND_PLACE || end - first == 1) && is_in_results (self, first, end - 1))
        kind = PLX_KIND_ORGANIZATION;
      emit (self, first, end - 1, kind, PLX_FORM_NAME,
            kind == PLX_KIND_ORGANIZATION ? country_inside (self, first, end) : NULL);
    }
}

/* "Republican | Ida Berg": a word for people of a kind that is no part of the name behind it. */
static gboolean
is_people_word (const PlxFinder *self,
                guint            at,
                guint            end)
{
  PlxKind kind;

  return plx_finder_has (self, at, PLX_CUE_PEOPLE) && self->tokens[at].known_tokens == 0 &&
         (at == 0 || !plx_finder_is_one_of (self, at - 1, tie_words)) &&
         !(self->tokens[at].use.person >= 3 && at + 1 < end) &&
         !plx_name_kind_from_cues (self->tokens, at, end - 1, &kind);
}

/* Whether somebody's given name begins at a token, behind what is no part of a person's name:
 * "Oregon | Mark Hart". */
static gboolean
begins_person (const PlxFinder *self,
               guint            first,
               guint            at,
               guint            end)
{
  const PlxToken *token = &self->tokens[at];
  const PlxToken *before = &self->tokens[at - 1];
  PlxKind kind;

  if (end - at < 2 || !token->is_known || token->use.person < 8 ||
      self->tokens[first].use.person >= 6 ||
      self->tokens[at + 1].use.person < 4 || !token->is_capital ||
      plx_name_kind_from_cues (self->tokens, first, end - 1, &kind))
    return FALSE;

  return (before->cues & (PLX_CUE_ORG_GENERIC | PLX_CUE_ORG_TAIL)) != 0 ||
         (before->is_capital && before->is_known && before->use.person <= 1 &&
          before->use.place + before->use.organization >= 7);
}

/* Where the piece that begins at @first ends: before a title, a people, or a person. */
static guint
find_piece_end (const PlxFinder *self,
                guint            first,
                guint            end)
{
  PlxKind kind;

  for (guint i = first + 1; i < end; i++)
    {
      if (self->tokens[i].known_tokens > 0 && self->tokens[i].form == PLX_FORM_DEMONYM &&
          !(plx_name_kind_from_cues (self->tokens, first, end - 1, &kind) &&
            kind == PLX_KIND_ORGANIZATION) &&
          !(i == first + 1 && i + 1 == end && self->tokens[first].use.person >= 8))
        return i;
      if (begins_person (self, first, i, end) || is_people_word (self, i, end))
        return i;
      if (skip_titles (self, i, end) > i &&
          !plx_finder_is (self, i - 1, "of") && !plx_finder_is (self, i - 1, "the"))
        return i;
    }

  return end;
}

/* Whether the capital of a word is only that of the sentence: "Besides Oslo". */
static gboolean
is_common_start (const PlxFinder *self,
                 guint            at,
                 guint            end)
{
  const PlxToken *token = &self->tokens[at];
  PlxKind kind;

  return token->is_first && end - at >= 2 && token->is_known && token->use.small >= 6 &&
         token->use.person <= 3 && token->known_tokens == 0 &&
         skip_titles (self, at, end) == at &&
         !plx_name_kind_from_cues (self->tokens, at, end - 1, &kind);
}

static void
find_in_run (PlxFinder *self,
             guint      first,
             guint      end)
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

      if (is_common_start (self, at, end) || is_people_word (self, at, end))
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
      if (after > at && !(end - at == 2 && plx_finder_has (self, end - 1, PLX_CUE_ORG_TAIL) &&
                          !plx_finder_has (self, at, PLX_CUE_HONORIFIC)))
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
  PlxFinder finder = { .text = text, .mentions = mentions, .first_tokens = first_tokens,
                    .last_tokens = last_tokens };

  g_return_if_fail (text != NULL);
  g_return_if_fail (start <= end);

  tokens = plx_tokens_read (text, start, end, &finder.letter_case);
  finder.tokens = (PlxToken *) tokens->data;
  finder.n_tokens = tokens->len;

  for (guint at = 0; at < finder.n_tokens;)
    {
      guint run_end;

      if (!plx_finder_is_name_word (&finder, at))
        {
          at++;
          continue;
        }

      run_end = MIN (plx_finder_find_end (&finder, at), finder.n_tokens);
      find_in_run (&finder, at, run_end);
      at = MAX (run_end, at + 1);
    }

  plx_finder_find_countries (&finder, first_mention);
}
