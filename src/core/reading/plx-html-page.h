/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/HTMLparser.h>

#include "reading/plx-draft.h"

G_BEGIN_DECLS

/* No element: the parent of the first. */
#define PLX_HTML_NONE G_MAXUINT

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
 * PlxHtmlElement:
 * @node: the element
 * @parent: its parent, by its place, or `PLX_HTML_NONE`
 * @end: the place after its last descendant
 * @tag: what it is
 * @hint: what kind of chrome its tag, class or id claims it to be, or `PLX_CUT_NONE`
 * @praise: how strongly its class, id or tag claims it to be the article: 0 to 3
 * @chars: bytes of visible text in it
 * @link_chars: how many of those are in links
 * @mass: how much prose is in it
 * @score: how good a root of the article it is
 *
 * An element of the page, in document order.
 */
typedef struct
{
  xmlNode      *node;
  guint         parent;
  guint         end;
  PlxHtmlTag    tag;
  PlxCutReason  hint;
  guint         praise;
  guint         chars;
  guint         link_chars;
  float         mass;
  float         score;
} PlxHtmlElement;

/**
 * PlxHtmlBlock:
 * @draft: (nullable): its text and what it is taken for; `NULL` once it is handed on
 * @element: the element in which it stands, by its place
 * @link_chars: bytes of its text that are in links
 * @level: of a heading, 1 to 6
 *
 * A stretch of text that a browser would show as a block.
 */
typedef struct
{
  PlxDraft *draft;
  guint     element;
  guint     link_chars;
  guint     level;
} PlxHtmlBlock;

/**
 * PlxHtmlPage:
 * @doc: the page
 * @elements: (element-type PlxHtmlElement): its elements in document order
 * @blocks: (element-type PlxHtmlBlock): its texts in document order
 */
typedef struct
{
  htmlDocPtr  doc;
  GArray     *elements;
  GArray     *blocks;
} PlxHtmlPage;

PlxHtmlPage *plx_html_page_new           (GBytes       *bytes);
void         plx_html_page_free          (PlxHtmlPage  *self);
void         plx_html_page_cut_blocks    (PlxHtmlPage  *self,
                                          gboolean      with_hidden);

PlxHtmlTag   plx_html_tag_of             (xmlNode      *node);
const char  *plx_html_get_attribute      (xmlNode      *node,
                                          const char   *name);
char        *plx_html_dup_text           (xmlNode      *node);
xmlNode     *plx_html_next               (xmlNode      *node,
                                          xmlNode      *root,
                                          gboolean      deeper);

static inline PlxHtmlElement *
plx_html_page_get_element (PlxHtmlPage *self,
                           guint        index)
{
  return &g_array_index (self->elements, PlxHtmlElement, index);
}

static inline PlxHtmlBlock *
plx_html_page_get_block (PlxHtmlPage *self,
                         guint        index)
{
  return &g_array_index (self->blocks, PlxHtmlBlock, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlPage, plx_html_page_free)

G_END_DECLS
