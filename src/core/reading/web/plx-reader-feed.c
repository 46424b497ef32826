/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-feed"

#include "config.h"

#include "reading/plx-reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "reading/plx-charset.h"
#include "reading/web/plx-feed-tree.h"

/* A feed is a few articles; what is larger is an archive in the form of one. */
#define MAX_BYTES (64 * 1024 * 1024)

/* With its ampersands written as numbers it may be longer, but not by much. */
#define MAX_FIXED (2 * MAX_BYTES)

/* As g_str_has_prefix(), which measures all of @text each time. */
static gboolean
starts_with (const char *text,
             const char *start)
{
  return strncmp (text, start, strlen (start)) == 0;
}

/* In UTF-16, each ASCII character has a NUL beside it. */
static char *
dup_ascii (const guint8 *data,
           gsize         length)
{
  char *plain = g_malloc0 (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (data[i] != 0 && data[i] < 0x80)
      plain[n++] = data[i];

  return plain;
}

/* The first tag after the declarations, or NULL; gives the document type's declarations. */
static const char *
find_root (const char  *text,
           const char **subset)
{
  *subset = NULL;

  for (;;)
    {
      text += strspn (text, " \t\r\n");
      if (starts_with (text, "<?"))
        text = strstr (text, "?>");
      else if (starts_with (text, "<!--"))
        text = strstr (text, "-->");
      else if (g_ascii_strncasecmp (text, "<!DOCTYPE", 9) == 0)
        {
          gsize length = strcspn (text, "[>");

          if (text[length] == '[')
            {
              *subset = text + length;
              text = strstr (*subset, "]");
            }
          else
            text += length;
        }
      else
        return *text == '<' ? text : NULL;

      if (text == NULL || (text = strchr (text, '>')) == NULL)
        return NULL;
      text++;
    }
}

static gboolean
reader_feed_accepts (const guint8 *data,
                     gsize         length)
{
  g_autofree char *plain = dup_ascii (data, length);
  const char *subset;
  const char *root = find_root (plain, &subset);
  gsize name;

  /* A bomb of a feed is a feed, for us to say what is wrong with it. */
  if (root == NULL)
    return subset != NULL && strstr (plain, "<!DOCTYPE rss") != NULL;

  root++;
  name = strcspn (root, " \t\r\n/>");
  if ((name == 3 && strncmp (root, "rss", 3) == 0) ||
      (name == 4 && strncmp (root, "feed", 4) == 0) ||
      (name == 9 && strncmp (root, "atom:feed", 9) == 0))
    return TRUE;

  return name == 7 && strncmp (root, "rdf:RDF", 7) == 0 &&
         (strstr (root, "purl.org/rss/") != NULL || strstr (root, "rdf/simple/0.9") != NULL);
}

/* The encoding that the file claims, or NULL. */
static char *
dup_claimed (const char *data,
             gsize       length)
{
  g_autofree char *head = g_strndup (data, MIN (length, 200));
  char *found = strstr (head, "encoding=");

  if (found == NULL || !starts_with (head, "<?xml"))
    return NULL;
  found += strlen ("encoding=");

  return *found == '"' || *found == '\'' ? g_strndup (found + 1, strcspn (found + 1, "\"'?>"))
                                         : NULL;
}

/* The feed in UTF-8, without the control characters that XML forbids and feeds have. */
static char *
load (const PlxSource  *source,
      GError          **error)
{
  g_autoptr (GBytes) bytes = plx_source_load (source, MAX_BYTES, error);
  g_autofree char *claimed = NULL;
  const char *data;
  gsize length;
  char *text;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  claimed = dup_claimed (data, length);
  text = plx_charset_decode (data, length, claimed, NULL, NULL);
  if (text == NULL)
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_ENCODING,
                 "“%s” is in no encoding that we know.", source->name);
  for (char *p = text; p != NULL && *p != '\0'; p++)
    if ((guchar) *p < ' ' && *p != '\n' && *p != '\r' && *p != '\t')
      *p = ' ';

  return text;
}

