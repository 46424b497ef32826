/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY_SAID (plx_story_said_get_type ())

/**
 * PlxStorySaid:
 *
 * What the user has said of the open story, of one kind, as the library has it.
 *
 * Signals: `changed ()`: it is read, for the first time or anew. `failed (GError)`: it could not
 * be read; nothing is said until it is.
 */
G_DECLARE_FINAL_TYPE (PlxStorySaid, plx_story_said, PLX, STORY_SAID, GObject)

PlxStorySaid *plx_story_said_new       (PlxLibrary   *library,
                                        PlxSaying     saying);

void          plx_story_said_set_story (PlxStorySaid *self,
                                        PlxStory     *story);
gboolean      plx_story_said_is_read   (PlxStorySaid *self);
GPtrArray    *plx_story_said_get_all   (PlxStorySaid *self);

G_END_DECLS
