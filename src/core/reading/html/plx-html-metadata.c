/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-metadata"

#include "config.h"

#include "reading/html/plx-html-metadata.h"

#include <string.h>

#include "language/names/plx-agencies.h"
#include "reading/article/plx-dates.h"
#include "reading/article/plx-outlets.h"
#include "reading/article/plx-sections.h"
#include "reading/html/plx-html-author.h"
#include "reading/html/plx-html-saved.h"

/* The longest date with its time and zone that a paragraph may open with. */
#define OPENING_LETTERS 64

/* Blocks among which the date is looked for: it stands near the headline, not at the end. */
#define DATE_BLOCKS 1000

static const char *
find_meta (PlxHtmlFinds       *finds,
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

static void
set_from_meta (PlxDocument *document,
               PlxField     field,
               const char  *value,
               const char  *name)
{
  g_autofree char *found = plx_html_finds_dup_place (name);

  plx_document_set_field (document, field, value, found);
}

/**
 * plx_html_metadata_strip_site:
 * @title: a title, such as “Headline | Site”
 * @site: (nullable): the name of the site, where it is known
 *
 * Returns: (transfer full): the headline without the name of the site
 */
char *
plx_html_metadata_strip_site (const char *title,
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

/* Whether another place of the page says the same, or there is no other place. */
static gboolean
is_confirmed (PlxHtmlFinds *finds,
              const char   *meta,
              const char   *headline)
{
  if (finds->title == NULL && meta == NULL && finds->heading == NULL)
    return TRUE;

  return (finds->title != NULL && plx_text_contains (finds->title, headline)) ||
         (meta != NULL && plx_text_contains (meta, headline)) ||
         (finds->heading != NULL && strcmp (finds->heading, headline) == 0);
}

static void
find_headline (PlxHtmlFinds *finds,
               const char   *site,
               PlxDocument  *document)
{
  static const char *const names[] = { "dc:title", "dcterms:title", "og:title", "twitter:title",
                                       "parsely-title", "sailthru:title", "title", NULL };
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);
  g_autofree char *stripped = NULL;

  if (finds->ld->headline != NULL && is_confirmed (finds, meta, finds->ld->headline))
    {
      plx_document_set_field (document, PLX_FIELD_HEADLINE, finds->ld->headline,
                              "json-ld headline");
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

  stripped = plx_html_metadata_strip_site (meta != NULL ? meta : finds->title, site);
  if (meta != NULL)
    set_from_meta (document, PLX_FIELD_HEADLINE, stripped, found);
  else
    plx_document_set_field (document, PLX_FIELD_HEADLINE, stripped, "title");
}

static void
find_outlet (PlxHtmlFinds *finds,
             PlxDocument  *document)
{
  static const char *const names[] = { "og:site_name", "application-name", "dc:publisher",
                                       "dcterms:publisher", "publisher", "copyright",
                                       "apple-mobile-web-app-title", NULL };
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);
  const char *known = plx_outlets_find_by_address (document->fields[PLX_FIELD_ADDRESS]);

  if (meta != NULL && strcmp (found, "og:site_name") == 0)
    set_from_meta (document, PLX_FIELD_OUTLET, meta, found);
  else if (finds->ld->outlet != NULL)
    plx_document_set_field (document, PLX_FIELD_OUTLET, finds->ld->outlet,
                            "json-ld publisher");
  else if (known != NULL)
    plx_document_set_field (document, PLX_FIELD_OUTLET, known, "address");
  else if (meta != NULL && strlen (meta) < 60)
    set_from_meta (document, PLX_FIELD_OUTLET, meta, found);
}

static gboolean
set_date (PlxDocument *document,
          const char  *value,
          const char  *found,
          gboolean     month_first)
{
  g_autofree char *iso = plx_dates_to_iso (value, month_first);

  if (iso == NULL || plx_dates_is_nothing (iso))
    return FALSE;
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, iso, found);

  return TRUE;
}

/* Whether most of a block leads elsewhere: its date is then that of something else. */
static gboolean
is_link (PlxHtmlBlock *block)
{
  return block->link_chars * 2 > strlen (block->draft->text);
}