/* The number of the character that “&name;” at @text stands for, or 0; gives where it ends. */
static guint
read_entity (const char  *text,
             const char **end)
{
  g_autofree char *name = NULL;
  const htmlEntityDesc *entity;
  gsize length = 0;

  while (length < 12 && g_ascii_isalnum (text[1 + length]))
    length++;
  if (length == 0 || text[1 + length] != ';')
    return 0;

  *end = text + length + 2;
  name = g_strndup (text + 1, length);
  if (strcmp (name, "apos") == 0)
    return '\'';
  entity = htmlEntityLookup ((const xmlChar *) name);

  return entity != NULL ? entity->value : 0;
}

/*
 * Feeds have entities of HTML, which XML does not know, and bare ampersands. After one of them
 * libxml2 drops what is escaped, so all are put as numbers; nothing is left that could be expanded.
 */
static char *
fix_entities (const char *text)
{
  GString *fixed = g_string_sized_new (strlen (text) + 1);

  while (*text != '\0')
    {
      const char *end = text + 1;
      guint c;

      if (starts_with (text, "<![CDATA["))
        {
          const char *close = strstr (text, "]]>");

          end = close != NULL ? close + 3 : text + strlen (text);
          g_string_append_len (fixed, text, end - text);
          /* Where the file breaks off, what there is of the text is worth having. */
          if (close == NULL)
            g_string_append (fixed, "]]>");
        }
      else if (*text != '&')
        {
          end = text + 1 + strcspn (text + 1, "&<");
          g_string_append_len (fixed, text, end - text);
        }
      else if (text[1] == '#')
        g_string_append_c (fixed, '&');
      else
        {
          c = read_entity (text, &end);
          g_string_append_printf (fixed, "&#%u;", c != 0 ? c : '&');
          if (c == 0)
            end = text + 1;
        }

      text = end;
    }

  return g_string_free (fixed, FALSE);
}

static gboolean
set_damaged (const PlxSource  *source,
             const char       *what,
             GError          **error)
{
  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED, "“%s” %s", source->name, what);

  return FALSE;
}

static gboolean
is_closed (const char *text,
           xmlNode    *root)
{
  g_autofree char *close = g_strdup_printf ("%s>", (const char *) root->name);
  const char *end = g_strrstr (text, "</");

  return end != NULL && strstr (end, close) != NULL;
}

static gboolean
reader_feed_read (const PlxSource  *source,
                  PlxReadingBatch  *batch,
                  GError          **error)
{
  const int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                      XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC;
  g_autofree char *text = load (source, error);
  g_autofree char *fixed = NULL;
  const char *subset = NULL;
  const char *root;
  GError *fault = NULL;
  xmlDocPtr doc;

  if (text == NULL)
    return FALSE;

  /* No feed declares entities; those that do mean harm. */
  root = find_root (text, &subset);
  if (root == NULL || subset != NULL)
    return set_damaged (source, root != NULL ? "declares abbreviations of its own, as no feed does."
                                             : "has no feed in it, or breaks off.", error);

  fixed = fix_entities (root);
  if (strlen (fixed) > MAX_FIXED)
    return set_damaged (source, "has more marks than text.", error);
  doc = xmlReadMemory (fixed, (int) strlen (fixed), NULL, "UTF-8", options);
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      g_clear_pointer (&doc, xmlFreeDoc);
      return set_damaged (source, "breaks off, or is no feed.", error);
    }

  plx_feed_read_tree (xmlDocGetRootElement (doc), source, batch);
  if (!is_closed (text, xmlDocGetRootElement (doc)))
    {
      set_damaged (source, "breaks off. What is left of it was read.", &fault);
      plx_reading_batch_fail (batch, source->name, fault);
    }
  xmlFreeDoc (doc);

  return TRUE;
}

const PlxReader plx_reader_feed = {
  .format = "feed",
  .accepts = reader_feed_accepts,
  .read = reader_feed_read,
};
