/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-line.h"

G_BEGIN_DECLS

void plx_pdf_marks_resolve (GPtrArray *lines,
                            GArray    *notes);

G_END_DECLS
