/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-guess-language"

#include "config.h"

#include "reading/plx-guess-language.h"

#include <string.h>

/* Of so many words, at least one in eight is one of the small words of its language. */
#define MIN_WORDS 20
#define SHARE 8

/* The small words that every text has, and that few other languages share. */
static const struct
{
  const char *language;
  const char *words;
} languages[] = {
  { "en", " the of and to that is was for with as by at from his her has have been which said " },
  { "de", " der die das und nicht von mit dem den ist im des auf sich eine auch wird wurde nach " },
  { "fr", " le les des et est dans du une que qui pour pas sur par avec ont cette aux " },
  { "es", " el los las y en que del una por con para su fue como más según también " },
  { "it", " il di che e della per non una sono con gli nel alla dei anche più ha " },
  { "pt", " o os as e do da que em não uma com para foi dos na no ao mais " },
  { "nl", " het een van en is dat niet op te zijn voor met door werd ook naar " },
  { "pl", " w i na z że się nie do jest o to przez po od oraz dla " },
  { "sv", " och att det som en på är av för med har inte till den om " },
  { "da", " og at det som en på er af for med har ikke til den de blev " },
  { "tr", " ve bir bu için ile da de olarak daha olan çok sonra ne gibi " },
  { "ru", " и в не на что с по как из для это его был от " },
  { "uk", " і в не на що з та за як від про для є його " },
};

/* Adds to @counts how many words of @text belong to each language. */
static guint
count_words (const char *text,
             guint      *counts)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " .,:;!?()\"\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *wanted = NULL;

      if (*words[i] == '\0')
        continue;
      n++;
      if (strlen (words[i]) > 10)
        continue;

      wanted = g_strdup_printf (" %s ", words[i]);
      for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
        counts[k] += strstr (languages[k].words, wanted) != NULL;
    }

  return n;
}

/**
 * plx_guess_language:
 * @drafts: (element-type PlxDraft): marked blocks
 *
 * Guesses in which language an article is written, from the small words of its paragraphs.
 *
 * Returns: (nullable): an ISO 639-1 code as a static string
 */
const char *
plx_guess_language (GPtrArray *drafts)
{
  guint counts[G_N_ELEMENTS (languages)] = { 0 };
  guint n_words = 0;
  guint best = 0;

  /* A thousand words tell as much as ten thousand. */
  for (guint i = 0; i < drafts->len && n_words < 1000; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      if (!plx_draft_is_cut (draft))
        n_words += count_words (draft->text, counts);
    }

  for (guint k = 1; k < G_N_ELEMENTS (languages); k++)
    if (counts[k] > counts[best])
      best = k;

  return n_words >= MIN_WORDS && counts[best] * SHARE >= n_words ? languages[best].language : NULL;
}
