/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxMarkdownBlock:
 * @text: what a reader would see, on one line
 * @role: `BODY`, `HEADING`, `LIST`, `QUOTE`, `TABLE` or, for a picture alone, `CAPTION`
 * @level: of a heading, 1 to 6
 * @is_link: whether all of it is one link
 *
 * A block of Markdown.
 */
typedef struct
{
  char     *text;
  PlxRole   role;
  guint     level;
  gboolean  is_link;
} PlxMarkdownBlock;

char   **plx_markdown_split_lines (const char *text);
GArray  *plx_markdown_parse       (char      **lines);
char    *plx_markdown_dup_plain   (const char *text,
                                   gboolean   *is_link);

G_END_DECLS
