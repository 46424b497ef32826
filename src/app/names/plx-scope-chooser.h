/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

#define PLX_TYPE_SCOPE_CHOOSER (plx_scope_chooser_get_type ())

G_DECLARE_FINAL_TYPE (PlxScopeChooser, plx_scope_chooser, PLX, SCOPE_CHOOSER, AdwBin)

void plx_scope_chooser_set_mender (PlxScopeChooser *self,
                                   PlxMender       *mender,
                                   gboolean         has_mention);

G_END_DECLS
