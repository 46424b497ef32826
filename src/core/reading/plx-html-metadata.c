/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-metadata"

#include "config.h"

#include "reading/plx-html-metadata.h"

#include <string.h>

#include "reading/plx-dates.h"
#include "reading/plx-head.h"
#include "reading/plx-json-ld.h"
#include "reading/plx-outlets.h"

/* A byline is no longer than this. */
#define BYLINE_BYTES 160

/**
 * Finds:
 * @metas: the page's meta elements: name in small letters → content, the first of each
 * @ld: its linked data
 * @title: (nullable): the title element's text
 * @heading: (nullable): the text of its main heading
 * @canonical: (nullable): the address that it gives itself
 * @language: (nullable): the language that it gives itself
 * @rel_author: (nullable): a link to the author
 * @item_author: (nullable): an element marked as the author
 * @class_author: (nullable): an element whose class names it a byline
 * @time_published: (nullable): a time element marked as that of publication
 * @time_first: (nullable): the first time element
 * @class_date: (nullable): the text of an element whose class names it a date
 * @item_date: (nullable): an element marked as the date of publication
 *
 * What the page tells of itself, before it is weighed.
 */
typedef struct
{
  GHashTable *metas;
  PlxJsonLd  *ld;
  char       *title;
  char       *heading;
  char       *canonical;
  char       *language;
  char       *rel_author;
  char       *item_author;
  char       *class_author;
  char       *time_published;
  char       *time_first;
  char       *class_date;
  char       *item_date;
  char       *item_modified;
} Finds;

static void
finds_clear (Finds *finds)
{
  g_hash_table_unref (finds->metas);
  plx_json_ld_free (finds->ld);
  g_free (finds->title);
  g_free (finds->heading);
  g_free (finds->canonical);
  g_free (finds->language);
  g_free (finds->rel_author);
  g_free (finds->item_author);
  g_free (finds->class_author);
  g_free (finds->time_published);
  g_free (finds->time_first);
  g_free (finds->class_date);
  g_free (finds->item_date);
  g_free (finds->item_modified);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finds, finds_clear)

static void
take_meta (Finds   *finds,
           xmlNode *node)
{
  const char *content = plx_html_get_attribute (node, "content");
  const char *names[] = { plx_html_get_attribute (node, "property"),
                          plx_html_get_attribute (node, "name"),
                          plx_html_get_attribute (node, "itemprop"),
                          plx_html_get_attribute (node, "http-equiv") };

  for (guint i = 0; i < G_N_ELEMENTS (names) && content != NULL && *content != '\0'; i++)
    {
      g_auto (GStrv) parts = NULL;

      if (names[i] == NULL)
        continue;

      parts = g_strsplit_set (names[i], " \t\n", -1);
      for (guint k = 0; parts[k] != NULL; k++)
        {
          char *lower = g_ascii_strdown (parts[k], -1);

          for (char *p = lower; *p != '\0'; p++)
            if (*p == '.')
              *p = ':';
          if (*lower == '\0' || g_hash_table_contains (finds->metas, lower))
            g_free (lower);
          else
            g_hash_table_insert (finds->metas, lower, plx_text_squash (content, -1));
        }
    }
}

static void
take_link (Finds   *finds,
           xmlNode *node)
{
  const char *rel = plx_html_get_attribute (node, "rel");
  const char *href = plx_html_get_attribute (node, "href");

  if (rel != NULL && href != NULL && strcmp (rel, "canonical") == 0 && finds->canonical == NULL)
    finds->canonical = g_strdup (href);
}

static void
take_text (char    **field,
           xmlNode  *node,
           gsize     max)
{
  g_autofree char *text = NULL;

  if (*field != NULL)
    return;
  text = plx_html_dup_text (node);
  if (*text != '\0' && strlen (text) <= max)
    *field = g_steal_pointer (&text);
}

