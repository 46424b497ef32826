/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-line.h"

G_BEGIN_DECLS

/**
 * PlxPdfWords:
 * @words: (element-type utf8): the words that stand within the file's lines, in small letters
 *
 * What tells whether a hyphen at a line's end belongs to its word.
 */
typedef struct
{
  GHashTable *words;
} PlxPdfWords;

PlxPdfWords *plx_pdf_words_new  (GPtrArray   *lines);
void         plx_pdf_words_free (PlxPdfWords *self);
void         plx_pdf_words_join (PlxPdfWords *self,
                                 GString     *text,
                                 const char  *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfWords, plx_pdf_words_free)

G_END_DECLS
