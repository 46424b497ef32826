/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/plx-library-articles.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_ITEM (plx_article_item_get_type ())

/**
 * PlxArticleItem:
 *
 * An article in the list of all. Properties: `title` and `details` (outlet, date and stories in
 * words), empty until they are read; `tags` (nullable).
 */
G_DECLARE_FINAL_TYPE (PlxArticleItem, plx_article_item, PLX, ARTICLE_ITEM, GObject)

PlxArticleItem *plx_article_item_new       (gint64                id);
gint64          plx_article_item_get_id    (PlxArticleItem       *self);
gint64          plx_article_item_get_story (PlxArticleItem       *self);
const char     *plx_article_item_get_title (PlxArticleItem       *self);
gboolean        plx_article_item_is_read   (PlxArticleItem       *self);
void            plx_article_item_take      (PlxArticleItem       *self,
                                            const PlxArticleLine *line);

G_END_DECLS
