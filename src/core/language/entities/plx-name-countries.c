/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-countries"

#include "config.h"

#include "language/entities/plx-name-countries.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/entities/plx-body-countries.h"
#include "language/names/plx-finder.h"
#include "language/text/plx-words.h"

/* How many words an apposition may have, and how many of them our lists need not know. */
#define LONGEST_APPOSITION 10
#define MOST_UNKNOWN 2

static const char *const its[] = { "its", "their", NULL };

static const char *const determiners[] = { "the", "a", "an", NULL };

static const char *const possessives[] = { "'s", "'", NULL };

static const char *const was[] = { "is", "was", NULL };

static const char *const of_state[] = { "of", "for", "from", NULL };

/* "Ambassador to Egypt": where somebody is sent, not whom they speak for. */
static const char *const sent_to[] = { "to", "at", "in", "with", "for", NULL };

/* Who works for a newspaper or a team may be from anywhere. */
static const char *const of_no_country[] = {
  "reporter", "correspondent", "journalist", "columnist", "editor", "writer", "coach", "manager",
  "player", "striker", "midfielder", "defender", "goalkeeper", "winger", "captain", "quarterback",
  "pitcher", "teammate", "photographer", "critic", "presenter", NULL
};

static gboolean
is_body (const PlxMentionSpan *mention)
{
  return mention->kind == PLX_KIND_ORGANIZATION;
}

static gboolean
has_place (PlxPhrase *self,
           guint      mention)
{
  return self->firsts[mention] != PLX_NONE;
}

/* What may stand between a country and the name of somebody: titles, ranks, offices. */
static gboolean
is_filler (PlxPhrase *self,
           gint       at)
{
  return plx_phrase_has (self, at, PLX_CUE_TITLE | PLX_CUE_RANK | PLX_CUE_ROLE | PLX_CUE_PORTFOLIO |
                                     PLX_CUE_ORG_GENERIC | PLX_CUE_HONORIFIC) ||
         plx_phrase_is (self, at, "of") || plx_phrase_is (self, at, "for") ||
         plx_phrase_is (self, at, "and") || plx_phrase_is_holder (self, at);
}

static gboolean
is_mention (PlxPhrase *self,
            gint       at)
{
  return plx_phrase_get_mention (self, at) != PLX_NONE;
}

/* "Kenya and Uganda": several countries in one breath belong to several people. */
static gboolean
is_listed (PlxPhrase *self,
           guint      mention)
{
  const gint before = (gint) self->firsts[mention] - 1;
  const gint after = (gint) self->lasts[mention] + 1;

  return (plx_phrase_is (self, before, "and") && is_mention (self, before - 1)) ||
         (plx_phrase_is (self, after, "and") && is_mention (self, after + 1));
}

/* What stands between a name and the country before it. */
typedef struct
{
  gint     holder;     /* what the person is, or -1 */
  gboolean is_beside;  /* nothing, or a possessive */
  gboolean is_owner;   /* first of all a possessive */
} Between;

/* "[President] of Norway Holm", "[head] of Norway's army, Holm", "[spokesman] for the Norwegian
 * government, Holm". */
static gboolean
is_of_holder (PlxPhrase     *self,
              guint          other,
              const Between *between)
{
  gint before = (gint) self->firsts[other] - 1;

  before -= plx_phrase_is (self, before, "the");

  return (between->is_beside || between->is_owner ||
          self->mentions[other].form == PLX_FORM_DEMONYM) &&
         (plx_phrase_is (self, before, "of") || plx_phrase_is (self, before, "for")) &&
         plx_phrase_is_holder (self, before - 1) && !is_listed (self, other);
}

/* The country that the name right before an apposition says. */
static const char *
judge_before (PlxPhrase     *self,
              guint          other,
              const Between *between)
{
  const PlxMentionSpan *mention = &self->mentions[other];
  const gint before = (gint) self->firsts[other] - 1;
  const gint holder = between->holder;

  if (!plx_phrase_tells_country (self, other))
    return NULL;
  if (!is_body (mention) && is_of_holder (self, other, between))
    return mention->country;
  if (plx_phrase_is (self, before, "of") && mention->form != PLX_FORM_DEMONYM &&
      !between->is_owner)
    return NULL;

  if (is_body (mention) &&
      (holder < 0 || plx_phrase_is_one_of (self, holder, of_no_country) ||
       !plx_phrase_has (self, holder, PLX_CUE_TITLE)))
    return NULL;

  /* "The Norwegian and Swedish ministers Holm and Berg" */
  if (holder >= 0 && is_listed (self, other) && g_str_has_suffix (self->lower[holder], "s"))
    return NULL;
  if (holder >= 0)
    return mention->country;

  return between->is_beside && mention->kind == PLX_KIND_COUNTRY &&
             (mention->form == PLX_FORM_DEMONYM || between->is_owner)
           ? mention->country
           : NULL;
}

