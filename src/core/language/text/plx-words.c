/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-words"

#include "config.h"

#include "language/text/plx-words.h"

#include <string.h>

#include "language/text/plx-word-runs.h"

/* Something always follows these; their stop never ends a sentence. */
static const char *const never_last[] = {
  "Adm", "Brig", "Bros", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Ens", "Fr", "Ft", "Gen", "Gov",
  "Hon", "Lt", "Maj", "Messrs", "Mgr", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Pfc", "Pres",
  "Prof", "Pvt", "Rep", "Reps", "Rev", "Sec", "Sen", "Sens", "Sgt", "Spc", "St", "Ste", "Supt",
  "approx", "cf", "vs",
};

/* These can stand at the end, and then their stop does two jobs. */
static const char *const maybe_last[] = {
  "Apr", "Assn", "Aug", "Ave", "Blvd", "Calif", "Co", "Colo", "Conn", "Corp", "Dec", "Dept",
  "Feb", "Fla", "Inc", "Jan", "Jr", "Jul", "Jun", "Ltd", "Mass", "Mich", "Minn", "Nov", "Oct",
  "Okla", "Ore", "Pty", "Sep", "Sept", "Sr", "Tenn", "Univ", "Va", "Wash", "Wis", "al", "etc",
};

/* These are abbreviations only before a number. */
static const char *const before_number[] = {
  "Art", "Fig", "Mar", "No", "Nos", "Vol", "art", "fig", "no", "nos", "p", "pp", "vol",
};

/* A sentence begins with one of these so often, and a name so seldom, that they settle it. */
static const char *const starters[] = {
  "A", "About", "According", "After", "All", "Also", "Although", "Among", "An", "And", "Another",
  "As", "Asked", "At", "Because", "Before", "Both", "But", "By", "Despite", "During", "Each",
  "Earlier", "Even", "For", "From", "He", "Her", "Here", "His", "How", "However", "I", "If", "In",
  "Instead", "It", "Its", "Last", "Later", "Like", "Many", "Meanwhile", "More", "Moreover",
  "Most", "My", "Neither", "Nevertheless", "No", "Nobody", "Not", "Nothing", "Now", "Of", "On",
  "Once", "One", "Only", "Or", "Others", "Our", "Over", "Read", "She", "Since", "So", "Some",
  "Still", "Such", "That", "The", "Their", "Then", "There", "Therefore", "These", "They", "This",
  "Those", "Though", "Through", "To", "Two", "Under", "Unlike", "Until", "We", "What", "When",
  "Where", "Whether", "Which", "While", "Who", "Why", "With", "Yet", "You", "Your",
};

static gboolean
list_has (const char *const *list,
          gsize              n,
          const char        *word,
          gsize              length)
{
  gsize low = 0;

  while (low < n)
    {
      gsize middle = (low + n) / 2;
      int order = strncmp (list[middle], word, length);

      if (order == 0 && list[middle][length] != '\0')
        order = 1;
      if (order == 0)
        return TRUE;
      if (order < 0)
        low = middle + 1;
      else
        n = middle;
    }

  return FALSE;
}

