/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-stem"

#include "config.h"

#include "comparing/plx-stem.h"

#include <stdlib.h>
#include <string.h>

/* Words that hold a sentence together and tell nothing of what it reports. Sorted. */
static const char * const function_words[] = {
  "a", "about", "after", "again", "all", "also", "although", "am", "an", "and", "any", "are",
  "aren't", "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by",
  "can", "could", "did", "didn't", "do", "does", "doesn't", "doing", "don't", "down", "during",
  "each", "either", "else", "even", "ever", "for", "from", "further", "had", "has", "have",
  "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how", "however",
  "i", "if", "in", "into", "is", "isn't", "it", "its", "itself", "just", "may", "me", "might",
  "more", "most", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "much", "must", "my", "nor", "now",
  "of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own", "same",
  "shall", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the",
  "their", "them", "themselves", "then", "there", "these", "they", "this", "those", "though",
  "through", "to", "too", "under", "until", "up", "upon", "us", "very", "was", "wasn't", "we",
  "were", "weren't", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose",
  "why", "will", "with", "within", "won't", "would", "yet", "you", "your",
};

typedef struct
{
  const char *form;
  const char *stem;
} IrregularForm;

/* Past forms that no rule reaches, of verbs that news articles use. Sorted by form. */
static const IrregularForm irregular_forms[] = {
  { "began", "begin" }, { "begun", "begin" }, { "bought", "buy" }, { "broke", "break" },
  { "broken", "break" }, { "brought", "bring" }, { "built", "build" }, { "came", "come" },
  { "caught", "catch" }, { "children", "child" }, { "chose", "choose" }, { "chosen", "choose" },
  { "dead", "die" }, { "death", "die" }, { "died", "die" }, { "dying", "die" },
  { "drawn", "draw" }, { "drew", "draw" }, { "driven", "drive" }, { "drove", "drive" },
  { "fallen", "fall" }, { "fell", "fall" }, { "felt", "feel" }, { "fled", "flee" },
  { "flew", "fly" }, { "flown", "fly" }, { "fought", "fight" }, { "found", "find" },
  { "gave", "give" }, { "given", "give" }, { "gone", "go" }, { "grew", "grow" },
  { "grown", "grow" }, { "held", "hold" }, { "kept", "keep" }, { "knew", "know" },
  { "known", "know" }, { "laid", "lay" }, { "led", "lead" }, { "left", "leave" },
  { "lost", "lose" }, { "made", "make" }, { "meant", "mean" }, { "men", "man" }, { "met", "meet" },
  { "paid", "pay" }, { "ran", "run" }, { "rose", "rise" }, { "risen", "rise" },
  { "said", "say" }, { "sat", "sit" }, { "saw", "see" }, { "seen", "see" }, { "sent", "send" },
  { "shot", "shoot" }, { "shown", "show" }, { "signatory", "sign" }, { "slain", "kill" },
  { "sold", "sell" }, { "sought", "seek" }, { "spent", "spend" }, { "spoke", "speak" },
  { "spoken", "speak" }, { "stood", "stand" }, { "stolen", "steal" }, { "struck", "strike" },
  { "taken", "take" }, { "taught", "teach" }, { "thought", "think" }, { "told", "tell" },
  { "took", "take" }, { "understood", "understand" }, { "went", "go" }, { "withdrawn", "withdraw" },
  { "withdrew", "withdraw" }, { "women", "woman" }, { "won", "win" }, { "wrote", "write" },
  { "written", "write" },
};

static const char * const number_words[] = {
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
  "nineteen",
};