/* "Envoy to Egypt": where the word stands that tells who is sent to the place named, or -1. */
static gint
find_envoy (PlxPhrase *self,
            guint      other)
{
  gint before = (gint) self->firsts[other] - 1;

  before -= plx_phrase_is (self, before, "the");
  if (!plx_phrase_is_one_of (self, before, sent_to) || !plx_phrase_is_holder (self, before - 1) ||
      (plx_phrase_is (self, before, "for") && self->mentions[other].form == PLX_FORM_DEMONYM))
    return -1;

  return before - 1;
}

/* "Norwegian lawyers Holm and Berg": where the words for both stand, if @at is between them. */
static gint
skip_listed_person (PlxPhrase *self,
                    gint       at)
{
  const guint32 other = plx_phrase_get_mention (self, at - 1);

  return (plx_phrase_is (self, at, "and") || plx_phrase_is (self, at, ",")) && other != PLX_NONE &&
             self->mentions[other].kind == PLX_KIND_PERSON &&
             plx_phrase_is_holder (self, (gint) self->firsts[other] - 1) &&
             g_str_has_suffix (self->lower[self->firsts[other] - 1], "s")
           ? (gint) self->firsts[other] - 1
           : at;
}

/* Whether the words of an apposition go on at a word that is no name. */
static gboolean
goes_on (PlxPhrase *self,
         gint       at,
         Between   *between,
         gboolean  *is_inner,
         guint     *n_unknown)
{
  between->is_owner = plx_phrase_is_one_of (self, at, possessives);
  between->is_beside = between->is_beside && between->is_owner;

  /* "Of Norway's air force, General Holm": what is behind the comma is his title, what is before
   * it must be one as well. */
  if (plx_phrase_is (self, at, ",") && between->holder >= 0 && !*is_inner)
    {
      *is_inner = TRUE;
      between->holder = -1;
      return TRUE;
    }
  if (between->holder < 0 && plx_phrase_is_holder (self, at))
    {
      between->holder = at;
      return TRUE;
    }

  return between->is_owner || is_filler (self, at) ||
         ((between->holder >= 0 || *is_inner) && plx_phrase_is_plain (self, at) &&
          ++*n_unknown <= MOST_UNKNOWN);
}

/* "Norwegian [Prime Minister] Holm", "Norway's [minister], Holm", "[president] of Norway Holm". */
static const char *
find_before (PlxPhrase *self,
             guint      of)
{
  const gint start = (gint) self->firsts[of] - 1;
  gint at = skip_listed_person (self, start);
  gboolean is_inner = at == start && plx_phrase_is (self, start, ",");
  Between between = { .holder = -1, .is_beside = !is_inner };
  guint n_unknown = 0;

  if (is_inner)
    at--;

  for (guint n = 0; n < LONGEST_APPOSITION && at >= 0; n++)
    {
      const guint32 other = plx_phrase_get_mention (self, at);

      if (other != PLX_NONE && find_envoy (self, other) >= 0)
        {
          at = find_envoy (self, other);
          between.is_beside = FALSE;
        }
      else if (other != PLX_NONE && is_body (&self->mentions[other]) &&
               self->mentions[other].country == NULL && between.holder >= 0)
        {
          at = (gint) self->firsts[other] - 1;
        }
      else if (other != PLX_NONE)
        {
          between.is_beside = between.is_beside || n == 0;
          return judge_before (self, other, &between);
        }
      else if (!goes_on (self, at, &between, &is_inner, &n_unknown))
        {
          return NULL;
        }
      else
        {
          at--;
        }
    }

  return NULL;
}

/* The country that a name in an apposition behind tells: "the Norwegian [foreign minister]". */
static const char *
judge_after (PlxPhrase *self,
             guint      other,
             gboolean   is_person)
{
  const gint after = (gint) self->lasts[other] + 1;

  if (!plx_phrase_tells_country (self, other) || is_body (&self->mentions[other]))
    return NULL;

  /* "Roe, a Kenyan, " */
  if (is_person && self->mentions[other].form == PLX_FORM_DEMONYM &&
      plx_phrase_is_one_of (self, (gint) self->firsts[other] - 1, determiners) &&
      ((guint) after >= self->words->len || plx_phrase_is (self, after, ",") ||
       plx_phrase_is (self, after, ".")))
    return self->mentions[other].country;

  for (gint i = after; i < after + 5; i++)
    {
      if (is_person ? plx_phrase_is_holder (self, i)
                    : plx_phrase_has (self, i, PLX_CUE_ORG_NOUN | PLX_CUE_ORG_GENERIC))
        return self->mentions[other].country;
      if (!plx_phrase_is_one_of (self, i, possessives) && !is_filler (self, i) &&
          !plx_phrase_is_plain (self, i))
        return NULL;
    }

  return NULL;
}

