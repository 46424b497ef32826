/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-importer.h"

G_BEGIN_DECLS

#define PLX_TYPE_IMPORT_BAR (plx_import_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxImportBar, plx_import_bar, PLX, IMPORT_BAR, AdwBin)

PlxImporter *plx_import_bar_get_importer (PlxImportBar *self);
void         plx_import_bar_set_importer (PlxImportBar *self,
                                          PlxImporter  *importer);

G_END_DECLS
