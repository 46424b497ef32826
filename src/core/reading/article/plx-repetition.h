/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

void plx_repetition_mark (GPtrArray *documents);

G_END_DECLS
