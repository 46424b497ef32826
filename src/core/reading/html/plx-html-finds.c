/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-finds"

#include "config.h"

#include "reading/html/plx-html-finds.h"

#include <string.h>

#include "reading/article/plx-dates.h"
#include "reading/article/plx-head.h"

/* Time elements that are kept in mind; the article's own comes early. */
#define MAX_TIMES 12

/* What has more words is more than the names of two people. */
#define MAX_NAME_WORDS 7

/* Steps of a breadcrumb; what has more is a menu. */
#define MAX_STEPS 8

/* Bytes of the longest line with a date in it. */
#define MAX_DATE 200

/* Elements whose class promises a byline or a date, and that are looked into. */
#define MAX_TRIES 2000

/* Dublin Core names each author in an element of its own. */
static void
add_creator (PlxHtmlFinds *finds,
             const char   *name,
             const char   *content)
{
  const char *before = g_hash_table_lookup (finds->metas, name);
  g_autofree char *own = NULL;

  if (before == NULL || strlen (before) > PLX_BYLINE_BYTES)
    return;
  own = plx_text_squash (content, -1);
  if (strstr (before, own) == NULL)
    g_hash_table_insert (finds->metas, g_strdup (name), g_strdup_printf ("%s, %s", before, own));
}

static void
take_meta (PlxHtmlFinds *finds,
           xmlNode      *node)
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
          if (g_str_has_suffix (lower, ":creator") || strcmp (lower, "citation_author") == 0 ||
              strcmp (lower, "parsely-author") == 0 || strcmp (lower, "author") == 0)
            add_creator (finds, lower, content);
          if (*lower == '\0' || g_hash_table_contains (finds->metas, lower))
            g_free (lower);
          else
            g_hash_table_insert (finds->metas, lower, plx_text_squash (content, -1));
        }
    }
}

static void
take_link (PlxHtmlFinds *finds,
           xmlNode      *node)
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
  text = plx_html_dup_text (node, max);
  if (text != NULL && *text != '\0' && strlen (text) <= max)
    *field = g_steal_pointer (&text);
}

static void
take_time (PlxHtmlFinds *finds,
           xmlNode      *node)
{
  const char *datetime = plx_html_get_attribute (node, "datetime");
  const char *itemprop = plx_html_get_attribute (node, "itemprop");
  const char *class_name = plx_html_get_attribute (node, "class");
  g_autofree char *text = NULL;

  if (datetime == NULL || *datetime == '\0')
    {
      text = plx_html_dup_text (node, MAX_DATE);
      datetime = text != NULL ? text : "";
    }

  if (finds->time_published == NULL &&
      (plx_html_get_attribute (node, "pubdate") != NULL ||
       (itemprop != NULL && strstr (itemprop, "datePublished") != NULL) ||
       (class_name != NULL && (strstr (class_name, "publish") != NULL ||
                               strstr (class_name, "entry-date") != NULL))))
    finds->time_published = g_strdup (datetime);
  if (finds->time_first == NULL)
    finds->time_first = g_strdup (datetime);
  if (finds->times->len < MAX_TIMES)
    g_ptr_array_add (finds->times, g_strdup (datetime));
}

static void
take_itemprop (PlxHtmlFinds *finds,
               xmlNode      *node)
{
  const char *itemprop = plx_html_get_attribute (node, "itemprop");
  const char *value = plx_html_get_attribute (node, "content");

  if (itemprop == NULL)
    return;
  if (strstr (itemprop, "author") != NULL)
    take_text (&finds->item_author, node, PLX_BYLINE_BYTES);
  if (strstr (itemprop, "articleSection") != NULL && finds->item_section == NULL && value != NULL)
    finds->item_section = g_strdup (value);
  else if (strstr (itemprop, "articleSection") != NULL)
    take_text (&finds->item_section, node, PLX_BYLINE_BYTES);
  if (value == NULL)
    value = plx_html_get_attribute (node, "datetime");
  if (strstr (itemprop, "datePublished") != NULL && finds->item_date == NULL)
    finds->item_date = value != NULL ? g_strdup (value) : plx_html_dup_text (node, MAX_DATE);
  if (strstr (itemprop, "dateModified") != NULL && finds->item_modified == NULL)
    finds->item_modified = value != NULL ? g_strdup (value) : plx_html_dup_text (node, MAX_DATE);
}

