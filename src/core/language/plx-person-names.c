/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-person-names"

#include "config.h"

#include "language/plx-person-names.h"

#include <string.h>

/* Words shorter than this are told apart by a single letter. */
#define SHORTEST_VARIANT 5

/* Longer words than this are no names. */
#define LONGEST_WORD 40

/* Given names and what people who bear them are called. */
static const char *const nicknames[][2] = {
  { "abe", "abraham" }, { "al", "albert" }, { "alex", "alexander" }, { "andy", "andrew" },
  { "ben", "benjamin" }, { "bernie", "bernard" }, { "beth", "elizabeth" }, { "bill", "william" },
  { "bob", "robert" }, { "bobby", "robert" }, { "cathy", "catherine" }, { "charlie", "charles" },
  { "chris", "christopher" }, { "chuck", "charles" }, { "dan", "daniel" }, { "dave", "david" },
  { "debbie", "deborah" }, { "dick", "richard" }, { "don", "donald" }, { "doug", "douglas" },
  { "ed", "edward" }, { "fred", "frederick" }, { "gerry", "gerald" }, { "greg", "gregory" },
  { "harry", "harold" }, { "jack", "john" }, { "jeff", "jeffrey" }, { "jerry", "gerald" },
  { "jim", "james" }, { "jimmy", "james" }, { "joe", "joseph" }, { "jon", "jonathan" },
  { "kate", "katherine" }, { "ken", "kenneth" }, { "larry", "lawrence" }, { "liz", "elizabeth" },
  { "maggie", "margaret" }, { "matt", "matthew" }, { "max", "maximilian" }, { "mike", "michael" },
  { "mitch", "mitchell" }, { "nick", "nicholas" }, { "pat", "patrick" }, { "peggy", "margaret" },
  { "pete", "peter" }, { "ray", "raymond" }, { "rick", "richard" }, { "rob", "robert" },
  { "ron", "ronald" }, { "rudy", "rudolph" }, { "sam", "samuel" }, { "steve", "stephen" },
  { "steve", "steven" }, { "sue", "susan" }, { "ted", "edward" }, { "tim", "timothy" },
  { "tom", "thomas" }, { "tommy", "thomas" }, { "tony", "anthony" }, { "will", "william" },
};

/* Letters with which one name may begin in two spellings. */
static const char shifting[] = "aeijyhkcx";

/**
 * plx_person_name_get_initial:
 * @word: a word of a name, folded
 *
 * Most pairs of names have nothing to do with each other; this tells it fast.
 *
 * Returns: its first byte; one and the same for all letters with which spellings of one
 *   name begin
 */
char
plx_person_name_get_initial (const char *word)
{
  return word[0] != '\0' && strchr (shifting, word[0]) != NULL ? shifting[0] : word[0];
}

static gboolean
begins_alike (const char *a,
              const char *b)
{
  return plx_person_name_get_initial (a) == plx_person_name_get_initial (b);
}

/* What is left of a word when spellings that stand for the same letters in other scripts are
 * made one: "zelenskiy", "zelenskyy", "evgeny", "yevgeniy", "alexander", "aleksander". */
static void
fold_spelling (const char *word,
               char        folded[LONGEST_WORD + 1])
{
  gsize n = 0;

  for (const char *at = word; *at != '\0' && n < LONGEST_WORD; at++)
    {
      char c = *at == 'y' || *at == 'j' ? 'i' : *at;

      if (n > 0 && folded[n - 1] == 'k' && (c == 'h' || c == 's'))
        {
          folded[n - 1] = c == 'h' ? 'h' : 'x';
          continue;
        }
      if (c == 'e' && n == 1 && folded[0] == 'i')
        n = 0;
      if (c != 'i' || n == 0 || folded[n - 1] != 'i')
        folded[n++] = c;
    }

  folded[n] = '\0';
}

/* Whether two words are the same, or spellings of the same. */
static gboolean
is_same_word (const char *a,
              const char *b)
{
  char first[LONGEST_WORD + 1];
  char second[LONGEST_WORD + 1];

  if (!begins_alike (a, b))
    return FALSE;
  if (g_str_equal (a, b))
    return TRUE;

  /* Short words are too often alike by chance: "li", "ly". */
  if (strlen (a) < SHORTEST_VARIANT || strlen (b) < SHORTEST_VARIANT)
    return FALSE;

  fold_spelling (a, first);
  fold_spelling (b, second);

  return g_str_equal (first, second);
}

