/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/html/plx-html-page.h"

G_BEGIN_DECLS

guint plx_html_content_find_root   (PlxHtmlPage *page);
void  plx_html_content_mark_blocks (PlxHtmlPage *page,
                                    guint        root);
void  plx_html_content_mark_head   (PlxHtmlPage *page,
                                    PlxDocument *document);
void  plx_html_content_mark_places (PlxHtmlPage *page);

gboolean plx_html_content_is_chrome (PlxHtmlPage *page,
                                     guint        element);

PlxCutReason plx_html_names_judge  (const char  *class_name,
                                    const char  *id,
                                    guint       *praise);

G_END_DECLS
