/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-page"

#include "config.h"

#include "reading/html/plx-html-page.h"

#include <string.h>

#include "reading/html/plx-html-parse.h"
#include "reading/html/plx-html-saved.h"

/* What comes after so many is broken or hostile. */
#define MAX_ELEMENTS 2000000

/* The cells of a row are one block, unless they hold so much that the table is a layout. */
#define CELL_BYTES 120

/**
 * plx_html_get_attribute:
 * @node: an element
 * @name: an attribute
 *
 * Returns: (nullable): its value, which belongs to @node
 */
const char *
plx_html_get_attribute (xmlNode    *node,
                        const char *name)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL ? (const char *) attribute->children->content : "";

  return NULL;
}

/**
 * plx_html_next:
 * @node: a node
 * @root: where to stop
 * @deeper: whether its children come first
 *
 * Walks without recursion, however deep the page is.
 *
 * Returns: (nullable): the node after @node in document order, inside @root
 */
xmlNode *
plx_html_next (xmlNode  *node,
               xmlNode  *root,
               gboolean  deeper)
{
  if (deeper && node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;

  while (node != NULL && node != root)
    {
      if (node->next != NULL)
        return node->next;
      node = node->parent;
    }

  return NULL;
}

/**
 * plx_html_dup_text:
 * @node: an element
 * @max: how many bytes are too many
 *
 * Returns: (transfer full) (nullable): the text in it, on one line; `NULL` where there is much
 *   more of it than asked for
 */
char *
plx_html_dup_text (xmlNode *node,
                   gsize    max)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_nodes = 0;

  for (xmlNode *at = node; at != NULL;)
    {
      gboolean dropped = at->type == XML_ELEMENT_NODE &&
                         plx_html_tag_of (at) == PLX_HTML_DROPPED && at != node;

      if (at->type == XML_TEXT_NODE)
        g_string_append (text, (const char *) at->content);
      else if (at->type == XML_ELEMENT_NODE && plx_html_tag_of (at) != PLX_HTML_INLINE &&
               plx_html_tag_of (at) != PLX_HTML_LINK)
        g_string_append_c (text, ' ');

      /* Spaces and marks that show nothing make up a part of it. */
      if (text->len > 2 * max + 100 || n_nodes++ > 2 * max + 100)
        return NULL;

      at = plx_html_next (at, node, !dropped);
    }

  return plx_text_squash (text->str, text->len);
}

/**
 * plx_html_page_new:
 * @bytes: a page
 * @name: what to call it, for people
 *
 * Returns: (transfer full): the page, whose blocks are not cut yet, or `NULL` with @error set
 */
PlxHtmlPage *
plx_html_page_new (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  htmlDocPtr doc = plx_html_parse (bytes, name, error);
  PlxHtmlPage *self;

  if (doc == NULL)
    return NULL;

  self = g_new0 (PlxHtmlPage, 1);
  self->doc = doc;
  self->saved = plx_html_saved_find_address (bytes);
  self->elements = g_array_new (FALSE, TRUE, sizeof (PlxHtmlElement));
  self->blocks = g_array_new (FALSE, TRUE, sizeof (PlxHtmlBlock));

  return self;
}

static void
clear_blocks (PlxHtmlPage *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    g_clear_pointer (&plx_html_page_get_block (self, i)->draft, plx_draft_free);

  g_array_set_size (self->blocks, 0);
  g_array_set_size (self->elements, 0);
}

void
plx_html_page_free (PlxHtmlPage *self)
{
  clear_blocks (self);
  g_array_unref (self->blocks);
  g_array_unref (self->elements);
  g_free (self->saved);
  xmlFreeDoc (self->doc);
  g_free (self);
}

static gboolean
is_hidden (xmlNode *node)
{
  const char *style = NULL;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const char *value = attribute->children != NULL
                              ? (const char *) attribute->children->content : "";

      if (strcmp (name, "hidden") == 0)
        return TRUE;
      if (strcmp (name, "aria-hidden") == 0 && strcmp (value, "true") == 0)
        return TRUE;
      if (strcmp (name, "style") == 0)
        style = value;
    }

  if (style == NULL || (style = strstr (style, "display")) == NULL)
    return FALSE;

  style += strlen ("display");
  style += strspn (style, " :");

  return g_str_has_prefix (style, "none");
}

/**
 * Cutter:
 * @page: the page
 * @text: the block being gathered
 * @element: where @text stands
 * @link_chars: bytes of @text in links
 * @current: the innermost element that is open
 * @links: how many links are open
 *
 * The state of the walk that cuts a page into blocks.
 */
typedef struct
{
  PlxHtmlPage *page;
  GString     *text;
  guint        element;
  guint        link_chars;
  guint        current;
  guint        links;
} Cutter;

