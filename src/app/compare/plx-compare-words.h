/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "comparing/plx-wording.h"

G_BEGIN_DECLS

PangoAttrList *plx_compare_words_mark        (const PlxWording          *own,
                                              const PlxWording          *other);
void           plx_compare_words_stress      (PangoAttrList             *attributes,
                                              const char                *text,
                                              const char                *words);
char          *plx_compare_words_names       (GPtrArray                 *names);
char          *plx_compare_words_difference  (const PlxDifferenceRecord *difference,
                                              const char * const        *sources,
                                              guint32                    left,
                                              guint32                    right);
char          *plx_compare_words_kinds       (const PlxClaimRecord      *claim);

G_END_DECLS
