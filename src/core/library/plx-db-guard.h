/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

gboolean  plx_db_guard        (PlxDb    *self,
                               gint64    version,
                               GError  **error);
gboolean  plx_db_guard_newer  (PlxDb    *self,
                               GError  **error);

char       *plx_db_guard_dup_digest  (PlxDb    *self,
                                      GError  **error);
const char *plx_db_guard_get_digest  (void);

G_END_DECLS