static gboolean
names_contain (const char *names,
               const char *part)
{
  return names != NULL && plx_text_contains (names, part);
}

/* What the classes or the id of an element may promise. */
typedef enum
{
  MARK_NONE = 0,
  MARK_AUTHOR = 1 << 0,
  MARK_BYLINE = 1 << 1,
  MARK_DATE = 1 << 2,
  MARK_ID_DATE = 1 << 3,
  MARK_TRAIL = 1 << 4,
} Mark;

/* Looks for all of them in one go: this is asked of every element. */
static Mark
find_marks (const char *names)
{
  static const struct
  {
    const char *part;
    guint       length;
    Mark        mark;
  } parts[] = {
    { "author", 6, MARK_AUTHOR }, { "byline", 6, MARK_BYLINE }, { "date", 4, MARK_ID_DATE },
    { "time", 4, MARK_DATE },     { "publish", 7, MARK_DATE },  { "posted", 6, MARK_DATE },
    { "datum", 5, MARK_DATE },    { "meta", 4, MARK_DATE },    { "breadcrumb", 10, MARK_TRAIL },
  };
  Mark marks = MARK_NONE;

  for (const char *p = names; p != NULL && *p != '\0'; p++)
    {
      char c = *p | 0x20;

      if (c != 'a' && c != 'b' && c != 'd' && c != 't' && c != 'p' && c != 'm')
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        if (parts[i].part[0] == c && g_ascii_strncasecmp (p, parts[i].part, parts[i].length) == 0)
          marks |= parts[i].mark;
    }

  return marks;
}

static guint
count_words (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == ' ';

  return n;
}

/* Only what has the form of a name: such classes also stand on dates, pictures and links. */
static void
take_byline (PlxHtmlFinds *finds,
             xmlNode      *node)
{
  g_autofree char *text = plx_html_dup_text (node, PLX_BYLINE_BYTES);
  g_autofree char *name = NULL;

  if (text == NULL || strlen (text) > PLX_BYLINE_BYTES)
    return;
  name = plx_head_clean_byline (text);
  if (plx_head_is_name (name) ||
      (strcmp (name, text) != 0 && *name != '\0' && strpbrk (name, "0123456789:") == NULL &&
       count_words (name) <= MAX_NAME_WORDS))
    finds->class_author = g_steal_pointer (&name);
}

static void
take_class_date (PlxHtmlFinds *finds,
                 xmlNode      *node)
{
  g_autofree char *text = plx_html_dup_text (node, MAX_DATE);
  PlxDateFind find;

  if (text != NULL && strlen (text) < MAX_DATE && plx_dates_find (text, FALSE, &find))
    finds->class_date = g_steal_pointer (&text);
}

/* The steps of a breadcrumb: its links, and not the article's own name after them. */
static void
take_trail (PlxHtmlFinds *finds,
            xmlNode      *root)
{
  g_autoptr (GString) trail = g_string_new (NULL);
  guint n = 0;

  for (xmlNode *node = root; node != NULL && n < MAX_STEPS; node = plx_html_next (node, root, TRUE))
    {
      g_autofree char *text = NULL;

      if (node->type != XML_ELEMENT_NODE || strcmp ((const char *) node->name, "a") != 0)
        continue;
      text = plx_html_dup_text (node, PLX_BYLINE_BYTES);
      if (text == NULL || *text == '\0')
        continue;
      g_string_append_printf (trail, "%s%s", n++ > 0 ? " › " : "", text);
    }

  if (n > 0)
    finds->trail = g_strdup (trail->str);
}

