/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-corrections.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

char       *plx_words_dup_short         (const char          *text);

char       *plx_correction_dup_title    (const PlxCorrection *correction);
char       *plx_correction_dup_details  (const PlxCorrection *correction,
                                         PlxSession          *session);
const char *plx_correction_state_words  (PlxCorrectionState   state);

G_END_DECLS
