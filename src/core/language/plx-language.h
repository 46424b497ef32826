/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "language/entities/plx-namings.h"
#include "model/plx-analysis.h"

G_BEGIN_DECLS

PlxAnnotation *plx_language_annotate       (PlxDocument *document);

void           plx_language_find_names     (const char *text,
                                            gsize       start,
                                            gsize       end,
                                            GArray     *mentions);

gboolean       plx_language_is_full        (const char  *tag);

void           plx_language_find_sentences (const char *text,
                                            gsize       start,
                                            gsize       end,
                                            const char *language,
                                            GArray     *sentences);

GPtrArray     *plx_language_resolve        (GPtrArray  *annotations);
GPtrArray     *plx_language_resolve_named  (GPtrArray  *annotations,
                                            PlxNamings *namings);

gboolean       plx_language_check          (GError    **error);

G_END_DECLS
