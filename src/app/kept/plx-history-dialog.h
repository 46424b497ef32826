/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_DIALOG (plx_history_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxHistoryDialog, plx_history_dialog, PLX, HISTORY_DIALOG, AdwDialog)

AdwDialog *plx_history_dialog_new (PlxLibrary *library);

G_END_DECLS
