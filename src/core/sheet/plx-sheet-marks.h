/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-text.h"

G_BEGIN_DECLS

/* Words with marks: strings that can be put into translated sentences, in whatever order these
 * want them, and still know which of their words are bold, where they lead and whom they cite.
 * What others have written goes through plx_marks_plain () first. */

char         *plx_marks_plain   (const char   *words);
char         *plx_marks_dress   (const char   *marked,
                                 PlxDress      dress);
char         *plx_marks_link    (const char   *marked,
                                 const char   *target);
char         *plx_marks_cite    (guint         article,
                                 guint         paragraph);

PlxSheetText *plx_marks_read    (const char   *marked);
void          plx_marks_append  (PlxSheetText *text,
                                 const char   *marked);
void          plx_marks_append_line (PlxSheetText *text,
                                     const char   *marked);

G_END_DECLS
