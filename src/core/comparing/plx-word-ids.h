/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxWordIds:
 *
 * Words as numbers, from 0: what is the same word has the same number, however it is written.
 */
typedef struct _PlxWordIds PlxWordIds;

PlxWordIds *plx_word_ids_new      (void);
void        plx_word_ids_free     (PlxWordIds *self);
guint32     plx_word_ids_add      (PlxWordIds *self,
                                   const char *word,
                                   gsize       length);
void        plx_word_ids_add_text (PlxWordIds *self,
                                   const char *text,
                                   GArray     *words,
                                   GArray     *ids);
guint32     plx_word_ids_count    (PlxWordIds *self);
const char *plx_word_ids_get_key  (PlxWordIds *self,
                                   guint32     id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWordIds, plx_word_ids_free)

G_END_DECLS
