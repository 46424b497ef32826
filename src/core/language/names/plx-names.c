/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names"

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

#include "language/names/plx-finder.h"
#include "language/names/plx-name-kind.h"
#include "language/names/plx-name-tagger.h"

/* Longer sentences are none, and are taken in pieces, so that memory stays bounded. */
#define LONGEST_SENTENCE (16 * 1024)

static const char *const versus[] = { "beat", "beats", "v", "vs", NULL };

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

/* The place of a name in our tables, as far as the sentence lets it stand. */
static void
emit_known (PlxFinder *self,
            guint      at,
            guint      last)
{
  const PlxToken *token = &self->tokens[at];
  PlxKind kind = token->kind;
  PlxForm form = token->form;

  if (kind == PLX_KIND_PLACE && is_in_results (self, at, last))
    kind = PLX_KIND_ORGANIZATION;
  if (form == PLX_FORM_METONYM && (kind != PLX_KIND_PLACE || !acts (self, at, last)))
    form = kind == PLX_KIND_PLACE ? PLX_FORM_NAME : PLX_FORM_METONYM;

  emit (self, at, last, kind, form, token->country);
}

/* The country in a name, or of the place whose name it has: "Kenya Airways", a club of Leeds. */
static const char *
country_inside (const PlxFinder *self,
                guint            first,
                guint            last)
{
  if (self->tokens[first].known_tokens == last - first + 1)
    return self->tokens[first].country;

  for (guint i = first; i <= last; i++)
    {
      if (self->tokens[i].known_tokens > 0 && self->tokens[i].country != NULL &&
          self->tokens[i].kind == PLX_KIND_COUNTRY)
        return self->tokens[i].country;
    }

  return NULL;
}

/* "Likud", and not "Ford": a word that is hardly ever part of a person's name. */
static gboolean
is_no_family (const PlxToken *token)
{
  return token->is_known && !token->is_ambiguous && token->use.person <= 2;
}

/* Whether what our tables know from the first token of a name is the name that was found: its
 * country or capital may be, and is not where the words around say that it is a person. */
static gboolean
is_known_so (const PlxFinder   *self,
             const PlxNameSpan *span)
{
  const PlxToken *token = &self->tokens[span->first];

  if (token->known_tokens != span->last - span->first + 1)
    return FALSE;
  if (token->known_tokens > 1 && !token->is_ambiguous)
    return TRUE;

  switch (span->klass)
    {
    case PLX_NAME_CLASS_PERSON:
      return token->kind == PLX_KIND_PERSON ||
             (token->kind == PLX_KIND_COUNTRY && !token->is_ambiguous) ||
             (token->kind == PLX_KIND_ORGANIZATION && is_no_family (token));

    case PLX_NAME_CLASS_ORGANIZATION:
      return token->kind == PLX_KIND_ORGANIZATION || token->kind == PLX_KIND_COUNTRY ||
             (token->form == PLX_FORM_METONYM && acts (self, span->first, span->last));

    case PLX_NAME_CLASS_PLACE:
      return token->kind != PLX_KIND_PERSON;

    case PLX_NAME_CLASS_OTHER:
    default:
      return TRUE;
    }
}

/* The model knows no events and laws; the words of a name do. */
static PlxKind
find_kind (const PlxFinder   *self,
           const PlxNameSpan *span,
           PlxKind            otherwise)
{
  PlxKind kind;

  if (plx_name_kind_from_cues (self->tokens, span->first, span->last, &kind) &&
      (kind == PLX_KIND_EVENT || kind == PLX_KIND_LAW))
    return kind;

  return otherwise;
}

static void
emit_found (PlxFinder         *self,
            const PlxNameSpan *span)
{
  const char *country = country_inside (self, span->first, span->last);

  switch (span->klass)
    {
    case PLX_NAME_CLASS_PERSON:
      emit (self, span->first, span->last, PLX_KIND_PERSON, PLX_FORM_NAME, NULL);
      break;

    case PLX_NAME_CLASS_ORGANIZATION:
      emit (self, span->first, span->last, find_kind (self, span, PLX_KIND_ORGANIZATION),
            PLX_FORM_NAME, country);
      break;

    case PLX_NAME_CLASS_PLACE:
      if (is_in_results (self, span->first, span->last))
        emit (self, span->first, span->last, PLX_KIND_ORGANIZATION, PLX_FORM_NAME, country);
      else
        emit (self, span->first, span->last, find_kind (self, span, PLX_KIND_PLACE), PLX_FORM_NAME,
              NULL);
      break;

    case PLX_NAME_CLASS_OTHER:
    default:
      /* "Muslims", "Republican": words for people of a kind name nobody. */
      if (span->first < span->last || (self->tokens[span->first].cues & PLX_CUE_PEOPLE) == 0)
        emit (self, span->first, span->last, find_kind (self, span, PLX_KIND_OTHER),
              PLX_FORM_NAME, country);
    }
}

