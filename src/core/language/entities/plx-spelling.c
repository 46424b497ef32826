/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-spelling"

#include "config.h"

#include "language/entities/plx-spelling.h"

#include <string.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Words shorter than this are told apart by a single letter: "Li", "Ly". */
#define SHORTEST_VARIANT 5

/* No name is longer, in bytes; the rest is left as it is. */
#define LONGEST_NAME 400

/* Letters that do not come apart into a plain one and a mark. */
static const struct
{
  gunichar    letter;
  const char *plain;
} letters[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" },
  { 0x0111, "d" }, { 0x0127, "h" }, { 0x0131, "i" }, { 0x0142, "l" }, { 0x014b, "ng" },
  { 0x0153, "oe" }, { 0x0167, "t" }, { 0x0259, "a" }, { 0x02bb, "" }, { 0x02bc, "" },
  { 0x02bf, "" }, { 0x02be, "" }, { 0x02b9, "" },
};

/* What different alphabets for the same sounds make of each other, the longest first. */
static const char *const sounds[][2] = {
  { "tsch", "ch" }, { "sch", "sh" }, { "tch", "ch" }, { "dzh", "i" }, { "shch", "sh" },
  { "kh", "h" }, { "ks", "x" }, { "ph", "f" }, { "gh", "g" }, { "dj", "i" }, { "ck", "k" },
  { "ou", "u" }, { "oo", "u" }, { "ee", "i" }, { "ae", "a" }, { "oe", "o" }, { "ue", "u" },
  { "tz", "ts" }, { "ch", "ch" }, { "y", "i" }, { "j", "i" }, { "w", "v" }, { "c", "k" },
};

/* Consonants that are written for one another. */
static const char *const consonants[][2] = {
  { "sh", "S" }, { "ch", "C" }, { "zh", "Z" }, { "dh", "d" }, { "th", "t" },
  { "q", "k" }, { "g", "k" },
};

static const char *
find_plain (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].letter == c)
        return letters[i].plain;
    }

  return NULL;
}

/* A stop in "J.P." parts two initials; marks that only help to read are left out. */
static gboolean
is_left_out (gunichar c)
{
  return g_unichar_ismark (c) || c == '.' || c == '\'' || c == 0x2019 || c == '"' ||
         c == 0x201c || c == 0x201d || c == '(' || c == ')' ||
         g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_iscntrl (c);
}

/**
 * plx_spelling_fold:
 * @name: a name as it is written
 *
 * Returns: (transfer full): the name in small letters without accents, stops and quotes, its
 *   words with one space between them
 */
char *
plx_spelling_fold (const char *name)
{
  g_autofree char *apart =
    g_str_is_ascii (name) ? NULL : g_utf8_normalize (name, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_sized_new (64);

  for (const char *at = apart != NULL ? apart : name; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = (guchar) *at < 0x80 ? (guchar) g_ascii_tolower (*at)
                                             : g_unichar_tolower (g_utf8_get_char (at));
      const char *plain = c >= 0xdf ? find_plain (c) : NULL;

      if (c < 0x80 && g_ascii_isalnum (c))
        g_string_append_c (folded, c);
      else if (g_unichar_isspace (c))
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
      else if (plain != NULL)
        g_string_append (folded, plain);
      else if (c == 0x2010 || c == 0x2011)
        g_string_append_c (folded, '-');
      else if (!is_left_out (c))
        g_string_append_unichar (folded, c);
    }

  while (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

/**
 * plx_spelling_is_foreign:
 * @name: a name
 *
 * Returns: whether it is written in another script than ours
 */
gboolean
plx_spelling_is_foreign (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      const gunichar c = g_utf8_get_char (name);

      if (c >= 0x370 && g_unichar_isalpha (c))
        {
          UErrorCode status = U_ZERO_ERROR;

          return uscript_getScript (c, &status) != USCRIPT_LATIN;
        }
    }

  return FALSE;
}

/* The marks by which ICU tells letters of other alphabets apart, as English papers write them. */
static const char *const marked[][2] = {
  { "č", "ch" }, { "š", "sh" }, { "ž", "zh" }, { "ŝ", "shch" }, { "ë", "yo" }, { "û", "yu" },
  { "â", "ya" }, { "è", "e" }, { "ʹ", "" }, { "ʺ", "" },
};

static char *
spell_marks (const char *latin,
             gboolean    is_cyrillic)
{
  GString *spelled = g_string_new (latin);

  if (is_cyrillic)
    g_string_replace (spelled, "c", "ts", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (marked); i++)
    g_string_replace (spelled, marked[i][0], marked[i][1], 0);

  return g_string_free (spelled, FALSE);
}

static gboolean
is_cyrillic (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      const gunichar c = g_utf8_get_char (name);

      if (c >= 0x400 && c < 0x530)
        return TRUE;
    }

  return FALSE;
}

static void
transliterator_free (gpointer data)
{
  utrans_close (data);
}

/* Opening one costs milliseconds, so that each thread keeps one. */
static UTransliterator *
get_transliterator (void)
{
  static GPrivate key = G_PRIVATE_INIT (transliterator_free);
  static const UChar id[] = u"Any-Latin";
  UTransliterator *self = g_private_get (&key);
  UErrorCode status = U_ZERO_ERROR;

  if (self != NULL)
    return self;

  self = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No rules to write names in Latin letters: %s", u_errorName (status));
      return NULL;
    }

  g_private_set (&key, self);

  return self;
}

