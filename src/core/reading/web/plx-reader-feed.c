/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-feed"

#include "config.h"

#include "reading/plx-reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "reading/plx-charset.h"
#include "reading/web/plx-feed.h"
#include "reading/html/plx-html-page.h"

/* A feed is a few articles; what is larger is an archive in the form of one. */
#define MAX_BYTES (64 * 1024 * 1024)
#define MAX_ITEMS 20000

/* With its ampersands written as numbers it may be longer, but not by much. */
#define MAX_FIXED (2 * MAX_BYTES)

#define ATOM_SPACE "http://www.w3.org/2005/Atom"

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

/* “content:encoded” is “encoded”, also where the prefix was never declared. */
static const char *
get_local_name (xmlNode *node)
{
  const char *name = (const char *) node->name;
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static gboolean
is_element (xmlNode    *node,
            const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp (get_local_name (node), name) == 0;
}

/* An element of the feed's own language: `media:title` is not the article's title. */
static gboolean
is_own (xmlNode    *node,
        const char *name)
{
  if (!is_element (node, name) || strchr ((const char *) node->name, ':') != NULL)
    return FALSE;

  return node->ns == NULL || node->ns->prefix == NULL ||
         (node->parent != NULL && node->parent->ns != NULL &&
          xmlStrEqual (node->ns->href, node->parent->ns->href));
}

static gboolean
has_prefix (xmlNode    *node,
            const char *prefix,
            const char *name)
{
  const char *colon = strchr ((const char *) node->name, ':');

  if (!is_element (node, name))
    return FALSE;
  if (colon != NULL)
    return strncmp ((const char *) node->name, prefix, strlen (prefix)) == 0;

  return node->ns != NULL && node->ns->prefix != NULL &&
         strcmp ((const char *) node->ns->prefix, prefix) == 0;
}

/* A prefix means nothing to HTML. */
static void
drop_prefixes (xmlNode *node)
{
  for (xmlNode *at = node; at != NULL; at = plx_html_next (at, node, TRUE))
    if (at->type == XML_ELEMENT_NODE)
      at->ns = NULL;
}

/* The text in an element; markup that stands in it unescaped comes along as markup. */
static char *
dup_content (xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (xmlNode *at = node->children; at != NULL; at = at->next)
    {
      if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) && at->content != NULL)
        g_string_append (text, (const char *) at->content);
      else if (at->type == XML_ELEMENT_NODE)
        {
          xmlBufferPtr buffer = xmlBufferCreate ();

          drop_prefixes (at);
          if (xmlNodeDump (buffer, at->doc, at, 0, 0) > 0)
            g_string_append (text, (const char *) xmlBufferContent (buffer));
          xmlBufferFree (buffer);
        }
    }

  g_strstrip (text->str);
  text->len = strlen (text->str);

  return g_string_free (text, text->len == 0);
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlAttr *attribute = xmlHasProp (node, (const xmlChar *) name);
  xmlNode *value = attribute != NULL ? attribute->children : NULL;

  return value != NULL && value->content != NULL && value->type == XML_TEXT_NODE
             ? g_strdup ((const char *) value->content)
             : NULL;
}

/* Text that is no HTML has to be escaped where HTML is expected. */
static char *
dup_typed (xmlNode *node)
{
  g_autofree char *type = dup_attribute (node, "type");
  g_autofree char *content = dup_content (node);

  if (content == NULL || node->ns == NULL ||
      strcmp ((const char *) node->ns->href, ATOM_SPACE) != 0 ||
      (type != NULL && strcmp (type, "text") != 0 && strcmp (type, "text/plain") != 0))
    return g_steal_pointer (&content);

  return g_markup_escape_text (content, -1);
}

/* Takes @value where nothing is there yet. */
static void
take (char        **to,
      char         *value,
      PlxFeedItem  *item,
      PlxField      field,
      const char   *where)
{
  if (*to != NULL || value == NULL)
    {
      g_free (value);
      return;
    }

  *to = value;
  if (item != NULL)
    item->where[field] = where;
}

