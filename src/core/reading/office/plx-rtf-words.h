/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxRtfAction:
 *
 * What a control word of RTF does, as far as reading cares.
 */
typedef enum
{
  PLX_RTF_NOTHING,
  PLX_RTF_SKIP,        /* a group that is no text */
  PLX_RTF_SEEN,        /* a group that is text even though it may be passed over */
  PLX_RTF_TEXT,        /* stands for some text */
  PLX_RTF_PARAGRAPH,   /* ends a paragraph */
  PLX_RTF_RESET,       /* a paragraph without properties begins */
  PLX_RTF_PLAIN,       /* letters without properties begin */
  PLX_RTF_CELL,
  PLX_RTF_ROW,
  PLX_RTF_IN_TABLE,
  PLX_RTF_STYLE,
  PLX_RTF_OUTLINE,
  PLX_RTF_LIST,
  PLX_RTF_HIDDEN,      /* hidden, or taken out by a tracked change */
  PLX_RTF_FONT,
  PLX_RTF_FONT_CHARSET,
  PLX_RTF_FONT_PAGE,
  PLX_RTF_DEFAULT_FONT,
  PLX_RTF_CODE_PAGE,
  PLX_RTF_UNICODE,
  PLX_RTF_UNICODE_SKIP,
  PLX_RTF_BINARY,
  PLX_RTF_NOTE,
  PLX_RTF_PAGE,
  PLX_RTF_BOX,
  PLX_RTF_FONTS,
  PLX_RTF_STYLES,
  PLX_RTF_INFO,
  PLX_RTF_TITLE,
  PLX_RTF_AUTHOR,
  PLX_RTF_CREATED,
  PLX_RTF_YEAR,
  PLX_RTF_MONTH,
  PLX_RTF_DAY,
  PLX_RTF_INSTRUCTION, /* what a field does */
} PlxRtfAction;

/**
 * PlxRtfWord:
 * @name: a control word
 * @action: what it does
 * @text: (nullable): the text that it stands for
 * @number: the number that it stands for
 */
typedef struct
{
  const char   *name;
  PlxRtfAction  action;
  const char   *text;
  int           number;
} PlxRtfWord;

const PlxRtfWord *plx_rtf_find_word    (const char *name);
int               plx_rtf_charset_page (int         charset);
char             *plx_rtf_decode       (const char *bytes,
                                        gsize       length,
                                        int         page);

G_END_DECLS