/**
 * plx_spelling_latinize:
 * @name: a name in any script
 *
 * Returns: (transfer full): the name in small Latin letters, as ICU transliterates them; the
 *   name itself where it is too long to be one
 */
char *
plx_spelling_latinize (const char *name)
{
  UTransliterator *transliterator = get_transliterator ();
  UChar wide[LONGEST_NAME * 4];
  char latin[LONGEST_NAME * 12];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *folded = g_utf8_strdown (name, -1);
  gint32 length = 0;
  gint32 limit;

  if (transliterator == NULL || strlen (folded) > LONGEST_NAME)
    return g_strdup (name);

  u_strFromUTF8 (wide, LONGEST_NAME, &length, folded, -1, &status);
  limit = length;
  utrans_transUChars (transliterator, wide, &length, G_N_ELEMENTS (wide), 0, &limit, &status);
  u_strToUTF8 (latin, sizeof latin, NULL, wide, length, &status);

  return U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING
           ? spell_marks (latin, is_cyrillic (name))
           : g_strdup (name);
}

static const char *
replace_sound (const char         *at,
               const char *const   table[][2],
               gsize               n,
               const char        **sound)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *own = table[i][0];
      gsize length = 0;

      while (own[length] != '\0' && own[length] == at[length])
        length++;
      if (own[length] == '\0')
        {
          *sound = table[i][1];
          return at + length;
        }
    }

  *sound = NULL;

  return at + 1;
}

/**
 * plx_spelling_make_key:
 * @word: a word of a name, folded
 * @key: (out): what all spellings of the word in Latin letters have in common
 *
 * "zelenskiy" and "zelenskyy", "evgeny" and "yevgeniy", "mohamed" and "mohammed".
 */
void
plx_spelling_make_key (const char *word,
                       char        key[PLX_SPELLING_LONGEST + 1])
{
  gsize n = 0;

  for (const char *at = word; *at != '\0' && n + 2 < PLX_SPELLING_LONGEST;)
    {
      const char own[] = { *at, '\0' };
      const char *sound;

      at = replace_sound (at, sounds, G_N_ELEMENTS (sounds), &sound);
      for (const char *c = sound != NULL ? sound : own; *c != '\0'; c++)
        {
          /* "yevgeny" begins as "evgeny" does. */
          if (*c == 'e' && n == 1 && key[0] == 'i')
            n = 0;
          if (n == 0 || key[n - 1] != *c || (guchar) *c >= 0x80)
            key[n++] = *c;
        }
    }

  if (n > 3 && key[n - 1] == 'h' && key[n - 2] == 'a')
    n--;
  if (n > 4 && key[n - 1] == 'f' && key[n - 2] == 'o')
    key[n - 1] = 'v';
  key[n] = '\0';
}

