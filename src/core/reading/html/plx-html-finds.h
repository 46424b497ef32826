/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/html/plx-html-page.h"
#include "reading/html/plx-json-ld.h"

G_BEGIN_DECLS

/* A byline is no longer than this. */
#define PLX_BYLINE_BYTES 160

/**
 * PlxHtmlFinds:
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
 * @times: what the time elements say, the first few
 * @class_date: (nullable): the text of an element whose class names it a date
 * @item_date: (nullable): an element marked as the date of publication
 * @item_modified: (nullable): an element marked as the date of change
 * @n_bylines: how many elements were looked into for a byline
 * @n_dates: how many elements were looked into for a date
 * @item_section: (nullable): an element marked as the name of its section
 * @trail: (nullable): the links of its breadcrumb, “ › ” between them
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
  GPtrArray  *times;
  char       *class_date;
  char       *item_date;
  char       *item_modified;
  char       *item_section;
  char       *trail;
  guint       n_bylines;
  guint       n_dates;
} PlxHtmlFinds;

PlxHtmlFinds *plx_html_finds_new  (PlxHtmlPage  *page);
void          plx_html_finds_free (PlxHtmlFinds *finds);
char         *plx_html_finds_dup_place (const char *meta);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlFinds, plx_html_finds_free)

G_END_DECLS
