/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_DIALOG (plx_name_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxNameDialog, plx_name_dialog, PLX, NAME_DIALOG, AdwAlertDialog)

AdwDialog *plx_name_dialog_new (PlxMender     *mender,
                                PlxNameTarget *target,
                                gboolean       splits);

G_END_DECLS
