/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *plx_html_saved_find_address (GBytes     *bytes);
const char *plx_html_saved_get_original (const char *address);

G_END_DECLS