/* What follows "Holm," or "Holm is": "the [foreign minister] of Norway", "a Norwegian lawyer". */
static const char *
find_in_apposition (PlxPhrase *self,
                    gint       at,
                    gboolean   is_person)
{
  gboolean has_holder = FALSE;
  guint n_unknown = 0;

  for (guint n = 0; n < LONGEST_APPOSITION; n++, at++)
    {
      const guint32 other = plx_phrase_get_mention (self, at);
      const gboolean is_of = plx_phrase_is_one_of (self, at, of_state);

      if (other != PLX_NONE && is_body (&self->mentions[other]) &&
          !plx_phrase_tells_country (self, other) && has_holder)
        at = (gint) self->lasts[other];
      else if (other != PLX_NONE)
        return judge_after (self, other, is_person);
      else if (is_of && has_holder)
        {
          const gint place = at + 1 + plx_phrase_is (self, at + 1, "the");
          const guint32 whose = plx_phrase_get_mention (self, place);

          if (whose != PLX_NONE && !is_body (&self->mentions[whose]) &&
              self->mentions[whose].form != PLX_FORM_METONYM)
            return plx_phrase_tells_country (self, whose) && !is_listed (self, whose)
                     ? self->mentions[whose].country
                     : NULL;
        }
      else if (is_person ? plx_phrase_is_holder (self, at)
                         : plx_phrase_has (self, at, PLX_CUE_ORG_NOUN | PLX_CUE_ORG_GENERIC))
        has_holder = TRUE;
      else if (!plx_phrase_is_one_of (self, at, determiners) && !is_filler (self, at) &&
               (!plx_phrase_is_plain (self, at) || ++n_unknown > MOST_UNKNOWN))
        return NULL;
    }

  return NULL;
}

static gboolean
is_number (PlxPhrase *self,
           gint       at)
{
  return (guint) at < self->words->len && g_ascii_isdigit (self->lower[at][0]);
}

/* "Roe (R-Texas)", "Roe, D-Ohio": how American papers tell of what party and state somebody is. */
static gboolean
is_of_american_party (PlxPhrase *self,
                      gint       at)
{
  const PlxWord *word;
  const char *text;

  if (!(plx_phrase_is (self, at, "(") || plx_phrase_is (self, at, ",")) ||
      (guint) at + 1 >= self->words->len)
    return FALSE;

  word = &g_array_index (self->words, PlxWord, at + 1);
  text = self->text + word->start;

  return word->end - word->start >= 3 && strchr ("RDI", text[0]) != NULL && text[1] == '-' &&
         g_ascii_isupper (text[2]);
}

/* "Senator Roe of Texas": a state or a region tells the country of those who speak for it. */
static gboolean
is_of_region (PlxPhrase *self,
              guint      of,
              guint32    place)
{
  return self->mentions[place].kind == PLX_KIND_PLACE && plx_phrase_tells_country (self, place) &&
         plx_phrase_has (self, (gint) self->firsts[of] - 1, PLX_CUE_TITLE | PLX_CUE_HONORIFIC);
}

/* "Holm (Norway)", "Holm of Norway", "Holm of the Norwegian police". */
static const char *
find_beside (PlxPhrase *self,
             guint      of)
{
  const gint at = (gint) self->lasts[of] + 1;
  const gint first = at + 1 + plx_phrase_is (self, at + 1, "the");
  const guint32 other = plx_phrase_get_mention (self, first);
  gint after;

  if (is_of_american_party (self, at))
    return plx_country_intern ("USA");
  if (other != PLX_NONE && plx_phrase_is (self, at, "of") && is_of_region (self, of, other))
    return self->mentions[other].country;
  if (other == PLX_NONE || self->mentions[other].kind != PLX_KIND_COUNTRY ||
      !plx_phrase_tells_country (self, other))
    return NULL;

  after = (gint) self->lasts[other] + 1;
  if (self->mentions[other].form == PLX_FORM_NAME
        ? plx_phrase_is (self, at, "of") ||
            (plx_phrase_is (self, at, "(") && plx_phrase_is (self, after, ")"))
        : plx_phrase_is (self, at, "of") &&
            (plx_phrase_has (self, after, PLX_CUE_ORG_GENERIC) ||
             plx_phrase_has (self, after + 1, PLX_CUE_ORG_GENERIC)))
    return self->mentions[other].country;

  return NULL;
}

