/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_BACKUPS_DIALOG (plx_backups_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxBackupsDialog, plx_backups_dialog, PLX, BACKUPS_DIALOG, AdwDialog)

AdwDialog *plx_backups_dialog_new (PlxLibrary *library);

G_END_DECLS
