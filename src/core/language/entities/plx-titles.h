/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

void plx_titles_clear (GPtrArray *annotations);
void plx_titles_find  (GPtrArray *annotations);

G_END_DECLS