static const char *
find_after (PlxPhrase *self,
            guint      of)
{
  const gboolean is_person = !is_body (&self->mentions[of]);
  gint at = (gint) self->lasts[of] + 1;
  const char *beside = is_person ? find_beside (self, of) : NULL;

  if (beside != NULL)
    return beside;

  /* "Holm, 45, a Norwegian lawyer" */
  if (plx_phrase_is (self, at, ",") && is_number (self, at + 1) &&
      plx_phrase_is (self, at + 2, ","))
    at += 2;

  if (plx_phrase_is (self, at, ",") ||
      (plx_phrase_is_one_of (self, at, was) && plx_phrase_is_one_of (self, at + 1, determiners)))
    return find_in_apposition (self, at + 1, is_person);

  return NULL;
}

/* "Its foreign minister Holm": of the country named last before. */
static const char *
find_its (PlxPhrase *self,
          guint      of)
{
  gint at = (gint) self->firsts[of] - 1;
  gboolean found = FALSE;
  const char *code = NULL;

  at -= plx_phrase_is (self, at, ",");
  for (; plx_phrase_has (self, at, PLX_CUE_TITLE | PLX_CUE_RANK | PLX_CUE_ROLE); at--)
    found = found || plx_phrase_has (self, at, PLX_CUE_STATE_TITLE);

  if (!found || !plx_phrase_is_one_of (self, at, its))
    return NULL;

  for (guint i = 0; i < of && self->mentions[i].end <= self->mentions[of].start; i++)
    {
      if (self->mentions[i].kind == PLX_KIND_COUNTRY)
        code = self->mentions[i].country;
    }

  return code;
}

static const char *
find_country (PlxPhrase *self,
              guint      of)
{
  const char *code;

  if (is_body (&self->mentions[of]))
    {
      if ((code = plx_body_country_find_before (self, of)) == NULL &&
          (code = find_after (self, of)) == NULL)
        code = plx_body_country_find_base (self, of);

      return code;
    }

  if (plx_phrase_is_joined (self, of))
    return NULL;
  if ((code = find_before (self, of)) == NULL && (code = find_after (self, of)) == NULL)
    code = find_its (self, of);

  return code;
}

/**
 * plx_name_countries_may_tell:
 * @mentions: (array length=n_mentions): the names of a sentence
 * @n_mentions: how many they are
 *
 * Most sentences cannot tell to which country somebody belongs; this says it fast.
 *
 * Returns: whether there is a name in the sentence whose country might be found in it
 */
gboolean
plx_name_countries_may_tell (const PlxMentionSpan *mentions,
                             guint                 n_mentions)
{
  gboolean has_person = FALSE;
  gboolean has_country = FALSE;

  for (guint i = 0; i < n_mentions; i++)
    {
      if (mentions[i].country != NULL)
        has_country = TRUE;
      else if (is_body (&mentions[i]))
        return TRUE;
      else
        has_person = has_person || mentions[i].kind == PLX_KIND_PERSON;
    }

  /* "Roe (R-Texas)" needs no other name, but has one. */
  return has_person && (has_country || n_mentions > 1);
}

/**
 * plx_name_countries_find:
 * @phrase: an English sentence
 *
 * Finds to which countries the people and bodies of a sentence belong, as far as it says so in
 * apposition, and sets `country` of those mentions that have none.
 */
void
plx_name_countries_find (PlxPhrase *phrase)
{
  for (guint i = 0; i < phrase->n_mentions; i++)
    {
      PlxMentionSpan *mention = &phrase->mentions[i];

      if (mention->country == NULL && mention->form == PLX_FORM_NAME && has_place (phrase, i) &&
          (mention->kind == PLX_KIND_PERSON || is_body (mention)))
        mention->country = find_country (phrase, i);
    }
}

/**
 * plx_finder_find_countries:
 * @self: the sentence
 * @first_mention: the first of its names
 *
 * Finds to which countries the people and bodies of a sentence belong, as far as it says so.
 */
void
plx_finder_find_countries (PlxFinder *self,
                           guint      first_mention)
{
  const guint n = self->mentions->len - first_mention;
  PlxMentionSpan *mentions = n > 0 ? (PlxMentionSpan *) self->mentions->data + first_mention : NULL;
  g_autoptr (PlxPhrase) phrase = NULL;

  if (n == 0 || !plx_name_countries_may_tell (mentions, n))
    return;

  phrase = plx_phrase_new (self->text, self->tokens[0].start,
                           self->tokens[self->n_tokens - 1].end, mentions, n);
  plx_name_countries_find (phrase);
}
