/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_RULES_DIALOG (plx_rules_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxRulesDialog, plx_rules_dialog, PLX, RULES_DIALOG, AdwDialog)

AdwDialog *plx_rules_dialog_new (PlxSession *session);

G_END_DECLS