static void
flush (Cutter *self)
{
  PlxHtmlBlock block = { 0 };

  if (self->text->len == 0)
    return;

  block.draft = plx_draft_new (self->text->str, self->text->len);
  block.element = self->element;
  block.link_chars = MIN (self->link_chars, strlen (block.draft->text));

  if (*block.draft->text != '\0')
    g_array_append_val (self->page->blocks, block);
  else
    plx_draft_free (block.draft);

  g_string_truncate (self->text, 0);
  self->link_chars = 0;
}

static void
add_text (Cutter     *self,
          const char *text)
{
  gsize length = strlen (text);

  if (self->text->len == 0)
    self->element = self->current;

  g_string_append_len (self->text, text, length);
  if (self->links > 0)
    self->link_chars += length - strspn (text, " \t\r\n");
}

static gboolean
is_block (PlxHtmlTag tag)
{
  return tag > PLX_HTML_DROPPED && tag != PLX_HTML_CELL;
}

static void
open_element (Cutter     *self,
              xmlNode    *node,
              PlxHtmlTag  tag)
{
  PlxHtmlElement element = { .node = node, .parent = self->current, .tag = tag };

  if (tag == PLX_HTML_LINK)
    self->links++;
  if (tag == PLX_HTML_BREAK)
    {
      /* Two in a row, with nothing between, end a paragraph. */
      if (self->text->len > 0 && self->text->str[self->text->len - 1] == '\n')
        flush (self);
      else if (self->text->len > 0)
        g_string_append_c (self->text, '\n');
    }
  if (!is_block (tag) && tag != PLX_HTML_CELL)
    return;

  if (is_block (tag) || self->text->len > CELL_BYTES)
    flush (self);
  else if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  self->current = self->page->elements->len;
  g_array_append_val (self->page->elements, element);
}

static void
close_element (Cutter  *self,
               xmlNode *node)
{
  PlxHtmlTag tag = plx_html_tag_of (node);
  PlxHtmlElement *element;

  if (tag == PLX_HTML_LINK)
    self->links--;
  if (!is_block (tag) && tag != PLX_HTML_CELL)
    return;

  if (is_block (tag) || self->text->len > CELL_BYTES)
    flush (self);
  element = plx_html_page_get_element (self->page, self->current);
  element->end = self->page->elements->len;
  self->current = element->parent;
}

/* A line break followed by white space and another break is still two breaks in a row. */
static void
add_node_text (Cutter  *self,
               xmlNode *node)
{
  const char *text = (const char *) node->content;

  if (text == NULL)
    return;
  if (text[strspn (text, " \t\r\n")] == '\0')
    {
      if (self->text->len > 0 && !g_ascii_isspace (self->text->str[self->text->len - 1]))
        g_string_append_c (self->text, ' ');
      return;
    }

  add_text (self, text);
  /* The end of a source line is not a break. */
  if (self->text->str[self->text->len - 1] == '\n')
    self->text->str[self->text->len - 1] = ' ';
}

/**
 * plx_html_page_cut_blocks:
 * @self: a page
 * @with_hidden: whether hidden elements count too
 *
 * Lists the page's block elements and cuts its text into blocks.
 */
void
plx_html_page_cut_blocks (PlxHtmlPage *self,
                          gboolean     with_hidden)
{
  xmlNode *root = xmlDocGetRootElement (self->doc);
  g_autoptr (GString) text = g_string_new (NULL);
  Cutter cutter = { .page = self, .text = text, .current = PLX_HTML_NONE };
  xmlNode *node = root;

  clear_blocks (self);

  while (node != NULL && self->elements->len < MAX_ELEMENTS)
    {
      gboolean deeper = FALSE;

      if (node->type == XML_TEXT_NODE)
        add_node_text (&cutter, node);
      else if (node->type == XML_ELEMENT_NODE)
        {
          PlxHtmlTag tag = plx_html_tag_of (node);

          if (tag != PLX_HTML_DROPPED && (with_hidden || !is_hidden (node)))
            {
              open_element (&cutter, node, tag);
              deeper = node->children != NULL;
              if (!deeper)
                close_element (&cutter, node);
            }
        }

      if (deeper)
        {
          node = node->children;
          continue;
        }

      while (node != root && node->next == NULL)
        {
          node = node->parent;
          close_element (&cutter, node);
        }
      node = node == root ? NULL : node->next;
    }

  flush (&cutter);
  /* Where the page is too long, some are still open. */
  for (guint at = cutter.current; at != PLX_HTML_NONE;)
    {
      PlxHtmlElement *element = plx_html_page_get_element (self, at);

      element->end = self->elements->len;
      at = element->parent;
    }
}
