/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/HTMLparser.h>

#include "reading/article/plx-draft.h"
#include "reading/html/plx-html-tags.h"

G_BEGIN_DECLS

/* No element: the parent of the first. */
#define PLX_HTML_NONE G_MAXUINT

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
 * @prose_chars: how many are in blocks that have the form of prose
 * @mass: how much prose is in it
 * @score: how good a root of the article it is
 * @in_chrome: whether it or an element around it is chrome by its name
 * @is_section: whether it is a part of the article beside the root
 * @is_inside: whether it is in the article
 * @is_farm: whether it or an element around it is made of links
 * @role: what a block in it is
 * @reason: why a block in it is cut, or `PLX_CUT_NONE`
 * @reason_in_quote: the same for what stands in a quotation in it
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
  guint         prose_chars;
  float         mass;
  float         score;
  gboolean      in_chrome;
  gboolean      is_section;
  gboolean      is_inside;
  gboolean      is_farm;
  PlxRole       role;
  PlxCutReason  reason;
  PlxCutReason  reason_in_quote;
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
 * @saved: (nullable): the address that the program noted which saved it
 * @elements: (element-type PlxHtmlElement): its elements in document order
 * @blocks: (element-type PlxHtmlBlock): its texts in document order
 */
typedef struct
{
  htmlDocPtr  doc;
  char       *saved;
  GArray     *elements;
  GArray     *blocks;
} PlxHtmlPage;

PlxHtmlPage *plx_html_page_new           (GBytes       *bytes,
                                          const char   *name,
                                          GError      **error);
void         plx_html_page_free          (PlxHtmlPage  *self);
void         plx_html_page_cut_blocks    (PlxHtmlPage  *self,
                                          gboolean      with_hidden);

const char  *plx_html_get_attribute      (xmlNode      *node,
                                          const char   *name);
char        *plx_html_dup_text           (xmlNode      *node,
                                          gsize         max);
xmlNode     *plx_html_next               (xmlNode      *node,
                                          xmlNode      *root,
                                          gboolean      deeper);

/* What a node is was found out when it was made: see plx-html-parse.c. */
static inline PlxHtmlTag
plx_html_tag_of (const xmlNode *node)
{
  return GPOINTER_TO_UINT (node->_private) & 0xFF;
}

static inline PlxHtmlKind
plx_html_kind_of (const xmlNode *node)
{
  return GPOINTER_TO_UINT (node->_private) >> 8;
}

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
