/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-collation.h"

G_BEGIN_DECLS

void plx_collation_find_moves (PlxCollation  *self,
                               const guint32 *weights,
                               guint32        telling);

G_END_DECLS
