/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FNV-1a. */
static inline guint32
plx_word_list_hash (const char *word,
                    gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) word[i]) * 16777619u;

  return hash;
}

gboolean plx_word_list_may_have (const char *words,
                                 guint32     hash);
gboolean plx_word_list_has      (const char *words,
                                 const char *word);

G_END_DECLS
