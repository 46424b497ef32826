/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-feed"

#include "config.h"

#include "reading/web/plx-feed-tree.h"

#include <string.h>

#include "reading/html/plx-html-page.h"
#include "reading/web/plx-feed.h"

/* From the elements of a feed, whether RSS, RDF or Atom, to its items. */

/* A feed is a few articles; what has more is an archive in the form of one. */
#define MAX_ITEMS 20000

#define ATOM_SPACE "http://www.w3.org/2005/Atom"

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

  return stripped != NULL && (g_str_has_prefix (stripped, "http://") ||
                              g_str_has_prefix (stripped, "https://"))
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

/**
 * plx_feed_read_tree:
 * @root: the root of a feed
 * @source: where it comes from
 * @batch: where its items go
 *
 * Reads what a feed says of itself and its items.
 */
void
plx_feed_read_tree (xmlNode         *root,
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
