/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-stem"

#include "config.h"

#include "comparing/plx-stem.h"

#include <stdlib.h>
#include <string.h>

/* Words that hold a sentence together and tell nothing of what it reports. */
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

/* Past forms that no rule reaches, of verbs that news articles use. */
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

/* What a word of the lists above is. */
typedef struct
{
  const char *word;
  const char *stem;      /* of an irregular form; else NULL */
  guint       number;    /* or G_MAXUINT */
  gboolean    is_function;
} Known;

/* A power of two, and enough for several times as many words as there are. */
#define N_SLOTS 2048

typedef struct
{
  Known slots[N_SLOTS];
} Table;

static Known *
find_slot (Table      *self,
           const char *word)
{
  guint32 hash = 2166136261u;

  for (const char *at = word; *at != '\0'; at++)
    hash = (hash ^ (guint8) *at) * 16777619u;

  hash ^= hash >> 15;
  while (self->slots[hash & (N_SLOTS - 1)].word != NULL &&
         !g_str_equal (self->slots[hash & (N_SLOTS - 1)].word, word))
    hash++;

  return &self->slots[hash & (N_SLOTS - 1)];
}

static Known *
add (Table      *self,
     const char *word)
{
  Known *slot = find_slot (self, word);

  if (slot->word == NULL)
    *slot = (Known) { .word = word, .number = G_MAXUINT };

  return slot;
}

/* Every word of a story is looked up several times, so that the lists are not searched. */
static Table *
get_table (void)
{
  static Table table;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (function_words); i++)
        add (&table, function_words[i])->is_function = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (irregular_forms); i++)
        add (&table, irregular_forms[i].form)->stem = irregular_forms[i].stem;
      for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
        add (&table, number_words[i])->number = i;
      for (guint i = 0; i < G_N_ELEMENTS (tens); i++)
        add (&table, tens[i])->number = 20 + 10 * i;
      g_once_init_leave (&once, 1);
    }

  return &table;
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
  return find_slot (get_table (), folded)->is_function;
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

  if (find_slot (get_table (), folded)->stem == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_str_equal (folded, others[i]))
        return FALSE;
    }

  return TRUE;
}

/* "Forty-two", of which the table has both halves. */
static guint
compound_number (const char *folded)
{
  const char *hyphen = strchr (folded, '-');

  for (guint i = 0; hyphen != NULL && i < G_N_ELEMENTS (tens); i++)
    {
      gsize length = strlen (tens[i]);

      if ((gsize) (hyphen - folded) != length || strncmp (folded, tens[i], length) != 0)
        continue;
      for (guint unit = 1; unit < 10; unit++)
        {
          if (g_str_equal (hyphen + 1, number_words[unit]))
            return 20 + 10 * i + unit;
        }
    }

  return G_MAXUINT;
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
  const Known *known = find_slot (get_table (), folded);

  return known->word != NULL ? known->number : compound_number (folded);
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
  const Known *known = find_slot (get_table (), folded);
  gsize length;

  if (known->stem != NULL)
    return g_strlcpy (stem, known->stem, PLX_STEM_MAX);

  length = MIN (g_strlcpy (stem, folded, PLX_STEM_MAX), PLX_STEM_MAX - 1);
  if (length < 4)
    return length;

  strip_inflection (stem, &length);
  strip (stem, &length, "ly", 4);
  strip (stem, &length, "e", 3);

  return length;
}
