/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"
#include "reading/plx-reader.h"

G_BEGIN_DECLS

gboolean plx_export_read (GPtrArray       *drafts,
                          const PlxSource *source,
                          const char      *format,
                          PlxReadingBatch *batch);

G_END_DECLS
