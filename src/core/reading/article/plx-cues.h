/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-draft.h"

G_BEGIN_DECLS

PlxCutReason plx_cues_judge         (const char     *text,
                                     double         *score,
                                     gboolean       *opens);
PlxCutReason plx_cues_judge_draft   (PlxDraft       *draft);

G_END_DECLS