static char *
dup_web_address (const PlxFeed *feed,
                 const char    *address)
{
  g_autofree char *stripped = address != NULL ? g_strstrip (g_strdup (address)) : NULL;
  g_autofree char *whole = NULL;

  if (stripped == NULL || *stripped == '\0' || !g_utf8_validate (stripped, -1, NULL))
    return NULL;
  if (strstr (stripped, "://") == NULL && feed->address != NULL)
    {
      whole = g_uri_resolve_relative (feed->address, stripped, G_URI_FLAGS_PARSE_RELAXED, NULL);
      g_set_str (&stripped, whole);
    }

  return stripped != NULL && (starts_with (stripped, "http://") ||
                              starts_with (stripped, "https://"))
             ? g_steal_pointer (&stripped)
             : NULL;
}

static void
take_link (PlxFeed     *feed,
           PlxFeedItem *item,
           xmlNode     *node)
{
  g_autofree char *href = dup_attribute (node, "href");
  g_autofree char *rel = dup_attribute (node, "rel");
  g_autofree char *text = href == NULL ? dup_content (node) : NULL;
  char *address = NULL;

  if (rel == NULL || strcmp (rel, "alternate") == 0)
    address = dup_web_address (feed, href != NULL ? href : text);

  take (&item->address, address, item, PLX_FIELD_ADDRESS,
        href != NULL ? "entry/link" : "item/link");
}

/* A `guid` is an address unless it says that it is none. */
static void
take_guid (PlxFeed     *feed,
           PlxFeedItem *item,
           xmlNode     *node)
{
  g_autofree char *permanent = dup_attribute (node, "isPermaLink");
  g_autofree char *text = dup_content (node);

  if (permanent == NULL || strcmp (permanent, "false") != 0)
    take (&item->address, dup_web_address (feed, text), item, PLX_FIELD_ADDRESS, "item/guid");
}

static xmlNode *
find_child (xmlNode    *node,
            const char *name)
{
  for (xmlNode *at = node->children; at != NULL; at = at->next)
    if (is_element (at, name))
      return at;

  return NULL;
}

/* Several authors are one field. */
static void
take_author (char        **author,
             xmlNode      *node,
             PlxFeedItem  *item,
             const char   *where)
{
  xmlNode *name = find_child (node, "name");
  g_autofree char *text = dup_content (name != NULL ? name : node);
  g_autofree char *before = g_steal_pointer (author);

  *author = before != NULL && text != NULL && strlen (before) < 500
                ? g_strdup_printf ("%s, %s", before, text)
                : g_strdup (before != NULL ? before : text);
  if (item != NULL)
    item->where[PLX_FIELD_AUTHOR] = where;
}

static void
take_category (PlxFeedItem *item,
               xmlNode     *node)
{
  char *label = dup_attribute (node, "label");
  char *value = label != NULL ? label : dup_attribute (node, "term");

  take (&item->section, value != NULL ? value : dup_content (node), item, PLX_FIELD_SECTION,
        "item/category");
}

