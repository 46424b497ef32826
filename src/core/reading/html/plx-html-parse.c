/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-parse"

#include "config.h"

#include "reading/html/plx-html-parse.h"

#include <libxml/SAX2.h>
#include <string.h>

#include "reading/plx-charset.h"
#include "reading/html/plx-html-strip.h"
#include "reading/html/plx-html-tags.h"
#include "reading/plx-reading.h"

/* Where a page tells its encoding, if it does. */
#define CHARSET_BYTES 4096

/* More open elements than a stripped page can have. */
#define MAX_OPEN 5000

/* The encoding that the page claims, or NULL: in a meta element, or as XML does. */
static char *
find_charset (const char *data,
              gsize       size)
{
  static const char *const marks[] = { "charset=", "encoding=" };
  g_autofree char *head = g_strndup (data, MIN (size, CHARSET_BYTES));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *found = strcasestr (head, marks[i]);
      gsize length;

      if (found == NULL)
        continue;
      found += strlen (marks[i]);
      found += strspn (found, " \"'");
      length = strcspn (found, " \"'/>;?\r\n");
      if (length > 0 && length < 40)
        return g_strndup (found, length);
    }

  return NULL;
}

/* Whether it is in one of the encodings in which a tag is not the bytes that it looks like. */
static gboolean
is_wide (const char *data,
         gsize       size)
{
  return size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0 ||
                       memchr (data, '\0', size) != NULL || memchr (data, 0x1B, size) != NULL);
}

/*
 * What reading needs of a page, in UTF-8. Most pages are UTF-8 as they are. In all other encodings
 * but the wide ones markup looks the same: it is taken away first, since it says nothing about
 * the encoding and is most of the page.
 */
static char *
strip_to_utf8 (GBytes      *bytes,
               const char  *name,
               gsize       *length,
               GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean wide = is_wide (data, size);
  g_autofree char *charset = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!wide && g_utf8_validate_len (data, size, NULL))
    return plx_html_strip (data, size, length);

  charset = find_charset (data, size);
  if (!wide)
    {
      first = plx_html_strip (data, size, length);
      second = plx_charset_decode (first, *length, charset, NULL, length);
      /* Better a wrong letter here and there than no article. */
      if (second == NULL)
        second = g_convert_with_fallback (first, *length, "UTF-8", "WINDOWS-1252", "?", NULL,
                                          length, NULL);
      if (second != NULL)
        return g_steal_pointer (&second);
    }
  else if ((first = plx_charset_decode (data, size, charset, NULL, length)) != NULL)
    return plx_html_strip (first, *length, length);

  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_ENCODING,
               "“%s” is not text in any encoding that we know.", name);

  return NULL;
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
 * @name: what to call it, for people
 *
 * Parses a page as far as reading needs it. Each element's `_private` holds its [enum@HtmlTag] and
 * [enum@HtmlKind].
 *
 * Returns: (transfer full): the page, which has a root element, or `NULL` with @error set
 */
htmlDocPtr
plx_html_parse (GBytes      *bytes,
                const char  *name,
                GError     **error)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
  gsize length;
  g_autofree char *stripped = strip_to_utf8 (bytes, name, &length, error);
  htmlParserCtxtPtr context;
  htmlDocPtr doc;

  if (stripped == NULL)
    return NULL;

  context = htmlNewParserCtxt ();
  context->sax->startElement = start_element;

  /* Without this the parser gives up at 256 levels, and real pages go deeper now and then. */
#if LIBXML_VERSION < 21400
  context->options |= XML_PARSE_HUGE;
#else
  options |= HTML_PARSE_HUGE;
#endif
  doc = htmlCtxtReadMemory (context, stripped, (int) length, NULL, "UTF-8", options);
  htmlFreeParserCtxt (context);

  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      g_clear_pointer (&doc, xmlFreeDoc);
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_EMPTY,
                   "“%s” is empty: there is no text in it.", name);
    }

  return doc;
}