static gboolean
is_vowel (char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/**
 * plx_spelling_make_skeleton:
 * @word: a word of a name, folded
 * @skeleton: (out): its consonants, those alike made one; "a" before them for any first vowel
 *
 * "qaddafi" and "kadhafi", "moammar" and "muammar".
 */
void
plx_spelling_make_skeleton (const char *word,
                            char        skeleton[PLX_SPELLING_LONGEST + 1])
{
  char key[PLX_SPELLING_LONGEST + 1];
  gsize n = 0;
  gboolean after_vowel = TRUE;

  plx_spelling_make_key (word, key);
  for (const char *at = key; *at != '\0';)
    {
      const char own = *at == '-' ? '\0' : *at;
      const char *sound;

      if (is_vowel (*at))
        {
          if (n == 0)
            skeleton[n++] = 'a';
          after_vowel = TRUE;
          at++;
          continue;
        }

      at = replace_sound (at, consonants, G_N_ELEMENTS (consonants), &sound);
      if (own != '\0' && (after_vowel || n == 0 || skeleton[n - 1] != (sound ? *sound : own)))
        skeleton[n++] = sound != NULL ? *sound : own;
      after_vowel = FALSE;
    }

  skeleton[n] = '\0';
}

/* How many letters must be put in, left out or changed to make @b of @a. */
static guint
edit_distance (const char *a,
               const char *b)
{
  const gsize n = strlen (a);
  const gsize m = strlen (b);
  guint row[PLX_SPELLING_LONGEST + 1];

  if (n > PLX_SPELLING_LONGEST || m > PLX_SPELLING_LONGEST)
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

/* "Maria" and "Mario", "Martin" and "Martina" are two people. */
static gboolean
ends_alike (const char *a,
            const char *b)
{
  const char last = a[strlen (a) - 1];
  const char other = b[strlen (b) - 1];

  return is_vowel (last) || is_vowel (other) ? last == other : TRUE;
}

/* Most words have nothing to do with each other; their beginnings tell it fast. One letter stands
 * for all with which spellings of one name begin. */
static char
get_beginning (const char *word)
{
  static const char *const same[] = { "aeiouyjh", "kcqgx", "szt", "pf", "vwb" };

  if (g_str_has_prefix (word, "kh") || g_str_has_prefix (word, "dj") ||
      g_str_has_prefix (word, "dzh"))
    return *same[0];
  if (g_str_has_prefix (word, "tch") || g_str_has_prefix (word, "tsch"))
    return *same[1];

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      if (strchr (same[i], *word) != NULL)
        return *same[i];
    }

  return *word;
}

/**
 * plx_spelling_compare:
 * @a: a word of a name, folded
 * @b: a word of another
 *
 * Returns: how alike they are
 */
PlxAlike
plx_spelling_compare (const char *a,
                      const char *b)
{
  char first[PLX_SPELLING_LONGEST + 1];
  char second[PLX_SPELLING_LONGEST + 1];
  char bones[PLX_SPELLING_LONGEST + 1];
  char others[PLX_SPELLING_LONGEST + 1];
  const gsize n = strlen (a);
  const gsize m = strlen (b);
  guint distance;

  if (g_str_equal (a, b))
    return PLX_ALIKE_SAME;
  if (n < SHORTEST_VARIANT || m < SHORTEST_VARIANT || n > PLX_SPELLING_LONGEST ||
      m > PLX_SPELLING_LONGEST || get_beginning (a) != get_beginning (b))
    return PLX_ALIKE_NOT;

  plx_spelling_make_key (a, first);
  plx_spelling_make_key (b, second);
  if (g_str_equal (first, second))
    return PLX_ALIKE_SAME;
  if (*first == '\0' || *second == '\0')
    return PLX_ALIKE_NOT;

  distance = edit_distance (first, second);
  if (distance > MAX (n, m) * 2 / 5)
    return PLX_ALIKE_NOT;
  if (!ends_alike (first, second))
    return PLX_ALIKE_NOT;
  if (distance == 1 && MIN (n, m) >= 7)
    return PLX_ALIKE_MAYBE;

  plx_spelling_make_skeleton (a, bones);
  plx_spelling_make_skeleton (b, others);

  return strlen (bones) >= 3 && g_str_equal (bones, others) ? PLX_ALIKE_MAYBE : PLX_ALIKE_NOT;
}
