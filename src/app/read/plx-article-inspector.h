/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_INSPECTOR (plx_article_inspector_get_type ())

G_DECLARE_FINAL_TYPE (PlxArticleInspector, plx_article_inspector, PLX, ARTICLE_INSPECTOR, AdwBin)

void plx_article_inspector_show (PlxArticleInspector *self,
                                 PlxSession          *session,
                                 guint                article);

G_END_DECLS
