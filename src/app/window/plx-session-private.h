/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-session.h"
#include "window/plx-story-corrections.h"
#include "window/plx-story-namings.h"

G_BEGIN_DECLS

/* What plx-session.c shares with plx-session-namings.c and plx-session-corrections.c. */
PlxStoryNamings     *plx_session_get_story_namings     (PlxSession *self);
PlxStoryCorrections *plx_session_get_story_corrections (PlxSession *self);
GPtrArray           *plx_session_get_articles          (PlxSession *self);

G_END_DECLS
