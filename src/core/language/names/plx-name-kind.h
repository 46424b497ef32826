/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-tokens.h"

G_BEGIN_DECLS

gboolean plx_name_kind_from_cues (const PlxToken *tokens,
                                  guint           first,
                                  guint           last,
                                  PlxKind        *kind);

G_END_DECLS
