/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-body-countries"

#include "config.h"

#include "language/entities/plx-body-countries.h"

#include "countries/plx-countries.h"
#include "language/names/plx-gazetteer.h"

static const char *const possessives[] = { "'s", "'", NULL };

static const char *const based[] = { "based", "headquartered", NULL };

/* The one country that the name of a body has in it: "Kenya Revenue Authority". */
static const char *
find_inside (PlxPhrase *self,
             guint      of)
{
  const PlxMentionSpan *mention = &self->mentions[of];
  const char *code = NULL;

  for (gsize at = mention->start, next; at < mention->end; at = next)
    {
      PlxForm form = PLX_FORM_NAME;
      const char *other =
        plx_country_match_longest (self->text, at, mention->end, &next, &form, NULL);

      if (other != NULL && form != PLX_FORM_METONYM)
        {
          if (code != NULL && code != other)
            return NULL;
          code = other;
        }
      while (next < mention->end && g_unichar_isalnum (g_utf8_get_char (self->text + next)))
        next = g_utf8_next_char (self->text + next) - self->text;
      while (next < mention->end && !g_unichar_isalnum (g_utf8_get_char (self->text + next)))
        next = g_utf8_next_char (self->text + next) - self->text;
    }

  return code;
}

/* "Kenya's Ministry of Health", "the Norwegian oil firm Holm", "Oslo-based Holm". */
static const char *
find_owner (PlxPhrase *self,
              guint      of)
{
  gint at = (gint) self->firsts[of] - 1;
  gboolean is_owner = FALSE;

  /* "Norway's biggest bank, Holm Bank" */
  if (plx_phrase_is (self, at, ",") &&
      plx_phrase_has (self, at - 1, PLX_CUE_ORG_NOUN | PLX_CUE_ORG_GENERIC))
    at--;

  for (guint n = 0; n < 4 && at >= 0; n++, at--)
    {
      const guint32 other = plx_phrase_get_mention (self, at);

      if (other != PLX_NONE)
        {
          const PlxMentionSpan *mention = &self->mentions[other];

          return plx_phrase_tells_country (self, other) && mention->kind != PLX_KIND_ORGANIZATION &&
                     (mention->form == PLX_FORM_DEMONYM || is_owner || n > 0)
                   ? mention->country
                   : NULL;
        }

      is_owner = plx_phrase_is_one_of (self, at, possessives);
      if (!is_owner && !plx_phrase_has (self, at, PLX_CUE_ORG_NOUN | PLX_CUE_RANK) &&
          !(n > 0 && plx_phrase_is_plain (self, at)))
        return NULL;
    }

  return NULL;
}

/**
 * plx_body_country_find_before:
 * @self: a sentence
 * @of: a body that it names
 *
 * Finds to which country a body belongs by its name, or by what stands before it: “Kenya Revenue
 * Authority”, “Kenya’s Ministry of Health”, “the Norwegian oil firm Holm”.
 *
 * Returns: (nullable): static code of the country
 */
const char *
plx_body_country_find_before (PlxPhrase *self,
                              guint      of)
{
  const char *code = find_inside (self, of);

  return code != NULL ? code : find_owner (self, of);
}

/**
 * plx_body_country_find_base:
 * @self: a sentence
 * @of: a body that it names
 *
 * Finds where a body sits: “Oslo-based Holm”, “Holm, based in Oslo”.
 *
 * Returns: (nullable): static code of the country
 */
const char *
plx_body_country_find_base (PlxPhrase *self,
                            guint      of)
{
  const gint before = (gint) self->firsts[of] - 1;
  const gint after = (gint) self->lasts[of] + 1;
  guint32 other = PLX_NONE;

  for (gint i = before; i >= 0 && i > before - 4 && other == PLX_NONE; i--)
    {
      if (g_str_has_suffix (self->lower[i], "-based"))
        other = plx_phrase_get_mention (self, i);
      else if (!plx_phrase_has (self, i, PLX_CUE_ORG_NOUN) && !plx_phrase_is_plain (self, i))
        break;
    }

  if (other == PLX_NONE && plx_phrase_is (self, after, ",") &&
      plx_phrase_is_one_of (self, after + 1, based) && plx_phrase_is (self, after + 2, "in"))
    other = plx_phrase_get_mention (self, after + 3);

  return other != PLX_NONE && self->mentions[other].kind != PLX_KIND_PERSON
           ? self->mentions[other].country
           : NULL;
}
