/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-corrections.h"
#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY_CORRECTIONS (plx_story_corrections_get_type ())

/**
 * PlxStoryCorrections:
 *
 * What the user has said of the claims in the open story, and noted on them, as the library has
 * it.
 *
 * Signals: `changed ()`: what was said is read, for the first time or anew. `notes-changed ()`: so
 * are the notes. `failed (GError)`: either could not be read; nothing is said until it is.
 */
G_DECLARE_FINAL_TYPE (PlxStoryCorrections, plx_story_corrections, PLX, STORY_CORRECTIONS, GObject)

PlxStoryCorrections *plx_story_corrections_new       (PlxLibrary          *library);

void                 plx_story_corrections_set_story (PlxStoryCorrections *self,
                                                      PlxStory            *story);
gboolean             plx_story_corrections_is_read   (PlxStoryCorrections *self);
GPtrArray           *plx_story_corrections_get_all   (PlxStoryCorrections *self);
GPtrArray           *plx_story_corrections_get_notes (PlxStoryCorrections *self);
PlxCorrections      *plx_story_corrections_look_up   (PlxStoryCorrections *self,
                                                      GPtrArray           *articles);
GPtrArray           *plx_story_corrections_list_notes (PlxStoryCorrections *self,
                                                       PlxAnalysis         *analysis,
                                                       GPtrArray           *articles,
                                                       guint                claim);

G_END_DECLS
