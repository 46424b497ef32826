/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reader.h"

G_BEGIN_DECLS

gboolean plx_mail_message_read (const PlxSource *source,
                                PlxReadingBatch *batch,
                                GByteArray      *bytes,
                                gboolean         in_box);

G_END_DECLS
