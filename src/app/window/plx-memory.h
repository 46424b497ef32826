/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plx_memory_keep_pictures (void);

G_END_DECLS
