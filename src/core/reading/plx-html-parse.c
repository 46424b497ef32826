/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-parse"

#include "config.h"

#include "reading/plx-html-parse.h"

#include <libxml/SAX2.h>
#include <string.h>

#include "reading/plx-html-tags.h"
#include "reading/plx-html-strip.h"

/* Where a page tells its encoding, if it does. */
#define CHARSET_BYTES 4096

/* More open elements than a stripped page can have. */
#define MAX_OPEN 5000

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

/*
 * The page in UTF-8; what is made for that is put into @made. What is UTF-8 counts as that,
 * whatever the page claims.
 */
static const char *
to_utf8 (GBytes  *bytes,
         gsize   *length,
         char   **made)
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
      return data;
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
  *made = text;

  return text;
}

/* Notes on each element what it is, once and for all. */
static void
start_element (void           *data,
               const xmlChar  *name,
               const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  gsize length = strlen ((const char *) name);
  const PlxHtmlTagInfo *info = plx_html_tags_find ((const char *) name, length,
                                                   plx_html_tags_hash ((const char *) name,
                                                                       length));

  if (context->nameNr > MAX_OPEN)
    xmlStopParser (context);

  xmlSAX2StartElement (context, name, attributes);
  if (context->node != NULL && info != NULL)
    context->node->_private = GUINT_TO_POINTER (info->tag | info->kind << 8);
}

/**
 * plx_html_parse:
 * @bytes: a page
 *
 * Parses a page as far as reading needs it. Each element's `_private` holds its [enum@HtmlTag] and
 * [enum@HtmlKind].
 *
 * Returns: (transfer full) (nullable): the page
 */
htmlDocPtr
plx_html_parse (GBytes *bytes)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
  gsize length;
  g_autofree char *made = NULL;
  const char *text = to_utf8 (bytes, &length, &made);
  g_autofree char *stripped = NULL;
  htmlParserCtxtPtr context = htmlNewParserCtxt ();
  htmlDocPtr doc;

  if (context == NULL)
    return NULL;

  stripped = plx_html_strip (text, length, &length);
  context->sax->startElement = start_element;

  /* Without this the parser gives up at 256 levels, and real pages go deeper now and then. */
#if LIBXML_VERSION < 21400
  context->options |= XML_PARSE_HUGE;
#else
  options |= HTML_PARSE_HUGE;
#endif
  doc = htmlCtxtReadMemory (context, stripped, (int) length, NULL, "UTF-8", options);
  htmlFreeParserCtxt (context);

  return doc;
}
