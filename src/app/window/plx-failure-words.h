/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reading.h"

G_BEGIN_DECLS

const char *plx_failure_explain  (const GError    *error);
char       *plx_failure_others   (PlxReadingBatch *batch);
char       *plx_failures_to_text (GPtrArray       *failures,
                                  const char      *others);

G_END_DECLS
