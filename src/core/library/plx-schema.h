/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

gint64    plx_schema_get_newest    (void);
gboolean  plx_schema_read_version  (PlxDb    *self,
                                    gint64   *version,
                                    GError  **error);
gboolean  plx_schema_make          (PlxDb    *self,
                                    gint64    version,
                                    GError  **error);
gboolean  plx_db_migrate           (PlxDb    *self,
                                    gboolean  backs_up,
                                    GError  **error);
gboolean  plx_db_migrate_to        (PlxDb    *self,
                                    guint     version,
                                    GError  **error);

G_END_DECLS
