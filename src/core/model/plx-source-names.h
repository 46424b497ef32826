/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

GStrv plx_source_names_new (GPtrArray *documents);

G_END_DECLS
