/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

void      plx_known_story_find_async  (PlxLibrary           *library,
                                       GPtrArray            *documents,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
PlxStory *plx_known_story_find_finish (GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
