/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "countries/plx-relation-file.h"

G_BEGIN_DECLS

#define PLX_TYPE_RELATION_FILE_DIALOG (plx_relation_file_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxRelationFileDialog, plx_relation_file_dialog, PLX, RELATION_FILE_DIALOG,
                      AdwDialog)

AdwDialog *plx_relation_file_dialog_new (PlxRelationFile *file);

G_END_DECLS