/* Nearly every character of nearly every text is one of ASCII: no table of Unicode for them. */
static inline gboolean
is_inside (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static inline gsize
skip_plain_letters (const char *text,
                    gsize       at,
                    gsize       end)
{
  while (at < end && g_ascii_isalnum (text[at]))
    at++;

  return at;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* The character at @at, or 0 at the end; @next is where the one after it begins. */
static inline gunichar
char_at (const char *text,
         gsize       at,
         gsize       end,
         gsize      *next)
{
  const guchar c = at < end ? text[at] : 0;

  if (c < 0x80)
    {
      *next = at < end ? at + 1 : end;
      return c;
    }

  *next = MIN (end, at + g_utf8_skip[c]);

  return g_utf8_get_char (text + at);
}

static gboolean
is_inside_at (const char *text,
              gsize       at,
              gsize       end)
{
  gsize next;

  return at < end && is_inside (char_at (text, at, end, &next));
}

/* Whether the apostrophe before @at begins a possessive: an "s" and nothing more. */
static gboolean
is_possessive_s (const char *text,
                 gsize       at,
                 gsize       end)
{
  return at < end && (text[at] == 's' || text[at] == 'S') && !is_inside_at (text, at + 1, end);
}

/* "U.S.", "a.m.", "J.": letters that stand alone, each with a stop. 0 if there is none at @at. */
static gsize
skip_stopped_letters (const char *text,
                      gsize       at,
                      gsize       end)
{
  gsize first;
  gsize stop = 0;
  guint n = 0;
  gunichar c = char_at (text, at, end, &first);
  gboolean is_upper;

  if (first >= end || text[first] != '.')
    return 0;
  is_upper = g_unichar_isupper (c);

  for (gsize next = first; g_unichar_isalpha (c) && next < end && text[next] == '.'; n++)
    {
      stop = next + 1;
      c = char_at (text, stop, end, &next);
    }

  /* "U.S.-led" goes on; "www.example" was never one. */
  if (n == 0 || g_unichar_isalnum (c))
    return 0;

  /* A lone letter is an initial only before another name. */
  if (n == 1)
    {
      const gsize after = stop < end && text[stop] == ' ' ? stop + 1 : stop;
      gsize next;

      if (!is_upper || after == stop || !g_unichar_isupper (char_at (text, after, end, &next)))
        return 0;
      if (c == 'I' || plx_words_is_starter (text, after, end))
        return 0;
    }

  return stop;
}

/* Where the word that begins at @start ends. */
static gsize
skip_word (const char *text,
           gsize       start,
           gsize       end)
{
  gsize at = skip_stopped_letters (text, start, end);

  if (at == 0)
    at = start;

  for (at = skip_plain_letters (text, at, end); at < end;)
    {
      gsize next;
      const gunichar c = char_at (text, at, end, &next);
      gboolean goes_on = is_inside (c);

      /* What keeps two letters of Persian or Hindi apart, or together, does not part words. */
      if ((c == 0x200c || c == 0x200d) && is_inside_at (text, next, end))
        goes_on = TRUE;

      if (!goes_on && is_inside_at (text, next, end))
        {
          if (is_apostrophe (c))
            goes_on = !is_possessive_s (text, next, end);
          else if (is_hyphen (c) || c == '&')
            goes_on = at > start;
          else if (c == '.' || c == ',' || c == ':')
            goes_on = at > start && g_ascii_isdigit (text[at - 1]) && g_ascii_isdigit (text[next]);
        }

      if (!goes_on || (c >= 0x80 && plx_word_runs_is_spaceless (c)))
        break;
      at = next;
    }

  return at;
}

/* Takes the stop of an abbreviation into the word that ends at @at. */
static gsize
take_stop (const char *text,
           gsize       start,
           gsize       at,
           gsize       end)
{
  PlxStop stop;

  if (at >= end || text[at] != '.' || text[at - 1] == '.' || at - start > 6)
    return at;

  stop = plx_words_judge_stop (text, start, at);
  if (stop == PLX_STOP_NUMBER)
    return at + 2 < end && text[at + 1] == ' ' && g_ascii_isdigit (text[at + 2]) ? at + 1 : at;

  return stop == PLX_STOP_END ? at : at + 1;
}

/* Words that are kept together at once. */
#define BATCH 64

typedef struct
{
  PlxWord words[BATCH];
  guint   n;
} Batch;

static void
flush (Batch  *batch,
       GArray *words)
{
  g_array_append_vals (words, batch->words, batch->n);
  batch->n = 0;
}

/* The word or mark that begins with @c at @at; an empty one for white space. */
static inline PlxWord
read_word (const char *text,
           gsize       start,
           gsize       at,
           gsize       next,
           gsize       end,
           gunichar    c)
{
  PlxWord word = { .start = at, .end = next };

  if (is_inside (c))
    {
      word.is_word = TRUE;
      word.end = take_stop (text, at, skip_word (text, at, end), end);
    }
  else if (is_apostrophe (c) && at > start && is_possessive_s (text, next, end) &&
           !g_ascii_isspace (text[at - 1]))
    {
      word.is_word = TRUE;
      word.end = next + 1;
    }
  else if (c < 0x80 ? g_ascii_isspace (c)
                    : g_unichar_isspace (c) || g_unichar_iszerowidth (c) || c == 0xfeff)
    {
      word.start = next;
    }

  return word;
}

/**
 * plx_words_split:
 * @text: UTF-8
 * @start: first byte to look at
 * @end: the byte after the last to look at
 *
 * Cuts a stretch of text into words and marks. White space belongs to neither. Where a script puts
 * none between its words, as in Chinese, Japanese and Thai, ICU's dictionaries tell them.
 *
 * Returns: (transfer full) (element-type PlxWord): the words in order
 */
GArray *
plx_words_split (const char *text,
                 gsize       start,
                 gsize       end)
{
  GArray *words;
  Batch batch;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);

  words = g_array_sized_new (FALSE, FALSE, sizeof (PlxWord), (end - start) / 5 + 8);
  batch.n = 0;
  for (gsize at = start; at < end;)
    {
      gsize next;
      const gunichar c = char_at (text, at, end, &next);

      if (c == ' ')
        {
          at = next;
        }
      else if (c >= 0x80 && plx_word_runs_is_spaceless (c))
        {
          flush (&batch, words);
          at = plx_word_runs_split (text, at, end, words);
        }
      else
        {
          PlxWord word = read_word (text, start, at, next, end, c);

          batch.words[batch.n] = word;
          batch.n += word.start < word.end;
          at = word.end;
          if (batch.n == BATCH)
            flush (&batch, words);
        }
    }
  flush (&batch, words);

  return words;
}

/**
 * plx_words_judge_stop:
 * @text: UTF-8
 * @start: where the word begins
 * @stop: where the stop stands that follows it
 *
 * Says whether the stop after a word is a full stop or part of an abbreviation.
 */
PlxStop
plx_words_judge_stop (const char *text,
                      gsize       start,
                      gsize       stop)
{
  const char *word = text + start;
  const gsize length = stop - start;

  if (length == 0)
    return PLX_STOP_END;
  if (list_has (never_last, G_N_ELEMENTS (never_last), word, length))
    return PLX_STOP_NEVER;
  if (list_has (maybe_last, G_N_ELEMENTS (maybe_last), word, length))
    return PLX_STOP_MAYBE;
  if (list_has (before_number, G_N_ELEMENTS (before_number), word, length))
    return PLX_STOP_NUMBER;

  return PLX_STOP_END;
}

/**
 * plx_words_is_starter:
 * @text: UTF-8
 * @start: where a word begins
 * @end: the byte after the last to look at
 *
 * Says whether a word is one that begins sentences, and no name.
 */
gboolean
plx_words_is_starter (const char *text,
                      gsize       start,
                      gsize       end)
{
  gsize at = start;

  while (at < end && g_ascii_isalpha (text[at]))
    at++;

  return at > start && list_has (starters, G_N_ELEMENTS (starters), text + start, at - start);
}

/**
 * plx_words_dup_lower:
 * @text: where a word begins
 * @length: its length in bytes
 *
 * As g_utf8_strdown(), but much faster for a word of plain letters, as most are; and those are
 * folded alike whatever language the computer speaks.
 *
 * Returns: (transfer full): the word in lower case
 */
char *
plx_words_dup_lower (const char *text,
                     gsize       length)
{
  char *lower = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if ((guchar) c >= 0x80)
        {
          g_free (lower);
          return g_utf8_strdown (text, length);
        }
      lower[i] = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
  lower[length] = '\0';

  return lower;
}

/**
 * plx_words_fold_plain:
 * @text: where a word begins
 * @length: its length in bytes
 * @folded: (out caller-allocates): as many bytes and one more
 *
 * As plx_words_dup_folded(), without memory of its own, for a word of plain letters, as most are.
 *
 * Returns: whether it was one; otherwise what @folded holds means nothing
 */
gboolean
plx_words_fold_plain (const char *text,
                      gsize       length,
                      char       *folded)
{
  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if ((guchar) c < 0x80)
        *folded++ = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
      else if (length - i < 3 || memcmp (text + i, "’", 3) != 0)
        return FALSE;
      else
        {
          *folded++ = '\'';
          i += 2;
        }
    }
  *folded = '\0';

  return TRUE;
}

