/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kept/plx-article-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_LINE_ROW (plx_article_line_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxArticleLineRow, plx_article_line_row, PLX, ARTICLE_LINE_ROW, GtkWidget)

G_END_DECLS