static const char * const tens[] = {
  "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};

static int
compare_word (const void *key,
              const void *member)
{
  return strcmp (key, *(const char * const *) member);
}

/**
 * plx_stem_is_function_word:
 * @folded: a word in lower case
 *
 * Returns: whether it is one of those words that every sentence has
 */
gboolean
plx_stem_is_function_word (const char *folded)
{
  return bsearch (folded, function_words, G_N_ELEMENTS (function_words), sizeof *function_words,
                  compare_word) != NULL;
}

/**
 * plx_stem_is_irregular:
 * @folded: a word in lower case
 *
 * Returns: whether it is a past form of a verb that no ending tells
 */
gboolean
plx_stem_is_irregular (const char *folded)
{
  static const char * const others[] = {
    "children", "dead", "death", "dying", "men", "signatory", "women",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_str_equal (folded, others[i]))
        return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (irregular_forms); i++)
    {
      /* Nearly all of them begin with another letter. */
      if (folded[0] == irregular_forms[i].form[0] &&
          g_str_equal (folded, irregular_forms[i].form))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_stem_number_word:
 * @folded: a word in lower case
 *
 * Returns: the number that the word stands for, or `G_MAXUINT`
 */
guint
plx_stem_number_word (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    {
      if (g_str_equal (folded, number_words[i]))
        return i;
    }

  for (guint i = 0; i < G_N_ELEMENTS (tens); i++)
    {
      gsize length = strlen (tens[i]);

      if (strncmp (folded, tens[i], length) != 0)
        continue;
      if (folded[length] == '\0')
        return 20 + 10 * i;
      for (guint unit = 1; folded[length] == '-' && unit < 10; unit++)
        {
          if (g_str_equal (folded + length + 1, number_words[unit]))
            return 20 + 10 * i + unit;
        }
    }

  return G_MAXUINT;
}

static gboolean
strip (char       *stem,
       gsize      *length,
       const char *ending,
       gsize       least)
{
  gsize n = strlen (ending);

  if (*length < n + least || memcmp (stem + *length - n, ending, n) != 0)
    return FALSE;

  *length -= n;
  stem[*length] = '\0';

  return TRUE;
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* "stopped" leaves "stopp", "making" leaves "mak": both must meet "stop" and "make", so the
 * doubled letter goes here, and the silent e of the other form goes in plx_stem_word(). */
static void
undouble (char  *stem,
          gsize *length)
{
  char last = stem[*length - 1];

  if (*length > 3 && last == stem[*length - 2] && !is_vowel (last) && strchr ("lsz", last) == NULL)
    stem[--*length] = '\0';
}

static void
strip_inflection (char  *stem,
                  gsize *length)
{
  if (strip (stem, length, "ies", 2) || strip (stem, length, "ied", 2))
    {
      stem[(*length)++] = 'y';
      stem[*length] = '\0';
    }
  else if (strip (stem, length, "sses", 1))
    {
      stem[(*length)++] = 's';
      stem[(*length)++] = 's';
      stem[*length] = '\0';
    }
  else if (*length > 3 && !g_str_has_suffix (stem, "ss") && !g_str_has_suffix (stem, "us") &&
           !g_str_has_suffix (stem, "is"))
    {
      strip (stem, length, "s", 3);
    }

  if (strip (stem, length, "ing", 3) || strip (stem, length, "ed", 3))
    undouble (stem, length);
}

/**
 * plx_stem_word:
 * @folded: a word in lower case
 * @stem: (out caller-allocates): the stem, ended by a NUL
 *
 * Strips an English word of its inflection, so that "visits", "visited" and "visiting" meet.
 *
 * It is light on purpose: a stem that joins two words of different meaning does more harm here
 * than one that keeps two forms apart, which the word clusters still bring together.
 *
 * Returns: the length of the stem in bytes
 */
gsize
plx_stem_word (const char *folded,
               char        stem[PLX_STEM_MAX])
{
  gsize length = g_strlcpy (stem, folded, PLX_STEM_MAX);

  length = MIN (length, PLX_STEM_MAX - 1);

  for (guint i = 0; i < G_N_ELEMENTS (irregular_forms); i++)
    {
      /* Nearly all of them begin with another letter. */
      if (folded[0] == irregular_forms[i].form[0] &&
          g_str_equal (folded, irregular_forms[i].form))
        return g_strlcpy (stem, irregular_forms[i].stem, PLX_STEM_MAX);
    }

  if (length < 4)
    return length;

  strip_inflection (stem, &length);
  strip (stem, &length, "ly", 4);
  strip (stem, &length, "e", 3);

  return length;
}
