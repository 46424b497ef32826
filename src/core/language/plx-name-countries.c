/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-countries"

#include "config.h"

#include "language/plx-finder.h"

static const char *const between[] = { "'s", ",", "and", "top", NULL };

static const char *const apart[] = { ",", "and", NULL };

static const char *const its[] = { "its", "their", NULL };

/* Whether only titles stand between two tokens: "Norwegian [President] Holm". */
static gboolean
are_titles_between (const PlxFinder *self,
                    guint            from,
                    guint            to,
                    guint            cues)
{
  gboolean found = FALSE;

  /* "Norway, President Holm" are two. */
  if (to > from + 6 || plx_finder_is_one_of (self, from, apart))
    return FALSE;

  for (guint i = from; i < to; i++)
    {
      found = found || plx_finder_has (self, i, cues);
      if (!plx_finder_has (self, i, cues | PLX_CUE_RANK) &&
          !plx_finder_is_one_of (self, i, between))
        return FALSE;
    }

  return found;
}

/* "its foreign minister": whether a title of somebody who speaks for a state stands right before
 * a token, and speaks of the country named before. */
static gboolean
is_its_title_before (const PlxFinder *self,
                     guint            at)
{
  gboolean found = FALSE;

  while (at > 0 && plx_finder_has (self, at - 1, PLX_CUE_TITLE | PLX_CUE_RANK | PLX_CUE_ROLE))
    {
      found = found || plx_finder_has (self, at - 1, PLX_CUE_STATE_TITLE);
      at--;
    }

  return found && at > 0 && plx_finder_is_one_of (self, at - 1, its);
}

/* The country named last before a token. */
static const char *
find_country_before (const PlxFinder      *self,
                     const PlxMentionSpan *mentions,
                     guint                 before)
{
  const char *code = NULL;

  for (guint i = 0; i < self->first_tokens->len; i++)
    {
      if (g_array_index (self->first_tokens, guint32, i) >= before)
        break;
      if (mentions[i].kind == PLX_KIND_COUNTRY)
        code = mentions[i].country;
    }

  return code;
}

/* "Hart, France's minister": what stands behind a name in apposition. */
static const char *
find_country_after (const PlxFinder      *self,
                    const PlxMentionSpan *mentions,
                    guint                 at)
{
  const guint32 last = g_array_index (self->last_tokens, guint32, at);
  guint32 after;

  if (at + 1 >= self->first_tokens->len || mentions[at + 1].kind != PLX_KIND_COUNTRY ||
      !plx_finder_is (self, last + 1, ",") ||
      g_array_index (self->first_tokens, guint32, at + 1) > last + 3)
    return NULL;

  after = g_array_index (self->last_tokens, guint32, at + 1) + 1;
  for (guint32 i = after; i < after + 4; i++)
    {
      if (plx_finder_has (self, i, PLX_CUE_TITLE | PLX_CUE_ROLE))
        return mentions[at + 1].country;
    }

  return NULL;
}

static const char *
find_country (const PlxFinder      *self,
              const PlxMentionSpan *mentions,
              guint                 at)
{
  const guint32 first = g_array_index (self->first_tokens, guint32, at);
  const gboolean is_person = mentions[at].kind == PLX_KIND_PERSON;
  const char *code = NULL;

  if (at > 0 && mentions[at - 1].country != NULL && mentions[at - 1].kind != PLX_KIND_PERSON &&
      are_titles_between (self, g_array_index (self->last_tokens, guint32, at - 1) + 1, first,
                          is_person ? PLX_CUE_TITLE | PLX_CUE_ROLE : PLX_CUE_ORG_NOUN))
    return mentions[at - 1].country;

  if (!is_person)
    return NULL;

  code = find_country_after (self, mentions, at);
  if (code == NULL && is_its_title_before (self, first))
    code = find_country_before (self, mentions, first);

  return code;
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
  PlxMentionSpan *mentions = (PlxMentionSpan *) self->mentions->data + first_mention;

  for (guint i = 0; i < self->first_tokens->len; i++)
    {
      if (mentions[i].country == NULL && (mentions[i].kind == PLX_KIND_PERSON ||
                                          mentions[i].kind == PLX_KIND_ORGANIZATION))
        mentions[i].country = find_country (self, mentions, i);
    }
}
