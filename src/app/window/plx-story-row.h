/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-story.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY_ROW (plx_story_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxStoryRow, plx_story_row, PLX, STORY_ROW, AdwBin)

PlxStory *plx_story_row_get_story (PlxStoryRow *self);
void      plx_story_row_set_story (PlxStoryRow *self,
                                   PlxStory    *story);
void      plx_story_row_open_menu (PlxStoryRow *self,
                                   double       x,
                                   double       y);

G_END_DECLS
