/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_RENAME_DIALOG (plx_rename_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxRenameDialog, plx_rename_dialog, PLX, RENAME_DIALOG, AdwAlertDialog)

AdwDialog  *plx_rename_dialog_new      (const char      *title);

const char *plx_rename_dialog_get_name (PlxRenameDialog *self);

G_END_DECLS
