/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAMINGS_DIALOG (plx_namings_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxNamingsDialog, plx_namings_dialog, PLX, NAMINGS_DIALOG, AdwDialog)

AdwDialog *plx_namings_dialog_new (PlxSession *session);

G_END_DECLS
