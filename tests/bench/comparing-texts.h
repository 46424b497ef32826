/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *comparing_texts_make_story    (guint n);
GPtrArray *comparing_texts_make_copies   (guint n);
GPtrArray *comparing_texts_make_apart    (guint n);
GPtrArray *comparing_texts_make_long     (gsize    n_bytes,
                                          gboolean has_ends);
GPtrArray *comparing_texts_make_two_long (gsize n_bytes);
GPtrArray *comparing_texts_make_repeated (const char *sentence,
                                          guint       n,
                                          guint       n_sentences);

G_END_DECLS