static void
take_by_class (PlxHtmlFinds *finds,
               xmlNode      *node)
{
  const char *rel = plx_html_get_attribute (node, "rel");
  Mark marks;
  Mark of_id;

  if (rel != NULL && names_contain (rel, "author"))
    take_text (&finds->rel_author, node, PLX_BYLINE_BYTES);
  if (finds->class_author != NULL && finds->class_date != NULL)
    return;

  marks = find_marks (plx_html_get_attribute (node, "class"));
  of_id = find_marks (plx_html_get_attribute (node, "id"));

  if (finds->trail == NULL && ((marks | of_id) & MARK_TRAIL) != 0)
    take_trail (finds, node);
  if (finds->class_author == NULL && finds->n_bylines < MAX_TRIES &&
      ((marks & (MARK_AUTHOR | MARK_BYLINE)) != 0 || (of_id & MARK_BYLINE) != 0))
    {
      finds->n_bylines++;
      take_byline (finds, node);
    }
  if (finds->class_date == NULL && finds->n_dates < MAX_TRIES &&
      ((marks & (MARK_DATE | MARK_ID_DATE | MARK_BYLINE)) != 0 || (of_id & MARK_ID_DATE) != 0))
    {
      finds->n_dates++;
      take_class_date (finds, node);
    }
}

static void
take_script (PlxHtmlFinds *finds,
             xmlNode      *node)
{
  if (node->children != NULL && node->children->content != NULL)
    plx_json_ld_add (finds->ld, (const char *) node->children->content);
}

static void
take_element (PlxHtmlFinds *finds,
              xmlNode      *node)
{
  switch (plx_html_kind_of (node))
    {
    case PLX_HTML_KIND_META:
      take_meta (finds, node);
      break;

    case PLX_HTML_KIND_LINK:
      take_link (finds, node);
      break;

    case PLX_HTML_KIND_TITLE:
      take_text (&finds->title, node, 1000);
      break;

    case PLX_HTML_KIND_H1:
      take_text (&finds->heading, node, 400);
      break;

    case PLX_HTML_KIND_TIME:
      take_time (finds, node);
      break;

    case PLX_HTML_KIND_HTML:
      if (finds->language == NULL)
        finds->language = g_strdup (plx_html_get_attribute (node, "lang"));
      break;

    case PLX_HTML_KIND_SCRIPT:
      take_script (finds, node);
      return;

    case PLX_HTML_KIND_PLAIN:
    default:
      break;
    }

  if (node->properties != NULL)
    {
      take_itemprop (finds, node);
      take_by_class (finds, node);
    }
}

/**
 * plx_html_finds_new:
 * @page: a page
 *
 * Returns: (transfer full): what the page tells of itself
 */
PlxHtmlFinds *
plx_html_finds_new (PlxHtmlPage *page)
{
  PlxHtmlFinds *finds = g_new0 (PlxHtmlFinds, 1);
  xmlNode *root = xmlDocGetRootElement (page->doc);

  finds->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  finds->ld = plx_json_ld_new ();
  finds->times = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *node = root; node != NULL; node = plx_html_next (node, root, TRUE))
    if (node->type == XML_ELEMENT_NODE)
      take_element (finds, node);

  return finds;
}

/**
 * plx_html_finds_dup_place:
 * @meta: the name of a meta element as [struct@HtmlFinds] has it
 *
 * Returns: (transfer full): how a document tells that a field was found there: `og:title`,
 *   `dc.creator`, `meta author`
 */
char *
plx_html_finds_dup_place (const char *meta)
{
  static const char *const known[] = { "og:", "article:", "twitter:" };
  char *place;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (meta, known[i]))
      return g_strdup (meta);

  if (!g_str_has_prefix (meta, "dc:") && !g_str_has_prefix (meta, "dcterms:"))
    return g_strconcat ("meta ", meta, NULL);

  /* Dublin Core has a stop there, and finds fold the two. */
  place = g_strdup (meta);
  g_strdelimit (place, ":", '.');

  return place;
}

void
plx_html_finds_free (PlxHtmlFinds *finds)
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
  g_ptr_array_unref (finds->times);
  g_free (finds->class_date);
  g_free (finds->item_date);
  g_free (finds->item_modified);
  g_free (finds->item_section);
  g_free (finds->trail);
  g_free (finds);
}
