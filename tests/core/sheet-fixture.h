/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

/* Writes a part of a made-up sheet. */
typedef void (*SheetWrite) (guint           part,
                            PlxSheetWriter *writer,
                            gpointer        data);

PlxSheetMatter  *sheet_fixture_matter    (guint           n_articles);
PlxSheetContent *sheet_fixture_content   (PlxSheetMatter *matter,
                                          PlxSheetPlan   *plan,
                                          guint           n_parts,
                                          SheetWrite      write,
                                          gpointer        data);
char            *sheet_fixture_words     (guint           seed,
                                          guint           n);
void             sheet_fixture_write     (guint           part,
                                          PlxSheetWriter *writer,
                                          gpointer        data);

G_END_DECLS
