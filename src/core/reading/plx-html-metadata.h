/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-html-page.h"

G_BEGIN_DECLS

void plx_html_metadata_find (PlxHtmlPage *page,
                             const char  *address,
                             PlxDocument *document);

G_END_DECLS
