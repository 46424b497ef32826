/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-predicates"

#include "config.h"

#include "comparing/plx-predicates.h"

#include <string.h>

#include "comparing/plx-tokens.h"
#include "comparing/plx-word-table.h"
#include "language/text/plx-word-list.h"

typedef struct
{
  const char *with;
  const char *against;
  PlxAlone    alone;
} Opposites;

typedef struct
{
  const char *verbs; /* stems */
  const char *particles;
  const char *means; /* the stem of a verb of one word */
} Phrasal;

/* Verbs of two words that news has for one. */
static const Phrasal phrasal[] = {
  { "ask look appli appeal", "for", "seek" },
  { "call push press", "for", "demand" },
  { "step stand", "down aside", "resign" },
  { "walk get go", "away", "leave" },
  { "stay", "away", "skip" },
  { "hang hold stay", "on", "stay" },
  { "stay", "put", "stay" },
  { "turn vot vote", "down", "reject" },
  { "throw", "out", "reject" },
  { "strik strike", "down", "annul" },
  { "call", "off", "cancel" },
  { "put", "off", "postpon" },
  { "rule", "out", "exclud" },
  { "give", "up", "abandon" },
  { "carri go", "on", "continu" },
  { "carri", "out", "conduct" },
  { "go", "ahead forward", "proc" },
  { "set", "free", "releas" },
  { "let", "go", "releas" },
  { "lay", "off", "dismiss" },
  { "take", "part", "attend" },
  { "shut", "down", "clos" },
  { "blow go", "up off", "explod" },
  { "pass", "away", "die" },
  { "break", "out", "start" },
  { "come turn show", "up", "appear" },
  { "set", "up", "found" },
  { "hand", "over", "deliv" },
};

/* Stems. What rises does not fall, and who skips a meeting does not attend it. */
static const Opposites opposites[] = {
  { "attend", "skip miss boycott snub" },
  { "accept approv endors support", "reject oppos" },
  { "confirm admit acknowledg", "deny disput" },
  { "ris rise increas grow climb", "fall drop declin decreas shrink sink" },
  { "win", "los lose" },
  { "stay remain", "leav leave depart resign quit", PLX_ALONE_AHEAD },
  { "proc proceed", "cancel", PLX_ALONE_ALWAYS },
  { "includ", "exclud" },
  { "convict", "acquit" },
  { "allow permit", "ban bar forbid prohibit block" },
  { "surviv", "die" },
};

/* Stems of verbs that news takes for each other; the first stands for all of a line. */
static const char * const synonyms[] = {
  "buy acquir purchas",
  "begin start commenc",
  "end conclud finish",
  "cancel cancell scrap",
  "annul annull quash void overturn revok rescind",
  "postpon delay defer",
  "arrest detain",
  "releas free",
  "fir sack dismiss",
  "resign quit",
  "kill slay murder",
  "die perish",
  "injur wound hurt",
  "find discover detect contain",
  "seek request",
  "clos shut",
  "escap flee",
  "rescu sav",
  "reveal disclos",
  "approv adopt pass",
  "discuss debat",
  "tri attempt",
};

/**
 * plx_predicate_is_among:
 * @words: stems with a space between them, a literal
 * @stem: a stem
 *
 * Returns: whether it is one of them
 */
gboolean
plx_predicate_is_among (const char *words,
                        const char *stem)
{
  return plx_word_list_may_have (words, plx_word_list_hash (stem, strlen (stem))) &&
         plx_word_list_has (words, stem);
}

/**
 * plx_predicate_read:
 * @tokens: (element-type PlxToken): the words of a sentence
 * @token: which of them is the verb, or what else is said of somebody
 * @stem: (out caller-allocates): its stem; that of "leave" for "walked away"
 *
 * Reads what is said of somebody.
 *
 * Returns: whether the next word belongs to it
 */
gboolean
plx_predicate_read (GArray *tokens,
                    guint   token,
                    char    stem[PLX_STEM_MAX])
{
  plx_stem_word (plx_tokens_word (tokens, token), stem);
  for (guint i = 0; i < G_N_ELEMENTS (phrasal); i++)
    {
      if (plx_tokens_among (tokens, token + 1, phrasal[i].particles) &&
          plx_predicate_is_among (phrasal[i].verbs, stem))
        {
          g_strlcpy (stem, phrasal[i].means, PLX_STEM_MAX);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * plx_predicate_has_opposite:
 * @stem: a stem
 *
 * Returns: whether there are verbs that mean the opposite
 */
gboolean
plx_predicate_has_opposite (const char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (opposites); i++)
    {
      if (plx_predicate_is_among (opposites[i].with, stem) ||
          plx_predicate_is_among (opposites[i].against, stem))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_predicate_find:
 * @stem: a stem
 *
 * Returns: what it is held against another one by
 */
PlxPredicate
plx_predicate_find (const char *stem)
{
  PlxPredicate self = { 0 };
  char first[PLX_STEM_MAX];

  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      if (!plx_predicate_is_among (synonyms[i], stem))
        continue;
      g_strlcpy (first, synonyms[i], strcspn (synonyms[i], " ") + 1);
      stem = first;
      break;
    }
  self.hash = plx_word_hash (stem, strlen (stem));

  for (guint i = 0; i < G_N_ELEMENTS (opposites); i++)
    {
      gboolean against = plx_predicate_is_among (opposites[i].against, stem);

      if (!against && !plx_predicate_is_among (opposites[i].with, stem))
        continue;
      self.hash = plx_word_hash (opposites[i].with, strlen (opposites[i].with));
      self.is_against = against;
      self.alone = opposites[i].alone;
      break;
    }

  return self;
}