/* "Brics" and "G20", and not "Labour" or "Shell": a word that is hardly ever written small. */
static gboolean
is_no_common_word (const PlxToken *token)
{
  if (strpbrk (token->lower, "0123456789") != NULL)
    return TRUE;

  return token->is_known ? token->use.small <= 1 : !token->is_first;
}

/* "Brics summit": whether nothing but small words follow the name that our tables know, in a name
 * of something else than a person, an organization or a place. */
static gboolean
is_known_with_tail (const PlxFinder   *self,
                    const PlxNameSpan *span)
{
  const PlxToken *token = &self->tokens[span->first];

  if (span->klass != PLX_NAME_CLASS_OTHER || token->known_tokens == 0 || token->is_ambiguous)
    return FALSE;

  for (guint i = span->first + token->known_tokens; i <= span->last; i++)
    {
      if (self->tokens[i].is_capital)
        return FALSE;
    }

  return TRUE;
}

/* Whether our tables alone are enough for a name that the model does not see from here. */
static gboolean
is_sure (const PlxFinder *self,
         guint            at)
{
  const PlxToken *token = &self->tokens[at];

  /* "Oslo-based": what texts that teach the model mostly take for one word. */
  if (token->known_tokens == 1 && at + 1 < self->n_tokens &&
      token[1].start == token->end + 1 && self->text[token->end] == '-')
    return TRUE;
  /* "Moscow has denied": only a government does. */
  if (token->known_tokens > 0 && token->form == PLX_FORM_METONYM &&
      acts (self, at, at + token->known_tokens - 1))
    return TRUE;
  if (token->known_tokens == 0 || token->is_ambiguous)
    return FALSE;

  return token->known_tokens > 1 || token->kind == PLX_KIND_COUNTRY || token->is_acronym ||
         (token->kind == PLX_KIND_PLACE && !token->is_first) ||
         (token->kind == PLX_KIND_ORGANIZATION && is_no_common_word (token));
}

/* The last token of a name that our tables know, with what makes it that of a larger body:
 * "Socialist International Council". */
static guint
find_known_end (const PlxFinder *self,
                guint            at)
{
  const PlxToken *token = &self->tokens[at];
  guint last = at + token->known_tokens - 1;

  while (token->kind == PLX_KIND_ORGANIZATION && token->known_tokens > 1 &&
         plx_finder_has (self, last + 1, PLX_CUE_ORG_TAIL) && self->tokens[last + 1].is_capital)
    last++;

  return last;
}

/* "Hurricane Ida": the last token of a name that its first word makes an event, or 0. */
static guint
find_event_end (const PlxFinder *self,
                guint            at)
{
  guint last = at;

  if (!plx_finder_has (self, at, PLX_CUE_EVENT_START) || !self->tokens[at].is_capital)
    return 0;

  while (last + 1 < self->n_tokens && self->tokens[last + 1].is_word &&
         self->tokens[last + 1].is_capital)
    last++;

  return last > at ? last : 0;
}

/* The tables know a name of several words that the model has cut differently. */
static gboolean
is_cut (const PlxToken    *tokens,
        guint              at,
        const PlxNameSpan *span)
{
  const PlxToken *token = &tokens[at];

  return token->known_tokens > 1 && !token->is_ambiguous &&
         at + token->known_tokens - 1 > span->last;
}

/* Texts in a language that was not recognized are much like nothing that the model has seen. A name
 * of something else has few small words but "of" and the like, and those that tell its kind. */
static gboolean
is_likely (const PlxFinder   *self,
           const PlxNameSpan *span)
{
  guint n_plain = 0;

  for (guint i = span->first; i <= span->last; i++)
    {
      const PlxToken *token = &self->tokens[i];

      n_plain += token->is_word && !token->is_capital && !token->is_number &&
                 token->known_tokens == 0 && token->cues == 0 && strlen (token->lower) > 3;
    }

  return span->klass != PLX_NAME_CLASS_OTHER || n_plain <= 1;
}

