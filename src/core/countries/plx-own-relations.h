/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relation-file.h"

G_BEGIN_DECLS

void       plx_own_relations_add    (PlxRelationFile  *file);
gboolean   plx_own_relations_drop   (const char       *id);
GPtrArray *plx_own_relations_list   (void);
const PlxRelationInfo *
           plx_own_relations_lookup (const char       *id);

gboolean   plx_own_relations_any    (void);
char      *plx_own_relations_dup_digest (void);

char      *plx_own_relations_dup_default_path (void);

gboolean   plx_own_relations_load   (GFile            *folder,
                                     PlxDay            today,
                                     GCancellable     *cancellable,
                                     GError          **error);
gboolean   plx_own_relations_keep   (GFile            *folder,
                                     PlxRelationFile  *file,
                                     GCancellable     *cancellable,
                                     GError          **error);
gboolean   plx_own_relations_remove (GFile            *folder,
                                     const char       *id,
                                     GCancellable     *cancellable,
                                     GError          **error);
gboolean   plx_own_relations_restore (GFile           *folder,
                                      const char      *id,
                                      PlxDay           today,
                                      GCancellable    *cancellable,
                                      GError         **error);

G_END_DECLS
