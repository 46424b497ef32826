/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A mark begins and ends with a control character, which no words have. What is in it begins
 * with a letter: D a dress and its number, L a link and its target, C a citation; E ends the
 * last dress or link. */
#define OPEN '\001'
#define CLOSE '\002'
#define MAX_OPEN 8

static gboolean
reads_to_the_left (const char *words)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO, G_UNICODE_SCRIPT_SAMARITAN,
    G_UNICODE_SCRIPT_MANDAIC, G_UNICODE_SCRIPT_ADLAM, G_UNICODE_SCRIPT_HANIFI_ROHINGYA,
  };

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
        {
          if (script == scripts[i])
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * plx_marks_plain:
 * @words: words that somebody has written, in UTF-8
 *
 * Makes words of an article or of the user fit to stand in a sentence of ours: without control
 * characters, and set apart where they are read from right to left, so that marks around them stay
 * where they belong.
 *
 * Returns: (transfer full): the words
 */
char *
plx_marks_plain (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);

  for (char *p = valid; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        *p = ' ';
    }
  g_strstrip (valid);

  /* U+2068 and U+2069: first strong isolate, and its end. */
  return reads_to_the_left (valid) ? g_strconcat ("\u2068", valid, "\u2069", NULL)
                                   : g_steal_pointer (&valid);
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
