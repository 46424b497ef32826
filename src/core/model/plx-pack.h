/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What texts of a kind have in common. It is made once and may be used by any thread. */
typedef struct _PlxPackDictionary PlxPackDictionary;

PlxPackDictionary *plx_pack_dictionary_new (GBytes             *bytes,
                                            int                 level);

GBytes            *plx_pack_new            (gconstpointer       data,
                                            gsize               size,
                                            GBytes             *beside,
                                            int                 level);
GBytes            *plx_pack_by             (PlxPackDictionary  *dictionary,
                                            gconstpointer       data,
                                            gsize               size);
GBytes            *plx_unpack              (gconstpointer       packed,
                                            gsize               size,
                                            GBytes             *beside,
                                            gsize               max,
                                            GError            **error);
GBytes            *plx_unpack_by           (PlxPackDictionary  *dictionary,
                                            gconstpointer       packed,
                                            gsize               size,
                                            gsize               max,
                                            GError            **error);

G_END_DECLS
