/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-country-span.h"

G_BEGIN_DECLS

gboolean plx_country_days_find (const char  *field,
                                const char  *value,
                                GArray     **spans,
                                gpointer     user_data,
                                GError     **error);

G_END_DECLS
