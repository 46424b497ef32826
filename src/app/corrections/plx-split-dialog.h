/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "corrections/plx-corrector.h"

G_BEGIN_DECLS

#define PLX_TYPE_SPLIT_DIALOG (plx_split_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxSplitDialog, plx_split_dialog, PLX, SPLIT_DIALOG, AdwDialog)

AdwDialog *plx_split_dialog_new (PlxCorrector   *corrector,
                                PlxClaimTarget *target);

G_END_DECLS
