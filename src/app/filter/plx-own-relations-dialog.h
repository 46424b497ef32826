/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-values.h"

G_BEGIN_DECLS

#define PLX_TYPE_OWN_RELATIONS_DIALOG (plx_own_relations_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxOwnRelationsDialog, plx_own_relations_dialog, PLX, OWN_RELATIONS_DIALOG,
                      AdwDialog)

AdwDialog *plx_own_relations_dialog_new (PlxDay today);

G_END_DECLS
