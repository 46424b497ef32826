/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-analysis.h"

G_BEGIN_DECLS

#define PLX_TYPE_PASSAGE_BUTTON (plx_passage_button_get_type ())

G_DECLARE_FINAL_TYPE (PlxPassageButton, plx_passage_button, PLX, PASSAGE_BUTTON, AdwBin)

GtkWidget      *plx_passage_button_new     (void);

void            plx_passage_button_show    (PlxPassageButton *self,
                                            PlxAnalysis      *analysis,
                                            PlxSentenceRef    ref,
                                            PangoAttrList    *marks,
                                            const char       *origin);
PlxSentenceRef  plx_passage_button_get_ref (PlxPassageButton *self);

G_END_DECLS
