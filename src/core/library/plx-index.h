/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

PlxIndex *plx_index_new        (PlxDb       *db);
void      plx_index_free       (PlxIndex    *self);
void      plx_index_expect     (PlxIndex    *self,
                                gint64       body,
                                char        *kept);
void      plx_index_forget     (PlxIndex    *self);
gboolean  plx_index_watch      (PlxDb       *db,
                                GError     **error);
gboolean  plx_index_follow     (PlxDb       *db,
                                GError     **error);
gboolean  plx_index_rebuild    (PlxDb       *db,
                                GError     **error);

/* plx-script.c */
gboolean  plx_script_is_dense  (gunichar     c);
gboolean  plx_script_has_dense (const char  *text,
                                gssize       length);
char     *plx_script_dup_spaced (const char *text);
void      plx_script_append_pairs (GString    *pairs,
                                   const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxIndex, plx_index_free)

G_END_DECLS
