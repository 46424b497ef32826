/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

GPtrArray *plx_origins_find   (PlxAnnotation *annotation,
                               GPtrArray     *entities);
char      *plx_origins_credit (PlxAnnotation *annotation,
                               GPtrArray     *entities);

G_END_DECLS
