/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-phrase.h"

G_BEGIN_DECLS

gboolean plx_name_countries_may_tell (const PlxMentionSpan *mentions,
                                      guint                 n_mentions);
void     plx_name_countries_find     (PlxPhrase *phrase);

G_END_DECLS
