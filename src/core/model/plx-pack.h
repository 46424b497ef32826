/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *plx_pack_new (gconstpointer  data,
                      gsize          size,
                      GBytes        *beside,
                      int            level);
GBytes *plx_unpack   (gconstpointer  packed,
                      gsize          size,
                      GBytes        *beside,
                      gsize          max,
                      GError       **error);

G_END_DECLS
