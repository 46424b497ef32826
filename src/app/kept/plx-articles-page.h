/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLES_PAGE (plx_articles_page_get_type ())

G_DECLARE_FINAL_TYPE (PlxArticlesPage, plx_articles_page, PLX, ARTICLES_PAGE, AdwBin)

G_END_DECLS
