/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-report.h"

G_BEGIN_DECLS

/**
 * PlxMirror:
 * @stories: the stories that the library has, newest first
 * @known_stories: (element-type gint64 PlxStory): these and those that are gone
 * @known_articles: (element-type gint64 PlxArticle): every article that was ever shown
 * @loaded: (element-type gint64): the stories whose lists are filled
 * @coming_filters: (element-type gint64 PlxFilter): for a story the last filter that is on its
 *   way to the file
 *
 * The objects of the model that stand for what is in the file. It belongs to the main thread.
 *
 * What is gone is remembered, so that it comes back as the same object when it is undone.
 */
typedef struct
{
  GListStore *stories;
  GHashTable *known_stories;
  GHashTable *known_articles;
  GHashTable *loaded;
  GHashTable *coming_filters;
} PlxMirror;

PlxMirror *plx_mirror_new        (void);
void       plx_mirror_free       (PlxMirror        *self);

void       plx_mirror_apply      (PlxMirror        *self,
                                  const PlxReport  *report);
PlxStory  *plx_mirror_find_story (PlxMirror        *self,
                                  gint64            id);
PlxArticle *plx_mirror_find_article (PlxMirror      *self,
                                  gint64            id);
gboolean   plx_mirror_is_loaded  (PlxMirror        *self,
                                  gint64            story);
GArray    *plx_mirror_list_loaded (PlxMirror       *self);

void       plx_mirror_expect_filter (PlxMirror     *self,
                                     gint64         story,
                                     PlxFilter     *filter);
void       plx_mirror_forget_filter (PlxMirror     *self,
                                     gint64         story,
                                     PlxFilter     *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMirror, plx_mirror_free)

G_END_DECLS
