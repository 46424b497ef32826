/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexemes.h"

G_BEGIN_DECLS

/**
 * PlxQuoteMarks:
 * @open: the lexeme of the mark that opens
 * @close: that of the mark that closes, or the lexeme after the paragraph where it @goes_on
 * @depth: in how many other pairs it stands
 * @goes_on: whether the next paragraph opens with the same mark before this one was closed
 *
 * A pair of quotation marks, in lexemes.
 */
typedef struct
{
  guint    open;
  guint    close;
  guint    depth;
  gboolean goes_on;
} PlxQuoteMarks;

GArray *plx_quote_marks_find (const PlxLexemes *lexemes);

G_END_DECLS
