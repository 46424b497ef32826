/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *plx_outlets_find_by_address      (const char *address);
const char *plx_outlets_find_by_name         (const char *name);
const char *plx_outlets_find_country         (const char *address);
const char *plx_outlets_find_country_by_name (const char *name);

G_END_DECLS
