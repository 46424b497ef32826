/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reader.h"

G_BEGIN_DECLS

PlxReadingBatch *plx_part_read_with   (const PlxSource *source,
                                       const PlxReader *reader,
                                       const char      *text,
                                       gsize            length,
                                       const char      *address);
PlxReadingBatch *plx_part_read_text   (const PlxSource *source,
                                       const PlxReader *reader,
                                       const char      *text,
                                       const char      *address);

PlxDocument     *plx_part_dup_fields  (PlxDocument     *document);
void             plx_part_move        (PlxReadingBatch *from,
                                       PlxReadingBatch *to);
void             plx_part_prefer      (PlxDocument     *document,
                                       PlxField         field,
                                       const char      *value,
                                       const char      *found);
void             plx_part_cut         (PlxDocument     *document,
                                       guint            block,
                                       PlxCutReason     reason);
gsize            plx_part_count_prose (PlxDocument     *document);
void             plx_part_mark_title  (PlxDocument     *document);

G_END_DECLS
