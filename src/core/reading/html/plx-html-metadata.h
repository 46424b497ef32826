/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/html/plx-html-finds.h"

G_BEGIN_DECLS

void     plx_html_metadata_find           (PlxHtmlFinds *finds,
                                           PlxHtmlPage  *page,
                                           const char   *address,
                                           PlxDocument  *document);

char    *plx_html_metadata_strip_site     (const char   *title,
                                           const char   *site);
char    *plx_html_metadata_clean_language (const char   *language);
gboolean plx_html_metadata_is_month_first (PlxDocument  *document);

G_END_DECLS
