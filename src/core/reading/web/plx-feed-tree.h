/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "reading/plx-reader.h"

G_BEGIN_DECLS

void plx_feed_read_tree (xmlNode         *root,
                         const PlxSource *source,
                         PlxReadingBatch *batch);

G_END_DECLS
