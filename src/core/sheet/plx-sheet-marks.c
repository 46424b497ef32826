/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-marks.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

/* A mark begins and ends with a control character, which no words have. What is in it begins
 * with a letter: D a dress and its number, L a link and its target, C a citation; E ends the
 * last dress or link. */
#define OPEN '\001'
#define CLOSE '\002'
#define MAX_OPEN 8
/* Ends a line and not the paragraph. */
#define LINE_END "\u2028"

typedef enum
{
  NEITHER,
  TO_THE_RIGHT,
  TO_THE_LEFT,
} Direction;

static Direction
direction_of (gunichar letter)
{
  const UCharDirection direction = u_charDirection (letter);

  if (direction == U_LEFT_TO_RIGHT)
    return TO_THE_RIGHT;

  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? TO_THE_LEFT
                                                                             : NEITHER;
}

/* That of its first letter that has one. */
static Direction
find_direction (const char *words)
{
  Direction direction = NEITHER;

  for (const char *p = words; *p != '\0' && direction == NEITHER; p = g_utf8_next_char (p))
    direction = direction_of (g_utf8_get_char (p));

  return direction;
}

/* In which direction our own words are read: that of a translation. */
static Direction
find_own_direction (void)
{
  return find_direction (_("Summary")) == TO_THE_LEFT ? TO_THE_LEFT : TO_THE_RIGHT;
}

/* Whether any letter of the words is read against the direction of ours. */
static gboolean
has_foreign_letters (const char *words,
                     Direction   own)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      const Direction direction = direction_of (g_utf8_get_char (p));

      if (direction != NEITHER && direction != own)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_marks_plain:
 * @words: words that somebody has written, in UTF-8
 *
 * Makes words of an article or of the user fit to stand in a sentence of ours: without control
 * characters and second spaces, and set apart where they are read in the other direction, so that
 * what stands around them stays where it belongs, and our sentence begins where ours begin.
 *
 * Returns: (transfer full): the words
 */
char *
plx_marks_plain (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  const Direction own = find_own_direction ();
  char *end = valid;

  for (const char *p = valid; *p != '\0'; p++)
    {
      const char letter = g_ascii_iscntrl (*p) ? ' ' : *p;

      if (letter != ' ' || (end > valid && end[-1] != ' '))
        *end++ = letter;
    }
  *end = '\0';
  g_strchomp (valid);

  if (!has_foreign_letters (valid, own))
    return g_steal_pointer (&valid);

  /* A mark of our direction, U+200E or U+200F; first strong isolate; and its end. */
  return g_strconcat (own == TO_THE_LEFT ? "\u200f" : "\u200e", "\u2068", valid, "\u2069", NULL);
}

/**
 * plx_marks_append_line:
 * @text: a text, of an article perhaps
 * @marked: words of ours, with marks
 *
 * Adds a line of our own to a text, set apart where the text is read in the other direction.
 */
void
plx_marks_append_line (PlxSheetText *text,
                       const char   *marked)
{
  const Direction own = find_own_direction ();
  const Direction direction = find_direction (text->string->str);
  const gboolean is_against = direction != NEITHER && direction != own;

  if (plx_sheet_text_get_length (text) > 0)
    plx_sheet_text_append (text, LINE_END);
  if (is_against)
    plx_sheet_text_append (text, own == TO_THE_LEFT ? "\u2067" : "\u2066");
  plx_marks_append (text, marked);
  if (is_against)
    plx_sheet_text_append (text, "\u2069");
}

char *
plx_marks_dress (const char *marked,
                 PlxDress    dress)
{
  return g_strdup_printf ("%cD%d%c%s%cE%c", OPEN, dress, CLOSE, marked, OPEN, CLOSE);
}

char *
plx_marks_link (const char *marked,
                const char *target)
{
  g_autofree char *plain = plx_marks_plain (target);

  return g_strdup_printf ("%cL%s%c%s%cE%c", OPEN, plain, CLOSE, marked, OPEN, CLOSE);
}

char *
plx_marks_cite (guint article,
                guint paragraph)
{
  return g_strdup_printf ("%cC%u,%u%c", OPEN, article, paragraph, CLOSE);
}

typedef struct
{
  gsize  start;
  int    dress;
  char  *target; /* nullable */
} Opened;

/* Adds what has been read so far, since a link cannot be dressed afterwards. */
static void
close_last (PlxSheetText *text,
            Opened       *opened)
{
  if (opened->target != NULL)
    {
      PlxSheetSpan span = { opened->start, text->string->len, PLX_DRESS_LINK, 0, 0,
                            g_steal_pointer (&opened->target) };
      guint place = 0;

      while (place < text->spans->len &&
             g_array_index (text->spans, PlxSheetSpan, place).start < span.start)
        place++;
      g_array_insert_val (text->spans, place, span);
      return;
    }

  plx_sheet_text_dress (text, opened->start, text->string->len, opened->dress);
}

static void
read_mark (PlxSheetText *text,
           const char   *start,
           gsize         length,
           Opened       *opened,
           guint        *n_opened)
{
  g_autofree char *mark = g_strndup (start, length);
  guint article, paragraph;

  if (*mark == 'E' && *n_opened > 0)
    close_last (text, &opened[--*n_opened]);
  else if (*mark == 'C' && sscanf (mark + 1, "%u,%u", &article, &paragraph) == 2)
    plx_sheet_text_append_citation (text, article, paragraph);
  else if ((*mark == 'D' || *mark == 'L') && *n_opened < MAX_OPEN)
    opened[(*n_opened)++] = (Opened) { text->string->len, atoi (mark + 1),
                                       *mark == 'L' ? g_strdup (mark + 1) : NULL };
}

/**
 * plx_marks_append:
 * @text: a text
 * @marked: words with marks
 *
 * Adds words to a text, dressed as their marks say.
 */
void
plx_marks_append (PlxSheetText *text,
                  const char   *marked)
{
  Opened opened[MAX_OPEN];
  guint n_opened = 0;

  while (*marked != '\0')
    {
      const gsize length = strcspn (marked, "\001");
      g_autofree char *words = g_strndup (marked, length);
      const char *end;

      plx_sheet_text_append (text, words);
      marked += length;
      if (*marked == '\0' || (end = strchr (marked, CLOSE)) == NULL)
        break;
      read_mark (text, marked + 1, end - marked - 1, opened, &n_opened);
      marked = end + 1;
    }

  /* A translation may have lost the end of a mark. */
  while (n_opened > 0)
    close_last (text, &opened[--n_opened]);
}

/**
 * plx_marks_read:
 * @marked: words with marks, in the language of the sheet
 *
 * Returns: (transfer full): the words, dressed as their marks say
 */
PlxSheetText *
plx_marks_read (const char *marked)
{
  PlxSheetText *text = plx_sheet_text_new (NULL, NULL);

  plx_marks_append (text, marked);

  return text;
}
