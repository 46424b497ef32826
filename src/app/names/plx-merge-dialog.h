/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

#define PLX_TYPE_MERGE_DIALOG (plx_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxMergeDialog, plx_merge_dialog, PLX, MERGE_DIALOG, AdwDialog)

AdwDialog *plx_merge_dialog_new (PlxMender     *mender,
                                 PlxNameTarget *target);

G_END_DECLS