/**
 * plx_words_dup_folded:
 * @text: where a word begins
 * @length: its length in bytes
 *
 * Returns: (transfer full): the word in lower case, a curled apostrophe made straight
 */
char *
plx_words_dup_folded (const char *text,
                      gsize       length)
{
  char *folded = g_malloc (length + 1);
  GString *straight;

  if (plx_words_fold_plain (text, length, folded))
    return folded;

  g_free (folded);
  straight = g_string_new_take (g_utf8_strdown (text, length));
  g_string_replace (straight, "’", "'", 0);

  return g_string_free_and_steal (straight);
}

/**
 * plx_words_keep_folded:
 * @text: where a word begins
 * @length: its length in bytes
 * @room: how many bytes all words of its sentence have, with one more for each
 * @next: (inout): where the next word goes; `NULL` before the first
 * @held: (out) (nullable): what must be freed when none of the words is needed any more
 *
 * As plx_words_dup_folded(), for all words of a sentence: those of plain letters, as most are,
 * stand one behind the other in one piece of memory, which comes with the first of them.
 *
 * Returns: (transfer none): the word in lower case, a curled apostrophe made straight
 */
char *
plx_words_keep_folded (const char  *text,
                       gsize        length,
                       gsize        room,
                       char       **next,
                       char       **held)
{
  char *folded = *next;

  *held = NULL;
  if (folded == NULL)
    folded = *held = g_malloc (room);
  if (!plx_words_fold_plain (text, length, folded))
    {
      g_free (*held);
      return *held = plx_words_dup_folded (text, length);
    }
  *next = folded + length + 1;

  return folded;
}