static void
take_time (Finds   *finds,
           xmlNode *node)
{
  const char *datetime = plx_html_get_attribute (node, "datetime");
  const char *itemprop = plx_html_get_attribute (node, "itemprop");
  const char *class_name = plx_html_get_attribute (node, "class");
  g_autofree char *text = NULL;

  if (datetime == NULL || *datetime == '\0')
    {
      text = plx_html_dup_text (node);
      datetime = text;
    }

  if (finds->time_published == NULL &&
      (plx_html_get_attribute (node, "pubdate") != NULL ||
       (itemprop != NULL && strstr (itemprop, "datePublished") != NULL) ||
       (class_name != NULL && (strstr (class_name, "publish") != NULL ||
                               strstr (class_name, "entry-date") != NULL))))
    finds->time_published = g_strdup (datetime);
  if (finds->time_first == NULL)
    finds->time_first = g_strdup (datetime);
}

static void
take_itemprop (Finds   *finds,
               xmlNode *node)
{
  const char *itemprop = plx_html_get_attribute (node, "itemprop");
  const char *value = plx_html_get_attribute (node, "content");

  if (itemprop == NULL)
    return;
  if (strstr (itemprop, "author") != NULL)
    take_text (&finds->item_author, node, BYLINE_BYTES);
  if (value == NULL)
    value = plx_html_get_attribute (node, "datetime");
  if (strstr (itemprop, "datePublished") != NULL && finds->item_date == NULL)
    finds->item_date = value != NULL ? g_strdup (value) : plx_html_dup_text (node);
  if (strstr (itemprop, "dateModified") != NULL && finds->item_modified == NULL)
    finds->item_modified = value != NULL ? g_strdup (value) : plx_html_dup_text (node);
}

static gboolean
names_contain (const char *names,
               const char *part)
{
  return names != NULL && plx_text_contains (names, part);
}

static void
take_by_class (Finds   *finds,
               xmlNode *node)
{
  const char *class_name = plx_html_get_attribute (node, "class");
  const char *id = plx_html_get_attribute (node, "id");
  const char *rel = plx_html_get_attribute (node, "rel");

  if (rel != NULL && names_contain (rel, "author"))
    take_text (&finds->rel_author, node, BYLINE_BYTES);
  if (class_name == NULL && id == NULL)
    return;

  if (names_contain (class_name, "byline") || names_contain (class_name, "author") ||
      names_contain (id, "byline"))
    take_text (&finds->class_author, node, BYLINE_BYTES);

  if (finds->class_date == NULL &&
      (names_contain (class_name, "date") || names_contain (class_name, "time") ||
       names_contain (class_name, "publish") || names_contain (class_name, "posted") ||
       names_contain (class_name, "datum") || names_contain (id, "date") ||
       names_contain (class_name, "meta") || names_contain (class_name, "byline")))
    {
      g_autofree char *text = plx_html_dup_text (node);
      PlxDateFind find;

      if (strlen (text) < 200 && plx_dates_find (text, FALSE, &find))
        finds->class_date = g_steal_pointer (&text);
    }
}

static void
take_element (Finds   *finds,
              xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (strcmp (name, "meta") == 0)
    take_meta (finds, node);
  else if (strcmp (name, "link") == 0)
    take_link (finds, node);
  else if (strcmp (name, "title") == 0)
    take_text (&finds->title, node, 1000);
  else if (strcmp (name, "h1") == 0)
    take_text (&finds->heading, node, 400);
  else if (strcmp (name, "time") == 0)
    take_time (finds, node);
  else if (strcmp (name, "html") == 0 && finds->language == NULL)
    finds->language = g_strdup (plx_html_get_attribute (node, "lang"));
  else if (strcmp (name, "script") == 0)
    {
      const char *type = plx_html_get_attribute (node, "type");

      if (names_contain (type, "ld+json") && node->children != NULL &&
          node->children->content != NULL)
        plx_json_ld_add (finds->ld, (const char *) node->children->content);
      return;
    }

  if (node->properties != NULL)
    {
      take_itemprop (finds, node);
      take_by_class (finds, node);
    }
}

