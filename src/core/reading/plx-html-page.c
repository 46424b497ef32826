/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-page"

#include "config.h"

#include "reading/plx-html-page.h"

#include <string.h>

/* Where a page tells its encoding, if it does. */
#define CHARSET_BYTES 4096

/* Browsers nest no deeper; what goes deeper is broken or hostile. */
#define MAX_ELEMENTS 2000000

/* Levels of elements that a page may have. */
#define MAX_DEPTH 1000

/* Spaces in one tag, outside quotes. */
#define MAX_ATTRIBUTES 1000

/* The cells of a row are one block, unless they hold so much that the table is a layout. */
#define CELL_BYTES 120

static const struct
{
  const char *name;
  PlxHtmlTag  tag;
} tags[] = {
  { "a", PLX_HTML_LINK },           { "address", PLX_HTML_ADDRESS },
  { "article", PLX_HTML_ARTICLE },  { "aside", PLX_HTML_ASIDE },
  { "audio", PLX_HTML_DROPPED },    { "blockquote", PLX_HTML_QUOTE },
  { "body", PLX_HTML_BLOCK },       { "br", PLX_HTML_BREAK },
  { "button", PLX_HTML_FORM },      { "canvas", PLX_HTML_DROPPED },
  { "caption", PLX_HTML_CAPTION },  { "center", PLX_HTML_BLOCK },
  { "dd", PLX_HTML_ITEM },          { "details", PLX_HTML_BLOCK },
  { "div", PLX_HTML_BLOCK },        { "dl", PLX_HTML_LIST },
  { "dt", PLX_HTML_ITEM },          { "fieldset", PLX_HTML_FORM },
  { "figcaption", PLX_HTML_CAPTION }, { "figure", PLX_HTML_FIGURE },
  { "footer", PLX_HTML_FOOTER },    { "form", PLX_HTML_FORM },
  { "h1", PLX_HTML_HEADING },       { "h2", PLX_HTML_HEADING },
  { "h3", PLX_HTML_HEADING },       { "h4", PLX_HTML_HEADING },
  { "h5", PLX_HTML_HEADING },       { "h6", PLX_HTML_HEADING },
  { "head", PLX_HTML_DROPPED },     { "header", PLX_HTML_HEADER },
  { "hgroup", PLX_HTML_BLOCK },     { "hr", PLX_HTML_BLOCK },
  { "html", PLX_HTML_BLOCK },       { "iframe", PLX_HTML_DROPPED },
  { "input", PLX_HTML_DROPPED },    { "label", PLX_HTML_BLOCK },
  { "legend", PLX_HTML_BLOCK },     { "li", PLX_HTML_ITEM },
  { "link", PLX_HTML_DROPPED },     { "main", PLX_HTML_MAIN },
  { "map", PLX_HTML_DROPPED },      { "math", PLX_HTML_INLINE },
  { "menu", PLX_HTML_NAV },         { "meta", PLX_HTML_DROPPED },
  { "nav", PLX_HTML_NAV },          { "noscript", PLX_HTML_DROPPED },
  { "object", PLX_HTML_DROPPED },   { "ol", PLX_HTML_LIST },
  { "option", PLX_HTML_DROPPED },   { "p", PLX_HTML_PARAGRAPH },
  { "picture", PLX_HTML_DROPPED },  { "pre", PLX_HTML_PARAGRAPH },
  { "script", PLX_HTML_DROPPED },   { "section", PLX_HTML_BLOCK },
  { "select", PLX_HTML_DROPPED },   { "style", PLX_HTML_DROPPED },
  { "summary", PLX_HTML_BLOCK },    { "svg", PLX_HTML_DROPPED },
  { "table", PLX_HTML_TABLE },      { "tbody", PLX_HTML_BLOCK },
  { "td", PLX_HTML_CELL },          { "template", PLX_HTML_DROPPED },
  { "textarea", PLX_HTML_DROPPED }, { "tfoot", PLX_HTML_BLOCK },
  { "th", PLX_HTML_CELL },          { "thead", PLX_HTML_BLOCK },
  { "title", PLX_HTML_DROPPED },    { "tr", PLX_HTML_ROW },
  { "ul", PLX_HTML_LIST },          { "video", PLX_HTML_DROPPED },
};

