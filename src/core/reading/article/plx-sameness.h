/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

gboolean plx_sameness_judge   (PlxField     field,
                               const char  *one,
                               const char  *other);
void     plx_sameness_add     (PlxDocument *document,
                               PlxField     field,
                               const char  *value,
                               const char  *found);

G_END_DECLS
