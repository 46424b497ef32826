/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plx_csv_append (GString    *out,
                     const char *value,
                     gboolean    words);

G_END_DECLS
