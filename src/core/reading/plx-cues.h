/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-draft.h"

G_BEGIN_DECLS

PlxCutReason plx_cues_judge         (const char     *text,
                                     double         *score);
PlxCutReason plx_cues_judge_draft   (PlxDraft       *draft);
double       plx_cues_get_need      (guint           n_words);
PlxCutReason plx_cues_judge_name    (const char     *name);

G_END_DECLS
