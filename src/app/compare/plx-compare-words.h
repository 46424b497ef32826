/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "model/plx-analysis.h"

G_BEGIN_DECLS

PangoAttrList *plx_compare_words_mark        (const char                *text,
                                              const char                *other,
                                              gboolean                  *differs);
void           plx_compare_words_stress      (PangoAttrList             *attributes,
                                              const char                *text,
                                              const char                *words);
char          *plx_compare_words_difference  (const PlxDifferenceRecord *difference,
                                              const char * const        *sources,
                                              guint32                    left,
                                              guint32                    right);
char          *plx_compare_words_kinds       (const PlxClaimRecord      *claim);

G_END_DECLS
