/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/tables/plx-bulk-rows.h"

G_BEGIN_DECLS

/**
 * PlxBulkForm:
 * @format: how the table is written
 * @columns: what its columns hold
 * @month_first: (nullable): for each column, whether “4/5/2020” is the fifth of April
 *
 * What the articles of a table have in common.
 */
typedef struct
{
  const char *format;
  PlxColumns *columns;
  gboolean   *month_first;
} PlxBulkForm;

/**
 * PlxBulkMade:
 * @PLX_BULK_MADE: the row became an article
 * @PLX_BULK_SKIPPED: there is nothing in the row, or something that is no article
 * @PLX_BULK_NO_TEXT: there are values, and none of them is a text, headline or standfirst
 *
 * What came of a row.
 */
typedef enum
{
  PLX_BULK_MADE,
  PLX_BULK_SKIPPED,
  PLX_BULK_NO_TEXT,
} PlxBulkMade;

PlxBulkForm  *plx_bulk_form_new     (const char         *format,
                                     PlxColumns         *columns,
                                     GPtrArray          *sample);
void          plx_bulk_form_free    (PlxBulkForm        *self);
PlxBulkMade   plx_bulk_article_make (const PlxSource    *source,
                                     const PlxBulkForm  *form,
                                     char              **values,
                                     PlxDocument       **document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBulkForm, plx_bulk_form_free)

G_END_DECLS
