/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-filter.h"

#include "countries/plx-predicates.h"

G_BEGIN_DECLS

/**
 * PlxStated:
 * @ref: a sentence
 * @finding: what it says of how a country stands
 */
typedef struct
{
  PlxSentenceRef ref;
  PlxFinding     finding;
} PlxStated;

void       plx_statements_fill  (PlxAnalysis      *analysis,
                                 GArray           *said,
                                 PlxAsOf           as_of,
                                 PlxDay            day);
void       plx_statements_search (PlxAnnotation   *annotation,
                                  guint            article,
                                  GArray          *said);
void       plx_statements_find  (PlxAnnotation    *annotation,
                                 guint             article,
                                 PlxDay            on,
                                 GPtrArray        *statements);

GArray    *plx_statements_read  (const char       *sentence,
                                 const char       *previous);
PlxDay     plx_statements_day   (const PlxFinding *finding,
                                 PlxDay            on);
PlxVerdict plx_statements_judge (const PlxFinding *finding,
                                 PlxDay            on);

G_END_DECLS
