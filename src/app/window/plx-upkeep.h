/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

void plx_upkeep_begin (PlxLibrary *library,
                       guint       seconds);

G_END_DECLS
