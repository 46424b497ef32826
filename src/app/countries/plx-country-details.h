/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "countries/plx-country-item.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_DETAILS (plx_country_details_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountryDetails, plx_country_details, PLX, COUNTRY_DETAILS, AdwBin)

void plx_country_details_show_country (PlxCountryDetails *self,
                                       PlxSession        *session,
                                       const char        *country,
                                       PlxCountryItem    *item);
void plx_country_details_show_refs    (PlxCountryDetails *self,
                                       PlxSession        *session,
                                       const char        *title,
                                       const char        *subtitle,
                                       GArray            *refs);

G_END_DECLS
