/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

void plx_names_other_find (PlxAnnotation *annotation,
                           const char    *tag);

G_END_DECLS
