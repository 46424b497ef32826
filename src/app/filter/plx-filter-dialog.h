/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_FILTER_DIALOG (plx_filter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxFilterDialog, plx_filter_dialog, PLX, FILTER_DIALOG, AdwDialog)

AdwDialog *plx_filter_dialog_new (PlxSession *session);

G_END_DECLS
