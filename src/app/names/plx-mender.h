/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-naming.h"
#include "names/plx-name-target.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_MENDER (plx_mender_get_type ())

/**
 * PlxMender:
 *
 * Through which the user mends the names of the open story.
 *
 * Every change is one step of the history, told in plain words; how far it reaches is what the
 * user chose last in this window.
 *
 * Properties: `scope` ([enum@Scope]).
 */
G_DECLARE_FINAL_TYPE (PlxMender, plx_mender, PLX, MENDER, GObject)

PlxMender  *plx_mender_new          (PlxSession    *session);

PlxSession *plx_mender_get_session  (PlxMender     *self);
PlxScope    plx_mender_get_scope    (PlxMender     *self,
                                     gboolean       has_mention);
void        plx_mender_set_scope    (PlxMender     *self,
                                     PlxScope       scope);
const char *plx_mender_get_expected (PlxMender     *self);

void        plx_mender_rename       (PlxMender     *self,
                                     PlxNameTarget *target,
                                     const char    *name);
void        plx_mender_merge        (PlxMender     *self,
                                     PlxNameTarget *target,
                                     guint          kept);
void        plx_mender_split        (PlxMender     *self,
                                     PlxNameTarget *target,
                                     const char    *name);
void        plx_mender_set_kind     (PlxMender     *self,
                                     PlxNameTarget *target,
                                     PlxKind        kind);
void        plx_mender_set_country  (PlxMender     *self,
                                     PlxNameTarget *target,
                                     const char    *country);
void        plx_mender_reject       (PlxMender     *self,
                                     PlxNameTarget *target);
void        plx_mender_mark         (PlxMender     *self,
                                     guint          article,
                                     guint          start,
                                     guint          end,
                                     const char    *entity,
                                     int            kind);
void        plx_mender_treat        (PlxMender     *self,
                                     const char    *surface,
                                     const char    *entity,
                                     int            kind);
void        plx_mender_take_back    (PlxMender     *self,
                                     GPtrArray     *namings);

G_END_DECLS
