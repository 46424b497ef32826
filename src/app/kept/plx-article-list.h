/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "kept/plx-article-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_LIST (plx_article_list_get_type ())

/**
 * PlxArticleList:
 *
 * All articles of a library, as a list of [class@ArticleItem]. It knows the number of each, and
 * reads what there is to tell of them page by page, for those that somebody looks at.
 *
 * Signals: `listed ()`: the articles of the library, in the order that was asked for, are known;
 * `failed (GError)`.
 */
G_DECLARE_FINAL_TYPE (PlxArticleList, plx_article_list, PLX, ARTICLE_LIST, GObject)

PlxArticleList *plx_article_list_new    (PlxLibrary      *library);
void            plx_article_list_set    (PlxArticleList  *self,
                                         PlxArticleOrder  order,
                                         const char      *tag);
gint64          plx_article_list_get_id (PlxArticleList  *self,
                                         guint            position);

G_END_DECLS
