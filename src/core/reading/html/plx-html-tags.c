/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-tags"

#include "config.h"

#include "reading/html/plx-html-tags.h"

#include <string.h>

/* A power of two, several times as many as there are names. */
#define N_SLOTS 512

/* No name of the table is longer. */
#define MAX_NAME 24

static PlxHtmlTagInfo infos[] = {
  { "a", PLX_HTML_LINK },
  { "address", PLX_HTML_ADDRESS, .closes = 'p' },
  { "area", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "amp-ad", PLX_HTML_DROPPED, .nothing = TRUE },
  { "amp-analytics", PLX_HTML_DROPPED, .nothing = TRUE },
  { "amp-consent", PLX_HTML_ASIDE },
  { "amp-embed", PLX_HTML_DROPPED, .nothing = TRUE },
  { "amp-iframe", PLX_HTML_DROPPED, .nothing = TRUE },
  { "amp-img", PLX_HTML_DROPPED, .nothing = TRUE },
  { "amp-sidebar", PLX_HTML_NAV },
  { "amp-state", PLX_HTML_DROPPED, .nothing = TRUE },
  { "amp-sticky-ad", PLX_HTML_DROPPED, .nothing = TRUE },
  { "amp-user-notification", PLX_HTML_ASIDE },
  { "amp-video", PLX_HTML_DROPPED, .nothing = TRUE },
  { "article", PLX_HTML_ARTICLE },
  { "aside", PLX_HTML_ASIDE },
  { "audio", PLX_HTML_DROPPED, .nothing = TRUE },
  { "b", PLX_HTML_INLINE },
  { "base", PLX_HTML_DROPPED, .empty = TRUE },
  { "big", PLX_HTML_INLINE },
  { "blockquote", PLX_HTML_QUOTE, .closes = 'p' },
  { "body", PLX_HTML_BLOCK, .priority = 200 },
  { "br", PLX_HTML_BREAK, .empty = TRUE },
  { "button", PLX_HTML_FORM },
  { "canvas", PLX_HTML_DROPPED, .nothing = TRUE },
  { "caption", PLX_HTML_CAPTION },
  { "center", PLX_HTML_BLOCK, .closes = 'p' },
  { "col", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "datalist", PLX_HTML_DROPPED, .nothing = TRUE },
  { "dd", PLX_HTML_ITEM, .closes = 'd' },
  { "details", PLX_HTML_BLOCK },
  { "div", PLX_HTML_BLOCK, .closes = 'p', .priority = 150 },
  { "dl", PLX_HTML_LIST, .closes = 'p' },
  { "dt", PLX_HTML_ITEM, .closes = 'd' },
  { "em", PLX_HTML_INLINE },
  { "embed", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "fieldset", PLX_HTML_FORM },
  { "figcaption", PLX_HTML_CAPTION },
  { "figure", PLX_HTML_FIGURE },
  { "font", PLX_HTML_INLINE },
  { "footer", PLX_HTML_FOOTER },
  { "form", PLX_HTML_FORM, .closes = 'p' },
  { "h1", PLX_HTML_HEADING, .kind = PLX_HTML_KIND_H1, .closes = 'p' },
  { "h2", PLX_HTML_HEADING, .closes = 'p' },
  { "h3", PLX_HTML_HEADING, .closes = 'p' },
  { "h4", PLX_HTML_HEADING, .closes = 'p' },
  { "h5", PLX_HTML_HEADING, .closes = 'p' },
  { "h6", PLX_HTML_HEADING, .closes = 'p' },
  { "head", PLX_HTML_DROPPED, .priority = 200 },
  { "header", PLX_HTML_HEADER },
  { "hgroup", PLX_HTML_BLOCK },
  { "hr", PLX_HTML_BLOCK, .empty = TRUE },
  { "html", PLX_HTML_BLOCK, .kind = PLX_HTML_KIND_HTML, .priority = 220 },
  { "i", PLX_HTML_INLINE },
  { "iframe", PLX_HTML_DROPPED, .nothing = TRUE, .raw = TRUE },
  { "img", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "input", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "ins", PLX_HTML_INLINE },
  { "label", PLX_HTML_BLOCK },
  { "legend", PLX_HTML_BLOCK },
  { "li", PLX_HTML_ITEM, .closes = 'i' },
  { "link", PLX_HTML_DROPPED, .kind = PLX_HTML_KIND_LINK, .empty = TRUE },
  { "main", PLX_HTML_MAIN },
  { "map", PLX_HTML_DROPPED, .nothing = TRUE },
  { "mark", PLX_HTML_INLINE },
  { "math", PLX_HTML_INLINE },
  { "menu", PLX_HTML_NAV },
  { "meta", PLX_HTML_DROPPED, .kind = PLX_HTML_KIND_META, .empty = TRUE },
  { "nav", PLX_HTML_NAV },
  { "noscript", PLX_HTML_DROPPED },
  { "object", PLX_HTML_DROPPED, .nothing = TRUE },
  { "ol", PLX_HTML_LIST, .closes = 'p' },
  { "option", PLX_HTML_DROPPED, .nothing = TRUE, .closes = 'o' },
  { "p", PLX_HTML_PARAGRAPH, .closes = 'p' },
  { "param", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "picture", PLX_HTML_DROPPED, .nothing = TRUE },
  { "pre", PLX_HTML_PARAGRAPH, .closes = 'p' },
  { "script", PLX_HTML_DROPPED, .kind = PLX_HTML_KIND_SCRIPT, .raw = TRUE },
  { "section", PLX_HTML_BLOCK },
  { "select", PLX_HTML_DROPPED, .nothing = TRUE },
  { "small", PLX_HTML_INLINE },
  { "source", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "span", PLX_HTML_INLINE },
  { "strong", PLX_HTML_INLINE },
  { "style", PLX_HTML_DROPPED, .nothing = TRUE, .raw = TRUE },
  { "summary", PLX_HTML_BLOCK },
  { "svg", PLX_HTML_DROPPED, .nothing = TRUE },
  { "table", PLX_HTML_TABLE, .closes = 'p', .priority = 190 },
  { "tbody", PLX_HTML_BLOCK, .priority = 180 },
  { "td", PLX_HTML_CELL, .closes = 'c', .priority = 160 },
  { "template", PLX_HTML_DROPPED },
  { "textarea", PLX_HTML_DROPPED, .nothing = TRUE, .raw = TRUE },
  { "tfoot", PLX_HTML_BLOCK, .priority = 180 },
  { "th", PLX_HTML_CELL, .closes = 'c', .priority = 160 },
  { "thead", PLX_HTML_BLOCK, .priority = 180 },
  { "time", PLX_HTML_INLINE, .kind = PLX_HTML_KIND_TIME },
  { "title", PLX_HTML_DROPPED, .kind = PLX_HTML_KIND_TITLE },
  { "tr", PLX_HTML_ROW, .closes = 'r', .priority = 170 },
  { "track", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
  { "u", PLX_HTML_INLINE },
  { "ul", PLX_HTML_LIST, .closes = 'p' },
  { "video", PLX_HTML_DROPPED, .nothing = TRUE },
  { "wbr", PLX_HTML_DROPPED, .nothing = TRUE, .empty = TRUE },
};

/**
 * plx_html_tags_hash:
 * @name: the name of an element, in small or capital letters
 * @length: bytes in it
 *
 * Returns: a number that is the same for the same name
 */
guint
plx_html_tags_hash (const char *name,
                    gsize       length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) g_ascii_tolower (name[i])) * 16777619u;

  return hash ^ (hash >> 15);
}

