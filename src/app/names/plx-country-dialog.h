/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_DIALOG (plx_country_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountryDialog, plx_country_dialog, PLX, COUNTRY_DIALOG, AdwDialog)

AdwDialog *plx_country_dialog_new (PlxMender     *mender,
                                   PlxNameTarget *target);

G_END_DECLS