static void
take_element (PlxFeed     *feed,
              PlxFeedItem *item,
              xmlNode     *node,
              gboolean     atom)
{
  if (is_own (node, "title"))
    take (&item->title, dup_typed (node), item, PLX_FIELD_HEADLINE,
          atom ? "entry/title" : "item/title");
  else if (is_own (node, "link") || (is_element (node, "link") && item->address == NULL))
    take_link (feed, item, node);
  else if (is_element (node, "guid"))
    take_guid (feed, item, node);
  else if (is_element (node, "encoded") || (atom && is_own (node, "content")))
    take (&item->content, dup_typed (node), NULL, 0, NULL);
  else if (is_own (node, "description") || (atom && is_own (node, "summary")))
    take (&item->teaser, dup_typed (node), item, PLX_FIELD_STANDFIRST,
          atom ? "entry/summary" : "item/description");
  else if (is_own (node, "author"))
    take_author (&item->author, node, item, atom ? "entry/author" : "item/author");
  else if (has_prefix (node, "dc", "creator"))
    take_author (&item->author, node, item, "dc:creator");
  else if (is_own (node, "pubDate") || is_own (node, "published") || is_own (node, "issued"))
    take (&item->published, dup_content (node), item, PLX_FIELD_PUBLISHED,
          atom ? "entry/published" : "item/pubDate");
  else if (has_prefix (node, "dc", "date"))
    take (&item->published, dup_content (node), item, PLX_FIELD_PUBLISHED, "dc:date");
  else if (is_own (node, "updated") || is_own (node, "modified"))
    take (&item->updated, dup_content (node), NULL, 0, NULL);
  else if (is_own (node, "category"))
    take_category (item, node);
  else if (is_own (node, "source") && !atom)
    take (&item->outlet, dup_content (node), NULL, 0, NULL);
  else if (is_own (node, "source") && find_child (node, "title") != NULL)
    take (&item->outlet, dup_content (find_child (node, "title")), NULL, 0, NULL);
}

static void
read_item (PlxFeed         *feed,
           xmlNode         *node,
           const PlxSource *source,
           PlxReadingBatch *batch)
{
  gboolean atom = strcmp (feed->format, "atom") == 0;
  PlxFeedItem item = { 0 };

  for (xmlNode *at = node->children; at != NULL; at = at->next)
    if (at->type == XML_ELEMENT_NODE)
      take_element (feed, &item, at, atom);
  if (item.published == NULL && item.updated != NULL)
    item.where[PLX_FIELD_PUBLISHED] = "entry/updated";
  /* A channel may give the date of all. */
  item.where[PLX_FIELD_LANGUAGE] = atom ? "feed/xml:lang" : "channel/language";

  plx_feed_add_item (feed, &item, source, batch);
  plx_feed_item_clear (&item);
}

/* What the feed says of itself, from the children of @node. */
static void
read_channel (PlxFeed *feed,
              xmlNode *node)
{
  for (xmlNode *at = node->children; at != NULL; at = at->next)
    {
      if (at->type != XML_ELEMENT_NODE)
        continue;

      if (is_own (at, "title"))
        take (&feed->title, dup_typed (at), NULL, 0, NULL);
      else if (is_own (at, "link"))
        {
          PlxFeedItem link = { 0 };

          take_link (feed, &link, at);
          take (&feed->address, g_steal_pointer (&link.address), NULL, 0, NULL);
        }
      else if (is_element (at, "language"))
        take (&feed->language, dup_content (at), NULL, 0, NULL);
      else if (is_own (at, "author") && strcmp (feed->format, "atom") == 0)
        take_author (&feed->author, at, NULL, NULL);
    }
}

/* RSS has its items in the channel, RDF beside it, Atom in the feed. */
static void
read_items (PlxFeed         *feed,
            xmlNode         *node,
            const PlxSource *source,
            PlxReadingBatch *batch,
            guint           *n)
{
  for (xmlNode *at = node->children; at != NULL && *n < MAX_ITEMS; at = at->next)
    {
      if (g_cancellable_is_cancelled (source->cancellable))
        return;
      if (!is_element (at, "item") && !is_element (at, "entry"))
        continue;

      read_item (feed, at, source, batch);
      (*n)++;
    }
}

static void
read_feed (xmlNode         *root,
           const PlxSource *source,
           PlxReadingBatch *batch)
{
  PlxFeed feed = { .format = is_element (root, "feed") ? "atom" : "rss" };
  xmlNode *channel = find_child (root, "channel");
  guint n = 0;

  if (channel != NULL)
    read_channel (&feed, channel);
  else
    read_channel (&feed, root);
  if (feed.language == NULL)
    feed.language = dup_attribute (root, "lang");

  if (channel != NULL)
    read_items (&feed, channel, source, batch, &n);
  read_items (&feed, root, source, batch, &n);
  plx_feed_clear (&feed);
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

  read_feed (xmlDocGetRootElement (doc), source, batch);
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
