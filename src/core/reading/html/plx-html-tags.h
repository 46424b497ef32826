/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxHtmlTag:
 *
 * What an element is, as far as reading cares.
 */
typedef enum
{
  PLX_HTML_INLINE,
  PLX_HTML_LINK,
  PLX_HTML_BREAK,
  PLX_HTML_DROPPED,
  PLX_HTML_BLOCK,
  PLX_HTML_PARAGRAPH,
  PLX_HTML_HEADING,
  PLX_HTML_ITEM,
  PLX_HTML_LIST,
  PLX_HTML_QUOTE,
  PLX_HTML_ROW,
  PLX_HTML_CELL,
  PLX_HTML_TABLE,
  PLX_HTML_CAPTION,
  PLX_HTML_FIGURE,
  PLX_HTML_ARTICLE,
  PLX_HTML_MAIN,
  PLX_HTML_NAV,
  PLX_HTML_ASIDE,
  PLX_HTML_HEADER,
  PLX_HTML_FOOTER,
  PLX_HTML_FORM,
  PLX_HTML_ADDRESS,
} PlxHtmlTag;

/**
 * PlxHtmlKind:
 *
 * The elements that tell something of the page as a whole.
 */
typedef enum
{
  PLX_HTML_KIND_PLAIN,
  PLX_HTML_KIND_META,
  PLX_HTML_KIND_LINK,
  PLX_HTML_KIND_TITLE,
  PLX_HTML_KIND_H1,
  PLX_HTML_KIND_TIME,
  PLX_HTML_KIND_HTML,
  PLX_HTML_KIND_SCRIPT,
} PlxHtmlKind;

/* What an end tag may close, for elements that have no priority of their own. */
#define PLX_HTML_PRIORITY 100

/**
 * PlxHtmlTagInfo:
 * @name: the element's name
 * @tag: what it is
 * @kind: what it may tell of the page
 * @nothing: whether nothing in it is ever read, so that it need not be kept
 * @raw: whether its content is no markup
 * @empty: whether it never has content
 * @closes: which open elements the parser closes before it: `p`, or those of lists or tables
 * @priority: an end tag closes no open element of a higher priority than its own
 *
 * What is known of an element by its name.
 */
typedef struct
{
  const char  *name;
  PlxHtmlTag   tag;
  PlxHtmlKind  kind;
  gboolean     nothing;
  gboolean     raw;
  gboolean     empty;
  char         closes;
  guint        priority;
} PlxHtmlTagInfo;

guint                 plx_html_tags_hash (const char *name,
                                          gsize       length);
const PlxHtmlTagInfo *plx_html_tags_find (const char *name,
                                          gsize       length,
                                          guint       hash);

G_END_DECLS
