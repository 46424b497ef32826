/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_when_dup_day  (gint64 at);
char *plx_when_dup_time (gint64 at);
gint  plx_when_get_day  (gint64 at);

G_END_DECLS
