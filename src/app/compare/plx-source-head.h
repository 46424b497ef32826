/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-column-edge.h"

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_HEAD (plx_source_head_get_type ())

G_DECLARE_FINAL_TYPE (PlxSourceHead, plx_source_head, PLX, SOURCE_HEAD, AdwBin)

GtkWidget *plx_source_head_new         (void);

void       plx_source_head_show        (PlxSourceHead  *self,
                                        PlxArrangement *arrangement,
                                        guint           column,
                                        PlxDocument    *document,
                                        const char     *source,
                                        guint           n_claims);
guint      plx_source_head_get_article (PlxSourceHead  *self);
guint      plx_source_head_get_column  (PlxSourceHead  *self);

PlxColumnEdge *plx_source_head_get_edge (PlxSourceHead *self);

G_END_DECLS
