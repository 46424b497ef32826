/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-article.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY (plx_story_get_type ())

G_DECLARE_FINAL_TYPE (PlxStory, plx_story, PLX, STORY, GObject)

PlxStory   *plx_story_new            (gint64      id,
                                      const char *title);

gint64      plx_story_get_id         (PlxStory   *self);
const char *plx_story_get_title      (PlxStory   *self);
void        plx_story_set_title      (PlxStory   *self,
                                      const char *title);
GListStore *plx_story_get_articles   (PlxStory   *self);
guint       plx_story_get_n_articles (PlxStory   *self);
PlxFilter  *plx_story_get_filter     (PlxStory   *self);
void        plx_story_set_filter     (PlxStory   *self,
                                      PlxFilter  *filter);
PlxDay      plx_story_get_first_day  (PlxStory   *self);
PlxDay      plx_story_get_last_day   (PlxStory   *self);
void        plx_story_set_extent     (PlxStory   *self,
                                      guint       n_articles,
                                      PlxDay      first_day,
                                      PlxDay      last_day);

G_END_DECLS