static const char *
find_meta (Finds              *finds,
           const char *const  *names,
           const char        **found)
{
  for (; *names != NULL; names++)
    {
      const char *value = g_hash_table_lookup (finds->metas, *names);

      if (value != NULL && *value != '\0')
        {
          *found = *names;
          return value;
        }
    }

  return NULL;
}

/* “Headline | Site”: the site's name is not part of the headline. */
static char *
strip_site (const char *title,
            const char *site)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ",
                                            " / ", " « " };
  g_autofree char *text = g_strdup (title);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *last = g_strrstr (text, separators[i]);
      const char *tail;
      gboolean is_site;

      if (last == NULL)
        continue;
      tail = last + strlen (separators[i]);
      is_site = site != NULL && (plx_text_contains (tail, site) || plx_text_contains (site, tail));
      if (is_site || (i != 1 && i != 2 && i != 3 && i != 8 &&
                      last - text > (gssize) strlen (tail)) ||
          (i >= 1 && i <= 3 && strlen (tail) < 30 && last - text > 25))
        *last = '\0';
    }

  return g_strdup (g_strstrip (text));
}

static void
find_headline (Finds       *finds,
               const char  *site,
               PlxDocument *document)
{
  static const char *const names[] = { "og:title", "dc:title", "dcterms:title", "twitter:title",
                                       "parsely-title", "sailthru:title", "title", NULL };
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);
  g_autofree char *stripped = NULL;

  if (finds->ld->headline != NULL && (finds->title == NULL || meta == NULL ||
                                      plx_text_contains (finds->title, finds->ld->headline) ||
                                      plx_text_contains (meta, finds->ld->headline)))
    {
      plx_document_set_field (document, PLX_FIELD_HEADLINE, finds->ld->headline, "json-ld");
      return;
    }

  if (meta == NULL && finds->title == NULL)
    {
      plx_document_set_field (document, PLX_FIELD_HEADLINE, finds->heading, "h1");
      return;
    }

  /* What both the title and the page itself say is the headline. */
  if (finds->heading != NULL && strlen (finds->heading) > 15 &&
      ((finds->title != NULL && plx_text_contains (finds->title, finds->heading)) ||
       (meta != NULL && plx_text_contains (meta, finds->heading))))
    {
      plx_document_set_field (document, PLX_FIELD_HEADLINE, finds->heading, "h1");
      return;
    }

  stripped = strip_site (meta != NULL ? meta : finds->title, site);
  plx_document_set_field (document, PLX_FIELD_HEADLINE, stripped, meta != NULL ? found : "title");
}

static gboolean
is_author (const char *text)
{
  return text != NULL && *text != '\0' && strstr (text, "://") == NULL && text[0] != '@' &&
         text[0] != '/' && strlen (text) <= BYLINE_BYTES;
}

