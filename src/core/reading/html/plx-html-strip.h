/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_html_strip (const char *text,
                      gsize       length,
                      gsize      *stripped);

G_END_DECLS
