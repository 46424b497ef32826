/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

#define PLX_TYPE_TREAT_DIALOG (plx_treat_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxTreatDialog, plx_treat_dialog, PLX, TREAT_DIALOG, AdwDialog)

AdwDialog *plx_treat_dialog_new_mark   (PlxMender     *mender,
                                        guint          article,
                                        guint          start,
                                        guint          end);
AdwDialog *plx_treat_dialog_new_always (PlxMender     *mender,
                                        PlxNameTarget *target);

G_END_DECLS
