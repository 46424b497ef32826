/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-document.h"

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_HEAD (plx_source_head_get_type ())

G_DECLARE_FINAL_TYPE (PlxSourceHead, plx_source_head, PLX, SOURCE_HEAD, AdwBin)

GtkWidget *plx_source_head_new (const char  *source,
                                PlxDocument *document);

G_END_DECLS
