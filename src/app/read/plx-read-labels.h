/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * PlxReadCount:
 * @n_words: the words of the article
 * @n_kept_words: those of what is kept
 * @n_cut: how many blocks were cut
 *
 * What is left of an article, in numbers.
 */
typedef struct
{
  guint n_words;
  guint n_kept_words;
  guint n_cut;
} PlxReadCount;

PlxReadCount  plx_read_count           (PlxDocument *document);
guint         plx_read_count_words     (PlxDocument *document,
                                        guint        block);

char         *plx_read_label_count     (PlxDocument *document);
char         *plx_read_label_place     (const char  *place);
char         *plx_read_label_stood     (PlxDocument *document,
                                        guint        block);
char         *plx_read_label_cut       (PlxDocument *document,
                                        guint        block);
char         *plx_read_label_decision  (PlxDocument *document,
                                        guint        block);
gboolean      plx_read_is_settled      (PlxDocument *document,
                                        PlxField     field);
char         *plx_read_label_conflicts (PlxDocument *document);
char         *plx_read_label_language  (PlxDocument *document);

G_END_DECLS
