/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

void plx_counting_begin (PlxLibrary *library,
                         guint       milliseconds);

G_END_DECLS