static gboolean
is_nickname (const char *a,
             const char *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nicknames); i++)
    {
      if ((g_str_equal (nicknames[i][0], a) && g_str_equal (nicknames[i][1], b)) ||
          (g_str_equal (nicknames[i][0], b) && g_str_equal (nicknames[i][1], a)))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_person_name_fold:
 * @name: a name as it is written
 *
 * Returns: (transfer full): the name in small letters without accents and stops, its words
 *   with one space between them
 */
char *
plx_person_name_fold (const char *name)
{
  g_autofree char *apart = g_utf8_normalize (name, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_new (NULL);

  for (const char *at = apart != NULL ? apart : name; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c) || c == '.' || c == '\'' || c == 0x2019)
        continue;
      if (g_unichar_isspace (c))
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
      else
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }

  while (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

/* How many letters must be put in, left out or changed to make @b of @a. */
static guint
edit_distance (const char *a,
               const char *b)
{
  const gsize n = strlen (a);
  const gsize m = strlen (b);
  guint row[LONGEST_WORD + 1];

  if (n > LONGEST_WORD || m > LONGEST_WORD)
    return G_MAXUINT;

  for (gsize j = 0; j <= m; j++)
    row[j] = j;

  for (gsize i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j <= m; j++)
        {
          const guint above = row[j];

          row[j] = MIN (MIN (row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }

  return row[m];
}

/* Whether two words may be one name written in two ways: "yevgeny", "evgeniy". */
static gboolean
is_spelled_alike (const char *a,
                  const char *b,
                  guint       most)
{
  gsize shortest;

  if (!begins_alike (a, b))
    return FALSE;
  if (g_str_equal (a, b))
    return TRUE;

  shortest = MIN (strlen (a), strlen (b));
  if (shortest < SHORTEST_VARIANT || strlen (a) + strlen (b) - 2 * shortest > most)
    return FALSE;

  return edit_distance (a, b) <= most;
}

/**
 * plx_person_name_make_key:
 * @word: a word of a name, folded
 *
 * Returns: (transfer full): what all spellings of the word have in common
 */
char *
plx_person_name_make_key (const char *word)
{
  char folded[LONGEST_WORD + 1];

  if (strlen (word) < SHORTEST_VARIANT)
    return g_strdup (word);

  fold_spelling (word, folded);

  return g_strdup (folded);
}

/**
 * plx_person_name_is_variant:
 * @a: the words of a full name, folded; ends with `NULL`
 * @b: the words of another
 *
 * Tells whether two full names may name one person: the same first and last word, give or take
 * a transliteration, whatever stands between; or one with names before it that the other leaves
 * out ("Juan Manuel Santos", "Manuel Santos").
 *
 * Returns: whether they may
 */
gboolean
plx_person_name_is_variant (const char * const *a,
                            const char * const *b)
{
  const guint n = g_strv_length ((char **) a);
  const guint m = g_strv_length ((char **) b);
  gboolean same_family;

  if (n < 2 || m < 2)
    return FALSE;

  same_family = is_same_word (a[n - 1], b[m - 1]);
  if (!same_family && !is_spelled_alike (a[n - 1], b[m - 1], 1))
    return FALSE;

  /* Only one of the two words may be spelled in another way. */
  if (is_same_word (a[0], b[0]) ||
      (same_family && (is_spelled_alike (a[0], b[0], 2) || is_nickname (a[0], b[0]))))
    return TRUE;

  if (!same_family || n == m)
    return FALSE;

  return g_strv_contains (n > m ? a : b, n > m ? b[0] : a[0]);
}

/**
 * plx_person_name_is_short:
 * @short_words: the words of a name, folded; ends with `NULL`
 * @full_words: the words of another
 *
 * Tells whether a name is part of a fuller one in the way in which people are called
 * after they were named in full.
 *
 * Returns: in which way
 */
PlxShortName
plx_person_name_is_short (const char * const *short_words,
                          const char * const *full_words)
{
  const guint n = g_strv_length ((char **) short_words);
  const guint m = g_strv_length ((char **) full_words);

  if (n == 0 || n >= m)
    return PLX_SHORT_NAME_NONE;

  for (guint i = 0; i < n; i++)
    {
      if (!is_same_word (short_words[i], full_words[m - n + i]))
        return n == 1 && g_str_equal (short_words[0], full_words[0]) ? PLX_SHORT_NAME_GIVEN
                                                                     : PLX_SHORT_NAME_NONE;
    }

  return PLX_SHORT_NAME_FAMILY;
}
