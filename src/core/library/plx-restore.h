/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-job.h"

G_BEGIN_DECLS

gboolean  plx_work_restore  (PlxDb         *db,
                             PlxJob        *job,
                             GCancellable  *cancellable,
                             GError       **error);
gboolean  plx_work_import   (PlxDb         *db,
                             PlxJob        *job,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