/**
 * plx_html_tag_of:
 * @node: an element
 *
 * Returns: what it is
 */
PlxHtmlTag
plx_html_tag_of (xmlNode *node)
{
  static gsize once = 0;
  static GHashTable *table = NULL;

  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
        g_hash_table_insert (table, (gpointer) tags[i].name, GINT_TO_POINTER (tags[i].tag));
      g_once_init_leave (&once, 1);
    }

  return GPOINTER_TO_INT (g_hash_table_lookup (table, node->name));
}

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
 *
 * Returns: (transfer full): the text in it, on one line
 */
char *
plx_html_dup_text (xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (xmlNode *at = node; at != NULL;)
    {
      gboolean dropped = at->type == XML_ELEMENT_NODE &&
                         plx_html_tag_of (at) == PLX_HTML_DROPPED && at != node;

      if (at->type == XML_TEXT_NODE)
        g_string_append (text, (const char *) at->content);
      else if (at->type == XML_ELEMENT_NODE && plx_html_tag_of (at) != PLX_HTML_INLINE &&
               plx_html_tag_of (at) != PLX_HTML_LINK)
        g_string_append_c (text, ' ');

      at = plx_html_next (at, node, !dropped);
    }

  return plx_text_squash (text->str, text->len);
}

/* The encoding that the page claims, or NULL. */
static char *
find_charset (const char *data,
              gsize       size)
{
  g_autofree char *head = g_strndup (data, MIN (size, CHARSET_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *found = strstr (lower, "charset=");
  gsize length;

  if (found == NULL)
    return NULL;

  found += strlen ("charset=");
  found += strspn (found, " \"'");
  length = strcspn (found, " \"'/>;\r\n");

  return length > 0 && length < 40 ? g_strndup (found, length) : NULL;
}

/* The page in UTF-8. What is UTF-8 counts as that, whatever the page claims. */
static char *
to_utf8 (GBytes *bytes,
         gsize  *length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *charset = NULL;
  char *text = NULL;

  if (size >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    charset = g_strdup ("UTF-16");
  else if (size >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    charset = g_strdup ("UTF-16");
  else if (g_utf8_validate_len (data, size, NULL))
    {
      *length = size;
      return g_strndup (data, size);
    }
  else
    charset = find_charset (data, size);

  /* A page that claims UTF-8 and has a few bad bytes is UTF-8 with a few bad bytes. */
  if (charset != NULL && g_ascii_strncasecmp (charset, "utf-8", 5) != 0 &&
      g_ascii_strncasecmp (charset, "iso-8859-1", 11) != 0)
    text = g_convert_with_fallback (data, size, "UTF-8", charset, "\xEF\xBF\xBD",
                                    NULL, length, NULL);
  else if (charset != NULL && g_ascii_strncasecmp (charset, "utf-8", 5) == 0)
    text = g_utf8_make_valid (data, size);
  if (text == NULL)
    text = g_convert_with_fallback (data, size, "UTF-8", "WINDOWS-1252", "?", NULL, length, NULL);
  if (text == NULL)
    text = g_utf8_make_valid (data, size);

  *length = strlen (text);

  return text;
}

/* The end of what is no tag though it may look like one: a comment, a script, a style. */
static char *
skip_raw (char *at)
{
  static const struct
  {
    const char *start;
    const char *end;
  } raws[] = { { "<!--", "-->" }, { "<script", "</script" }, { "<style", "</style" } };

  for (guint i = 0; i < G_N_ELEMENTS (raws); i++)
    if (g_ascii_strncasecmp (at, raws[i].start, strlen (raws[i].start)) == 0)
      {
        char *end = at + 1;

        /* The parser looks for the end in the same way, so what is skipped here is raw there. */
        while (*end != '\0' && (*end != raws[i].end[0] ||
                                g_ascii_strncasecmp (end, raws[i].end, strlen (raws[i].end)) != 0))
          end++;
        return end;
      }

  return NULL;
}

/*
 * The parser compares each attribute of an element with all before it. No page has hundreds in
 * one tag; what comes after so many is blanked out, or a hostile page would take hours.
 */
static char *
blank_attributes (char *tag)
{
  guint spaces = 0;
  char quote = '\0';
  char before = '<';
  char *p = tag + 1;

  for (; *p != '\0' && (quote != '\0' || *p != '>'); p++)
    {
      char own = *p;

      if (quote != '\0')
        quote = own == quote ? '\0' : quote;
      else if (before == '=' && (own == '"' || own == '\''))
        quote = own;
      else if (g_ascii_isspace (own) || own == '/' || before == '"' || before == '\'')
        spaces++;

      before = own;
      if (spaces > MAX_ATTRIBUTES)
        *p = ' ';
    }

  return p;
}

/* How a tag changes the depth, for the elements that pages nest. */
static int
get_step (const char *tag)
{
  static const char *const nested[] = { "div", "span", "section", "table", "font", "b", "i", "a",
                                        "article", "ul", "ol", "em", "strong", "blockquote" };
  const char *name = tag[1] == '/' ? tag + 2 : tag + 1;

  for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
    {
      gsize length = strlen (nested[i]);

      if (g_ascii_strncasecmp (name, nested[i], length) == 0 && !g_ascii_isalnum (name[length]))
        return tag[1] == '/' ? -1 : 1;
    }

  return 0;
}

/* Makes @text safe to parse; gives about how deep its elements are nested. */
static guint
tame (char *text)
{
  guint deepest = 0;
  guint depth = 0;
  char *p = text;

  while ((p = strchr (p, '<')) != NULL)
    {
      char *end = skip_raw (p);
      int step = end == NULL ? get_step (p) : 0;

      if (step > 0 || depth > 0)
        depth += step;
      deepest = MAX (deepest, depth);

      if (end != NULL)
        p = end;
      else if (g_ascii_isalpha (p[1]))
        p = blank_attributes (p);
      else
        p++;
    }

  return deepest;
}

/*
 * The parser gives up at 256 levels, and what comes after is lost. Real pages go deeper now and
 * then; those that go much deeper are made to break programs.
 */
static htmlDocPtr
parse (const char *text,
       gsize       length,
       guint       depth)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
  htmlParserCtxtPtr context = htmlNewParserCtxt ();
  htmlDocPtr doc;

  if (context == NULL)
    return NULL;
  if (depth <= MAX_DEPTH)
    {
#if LIBXML_VERSION < 21400
      context->options |= XML_PARSE_HUGE;
#else
      options |= HTML_PARSE_HUGE;
#endif
    }

  doc = htmlCtxtReadMemory (context, text, (int) length, NULL, "UTF-8", options);
  htmlFreeParserCtxt (context);

  return doc;
}

/**
 * plx_html_page_new:
 * @bytes: a page
 *
 * Returns: (transfer full) (nullable): the page, whose blocks are not cut yet; `NULL` where
 *   there is no element in it
 */
PlxHtmlPage *
plx_html_page_new (GBytes *bytes)
{
  gsize length;
  g_autofree char *text = to_utf8 (bytes, &length);
  PlxHtmlPage *self;
  htmlDocPtr doc;

  doc = parse (text, length, tame (text));
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      xmlFreeDoc (doc);
      return NULL;
    }

  self = g_new0 (PlxHtmlPage, 1);
  self->doc = doc;
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
}