/* A date in the first lines of the page's text, near its headline. */
static gboolean
find_visible_date (PlxHtmlPage *page,
                   PlxDocument *document,
                   gboolean     month_first,
                   gboolean     any)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxHtmlBlock *block = plx_html_page_get_block (page, i);
      g_autofree char *iso = NULL;
      PlxDateFind find;

      if (!plx_dates_is_line (block->draft->text, month_first, &find) ||
          (!any && (is_link (block) || plx_dates_is_change (block->draft->text))))
        continue;

      iso = plx_dates_format (&find);
      plx_document_set_field (document, PLX_FIELD_PUBLISHED, iso, "text");
      return TRUE;
    }

  return FALSE;
}

/* Seconds since an arbitrary day, as if there were no zones. */
static gint64
get_clock (const PlxDateFind *find)
{
  g_autoptr (GDate) date = g_date_new_dmy (find->day, find->month, find->year);

  return g_date_get_julian (date) * G_GINT64_CONSTANT (86400) + find->hour * 3600 +
         find->minute * 60 + MAX (find->second, 0);
}

/*
 * A time in UTC may fall on another day than where the page was published. Where a time element
 * tells the same moment by the local clock, that is the better answer.
 */
static void
prefer_local_time (PlxHtmlFinds *finds,
                   PlxDocument  *document)
{
  const char *published = document->fields[PLX_FIELD_PUBLISHED];
  PlxDateFind utc;

  if (published == NULL || !plx_dates_find (published, FALSE, &utc) || utc.hour < 0 ||
      !utc.has_offset || utc.offset != 0)
    return;

  for (guint i = 0; i < finds->times->len; i++)
    {
      g_autofree char *iso = NULL;
      PlxDateFind local;
      gint64 apart;

      if (!plx_dates_find (finds->times->pdata[i], FALSE, &local) || local.hour < 0 ||
          (local.has_offset && local.offset == 0))
        continue;

      apart = get_clock (&local) - get_clock (&utc);
      if (local.has_offset ? ABS (apart - local.offset * 60) > 90
                           : (apart % 1800 != 0 || apart == 0 || ABS (apart) > 14 * 3600))
        continue;

      iso = plx_dates_format (&local);
      plx_document_set_field (document, PLX_FIELD_PUBLISHED, iso, "time");
      return;
    }
}

/* A paragraph that opens with its date, as news in brief do. */
static gboolean
find_opening_date (PlxHtmlPage *page,
                   PlxDocument *document,
                   gboolean     month_first)
{
  for (guint i = 0; i < MIN (page->blocks->len, DATE_BLOCKS); i++)
    {
      PlxDraft *draft = plx_html_page_get_block (page, i)->draft;
      g_autofree char *opening = NULL;
      g_autofree char *iso = NULL;
      PlxDateFind find;

      if (plx_draft_is_cut (draft) && draft->shape.n_words > 20)
        continue;
      opening = g_utf8_substring (draft->text, 0,
                                  MIN (OPENING_LETTERS, g_utf8_strlen (draft->text,
                                                                       4 * OPENING_LETTERS)));
      if (!plx_dates_find (opening, month_first, &find) || find.start > 0)
        continue;

      iso = plx_dates_format (&find);
      plx_document_set_field (document, PLX_FIELD_PUBLISHED, iso, "text");
      return TRUE;
    }

  return FALSE;
}

/* Better than no date at all. */
static gboolean
set_modified (PlxHtmlFinds *finds,
              PlxDocument  *document,
              gboolean      month_first)
{
  static const char *const later[] = {
    "article:modified_time", "og:updated_time", "last-modified", "dcterms:modified",
    "dc:date:modified", "datemodified", "lastmod", "article:updated", "modified", NULL };
  const char *found = NULL;
  const char *value = find_meta (finds, later, &found);
  g_autofree char *place = found != NULL ? plx_html_finds_dup_place (found) : NULL;

  return value != NULL && set_date (document, value, place, month_first);
}

/* Whether a host ends in the code of a country, and which: “uk”. Some codes mean no country. */
static char *
dup_host_country (const char *address)
{
  static const char *const open[] = { "io", "tv", "me", "ai", "fm", "ly", "to", "cc", "gg", "co",
                                      "eu", "us", "ph", "news", NULL };
  const char *host = address != NULL ? strstr (address, "://") : NULL;
  g_autofree char *name = NULL;
  const char *dot;

  if (host == NULL)
    return NULL;
  host += strlen ("://");
  name = g_ascii_strdown (host, strcspn (host, "/:?#"));
  dot = strrchr (name, '.');

  return dot != NULL && strlen (dot) == 3 && !g_strv_contains (open, dot + 1) ? g_strdup (dot + 1)
                                                                              : NULL;
}