/* "China-Russia ties": two countries, and no name of both. */
static gboolean
is_two_countries (const PlxFinder   *self,
                  const PlxNameSpan *span)
{
  const PlxToken *first = &self->tokens[span->first];

  return span->last == span->first + 1 && first->known_tokens == 1 &&
         first->kind == PLX_KIND_COUNTRY && first[1].known_tokens == 1 &&
         first[1].kind == PLX_KIND_COUNTRY && self->text[first->end] == '-' &&
         first[1].start == first->end + 1;
}

static void
settle (PlxFinder    *self,
        const GArray *spans)
{
  guint next = 0;
  guint at = 0;

  while (at < self->n_tokens)
    {
      const PlxToken *token = &self->tokens[at];
      const PlxNameSpan *span;

      while (next < spans->len && g_array_index (spans, PlxNameSpan, next).first < at)
        next++;
      span = next < spans->len ? &g_array_index (spans, PlxNameSpan, next) : NULL;

      if (span != NULL && span->first == at && !is_cut (self->tokens, at, span) &&
          is_likely (self, span) && !is_two_countries (self, span))
        {
          if (is_known_so (self, span))
            emit_known (self, at, span->last);
          else if (is_known_with_tail (self, span))
            emit_known (self, at, at + token->known_tokens - 1);
          else
            emit_found (self, span);
          at = span->last + 1;
        }
      else if (find_event_end (self, at) > 0)
        {
          const guint last = find_event_end (self, at);

          emit (self, at, last, PLX_KIND_EVENT, PLX_FORM_NAME, NULL);
          at = last + 1;
        }
      else if (is_sure (self, at))
        {
          const guint last = find_known_end (self, at);

          emit_known (self, at, last);
          at = last + 1;
        }
      else
        at++;
    }
}

static void
find_in_sentence (const char *text,
                  gsize       start,
                  gsize       end,
                  GArray     *mentions)
{
  const PlxNameModel *model = plx_name_model_get_default (NULL);
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) first_tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) last_tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint first_mention = mentions->len;
  PlxFinder finder = { .text = text, .mentions = mentions, .first_tokens = first_tokens,
                       .last_tokens = last_tokens };

  tokens = plx_tokens_read (text, start, end, &finder.letter_case);
  finder.tokens = (PlxToken *) tokens->data;
  finder.n_tokens = tokens->len;

  spans = model != NULL ? plx_name_tagger_tag (model, text, finder.tokens, finder.n_tokens,
                                               finder.letter_case)
                        : g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
  settle (&finder, spans);
  plx_finder_find_countries (&finder, first_mention);
}

/* Where a piece of an endless sentence ends: before a space, else within a word. */
static gsize
find_piece_end (const char *text,
                gsize       start,
                gsize       end)
{
  gsize at = start + LONGEST_SENTENCE;

  if (end - start <= LONGEST_SENTENCE)
    return end;

  while (at > start + LONGEST_SENTENCE / 2 && !g_ascii_isspace (text[at]))
    at--;
  if (g_ascii_isspace (text[at]))
    return at;

  return g_utf8_find_prev_char (text + start, text + start + LONGEST_SENTENCE) - text;
}

/**
 * plx_language_find_names:
 * @text: UTF-8
 * @start: where the sentence begins
 * @end: the byte after its last
 * @mentions: (element-type PlxMentionSpan): where to append the names found
 *
 * Finds the names in an English sentence, by what the trained model sees and what our tables
 * know. The field `sentence` is 0 and `entity` is `PLX_NONE`.
 *
 * Where the model cannot be read, only the tables speak; [func@language_check] says why.
 * Safe to call from any thread.
 */
void
plx_language_find_names (const char *text,
                         gsize       start,
                         gsize       end,
                         GArray     *mentions)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (start <= end);

  while (start < end)
    {
      const gsize piece_end = find_piece_end (text, start, end);

      find_in_sentence (text, start, piece_end, mentions);
      start = piece_end;
    }
}

/**
 * plx_language_check:
 * @error: return location for an error
 *
 * Tells whether all that the recognition of names needs is there.
 *
 * Returns: whether it is
 */
gboolean
plx_language_check (GError **error)
{
  return plx_name_model_get_default (error) != NULL;
}
