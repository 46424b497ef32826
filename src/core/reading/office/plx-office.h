/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/archives/plx-archive.h"
#include "reading/office/plx-paper.h"

G_BEGIN_DECLS

gboolean plx_docx_read (PlxArchive       *archive,
                        const PlxSource  *source,
                        PlxReadingBatch  *batch,
                        GError          **error);
gboolean plx_odt_read  (PlxArchive       *archive,
                        const PlxSource  *source,
                        PlxReadingBatch  *batch,
                        GError          **error);
gboolean plx_epub_read (PlxArchive       *archive,
                        const PlxSource  *source,
                        PlxReadingBatch  *batch,
                        GError          **error);

G_END_DECLS
