/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-namings.h"
#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY_NAMINGS (plx_story_namings_get_type ())

/**
 * PlxStoryNamings:
 *
 * What the user has said of the names in the open story, as the library has it.
 *
 * Signals: `changed ()`: it is read, for the first time or anew. `failed (GError)`: it could not
 * be read; nothing is said until it is.
 */
G_DECLARE_FINAL_TYPE (PlxStoryNamings, plx_story_namings, PLX, STORY_NAMINGS, GObject)

PlxStoryNamings *plx_story_namings_new       (PlxLibrary      *library);

void             plx_story_namings_set_story (PlxStoryNamings *self,
                                              PlxStory        *story);
gboolean         plx_story_namings_is_read   (PlxStoryNamings *self);
GPtrArray       *plx_story_namings_get_all   (PlxStoryNamings *self);
const gint64    *plx_story_namings_list_ids  (PlxStoryNamings *self,
                                              GPtrArray       *articles);
PlxNamings      *plx_story_namings_look_up   (PlxStoryNamings *self,
                                              GPtrArray       *articles);

G_END_DECLS
