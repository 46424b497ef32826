/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-pair-model.h"

G_BEGIN_DECLS

char *plx_pair_words_summary  (const PlxPairModel *model,
                               const char * const *sources);
char *plx_pair_words_heading  (const PlxPairModel *model,
                               const char * const *sources,
                               PlxPairSide         side,
                               guint32             sentence);
char *plx_pair_words_foot     (const PlxPairModel *model,
                               const char * const *sources,
                               PlxPairSide         side,
                               guint32             sentence);
char *plx_pair_words_describe (const PlxPairModel *model,
                               const char * const *sources,
                               PlxPairSide         side,
                               guint32             sentence);
char *plx_pair_words_copy     (PlxAnalysis        *analysis,
                               const char         *source,
                               guint               article,
                               const char         *text);

G_END_DECLS