/**
 * plx_html_metadata_is_month_first:
 * @document: a document whose language and address are found
 *
 * Tells by the language, the outlet's country and the end of its host how days are written with
 * numbers only. Americans start with the month.
 *
 * Returns: whether “4/5/2020” is the fifth of April there
 */
gboolean
plx_html_metadata_is_month_first (PlxDocument *document)
{
  static const char *const countries[] = { "USA", "PHL", NULL };
  const char *language = document->fields[PLX_FIELD_LANGUAGE];
  const char *address = document->fields[PLX_FIELD_ADDRESS];
  const char *country = plx_outlets_find_country (address);
  g_autofree char *host = NULL;

  if (language != NULL && strcmp (language, "en") != 0)
    return g_str_has_prefix (language, "en-US");
  if (country != NULL)
    return g_strv_contains (countries, country);
  host = dup_host_country (address);

  return host == NULL;
}

static void
find_published (PlxHtmlFinds *finds,
                PlxHtmlPage  *page,
                PlxDocument  *document)
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
  gboolean month_first = plx_html_metadata_is_month_first (document);
  g_autofree char *from_path = plx_dates_from_path (document->fields[PLX_FIELD_ADDRESS]);

  if (set_date (document, finds->ld->published, "json-ld datePublished", month_first))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *place = plx_html_finds_dup_place (names[i]);

      if (set_date (document, g_hash_table_lookup (finds->metas, names[i]), place, month_first))
        return;
    }
  if (set_date (document, finds->item_date, "microdata datePublished", month_first) ||
      set_date (document, finds->time_published, "time", month_first) ||
      set_date (document, from_path, "address", month_first) ||
      set_date (document, finds->class_date, "class", month_first) ||
      set_date (document, finds->time_first, "time", month_first) ||
      find_visible_date (page, document, month_first, FALSE) ||
      find_opening_date (page, document, month_first) ||
      find_visible_date (page, document, month_first, TRUE))
    return;

  if (set_date (document, finds->ld->modified, "json-ld dateModified", month_first) ||
      set_modified (finds, document, month_first))
    return;
  set_date (document, finds->item_modified, "microdata dateModified", month_first);
}

static void
find_standfirst (PlxHtmlFinds *finds,
                 PlxDocument  *document)
{
  static const char *const names[] = { "og:description", "description", "twitter:description",
                                       "dc:description", NULL };
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);

  if (meta != NULL)
    set_from_meta (document, PLX_FIELD_STANDFIRST, meta, found);
  else
    plx_document_set_field (document, PLX_FIELD_STANDFIRST, finds->ld->description,
                            "json-ld description");
}

/**
 * plx_html_metadata_clean_language:
 * @language: (nullable): a language as pages write it: “en_US”, “EN-us”
 *
 * Returns: (transfer full) (nullable): the same as BCP 47 has it: “en-US”
 */
char *
plx_html_metadata_clean_language (const char *language)
{
  g_autofree char *first = NULL;
  gsize length = 0;

  while (language != NULL && g_ascii_isalpha (language[length]))
    length++;
  if (length < 2 || length > 3)
    return NULL;

  first = g_ascii_strdown (language, length);
  if ((language[length] == '-' || language[length] == '_') &&
      g_ascii_isalpha (language[length + 1]) && g_ascii_isalpha (language[length + 2]) &&
      !g_ascii_isalpha (language[length + 3]))
    {
      g_autofree char *region = g_ascii_strup (language + length + 1, 2);

      return g_strdup_printf ("%s-%s", first, region);
    }

  return g_strdup (first);
}

static void
find_language (PlxHtmlFinds *finds,
               PlxDocument  *document)
{
  static const char *const names[] = { "og:locale", "content-language", "inlanguage", "language",
                                       "dc:language", NULL };
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);
  g_autofree char *language = plx_html_metadata_clean_language (finds->language);
  g_autofree char *linked = plx_html_metadata_clean_language (finds->ld->language);

  if (language != NULL)
    {
      plx_document_set_field (document, PLX_FIELD_LANGUAGE, language, "html lang");
      return;
    }

  language = plx_html_metadata_clean_language (meta);
  if (language != NULL)
    set_from_meta (document, PLX_FIELD_LANGUAGE, language, found);
  else
    plx_document_set_field (document, PLX_FIELD_LANGUAGE, linked, "json-ld inLanguage");
}

