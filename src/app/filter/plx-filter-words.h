/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-filter.h"

G_BEGIN_DECLS

char *plx_filter_describe_ties      (PlxFilter     *filter);
char *plx_filter_describe_countries (PlxFilter     *filter);
char *plx_filter_describe_outlets   (PlxFilter     *filter);
char *plx_filter_describe_day       (PlxFilter     *filter);
char *plx_filter_describe_sources   (PlxFilter     *filter,
                                     PlxAnalysis   *analysis);
char *plx_filter_describe_names     (PlxFilter     *filter);
char *plx_filter_describe_part      (PlxFilter     *filter,
                                     PlxFilterPart  part,
                                     PlxAnalysis   *analysis);
void  plx_filter_clear_part         (PlxFilter     *filter,
                                     PlxFilterPart  part);

G_END_DECLS