static PlxHtmlTagInfo **
get_slots (void)
{
  static gsize once = 0;
  static PlxHtmlTagInfo *slots[N_SLOTS];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
        {
          guint at = plx_html_tags_hash (infos[i].name, strlen (infos[i].name)) % N_SLOTS;

          while (slots[at] != NULL)
            at = (at + 1) % N_SLOTS;
          slots[at] = &infos[i];
          if (infos[i].priority == 0)
            infos[i].priority = PLX_HTML_PRIORITY;
        }
      g_once_init_leave (&once, 1);
    }

  return slots;
}

/**
 * plx_html_tags_find:
 * @name: the name of an element, in small or capital letters
 * @length: bytes in it
 * @hash: its [func@html_tags_hash]
 *
 * Returns: (nullable): what is known of it; `NULL` of an element that means nothing to us
 */
const PlxHtmlTagInfo *
plx_html_tags_find (const char *name,
                    gsize       length,
                    guint       hash)
{
  PlxHtmlTagInfo **slots = get_slots ();

  if (length > MAX_NAME)
    return NULL;

  for (guint at = hash % N_SLOTS; slots[at] != NULL; at = (at + 1) % N_SLOTS)
    if (g_ascii_strncasecmp (slots[at]->name, name, length) == 0 &&
        slots[at]->name[length] == '\0')
      return slots[at];

  return NULL;
}
