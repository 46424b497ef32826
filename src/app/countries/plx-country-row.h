/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/plx-country.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_ROW (plx_country_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountryRow, plx_country_row, PLX, COUNTRY_ROW, AdwExpanderRow)

GtkWidget *plx_country_row_new (PlxSession *session,
                                PlxCountry *country);

G_END_DECLS
