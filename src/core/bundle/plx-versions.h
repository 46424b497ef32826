/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void plx_versions_build_json (JsonBuilder *builder);

G_END_DECLS
