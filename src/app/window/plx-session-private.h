/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-session.h"
#include "window/plx-story-corrections.h"
#include "window/plx-story-namings.h"
#include "window/plx-story-placements.h"

G_BEGIN_DECLS

/* What plx-session.c shares with plx-session-namings.c, plx-session-corrections.c and
 * plx-session-placements.c. */
PlxStoryNamings     *plx_session_get_story_namings     (PlxSession *self);
PlxStoryCorrections *plx_session_get_story_corrections (PlxSession *self);
PlxStoryPlacements  *plx_session_get_story_placements  (PlxSession *self);
GPtrArray           *plx_session_get_articles          (PlxSession *self);

G_END_DECLS
