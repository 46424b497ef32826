/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-html-others"

#include "config.h"

#include "reading/html/plx-html-others.h"

#include <string.h>

#include "reading/article/plx-dates.h"
#include "reading/article/plx-head.h"
#include "reading/html/plx-html-metadata.h"
#include "reading/article/plx-outlets.h"
#include "reading/article/plx-sameness.h"
#include "reading/article/plx-sections.h"

/* A headline has so many words at least; what has fewer is the name of a site or of a section. */
#define HEADLINE_WORDS 4

static gboolean
is_headline (PlxDocument *document,
             const char  *text)
{
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  guint words = 1;

  if (text == NULL || (outlet != NULL && plx_sameness_judge (PLX_FIELD_OUTLET, outlet, text)))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    words += *p == ' ';

  return words >= HEADLINE_WORDS;
}

static void
add_headline (PlxDocument *document,
              const char  *value,
              const char  *found)
{
  g_autofree char *stripped = NULL;

  if (value == NULL)
    return;
  stripped = plx_html_metadata_strip_site (value, document->fields[PLX_FIELD_OUTLET]);
  if (is_headline (document, stripped))
    plx_sameness_add (document, PLX_FIELD_HEADLINE, stripped, found);
}

static void
compare_headlines (PlxHtmlFinds *finds,
                   PlxDocument  *document)
{
  static const char *const names[] = { "og:title", "dc:title", "dcterms:title", "twitter:title" };

  add_headline (document, finds->ld->headline, "json-ld headline");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *place = plx_html_finds_dup_place (names[i]);

      add_headline (document, g_hash_table_lookup (finds->metas, names[i]), place);
    }
  add_headline (document, finds->heading, "h1");
  add_headline (document, finds->title, "title");
}

/* Only whole names: places often have the name of a user, of an outlet or of a desk instead. */
static void
add_author (PlxDocument *document,
            const char  *value,
            const char  *found)
{
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  g_autofree char *names = NULL;
  g_autofree char *first = NULL;

  if (value == NULL || strlen (value) > PLX_BYLINE_BYTES)
    return;
  names = plx_head_clean_byline (value);
  first = g_strndup (names, strcspn (names, ",;&"));
  if (plx_head_is_name (g_strstrip (first)) &&
      (outlet == NULL || !plx_sameness_judge (PLX_FIELD_OUTLET, outlet, first)))
    plx_sameness_add (document, PLX_FIELD_AUTHOR, names, found);
}

static void
compare_authors (PlxHtmlFinds *finds,
                 PlxDocument  *document)
{
  static const char *const names[] = { "dc:creator", "dcterms:creator", "author", "article:author",
                                       "parsely-author", "sailthru:author", "byl",
                                       "citation_author" };

  add_author (document, finds->ld->author, "json-ld author");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *place = plx_html_finds_dup_place (names[i]);

      add_author (document, g_hash_table_lookup (finds->metas, names[i]), place);
    }
  add_author (document, finds->item_author, "microdata author");
}

static void
compare_outlets (PlxHtmlFinds *finds,
                 PlxDocument  *document)
{
  const char *address = document->fields[PLX_FIELD_ADDRESS];

  plx_sameness_add (document, PLX_FIELD_OUTLET, finds->ld->outlet, "json-ld publisher");
  plx_sameness_add (document, PLX_FIELD_OUTLET, plx_outlets_find_by_address (address), "address");
}

static void
add_date (PlxDocument *document,
          const char  *value,
          const char  *found,
          gboolean     month_first)
{
  g_autofree char *iso = plx_dates_to_iso (value, month_first);

  if (iso != NULL && !plx_dates_is_nothing (iso))
    plx_sameness_add (document, PLX_FIELD_PUBLISHED, iso, found);
}

/*
 * What the page shows to its readers as its date, and not as that of a change: the first, since
 * others belong to what it links to.
 */
static void
add_shown_date (PlxHtmlPage *page,
                 PlxDocument *document,
                 gboolean     month_first)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      PlxDraft *draft = plx_html_page_get_block (page, i)->draft;

      if (draft->role != PLX_ROLE_DATE || plx_dates_is_change (draft->text))
        continue;
      add_date (document, draft->text, "text", month_first);
      return;
    }
}

static void
compare_dates (PlxHtmlFinds *finds,
               PlxHtmlPage  *page,
               PlxDocument  *document)
{
  static const char *const names[] = {
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "publishdate", "publish-date", "publish_date", "publication_date", "published_time",
    "published-date", "pubdate", "pub_date", "parsely-pub-date", "sailthru:date", "dc:date:issued",
    "dcterms:issued", "citation_publication_date", "originalpublicationdate" };
  gboolean month_first = plx_html_metadata_is_month_first (document);
  g_autofree char *from_path = plx_dates_from_path (document->fields[PLX_FIELD_ADDRESS]);

  add_date (document, finds->ld->published, "json-ld datePublished", month_first);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *place = plx_html_finds_dup_place (names[i]);

      add_date (document, g_hash_table_lookup (finds->metas, names[i]), place, month_first);
    }
  add_date (document, finds->item_date, "microdata datePublished", month_first);
  add_date (document, finds->time_published, "time", month_first);
  add_date (document, from_path, "address", month_first);
  add_shown_date (page, document, month_first);
}

static void
add_language (PlxDocument *document,
              const char  *value,
              const char  *found)
{
  g_autofree char *language = plx_html_metadata_clean_language (value);

  plx_sameness_add (document, PLX_FIELD_LANGUAGE, language, found);
}

static void
add_address (PlxDocument *document,
             const char  *value,
             const char  *found)
{
  const char *path = value != NULL ? strstr (value, "://") : NULL;

  /* The front page is no article’s address. */
  if (path != NULL)
    path = strchr (path + strlen ("://"), '/');
  if (path != NULL && path[1] != '\0')
    plx_sameness_add (document, PLX_FIELD_ADDRESS, value, found);
}

static void
add_section (PlxDocument *document,
             const char  *value,
             const char  *found)
{
  g_autofree char *section = plx_sections_clean (value);

  plx_sameness_add (document, PLX_FIELD_SECTION, section, found);
}

/**
 * plx_html_others_find:
 * @finds: what the page tells of itself
 * @page: a page whose head is marked
 * @document: the document, with its fields filled
 *
 * Compares what the places of a page say of each field, and keeps what does not mean the same as
 * the field as its other values. That a page was changed later is no disagreement.
 */
void
plx_html_others_find (PlxHtmlFinds *finds,
                      PlxHtmlPage  *page,
                      PlxDocument  *document)
{
  GHashTable *metas = finds->metas;

  compare_headlines (finds, document);
  compare_authors (finds, document);
  compare_outlets (finds, document);
  compare_dates (finds, page, document);

  add_language (document, g_hash_table_lookup (metas, "og:locale"), "og:locale");
  add_language (document, g_hash_table_lookup (metas, "content-language"),
                "meta content-language");
  add_language (document, finds->ld->language, "json-ld inLanguage");
  add_address (document, finds->canonical, "canonical");
  add_address (document, g_hash_table_lookup (metas, "og:url"), "og:url");
  add_address (document, finds->ld->address, "json-ld url");
  add_section (document, g_hash_table_lookup (metas, "article:section"), "article:section");
  add_section (document, finds->ld->section, "json-ld articleSection");
  plx_sameness_add (document, PLX_FIELD_STANDFIRST,
                    g_hash_table_lookup (metas, "description"), "meta description");
  plx_sameness_add (document, PLX_FIELD_STANDFIRST, finds->ld->description,
                    "json-ld description");
}
