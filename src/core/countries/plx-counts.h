/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-objects.h"

G_BEGIN_DECLS

void plx_reader_count (PlxReader *self,
                       int        index);

G_END_DECLS
