/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-corrections.h"
#include "language/entities/plx-namings.h"
#include "library/plx-library.h"
#include "model/plx-filter.h"
#include "model/plx-progress.h"

G_BEGIN_DECLS

char        *plx_comparison_dup_key    (GPtrArray           *documents,
                                        PlxNamings          *namings,
                                        PlxCorrections      *corrections,
                                        PlxAsOf              as_of,
                                        PlxDay               day);

void         plx_comparison_run_async  (PlxLibrary          *library,
                                        PlxStory            *story,
                                        GPtrArray           *documents,
                                        PlxNamings          *namings,
                                        PlxCorrections      *corrections,
                                        PlxAsOf              as_of,
                                        PlxDay               day,
                                        PlxProgress         *progress,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
PlxAnalysis *plx_comparison_run_finish (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
