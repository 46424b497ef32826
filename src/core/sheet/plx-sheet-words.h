/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

char       *plx_words_dup_day        (PlxDay             day);
char       *plx_words_dup_days       (PlxDay             first,
                                      PlxDay             last);
char       *plx_words_dup_verdict    (const PlxStatementRecord *statement,
                                      const char        *country);
const char *plx_words_kind           (PlxKind            kind);
const char *plx_words_difference     (PlxDifferenceKind  kind);
const char *plx_words_reason         (PlxCutReason       reason);
const char *plx_words_status         (PlxStatus          status,
                                      const char        *relation);
char       *plx_words_dup_relation   (const char        *relation);

GArray     *plx_words_find_days      (PlxAnalysis       *analysis,
                                      PlxFilter         *filter,
                                      PlxDay             today,
                                      const guint       *mentions);
char       *plx_words_dup_standing   (const char        *relation,
                                      const char        *country,
                                      GArray            *days,
                                      char             **record);

G_END_DECLS
