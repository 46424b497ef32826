/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxCountrySpan:
 * @country: ISO 3166-1 alpha-3 code
 * @first: the first day, or 0 where it was always so
 * @last: the last day, or `G_MAXUINT32` where it is so to this day
 *
 * A country, and the days on which something holds of it.
 */
typedef struct
{
  char   country[4];
  PlxDay first;
  PlxDay last;
} PlxCountrySpan;

G_END_DECLS
