/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-changes.h"

G_BEGIN_DECLS

char *plx_change_words_dup (const char       *outlet,
                            const PlxWording *base,
                            const PlxWording *other);

G_END_DECLS
