/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

PlxDb    *plx_salvage_open    (const char  *from,
                               const char  *part,
                               GError     **error);
void      plx_salvage_tidy    (const char  *part);

G_END_DECLS
