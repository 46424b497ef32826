/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-place"

#include "config.h"

#include <string.h>

#include "reading/html/plx-html-content.h"

/* A longer name is made by a program, and another on the next page. */
#define MAX_NAME 40

/* Names that tell how something looks and not what it is. */
static gboolean
is_dull (const char *name,
         gsize       length)
{
  static const char *const dull[] = { "active", "block", "body", "box", "center", "clear",
                                      "clearfix", "cf", "col", "column", "columns", "container",
                                      "content", "desktop", "even", "first", "flex", "grid",
                                      "group", "hidden", "inner", "item", "last", "layout", "left",
                                      "mobile", "module", "odd", "outer", "page", "relative",
                                      "right", "root", "row", "section", "show", "text", "visible",
                                      "wrap", "wrapper" };

  for (guint i = 0; i < G_N_ELEMENTS (dull); i++)
    if (strlen (dull[i]) == length && g_ascii_strncasecmp (dull[i], name, length) == 0)
      return TRUE;

  return length < 3;
}

/*
 * The part of a name that is the same on the next page of the outlet: numbers at its end are left
 * out, and names with numbers within, which a program made up, altogether.
 */
static gsize
get_stable_length (const char *name,
                   gsize       length)
{
  gsize n = length;

  while (n > 0 && (g_ascii_isdigit (name[n - 1]) || name[n - 1] == '-' || name[n - 1] == '_'))
    n--;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalpha (name[i]) && name[i] != '-' && name[i] != '_' && (guchar) name[i] < 0x80)
      return 0;

  return n <= MAX_NAME && !is_dull (name, n) ? n : 0;
}

/* The first of @names that says something. */
static const char *
find_name (const char *names,
           gsize      *length)
{
  while (names != NULL && *names != '\0')
    {
      gsize own = strcspn (names, " \t\r\n");

      *length = get_stable_length (names, own);
      if (*length > 0)
        return names;
      names += own;
      names += strspn (names, " \t\r\n");
    }

  return NULL;
}

static char *
dup_selector (xmlNode *node)
{
  const char *tag = (const char *) node->name;
  char mark = '#';
  gsize length = 0;
  const char *name = find_name (plx_html_get_attribute (node, "id"), &length);

  if (name == NULL)
    {
      mark = '.';
      name = find_name (plx_html_get_attribute (node, "class"), &length);
    }

  return name != NULL ? g_strdup_printf ("%s%c%.*s", tag, mark, (int) length, name) : NULL;
}

/* No element around one has a name that tells something. */
#define NAMELESS G_MAXUINT

/**
 * Places:
 * @page: the page
 * @selectors: (array): of each element, its own selector, where one was made
 * @named: (array): of each element, 1 + the place of the next around it, or itself, whose names
 *   tell something; `NAMELESS` where there is none, 0 where nobody has asked yet
 *
 * What has been found out about the places in a page.
 */
typedef struct
{
  PlxHtmlPage  *page;
  char        **selectors;
  guint        *named;
} Places;

/* Of many elements no block asks. */
static guint
find_named (Places *self,
            guint   from)
{
  guint found = NAMELESS;
  guint at = from;

  for (; at != PLX_HTML_NONE; at = plx_html_page_get_element (self->page, at)->parent)
    {
      if (self->named[at] == 0)
        {
          self->selectors[at] = dup_selector (plx_html_page_get_element (self->page, at)->node);
          if (self->selectors[at] == NULL)
            continue;
          self->named[at] = at + 1;
        }
      found = self->named[at];
      break;
    }

  /* Who comes this way again need not go so far. */
  for (; from != at; from = plx_html_page_get_element (self->page, from)->parent)
    self->named[from] = found;

  return found;
}

/**
 * plx_html_content_mark_places:
 * @page: a page whose blocks are cut
 *
 * Notes on each block where it stands, as CSS would put it: `div#comments > p`. What is the same
 * from page to page of an outlet has the same place there.
 */
void
plx_html_content_mark_places (PlxHtmlPage *page)
{
  guint n = page->elements->len;
  g_autofree char **selectors = g_new0 (char *, n);
  g_autofree guint *named = g_new0 (guint, n);
  Places places = { page, selectors, named };

  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);
      const char *tag;
      guint at;

      if (block->element == PLX_HTML_NONE)
        continue;

      tag = (const char *) plx_html_page_get_element (page, block->element)->node->name;
      at = find_named (&places, block->element);
      if (at == NAMELESS)
        block->draft->place = g_strdup (tag);
      else if (at == block->element + 1)
        block->draft->place = g_strdup (selectors[at - 1]);
      else
        block->draft->place = g_strconcat (selectors[at - 1], " > ", tag, NULL);
    }

  for (guint i = 0; i < n; i++)
    g_free (selectors[i]);
}
