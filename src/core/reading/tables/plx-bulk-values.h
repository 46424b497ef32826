/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  plx_bulk_has_tags           (const char *text);
gboolean  plx_bulk_is_page            (const char *text);
gboolean  plx_bulk_is_date            (const char *text);
char     *plx_bulk_date_to_iso        (const char *text,
                                       gboolean    month_first);
int       plx_bulk_tell_month_first   (const char *text);
char     *plx_bulk_language_from_name (const char *text);
char     *plx_bulk_clean_text         (const char *text);

G_END_DECLS
