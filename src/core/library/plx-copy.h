/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

gboolean  plx_copy_make       (const char    *from,
                               const char    *to,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean  plx_copy_check      (PlxDb         *db,
                               GError       **error);
gboolean  plx_copy_into       (PlxDb         *from,
                               PlxDb         *to,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean  plx_copy_sync_file  (const char    *path,
                               GError       **error);
gboolean  plx_copy_rename     (const char    *from,
                               const char    *to,
                               GError       **error);
void      plx_copy_remove     (const char    *path);

G_END_DECLS