static void
find_author (Finds       *finds,
             PlxDocument *document)
{
  static const char *const names[] = { "author", "article:author", "dc:creator", "dcterms:creator",
                                       "parsely-author", "sailthru:author", "byl", "citation_author",
                                       "article:author_name", "authors", "cxenseparse:author",
                                       "og:author", "dc:contributor", NULL };
  const char *found = NULL;
  const char *meta = NULL;
  const struct
  {
    const char *value;
    const char *found;
  } elements[] = {
    { finds->item_author, "itemprop" },
    { finds->rel_author, "rel=author" },
    { finds->class_author, "class" },
  };

  for (guint i = 0; names[i] != NULL && meta == NULL; i++)
    {
      const char *value = g_hash_table_lookup (finds->metas, names[i]);

      if (is_author (value))
        {
          meta = value;
          found = names[i];
        }
    }

  if (is_author (finds->ld->author))
    {
      plx_document_set_field (document, PLX_FIELD_AUTHOR, finds->ld->author, "json-ld");
      return;
    }
  if (meta != NULL)
    {
      g_autofree char *name = plx_head_clean_byline (meta);

      plx_document_set_field (document, PLX_FIELD_AUTHOR, name, found);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (is_author (elements[i].value))
      {
        g_autofree char *name = plx_head_clean_byline (elements[i].value);

        plx_document_set_field (document, PLX_FIELD_AUTHOR, name, elements[i].found);
        return;
      }
}

static void
find_outlet (Finds       *finds,
             PlxDocument *document)
{
  static const char *const names[] = { "og:site_name", "application-name", "dc:publisher",
                                       "dcterms:publisher", "publisher", "copyright",
                                       "apple-mobile-web-app-title", NULL };
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);
  const char *known = plx_outlets_find_by_address (document->fields[PLX_FIELD_ADDRESS]);

  if (meta != NULL && strcmp (found, "og:site_name") == 0)
    plx_document_set_field (document, PLX_FIELD_OUTLET, meta, found);
  else if (finds->ld->outlet != NULL)
    plx_document_set_field (document, PLX_FIELD_OUTLET, finds->ld->outlet, "json-ld");
  else if (known != NULL)
    plx_document_set_field (document, PLX_FIELD_OUTLET, known, "address");
  else if (meta != NULL && strlen (meta) < 60)
    plx_document_set_field (document, PLX_FIELD_OUTLET, meta, found);
}

static gboolean
set_date (PlxDocument *document,
          const char  *value,
          const char  *found,
          gboolean     month_first)
{
  g_autofree char *iso = plx_dates_to_iso (value, month_first);

  if (iso == NULL)
    return FALSE;
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, iso, found);

  return TRUE;
}

/* A date in the first lines of the page's text, near its headline. */
static gboolean
find_visible_date (PlxHtmlPage *page,
                   PlxDocument *document,
                   gboolean     month_first)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const char *text = plx_html_page_get_block (page, i)->draft->text;
      g_autofree char *iso = NULL;
      PlxDateFind find;

      if (!plx_dates_is_line (text, month_first, &find))
        continue;

      iso = plx_dates_format (&find);
      plx_document_set_field (document, PLX_FIELD_PUBLISHED, iso, "text");
      return TRUE;
    }

  return FALSE;
}

static void
find_published (Finds       *finds,
                PlxHtmlPage *page,
                PlxDocument *document)
{
  static const char *const names[] = {
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished", "publishdate", "publish-date", "publish_date", "publication_date",
    "published_time", "published-date", "pubdate", "pub_date", "parsely-pub-date",
    "parsely-page", "sailthru:date", "dc:date", "dc:date:issued", "dc:created", "dcterms:created",
    "dcterms:date", "dcterms:issued", "date", "article:post_time", "article_date_original",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "citation_publication_date",
    "citation_date", "displaydate", "pdate", "ptime", "rnews:datepublished", "bt:pubdate",
    "cre", "timestamp", "article:created", "created", "datecreated", "date_published",
    "publishedtime", "og:pubdate", "last-published", "shareaholic:article_published_time",
    "iso-8601-publish-date", "dcsext:articlefirstpublished", "analyticsattributes:articledate",
    "eprints:date", "revised", NULL };
  static const char *const later[] = {
    "article:modified_time", "og:updated_time", "last-modified", "dcterms:modified",
    "dc:date:modified", "datemodified", "lastmod", "article:updated", "modified", NULL };
  const char *language = document->fields[PLX_FIELD_LANGUAGE];
  gboolean month_first = language == NULL || strcmp (language, "en") == 0 ||
                         g_str_has_prefix (language, "en-US");
  const char *found = NULL;
  g_autofree char *from_path = plx_dates_from_path (document->fields[PLX_FIELD_ADDRESS]);

  if (set_date (document, finds->ld->published, "json-ld", month_first))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (set_date (document, g_hash_table_lookup (finds->metas, names[i]), names[i], month_first))
      return;
  if (set_date (document, finds->item_date, "itemprop", month_first) ||
      set_date (document, finds->time_published, "time", month_first) ||
      set_date (document, from_path, "address", month_first) ||
      set_date (document, finds->class_date, "class", month_first) ||
      set_date (document, finds->time_first, "time", month_first) ||
      find_visible_date (page, document, month_first))
    return;

  if (set_date (document, finds->ld->modified, "json-ld", month_first) ||
      set_date (document, find_meta (finds, later, &found), "modified", month_first))
    return;
  set_date (document, finds->item_modified, "itemprop", month_first);
}

