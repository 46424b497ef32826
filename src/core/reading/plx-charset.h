/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_charset_decode (const char  *data,
                          gsize        length,
                          const char  *hint,
                          const char **charset,
                          gsize       *out_length);

G_END_DECLS
