/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *plx_agencies_find     (const char *name,
                                   gssize      length);
void        plx_agencies_find_all (const char *text,
                                   GPtrArray  *agencies);
guint       plx_agencies_read_credit (const char *credit,
                                      gssize      length,
                                      gboolean    any_case,
                                      GPtrArray  *agencies);

G_END_DECLS
