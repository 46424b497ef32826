/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-line.h"

G_BEGIN_DECLS

GPtrArray *plx_pdf_layout_page (PlxPdfPage *page);

G_END_DECLS
