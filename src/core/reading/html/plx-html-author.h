/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/html/plx-html-finds.h"

G_BEGIN_DECLS

void plx_html_author_find (PlxHtmlFinds *finds,
                           PlxHtmlPage  *page,
                           PlxDocument  *document);

G_END_DECLS
