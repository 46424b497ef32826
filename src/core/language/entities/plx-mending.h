/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-naming.h"

G_BEGIN_DECLS

/**
 * PlxMendPlace:
 * @scope: how far the mending is to reach
 * @story: id of the story
 * @articles: (array): ids of the articles, by their place in the analysis
 * @article: where @scope is a mention or an article, which, by its place in the analysis
 * @mention: where @scope is a mention, which, by its place in the annotation of @article
 *
 * Where a name is to be mended.
 */
typedef struct
{
  PlxScope      scope;
  gint64        story;
  const gint64 *articles;
  guint         article;
  guint         mention;
} PlxMendPlace;

/* Each gives (transfer full) (element-type PlxNaming): what has to be remembered. It may be empty,
 * where there is nothing of the entity in the place. */
GPtrArray *plx_mend_rename      (PlxAnalysis        *analysis,
                                 guint               entity,
                                 const char         *name,
                                 const PlxMendPlace *place);
GPtrArray *plx_mend_merge       (PlxAnalysis        *analysis,
                                 const guint32      *entities,
                                 guint               n_entities,
                                 guint               into,
                                 const PlxMendPlace *place);
GPtrArray *plx_mend_split       (PlxAnalysis        *analysis,
                                 guint               entity,
                                 const char         *surface,
                                 const char         *name,
                                 const PlxMendPlace *place);
GPtrArray *plx_mend_retype      (PlxAnalysis        *analysis,
                                 guint               entity,
                                 PlxKind             kind,
                                 const PlxMendPlace *place);
GPtrArray *plx_mend_set_country (PlxAnalysis        *analysis,
                                 guint               entity,
                                 const char         *country,
                                 const PlxMendPlace *place);
GPtrArray *plx_mend_not_a_name  (PlxAnalysis        *analysis,
                                 guint               entity,
                                 const char         *surface,
                                 const PlxMendPlace *place);

/* A name that was missed: bytes @start to @end of the text of @place's article. @entity, @kind
 * (-1) and @country (NULL) may be left to the engine. Where the scope is wider than a mention,
 * the same words are names there, too. */
GPtrArray *plx_mend_missed      (PlxAnalysis        *analysis,
                                 guint               start,
                                 guint               end,
                                 const char         *entity,
                                 int                 kind,
                                 const char         *country,
                                 const PlxMendPlace *place);

/* “Always treat @surface as @entity” in the whole library; likewise. */
GPtrArray *plx_mend_always      (const char         *surface,
                                 const char         *entity,
                                 int                 kind,
                                 const char         *country);

/* What of @namings speaks of the entity's names in the place; to be forgotten, it is as it was
 * found there. Gives copies. */
GPtrArray *plx_mend_find        (GPtrArray          *namings,
                                 PlxAnalysis        *analysis,
                                 guint               entity,
                                 const PlxMendPlace *place);

G_END_DECLS
