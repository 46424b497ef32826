/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-endings"

#include "config.h"

#include "countries/plx-country-endings.h"

#include <string.h>

/* What an ending leaves of a name must be this long, in letters, to be told from other words; one
 * less where it takes the place of an "a". */
#define SHORTEST_STEM 4

/* The endings of the cases, with a space around each; accents are folded away. */
static const PlxEndings all[] = {
  { "ru", 1, " а я у ю ы и е ои еи ою ею ом ем ам ям ах ях ами ями ого ому ых ым ыми их им ими "
             "ую юю ов ев " },
  { "uk", 1, " а я у ю и і е о ои еи ою ею ом ем ам ям ах ях ами ями ого ому их им ими ів ові "
             "еві " },
  { "be", 1, " а я у ю ы і е ои аи яи ою ею аю ом ем ам ям ах ях амі ямі ага аму ых ым "
             "ымі ау еу " },
  { "bg mk", 1, " та та о ът а я " },
  { "sr", 1, " а е у и ом ем ои ама има ог ога ом ому их им ја ју је јом a e u i o om em oj ama "
             "ima og "
             "oga omu ih im ja ju je jom " },
  { "hr bs sl", 1, " a e u i o om em oj ama ima og oga omu ih im je ji jo jom ega emu ah oma " },
  { "pl", 1, " a y i e u em iem ie o owi ow om ami ach ej ego emu ym ich ych iej a " },
  { "cs sk", 1, " a u e em o y i ou ach am um ech ych ym ymi eho emu ej om och ami ov im ih ich " },
  { "lt", 2, " os ai a oje o ui u e uje us ais uose es ei eje io iui iu yje is iai iams " },
  { "lv", 1, " as ai u a s am es ei i e is ja jai iem os us " },
  { "et", 1, " s l le lt st t ga ks ni na ta sse sid id ide a e i u " },
  { "fi", 1, " n a ssa sta an lla lta lle na ksi en in on un yn ta tta ja ia ista issa ien hin " },
  { "hu", 1, " ban ben ba be bol nak nek hoz hez tol rol ra re on en n t ot et at val vel ert ig "
             "gal "
             "gel nal nel a aba aban abol anak at ara " },
  { "ro", 1, " a ei ii ului ul i " },
  { "el", 1, " ς ας ου ο ων ους α η ης αν ες " },
  { "is", 1, " s ar u i a um na " },
  { "sq", 1, " a e i se ne s it ine ise " },
  { "tr az", 0, " nin in un i u yi yu ya ye a e da de dan den ta te tan ten nda nde la le yla "
                "yle " },
  { "de nl sv da no nb nn lb af", 0, " s " },
};

/**
 * plx_country_endings_get:
 * @language: an ISO 639-1 code
 *
 * Returns: (nullable) (transfer none): how the language declines names, or `NULL` where it does
 *   not, or we do not know
 */
const PlxEndings *
plx_country_endings_get (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      const char *at = strstr (all[i].languages, language);
      const gsize n = strlen (language);

      if (at != NULL && (at == all[i].languages || at[-1] == ' ') &&
          (at[n] == ' ' || at[n] == '\0'))
        return &all[i];
    }

  return NULL;
}

static gboolean
is_vowel (gunichar c)
{
  /* й, which folds to и, and ь stand at the end of names as vowels do. */
  return g_utf8_strchr ("aeiouyаеиоуыэюяьіјαεηιουως", -1, c) != NULL;
}

static gboolean
ends_in_a (const char *name)
{
  return g_str_has_suffix (name, "a") || g_str_has_suffix (name, "а");
}

static gboolean
is_ending (const PlxEndings *self,
           const char       *rest)
{
  const gsize n = strlen (rest);

  for (const char *at = strstr (self->endings, rest); at != NULL; at = strstr (at + 1, rest))
    {
      if (at[-1] == ' ' && at[n] == ' ')
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_country_endings_match:
 * @self: (nullable): how the language declines names
 * @name: a word of the name of a country, in small letters without accents
 * @word: a word of a text, likewise
 * @is_part: whether the name has more words, so that an adjective may be one of them
 *
 * Returns: whether the word is the name, or the name with an ending
 */
gboolean
plx_country_endings_match (const PlxEndings *self,
                           const char       *name,
                           const char       *word,
                           gboolean          is_part)
{
  const char *a = name;
  const char *b = word;
  gsize n = 0;
  gsize n_dropped = 0;

  if (g_str_equal (name, word))
    return TRUE;
  if (self == NULL)
    return FALSE;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); n++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }

  for (; *a != '\0'; a = g_utf8_next_char (a))
    {
      if (!is_vowel (g_utf8_get_char (a)) || ++n_dropped > self->most_dropped + is_part)
        return FALSE;
    }

  return n + (n_dropped == 1 && ends_in_a (name)) >= SHORTEST_STEM && *b != '\0' &&
         is_ending (self, b);
}
