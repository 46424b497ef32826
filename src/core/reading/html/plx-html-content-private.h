/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/html/plx-html-content.h"

G_BEGIN_DECLS

/* What plx-html-content.c, which finds the article, shares with plx-html-marks.c. */

gboolean plx_html_content_claims_chrome (PlxHtmlPage *page,
                                         guint        at);
void     plx_html_content_add_sections  (PlxHtmlPage *page,
                                         guint        root);

static inline double
plx_html_content_get_density (guint part,
                              guint whole)
{
  return whole > 0 ? (double) part / whole : 0;
}

G_END_DECLS
