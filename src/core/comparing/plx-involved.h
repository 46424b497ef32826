/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-country.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

PlxDay      plx_involved_day       (PlxAnalysis          *analysis,
                                    guint                 article,
                                    PlxFilter            *filter,
                                    PlxDay                today);
const char *plx_involved_country   (PlxAnalysis          *analysis,
                                    const PlxMentionSpan *mention);

GPtrArray  *plx_involved_countries (PlxAnalysis          *analysis,
                                    PlxPassages          *passages,
                                    PlxFilter            *filter,
                                    PlxDay                today);

GArray     *plx_involved_people    (PlxAnalysis          *analysis,
                                    PlxPassages          *passages,
                                    const char           *country);
const char *plx_involved_home      (PlxAnalysis          *analysis,
                                    guint                 article);

G_END_DECLS
