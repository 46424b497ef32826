/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/forms/plx-sheet-runs.h"

G_BEGIN_DECLS

/**
 * PlxOdtStyles:
 * @out: the styles, in XML
 * @known: (element-type utf8 utf8): their names, by all that they are
 * @language: the language of the text
 * @is_rtl: whether it is written from right to left
 *
 * The automatic styles of an OpenDocument text: each is made when it is first needed.
 */
typedef struct
{
  GString    *out;
  GHashTable *known;
  char       *language;
  gboolean    is_rtl;
} PlxOdtStyles;

PlxOdtStyles *plx_odt_styles_new           (const char         *language);
void          plx_odt_styles_free          (PlxOdtStyles       *self);
const char   *plx_odt_styles_for_paragraph (PlxOdtStyles       *self,
                                            const char         *parent,
                                            const PlxSheetText *text,
                                            PlxSheetAlign       align,
                                            gboolean            breaks);
const char   *plx_odt_styles_for_run       (PlxOdtStyles       *self,
                                            const PlxSheetRun  *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxOdtStyles, plx_odt_styles_free)

G_END_DECLS
