/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxSheetHyphens:
 *
 * Where the words of a language may be broken. It is for one thread at a time.
 */
typedef struct _PlxSheetHyphens PlxSheetHyphens;

PlxSheetHyphens *plx_sheet_hyphens_new  (void);
void             plx_sheet_hyphens_free (PlxSheetHyphens *self);

gboolean         plx_sheet_hyphens_find (PlxSheetHyphens *self,
                                         const char      *language,
                                         const char      *word,
                                         gsize            length,
                                         GArray          *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetHyphens, plx_sheet_hyphens_free)

G_END_DECLS
