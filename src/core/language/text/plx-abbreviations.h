/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean plx_abbreviations_go_on (const char *tag,
                                  const char *text,
                                  gsize       start,
                                  gsize       stop,
                                  gsize       next,
                                  gsize       end);

G_END_DECLS
