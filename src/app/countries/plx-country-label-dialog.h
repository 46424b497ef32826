/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_LABEL_DIALOG (plx_country_label_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountryLabelDialog, plx_country_label_dialog, PLX, COUNTRY_LABEL_DIALOG,
                      AdwAlertDialog)

AdwDialog *plx_country_label_dialog_new (const char *country);

G_END_DECLS
