/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_CORRECTIONS_DIALOG (plx_corrections_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxCorrectionsDialog, plx_corrections_dialog, PLX, CORRECTIONS_DIALOG,
                      AdwDialog)

AdwDialog *plx_corrections_dialog_new (PlxSession *session);

G_END_DECLS
