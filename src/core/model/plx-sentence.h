/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-record.h"

G_BEGIN_DECLS

#define PLX_TYPE_SENTENCE (plx_sentence_get_type ())

G_DECLARE_FINAL_TYPE (PlxSentence, plx_sentence, PLX, SENTENCE, PlxRecord)

const PlxSentenceSpan *plx_sentence_get_record (PlxSentence *self);
GListModel            *plx_sentence_list_new   (PlxAnalysis *analysis,
                                                guint        article);

G_END_DECLS