static gboolean
set_section (PlxDocument *document,
             const char  *value,
             const char  *found)
{
  g_autofree char *section = plx_sections_clean (value);

  plx_document_set_field (document, PLX_FIELD_SECTION, section, found);

  return section != NULL;
}

static void
find_section (PlxHtmlFinds *finds,
              PlxDocument  *document)
{
  static const char *const names[] = { "article:section", "og:article:section", "og:section",
                                       "parsely-section", "sailthru_section", "sailthru:section",
                                       "prism:section", "cxenseparse:section", "section",
                                       "category", "dc:section", NULL };
  const char *headline = document->fields[PLX_FIELD_HEADLINE];
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  const char *found = NULL;
  const char *meta = find_meta (finds, names, &found);
  g_autofree char *place = found != NULL ? plx_html_finds_dup_place (found) : NULL;
  g_autofree char *linked = plx_sections_from_trail (finds->ld->trail, headline, outlet);
  g_autofree char *shown = plx_sections_from_trail (finds->trail, headline, outlet);

  if (set_section (document, meta, place) ||
      set_section (document, finds->ld->section, "json-ld articleSection") ||
      set_section (document, finds->item_section, "microdata articleSection") ||
      set_section (document, linked, "json-ld breadcrumb"))
    return;
  set_section (document, shown, "breadcrumb");
}

/* Who is credited beside the author; only agencies count. */
static void
find_agency (PlxHtmlFinds *finds,
             PlxDocument  *document)
{
  static const char *const names[] = { "article:source", "dc:source", "source", "news_source",
                                       "syndication-source", "original-source", "source_name",
                                       "copyright", "dc:rights", NULL };
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();
  const char *credit = finds->ld->credit;
  const char *publisher = finds->ld->outlet;

  if (credit != NULL && plx_agencies_read_credit (credit, -1, TRUE, agencies) > 0)
    {
      plx_document_set_field (document, PLX_FIELD_AGENCY, agencies->pdata[0], "json-ld creditText");
      return;
    }
  /* An outlet that takes an article over may leave its publisher as it was. */
  if (publisher != NULL && plx_agencies_read_credit (publisher, -1, TRUE, agencies) > 0)
    {
      plx_document_set_field (document, PLX_FIELD_AGENCY, agencies->pdata[0], "json-ld publisher");
      return;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_hash_table_lookup (finds->metas, names[i]);

      if (value == NULL || strlen (value) > PLX_BYLINE_BYTES ||
          plx_agencies_read_credit (value, -1, TRUE, agencies) == 0)
        continue;
      set_from_meta (document, PLX_FIELD_AGENCY, agencies->pdata[0], names[i]);
      return;
    }
}

static void
find_address (PlxHtmlFinds *finds,
              const char   *address,
              const char   *saved,
              PlxDocument  *document)
{
  const struct
  {
    const char *address;
    const char *found;
  } addresses[] = {
    { address, "source" },
    { finds->canonical, "canonical" },
    { g_hash_table_lookup (finds->metas, "og:url"), "og:url" },
    { saved, "saved from" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (addresses[i].address != NULL &&
        (i == 0 || strstr (addresses[i].address, "://") != NULL))
      {
        plx_document_set_field (document, PLX_FIELD_ADDRESS,
                                plx_html_saved_get_original (addresses[i].address),
                                addresses[i].found);
        return;
      }
}

/**
 * plx_html_metadata_find:
 * @finds: what the page tells of itself
 * @page: a page whose blocks are cut
 * @address: (nullable): where it was taken from
 * @document: the document whose fields to fill
 *
 * Fills the fields from what the page tells of itself: linked data, meta elements, microdata,
 * classes, its address and its text, in this order of trust.
 */
void
plx_html_metadata_find (PlxHtmlFinds *finds,
                        PlxHtmlPage  *page,
                        const char   *address,
                        PlxDocument  *document)
{
  find_address (finds, address, page->saved, document);
  find_language (finds, document);
  find_outlet (finds, document);
  find_headline (finds, document->fields[PLX_FIELD_OUTLET], document);
  find_standfirst (finds, document);
  plx_html_author_find (finds, page, document);
  find_section (finds, document);
  find_agency (finds, document);
  find_published (finds, page, document);
  prefer_local_time (finds, document);
}
