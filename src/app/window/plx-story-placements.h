/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY_PLACEMENTS (plx_story_placements_get_type ())

/**
 * PlxStoryPlacements:
 *
 * What the user has done with the nodes of the open story's graph, as the library has it.
 *
 * Signals: `changed ()`: what was done is read, for the first time or anew. `failed (GError)`: it
 * could not be read; no node is placed or hidden until it is.
 */
G_DECLARE_FINAL_TYPE (PlxStoryPlacements, plx_story_placements, PLX, STORY_PLACEMENTS, GObject)

PlxStoryPlacements *plx_story_placements_new       (PlxLibrary         *library);

void                plx_story_placements_set_story (PlxStoryPlacements *self,
                                                    PlxStory           *story);
gboolean            plx_story_placements_is_read   (PlxStoryPlacements *self);
GPtrArray          *plx_story_placements_get_all   (PlxStoryPlacements *self);

G_END_DECLS
