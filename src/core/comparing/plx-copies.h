/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

GPtrArray *plx_copies_find (GPtrArray *annotations);

G_END_DECLS
