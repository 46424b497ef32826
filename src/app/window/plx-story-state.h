/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY_STATE (plx_story_state_get_type ())

G_DECLARE_FINAL_TYPE (PlxStoryState, plx_story_state, PLX, STORY_STATE, GObject)

PlxStoryState *plx_story_state_new      (PlxSession    *session,
                                         const char    *view);

PlxStory      *plx_story_state_get_story (PlxStoryState *self);
gboolean       plx_story_state_is_known (PlxStoryState *self);
void           plx_story_state_keep     (PlxStoryState *self,
                                         const char    *text);
void           plx_story_state_flush    (PlxStoryState *self);

G_END_DECLS
