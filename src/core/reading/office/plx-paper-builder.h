/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/office/plx-paper.h"

G_BEGIN_DECLS

typedef struct _PlxPaperBuilder PlxPaperBuilder;

PlxPaperBuilder *plx_paper_builder_new             (PlxPaper        *paper);
void             plx_paper_builder_free            (PlxPaperBuilder *self);
void             plx_paper_builder_open_paragraph  (PlxPaperBuilder *self,
                                                    PlxPaperKind     kind);
void             plx_paper_builder_set_kind        (PlxPaperBuilder *self,
                                                    PlxPaperKind     kind);
void             plx_paper_builder_append          (PlxPaperBuilder *self,
                                                    const char      *text,
                                                    gssize           length);
void             plx_paper_builder_close_paragraph (PlxPaperBuilder *self);
void             plx_paper_builder_open_row        (PlxPaperBuilder *self);
void             plx_paper_builder_next_cell       (PlxPaperBuilder *self);
void             plx_paper_builder_close_row       (PlxPaperBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPaperBuilder, plx_paper_builder_free)

G_END_DECLS
