/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean plx_word_runs_is_spaceless (gunichar    c);
gsize    plx_word_runs_split        (const char *text,
                                     gsize       start,
                                     gsize       end,
                                     GArray     *words);

G_END_DECLS