static void
find_standfirst (Finds       *finds,
                 PlxDocument *document)
{
  static const char *const names[] = { "og:description", "description", "twitter:description",
                                       "dc:description", NULL };
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);

  if (meta != NULL)
    plx_document_set_field (document, PLX_FIELD_STANDFIRST, meta, found);
  else
    plx_document_set_field (document, PLX_FIELD_STANDFIRST, finds->ld->description, "json-ld");
}

/* “en_US” and “EN-us” are “en-US”. */
static char *
clean_language (const char *language)
{
  gsize length = strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  g_autofree char *first = NULL;

  if (length < 2 || length > 3)
    return NULL;

  first = g_ascii_strdown (language, length);
  if ((language[length] == '-' || language[length] == '_') && g_ascii_isalpha (language[length + 1]) &&
      g_ascii_isalpha (language[length + 2]) && !g_ascii_isalpha (language[length + 3]))
    {
      g_autofree char *region = g_ascii_strup (language + length + 1, 2);

      return g_strdup_printf ("%s-%s", first, region);
    }

  return g_strdup (first);
}

static void
find_language (Finds       *finds,
               PlxDocument *document)
{
  static const char *const names[] = { "og:locale", "content-language", "inlanguage", "language",
                                       "dc:language", NULL };
  const char *found = "html lang";
  const char *value = finds->language;
  g_autofree char *language = NULL;

  if (value == NULL || *value == '\0')
    value = find_meta (finds, names, &found);
  if (value != NULL)
    language = clean_language (value);

  plx_document_set_field (document, PLX_FIELD_LANGUAGE, language, found);
}

static void
find_address (Finds       *finds,
              const char  *address,
              PlxDocument *document)
{
  const char *og = g_hash_table_lookup (finds->metas, "og:url");

  if (address != NULL)
    plx_document_set_field (document, PLX_FIELD_ADDRESS, address, "source");
  else if (finds->canonical != NULL && strstr (finds->canonical, "://") != NULL)
    plx_document_set_field (document, PLX_FIELD_ADDRESS, finds->canonical, "canonical");
  else if (og != NULL && strstr (og, "://") != NULL)
    plx_document_set_field (document, PLX_FIELD_ADDRESS, og, "og:url");
}

/**
 * plx_html_metadata_find:
 * @page: a page whose blocks are cut
 * @address: (nullable): where it was taken from
 * @document: the document whose fields to fill
 *
 * Fills the fields from what the page tells of itself: linked data, meta elements, microdata,
 * classes, its address and its text, in this order of trust.
 */
void
plx_html_metadata_find (PlxHtmlPage *page,
                        const char  *address,
                        PlxDocument *document)
{
  g_auto (Finds) finds = { 0 };
  xmlNode *root = xmlDocGetRootElement (page->doc);

  finds.metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  finds.ld = plx_json_ld_new ();

  for (xmlNode *node = root; node != NULL; node = plx_html_next (node, root, TRUE))
    if (node->type == XML_ELEMENT_NODE)
      take_element (&finds, node);

  find_address (&finds, address, document);
  find_language (&finds, document);
  find_outlet (&finds, document);
  find_headline (&finds, document->fields[PLX_FIELD_OUTLET], document);
  find_standfirst (&finds, document);
  find_author (&finds, document);
  find_published (&finds, page, document);
}
