/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-note-places.h"
#include "window/plx-session.h"
#include "window/plx-story-said.h"

G_BEGIN_DECLS

/* What plx-session.c shares with the files of what the user says. */
GPtrArray     *plx_session_get_said        (PlxSession *self,
                                            PlxSaying   saying);
gboolean       plx_session_has_said        (PlxSession *self,
                                            PlxSaying   saying);
GPtrArray     *plx_session_get_articles    (PlxSession *self);
const gint64  *plx_session_get_ids         (PlxSession *self);
PlxNotePlaces *plx_session_get_note_places (PlxSession *self);

/* plx-session-said.c */
void           plx_session_say             (PlxSession *self,
                                            PlxSaying   saying,
                                            GPtrArray  *items,
                                            GPtrArray  *take_back,
                                            const char *label);

G_END_DECLS
