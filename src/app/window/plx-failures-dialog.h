/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_FAILURES_DIALOG (plx_failures_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxFailuresDialog, plx_failures_dialog, PLX, FAILURES_DIALOG, AdwDialog)

AdwDialog *plx_failures_dialog_new (GPtrArray  *failures,
                                    const char *others,
                                    const char *added);

G_END_DECLS
