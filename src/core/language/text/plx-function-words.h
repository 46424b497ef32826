/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean plx_function_words_has (const char *tag,
                                 const char *word,
                                 gsize       length);

G_END_DECLS
