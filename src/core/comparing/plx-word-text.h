/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * PlxWordText:
 * @text: UTF-8
 * @start: first byte of the sentence in it
 * @end: the byte after its last
 * @mentions: (nullable) (element-type PlxMentionSpan): the names in @text, in order of their
 *   start, or `NULL` where they are not known; then a name is what capital letters make look
 *   like one
 *
 * A sentence where it stands, for words to be compared in it.
 */
typedef struct
{
  const char *text;
  gsize       start;
  gsize       end;
  GArray     *mentions;
} PlxWordText;

/* A sentence that stands by itself, and whose names are not known. */
static inline PlxWordText
plx_word_text (const char *text)
{
  return (PlxWordText) { text, 0, strlen (text), NULL };
}

G_END_DECLS
