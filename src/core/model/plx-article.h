/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE (plx_article_get_type ())

G_DECLARE_FINAL_TYPE (PlxArticle, plx_article, PLX, ARTICLE, GObject)

PlxArticle  *plx_article_new          (gint64       id,
                                       PlxDocument *document);

gint64       plx_article_get_id       (PlxArticle  *self);
PlxDocument *plx_article_get_document (PlxArticle  *self);
void         plx_article_set_document (PlxArticle  *self,
                                       PlxDocument *document);
const char  *plx_article_get_title    (PlxArticle  *self);

G_END_DECLS
