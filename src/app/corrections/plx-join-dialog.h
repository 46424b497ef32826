/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "corrections/plx-corrector.h"

G_BEGIN_DECLS

#define PLX_TYPE_JOIN_DIALOG (plx_join_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxJoinDialog, plx_join_dialog, PLX, JOIN_DIALOG, AdwDialog)

AdwDialog *plx_join_dialog_new (PlxCorrector   *corrector,
                                PlxClaimTarget *target,
                                gboolean        sentence);

G_END_DECLS
