/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *plx_country_get_label   (const char    *country);
void        plx_country_set_label   (const char    *country,
                                     const char    *label);
char       *plx_country_labels_dup_default_path (void);
gboolean    plx_country_labels_load (GFile         *file,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean    plx_country_labels_save (GFile         *file,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
