/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-country-counts.h"

G_BEGIN_DECLS

/* Raise it when other countries are found in the same articles, so that they are counted anew. */
#define PLX_COUNTRY_COUNTING_ENGINE 1

PlxCountryCounts *plx_language_count_countries (PlxDocument *document);

G_END_DECLS
