/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxWord:
 * @start: first byte in the text
 * @end: the byte after the last
 * @is_word: whether it has a letter or a digit; otherwise it is a mark such as a comma or a quote
 *
 * A word or a mark. A number with its separators ("19,000", "2.5"), a word with its apostrophe
 * ("isn't"), a hyphenated word and an abbreviation with its stops ("U.S.", "Mr.") are one
 * word each; a possessive ("Ruto’s") is two: the name, and the ending.
 */
typedef struct
{
  guint32  start;
  guint32  end;
  gboolean is_word;
} PlxWord;

/**
 * PlxStop:
 * @PLX_STOP_END: the stop is a full stop
 * @PLX_STOP_MAYBE: the stop belongs to an abbreviation that can end a sentence, such as "U.S."
 * @PLX_STOP_NUMBER: the same, and nothing but a number follows it inside a sentence: "No. 4"
 * @PLX_STOP_NEVER: the stop belongs to an abbreviation that something must follow, such as "Mr."
 *
 * What a stop after a word says.
 */
typedef enum
{
  PLX_STOP_END,
  PLX_STOP_MAYBE,
  PLX_STOP_NUMBER,
  PLX_STOP_NEVER,
} PlxStop;

GArray  *plx_words_split        (const char *text,
                                 gsize       start,
                                 gsize       end);

char    *plx_words_dup_lower    (const char  *text,
                                 gsize        length);
char    *plx_words_dup_folded   (const char  *text,
                                 gsize        length);
char    *plx_words_keep_folded  (const char  *text,
                                 gsize        length,
                                 gsize        room,
                                 char       **next,
                                 char       **held);
gboolean plx_words_fold_plain   (const char  *text,
                                 gsize        length,
                                 char        *folded);

PlxStop  plx_words_judge_stop   (const char  *text,
                                 gsize        start,
                                 gsize        stop);

gboolean plx_words_is_starter   (const char  *text,
                                 gsize        start,
                                 gsize        end);

G_END_DECLS
