/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-phrase.h"

G_BEGIN_DECLS

const char *plx_body_country_find_before (PlxPhrase *self,
                                          guint      of);
const char *plx_body_country_find_base   (PlxPhrase *self,
                                          guint      of);

G_END_DECLS
