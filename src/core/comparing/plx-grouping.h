/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"

G_BEGIN_DECLS

GPtrArray *plx_grouping_run (PlxWeave     *weave,
                             GCancellable *cancellable);

G_END_DECLS
