/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLX_STEM_MAX 64

gboolean plx_stem_is_function_word (const char *folded);
gsize    plx_stem_word             (const char *folded,
                                    char        stem[PLX_STEM_MAX]);
gboolean plx_stem_is_irregular     (const char *folded);
guint    plx_stem_number_word      (const char *folded);

G_END_DECLS
