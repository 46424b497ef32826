/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-selection"

#include "config.h"

#include "read/plx-read-selection.h"

/* Which words the user means who has selected some, or has the cursor in one. */

static gboolean
is_of_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter) || letter == '-' ||
         letter == '\'' || letter == 0x2019;
}

/* The word in which the cursor stands. */
static void
widen (const char *text,
       guint      *start,
       guint      *end)
{
  const char *first = text + *start;
  const char *last = text + *end;

  while (first > text && is_of_word (g_utf8_get_char (g_utf8_prev_char (first))))
    first = g_utf8_prev_char (first);
  while (*last != '\0' && is_of_word (g_utf8_get_char (last)))
    last = g_utf8_next_char (last);

  *start = first - text;
  *end = last - text;
}

/* Whether a dot is of the name that begins at @first, as in “U.S.” and “Acme Inc. sold”, and does
 * not end a sentence. */
static gboolean
is_of_name (const char *first,
            const char *dot)
{
  const char *next = dot + 1;

  for (const char *at = first; at < dot; at++)
    if (*at == '.')
      return TRUE;

  while (*next == ' ')
    next++;

  return *next == ',' || g_unichar_islower (g_utf8_get_char (next));
}

/**
 * plx_read_selection_clean:
 * @text: a paragraph
 * @start: (inout): the first byte that is selected
 * @end: (inout): the byte after the last
 *
 * Leaves out what a hand that is not quite sure selects besides: spaces and marks at the ends.
 * Where nothing is selected, takes the word there.
 *
 * Returns: whether any letters are left
 */
gboolean
plx_read_selection_clean (const char *text,
                          guint      *start,
                          guint      *end)
{
  const char *first;
  const char *last;

  if (*start == *end)
    widen (text, start, end);

  first = text + *start;
  last = text + *end;
  while (first < last && !g_unichar_isalnum (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);

  while (first < last)
    {
      const char *before = g_utf8_prev_char (last);
      gunichar letter = g_utf8_get_char (before);

      if (g_unichar_isalnum (letter) || g_unichar_ismark (letter) ||
          (letter == '.' && is_of_name (first, before)))
        break;
      last = before;
    }

  *start = first - text;
  *end = last - text;

  return first < last;
}

/**
 * plx_read_selection_find:
 * @label: a label that shows a paragraph and can be selected
 * @start: (out): the first byte that is meant
 * @end: (out): the byte after the last
 *
 * Returns: whether any words are meant
 */
gboolean
plx_read_selection_find (GtkLabel *label,
                         guint    *start,
                         guint    *end)
{
  const char *text = gtk_label_get_text (label);
  int first, last;

  gtk_label_get_selection_bounds (label, &first, &last);
  *start = g_utf8_offset_to_pointer (text, first) - text;
  *end = g_utf8_offset_to_pointer (text, last) - text;

  return plx_read_selection_clean (text, start, end);
}
